//! Drafts by command and on a real terminal: in any format and encoding, the same again, empty, another article; by another path.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of a test, where a panic is the report, and its own files"
)]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

const FIRST: &str = "Ferry fares rise\n\n\
    Fares on the night ferry rose by 12 percent in May 2024, the operator said.\n\n\
    The ferry carried 310,000 passengers in 2023.\n\n\
    The council paid 4 million crowns for the new quay.\n";

/// A folder with a session over the first draft in `sessions/`.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("ferry.txt", FIRST.as_bytes());
        desk.does(&["new", "ferry.txt"]);
        desk
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.0.path()).env("FACTDESK_REVIEWER", "anna").current_dir(self.0.path());
        command.args(["--sessions", "sessions"]).args(args).output().unwrap()
    }

    /// What a command that succeeds prints.
    fn does(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command that fails says.
    fn refuses(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(!output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stderr).unwrap()
    }

    fn session(&self) -> Value {
        let path = self.0.path().join("sessions/ferry-fares-rise.factdesk.json");
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    }

    fn draft(&self) -> u64 {
        self.session().pointer("/article/draft").and_then(Value::as_u64).unwrap_or(1)
    }
}

fn second() -> String {
    FIRST
        .replace("12 percent", "14 percent")
        .replace("The council paid 4 million crowns for the new quay.\n", "It sails at 9.\n")
}

#[test]
fn a_draft_comes_in_by_command_is_listed_shown_and_reported() {
    let desk = Desk::new();
    let claim = desk.session()["claims"][1]["id"].as_str().unwrap().to_owned();
    desk.does(&["mark", "ferry", &claim, "verified"]);
    desk.put("second.txt", second().as_bytes());
    let told: Value =
        serde_json::from_str(&desk.does(&["redraft", "ferry", "second.txt", "--dry-run", "--json"])).unwrap();
    assert_eq!((&told["draft"], &told["fates"]["changed"], &told["fates"]["gone"]), (&2.into(), &1.into(), &1.into()));
    let changed = told["claims"].as_array().unwrap().iter().find(|one| one["fate"] == "changed").unwrap();
    assert_eq!((&changed["id"], &changed["had"][0]["verdict"]), (&claim.as_str().into(), &"verified".into()));
    assert!(changed["was"].as_str().unwrap().contains("12 percent"));
    assert!(changed["now"].as_str().unwrap().contains("14 percent"));
    let dry = desk.does(&["redraft", "ferry", "second.txt", "--dry-run"]);
    assert!(dry.contains("was verified by anna") && dry.contains("14 percent"), "{dry}");
    assert_eq!(desk.draft(), 1, "a dry run writes nothing");
    assert_eq!(desk.does(&["redraft", "ferry", "second.txt"]), dry);
    assert_eq!(desk.draft(), 2);
    let drafts: Value = serde_json::from_str(&desk.does(&["drafts", "ferry", "--json"])).unwrap();
    assert_eq!((&drafts[0]["stands"], &drafts[1]["stands"]), (&false.into(), &true.into()));
    assert_eq!((&drafts[0]["by"], &drafts[1]["by"]), (&Value::Null, &"anna".into()));
    let diff = desk.does(&["diff", "ferry", "1", "2"]);
    assert!(diff.contains("rose by [-12-]{+14+} percent"), "{diff}");
    let report = desk.does(&["export", "ferry", "--to", "markdown", "--since", "1"]);
    assert!(report.contains("## Since draft 1") && report.contains("was verified by anna"), "{report}");
    assert!(desk.refuses(&["export", "ferry", "--to", "markdown", "--since", "9"]).contains("no draft 9"));
    assert!(desk.refuses(&["diff", "ferry", "1", "9"]).contains("no draft 9"));
    // A claim that is kept apart is there, and that is said.
    let gone = desk.session()["gone"][0]["number"].as_str().unwrap().to_owned();
    assert!(
        desk.refuses(&["mark", "ferry", &gone, "verified"]).contains(&format!("claim {gone} is gone from draft 2"))
    );
}

