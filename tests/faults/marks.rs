//! `factdesk mark` from two shells beside an open workbench: every mark is in the file, and the workbench shows them.

use std::process::{Command, Stdio};

use factdesk::review::{Claim, ClaimId, Session};
use factdesk::store::{format, save};

use super::pty::Terminal;
use super::{Scene, count, victim};

/// Claims of the session; each of the two marks one half of them over and over.
pub(super) const CLAIMS: usize = 40;

pub(super) fn marks_from_two_shells_come_into_an_open_workbench() {
    let scene = Scene::new();
    lay(&scene);
    let mut desk = Terminal::start(scene.folder.path(), &["ferry.factdesk.json"], 120, 30);
    desk.sees("○ 40");
    let marks = count("FAULT_MARKS", 60);
    let shells: Vec<_> = [("pavel", "verified", 1), ("jo", "disputed", CLAIMS / 2 + 1)]
        .into_iter()
        .map(|(by, verdict, first)| {
            let path = scene.path();
            std::thread::spawn(move || {
                for mark in 0..marks {
                    // Every mark changes something, and the last round leaves what is looked for.
                    let round = (marks - 1 - mark) / (CLAIMS / 2);
                    let verdict = if round.is_multiple_of(2) { verdict } else { "unknown" };
                    let claim = (first + mark % (CLAIMS / 2)).to_string();
                    let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
                    command.args(["--reviewer", by, "mark"]).arg(&path).args([claim.as_str(), verdict]);
                    let output = command.stdin(Stdio::null()).output().unwrap();
                    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                }
            })
        })
        .collect();
    for shell in shells {
        shell.join().unwrap();
    }
    let there = scene.sound(0, "two shells");
    let by = |name: &str| there.history().iter().filter(|entry| &*entry.by == name).count();
    assert_eq!([by("pavel"), by("jo"), there.history().len()], [marks, marks, 2 * marks]);
    let tally = there.claims().tally();
    desk.sees(&format!("✓ {}  ✗ {}  ? 0  ○ {}", tally.verified, tally.disputed, tally.unchecked));
}

/// Puts a session with many claims into the scene.
pub(super) fn lay(scene: &Scene) {
    save::whole(&scene.path(), &format::print(&session())).unwrap();
}

/// The victim's session with claims on its first lines.
fn session() -> Session {
    let one = victim::session();
    let text = one.article.text();
    let mut at = 0;
    let mut claims = Vec::new();
    for line in text.split("\n\n").take(CLAIMS) {
        let mut claim: Claim = one.claims().get(0).unwrap().clone();
        claim.id = ClaimId::from(format!("k{}", claims.len() + 1).as_str());
        claim.span = factdesk::review::Span::new(at, at + line.len());
        at += line.len() + 2;
        claims.push(claim);
    }
    Session::new(one.id.clone(), one.article.clone(), claims.into_iter().collect())
}
