//! Hostile inputs through reading, proposing, the desk, `check` and every export: nothing panics, hangs or acts on the terminal.
//!
//! A small catalogue of our own; `FAULT_HOSTILE` names a folder of more, each file of which is taken as an article, as a
//! session, and its words as a note, a source's title and a reviewer's name.
#![expect(clippy::string_slice, reason = "cut where a character was found")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use factdesk::app::layout::Size;
use factdesk::app::settings::Settings;
use factdesk::app::{Action, Model, Motion, Opened, update};
use factdesk::export::{self, Format, Options};
use factdesk::intake::{self, Hint};
use factdesk::propose;
use factdesk::review::{Change, Edit, Session, Source, Stamp, Swap, field};
use factdesk::store::format;
use factdesk::view::{self, grid::Grid};

use super::patience::Patience;
use super::pty::Terminal;
use super::{Scene, put, tell};

/// Bytes of an article that is put on a desk here.
const LARGE: usize = 200_000;

/// Claims of a session that is given in one format only.
const MANY: usize = 5_000;

/// What must never act, each between two words that must be seen.
const OWN: [(&str, &str); 24] = [
    ("clipboard", "\u{1b}]52;c;cm0gLXJmIH4K\u{7}"),
    ("clipboard, closed by ST", "\u{1b}]52;c;cm0gLXJmIH4K\u{1b}\\"),
    ("link", "\u{1b}]8;;https://evil.example/\u{1b}\\who.int\u{1b}]8;;\u{1b}\\"),
    ("title", "\u{1b}]0;root@bank\u{7}"),
    ("title report", "\u{1b}[21t"),
    ("settings report", "\u{1b}P$q\n;id;\n\u{1b}\\"),
    ("font report", "\u{1b}]50;?\u{7}"),
    ("cursor report", "\u{1b}[6n"),
    ("clear", "\u{1b}[2J\u{1b}[H"),
    ("reset", "\u{1b}c"),
    ("string without an end", "\u{1b}]0;everything after"),
    ("two escapes in one", "\u{1b}\u{1b}[31m[2J"),
    ("control of eight bits", "\u{9b}31m\u{9d}0;x\u{9c}"),
    ("overwritten", "FALSE\rTRUE\u{8}\u{8}"),
    ("bell and delete", "\u{7}\u{7f}\u{0}"),
    ("turned round", "\u{202e}desrever\u{202c}\u{2066}\u{2069}\u{200f}\u{61c}"),
    ("invisible", "\u{200b}\u{2060}\u{feff}\u{ad}\u{180e}"),
    ("tags", "\u{e0069}\u{e0067}\u{e006e}"),
    ("selectors", "a\u{e0100}\u{e0101}\u{fe00}"),
    ("fillers", "\u{3164}\u{115f}\u{ffa0}\u{2800}"),
    ("lone mark", "\u{301}"),
    ("noncharacters", "\u{ffff}\u{fdd0}\u{10ffff}"),
    ("line separators", "\u{2028}\u{2029}\u{85}"),
    ("joined", "\u{200d}\u{200d}👩\u{200d}\u{200d}"),
];

pub(super) fn nothing_hostile_panics_hangs_or_acts() {
    let mut inputs = own();
    inputs.extend(given());
    let mut slowest = (Duration::ZERO, String::new());
    for (name, bytes) in &inputs {
        let begun = now();
        let passed = catch_unwind(AssertUnwindSafe(|| through(name, bytes)));
        assert!(passed.is_ok(), "{name} panicked");
        slowest = slowest.max((begun.elapsed(), name.clone()));
    }
    tell(&format!("  {} inputs, the slowest {:?}: {}", inputs.len(), slowest.0, slowest.1));
}

/// The catalogue of our own.
fn own() -> Vec<(String, Vec<u8>)> {
    let mut inputs: Vec<(String, Vec<u8>)> = OWN
        .iter()
        .map(|(name, text)| ((*name).to_owned(), format!("PRE {text} POST\nIt cost 42 million crowns.\n").into_bytes()))
        .collect();
    inputs.push(("a flood of marks".to_owned(), format!("PRE a{} POST", "\u{301}".repeat(20_000)).into_bytes()));
    inputs.push(("deep lists".to_owned(), format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000)).into_bytes()));
    inputs.push(("brackets".to_owned(), "[^".repeat(3_000).into_bytes()));
    inputs.push(("open tags".to_owned(), format!("<html>{}x", "<div>".repeat(3_000)).into_bytes()));
    inputs
}

/// The files of the folder that the environment names.
fn given() -> Vec<(String, Vec<u8>)> {
    let Some(root) = std::env::var_os("FAULT_HOSTILE") else { return Vec::new() };
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(root)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.display().to_string(), std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    assert!(files.len() > 100, "the folder of FAULT_HOSTILE is nearly empty");
    files
}

