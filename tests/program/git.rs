//! Git with factdesk as its merge driver: many clones, pulled and pushed in any order, and what happens without the driver.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test, where a panic is the report"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factdesk::store::{self, format, save};

use crate::copies::session;

pub(crate) const FILE: &str = "pier.factdesk.json";

/// Everything that two or twenty people have: one repository to push to, and a clone each.
pub(crate) struct Team {
    folder: tempfile::TempDir,
}

/// True when there is a git here; else says loudly what is not tested.
pub(crate) fn have_git() -> bool {
    let there = Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        let _ = writeln!(std::io::stderr(), "\nNOT TESTED: merging by git: no git runs here\n");
    }
    there
}

impl Team {
    /// A repository with a session in it, and a clone for each of `people`.
    pub(crate) fn of(people: &[String], driver: bool) -> Self {
        let team = Self { folder: tempfile::tempdir().unwrap() };
        let first = &people[0];
        team.git_in(team.folder.path(), &["init", "--quiet", "--bare", "--initial-branch=main", "hub"]);
        team.git_in(team.folder.path(), &["clone", "--quiet", "hub", first]);
        save::whole(&team.file(first), &format::print(&session("The pier"))).unwrap();
        if driver {
            team.install(first);
        }
        team.git(first, &["add", "--all"]);
        team.git(first, &["commit", "--quiet", "-m", "begin"]);
        team.git(first, &["push", "--quiet", "origin", "HEAD:main"]);
        for other in &people[1..] {
            team.git_in(team.folder.path(), &["clone", "--quiet", "hub", other]);
            if driver {
                team.install(other);
            }
        }
        team
    }

    pub(crate) fn clone(&self, who: &str) -> PathBuf {
        self.folder.path().join(who)
    }

    pub(crate) fn file(&self, who: &str) -> PathBuf {
        self.clone(who).join(FILE)
    }

