//! The commands as a reviewer types them, on the real binary with a home of its own.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factdesk::review::{Article, Block, BlockKind, Claim, ClaimId, Origin, Session, Span, Stamp};
use factdesk::store::{Folder, Keeper, Workplace};
use serde_json::Value;

const TEXT: &str =
    "Lighthouse to be sold\n\nThe harbour board wants 2 million for it.\n\nIt was built in 1871, the keeper said.\n";

/// A home with sessions in it.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn sessions(&self) -> Folder {
        Folder::at(self.folder.path().join("sessions"))
    }

    /// Saves a session of that title with two claims, `k1aa` and `k1bb`.
    fn begin(&self, title: &str) -> PathBuf {
        let spans = [Span::new(0, 21), Span::new(23, 64), Span::new(66, 104)];
        let kinds = [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph];
        let blocks = kinds.into_iter().zip(spans).map(|(kind, span)| Block::new(kind, span)).collect();
        let article = Article::new(title, TEXT, blocks).unwrap();
        let claim = |(id, span): (&str, Span)| Claim::new(ClaimId::from(id), span, Origin::Proposed);
        let claims = [("k1aa", spans[1]), ("k1bb", spans[2])].map(claim).into_iter().collect();
        let (keeper, path) =
            Keeper::create(&self.sessions(), &Session::new("id", article, claims), &desk(), Box::new(drop)).unwrap();
        keeper.close().unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.folder.path()).env("PATH", "").current_dir(self.folder.path());
        command.env("FACTDESK_SESSIONS", self.sessions().path()).env("FACTDESK_REVIEWER", "anna");
        command.args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command prints that must succeed.
    fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The exit code and stderr of a command that must fail, with nothing on stdout.
    fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert_eq!(output.stdout, b"", "{args:?}");
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

fn desk() -> Workplace {
    Workplace {
        pid: 1,
        host: "desk".to_owned(),
        since: Stamp::default(),
        now: || Stamp::from("2026-11-23T12:00:00Z"),
        ahead: 0,
    }
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "the tests play a program that knows nothing of safe writing")]
fn scribble(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

#[test]
fn a_marked_claim_is_in_the_file_with_who_and_why() {
    let home = Home::new();
    let path = home.begin("Lighthouse to be sold");
    let told =
        home.told(&["mark", "light", "2", "disputed", "--note", "Plaque: 1873", "--source", "https://example.org/p"]);
    assert_eq!(told, "2  k1bb  disputed  It was built in 1871, the keeper said.\n");
    let claim = json(&path)["claims"][1].clone();
    assert_eq!(
        (&claim["verdict"], &claim["marked_by"], &claim["note"]),
        (&"disputed".into(), &"anna".into(), &"Plaque: 1873".into())
    );
    assert_eq!(
        (&claim["sources"][0]["id"], &claim["sources"][0]["url"]),
        (&"s1".into(), &"https://example.org/p".into())
    );
    assert_eq!(json(&path)["history"].as_array().unwrap().len(), 3);
    home.told(&["mark", "light", "k1b", "none"]);
    assert_eq!(json(&path)["claims"][1]["verdict"], Value::Null);
    home.told(&["note", "light", "k1bb", "-42% says the board"]);
    // Another's is not written over.
    let output = home.run(&["note", "light", "k1bb", "Asked the keeper", "--reviewer", "bea"]);
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("its note was another's, and stays as a remark of theirs")
    );
    let claim = &json(&path)["claims"][1];
    assert_eq!((&claim["note"], &claim["remarks"][0]["by"]), (&"Asked the keeper".into(), &"anna".into()));
    assert_eq!(claim["remarks"][0]["text"], "-42% says the board");
    home.told(&["note", "light", "k1bb", "-42% says the board", "--reviewer", "bea"]);
    assert_eq!(json(&path)["claims"][1]["note"], "-42% says the board");
    home.told(&["note", "light", "k1bb", ""]);
    assert_eq!(json(&path)["claims"][1]["note"], "");
}

#[test]
fn the_flags_go_before_the_environment_and_stand_anywhere() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let sessions = home.sessions().path().to_str().unwrap().to_owned();
    home.told(&["--reviewer", "Jo  Ax", "mark", "--sessions", &sessions, "lighthouse", "1", "verified"]);
    assert_eq!(json(&path)["claims"][0]["marked_by"], "Jo Ax");
    fs::create_dir(home.folder.path().join("empty")).unwrap();
    assert_eq!(home.told(&["--sessions", "empty", "list"]), "");
}