/// The words that a verdict was given on stay in reach: for a search over all sessions, and in the history of the claim.
#[test]
fn words_that_a_draft_changed_are_found_and_the_history_has_a_line_for_the_draft() {
    let desk = Desk::new();
    let claim = desk.session()["claims"][1]["id"].as_str().unwrap().to_owned();
    desk.does(&["mark", "ferry", &claim, "verified"]);
    desk.put("second.txt", second().as_bytes());
    desk.does(&["redraft", "ferry", "second.txt"]);
    let found: Value = serde_json::from_str(&desk.does(&["search", "\"12 percent\"", "--json"])).unwrap();
    assert_eq!(found[0]["places"][0]["part"], "earlier", "{found}");
    assert_eq!(found[0]["places"][0]["claim"], claim.as_str());
    let report = desk.does(&["export", "ferry", "--to", "markdown", "--history"]);
    let line =
        report.lines().find(|line| line.contains("12 percent") && line.contains("14 percent") && line.contains("→"));
    assert!(line.is_some_and(|line| line.contains("draft 2") && line.contains("anna")), "{report}");
}

#[test]
fn two_articles_are_compared_sentence_by_sentence() {
    let desk = Desk::new();
    desk.put("second.txt", second().as_bytes());
    let told: Value = serde_json::from_str(&desk.does(&["redraft", "ferry.txt", "second.txt", "--json"])).unwrap();
    let fates: Vec<&str> = told.as_array().unwrap().iter().map(|one| one["fate"].as_str().unwrap()).collect();
    assert_eq!(fates, ["same", "changed", "same", "gone"]);
    assert_eq!(
        told[1]["spans"][0]["exact"],
        "Fares on the night ferry rose by 14 percent in May 2024, the operator said."
    );
    let said = desk.refuses(&["redraft", "ferry.txt", "second.txt", "--dry-run"]);
    assert!(said.contains("--dry-run and --force are for a session"), "{said}");
    desk.put("empty.txt", b"");
    let told: Value = serde_json::from_str(&desk.does(&["redraft", "ferry.txt", "empty.txt", "--json"])).unwrap();
    assert!(told.as_array().unwrap().iter().all(|one| one["fate"] == "gone"));
}

