//! Copies of one session brought together by command, as two people would who mail them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test, where a panic is the report"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factdesk::review::{Article, Block, BlockKind, Claim, ClaimId, Origin, Session, Span};
use factdesk::store::{format, save};
use serde_json::Value;

/// A sentence a claim: `k1`, `k2`, `k3`.
const LINES: [&str; 3] = ["The pier is 300 metres long.", "It was built in 1890.", "Nobody has mended it since."];

/// Where two people's copies lie: `ours.factdesk.json` and `theirs.factdesk.json`.
pub(crate) struct Shelf(pub(crate) tempfile::TempDir);

/// A session over an article of this title.
pub(crate) fn session(title: &str) -> Session {
    let text = format!("{title}\n{}\n", LINES.join("\n"));
    let span = |line: &str| {
        let start = text.find(line).unwrap();
        Span::new(start, start + line.len())
    };
    let headline = Block::new(BlockKind::Headline, span(title));
    let blocks = LINES.map(|line| Block::new(BlockKind::Paragraph, span(line)));
    let claims = LINES.iter().enumerate().map(|(index, line)| {
        Claim::new(ClaimId::from(format!("k{}", index + 1).as_str()), span(line), Origin::Proposed)
    });
    let claims = claims.collect();
    let article = Article::new(title, text.clone(), std::iter::once(headline).chain(blocks).collect()).unwrap();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

impl Shelf {
    fn new() -> Self {
        let shelf = Self(tempfile::tempdir().unwrap());
        shelf.lay("ours", &session("The pier"));
        shelf.lay("theirs", &session("The pier"));
        shelf
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(format!("{name}.factdesk.json"))
    }

    pub(crate) fn lay(&self, name: &str, session: &Session) {
        save::whole(&self.path(name), &format::print(session)).unwrap();
    }

    pub(crate) fn run(&self, by: &str, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.0.path()).env("FACTDESK_REVIEWER", by).current_dir(self.0.path());
        command.args(["--sessions", "."]).args(args).output().unwrap()
    }

    /// Exit code, stdout and stderr.
    pub(crate) fn told(&self, by: &str, args: &[&str]) -> (i32, String, String) {
        let output = self.run(by, args);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    fn done(&self, by: &str, args: &[&str]) {
        let (code, _, said) = self.told(by, args);
        assert_eq!(code, 0, "{args:?}: {said}");
    }

    fn claim(&self, name: &str, index: usize) -> Value {
        json(&self.path(name))["claims"][index].clone()
    }
}

pub(crate) fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "the tests play programs that know nothing of safe writing")]
pub(crate) fn scribble(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).unwrap();
}

/// Two files as a merge by lines leaves them: what both have once, the rest between conflict marks.
pub(crate) fn marked(ours: &str, theirs: &str, between: &str) -> String {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), theirs.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(one, other)| one == other).count();
    let before = same(&mut ours.iter().zip(&theirs));
    let rest = (&ours[before..], &theirs[before..]);
    let after = same(&mut rest.0.iter().rev().zip(rest.1.iter().rev()));
    let part = |lines: &[&str]| lines[before..lines.len() - after].join("\n");
    let tail = ours[ours.len() - after..].join("\n");
    let head = ours[..before].join("\n");
    format!("{head}\n<<<<<<< HEAD\n{}\n{between}=======\n{}\n>>>>>>> theirs\n{tail}\n", part(&ours), part(&theirs))
}

#[test]
fn what_two_people_did_apart_comes_together_and_what_was_there_is_a_backup() {
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    shelf.done("bea", &["mark", "theirs", "2", "disputed", "--note", "The plaque says 1891"]);
    shelf.done("bea", &["mark", "theirs", "3", "unknown"]);
    let before = fs::read(shelf.path("ours")).unwrap();
    let (code, told, _) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!(code, 0);
    assert!(told.starts_with("3 changes by bea came in\n3/3  ✓1 ✗1 ?1 ○0 –0"), "{told}");
    let verdicts: Vec<Value> = (0..3).map(|index| shelf.claim("ours", index)["verdict"].clone()).collect();
    assert_eq!(verdicts, ["verified", "disputed", "unknown"]);
    assert_eq!(shelf.claim("ours", 1)["note"], "The plaque says 1891");
    let (_, backups, _) = shelf.told("anna", &["restore", "ours"]);
    assert!(backups.lines().next().unwrap().contains("before bea's copy came in"), "{backups}");
    shelf.done("anna", &["restore", "ours", "1"]);
    assert_eq!(fs::read(shelf.path("ours")).unwrap(), before);
}