#[test]
fn a_list_names_every_session_and_what_is_left() {
    let home = Home::new();
    home.begin("Lighthouse");
    let torn = home.begin("Zebra crossing");
    scribble(&torn, "{ \"format\": \"fact");
    home.told(&["mark", "lighthouse", "1", "unknown"]);
    let told = home.told(&["list"]);
    assert!(told.contains("lighthouse          1/2  ✓0 ✗0 ?1 ○1 –0"), "{told}");
    assert!(told.contains("zebra-crossing  can't be read") && told.contains("torn"), "{told}");
    let listed: Value = serde_json::from_str(&home.told(&["list", "--json"])).unwrap();
    let line = listed.as_array().unwrap().iter().find(|line| line["name"] == "lighthouse").unwrap();
    assert_eq!((&line["settled"], &line["unchecked"], &line["title"]), (&1.into(), &1.into(), &"Lighthouse".into()));
}

#[test]
fn sessions_are_made_without_a_screen_and_none_twice() {
    let home = Home::new();
    let article = home.folder.path().join("ferry.txt");
    scribble(&article, "Ferry late\n\nThe ferry to Holm was 20 minutes late on Monday, the line said.\n");
    let named = article.to_str().unwrap();
    let made: Value = serde_json::from_str(&home.told(&["new", named, "--json"])).unwrap();
    assert_eq!((&made[0]["title"], &made[0]["made"]), (&"Ferry late".into(), &true.into()));
    let file = Path::new(made[0]["path"].as_str().unwrap());
    assert_eq!(json(file)["claims"].as_array().unwrap().len() as u64, made[0]["claims"].as_u64().unwrap());
    let again: Value = serde_json::from_str(&home.told(&["new", named, "--json"])).unwrap();
    assert_eq!((&again[0]["path"], &again[0]["made"]), (&made[0]["path"], &false.into()));
    // What can't be read is told, and the others are made all the same.
    scribble(&article, "Ferry on time\n\nThe ferry to Holm was on time on all 30 days of June, the line said.\n");
    let output = home.run(&["new", "missing.txt", named]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("missing.txt"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("ferry-on-time.factdesk.json"));
}

#[test]
fn a_policy_beside_the_session_says_what_a_settled_claim_needs() {
    let home = Home::new();
    let policy = home.begin("Lighthouse").with_file_name("lighthouse.policy.toml");
    for number in ["1", "2"] {
        home.told(&["mark", "lighthouse", number, "verified"]);
    }
    let output = home.run(&["check", "lighthouse"]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("2 verified without a source"));
    scribble(&policy, "sources = 1\n");
    let output = home.run(&["check", "lighthouse"]);
    assert_eq!(output.status.code(), Some(10));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("  no source: The harbour board") && said.starts_with("0/2  ✓2"), "{said}");
    assert!(home.told(&["export", "lighthouse", "--to", "markdown"]).contains("### Against the policy (2)"));
    home.told(&["mark", "lighthouse", "1", "verified", "--source", "https://example.org/log"]);
    // A verdict that is less than the policy asks for settles nothing, wherever it is counted.
    let said = String::from_utf8(home.run(&["check", "lighthouse", "--json"]).stdout).unwrap();
    assert!(said.contains("\"settled\": 1") && said.contains("\"verified\": 2"), "{said}");
    let listed = || home.told(&["list"]);
    assert!(listed().contains(" 1/2  ✓2"), "{}", listed());
    assert!(home.told(&["sign-off", "lighthouse"]).contains("1/2  ✓2"));
    for format in ["markdown", "html"] {
        let report = home.told(&["export", "lighthouse", "--to", format]);
        assert!(!report.contains("2 of 2 claims settled"), "{format}");
        assert_eq!(report.matches("1 of 2 claims settled").count(), if format == "html" { 3 } else { 2 }, "{format}");
    }
    home.told(&["mark", "lighthouse", "2", "verified", "--source", "https://example.org/log"]);
    assert!(home.run(&["check", "lighthouse"]).status.success());
    // What is asked counts at once, wherever it is written.
    assert!(listed().contains(" 2/2  ✓2"), "{}", listed());
    scribble(&policy, "primary = true\n");
    assert!(listed().contains(" 0/2  ✓2"), "{}", listed());
    scribble(&policy.with_file_name("policy.toml"), "readings = 2\n");
    std::fs::remove_file(&policy).unwrap();
    let counts: Value = serde_json::from_str(&home.told(&["list", "--json"])).unwrap();
    assert_eq!((&counts[0]["settled"], &counts[0]["verified"]), (&0.into(), &2.into()));
    std::fs::remove_file(policy.with_file_name("policy.toml")).unwrap();
    assert!(listed().contains(" 2/2  ✓2"), "{}", listed());
    scribble(&policy, "sources = 1\nreading = 2\n");
    let (code, said) = home.refused(&["check", "lighthouse"]);
    assert_eq!(code, 1);
    assert!(said.contains("line 2: unknown field `reading`"), "{said}");
    // The counts of a list are not what was asked for then, and it says so.
    let output = home.run(&["list", "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() && said.contains("left out of the counts: line 2: unknown field `reading`"),
        "{said}"
    );
    assert_eq!(said.matches("lighthouse.policy.toml").count(), 1, "{said}");
}

#[test]
fn check_minds_what_contradicts_itself_when_it_is_told_to() {
    let home = Home::new();
    let article = home.folder.path().join("ferry.txt");
    scribble(&article, "Ferry late\n\nThe ferry to Holm was 20 minutes late on Monday, 13 May 2025, the line said.\n");
    let made: Value = serde_json::from_str(&home.told(&["new", article.to_str().unwrap(), "--json"])).unwrap();
    let path = Path::new(made[0]["path"].as_str().unwrap()).to_path_buf();
    for claim in json(&path)["claims"].as_array().unwrap() {
        home.told(&[
            "mark",
            "ferry-late",
            claim["number"].as_str().unwrap_or("1"),
            "verified",
            "--source",
            "https://example.org/log",
        ]);
    }
    assert!(home.run(&["check", "ferry-late"]).status.success(), "nobody asked for it");
    let says = "contradicts itself: 13 May 2025 was a Tuesday, not a Monday";
    for (policy, flag) in [("", "--lint"), ("contradictions = true\n", "--json"), ("contradictions = true\n", "--lint")]
    {
        scribble(&path.with_file_name("ferry-late.policy.toml"), policy);
        let output = home.run(&["check", "ferry-late", flag]);
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(10), "{told}");
        assert!(told.contains(says) || told.contains("\"13 May 2025 was a Tuesday, not a Monday\""), "{told}");
    }
    // The reports list it, too.
    for format in ["markdown", "html"] {
        let report = home.told(&["export", "ferry-late", "--to", format]);
        assert!(report.contains("The text against itself") && report.contains("was a Tuesday"), "{report}");
    }
    let digest = home.folder.path().join("digest.docx");
    home.told(&["export", "ferry-late", "--to", "digest-docx", "--output", digest.to_str().unwrap()]);
    let read = home.told(&["sentences", digest.to_str().unwrap(), "--json"]);
    assert!(read.contains("The text against itself") && read.contains("was a Tuesday"), "{read}");
}