/// One input as an article, as a session, and as words that are written down.
fn through(name: &str, bytes: &[u8]) {
    if let Ok(loaded) = format::parse(bytes) {
        shows(name, &loaded.session);
    }
    if bytes.len() > LARGE {
        // The command reads it, in the other test: twelve screens of it would only take time.
        return;
    }
    let file = Path::new(name).file_name().unwrap_or_default().to_string_lossy().into_owned();
    match intake::read(bytes, &Hint { name: &file, language: None }) {
        Ok(taken) => {
            let claims = propose::claims(&taken.article, propose::THRESHOLD);
            shows(name, &Session::new("id", taken.article, claims));
        }
        Err(error) => assert!(!error.to_string().is_empty(), "{name}"),
    }
    shows(name, &written(&String::from_utf8_lossy(bytes)));
}

/// The change of a field from one value to another.
fn set<T: serde::Serialize>(field: &'static factdesk::review::Field, before: &T, after: &T) -> Change {
    let json = |value: &T| serde_json::to_value(value).unwrap();
    Change::Field(field, Swap::new(json(before), json(after)))
}

/// A session in which these words stand wherever words can be written.
fn written(words: &str) -> Session {
    let mut session = super::victim::session();
    let id = session.claims().get(0).unwrap().id.clone();
    let source =
        Source { title: words.to_owned(), url: words.to_owned(), quote: words.to_owned(), ..Source::default() };
    for change in [
        set(&field::NOTE, &String::new(), &words.to_owned()),
        set(&field::TAGS, &Vec::new(), &vec![words.to_owned()]),
        set(&field::SOURCES, &Vec::new(), &vec![source]),
    ] {
        session.commit(Edit::of(id.clone(), change), &words.into(), &Stamp::from(words)).unwrap();
    }
    session
}

/// Every screen and every export of a session.
fn shows(name: &str, session: &Session) {
    let mut model = Model::new(Size::new(100, 30), Settings::default());
    let opened = Opened {
        session: session.clone(),
        name: name.to_owned(),
        read_only: Some(name.to_owned()),
        notices: vec![session.article.title.clone()],
        drafts: Vec::new(),
        policy: None,
    };
    model.lay(opened);
    let now = Stamp::from("2026-11-23T12:00:00Z");
    for action in [
        Action::Resize(Size::new(80, 24)),
        Action::Move(Motion::Last),
        Action::OtherPane,
        Action::Move(Motion::Next),
        Action::Open,
        Action::Resize(Size::new(40, 12)),
    ] {
        update(&mut model, action, &now);
        let mut grid = Grid::new(model.size);
        view::draw(&model, &mut grid);
        for cell in (0..model.size.height).flat_map(|y| grid.row(y)) {
            harmless(name, &grid.symbol(*cell).to_string());
        }
    }
    // Thousands of claims in thirteen formats take a build without optimisation half a minute.
    let formats = if session.claims().len() < MANY { Format::ALL.as_slice() } else { &[Format::Csv] };
    for format in formats.iter().copied() {
        // Whatever comes of it: some formats ask for an address or a verdict.
        let _ = export::export(session, format, &Options::default());
    }
    let printed = format::print(session);
    assert!(
        format::parse(&printed).is_ok_and(|loaded| loaded.session == *session),
        "{name} does not come back as it was"
    );
}

/// No character of a cell acts on a terminal or turns what stands around it; joiners only within an emoji or a letter.
fn harmless(name: &str, symbol: &str) {
    let inside =
        |(index, c): (usize, char)| index > 0 && matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let flag = symbol.starts_with('\u{1f3f4}');
    let odd = symbol.chars().enumerate().find(|(index, c)| gate_closes(*c) && !inside((*index, *c)) && !flag);
    assert!(odd.is_none(), "{name}: {symbol:?} reaches the terminal");
}

/// What the terminal must not get, told without asking the gate that is under test.
fn gate_closes(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}' | '\u{2028}' | '\u{2029}')
}

/// The same on a real terminal, and what the commands say.
pub(super) fn nothing_hostile_reaches_a_real_terminal() {
    let scene = Scene::new();
    let home = scene.folder.path();
    let mut patience = Patience::with_this_build(home);
    let mut inputs = own();
    inputs.push(("a long word".to_owned(), "x".repeat(2 * LARGE).into_bytes()));
    inputs.extend(OWN.iter().map(|(name, text)| (format!("{name}.json"), format::print(&written(text)))));
    inputs.extend(given());
    for (index, (name, bytes)) in inputs.iter().enumerate() {
        let json = Path::new(name).extension().is_some_and(|ending| ending == "json");
        let ending = if json { "factdesk.json" } else { "txt" };
        let file = format!("input{index}.{ending}");
        put(&home.join(&file), bytes);
        let command = if ending == "txt" { "claims" } else { "check" };
        let code = says(&mut patience, name, home, &[command, &file]);
        if json {
            session(&mut patience, name, home, &file, matches!(code, 0 | 10));
        } else if bytes.starts_with(b"PRE ") {
            patience.holds(name, || opens(name, home, &file, |screen| screen.contains("PRE")));
        } else if bytes.len() > LARGE && code == 0 {
            goes_through(&mut patience, name, &home.join(&file));
        }
    }
    tell(&format!("  {}", patience.told()));
}

