//! An hour of two people on two copies, each landing on the other three times by `cp`, git and import: all of both is there afterwards.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "helpers of a test, where a panic is the report"
)]

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use factdesk::store;
use serde_json::Value;

use crate::copies::json;
use crate::git::{FILE, Team, have_git};
use crate::support::pty::Terminal;

const PEOPLE: [&str; 2] = ["anna", "bea"];

/// Two people with a clone and an open desk each, and every entry that was in either file at some time.
struct Hour {
    team: Team,
    desks: [Terminal; 2],
    seen: BTreeSet<String>,
}

impl Hour {
    fn new() -> Self {
        let team = Team::of(&PEOPLE.map(str::to_owned), true);
        let desks = PEOPLE.map(|who| Terminal::start(&team.clone(who), &["--reviewer", who, FILE], 120, 30));
        let mut hour = Self { team, desks, seen: BTreeSet::new() };
        for desk in &mut hour.desks {
            desk.wait("the desk", |screen| screen.contains("/3") && screen.contains("saved"));
        }
        hour
    }

    fn done(&self, who: &str, args: &[&str]) -> String {
        let output = self.team.factdesk(who, args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0 | 10)), "{who}: {args:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn ids(&self, who: &str) -> BTreeSet<String> {
        let session = store::read(&self.team.file(who)).unwrap().session;
        session.history().iter().map(|entry| entry.id.to_string()).collect()
    }

    /// Each marks, notes and names a source in a second window, and marks the last claim at the desk.
    fn both_work(&mut self, turn: &str, keys: [&str; 2]) {
        for (at, who) in PEOPLE.into_iter().enumerate() {
            let (claim, note, url) =
                ((at + 1).to_string(), format!("{who} saw {turn}"), format!("https://{who}.example/{turn}"));
            let verdict = if turn.ends_with('1') { "disputed" } else { "verified" };
            self.done(who, &["mark", FILE, &claim, verdict, "--note", &note, "--source", &url]);
        }
        for ((desk, who), key) in self.desks.iter_mut().zip(PEOPLE).zip(keys) {
            let file = self.team.file(who);
            let by = || store::read(&file).unwrap().session.history().iter().filter(|entry| &*entry.by == who).count();
            let had = by();
            desk.send("G");
            desk.send(key);
            until(&format!("{who} has marked at the desk ({turn})"), || by() > had);
        }
        self.seen.extend(PEOPLE.into_iter().flat_map(|who| self.ids(who)).collect::<Vec<_>>());
    }

    /// What one has lands on the other, `cp` over an open session.
    fn cp(&self, from: &str, to: &str) {
        let wanted: BTreeSet<String> = self.ids(from).union(&self.ids(to)).cloned().collect();
        fs::copy(self.team.file(from), self.team.file(to)).unwrap();
        until(&format!("{to} has what {from} copied over"), || self.ids(to).is_superset(&wanted));
    }
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_mins(1), "it did not come: {what}");
        std::thread::yield_now();
    }
}

#[test]
fn two_who_land_on_each_other_by_cp_git_and_import_lose_nothing() {
    if !have_git() {
        return;
    }
    let mut hour = Hour::new();
    for round in 1..=3 {
        hour.both_work(&format!("cp{round}"), ["v", "d"]);
        hour.cp("bea", "anna");
        hour.cp("anna", "bea");
        hour.both_work(&format!("git{round}"), ["u", "v"]);
        for who in PEOPLE {
            hour.team.git(who, &["commit", "--quiet", "-am", "an hour"]);
            hour.team.pulls(who, "--no-rebase");
            hour.team.pushes(who);
        }
        hour.team.pulls("anna", "--no-rebase");
        hour.both_work(&format!("import{round}"), ["d", "u"]);
        for (from, to) in [("bea", "anna"), ("anna", "bea")] {
            let given = hour.done(from, &["export", FILE, "--to", "annotations"]);
            let file = hour.team.clone(to).join("theirs.jsonld");
            store::save::whole(&file, given.as_bytes()).unwrap();
            hour.done(to, &["import", FILE, "theirs.jsonld", "--anyway"]);
            fs::remove_file(file).unwrap();
        }
    }
    hour.cp("bea", "anna");
    hour.cp("anna", "bea");
    for who in PEOPLE {
        let there = hour.ids(who);
        let lost: Vec<_> = hour.seen.difference(&there).collect();
        assert!(lost.is_empty(), "{who} lacks {lost:?}");
        let session = json(&hour.team.file(who));
        let told = session["claims"].to_string();
        for name in PEOPLE {
            for turn in ["cp1", "git1", "import1", "cp2", "git2", "import2", "cp3", "git3", "import3"] {
                assert!(
                    told.contains(&format!("https://{name}.example/{turn}")),
                    "{who} lacks {name}'s source of {turn}"
                );
                assert!(
                    session["history"].to_string().contains(&format!("{name} saw {turn}")),
                    "{name}'s note of {turn}"
                );
            }
            assert!(told.contains(&format!("{name} saw import3")), "{who} lacks {name}'s last note");
        }
        let readers = |claim: &Value| claim["readings"].as_array().map_or(0, Vec::len);
        assert_eq!(readers(&session["claims"][2]), 2, "{}", session["claims"][2]);
        let compared = hour.done(who, &["compare", FILE]);
        assert!(compared.contains("where they differ") && compared.contains("    3  "), "{compared}");
    }
    for desk in &mut hour.desks {
        desk.send("\u{3}");
        assert_eq!(desk.ends(), 0);
    }
}
