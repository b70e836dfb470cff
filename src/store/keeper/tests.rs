//! What a keeper writes, and what it does when others write too.

use std::fs;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::*;
use crate::review::{ClaimId, Draft, DraftField, Stamp, Verdict};
use crate::store::on_disk::Written;
use crate::store::sample::{self, desk, mark, noon, verdict};
use crate::store::{self, format};

/// Long enough for any disk; nothing waits so long unless it is broken.
const PATIENCE: Duration = Duration::from_mins(1);

fn ear() -> (Tell, Receiver<Report>) {
    let (send, receive) = mpsc::channel();
    (Box::new(move |report| drop(send.send(report))), receive)
}

fn next(reports: &Receiver<Report>) -> Report {
    loop {
        let told = reports.recv_timeout(PATIENCE).unwrap();
        if told != Report::Saving {
            return told;
        }
    }
}

/// The next change that holds everything up to `generation`; the system may have told of it before that was saved.
fn change_with(reports: &Receiver<Report>, generation: u64) -> OutsideChange {
    loop {
        if let Report::Changed(change) = next(reports)
            && change.generation == generation
        {
            return *change;
        }
    }
}

fn kept(folder: &tempfile::TempDir) -> (Keeper, PathBuf, Receiver<Report>) {
    let (tell, reports) = ear();
    let folder = Folder::at(folder.path().join("sessions"));
    let (keeper, path) = Keeper::create(&folder, &sample::session(), &desk(), tell).unwrap();
    (keeper, path, reports)
}

/// A saved session without a keeper, of whose changes nobody tells.
fn loaded(folder: &tempfile::TempDir) -> (OnDisk, Session) {
    let (keeper, path, _reports) = kept(folder);
    keeper.close().unwrap();
    let mut file = OnDisk::at(&path, desk()).unwrap();
    let base = file.load().unwrap().session;
    (file, base)
}

fn on_disk(path: &Path) -> Session {
    store::read(path).unwrap().session
}

/// Another program that follows the rules, such as `factdesk mark`.
fn mark_outside(path: &Path, id: &str, to: Verdict) {
    let by_pavel = |session: &mut Session| -> Result<(), StoreError> {
        mark(session, id, Some(to), "pavel");
        Ok(())
    };
    store::amend(path, &desk(), by_pavel).unwrap();
}

#[test]
fn what_was_reported_saved_is_in_the_file() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let mut session = sample::session();
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    assert_eq!(next(&reports), Report::Saved { generation: 1 });
    assert_eq!(on_disk(&path), session);
    keeper.close().unwrap();
}

#[test]
fn of_many_states_the_last_is_written_before_it_closes() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    let mut session = sample::session();
    for generation in 1..200 {
        sample::note(&mut session, "k2", &format!("draft {generation}"), "anna");
        keeper.save(&session, generation);
    }
    keeper.close().unwrap();
    assert_eq!(on_disk(&path), session);
}

#[test]
fn a_second_window_looks_only_and_says_who_has_it() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    let (tell, reports) = ear();
    let (second, opened) = Keeper::open(&path, &desk(), tell).unwrap();
    let Access::ReadOnly(reason) = opened.access else { panic!("both may write") };
    assert_eq!(reason, "it is open in another window (pid 4711 on desk3 since 09:30)");
    second.save(&opened.session, 1);
    assert!(matches!(next(&reports), Report::Failed { retry_in: None, .. }));
    drop(second);
    keeper.close().unwrap();
    let (tell, _reports) = ear();
    assert_eq!(Keeper::open(&path, &desk(), tell).unwrap().1.access, Access::ReadWrite);
}

#[test]
fn a_mark_from_outside_is_kept_and_handed_back() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let mut session = sample::session();
    mark_outside(&path, "k3", Verdict::Disputed);
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    let change = change_with(&reports, 1);
    assert_eq!(
        (verdict(&change.session, "k1"), verdict(&change.session, "k3")),
        ("verified".into(), "disputed".into())
    );
    assert_eq!(on_disk(&path), change.session);
    keeper.adopt(change.line);
    let mut session = change.session;
    mark(&mut session, "k2", Some(Verdict::Unknown), "anna");
    keeper.save(&session, 2);
    keeper.close().unwrap();
    assert_eq!(on_disk(&path), session);
}

