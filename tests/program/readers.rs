//! A second reader, and who is to check what, as a reviewer types it.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factdesk::review::{Article, Block, BlockKind, Claim, ClaimId, Origin, Session, Span};
use factdesk::store::{format, save};
use serde_json::Value;

/// A folder with two sessions in it: a finished check, `ferry`, and one that nobody has begun, `quay`.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/sessions/complete.json");
        fs::copy(sample, home.0.path().join("ferry.factdesk.json")).unwrap();
        fs::copy(home.bare(), home.0.path().join("quay.factdesk.json")).unwrap();
        home
    }

    /// A session over two sentences.
    fn bare(&self) -> PathBuf {
        let spans = [Span::new(0, 18), Span::new(19, 38)];
        let text = "The ferry is late. The quay is closed.";
        let article = Article::new("Quay", text, vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))]);
        let claim = |(id, span): (&str, Span)| Claim::new(ClaimId::from(id), span, Origin::Proposed);
        let session =
            Session::new("id", article.unwrap(), ["k1aa", "k1bb"].into_iter().zip(spans).map(claim).collect());
        let path = self.0.path().join("bare");
        save::whole(&path, &format::print(&session)).unwrap();
        path
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.0.path()).env("FACTDESK_REVIEWER", "bea").current_dir(self.0.path());
        command.args(["--sessions", "."]).args(args).output().unwrap()
    }

    fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(!output.status.success(), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn session(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.0.path().join(name)).unwrap()).unwrap()
    }
}

/// The claims of a session file.
fn claims(session: &Value) -> &Vec<Value> {
    session["claims"].as_array().unwrap()
}

#[test]
fn a_blind_copy_lies_beside_the_session_and_shows_nothing_of_the_first_reading() {
    let home = Home::new();
    assert_eq!(home.told(&["copy", "ferry", "--blind", "--no-sources"]), "./ferry-blind.factdesk.json\n");
    let (first, copy) = (home.session("ferry.factdesk.json"), home.session("ferry-blind.factdesk.json"));
    assert_eq!((&copy["id"], &copy["blind"], &copy["history"]), (&first["id"], &true.into(), &Value::Array(vec![])));
    assert_eq!(claims(&copy).len(), claims(&first).len());
    for claim in claims(&copy) {
        for field in ["note", "sources", "readings", "settled", "corrections", "queries", "replies", "tags"] {
            let value = &claim[field];
            let none = value.is_null() || *value == "" || value.as_array().is_some_and(Vec::is_empty);
            assert!(none, "{field}: {value}");
        }
        assert_eq!(claim["verdict"], Value::Null);
    }
    // A second one gets a name of its own, and a file that is there is left alone.
    assert_eq!(home.told(&["copy", "ferry", "--blind"]), "./ferry-blind-2.factdesk.json\n");
    let there = home.refused(&["copy", "ferry", "-o", "ferry-blind.factdesk.json"]);
    assert!(there.contains("ferry-blind.factdesk.json"), "{there}");
    assert!(home.refused(&["copy", "ferry", "--no-sources"]).contains("--blind"));
}

#[test]
fn claims_are_assigned_by_number_range_and_speaker_and_one_undo_takes_it_back() {
    let home = Home::new();
    assert_eq!(home.told(&["assign", "ferry", "1-2", "  bea   roe "]), "2 claims assigned to bea roe\n");
    let session = home.session("ferry.factdesk.json");
    let names: Vec<&str> = claims(&session).iter().map(|claim| claim["assignee"].as_str().unwrap_or("")).collect();
    assert_eq!(names, ["bea roe", "bea roe"]);
    let entries = session["history"].as_array().unwrap();
    let [.., first, second] = entries.as_slice() else { unreachable!("two entries") };
    assert_eq!(second["with"], first["id"], "one undo takes both back");
    assert_eq!(home.told(&["assign", "ferry", "1", ""]), "1 claim assigned to nobody\n");
    assert!(home.refused(&["assign", "ferry", "900-901", "bea"]).contains("there is no claim from 900 to 901"));
    assert!(
        home.refused(&["assign", "ferry", "1-99", "bea"])
            .contains("there is no claim 99; the last one is 2: write 1-2")
    );
    assert!(home.refused(&["assign", "ferry", "2-1", "bea"]).contains("2-1 runs backwards: write 1-2"));
    assert!(home.refused(&["assign", "ferry", "--speaker", "Nobody", "bea"]).contains("no claim has the speaker"));
    assert!(home.refused(&["assign", "ferry", "bea"]).contains("CLAIMS NAME"));
}

#[test]
fn a_surname_that_two_share_is_nobodys_by_itself() {
    let home = Home::new();
    let text = "Anna Berg came. Karl Berg left. The dam is safe, Anna Berg said. It leaks, Karl Berg said.";
    let article = Article::new("Dam", text, vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))]).unwrap();
    let claim = |(words, speaker): (&str, &str)| {
        let at = text.find(words).unwrap();
        let mut claim = Claim::new(ClaimId::from(words), Span::new(at, at + words.len()), Origin::Proposed);
        claim.speaker = Some(Box::new(factdesk::review::Speaker::new(speaker)));
        claim
    };
    let claims = [("The dam is safe", "Anna Berg"), ("It leaks", "Karl Berg")];
    let session = Session::new("dam", article, claims.into_iter().map(claim).collect());
    save::whole(&home.0.path().join("dam.factdesk.json"), &format::print(&session)).unwrap();
    let refused = home.refused(&["assign", "dam", "--speaker", "Berg", "bea"]);
    assert!(
        refused.contains("several people are called Berg: Anna Berg and Karl Berg; give the one's full name"),
        "{refused}"
    );
    assert_eq!(home.told(&["assign", "dam", "--speaker", "karl berg", "bea"]), "1 claim assigned to bea\n");
}

#[test]
fn a_second_reading_comes_back_without_a_conflict_and_takes_nothing_away() {
    let home = Home::new();
    for (number, verdict) in [("1", "verified"), ("2", "unknown")] {
        home.told(&["mark", "quay", number, verdict, "--note", "The log says so.", "--reviewer", "anna"]);
    }
    home.told(&["copy", "quay", "--blind", "-o", "bea.factdesk.json"]);
    for number in ["1", "2"] {
        home.told(&["mark", "bea.factdesk.json", number, "unknown", "--note", "I was not there."]);
    }
    for _ in 0..2 {
        home.told(&["merge", "quay", "bea.factdesk.json"]);
        let both = home.session("quay.factdesk.json");
        assert_eq!(both["blind"], Value::Null);
        for claim in claims(&both) {
            let readers: Vec<&str> =
                claim["readings"].as_array().unwrap().iter().filter_map(|one| one["by"].as_str()).collect();
            assert_eq!(readers, ["anna", "bea"]);
            assert_eq!(claim["conflicts"], Value::Null);
            assert_eq!(claim["note"], "The log says so.\n\nbea: I was not there.");
        }
        let verdicts: Vec<&Value> = claims(&both).iter().map(|claim| &claim["verdict"]).collect();
        assert_eq!(verdicts, [&Value::Null, &"unknown".into()], "different ones are to be settled, equal ones are");
    }
}