/// An article that is too large for the other test's screens: opened, checked and given in every format by the program.
fn goes_through(patience: &mut Patience, name: &str, article: &Path) {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let article = article.to_str().unwrap();
    // The home screen, on which it is opened, speaks of saved sessions too.
    let saved = |screen: &str| screen.lines().next().is_some_and(|top| top.trim_end().ends_with(" saved"));
    patience.holds(name, || opens(name, home, article, saved));
    let sessions = std::fs::read_dir(home.join("sessions")).unwrap();
    let mut sessions = sessions.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let session = sessions.next().unwrap();
    let session = session.to_str().unwrap();
    assert!(matches!(says(patience, name, home, &["check", session]), 0 | 10), "{name}: not sound");
    for format in Format::ALL {
        let mut asked = vec!["export", session, "--to", format.name(), "-o", format.name()];
        if format == Format::ClaimReview {
            asked.extend(["--url", "https://desk.example/"]);
        }
        let code = says(patience, name, home, &asked);
        // Nothing to publish, or a text that no cell holds; both are said.
        let may_refuse = matches!(format, Format::ClaimReview | Format::Xlsx);
        assert!(code == 0 || may_refuse, "{name}: no {format}");
    }
}

/// A session, given as csv and opened; one that is not `sound` is refused in words.
fn session(patience: &mut Patience, name: &str, home: &Path, file: &str, sound: bool) {
    let code = says(patience, name, home, &["export", file, "--to", "csv", "-o", &format!("{file}.csv")]);
    assert_eq!(code == 0, sound, "{name}: check and export are not of one mind");
    if sound {
        let shown = |screen: &str| screen.lines().next().is_some_and(|top| top.starts_with(" factdesk "));
        return patience.holds(name, || opens(name, home, file, shown));
    }
    let text = std::fs::read(home.join(file)).unwrap();
    if text.windows(9).any(|nine| nine == b"\n<<<<<<< ") || text.starts_with(b"<<<<<<< ") {
        // What git left half merged is offered to be brought together, and not touched before.
        let asks = |screen: &str| screen.contains("Bring both sides together?");
        return patience.holds(name, || opens(name, home, file, asks));
    }
    let mut run = Terminal::start(home, &["open", file], 100, 30);
    assert_ne!(run.ends(), 0, "{name}: opened, and not sound");
    run.sees("factdesk: ");
    draws(name, &run.raw);
}

/// The workbench has it on its screen, goes about in it, and ends.
fn opens(name: &str, home: &Path, file: &str, shown: impl Fn(&str) -> bool) {
    let mut run = Terminal::start(home, &["open", file], 100, 30);
    run.wait(name, shown);
    run.send("\tjG\u{3}");
    run.ends();
    draws(name, &run.raw);
}

/// A command ends soon, never with a panic, and says nothing that acts; its exit code.
fn says(patience: &mut Patience, name: &str, home: &Path, args: &[&str]) -> i32 {
    let output = patience.runs(name, home, args);
    let code = output.status.code();
    assert!(matches!(code, Some(0 | 1 | 2 | 10)), "{name}: {args:?} ended with {code:?}");
    for said in [output.stdout, output.stderr] {
        for line in String::from_utf8_lossy(&said).lines() {
            let odd = line.chars().find(|c| c.is_control() && *c != '\t');
            assert!(odd.is_none(), "{name}: {args:?} says {line:?}");
        }
    }
    code.unwrap_or_default()
}

/// Everything written to the terminal is text and sequences of our own: no string sequences, no reports, no stray controls.
fn draws(name: &str, raw: &[u8]) {
    let text = String::from_utf8_lossy(raw);
    let mut rest = text.as_ref();
    while let Some(at) = rest.find(char::is_control) {
        let tail = &rest[at..];
        let Some(sequence) = tail.strip_prefix("\u{1b}[") else {
            let plain = tail.starts_with(['\r', '\n']);
            assert!(plain, "{name}: {:?} went to the terminal", tail.chars().take(20).collect::<String>());
            rest = &tail[1..];
            continue;
        };
        let end = sequence.find(|c: char| ('@'..='~').contains(&c)).unwrap();
        let last = sequence[end..].chars().next().unwrap();
        assert!("mHJKhlABCDGdf".contains(last), "{name}: {:?} went to the terminal", &sequence[..=end]);
        rest = &sequence[end + 1..];
    }
    // Joiners shape emoji and letters; whether they stand inside one is looked at cell by cell.
    let odd = text.chars().find(|c| gate_closes(*c) && !c.is_control() && !matches!(c, '\u{200c}' | '\u{200d}'));
    assert!(odd.is_none(), "{name}: {odd:?} went to the terminal");
}

#[expect(clippy::disallowed_methods, reason = "a figure for the reader of the report, no test hangs on it")]
fn now() -> Instant {
    Instant::now()
}