#[test]
fn edits_made_before_a_change_is_taken_in_are_not_lost() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let mut session = sample::session();
    mark_outside(&path, "k3", Verdict::Disputed);
    for (generation, id) in [(1, "k1"), (2, "k2")] {
        mark(&mut session, id, Some(Verdict::Verified), "anna");
        keeper.save(&session, generation);
        while !matches!(next(&reports), Report::Saved { generation: done } if done == generation) {}
    }
    mark_outside(&path, "k3", Verdict::Unknown);
    keeper.look();
    let change = change_with(&reports, 2);
    assert_eq!(change.generation, 2);
    let there = on_disk(&path);
    for id in ["k1", "k2"] {
        assert_eq!((verdict(&there, id), verdict(&change.session, id)), ("verified".into(), "verified".into()));
    }
    assert_eq!(verdict(&change.session, "k3"), "unknown");
    assert_eq!(there.history().len(), 4, "an entry stands twice");
}

#[test]
fn a_file_that_became_unreadable_is_left_alone_until_it_is_mended() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let sound = fs::read(&path).unwrap();
    let torn = sound[..sound.len() / 2].to_vec();
    sample::scribble(&path, &torn);
    let mut session = sample::session();
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    let failed =
        |report| if let Report::Failed { reason, retry_in, .. } = report { Some((reason, retry_in)) } else { None };
    let (reason, retry_in) = std::iter::repeat_with(|| next(&reports)).find_map(failed).unwrap();
    assert!(reason.contains("torn") && reason.contains("has no backups") && retry_in.is_some(), "{reason}");
    assert_eq!(fs::read(&path).unwrap(), torn);
    sample::scribble(&path, &sound);
    // What could not be saved is not forgotten: it is written at the latest when the session is left.
    keeper.close().unwrap();
    assert_eq!(on_disk(&path), session);
}

#[test]
fn what_was_taken_in_is_what_later_edits_come_of() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let mut session = sample::session();
    mark_outside(&path, "k3", Verdict::Disputed);
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    let first = change_with(&reports, 1);
    keeper.adopt(first.line);
    let mut session = first.session;
    mark_outside(&path, "k2", Verdict::Unknown);
    keeper.look();
    change_with(&reports, 1);
    // Before that second change is taken in, the reviewer settles otherwise what the first one brought.
    mark(&mut session, "k3", Some(Verdict::Verified), "anna");
    keeper.save(&session, 2);
    let there = change_with(&reports, 2).session;
    assert_eq!((verdict(&there, "k2"), verdict(&there, "k3")), ("unknown".into(), "-".into()));
    let claim = there.claims().by_id(&ClaimId::from("k3")).unwrap();
    let readings: Vec<&str> = claim.record.readings.iter().map(|reading| reading.verdict.as_str()).collect();
    assert!(claim.differs() && readings.len() == 2, "each reader's own verdict stands: {readings:?}");
    assert!(there.claims().iter().all(|claim| claim.record.conflicts.is_empty()), "a conflict with what was taken in");
}

#[test]
fn what_others_wrote_since_our_last_write_is_merged_though_nobody_told_of_it() {
    let home = tempfile::tempdir().unwrap();
    let (mut file, base) = loaded(&home);
    let path = file.path.clone();
    let mut ours = base.clone();
    sample::note(&mut ours, "k1", "one", "anna");
    assert!(matches!(file.write(&ours).unwrap(), Written::AsGiven));
    mark_outside(&path, "k2", Verdict::Disputed);
    let mut later = ours.clone();
    sample::note(&mut later, "k1", "two", "anna");
    assert!(matches!(file.write(&later).unwrap(), Written::Merged(_)));
    let there = on_disk(&path);
    assert_eq!(verdict(&there, "k2"), "disputed");
    assert_eq!(there.claims().by_id(&ClaimId::from("k1")).unwrap().record.note, "two");
}

#[test]
fn what_a_killed_program_left_beside_a_session_is_swept_up() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    keeper.close().unwrap();
    let hidden = path.with_file_name(".factdesk");
    fs::create_dir(hidden.join("backup")).unwrap();
    let left = [
        path.with_file_name(".ferry-stays-in-port.factdesk.json.01234567.tmp"),
        hidden.join(".ferry-stays-in-port.draft.json.89abcdef.tmp"),
        hidden.join("backup/.ferry-stays-in-port.20261123T120000Z.run.json.01234567.tmp"),
    ];
    let other = hidden.join(".ferry-stays-in-port.b.draft.json.89abcdef.tmp");
    for file in left.iter().chain([&other]) {
        sample::scribble(file, "half");
    }
    let (tell, _reports) = ear();
    Keeper::open(&path, &desk(), tell).unwrap().0.close().unwrap();
    assert!(!left.iter().any(|file| file.exists()) && other.exists());
}