#[test]
fn the_same_draft_in_another_format_or_encoding_is_the_same_and_a_later_one_comes_in() {
    let desk = Desk::new();
    let utf16 = |text: &str| {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let html = |text: &str| {
        let mut lines = text.split("\n\n");
        let title = lines.next().unwrap();
        let paragraphs: String = lines.map(|line| format!("<p>{}</p>", line.trim())).collect::<Vec<_>>().concat();
        format!(
            "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
        )
    };
    desk.put("same.txt", &utf16(FIRST));
    desk.put("same.html", html(FIRST).as_bytes());
    desk.put("same.md", format!("# {FIRST}").as_bytes());
    desk.put("crlf.txt", FIRST.replace('\n', "\r\n").as_bytes());
    for name in ["same.txt", "same.html", "same.md", "crlf.txt", "ferry.txt"] {
        let said = desk.refuses(&["redraft", "ferry", name]);
        assert!(said.contains("that is draft 1 again") && said.contains("nothing was brought in"), "{name}: {said}");
    }
    desk.put("later.html", html(&second()).as_bytes());
    assert!(desk.does(&["redraft", "ferry", "later.html"]).contains("1 changed"));
    desk.put("later.txt", &utf16(&second().replace("14 percent", "15 percent")));
    assert!(desk.does(&["redraft", "ferry", "later.txt"]).contains("draft 3:"));
}

#[test]
fn an_empty_draft_another_article_and_a_session_that_may_only_be_read_are_said() {
    let desk = Desk::new();
    desk.put("empty.txt", b"\n\n");
    desk.put("soup.txt", b"Soup\n\nPeel 3 onions and boil them for 20 minutes.\n\nAdd salt.\n");
    let before = desk.session();
    assert!(desk.refuses(&["redraft", "ferry", "empty.txt"]).contains(": the draft has no words"));
    let said = desk.refuses(&["redraft", "ferry", "soup.txt"]);
    assert!(said.contains(": that is another article") && said.contains("--force"), "{said}");
    assert!(desk.refuses(&["redraft", "ferry", "nowhere.txt"]).contains("there is no such file"));
    assert_eq!(desk.session(), before);
    assert!(desk.does(&["redraft", "ferry", "soup.txt", "--force"]).contains("gone"));
    let path = desk.0.path().join("sessions/ferry-fares-rise.factdesk.json");
    let newer = fs::read_to_string(&path).unwrap().replacen("\"version\": 2", "\"version\": 99", 1);
    desk.put("sessions/ferry-fares-rise.factdesk.json", newer.as_bytes());
    desk.put("second.txt", second().as_bytes());
    let said = desk.refuses(&["redraft", "ferry", "second.txt", "--force"]);
    assert!(said.contains("newer than this program"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn copies_that_each_brought_in_a_draft_come_together_and_it_is_said() {
    let desk = Desk::new();
    let path = "sessions/ferry-fares-rise.factdesk.json";
    fs::copy(desk.0.path().join(path), desk.0.path().join("bea.factdesk.json")).unwrap();
    desk.put("second.txt", second().as_bytes());
    desk.put("other.txt", FIRST.replace("12 percent", "13 percent").as_bytes());
    let claim = |session: &Value, words: &str| -> Value {
        let all = session["claims"].as_array().unwrap();
        all.iter().find(|one| one["anchor"]["exact"].as_str().unwrap().contains(words)).unwrap().clone()
    };
    let id = |words: &str| claim(&desk.session(), words)["id"].as_str().unwrap().to_owned();
    let (fares, passengers, quay) = (id("12 percent"), id("310,000"), id("4 million"));
    desk.does(&["redraft", "./bea.factdesk.json", "other.txt"]);
    desk.does(&["mark", "./bea.factdesk.json", &passengers, "verified", "--note", "The port's table."]);
    desk.does(&["mark", "./bea.factdesk.json", &fares, "disputed", "--note", "It was 11."]);
    desk.does(&["mark", "./bea.factdesk.json", &quay, "verified", "--source", "https://quay.example/"]);
    // Hers came earlier.
    let mut hers: Value = serde_json::from_slice(&fs::read(desk.0.path().join("bea.factdesk.json")).unwrap()).unwrap();
    for entry in hers["history"].as_array_mut().unwrap() {
        entry["at"] = "2026-01-05T09:00:00Z".into();
    }
    desk.put("bea.factdesk.json", serde_json::to_string_pretty(&hers).unwrap().as_bytes());
    desk.does(&["redraft", "ferry", "second.txt"]);
    let said = desk.does(&["merge", path, "./bea.factdesk.json"]);
    let wanted = "each copy had brought in drafts of its own: draft 3 (second.txt";
    assert!(said.contains(wanted) && said.contains("draft 2 (other.txt"), "{said}");
    let after = desk.session();
    assert_eq!(desk.draft(), 3);
    assert_eq!(claim(&after, "310,000")["verdict"], "verified");
    assert_eq!(claim(&after, "310,000")["note"], "The port's table.");
    let fares = claim(&after, "14 percent");
    assert!(fares["verdict"].is_null(), "{fares}");
    assert_eq!(fares["note"], "It was 11.");
    let was = "Fares on the night ferry rose by 13 percent in May 2024, the operator said.";
    assert_eq!((&fares["fate"]["was"], &fares["fate"]["had"][0]["verdict"]), (&was.into(), &"disputed".into()));
    let gone = after["gone"].as_array().unwrap().first().unwrap();
    assert_eq!((gone["id"].as_str(), gone["sources"].as_array().unwrap().len()), (Some(quay.as_str()), 1));
    assert_eq!(gone["fate"]["had"][0]["verdict"], "verified", "{gone}");
    assert!(desk.does(&["drafts", "ferry"]).contains("other.txt"));
    assert!(desk.does(&["diff", "ferry", "2", "3"]).contains("[-13-]{+14+} percent"));
    // Again, nothing comes in.
    desk.does(&["merge", path, "./bea.factdesk.json"]);
    assert_eq!(desk.session()["claims"], after["claims"]);
}

#[test]
fn words_that_come_back_are_told_with_the_verdict_that_stands_again() {
    let desk = Desk::new();
    desk.does(&["mark", "ferry", "2", "verified", "--reviewer", "anna"]);
    desk.put("second.txt", FIRST.replace("12 percent", "13 percent").as_bytes());
    desk.put("third.txt", format!("{FIRST}\nIt rained.\n").as_bytes());
    assert!(desk.does(&["redraft", "ferry", "second.txt"]).contains("was verified by anna"));
    let said = desk.does(&["redraft", "ferry", "third.txt"]);
    assert!(
        said.contains("back     2") && said.contains("verified by anna") && said.contains("stands again"),
        "{said}"
    );
    assert!(said.contains("1 back") && !said.contains("changed"), "{said}");
}

#[test]
fn a_draft_tells_of_no_words_that_they_changed_into_themselves_and_names_corrections_it_came_without() {
    let desk = Desk::new();
    desk.does(&["mark", "ferry", "2", "verified", "--reviewer", "anna"]);
    let fares = "\"Fares on the night ferry rose by 12 percent in May 2024, the operator said.\"";
    desk.put("instead.csv", format!("words,correction\n{fares},They rose by 15 percent.\n").as_bytes());
    desk.does(&["import", "ferry", "instead.csv"]);
    let second = FIRST.replace("12 percent", "13 percent");
    desk.put("second.txt", second.as_bytes());
    let said = desk.does(&["redraft", "ferry", "second.txt"]);
    assert!(said.contains("correction not taken over: They rose by 15 percent."), "{said}");
    desk.put("third.txt", format!("{second}\nIt rained.\n").as_bytes());
    let said = desk.does(&["redraft", "ferry", "third.txt"]);
    let rows: Vec<&str> = said.lines().map(|line| line.get(15..).unwrap_or_default()).collect();
    assert!(rows.windows(2).all(|pair| pair[0] != pair[1]), "{said}");
    assert!(said.contains("12 percent") && said.contains("13 percent"), "nobody has answered it yet: {said}");
}

#[test]
fn a_merge_that_brings_a_draft_says_so_and_which_verdicts_it_withdraws() {
    let desk = Desk::new();
    let path = "sessions/ferry-fares-rise.factdesk.json";
    fs::copy(desk.0.path().join(path), desk.0.path().join("bea.factdesk.json")).unwrap();
    for claim in ["1", "2"] {
        desk.does(&["mark", "ferry", claim, "verified"]);
    }
    desk.put("other.txt", FIRST.replace("12 percent", "13 percent").as_bytes());
    desk.does(&["redraft", "./bea.factdesk.json", "other.txt"]);
    let session = desk.session();
    let mut claims = session["claims"].as_array().unwrap().iter();
    let fares = claims.find(|claim| claim["anchor"]["exact"].to_string().contains("12 percent")).unwrap();
    let fares = fares["number"].as_str().map_or_else(|| fares["number"].to_string(), str::to_owned);
    let wanted = format!("withdrawn, given on other words: claim {fares} (anna verified)");
    for args in [&["merge", "--dry-run", path, "./bea.factdesk.json"][..], &["merge", path, "./bea.factdesk.json"]] {
        let said = desk.does(args);
        assert!(said.contains("draft 2 (other.txt") && said.contains(&wanted), "{said}");
    }
    let said = desk.does(&["merge", path, "./bea.factdesk.json"]);
    assert!(!said.contains("stands now"), "it stood already: {said}");
}

#[cfg(unix)]
mod terminal {
    use super::{FIRST, second};
    use crate::support::pty::Terminal;
    use std::fs;
    use std::path::Path;

    fn begun(home: &Path) -> Terminal {
        fs::write(home.join("ferry.txt"), FIRST).unwrap();
        let mut run = Terminal::start(home, &["ferry.txt"], 120, 32);
        run.sees("Ferry fares rise");
        run
    }

    #[test]
    fn a_draft_under_another_path_and_title_is_known_by_its_words() {
        let home = tempfile::tempdir().unwrap();
        let mut first = begun(home.path());
        first.send("v");
        first.sees("✓ 1");
        first.send("\u{3}");
        assert_eq!(first.ends(), 0);
        let text = second().replace("Ferry fares rise", "What the night ferry costs now");
        fs::create_dir(home.path().join("mail")).unwrap();
        fs::write(home.path().join("mail/Re_ draft (2).txt"), text).unwrap();
        let mut run = Terminal::start(home.path(), &["mail/Re_ draft (2).txt"], 120, 32);
        run.sees("draft 2 of Ferry fares rise (1 of 4 settled)?");
        run.send("y");
        run.sees("draft 2 · ");
        run.send("\u{3}");
        assert_eq!(run.ends(), 0);
        let other = "Soup recipes\n\nPeel 3 onions and boil them for 20 minutes.\n\nSalt the soup at the end, as 9 of 10 cooks do.\n";
        fs::write(home.path().join("soup.txt"), other).unwrap();
        let mut soup = Terminal::start(home.path(), &["soup.txt"], 120, 32);
        soup.sees("Peel 3 onions");
        soup.send("\u{3}");
        assert_eq!(soup.ends(), 0);
    }

    #[test]
    fn a_file_that_changes_while_its_session_is_open_is_said() {
        let home = tempfile::tempdir().unwrap();
        let mut run = begun(home.path());
        fs::write(home.path().join("ferry.txt"), second()).unwrap();
        run.sees("ferry.txt has changed since it was read; B brings it in as the next draft");
        run.send("B\r");
        run.sees("draft 2 · ");
        run.send("\u{3}");
        assert_eq!(run.ends(), 0);
        fs::write(home.path().join("ferry.txt"), second().replace("14", "15")).unwrap();
        let name = "sessions/ferry-fares-rise.factdesk.json";
        let saved = walk(home.path()).into_iter().find(|path| path.ends_with("ferry-fares-rise.factdesk.json"));
        let mut again =
            Terminal::start(home.path(), &[saved.as_deref().unwrap_or(Path::new(name)).to_str().unwrap()], 120, 32);
        again.sees("ferry.txt has changed since it was read");
        again.send("\u{3}");
        assert_eq!(again.ends(), 0);
    }

    /// The files below a folder.
    fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
    }
}

#[test]
fn what_was_found_out_of_words_that_a_draft_changed_is_remembered_with_them() {
    let desk = Desk::new();
    let claim = desk.session()["claims"][1]["id"].as_str().unwrap().to_owned();
    desk.does(&["mark", "ferry", &claim, "verified"]);
    desk.put("second.txt", second().as_bytes());
    desk.does(&["redraft", "ferry", "second.txt"]);
    let asked = |figure| format!("Fares on the night ferry rose by {figure} percent in May 2024, the operator said.");
    let told = desk.does(&["memory", &asked("12")]);
    assert!(told.contains("verified") && !told.contains("not the same"), "{told}");
    let told = desk.does(&["memory", &asked("14")]);
    assert!(told.contains("there “12”, here “14”"), "what has no verdict itself is no memory of one: {told}");
}

#[test]
fn no_file_of_another_draft_brings_a_verdict_on_words_that_mean_something_else_there() {
    const COUNCIL: &str = "The council is fined\n\nBrandt leads the council. He was fined 5,000 crowns in 2019.\n\n\
        \"The pier cost 12 million crowns. It was finished in 2020,\" said Brandt.\n";
    let later = COUNCIL.replace("Brandt", "Holm");
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.put("council.txt", COUNCIL.as_bytes());
    desk.put("second.txt", later.as_bytes());
    desk.does(&["new", "council.txt"]);
    let ours = "sessions/the-council-is-fined.factdesk.json";
    let marked = |redrafted: bool, name: &str| {
        desk.does(&["copy", ours, "-o", name]);
        if redrafted {
            desk.does(&["redraft", name, "second.txt"]);
        }
        for number in ["2", "3", "4", "5"] {
            desk.does(&["mark", name, number, "verified", "--reviewer", "ben"]);
        }
    };
    marked(false, "first.factdesk.json");
    marked(true, "second.factdesk.json");
    desk.does(&["copy", ours, "-o", "redrafted.factdesk.json"]);
    desk.does(&["redraft", "redrafted.factdesk.json", "second.txt"]);
    let taken = |theirs: &str, ours: &str, format: &str| {
        let (file, home) = (format!("out.{format}"), "home.factdesk.json");
        desk.put(home, &fs::read(desk.0.path().join(ours)).unwrap());
        let _ = fs::remove_file(desk.0.path().join(&file));
        desk.does(&["export", theirs, "--to", format, "-o", &file]);
        let output = desk.run(&["import", home, &file]);
        let home: Value = serde_json::from_slice(&fs::read(desk.0.path().join(home)).unwrap()).unwrap();
        let stands = |claim: &&Value| claim["verdict"] == "verified";
        (home["claims"].as_array().unwrap().iter().filter(stands).count(), String::from_utf8(output.stdout).unwrap())
    };
    for format in ["csv", "xlsx", "json", "jsonl", "annotations", "hypothesis", "docx"] {
        let (stands, told) = taken("first.factdesk.json", "redrafted.factdesk.json", format);
        assert!(stands == 0 && told.matches("other words than stand here").count() == 4, "{format}: {told}");
        let (stands, told) = taken("second.factdesk.json", ours, format);
        assert!(stands == 0 && told.matches("other words than stand here").count() == 4, "{format}: {told}");
        let (stands, told) = taken("second.factdesk.json", "redrafted.factdesk.json", format);
        assert_eq!(stands, 4, "{format}: {told}");
    }
}
