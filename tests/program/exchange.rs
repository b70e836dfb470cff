//! `factdesk export` and `factdesk import` as a reviewer types them: what lands where, what comes back, what is refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use crate::support::{TestDesk, desk};
use factdesk::app::exporting::{Preview, Writing};
use factdesk::app::{Action, Effect, Outcome};
use factdesk::export::{self, Format};
use serde_json::Value;

/// A folder with the hostile session in it, called `ferry`.
pub(crate) struct Home(tempfile::TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/sessions/hostile.json");
        fs::copy(sample, home.0.path().join("ferry.factdesk.json")).unwrap();
        home
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.0.path()).env("FACTDESK_REVIEWER", "mira").current_dir(self.0.path());
        command.args(["--sessions", "."]).args(args).output().unwrap()
    }

    /// What a command prints that succeeds.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Exit code and stderr of an export that fails and prints nothing.
    pub(crate) fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(&[&["export", "ferry", "--to"], args].concat());
        assert_eq!(output.stdout, b"", "{args:?}");
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn session(&self) -> Value {
        serde_json::from_slice(&fs::read(self.0.path().join("ferry.factdesk.json")).unwrap()).unwrap()
    }

    #[expect(clippy::disallowed_methods, reason = "the tests play a spreadsheet, and files that were there before")]
    pub(crate) fn put(&self, name: &str, text: &str) {
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
    let output = Home::new().run(&["export", "ferry", "--to", "csv"]);
    assert!(output.status.success());
    assert!(output.stdout.starts_with(b"\"number\",\"id\","), "{}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "factdesk: 1 confidential source was left out; --confidential gives it too\n");
}

#[test]
fn a_copy_says_that_it_holds_confidential_sources() {
    let home = Home::new();
    let said = |args: &[&str]| String::from_utf8(home.run(args).stderr).unwrap();
    let whole = said(&["copy", "ferry", "-o", "whole.factdesk.json"]);
    assert!(whole.ends_with("factdesk: 1 source in it is confidential\n"), "{whole}");
    let blind = said(&["copy", "ferry", "--blind"]);
    assert!(blind.ends_with("1 source in it is confidential; --blind --no-sources leaves sources out\n"), "{blind}");
    let bare = said(&["copy", "ferry", "--blind", "--no-sources"]);
    assert!(!bare.contains("confidential"), "{bare}");
}

#[test]
fn settings_that_are_not_there_are_told_by_a_command_that_needs_none() {
    let (code, said) = Home::new().refused(&["csv", "--config", "none.toml"]);
    assert_eq!((code, said.contains("none.toml"), said.contains("no such settings file")), (2, true, true), "{said}");
}

#[test]
fn a_file_holds_what_stdout_would_and_replaces_an_older_export() {
    let home = Home::new();
    home.put("out.html", "an older report");
    let shown = home.run(&["export", "ferry", "--to", "html"]).stdout;
    assert!(home.run(&["export", "ferry", "--to", "html", "-o", "out.html"]).status.success());
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
fn what_a_session_was_made_of_is_never_written_over() {
    let home = Home::new();
    home.put("draft.txt", "The ferry\n\nThe ferry carried 212 people on Monday.");
    home.put("log.txt", "The log says 212 people.");
    home.told(&["new", "draft.txt"]);
    home.told(&["evidence", "--add", "the-ferry", "log.txt"]);
    for (target, said) in
        [("draft.txt", "that is the writer's own draft"), ("log.txt", "that is evidence of this session")]
    {
        let before = fs::read(home.0.path().join(target)).unwrap();
        let refused = home.run(&["export", "the-ferry", "--to", "html", "-o", target]);
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(
            (refused.status.code(), told.contains(said), told.contains(target)),
            (Some(2), true, true),
            "{told}"
        );
        assert_eq!(fs::read(home.0.path().join(target)).unwrap(), before);
    }
    // A later draft that the session does not know lies in the same place.
    home.put("draft.txt", "The ferry\n\nThe ferry carried 213 people on Monday.");
    assert_eq!(home.run(&["export", "the-ferry", "--to", "html", "-o", "draft.txt"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn an_export_is_as_open_as_the_umask_says_and_a_session_is_its_owners() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    let mode = |name: &str| fs::metadata(home.0.path().join(name)).unwrap().permissions().mode() & 0o777;
    for (umask, wanted) in [("002", 0o664), ("027", 0o640), ("077", 0o600)] {
        let script =
            format!("umask {umask}; exec \"$0\" --sessions . export ferry --to html -o {umask}.html 2>/dev/null");
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_factdesk")]).env("HOME", home.0.path());
        assert!(shell.current_dir(home.0.path()).status().unwrap().success());
        assert_eq!(mode(&format!("{umask}.html")), wanted, "umask {umask}");
    }
    home.told(&["mark", "ferry", "3", "disputed"]);
    let backups = fs::read_dir(home.0.path().join(".factdesk/backup")).unwrap();
    let modes = backups.map(|entry| entry.unwrap().metadata().unwrap().permissions().mode() & 0o777);
    assert_eq!(modes.collect::<Vec<_>>(), [0o600]);
}

#[cfg(unix)]
#[test]
fn no_link_and_no_spelling_leads_over_a_session_or_its_backups() {
    let home = Home::new();
    home.told(&["mark", "ferry", "3", "disputed"]);
    let before = fs::read(home.0.path().join("ferry.factdesk.json")).unwrap();
    std::os::unix::fs::symlink("ferry.factdesk.json", home.0.path().join("report.json")).unwrap();
    std::os::unix::fs::symlink("new.factdesk.json", home.0.path().join("dangling.json")).unwrap();
    home.put("torn.factdesk.json", "\0\0\0\0");
    std::os::unix::fs::symlink("torn.factdesk.json", home.0.path().join("torn.json")).unwrap();
    let hidden = fs::read_dir(home.0.path().join(".factdesk")).unwrap();
    let hidden: Vec<String> =
        hidden.map(|entry| format!(".factdesk/{}", entry.unwrap().file_name().to_str().unwrap())).collect();
    assert!(!hidden.is_empty());
    let named = ["report.json", "dangling.json", "torn.json", "FERRY.Factdesk.JSON", ".factdesk/new.csv"];
    for target in hidden.iter().map(String::as_str).filter(|path| !home.0.path().join(path).is_dir()).chain(named) {
        let (code, said) = home.refused(&["csv", "-o", target]);
        assert_eq!(code, 2, "{target}");
        assert!(said.contains(target) && said.contains("never overwritten"), "{said}");
    }
    assert_eq!(fs::read(home.0.path().join("ferry.factdesk.json")).unwrap(), before);
}

#[test]
fn what_a_word_processor_has_open_is_not_written_over() {
    let home = Home::new();
    for owner in ["~$ats.docx", "~$boats.docx", ".~lock.boats.docx#"] {
        home.put("boats.docx", "the writer's");
        home.put(owner, "");
        let (code, said) = home.refused(&["docx", "-o", "boats.docx"]);
        assert_eq!(code, 1, "{owner}");
        assert!(said.contains("open elsewhere") && said.contains(owner), "{said}");
        assert_eq!(fs::read(home.0.path().join("boats.docx")).unwrap(), b"the writer's");
        fs::remove_file(home.0.path().join(owner)).unwrap();
    }
    home.told(&["export", "ferry", "--to", "docx", "-o", "boats.docx"]);
}

#[test]
fn what_can_not_be_written_leaves_nothing_behind() {
    let home = Home::new();
    assert_eq!(
        home.told(&["export", "ferry", "--to", "csv", "-o", "-"]),
        home.told(&["export", "ferry", "--to", "csv"])
    );
    let (code, said) = home.refused(&["csv", "-o", "no/such/folder/out.csv"]);
    assert_eq!(code, 1);
    assert!(said.contains("its folder is not there; make it, or name another file: no/such/folder/out.csv"), "{said}");
    let (code, said) = home.refused(&["csv", "-o", "."]);
    assert_eq!(code, 2);
    assert!(said.contains("that is a folder"), "{said}");
    assert_eq!(home.files(), ["ferry.factdesk.json"]);
}

#[test]
fn a_format_that_does_not_exist_names_those_that_do() {
    let (code, said) = Home::new().refused(&["pdf"]);
    assert_eq!(code, 2);
    assert!(said.contains("invalid value 'pdf'") && said.contains("claimreview, annotations"), "{said}");
}

#[test]
fn what_was_exported_and_not_touched_changes_nothing() {
    let home = Home::new();
    let before = home.session();
    for (format, items) in [("csv", 11), ("annotations", 11), ("hypothesis", 10), ("docx", 10)] {
        home.told(&["export", "ferry", "--to", format, "-o", "out"]);
        let told = home.told(&["import", "ferry", "out"]);
        assert!(told.ends_with(&format!("0 changed, 0 added, {items} as they were, 0 left out\n")), "{format}\n{told}");
    }
    assert_eq!(home.session(), before);
}

#[test]
fn verdicts_and_notes_edited_in_a_table_come_back() {
    let home = Home::new();
    let table = home.told(&["export", "ferry", "--to", "csv"]);
    let row = "\"3\",\"k0000003\",\"verified\",\"verified\"";
    assert!(table.contains(row), "{table}");
    home.put("edited.csv", &table.replace(row, "\"3\",\"k0000003\",\"verified\",\"unknown\""));
    // A table that names nobody is of who takes it in.
    let told = home.told(&["import", "ferry", "edited.csv"]);
    assert!(told.contains("row 3          claim 3    changes\n"), "{told}");
    assert!(told.contains("verdict: unknown by mira, beside verified by "), "{told}");
    assert!(told.ends_with("1 changed, 0 added, 10 as they were, 0 left out\n"), "{told}");
    let claim = &home.session()["claims"][2];
    let readings: Vec<_> =
        claim["readings"].as_array().unwrap().iter().map(|one| (&one["by"], &one["verdict"])).collect();
    assert_eq!(readings[1], (&"mira".into(), &"unknown".into()), "another reader's verdict stands beside the first");
    assert!(claim["verdict"].is_null(), "nobody has settled it: {claim}");
}

#[test]
fn what_is_not_found_is_told_and_keeps_nothing_else_out() {
    let home = Home::new();
    let before = home.session();
    home.put(
        "edited.csv",
        "id,words,verdict\nk0000003,Fares rose by 18 percent in March,disputed\nkx,No such words,disputed\n",
    );
    let dry = home.run(&["import", "ferry", "edited.csv", "--from", "ole", "--dry-run"]);
    assert_eq!((dry.status.code(), home.session()), (Some(1), before));
    let said = String::from_utf8(dry.stderr).unwrap();
    assert!(said.contains("1 can't be taken in and is left out; nothing is in the session yet"), "{said}");
    let output = home.run(&["import", "ferry", "edited.csv", "--from", "ole"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("1 can't be taken in and is left out; all else is in the session"), "{said}");
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("row 2          –          left out: its words are not in the article: “No such words”"),
        "{shown}"
    );
    home.told(&["import", "ferry", "edited.csv", "--from", "ole", "--anyway"]);
    assert_eq!(home.session()["claims"][2]["readings"][1]["verdict"], "disputed");
}

#[test]
fn an_option_that_a_format_does_not_take_is_refused_with_those_that_do() {
    let home = Home::new();
    for (asked, why) in [
        (&["csv", "--graph"][..], "csv takes no such thing; --graph is for --to claimreview"),
        (&["ris", "--bom"], "ris takes no such thing; --bom is for --to csv"),
        (&["csl", "--rows", "sources"], "csl takes no such thing; --rows is for --to csv"),
        (
            &["docx", "--history", "-o", "x.docx"],
            "docx takes no such thing; --history is for --to html, markdown, report-docx or json",
        ),
        (&["json", "--claim", "2"], "json takes no such thing; --each and --claim are for --to claimreview"),
    ] {
        let (code, said) = home.refused(asked);
        assert!(code == 2 && said.contains(why), "{asked:?}: {said}");
    }
}

#[test]
fn what_can_not_be_read_is_named_and_changes_nothing() {
    let home = Home::new();
    let before = home.session();
    home.put("page.html", "<p>Hello</p>");
    for (file, why) in [("page.html", "it is a page, which is not read back"), ("none.csv", "there is no such file")] {
        let output = home.run(&["import", "ferry", file]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(file) && said.contains(why), "{said}");
    }
    assert_eq!(home.session(), before);
}

/// The picker over a desk with a confidential source, its first preview there.
fn picker() -> TestDesk {
    let sourced = desk().keys("s tab").types("A letter").keys("backtab space ctrl-s esc");
    previewed(sourced.keys("E"))
}

/// What the shell does for previews until none is asked for any more.
fn previewed(desk: TestDesk) -> TestDesk {
    let owed = desk.owed.len();
    let desk = came(desk);
    if desk.owed.len() > owed { previewed(desk) } else { desk }
}

/// What the shell does for the preview that was asked for last.
fn came(desk: TestDesk) -> TestDesk {
    let Some(Effect::Preview(sight)) = desk.owed.last().cloned() else { return desk };
    let text = export::preview(desk.session(), sight.wanted.format, &sight.wanted.options);
    let preview = text.map(|text| Arc::new(Preview::new(text, sight.width))).map_err(|error| error.to_string());
    desk.action(Action::Came(Outcome::Previewed(sight, preview)))
}

fn written(desk: &TestDesk) -> Writing {
    match desk.owed.last() {
        Some(Effect::Write(writing)) => Writing::clone(writing),
        other => panic!("{other:?} is owed"),
    }
}

#[test]
fn the_picker_shows_what_a_format_is_for_and_what_it_will_say() {
    let desk = picker().sees("report for the editor").sees("Fact-check: Bridge repair runs over budget");
    let desk = previewed(desk.keys("j j j j j")).sees("one comment a claim").sees("in words").sees("    1 ○ unchecked");
    previewed(desk.keys("k k k k k k k k k k k"))
        .sees("text and brat standoff")
        .sees("T1")
        .keys("esc")
        .sees_no("standoff");
}

#[test]
fn with_ascii_only_no_preview_shows_anything_else() {
    let mut desk = picker().keys("esc v d j u");
    desk.model.settings.look.ascii = true;
    let mut desk = previewed(desk.keys("E"));
    for _ in Format::ALL {
        let screen = desk.screen();
        assert!(screen.is_ascii(), "{:?}\n{screen}", screen.chars().find(|c| !c.is_ascii()));
        desk = previewed(desk.keys("j"));
    }
}

#[test]
fn a_preview_that_comes_late_is_let_go_and_the_one_that_counts_is_asked_for() {
    let desk = desk().keys("E").sees("one moment");
    let first = desk.owed.last().cloned();
    let desk = desk.keys("j j j j j j");
    assert_eq!(desk.owed.last().cloned(), first, "one at a time");
    let desk = came(desk).sees("one moment");
    assert_ne!(desk.owed.last().cloned(), first);
    previewed(desk).sees("# Questions");
}

#[test]
fn a_preview_scrolls_to_its_end_and_is_cut_anew_when_the_screen_is() {
    let desk = picker().keys("space").sees_no("Fact-check:").keys("g").sees("Fact-check:").keys("G");
    let end = desk.screen();
    let desk = desk.keys("space space ctrl-d");
    assert_eq!(desk.screen(), end, "it stops at its end");
    let desk = previewed(desk.sized(80, 24));
    assert!(matches!(desk.owed.last(), Some(Effect::Preview(sight)) if sight.width == 50), "{:?}", desk.owed.last());
}

#[test]
fn confidential_sources_are_left_out_until_they_are_asked_for_and_again_the_next_time() {
    let desk = picker().sees("left out: 1").sees("1 confidential source is left out").sees_no("A letter");
    let desk = previewed(desk.keys("c")).sees("given away: 1").keys("space space space").sees("A letter");
    let desk = desk.keys("enter").action(Action::Came(Outcome::Proposed("out.md".into()))).keys("enter");
    let writing = written(&desk);
    assert!(writing.wanted.options.confidential && !writing.over);
    let told = Outcome::Written(Box::new(writing.wanted), "written: out.md".to_owned());
    desk.action(Action::Came(told)).sees("written: out.md").keys("E").sees("left out: 1");
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_asking() {
    let desk = picker().keys("enter").action(Action::Came(Outcome::Proposed("bridge.report.html".into())));
    let desk = desk.sees("write to  bridge.report.html").keys("ctrl-w ctrl-u").types("~/b.html").keys("enter");
    let asked = written(&desk);
    assert_eq!((&asked.path, asked.wanted.format, asked.over), (&PathBuf::from("~/b.html"), Format::Html, false));
    let desk = desk.action(Action::Came(Outcome::Taken(Box::new(asked)))).sees("~/b.html is there already");
    let owed = desk.owed.len();
    let desk = desk.keys("n");
    assert_eq!(desk.owed.len(), owed);
    let desk = desk.action(Action::Came(Outcome::Proposed("b.html".into()))).keys("enter");
    let asked = written(&desk);
    let desk = desk.action(Action::Came(Outcome::Taken(Box::new(asked)))).keys("y");
    assert!(written(&desk).over);
    desk.action(Action::Came(Outcome::Refused("b.html: no space left".to_owned()))).sees("no space left").sees("html");
}

#[test]
fn what_a_format_takes_is_offered_and_nothing_else() {
    let desk = previewed(picker().keys("j j j j j j j j j")).sees("a row for each").sees("claim").keys("r m");
    let desk = previewed(previewed(desk)).sees("byte order mark       yes").sees("source_id").sees_no("every edit");
    let desk =
        previewed(desk.keys("h").sees("Table, CSV has no such choice").keys("j j j")).sees("needs the http or https");
    let desk = desk.keys("v").sees_no("verified ✓").keys("u").types("x").keys("a").types("https://example.org/c");
    previewed(desk.keys("enter")).sees("no claim carries a verdict yet");
}

#[test]
fn the_writers_own_document_takes_our_comments_and_is_never_written_over_unasked() {
    let home = Home::new();
    let document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The ferry carried 212 people on Monday.</w:t></w:r></w:p></w:body></w:document>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, words) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, words.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let draft = home.0.path().join("draft.docx");
    #[expect(clippy::disallowed_methods, reason = "the test plays the writer")]
    fs::write(&draft, &bytes).unwrap();
    home.told(&["new", "draft.docx"]);
    home.told(&["mark", "the-ferry", "1", "disputed", "--note", "26, says the harbour"]);
    let into = ["export", "the-ferry", "--to", "docx", "--into", "draft.docx"];
    home.told(&[&into[..], &["-o", "checked.docx"]].concat());
    let said = home.run(&[&into[..], &["-o", "draft.docx"]].concat());
    assert_eq!(said.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&said.stderr)
            .contains("that is the original itself; name another file, or say --in-place: draft.docx"),
        "{said:?}"
    );
    assert_eq!(fs::read(&draft).unwrap(), bytes);
    let told = home.told(&["import", "the-ferry", "checked.docx", "--dry-run"]);
    assert!(told.ends_with("0 changed, 0 added, 1 as they were, 0 left out\n"), "{told}");
    home.told(&[&into[..], &["--in-place"]].concat());
    assert_ne!(fs::read(&draft).unwrap(), bytes);
    let said = home.run(&["export", "ferry", "--to", "docx", "--into", "draft.docx", "-o", "no.docx"]);
    assert!(
        String::from_utf8_lossy(&said.stderr).contains("it is not the document of this session's article"),
        "{said:?}"
    );
    assert!(!home.files().contains(&"no.docx".to_owned()));
}

#[test]
fn the_writers_own_markdown_takes_our_marks_and_stays_as_it_was_beside_them() {
    let home = Home::new();
    let draft = home.0.path().join("draft.md");
    let text = "# Boats\n\nThe ferry [carried](https://a.example) **212** people on Monday.\n";
    #[expect(clippy::disallowed_methods, reason = "the test plays the writer")]
    fs::write(&draft, text).unwrap();
    home.told(&["new", "draft.md"]);
    home.told(&["mark", "boats", "1", "disputed", "--note", "26, says the harbour"]);
    let into = ["export", "boats", "--to", "criticmarkup", "--into"];
    let marked = home.told(&[&into[..], &["draft.md"]].concat());
    let line = "{==The ferry [carried](https://a.example) **212** people on Monday.==}{>>1 ✗ disputed";
    assert!(marked.starts_with("# Boats\n\n") && marked.contains(line), "{marked}");
    let said = home.run(&[&into[..], &["draft.md", "-o", "draft.md"]].concat());
    assert_eq!(said.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&draft).unwrap(), text);
    #[expect(clippy::disallowed_methods, reason = "the test plays the writer")]
    fs::write(home.0.path().join("other.md"), text.replace("212", "213")).unwrap();
    let said = home.run(&[&into[..], &["other.md"]].concat());
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("where the session has “212 people on Monday.”, it has “213 people on Monday.”"), "{said}");
}

#[test]
fn the_picker_offers_the_writers_own_document_where_the_article_came_from_one() {
    let mut session = crate::support::session_of(crate::support::BRIDGE, &crate::support::CLAIMS);
    "drafts/bridge.docx".clone_into(&mut session.article.provenance.source);
    let bridge =
        crate::support::desk_of(session).keys("E j j j j j").sees("into the writer's own").sees("drafts/bridge.docx");
    bridge.keys("i").sees("no, a document of its own").keys("i").sees("drafts/bridge.docx");
    desk()
        .keys("E j j j j j")
        .sees_no("into the writer's own")
        .keys("i")
        .sees("the article came from no Word document");
    // What came from Markdown takes the marks of that.
    let mut session = crate::support::session_of(crate::support::BRIDGE, &crate::support::CLAIMS);
    "drafts/bridge.md".clone_into(&mut session.article.provenance.source);
    crate::support::desk_of(session)
        .keys("E j j j j j")
        .sees_no("into the writer's own")
        .keys("/")
        .types("criticmarkup")
        .keys("enter")
        .sees("into the writer's own")
        .sees("drafts/bridge.md");
}