#[test]
fn check_tells_by_its_exit_code_what_is_left() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let output = home.run(&["check", "lighthouse"]);
    assert_eq!(output.status.code(), Some(10));
    assert!(String::from_utf8(output.stdout).unwrap().contains("   1  k1aa  unchecked: The harbour board"));
    home.told(&["mark", "lighthouse", "1", "verified"]);
    home.told(&["mark", "lighthouse", "2", "unknown"]);
    let checked: Value = serde_json::from_str(&home.told(&["check", "lighthouse", "--json"])).unwrap();
    assert_eq!((&checked["sound"], &checked["unsettled"]), (&true.into(), &Value::Array(Vec::new())));
    let file = fs::read_to_string(&path).unwrap();
    scribble(&path, &file.replacen("\"exact\": \"The harbour", "\"exact\": \"The hidden", 1));
    let (code, said) = home.refused(&["check", "lighthouse"]);
    assert!(code == 1 && said.contains("claim k1aa: its words are not in the article"), "{said}");
    let output = home.run(&["check", "lighthouse", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"sound\": false"));
}

#[test]
fn a_verdict_that_is_none_settles_nothing_and_is_told() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    home.told(&["mark", "lighthouse", "1", "verified"]);
    home.told(&["mark", "lighthouse", "2", "disputed"]);
    assert_eq!(home.run(&["check", "lighthouse"]).status.code(), Some(0));
    let file = fs::read_to_string(&path).unwrap();
    let at = file.find("\"claims\"").unwrap();
    let (head, claims) = file.split_at(at);
    scribble(&path, &format!("{head}{}", claims.replacen("\"verified\"", "\"verfied\"", 1)));
    let checked = home.run(&["check", "lighthouse"]);
    let told = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert_eq!(checked.status.code(), Some(10), "{told}");
    assert!(told.contains("1/2  ✓0 ✗1 ?0 ○0 –0 •1"), "{told}");
    assert!(told.contains("“verfied” is no verdict that this version knows"), "{told}");
}

