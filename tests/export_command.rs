//! `factdesk export` as a reviewer types it: what lands where, and what is refused.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A folder with the hostile session in it, called `ferry`.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/sessions/hostile.json");
        fs::copy(sample, home.0.path().join("ferry.factdesk.json")).unwrap();
        home
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.0.path()).current_dir(self.0.path());
        command.args(["export", "--sessions", ".", "ferry", "--to"]).args(args).output().unwrap()
    }

    /// Exit code and stderr of an export that fails and prints nothing.
    fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert_eq!(output.stdout, b"", "{args:?}");
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    #[expect(clippy::disallowed_methods, reason = "a test lays files out; nothing to keep")]
    fn put(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn the_format_goes_to_stdout_and_everything_else_to_stderr() {
    let output = Home::new().run(&["csv"]);
    assert!(output.status.success());
    assert!(output.stdout.starts_with(b"\"number\",\"id\","), "{}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "factdesk: 1 confidential source was left out; --confidential gives it too\n");
}

#[test]
fn a_file_holds_what_stdout_would_and_replaces_an_older_export() {
    let home = Home::new();
    home.put("out.html", "an older report");
    let shown = home.run(&["html"]).stdout;
    assert!(home.run(&["html", "-o", "out.html"]).status.success());
    assert_eq!(fs::read(home.0.path().join("out.html")).unwrap(), shown);
    assert_eq!(home.files(), ["ferry.factdesk.json", "out.html"]);
}

#[test]
fn a_session_is_never_overwritten() {
    let home = Home::new();
    let before = fs::read(home.0.path().join("ferry.factdesk.json")).unwrap();
    home.put("damaged.json", "{ \"format\": \"factdesk-session\", \"ver");
    for target in ["ferry.factdesk.json", "other.factdesk.json", "damaged.json"] {
        let (code, said) = home.refused(&["json", "-o", target]);
        assert_eq!(code, 2, "{target}");
        assert!(said.contains(target) && said.contains("session file"), "{said}");
    }
    assert_eq!(fs::read(home.0.path().join("ferry.factdesk.json")).unwrap(), before);
    assert_eq!(home.files(), ["damaged.json", "ferry.factdesk.json"]);
}

#[test]
fn what_can_not_be_written_leaves_nothing_behind() {
    let home = Home::new();
    let (code, said) = home.refused(&["csv", "-o", "no/such/folder/out.csv"]);
    assert_eq!(code, 1);
    assert!(said.contains("no/such/folder/out.csv"), "{said}");
    let (code, said) = home.refused(&["csv", "-o", "."]);
    assert_eq!(code, 2);
    assert!(said.contains("that is a folder"), "{said}");
    assert_eq!(home.files(), ["ferry.factdesk.json"]);
}

#[test]
fn a_format_that_does_not_exist_names_those_that_do() {
    let (code, said) = Home::new().refused(&["pdf"]);
    assert_eq!(code, 2);
    assert!(said.contains("there is no format 'pdf'") && said.contains("claimreview, annotations"), "{said}");
}