    fn asked(&self, folder: &Path, program: &str, who: &str, args: &[&str]) -> Output {
        let mut command = Command::new(program);
        command.env("HOME", self.folder.path()).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.env("FACTDESK_REVIEWER", who).env("LC_ALL", "C");
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), who).env(format!("GIT_{role}_EMAIL"), "desk@example.org");
        }
        command.args(args).current_dir(folder).output().unwrap()
    }

    fn git_in(&self, folder: &Path, args: &[&str]) -> String {
        let output = self.asked(folder, "git", "nobody", args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    pub(crate) fn git(&self, who: &str, args: &[&str]) -> String {
        self.git_in(&self.clone(who), args)
    }

    fn tries(&self, who: &str, args: &[&str]) -> Output {
        self.asked(&self.clone(who), "git", who, args)
    }

    pub(crate) fn factdesk(&self, who: &str, args: &[&str]) -> Output {
        self.asked(&self.clone(who), env!("CARGO_BIN_EXE_factdesk"), who, args)
    }

    fn install(&self, who: &str) -> String {
        let output = self.factdesk(who, &["merge", "--install"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Marks a claim, commits it, and answers with the entries of `who` that are there now.
    fn works(&self, who: &str, claim: usize, verdict: &str, note: &str) -> BTreeSet<String> {
        let output = self.factdesk(who, &["mark", FILE, &claim.to_string(), verdict, "--note", note]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self.git(who, &["commit", "--quiet", "-am", "marked"]);
        self.entries(who, who)
    }

    /// The entries by `by` in the clone of `who`.
    fn entries(&self, who: &str, by: &str) -> BTreeSet<String> {
        let session = store::read(&self.file(who)).unwrap().session;
        session.history().iter().filter(|entry| &*entry.by == by).map(|entry| entry.id.to_string()).collect()
    }

    pub(crate) fn pulls(&self, who: &str, how: &str) {
        let output = self.tries(who, &["pull", "--quiet", "--no-edit", how, "origin", "main"]);
        assert!(output.status.success(), "{who} is stuck: {}", String::from_utf8_lossy(&output.stderr));
    }

    pub(crate) fn pushes(&self, who: &str) {
        for _ in 0..3 {
            if self.tries(who, &["push", "--quiet", "origin", "HEAD:main"]).status.success() {
                return;
            }
            self.pulls(who, "--no-rebase");
        }
        panic!("{who} can't push");
    }
}

/// The next number of a row that looks like chance and is the same in every run; below `below`.
fn chance(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % below
}

#[test]
fn twenty_clones_in_any_order_lose_nothing_and_end_alike() {
    if !have_git() {
        return;
    }
    let people: Vec<String> = (0..20).map(|n| format!("reader{n:02}")).collect();
    let team = Team::of(&people, true);
    let mut made = vec![BTreeSet::new(); people.len()];
    let mut state = 20_261_129;
    for turn in 0..60 {
        let at = chance(&mut state, people.len());
        let who = &people[at];
        let verdict = ["verified", "disputed", "unknown", "none"][chance(&mut state, 4)];
        made[at] = team.works(who, 1 + chance(&mut state, 3), verdict, &format!("turn {turn}"));
        match chance(&mut state, 4) {
            0 => {}
            1 => team.pulls(who, "--no-rebase"),
            2 => team.pulls(who, "--rebase"),
            _ => team.pushes(who),
        }
    }
    for who in &people {
        team.pulls(who, "--no-rebase");
        team.pushes(who);
    }
    for who in &people {
        team.pulls(who, "--ff-only");
    }
    let last = fs::read(team.file(&people[0])).unwrap();
    for who in &people {
        assert_eq!(fs::read(team.file(who)).unwrap(), last, "{who} has another session");
        assert_eq!(team.git(who, &["status", "--porcelain"]), "", "{who} has something left over");
    }
    for (who, made) in people.iter().zip(&made) {
        assert_eq!(team.entries(&people[0], who), *made, "of {who}");
    }
    assert!(made.iter().map(BTreeSet::len).sum::<usize>() > 60, "too little was done to prove anything");
}

#[test]
fn installing_writes_two_settings_once_and_says_so() {
    if !have_git() {
        return;
    }
    let team = Team::of(&["anna".to_owned()], false);
    let told = team.install("anna");
    assert!(told.contains(".gitattributes: *.factdesk.json merge=factdesk"), "{told}");
    assert!(told.contains("git config merge.factdesk.driver"), "{told}");
    let files = || [".gitattributes", ".git/config"].map(|name| fs::read(team.clone("anna").join(name)).unwrap());
    let before = files();
    assert!(team.install("anna").lines().all(|line| line.starts_with("as it was")));
    assert_eq!(files(), before);
    let attribute = team.git("anna", &["check-attr", "merge", "--", FILE]);
    assert!(attribute.ends_with("merge: factdesk"), "{attribute}");
    let outside = tempfile::tempdir().unwrap();
    let output = team.asked(outside.path(), env!("CARGO_BIN_EXE_factdesk"), "anna", &["merge", "--install"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not a git repository"));
}

#[test]
fn a_copy_that_cannot_be_merged_stays_a_conflict_of_git_s_with_ours_whole() {
    if !have_git() {
        return;
    }
    let people = ["anna".to_owned(), "bea".to_owned()];
    let team = Team::of(&people, true);
    team.works("anna", 1, "verified", "ours");
    let ours = fs::read(team.file("anna")).unwrap();
    save::whole(&team.file("bea"), b"{ \"format\": \"factdesk-session\", \"vers").unwrap();
    team.git("bea", &["commit", "--quiet", "-am", "torn"]);
    team.git("bea", &["push", "--quiet", "origin", "HEAD:main"]);
    let output = team.tries("anna", &["pull", "--no-edit", "--no-rebase", "origin", "main"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("it can't be merged") && said.contains("pier.factdesk.json") && said.contains("torn"),
        "{said}"
    );
    assert_eq!(team.git("anna", &["status", "--porcelain"]), format!("UU {FILE}"));
    assert_eq!(fs::read(team.file("anna")).unwrap(), ours);
}

#[test]
fn without_the_driver_the_marks_that_git_leaves_are_settled_by_command() {
    if !have_git() {
        return;
    }
    for style in ["merge", "diff3", "zdiff3"] {
        let people = ["anna".to_owned(), "bea".to_owned()];
        let team = Team::of(&people, false);
        let mut made = Vec::new();
        for (who, claim) in [("anna", 1), ("bea", 2)] {
            team.works(who, claim, "verified", "seen");
            made.push(team.works(who, 3, "disputed", who));
        }
        team.git("bea", &["push", "--quiet", "origin", "HEAD:main"]);
        team.git("anna", &["config", "merge.conflictStyle", style]);
        let output = team.tries("anna", &["pull", "--no-edit", "--no-rebase", "origin", "main"]);
        assert!(!output.status.success(), "{style}: git merged what it can't");
        let output = team.factdesk("anna", &["merge", FILE]);
        assert_eq!(output.status.code(), Some(10), "{style}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains("claim 3: two versions of its note"));
        team.git("anna", &["commit", "--quiet", "-am", "settled"]);
        for (who, made) in ["anna", "bea"].iter().zip(&made) {
            assert_eq!(team.entries("anna", who), *made, "{style}: of {who}");
        }
    }
}