#[test]
fn a_session_that_has_lost_its_claims_is_not_sound() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let mut session = json(&path);
    session.as_object_mut().unwrap().remove("claims");
    scribble(&path, &session.to_string());
    let (code, said) = home.refused(&["check", "lighthouse"]);
    assert!(code == 1 && said.contains("missing field `claims`"), "{said}");
}

#[test]
fn what_is_no_session_is_told_how_it_becomes_one_and_backups_are_named_where_there_are_any() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let article = home.folder.path().join("lamp.txt");
    scribble(&article, "The lamp burns oil.");
    let (_, said) = home.refused(&["check", article.to_str().unwrap()]);
    assert!(said.contains("no session") && said.contains("a session is made by: factdesk new"), "{said}");
    assert!(!said.contains("restore"), "{said}");
    scribble(&path, "{ \"format\": \"factdesk-session\", ");
    let (_, said) = home.refused(&["check", "lighthouse"]);
    assert!(said.contains("is torn") && said.contains("has no backups"), "{said}");
}

#[test]
fn a_reviewer_without_a_name_is_whoever_else_is_told() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let named = home.run(&["mark", "lighthouse", "1", "verified", "--reviewer", ""]);
    assert!(named.status.success());
    home.told(&["mark", "lighthouse", "1", "verified"]);
    assert!(json(&path)["claims"][0]["readings"].is_null(), "{}", json(&path)["claims"][0]);
}

