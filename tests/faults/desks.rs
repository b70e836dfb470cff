//! Two workbenches and two scripts that read one session through at once, where no lock keeps one desk from another: every reading is there.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};

use factdesk::review::{Claim, ClaimId, Edit, Session, Span, Verdict, field};
use factdesk::store::{self, Keeper, OutsideChange, Report, StoreError, format, save};

use super::victim::{self, desk, now};
use super::{Scene, count};

/// Who reads: at a workbench, and by script.
const DESKS: [&str; 2] = ["anna", "bea"];
const SCRIPTS: [&str; 2] = ["cem", "dora"];

pub(super) fn two_workbenches_and_two_scripts_give_every_claim_four_readings() {
    let scene = Scene::new();
    let claims = count("FAULT_READINGS", 60);
    save::whole(&scene.path(), &format::print(&session(claims))).unwrap();
    let start = |what: &str| super::victim::<&str>(&[], what, &scene.path()).spawn().unwrap();
    let mut children = Vec::new();
    for by in DESKS {
        children.push(start(&format!("desk {by}")));
        // A folder that is synced, or whose system knows no locks: what one machine locks, the other never sees.
        let lock = scene.folder.path().join(".factdesk/ferry.lock");
        // Who has it, is written down in it once it is theirs.
        while fs::metadata(&lock).map_or(0, |there| there.len()) == 0 {
            std::thread::yield_now();
        }
        fs::remove_file(&lock).unwrap();
    }
    children.extend(SCRIPTS.map(|by| start(&format!("script {by}"))));
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let there = scene.sound(4 * claims, "four readers");
    let mut read: HashMap<String, usize> = HashMap::new();
    for reading in there.claims().iter().flat_map(Claim::readings) {
        *read.entry(reading.by.to_string()).or_default() += 1;
    }
    for by in DESKS.into_iter().chain(SCRIPTS) {
        assert_eq!(read.get(by).copied().unwrap_or(0), claims, "readings by {by}");
    }
    assert!(there.claims().iter().all(|claim| claim.record.conflicts.is_empty()));
}

fn session(claims: usize) -> Session {
    let one = victim::session();
    let text = one.article.text();
    let places: Vec<usize> =
        text.match_indices(' ').map(|(at, _)| at + 1).filter(|at| text.is_char_boundary(at + 1)).collect();
    let claim = |n: usize| {
        let at = places.get(n % places.len()).copied().unwrap_or_default();
        let mut claim: Claim = one.claims().get(0).unwrap().clone();
        claim.id = ClaimId::from(format!("k{n}").as_str());
        claim.span = Span::new(at, at + 1);
        claim
    };
    Session::new(one.id.clone(), one.article.clone(), (0..claims).map(claim).collect())
}

fn reads(session: &mut Session, n: usize, by: &str) {
    let claim = session.claims().by_id(&ClaimId::from(format!("k{n}").as_str())).unwrap().clone();
    let change = field::marked(&claim, Some(Verdict::Verified), &by.into(), &now()).unwrap();
    session.commit(Edit::of(claim.id, change), &by.into(), &now()).unwrap();
}

/// Reads all claims at a workbench, which takes in what the others write.
pub(super) fn at_a_desk(path: &Path, by: &str) {
    let (tell, reports) = mpsc::channel();
    let (keeper, opened) = Keeper::open(path, &desk(), Box::new(move |report| drop(tell.send(report)))).unwrap();
    let mut session = opened.session;
    let claims = session.claims().len();
    for n in 0..claims {
        let generation = n as u64 + 1;
        reads(&mut session, n, by);
        keeper.save(&session, generation);
        take_in(&keeper, &mut session, &reports, generation);
    }
    keeper.close().unwrap();
}

/// Waits until a save came to something, and takes in what came with it.
fn take_in(keeper: &Keeper, session: &mut Session, reports: &Receiver<Report>, generation: u64) {
    loop {
        match reports.recv().unwrap() {
            Report::Changed(change) if change.generation == generation => {
                let OutsideChange { session: merged, line, .. } = *change;
                *session = merged;
                keeper.adopt(line);
            }
            Report::Saved { generation: done } if done == generation => return,
            Report::Failed { reason, .. } => unreachable!("a desk could not save: {reason}"),
            Report::Saved { .. } | Report::Changed(_) | Report::Saving | Report::Notice(_) => {}
        }
    }
}

/// Reads all claims by script, a run for each.
pub(super) fn by_script(path: &Path, by: &str) {
    let claims = store::read(path).unwrap().session.claims().len();
    for n in 0..claims {
        let done = store::amend(path, &desk(), |session| -> Result<(), StoreError> {
            reads(session, n, by);
            Ok(())
        });
        done.unwrap();
    }
}
