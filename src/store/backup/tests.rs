//! Which backups are kept, and going back to one.

use super::super::on_disk;
use super::*;
use crate::review::Verdict;
use crate::store::sample::{self, desk};

fn stamped(at: &str, turn: u32, why: BackupReason) -> Backup {
    Backup { path: PathBuf::from(format!("{at}-{turn}")), at: Stamp::from(at), why, turn }
}

/// The session file of a home, with a backup that lacks its one mark.
fn marked(home: &Path) -> PathBuf {
    let path = home.join("ferry.factdesk.json");
    let mut session = sample::session();
    sample::scribble(&path, format::print(&session));
    crate::store::amend(&path, &desk(), |session| -> Result<(), StoreError> {
        sample::mark(session, "k1", Some(Verdict::Verified), "anna");
        Ok(())
    })
    .unwrap();
    sample::mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    assert_eq!(on_disk::read(&path).unwrap().session, session);
    path
}

#[test]
fn five_last_and_one_a_day_are_kept() {
    let mut backups = Vec::new();
    for day in (1..=20).rev() {
        for hour in (10..=12).rev() {
            backups.push(stamped(&format!("2026-11-{day:02}T{hour}:00:00Z"), 1, BackupReason::Run));
        }
    }
    let gone = surplus(&backups);
    let kept: Vec<&str> = backups.iter().filter(|one| !gone.contains(one)).map(|one| one.at.as_str()).collect();
    assert_eq!(kept.len(), 5 + 12);
    assert_eq!(
        kept[..6].iter().map(|at| at.get(8..13).unwrap()).collect::<Vec<_>>(),
        ["20T12", "20T11", "20T10", "19T12", "19T11", "18T12"]
    );
    assert_eq!(kept.last().unwrap(), &"2026-11-07T12:00:00Z");
}

#[test]
fn of_many_runs_at_once_the_first_and_the_last_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let path = marked(home.path());
    for note in 1..=12 {
        crate::store::amend(&path, &desk(), |session| -> Result<(), StoreError> {
            sample::note(session, "k1", &note.to_string(), "anna");
            Ok(())
        })
        .unwrap();
    }
    let notes: Vec<String> = list(&path)
        .unwrap()
        .iter()
        .map(|backup| on_disk::read(&backup.path).unwrap().session.claims().get(0).unwrap().record.note.clone())
        .collect();
    assert_eq!(notes, ["11", ""]);
}

#[test]
fn merges_do_not_push_out_what_a_run_began_with() {
    let merges = (1..=30).rev().map(|turn| stamped("2026-11-20T12:00:00Z", turn, BackupReason::Merge));
    let backups: Vec<Backup> = merges.chain([stamped("2026-11-20T09:00:00Z", 1, BackupReason::Run)]).collect();
    assert!(!surplus(&backups).iter().any(|gone| gone.why == BackupReason::Run));
}

#[test]
fn going_back_keeps_what_was_there() {
    let home = tempfile::tempdir().unwrap();
    let path = marked(home.path());
    let present = fs::read(&path).unwrap();
    let backups = list(&path).unwrap();
    assert_eq!(backups.len(), 1);
    let session = restore(&path, &backups[0], &desk()).unwrap();
    assert_eq!(session, sample::session());
    assert_eq!(on_disk::read(&path).unwrap().session, session);
    let kept = list(&path).unwrap();
    assert_eq!((kept.len(), kept[0].why, fs::read(&kept[0].path).unwrap()), (2, BackupReason::Restore, present));
}

#[test]
fn a_torn_backup_is_refused_and_the_file_stays() {
    let home = tempfile::tempdir().unwrap();
    let path = marked(home.path());
    let present = fs::read(&path).unwrap();
    let backup = list(&path).unwrap().remove(0);
    sample::scribble(&backup.path, "{");
    assert!(restore(&path, &backup, &desk()).unwrap_err().to_string().contains("torn"));
    assert_eq!(fs::read(&path).unwrap(), present);
}

#[test]
fn a_backup_is_named_so_that_it_is_found_again() {
    let sides = Sides::of(Path::new("/x/a.b-c.factdesk.json"));
    let at = Stamp::from("2026-11-23T09:41:07Z");
    for (why, turn) in [(BackupReason::Run, 1), (BackupReason::Merge, 12)] {
        let path = sides.backups().join(file_name(sides.name(), &at, why, turn));
        assert_eq!(named(sides.name(), path.clone()), Some(Backup { path, at: at.clone(), why, turn }));
    }
    // Another session whose name begins the same way.
    assert_eq!(named("a", sides.backups().join(file_name(sides.name(), &at, BackupReason::Run, 1))), None);
}
