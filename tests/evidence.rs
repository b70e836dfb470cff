//! The writer's notes, the folder of sources and the quotes, on the real binary.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

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
fn a_quote_is_found_with_its_time_and_speaker() {
    let (quotes, _) = desk().told(&["quotes", "draft.txt", "sources/talk.vtt", "--json"]);
    assert_eq!(quotes[0]["status"], "exact");
    assert_eq!(quotes[0]["speaker"], "Ada Lund");
    assert_eq!(quotes[0]["locator"], "00:00:05");
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