#[test]
fn a_mistake_is_told_with_the_file_and_the_way_out() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    home.begin("Light rail");
    let before = fs::read(&path).unwrap();
    for (args, code, says) in [
        (
            &["mark", "lig", "1", "verified"][..],
            1,
            "several sessions begin with lig; give more of the name: light-rail, lighthouse",
        ),
        (&["mark", "heavy", "1", "verified"], 1, "there is no such session"),
        (&["mark", "lighthouse", "9", "verified"], 1, "there is no claim 9; the last one is 2: "),
        (&["mark", "lighthouse", "k1", "verified"], 1, "several claims begin with \"k1\": k1aa, k1bb"),
        (&["mark", "lighthouse", "1", "true"], 2, "possible values: verified, disputed, unknown, none"),
        (&["mark", "lighthouse", "1", "verified", "--source", "javascript:x"], 2, "is no link"),
        (&["check", "../lighthouse"], 1, "there is no such session"),
        (&["restore", "lighthouse", "7"], 1, "there is no backup 7"),
        (&["check", "/dev/null/x.json"], 1, "there is no such session"),
        (&["check", "/dev/zero"], 1, "a device or pipe, not a session file"),
        (&["lighthouse", "list"], 2, "stands before a command"),
    ] {
        let (exit, said) = home.refused(args);
        assert!(exit == code && said.contains(says), "{args:?}: {exit} {said}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_search_without_a_hit_fails_as_other_searches_do() {
    let home = Home::new();
    home.begin("Lighthouse");
    assert!(home.run(&["search", "keeper"]).status.success());
    for args in [&["search", "zeppelin"][..], &["search", "zeppelin", "--json"]] {
        assert_eq!(home.run(args).status.code(), Some(1), "{args:?}");
    }
    assert_eq!(home.refused(&["search", " "]).0, 2);
}

#[test]
fn a_mistake_begins_with_the_reason_and_ends_with_the_file() {
    let home = Home::new();
    home.begin("Lighthouse");
    let gone = home.folder.path().join("no/such/folder/minutes of march.md");
    let torn = home.sessions().path().join("torn.factdesk.json");
    scribble(&torn, "{\"format\": \"factdesk-session\", ");
    let folder = home.sessions().path().to_owned();
    for (args, named) in [
        (vec!["claims", gone.to_str().unwrap()], &gone),
        (vec!["claims", folder.to_str().unwrap()], &folder),
        (vec!["redraft", "lighthouse", gone.to_str().unwrap()], &gone),
        (vec!["export", "lighthouse", "--to", "html", "-o", gone.to_str().unwrap()], &gone),
        (vec!["mark", "torn", "1", "verified"], &torn),
        (vec!["export", "torn", "--to", "csv"], &torn),
        (vec!["import", "lighthouse", gone.to_str().unwrap()], &gone),
        (vec!["check", folder.to_str().unwrap()], &folder),
    ] {
        let (_, said) = home.refused(&args);
        let (said, named) = (said.trim_end().trim_start_matches("factdesk: "), named.to_str().unwrap());
        assert!(said.ends_with(named), "{args:?}: {said}");
        assert!(!said.starts_with(['/', '.']) && said.matches(named).count() == 1, "{args:?}: {said}");
        assert!(!said.contains("os error 2"), "{args:?}: {said}");
    }
}

#[test]
fn an_unreadable_session_is_left_alone_and_comes_back_from_its_backup() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    home.told(&["mark", "lighthouse", "1", "verified"]);
    home.told(&["mark", "lighthouse", "2", "disputed"]);
    scribble(&path, "\0\0\0\0");
    let (code, said) = home.refused(&["mark", "lighthouse", "1", "verified"]);
    assert!(code == 1 && said.contains("nothing but NUL bytes") && said.contains("factdesk restore"), "{said}");
    assert_eq!(fs::read(&path).unwrap(), b"\0\0\0\0");
    let table = home.told(&["restore", "lighthouse"]);
    assert!(table.starts_with("  1  20") && table.contains("run") && table.contains("1/2  ✓1"), "{table}");
    home.told(&["restore", "lighthouse", "1"]);
    assert_eq!(json(&path)["claims"][0]["verdict"], "verified");
    let table = home.told(&["restore", "lighthouse"]);
    assert!(table.contains("restore can't be read: the file holds nothing but NUL"), "{table}");
    fs::remove_file(&path).unwrap();
    home.told(&["restore", "lighthouse", "2"]);
    assert_eq!(json(&path)["claims"][0]["verdict"], "verified");
}

#[test]
fn what_a_backup_would_change_is_shown_first() {
    let home = Home::new();
    home.begin("Lighthouse");
    home.told(&["mark", "lighthouse", "1", "verified", "--note", "Board minutes"]);
    let table = home.told(&["restore", "lighthouse"]);
    assert!(table.contains("0/2  ✓0 ✗0 ?0 ○2 –0  1 claim differs"), "{table}");
    let shown = home.told(&["restore", "lighthouse", "1", "--show"]);
    assert!(
        shown.contains("now     verified, note \"Board minutes\"") && shown.contains("backup  unchecked"),
        "{shown}"
    );
    assert!(home.run(&["check", "lighthouse"]).stdout.starts_with("1/2".as_bytes()));
}

#[test]
fn text_from_outside_does_not_act_on_the_terminal() {
    let home = Home::new();
    home.begin("Light\u{1b}]52;c;eA==\u{7}\u{202e}house\u{9b}2J");
    scribble(&home.sessions().path().join("odd\u{1b}[2J.factdesk.json"), "\u{1b}[31m");
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["check", "light"],
        &["check", "odd"],
        &["mark", "light", "\u{1b}[5n", "none"],
        &["\u{1b}c", "list"],
        &["--\u{1b}c"],
    ] {
        let output = home.run(args);
        for told in [output.stdout, output.stderr] {
            let told = String::from_utf8(told).unwrap();
            let acts = |one: char| one != '\n' && (one.is_control() || one == '\u{202e}');
            assert!(!told.chars().any(acts), "{args:?}: {told:?}");
        }
    }
}

#[test]
fn two_that_mark_at_once_beside_an_open_workbench_lose_nothing() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let (keeper, opened) = Keeper::open(&path, &desk(), Box::new(drop)).unwrap();
    let rounds = 15;
    std::thread::scope(|scope| {
        for claim in ["1", "2"] {
            let home = &home;
            scope.spawn(move || {
                for round in 0..rounds {
                    let verdict = ["verified", "disputed"][round % 2];
                    home.told(&["mark", "lighthouse", claim, verdict]);
                }
            });
        }
        for generation in 1..=5 {
            keeper.save(&opened.session, generation);
        }
    });
    keeper.close().unwrap();
    let marks = json(&path)["history"].as_array().unwrap().iter().filter(|entry| entry["by"] == "anna").count();
    assert_eq!(marks, 2 * rounds);
}