#[test]
fn a_copy_with_nothing_new_changes_nothing() {
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    let before = fs::read(shelf.path("ours")).unwrap();
    let (code, told, _) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!((code, told.lines().next()), (0, Some("nothing new came in")));
    assert_eq!(fs::read(shelf.path("ours")).unwrap(), before);
    let (_, backups, _) = shelf.told("anna", &["restore", "ours"]);
    assert!(!backups.contains("merge"), "{backups}");
}

#[test]
fn what_both_changed_is_named_by_its_claim_and_left_to_be_settled() {
    let shelf = Shelf::new();
    shelf.done("anna", &["note", "ours", "2", "Ours"]);
    shelf.done("bea", &["note", "theirs", "2", "Theirs"]);
    shelf.done("anna", &["mark", "ours", "3", "verified"]);
    shelf.done("bea", &["mark", "theirs", "3", "disputed"]);
    let (code, told, said) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json", "--dry-run"]);
    assert_eq!((code, said.as_str()), (10, "factdesk: nothing was written\n"));
    // Whose stands comes first; of one second it may be either's.
    let by = |whose: &str| told.contains(&format!("claim 2: two versions of its note, by {whose}\n"));
    assert!(by("anna and bea") || by("bea and anna"), "{told}");
    assert!(told.contains("claim 3: anna verified, bea disputed\n"), "{told}");
    assert!(shelf.claim("ours", 1)["conflicts"].is_null());
    let (code, again, _) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!((code, again), (10, told));
    let kept = [shelf.claim("ours", 1)["note"].clone(), shelf.claim("ours", 1)["conflicts"][0]["theirs"].clone()];
    assert!(kept.contains(&"Ours".into()) && kept.contains(&"Theirs".into()), "{kept:?}");
    assert_eq!(shelf.claim("ours", 2)["readings"].as_array().unwrap().len(), 2);
    // Whoever merges the other way round has the same.
    let (code, _, _) = shelf.told("bea", &["merge", "theirs", "ours.factdesk.json"]);
    assert_eq!(code, 10);
    assert_eq!(json(&shelf.path("ours")), json(&shelf.path("theirs")));
}

#[test]
fn the_result_can_go_to_a_file_of_its_own_and_over_nothing() {
    let shelf = Shelf::new();
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let before = fs::read(shelf.path("ours")).unwrap();
    shelf.done("anna", &["merge", "ours", "theirs.factdesk.json", "-o", "both.factdesk.json"]);
    assert_eq!(shelf.claim("both", 1)["verdict"], "disputed");
    assert_eq!(fs::read(shelf.path("ours")).unwrap(), before);
    let (code, _, said) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json", "-o", "both.factdesk.json"]);
    assert_eq!(code, 1);
    assert!(said.contains("choose another name"), "{said}");
}