#[test]
fn a_session_is_known_by_its_name_or_its_beginning() {
    let home = tempfile::tempdir().unwrap();
    let (_keeper, path, _reports) = kept(&home);
    let copy = home.path().join("copy.json");
    sample::scribble(&copy, fs::read(&path).unwrap());
    let torn = home.path().join("torn.factdesk.json");
    sample::scribble(&torn, "");
    let article = home.path().join("article.txt");
    sample::scribble(&article, "The format of the ferry's log\n");
    let known = [&path, &copy, &torn, &article].map(|path| store::is_session(path));
    assert_eq!(known, [true, true, true, false]);
    assert!(!store::is_session(Path::new("/dev/zero")));
}

#[test]
fn a_draft_comes_back_until_it_is_confirmed() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    let field = DraftField { name: "note".to_owned(), before: String::new(), text: "Half a thoug".to_owned() };
    let draft = Draft {
        claim: ClaimId::from("k1"),
        of: "note".to_owned(),
        source: String::new(),
        fields: vec![field],
        at: Stamp::default(),
    };
    keeper.drafts(vec![draft.clone()]);
    keeper.close().unwrap();
    let (tell, _reports) = ear();
    let (keeper, opened) = Keeper::open(&path, &desk(), tell).unwrap();
    assert_eq!(opened.drafts, [Draft { at: noon(), ..draft }]);
    keeper.drafts(Vec::new());
    keeper.close().unwrap();
    let (tell, _reports) = ear();
    assert_eq!(Keeper::open(&path, &desk(), tell).unwrap().1.drafts, []);
}

#[test]
fn a_draft_stays_as_long_as_what_was_kept_of_it_is_not_saved() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    keeper.drafts(vec![Draft { claim: ClaimId::from("k1"), of: "note".to_owned(), ..Draft::default() }]);
    let mut session = store::read(&path).unwrap().session;
    sample::note(&mut session, "k1", "A whole thought", "anna");
    let aside = path.with_extension("aside");
    std::fs::rename(&path, &aside).unwrap();
    std::fs::create_dir(&path).unwrap();
    keeper.save(&session, 1);
    keeper.drafts(Vec::new());
    keeper.close().unwrap_err();
    std::fs::remove_dir(&path).unwrap();
    std::fs::rename(&aside, &path).unwrap();
    let (tell, _reports) = ear();
    assert_eq!(Keeper::open(&path, &desk(), tell).unwrap().1.drafts.len(), 1);
}

#[test]
fn a_file_that_vanished_is_written_anew_and_said_so() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    fs::remove_file(&path).unwrap();
    let mut session = sample::session();
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    assert!(matches!(next(&reports), Report::Notice(said) if said.contains("vanished")));
    assert_eq!(next(&reports), Report::Saved { generation: 1 });
    assert_eq!(on_disk(&path), session);
}

#[test]
fn a_later_version_is_looked_at_and_never_written() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("later.factdesk.json");
    let file =
        String::from_utf8(format::print(&sample::session())).unwrap().replacen("\"version\": 2", "\"version\": 9", 1);
    sample::scribble(&path, &file);
    let (tell, reports) = ear();
    let (keeper, opened) = Keeper::open(&path, &desk(), tell).unwrap();
    assert!(matches!(opened.access, Access::ReadOnly(why) if why.contains("version 9")));
    keeper.save(&opened.session, 1);
    assert!(matches!(next(&reports), Report::Failed { .. }));
    drop(keeper);
    let refused = store::amend(&path, &desk(), |_| Ok::<(), StoreError>(()));
    assert!(refused.unwrap_err().to_string().contains("version 9"));
    assert_eq!(fs::read_to_string(&path).unwrap(), file);
}

#[cfg(unix)]
#[test]
fn a_write_protected_file_is_opened_for_reading() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, _reports) = kept(&home);
    keeper.close().unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let (tell, _reports) = ear();
    let (_keeper, opened) = Keeper::open(&path, &desk(), tell).unwrap();
    assert_eq!(opened.access, Access::ReadOnly("the file is write-protected".to_owned()));
}

#[test]
fn a_second_window_follows_what_the_first_one_saves() {
    let home = tempfile::tempdir().unwrap();
    let (keeper, path, reports) = kept(&home);
    let (tell, heard) = ear();
    let (second, _) = Keeper::open(&path, &desk(), tell).unwrap();
    let mut session = sample::session();
    mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    assert_eq!(next(&reports), Report::Saved { generation: 1 });
    second.look();
    assert_eq!(change_with(&heard, 0).session.claims(), session.claims());
}