#[test]
fn every_command_is_in_the_manual_the_completions_and_the_docs() {
    let home = Home::new();
    let help = home.told(&["help"]);
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let own = commands.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let names: Vec<&str> = own.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"export") && names.contains(&"man"), "{names:?}");
    let manual = home.told(&["man"]);
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scripts.md")).unwrap();
    let scripts = ["bash", "zsh", "fish", "elvish", "powershell"].map(|shell| home.told(&["completions", shell]));
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(manual.contains(&format!("\n.SS {name}\n")), "{name} is not in the manual");
        assert!(docs.contains(&format!("`factdesk {name}")), "{name} is not in docs/scripts.md");
        assert!(scripts.iter().all(|script| script.contains(name)), "{name} is not completed");
    }
    assert!(scripts.iter().take(3).all(|script| script.contains("claimreview")), "formats are completed");
}

#[test]
fn bash_takes_its_completions() {
    let home = Home::new();
    let script = home.folder.path().join("completions");
    scribble(&script, &home.told(&["completions", "bash"]));
    let typed = format!(
        ". {}; COMP_WORDS=(factdesk exp); COMP_CWORD=1; _factdesk factdesk exp factdesk; echo ${{COMPREPLY[0]}}",
        script.display()
    );
    let Ok(output) = Command::new("bash").args(["-c", &typed]).output() else { return };
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "export\n", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_settings_file_gives_way_to_the_environment_and_that_to_the_command_line() {
    let home = Home::new();
    let file = home.folder.path().join("my.toml");
    let held = "theme = \"light\"\nreviewer = \"Bo\"\nadvance = false\n[keys.desk]\nundo = \"U\"\n";
    scribble(&file, held);
    let told = home.told(&["config", "--config", "my.toml", "--theme", "high-contrast", "--stay=false"]);
    for line in ["# my.toml", "theme = \"high-contrast\"", "reviewer = \"anna\"", "advance = true", "undo = \"U\""] {
        assert!(told.lines().any(|found| found == line), "{line} is not in\n{told}");
    }
    scribble(&home.folder.path().join("again.toml"), &told);
    assert!(home.told(&["config", "--config", "again.toml"]).contains("theme = \"high-contrast\""), "it reads back");
    assert!(home.told(&["keys", "--config", "my.toml"]).contains("  U                      undo "));

    let path = home.begin("Lighthouse");
    let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
    command.env_clear().env("HOME", home.folder.path()).env("PATH", "").env("FACTDESK_CONFIG", &file);
    let marked = command.arg("mark").arg(&path).args(["k1aa", "verified"]).output().unwrap();
    assert!(marked.status.success(), "{}", String::from_utf8_lossy(&marked.stderr));
    assert_eq!(json(&path)["claims"][0]["marked_by"], "Bo");
}

#[test]
fn a_wrong_line_of_the_settings_is_named_with_its_file_and_the_way_out() {
    let home = Home::new();
    scribble(&home.folder.path().join("my.toml"), "# mine\n\nthem = \"dark\"\n");
    let (code, said) = home.refused(&["config", "--config", "my.toml"]);
    assert_eq!(
        (code, said.as_str()),
        (1, "factdesk: my.toml:3: setting \"them\" is not known; did you mean \"theme\"?\n")
    );
    let (code, said) = home.refused(&["keys", "--config", "none.toml"]);
    assert_eq!(code, 2);
    assert!(said.contains("none.toml") && said.contains("--config FILE"), "{said}");
}

#[test]
fn the_settings_in_the_docs_are_settings() {
    let home = Home::new();
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/settings.md")).unwrap();
    let sample = docs.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    scribble(&home.folder.path().join("sample.toml"), sample);
    assert!(home.told(&["config", "--config", "sample.toml"]).contains("copy = \"Y ctrl-y\""));
}

#[test]
fn the_json_of_scripts_has_the_fields_that_the_docs_promise() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scripts.md")).unwrap();
    let fields = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let counts = [
        "total",
        "settled",
        "verified",
        "disputed",
        "unknown",
        "unchecked",
        "differs",
        "other",
        "dismissed",
        "conflicts",
    ];
    let listed: Value = serde_json::from_str(&home.told(&["list", "--json"])).unwrap();
    let behind = ["owed", "draft", "source", "reviewers", "last", "copies"];
    assert_eq!(fields(&listed[0]), [&["name", "path", "title"][..], &counts, &behind].concat());
    let check = || serde_json::from_slice::<Value>(&home.run(&["check", "lighthouse", "--json"]).stdout).unwrap();
    let checked = check();
    let head = ["path", "sound", "title", "version"];
    assert_eq!(fields(&checked), [&head[..], &counts, &["unsettled", "notices"]].concat());
    assert_eq!(fields(&checked["unsettled"][0]), ["number", "id", "exact", "conflicts", "breaches"]);
    scribble(&path, "{}");
    let torn = check();
    assert_eq!(fields(&torn), ["path", "sound", "trouble"]);
    for value in [&listed[0], &checked, &checked["unsettled"][0], &torn] {
        for field in fields(value) {
            assert!(docs.contains(&format!("`{field}`")), "{field}");
        }
    }
    for format in factdesk::export::Format::ALL {
        assert!(docs.contains(&format!("| `{format}` | {} |", format.about())), "{format}");
    }
}