#[test]
fn what_is_no_copy_is_refused_and_nothing_is_written() {
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    shelf.lay("other", &session("The lighthouse"));
    let whole = fs::read(shelf.path("theirs")).unwrap();
    scribble(&shelf.path("torn"), &whole[..whole.len() / 2]);
    scribble(&shelf.path("newer"), String::from_utf8(whole).unwrap().replace("\"version\": 2", "\"version\": 9"));
    let before = fs::read(shelf.path("ours")).unwrap();
    for (copy, words) in [
        ("other.factdesk.json", "of different articles: “The pier” and “The lighthouse”; nothing was written"),
        ("torn.factdesk.json", "the file is torn"),
        ("newer.factdesk.json", "newer than this program knows"),
        ("gone.factdesk.json", "there is no such file"),
    ] {
        let (code, told, said) = shelf.told("anna", &["merge", "ours", copy]);
        assert_eq!((code, told.as_str()), (1, ""), "{copy}");
        assert!(said.contains(words) && said.contains(copy), "{copy}: {said}");
        assert_eq!(fs::read(shelf.path("ours")).unwrap(), before, "{copy}");
    }
    let (code, _, said) = shelf.told("anna", &["merge", "ours"]);
    assert_eq!(code, 2);
    assert!(said.contains("no conflict marks and no copies beside it"), "{said}");
    let (code, _, _) = shelf.told("anna", &["merge"]);
    assert_eq!(code, 2);
}

#[test]
fn a_write_protected_session_takes_nothing_in() {
    let shelf = Shelf::new();
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let mut mode = fs::metadata(shelf.path("ours")).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(shelf.path("ours"), mode).unwrap();
    let (code, _, said) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!(code, 1);
    assert!(said.contains("write-protected"), "{said}");
    assert!(shelf.claim("ours", 1)["verdict"].is_null());
}

#[test]
fn a_file_with_conflict_marks_becomes_whole_again_and_stays_as_a_backup() {
    for between in ["", "||||||| 1a2b3c4\n  \"history\": [\n"] {
        let shelf = Shelf::new();
        shelf.done("anna", &["mark", "ours", "1", "verified"]);
        shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
        let [ours, theirs] = ["ours", "theirs"].map(|name| fs::read_to_string(shelf.path(name)).unwrap());
        let file = marked(&ours, &theirs, between);
        scribble(&shelf.path("ours"), &file);
        for args in
            [&["check", "ours"][..], &["export", "ours", "--to", "csv"], &["ours"], &["open", "ours.factdesk.json"]]
        {
            let (code, _, said) = shelf.told("anna", args);
            assert_eq!(code, 1, "{args:?}");
            assert!(
                said.contains(
                    "is a conflict mark that git left; its two sides are brought together by: factdesk merge"
                ),
                "{said}"
            );
        }
        let (code, told, _) = shelf.told("anna", &["merge", "ours", "--dry-run"]);
        assert_eq!(code, 0, "{told}");
        assert_eq!(fs::read_to_string(shelf.path("ours")).unwrap(), file);
        let (code, told, said) = shelf.told("anna", &["merge", "ours"]);
        assert_eq!(code, 0, "{said}");
        assert!(told.contains("1 change by bea came in"), "{told}");
        assert_eq!([0, 1].map(|index| shelf.claim("ours", index)["verdict"].clone()), ["verified", "disputed"]);
        let kept = fs::read_dir(shelf.0.path().join(".factdesk/backup")).unwrap();
        let kept = kept.map(|entry| entry.unwrap().path()).find(|path| path.to_string_lossy().contains("marked"));
        assert_eq!(fs::read_to_string(kept.unwrap()).unwrap(), file);
        let (_, backups, _) = shelf.told("anna", &["restore", "ours"]);
        assert!(backups.contains("with git's conflict marks"), "{backups}");
    }
}

