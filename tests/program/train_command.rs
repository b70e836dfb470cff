//! Learning from a desk's sessions as a reviewer does it: what `train` says, what it changes, and the way back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests, where a panic is the report")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use factdesk::propose;
use factdesk::review::{Article, Block, BlockKind, Claim, Mark, Session, Span, Stamp, Verdict};
use factdesk::store::{Folder, Keeper, Workplace};
use serde_json::Value;

const PORTS: [&str; 12] = [
    "Aldmar",
    "Birkness",
    "Coldhaven",
    "Dunmere",
    "Elsby",
    "Farrow",
    "Gull Bay",
    "Holm",
    "Ister",
    "Jura",
    "Kelp",
    "Lund",
];

const ARTICLE: &str =
    "Quay wall sinks\n\nThe wall in Holm cost 9 million euros.\n\nPolice in Holm arrested two divers.\n";

/// A home with sessions, and an article in `article.txt`.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        home.write("article.txt", ARTICLE);
        home
    }

    #[expect(clippy::disallowed_methods, reason = "the tests play a program that knows nothing of safe writing")]
    fn write(&self, inside: &str, text: &str) {
        let path = self.folder.path().join(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Where the weights lie, inside the home.
    fn weights(&self) -> PathBuf {
        let config = if cfg!(target_os = "macos") { "Library/Application Support" } else { ".config" };
        self.folder.path().join(config).join("factdesk/weights.json")
    }

    /// Saves a session in which `count` sums of money are marked and as many arrests dismissed.
    fn session(&self, title: &str, count: usize) {
        let ports = PORTS.iter().take(count);
        let sums = ports.clone().map(|port| format!("The wall in {port} cost 4 million euros."));
        let arrests = ports.map(|port| format!("Police in {port} arrested two divers."));
        let (mut text, mut blocks) = (String::new(), Vec::new());
        for sentence in sums.chain(arrests) {
            blocks.push(Block::new(BlockKind::Paragraph, Span::new(text.len(), text.len() + sentence.len())));
            text.push_str(&sentence);
            text.push('\n');
        }
        let mut article = Article::new(title, text, blocks).unwrap();
        "en".clone_into(&mut article.language);
        let mut claims: Vec<Claim> = propose::claims(&article, 0.0).iter().cloned().collect();
        for (n, claim) in claims.iter_mut().enumerate() {
            let mark = Mark { verdict: Verdict::Verified, by: "anna".into(), at: Stamp::default() };
            claim.mark = (n < count).then_some(mark);
            claim.dismissed = n >= count;
        }
        let session = Session::new("id", article, claims.into_iter().collect());
        let desk = Workplace { pid: 1, host: "desk".into(), since: Stamp::default(), now: Stamp::default, ahead: 0 };
        let folder = Folder::at(self.folder.path().join("sessions"));
        Keeper::create(&folder, &session, &desk, Box::new(drop)).unwrap().0.close().unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.env_clear().env("HOME", self.folder.path()).env("PATH", "").current_dir(self.folder.path());
        command.env("FACTDESK_SESSIONS", self.folder.path().join("sessions")).args(args).output().unwrap()
    }

    /// What a command prints that must succeed.
    fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The exit code and stderr of a command that must fail.
    fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    /// The score of the sentence of the article that begins so.
    fn score(&self, beginning: &str) -> f64 {
        let answer: Value = serde_json::from_str(&self.told(&["claims", "article.txt", "--all", "--json"])).unwrap();
        let claims = answer["claims"].as_array().unwrap();
        let begins = |claim: &&Value| claim["anchor"]["exact"].as_str().unwrap().starts_with(beginning);
        claims.iter().find(begins).unwrap()["proposal"]["score"].as_f64().unwrap()
    }
}

#[test]
fn what_a_desk_dismisses_scores_less_until_it_is_reset() {
    let home = Home::new();
    home.session("Spring", 12);
    let (wall, police) = (home.score("The wall"), home.score("Police"));
    let said = home.told(&["train", "spring"]);
    assert!(said.contains("1 session: 12 marked claims, 12 dismissed"), "{said}");
    assert!(said.contains("law and courts: counts less for a check"), "{said}");
    assert!(said.contains("a sum of money: counts more for a check"), "{said}");
    let after = (home.score("The wall"), home.score("Police"));
    assert!(after.0 > after.1 && after.1 < police, "from {wall} and {police} to {after:?}\n{said}");

    assert_eq!(home.told(&["train", "--reset"]), "the built-in weights count again\n");
    assert!(!home.weights().exists());
    assert!((home.score("Police") - police).abs() < f64::EPSILON);
    assert_eq!(home.told(&["train", "--reset"]), "nothing had been learnt\n");
}

#[cfg(unix)]
#[test]
fn what_was_learnt_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.session("Spring", 12);
    let said = home.told(&["train", "spring"]);
    let file = home.weights();
    assert!(said.contains(&format!("written to {}", file.display())), "{said}");
    for (path, mode) in [(&*file, 0o600), (file.parent().unwrap(), 0o700)] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode, "{}", path.display());
    }
}

