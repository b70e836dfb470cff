//! `kill -9` in the middle of merges: nothing of either copy is lost, the other copy is as it was, and ours from before is a backup.
#![expect(clippy::disallowed_methods, reason = "the moment of a kill is reckoned from how long a merge takes")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use factdesk::store::{self, StoreError};

use super::victim::{desk, work};
use super::{Scene, count, tell};

pub(super) fn a_killed_merge_loses_nothing_of_either_copy() {
    let scene = Scene::new();
    let copy = scene.folder.path().join("copy.factdesk.json");
    fs::copy(scene.path(), &copy).unwrap();
    // How long one takes that is let be tells when to kill the others.
    edit(&scene.path(), "anna");
    edit(&copy, "bea");
    let begun = Instant::now();
    assert!(is_done(&mut merge(&scene.path(), &copy)));
    let whole = begun.elapsed();
    let kills = count("FAULT_MERGE_KILLS", 40);
    let (mut early, mut round) = (0, 0);
    while early < kills {
        round += 1;
        assert!(round < 8 * kills, "only {early} of {round} were killed before they were done");
        edit(&scene.path(), "anna");
        edit(&copy, "bea");
        let (before, theirs) = (fs::read(scene.path()).unwrap(), fs::read(&copy).unwrap());
        let (ours, known) = (ids(&scene.path()), ids(&copy));
        let mut child = merge(&scene.path(), &copy);
        // At another of its moments each round, the first and the last among them.
        let step = u32::try_from(round * 37 % 100).unwrap();
        wait(&mut child, whole * step / 100);
        child.kill().unwrap();
        early += usize::from(!is_done(&mut child));
        let after = format!("kill {round}");
        let held = ids(&scene.path());
        assert!(ours.iter().all(|id| held.contains(id)), "{after}: something of ours is gone");
        assert_eq!(fs::read(&copy).unwrap(), theirs, "{after}: the other copy is another");
        assert!(is_done(&mut merge(&scene.path(), &copy)), "{after}: it can't be merged any more");
        let held = ids(&scene.path());
        for (whose, list) in [("ours", &ours), ("theirs", &known)] {
            assert!(list.iter().all(|id| held.contains(id)), "{after}: something of {whose} is gone");
        }
        assert!(is_kept(scene.folder.path(), &before), "{after}: no backup holds ours from before");
    }
    tell(&format!("  {early} of {round} merges were killed before they were done"));
}

fn edit(path: &Path, by: &str) {
    let done = store::amend(path, &desk(), |session| -> Result<(), StoreError> {
        work(session, by);
        Ok(())
    });
    done.unwrap();
}

/// `factdesk merge`, begun.
fn merge(ours: &Path, theirs: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
    command.arg("merge").args([ours, theirs]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// True for an end of its own: done, or done with something left to settle.
fn is_done(child: &mut Child) -> bool {
    matches!(child.wait().unwrap().code(), Some(0 | 10))
}

/// Waits for the child's end, but no longer than `time`.
fn wait(child: &mut Child, time: Duration) {
    let until = Instant::now() + time;
    while Instant::now() < until && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
}

fn ids(path: &Path) -> Vec<String> {
    let session = store::read(path).unwrap().session;
    session.history().iter().map(|entry| entry.id.to_string()).collect()
}

/// True when one of the backups in `folder` is these bytes.
fn is_kept(folder: &Path, bytes: &[u8]) -> bool {
    let backups = fs::read_dir(folder.join(".factdesk/backup")).unwrap();
    backups.map(|entry| fs::read(entry.unwrap().path()).unwrap()).any(|held| held == bytes)
}