#[test]
fn what_was_checked_is_told_with_what_it_says_otherwise() {
    let home = Home::new();
    home.begin("Lighthouse to be sold");
    home.told(&["mark", "lighthouse", "1", "verified"]);
    let told = home.told(&["memory", "The harbour board wants no 3 million for it."]);
    assert!(told.contains("not the same words: there “2”, here “no 3”"), "{told}");
    assert!(!home.told(&["memory", "The harbour board wants 2 million for it."]).contains("not the same"));
    let json: Value =
        serde_json::from_str(&home.told(&["memory", "The harbour board wants no 3 million for it.", "--json"]))
            .unwrap();
    assert_eq!(json[0][0]["differs"], serde_json::json!(["there “2”, here “no 3”"]));
}

#[test]
fn a_copy_beside_a_session_is_told_by_whoever_says_how_it_stands() {
    let home = Home::new();
    let path = home.begin("Lighthouse");
    let copy = "lighthouse.sync-conflict-20261128-101112-ABCDEFG.factdesk.json";
    fs::copy(&path, path.with_file_name(copy)).unwrap();
    let says = |args: &[&str]| String::from_utf8(home.run(args).stderr).unwrap();
    for command in ["check", "sign-off"] {
        let told = says(&[command, "lighthouse"]);
        assert!(told.contains("a copy lies beside it") && told.contains(copy), "{command}: {told}");
    }
    let checked: Value = serde_json::from_slice(&home.run(&["check", "lighthouse", "--json"]).stdout).unwrap();
    assert!(checked["notices"][0].as_str().unwrap().contains(copy), "{checked}");
}

#[cfg(unix)]
#[test]
fn a_copy_is_its_owners_as_the_session_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    let path = home.begin("Lighthouse");
    for (blind, name) in [(&[][..], "lighthouse-copy"), (&["--blind"], "lighthouse-blind")] {
        home.told(&[&["copy", "lighthouse"], blind].concat());
        let mode = fs::metadata(path.with_file_name(format!("{name}.factdesk.json"))).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_folder_that_is_named_and_not_there_is_not_an_empty_one() {
    let home = Home::new();
    for args in [&["list", "--sessions", "nowhere"][..], &["search", "tower", "--sessions", "nowhere"]] {
        assert_eq!(
            home.refused(args),
            (1, "factdesk: there is no such folder; name another with --sessions: nowhere\n".to_owned())
        );
    }
    assert_eq!(home.told(&["list"]), "", "nobody has begun yet");
}

#[cfg(target_os = "linux")]
#[test]
fn a_mark_whose_answer_finds_no_room_is_kept_and_says_so() {
    let home = Home::new();
    let path = home.begin("Lighthouse to be sold");
    let mut command = home.command(&["mark", "lighthouse", "1", "verified"]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command.stdout(full).output().unwrap();
    let says = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(says.contains("could not be printed; what was to be saved is saved: No space left"), "{says}");
    assert_eq!(json(&path)["claims"][0]["verdict"], "verified");
}