#[test]
fn a_conflict_that_is_cut_short_is_named_as_one_and_leads_in_no_circle() {
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let [ours, theirs] = ["ours", "theirs"].map(|name| fs::read_to_string(shelf.path(name)).unwrap());
    let file = marked(&ours, &theirs, "");
    scribble(
        &shelf.path("ours"),
        file.split_inclusive('\n').take_while(|line| !line.starts_with(">>>>>>>")).collect::<String>(),
    );
    let (code, _, said) = shelf.told("anna", &["merge", "ours"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("of <<<<<<<, ======= and >>>>>>> not all are there"), "{said}");
    assert!(said.contains("Its backups: factdesk restore"), "{said}");
}

#[test]
fn a_marked_file_comes_in_as_a_copy_too() {
    let shelf = Shelf::new();
    shelf.lay("bea", &session("The pier"));
    shelf.done("anna", &["mark", "theirs", "1", "verified"]);
    shelf.done("bea", &["mark", "bea", "2", "disputed"]);
    let [one, other] = ["theirs", "bea"].map(|name| fs::read_to_string(shelf.path(name)).unwrap());
    scribble(&shelf.path("theirs"), marked(&one, &other, ""));
    shelf.done("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!([0, 1].map(|index| shelf.claim("ours", index)["verdict"].clone()), ["verified", "disputed"]);
}

#[test]
fn a_side_that_is_no_session_is_named_with_the_way_to_have_it_whole() {
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let [ours, theirs] = ["ours", "theirs"].map(|name| fs::read_to_string(shelf.path(name)).unwrap());
    let file = marked(&ours, &theirs, "").replacen("\"by\": \"bea\"", "\"by\": bea", 1);
    scribble(&shelf.path("ours"), &file);
    let (code, _, said) = shelf.told("anna", &["merge", "ours"]);
    assert_eq!(code, 1);
    assert!(said.contains("side 3 (git's number)") && said.contains("git show :3:./ours.factdesk.json"), "{said}");
    assert_eq!(fs::read_to_string(shelf.path("ours")).unwrap(), file);
}

#[test]
fn copies_of_a_sync_program_are_listed_with_their_session_and_taken_in_by_its_name() {
    let shelf = Shelf::new();
    fs::remove_file(shelf.path("theirs")).unwrap();
    let copy = shelf.0.path().join("ours.factdesk (Bea's conflicted copy 2026-11-28).json");
    let mut theirs = session("The pier");
    theirs.place.claim = Some("k3".into());
    save::whole(&copy, &format::print(&theirs)).unwrap();
    shelf.done("bea", &["mark", copy.to_str().unwrap(), "2", "disputed"]);
    let (_, listed, said) = shelf.told("anna", &["list"]);
    assert_eq!(listed.lines().count(), 2, "{listed}");
    assert!(listed.contains("copy: ours.factdesk (Bea's conflicted copy 2026-11-28).json"), "{listed}");
    assert!(said.contains("factdesk merge ours takes its copies in"), "{said}");
    let (_, told, _) = shelf.told("anna", &["list", "--json"]);
    let lines: Value = serde_json::from_str(&told).unwrap();
    let copies = lines[0]["copies"].as_array().unwrap();
    assert!(copies.len() == 1 && copies[0].as_str().unwrap().ends_with("2026-11-28).json"), "{told}");
    let (code, told, said) = shelf.told("anna", &["merge", "ours"]);
    assert_eq!(code, 0, "{said}");
    assert!(told.starts_with("1 change by bea came in\n"), "{told}");
    assert!(said.contains("moved to the trash"), "{said}");
    assert_eq!(shelf.claim("ours", 1)["verdict"], "disputed");
    assert!(!copy.exists());
    assert_eq!(shelf.told("anna", &["list"]).1.lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn at_a_terminal_a_file_with_conflict_marks_is_opened_after_asking() {
    use crate::support::pty::Terminal;
    let shelf = Shelf::new();
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let [ours, theirs] = ["ours", "theirs"].map(|name| fs::read_to_string(shelf.path(name)).unwrap());
    scribble(&shelf.path("ours"), marked(&ours, &theirs, ""));
    let mut run = Terminal::start(shelf.0.path(), &["ours.factdesk.json"], 100, 30);
    run.sees("Bring both sides together?");
    run.send("n");
    run.wait("the home screen alone", |screen| !screen.contains("Bring both sides"));
    assert!(fs::read_to_string(shelf.path("ours")).unwrap().contains("<<<<<<<"));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let mut run = Terminal::start(shelf.0.path(), &["ours.factdesk.json"], 100, 30);
    run.sees("Bring both sides together?");
    run.send("y");
    run.sees("1 change by bea came in");
    run.sees("2/3");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    assert_eq!([0, 1].map(|index| shelf.claim("ours", index)["verdict"].clone()), ["verified", "disputed"]);
}

#[test]
fn readers_are_set_side_by_side_over_copies_and_what_they_differ_on_is_named() {
    let shelf = Shelf::new();
    for (file, by, verdicts) in [
        ("ours", "anna", ["verified", "verified", "disputed"]),
        ("theirs", "bea", ["verified", "disputed", "disputed"]),
    ] {
        for (index, verdict) in verdicts.iter().enumerate() {
            shelf.done(by, &["mark", file, &(index + 1).to_string(), verdict]);
        }
    }
    let (code, told, _) = shelf.told("anna", &["compare", "ours", "theirs"]);
    assert_eq!(code, 0);
    for words in [
        "    3 read by anna",
        "    2 of 3 alike (66.7 %)",
        "Cohen's κ 0.400",
        "    2  anna verified, bea disputed: It was built",
    ] {
        assert!(told.contains(words), "{words:?} is not in\n{told}");
    }
    // Merged, it is the same.
    shelf.done("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!(shelf.told("anna", &["compare", "ours"]).1, told);
    let found: Value = serde_json::from_str(&shelf.told("anna", &["compare", "ours", "--json"]).1).unwrap();
    assert_eq!((&found["claims"], &found["compared"], &found["agreed"]), (&3.into(), &3.into(), &2.into()));
    assert!((found["alpha"].as_f64().unwrap() - 4.0 / 9.0).abs() < 1e-9, "{}", found["alpha"]);
    assert_eq!(found["pairs"][0]["readers"], serde_json::json!(["anna", "bea"]));
    assert_eq!(found["kinds"][0]["group"], "origin");
    let difference = &found["differences"][0];
    assert_eq!((&difference["number"], &difference["readings"][1]["verdict"]), (&"2".into(), &"disputed".into()));
}

#[test]
fn a_report_sets_its_readers_side_by_side_and_says_nothing_of_one_alone() {
    let shelf = Shelf::new();
    for index in 1..=3 {
        shelf.done("anna", &["mark", "ours", &index.to_string(), "verified"]);
    }
    let report = |format: &str| shelf.told("anna", &["export", "ours", "--to", format]).1;
    assert!(!report("markdown").contains("side by side"), "one reader alone is compared with nobody");
    for (index, verdict) in [(1, "verified"), (2, "disputed")] {
        shelf.done("bea", &["mark", "theirs", &index.to_string(), verdict]);
    }
    shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    for (format, told) in [
        (
            "markdown",
            [
                "anna has read 3 claims, bea 2.",
                "| anna and bea | 2 | 1 | 50.0 % | κ 0.000 |",
                "anna verified, bea disputed",
            ],
        ),
        (
            "html",
            [
                "anna has read 3 claims, bea 2.",
                "</th><td>2</td><td>1</td><td>50.0 %</td><td>κ 0.000</td>",
                "anna verified, bea disputed",
            ],
        ),
        ("digest", ["Readers side by side", "α 0.000", "Where readers differ"]),
    ] {
        let report = report(format);
        for words in told {
            assert!(report.contains(words), "{format} lacks {words:?}:\n{report}");
        }
    }
    let document = shelf.run("anna", &["export", "ours", "--to", "digest-docx"]).stdout;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document)).unwrap();
    let text = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
    assert!(text.contains("anna and bea: 1 of 2 alike (50.0 %), κ 0.000"), "{text}");
    // What needs work has no row about claims that nobody differs on, and nothing of it where readers agree.
    shelf.done("carl", &["mark", "ours", "1", "verified"]);
    let (page, digest) = (report("html"), report("digest"));
    let rows = |page: &str| {
        let rows = page.lines().filter(|line| line.contains("<th scope=\"row\">") && line.contains(" %</td>"));
        let cells = |row: &str| {
            row.split("<td>").skip(1).take(2).map(|cell| cell.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        rows.map(cells).collect::<Vec<_>>()
    };
    assert!(rows(&page).iter().any(|row| row[0] == row[1]), "the report has them all: {page}");
    assert!(!rows(&digest).is_empty() && rows(&digest).iter().all(|row| row[0] != row[1]), "{digest}");
    shelf.done("bea", &["mark", "ours", "2", "verified"]);
    assert!(report("html").contains("side by side") && !report("digest").contains("side by side"));
    let document = shelf.run("anna", &["export", "ours", "--to", "digest-docx"]).stdout;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document)).unwrap();
    let text = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
    assert!(!text.contains("side by side"), "{text}");
}

#[test]
fn two_people_of_one_name_are_told_apart_by_their_copies() {
    let shelf = Shelf::new();
    shelf.done("reviewer", &["mark", "ours", "1", "verified"]);
    shelf.done("reviewer", &["mark", "theirs", "1", "disputed"]);
    let (_, told, _) = shelf.told("anna", &["compare", "ours", "theirs"]);
    assert!(told.contains("read by reviewer (ours.factdesk.json)"), "{told}");
    assert!(told.contains("0 of 1 alike"), "{told}");
    let (code, told, _) = shelf.told("anna", &["merge", "ours", "theirs.factdesk.json"]);
    assert_eq!(code, 10);
    assert!(told.contains("claim 1: two versions of its verdict"), "{told}");
}

#[test]
fn a_clock_a_year_wrong_loses_nothing_and_takes_nobody_over() {
    let shelf = Shelf::new();
    shelf.done("bea", &["mark", "theirs", "1", "disputed", "--note", "From a clock that is fast"]);
    for year in ["2020", "2049"] {
        let file = fs::read_to_string(shelf.path("theirs")).unwrap();
        let stamp = json(&shelf.path("theirs"))["history"][0]["at"].as_str().unwrap().to_owned();
        scribble(&shelf.path("late"), file.replace(&stamp, &format!("{year}{}", stamp.get(4..).unwrap())));
        shelf.lay("ours", &session("The pier"));
        shelf.done("anna", &["mark", "ours", "1", "verified"]);
        shelf.done("anna", &["note", "ours", "2", "Ours"]);
        shelf.done("anna", &["merge", "ours", "late.factdesk.json"]);
        shelf.done("anna", &["mark", "ours", "2", "verified"]);
        let both = fs::read_to_string(shelf.path("ours")).unwrap();
        let (code, told, _) = shelf.told("anna", &["check", "ours"]);
        assert_eq!(code, 10, "{told}");
        assert_eq!(shelf.claim("ours", 0)["readings"].as_array().unwrap().len(), 2, "{year}: {both}");
        assert_eq!(shelf.claim("ours", 0)["note"], "From a clock that is fast", "{year}");
        assert_eq!(shelf.claim("ours", 1)["note"], "Ours", "{year}");
        // The same again, the other way round: nothing more.
        shelf.done("bea", &["merge", "late", "ours.factdesk.json"]);
        assert_eq!(json(&shelf.path("late"))["history"], json(&shelf.path("ours"))["history"], "{year}");
    }
}

#[test]
fn a_copy_of_version_1_comes_in_and_that_is_said() {
    let shelf = Shelf::new();
    shelf.done("bea", &["mark", "theirs", "2", "disputed"]);
    let mut old = json(&shelf.path("theirs"));
    old["version"] = 1.into();
    for claim in old["claims"].as_array_mut().unwrap() {
        claim.as_object_mut().unwrap().remove("number");
    }
    let entry = old["history"][0].as_object_mut().unwrap();
    entry.remove("id");
    entry.insert("n".to_owned(), 1.into());
    entry.insert("before".to_owned(), Value::Null);
    entry.insert("after".to_owned(), "disputed".into());
    scribble(&shelf.path("old"), old.to_string());
    shelf.done("anna", &["mark", "ours", "1", "verified"]);
    let (code, told, said) = shelf.told("anna", &["merge", "ours", "old.factdesk.json"]);
    assert_eq!(code, 0, "{said}");
    assert!(told.contains("it is of version 1, whose entries have no ids"), "{told}");
    assert!(told.contains("1 change by bea came in"), "{told}");
    assert_eq!([0, 1].map(|index| shelf.claim("ours", index)["verdict"].clone()), ["verified", "disputed"]);
}