#[test]
fn a_session_named_twice_counts_once_and_several_add_up() {
    let home = Home::new();
    home.session("Spring", 6);
    home.session("Summer", 6);
    let (code, error) = home.refused(&["train", "spring", "spring"]);
    assert_eq!(code, 1);
    assert!(error.contains("6 marked and 6 dismissed claims are too few to learn from"), "{error}");
    assert!(!home.weights().exists());
    let said = home.told(&["train", "spring", "summer"]);
    assert!(said.contains("2 sessions: 12 marked claims, 12 dismissed"), "{said}");
}

#[test]
fn train_says_what_it_needs() {
    let home = Home::new();
    let (code, error) = home.refused(&["train"]);
    assert_eq!(code, 2);
    assert!(error.contains("<SESSION>"), "{error}");
    let (code, error) = home.refused(&["train", "winter"]);
    assert_eq!(code, 1);
    assert!(error.contains("no such session"), "{error}");
}

#[test]
fn unreadable_weights_are_named_with_the_way_out() {
    let home = Home::new();
    for torn in ["{\"points\": {\"mon", "{\"points\": {\"money\": 99}}", ""] {
        home.write(home.weights().to_str().unwrap(), torn);
        for args in [&["claims", "article.txt"][..], &["article.txt"][..]] {
            let (code, error) = home.refused(args);
            assert_eq!(code, 1);
            assert!(error.contains(home.weights().to_str().unwrap()), "{error}");
            assert!(error.contains("factdesk train --reset"), "{error}");
        }
    }
    home.told(&["train", "--reset"]);
    home.told(&["claims", "article.txt"]);
}

#[test]
fn a_threshold_lets_more_or_fewer_through() {
    let home = Home::new();
    let count = |threshold: &str| {
        let said = home.told(&["claims", "article.txt", "--threshold", threshold]);
        said.lines().last().unwrap().to_owned()
    };
    assert_eq!(count("0"), "3 claims");
    assert_eq!(count("0.75"), "2 claims");
    assert_eq!(count("1"), "0 claims");
    for wrong in ["1.1", "-1", "NaN", "half"] {
        let (code, error) = home.refused(&["claims", "article.txt", &format!("--threshold={wrong}")]);
        assert_eq!(code, 2, "{error}");
        assert!(error.contains("between 0 and 1"), "{error}");
    }
    assert_eq!(home.refused(&["claims", "article.txt", "--all", "--threshold=0.4"]).0, 2);
}

#[cfg(unix)]
#[test]
fn the_workbench_proposes_by_the_threshold_and_by_what_was_learnt() {
    use crate::support::pty::Terminal;
    let home = Home::new();
    let article = home.folder.path().join("article.txt");
    let open = |flags: &[&str]| {
        let args = [&["open", "--new", article.to_str().unwrap()], flags].concat();
        Terminal::start(home.folder.path(), &args, 120, 40)
    };
    open(&["--threshold=0.75"]).sees(" 0/2 ");
    open(&["--threshold=1"]).sees(" 0/0 ");
    home.write(home.weights().to_str().unwrap(), "{\"bias\": -10}");
    open(&[]).sees(" 0/0 ");
}
