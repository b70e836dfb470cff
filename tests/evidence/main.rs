//! The writer's notes, the folder of sources and the quotes, on the real binary.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

mod kept;
mod search;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder with an article and sources, and the binary that is run in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            write(&path, text.as_bytes());
        }
        Self { folder }
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.folder.path()).env("PATH", "").current_dir(self.folder.path());
        command.args(args).output().unwrap()
    }

    /// What a command says that gets `input` on its stdin.
    fn piped(&self, args: &[&str], input: &[u8]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.folder.path()).current_dir(self.folder.path()).args(args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn told(&self, args: &[&str]) -> (Value, String) {
        let output = self.run(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {said}");
        (serde_json::from_slice(&output.stdout).unwrap(), said)
    }
}

#[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

const DRAFT: &str = "The ferry that never came\n\nThe ferry carried 412 people on its last day. [ferry-report.txt, p. 2] \
    The captain said: “We were never told that it would end.” [talk, 00:00:05]\n\nIt was a mild evening.\n";
const REPORT: &str =
    "Report on the ferry\n\nOn its last day the ferry carried 421 people.\n\nThe harbour has two cranes.\n";
const TALK: &str = "WEBVTT\n\n00:00:02.000 --> 00:00:04.000\n<v Ada Lund>The last day, um, was odd.\n\n\
    00:00:05.000 --> 00:00:09.000\n<v Ada Lund>We were never told that it would, would end.\n";

fn desk() -> Desk {
    Desk::with(&[("draft.txt", DRAFT), ("sources/ferry-report.txt", REPORT), ("sources/talk.vtt", TALK)])
}

#[test]
fn a_note_in_brackets_names_its_file_and_leaves_the_words() {
    let (rows, _) = desk().told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("412")).unwrap();
    assert_eq!(row["exact"], "The ferry carried 412 people on its last day.");
    assert_eq!(row["notes"][0]["file"], "sources/ferry-report.txt");
    assert_eq!(row["notes"][0]["locator"], "p. 2");
}

#[test]
fn a_figure_that_differs_from_the_source_is_told() {
    let (rows, _) = desk().told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("412")).unwrap();
    let first = &row["passages"][0];
    assert_eq!(first["exact"], "On its last day the ferry carried 421 people.");
    assert_eq!(first["compares"][0]["agrees"], false);
    assert!(first["compares"][0]["source"].as_str().unwrap().starts_with("421"));
}

#[test]
fn a_word_that_turns_what_is_said_is_told_beside_the_figure_that_agrees() {
    let draft = "The tannery\n\nThe tannery employs 340 people. [report.txt]\n";
    let report = "Report\n\nThe tannery does not employ 340 people.\n";
    let desk = Desk::with(&[("draft.txt", draft), ("sources/report.txt", report)]);
    let (rows, _) = desk.told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("340")).unwrap();
    let turned = row["passages"][0]["compares"].as_array().unwrap().iter().find(|one| one["kind"] == "word").unwrap();
    assert_eq!((&turned["claim"], &turned["source"], &turned["agrees"]), (&"".into(), &"not".into(), &Value::Null));
    let told = String::from_utf8_lossy(&desk.run(&["evidence", "draft.txt", "sources"]).stdout).into_owned();
    assert!(told.contains("only there “not”"), "{told}");
}

#[test]
fn a_quote_is_found_with_its_time_and_speaker() {
    let (quotes, _) = desk().told(&["quotes", "draft.txt", "sources/talk.vtt", "--json"]);
    assert_eq!(quotes[0]["status"], "exact");
    assert_eq!(quotes[0]["speaker"], "Ada Lund");
    assert_eq!(quotes[0]["locator"], "00:00:05");
}

#[test]
fn a_quote_that_another_said_is_told_with_both_names_and_is_not_exact() {
    let talk = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida Holt>We never sold the old ferry.</v>\n\n\
        00:05.000 --> 00:08.000\n<v Jon Vik>The new one is late again.</v>\n";
    let draft = "Ferry talk\n\nThe board met. “We never sold the old ferry,” said Jon Vik.\n\n“The new one is late again,” Vik said.\n";
    let desk = Desk::with(&[("ferry.txt", draft), ("talk.vtt", talk)]);
    let (quotes, _) = desk.told(&["quotes", "ferry.txt", "talk.vtt", "--json"]);
    assert_eq!((&quotes[0]["status"], &quotes[1]["status"]), (&"misattributed".into(), &"exact".into()), "{quotes}");
    assert_eq!((&quotes[0]["speaker"], &quotes[0]["given_to"]), (&"Ida Holt".into(), &"Jon Vik".into()));
    let told = String::from_utf8_lossy(&desk.run(&["quotes", "ferry.txt", "talk.vtt"]).stdout).into_owned();
    assert!(
        told.contains("said by Ida Holt; the article gives it to Jon Vik") && told.ends_with("2 quotes\n"),
        "{told}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_goes_on() {
    let desk = desk();
    write(&desk.folder.path().join("sources/broken.docx"), b"PK\x03\x04 and then nothing");
    write(&desk.folder.path().join("sources/film.mp4"), b"....");
    let (rows, said) = desk.told(&["evidence", "draft.txt", "sources", "--json"]);
    assert!(!rows.as_array().unwrap().is_empty());
    assert!(said.contains("broken.docx") && said.contains("film.mp4"), "{said}");
}

#[test]
fn without_any_evidence_it_says_so() {
    let desk = Desk::with(&[("draft.txt", DRAFT), ("sources/film.mp4", "....")]);
    let output = desk.run(&["evidence", "draft.txt", "sources", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("none of the evidence can be read"));
}

/// What is said of the sources beside whatever `spoil` puts there; the report among them is read all the same.
fn said_beside(spoil: impl Fn(&Path)) -> String {
    let desk = desk();
    spoil(&desk.folder.path().join("sources"));
    let (rows, said) = desk.told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("412")).unwrap();
    let best = row.pointer("/passages/0/exact").and_then(Value::as_str);
    assert!(best.is_some_and(|words| words.contains("421")), "{said}");
    said
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_in_a_circle_are_passed_over() {
    let said = said_beside(|sources| {
        std::os::unix::fs::symlink(sources, sources.join("again")).unwrap();
        std::os::unix::fs::symlink(sources.join("nowhere.txt"), sources.join("nowhere.txt")).unwrap();
    });
    assert!(said.contains("a link to a folder, passed over") && said.contains("again"), "{said}");
    assert!(said.contains("nowhere.txt"), "{said}");
}

#[test]
fn a_film_of_two_gigabytes_is_passed_over_whatever_it_is_called() {
    let said = said_beside(|sources| {
        for name in ["film.mp4", "film.txt"] {
            fs::File::create(sources.join(name)).unwrap().set_len(2 << 30).unwrap();
        }
    });
    assert!(said.contains("it holds no words and is passed over") && said.contains("film.mp4"), "{said}");
    assert!(said.contains("it has 2048 MB and is passed over: "), "{said}");
}

#[test]
fn a_table_of_many_rows_is_searched_row_by_row() {
    let mut rows = String::from("quay,tonnes\n");
    for number in 0..20_000 {
        let _ = writeln!(rows, "Quay {number},{}", number * 3);
    }
    let desk =
        Desk::with(&[("draft.txt", "Quays\n\nQuay 17007 took in 51,021 tonnes.\n"), ("sources/quays.csv", &rows)]);
    let (rows, _) = desk.told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("17007")).unwrap();
    // The heads of the columns are row 1.
    assert_eq!(row["passages"][0]["locator"], "row 17009");
}

#[test]
fn hostile_words_reach_no_screen() {
    let desk = desk();
    let sources = desk.folder.path().join("sources");
    write(&sources.join("\u{1b}[31mred\u{202e}.txt"), "The ferry \u{1b}]0;owned\u{7} carried 421 people.\n".as_bytes());
    write(&sources.join("\u{1b}[2Jbad.pdf"), b"%PDF-1.7\nnothing of the kind");
    let output = desk.run(&["evidence", "draft.txt", "sources"]);
    for shown in [output.stdout, output.stderr] {
        let shown = String::from_utf8_lossy(&shown).into_owned();
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
    }
}

/// A PDF of one page with these contents and, in its trailer, `more`.
fn pdf(contents: &str, more: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> /Contents 4 0 R >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{contents}\nendstream", contents.len()),
    ];
    let mut made = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(made.len());
        let _ = writeln!(made, "{} 0 obj\n{object}\nendobj", at + 1);
    }
    let table = made.len();
    made.push_str("xref\n0 5\n0000000000 65535 f \n");
    for place in &places {
        let _ = writeln!(made, "{place:010} 00000 n ");
    }
    let _ = writeln!(made, "trailer\n<< /Size 5 /Root 1 0 R {more} >>\nstartxref\n{table}\n%%EOF");
    made.into_bytes()
}

#[test]
fn pages_without_words_and_pages_under_a_password_are_named() {
    let said = said_beside(|sources| {
        write(&sources.join("scan.pdf"), &pdf("0 0 100 100 re f", ""));
        let key = "00".repeat(32);
        let lock =
            format!("/ID [<{key}> <{key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>");
        write(&sources.join("locked.pdf"), &pdf("0 0 100 100 re f", &lock));
    });
    for name in ["scan.pdf", "locked.pdf"] {
        assert!(said.contains(name), "{name}: {said}");
    }
    assert!(said.contains("password"), "{said}");
}

#[test]
fn evidence_that_is_not_as_it_was_is_said_wherever_it_is_relied_on() {
    let desk = desk();
    let said = |args: &[&str]| {
        String::from_utf8(desk.run(&[args, &["--sessions", "s", "--reviewer", "anna"]].concat()).stderr).unwrap()
    };
    said(&["new", "draft.txt"]);
    said(&["evidence", "--add", "the-ferry", "sources"]);
    let all = [&["evidence", "the-ferry"][..], &["check", "the-ferry"], &["export", "the-ferry", "--to", "markdown"]];
    for args in all {
        assert!(!said(args).contains("changed since"), "{args:?}");
    }
    write(&desk.folder.path().join("sources/ferry-report.txt"), b"Report on the ferry\n\nIt carried 400 people.\n");
    fs::remove_file(desk.folder.path().join("sources/talk.vtt")).unwrap();
    for args in all {
        let said = said(args);
        assert!(
            said.contains("it has changed since it was added on") && said.contains("ferry-report.txt"),
            "{args:?}: {said}"
        );
        assert!(
            said.contains("it is not there any more; put it back") && said.contains("talk.vtt"),
            "{args:?}: {said}"
        );
    }
    let checked = desk.run(&["check", "the-ferry", "--json", "--sessions", "s"]);
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(checked["notices"].as_array().unwrap().len(), 2, "{checked}");
}

/// The command line says of files and notes what the desk's key says: undone and told by the session's history.
#[test]
fn what_the_command_line_says_of_evidence_stands_in_the_history() {
    let desk = desk();
    let run = |args: &[&str]| {
        let output = desk.run(&[args, &["--sessions", "s", "--reviewer", "anna"]].concat());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["new", "draft.txt"]);
    let session = || -> Value {
        let file = fs::read_dir(desk.folder.path().join("s")).unwrap().map(|entry| entry.unwrap().path());
        let mut file = file.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
        serde_json::from_slice(&fs::read(file.next().unwrap()).unwrap()).unwrap()
    };
    run(&["evidence", "--add", "the-ferry", "sources/ferry-report.txt"]);
    let told = run(&["evidence", "--confidential", "the-ferry", "ferry-report.txt"]);
    assert!(told.contains("confidential") && told.contains("ferry-report.txt"), "{told}");
    assert_eq!(session()["evidence"][0]["confidential"], true);
    run(&["evidence", "--confidential=no", "the-ferry", "ferry-report.txt"]);
    let held = session();
    assert_eq!(held["evidence"][0]["confidential"], false);
    let edits: Vec<(&Value, &Value)> = held["history"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["edit"] == "evidence" && entry["by"] == "anna")
        .map(|entry| (&entry["before"]["confidential"], &entry["after"]["confidential"]))
        .collect();
    assert_eq!(edits, [(&Value::Null, &false.into()), (&false.into(), &true.into()), (&true.into(), &false.into())]);
}
