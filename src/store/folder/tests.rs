//! Finding, naming and moving saved sessions.

use super::*;
use crate::review::{Change, Draft, Edit, Swap, Verdict, field};
use crate::store::Keeper;
use crate::store::backup::{self, BackupReason};
use crate::store::sample::{self, desk};

struct FolderScene {
    held: tempfile::TempDir,
    folder: Folder,
}

fn home(titles: &[&str]) -> FolderScene {
    let held = tempfile::tempdir().unwrap();
    let folder = Folder::at(held.path().join("data/sessions"));
    for title in titles {
        let mut session = sample::session();
        (*title).clone_into(&mut session.article.title);
        Keeper::create(&folder, &session, &desk(), Box::new(drop)).unwrap().0.close().unwrap();
    }
    FolderScene { held, folder }
}

fn name_of(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn a_folder_that_is_not_there_yet_is_empty() {
    let FolderScene { folder, held: _held } = home(&[]);
    assert_eq!(folder.list().unwrap().sessions, []);
    assert!(folder.find("ferry").unwrap_err().to_string().contains("no such session"));
    assert_eq!(folder.with_text("00").unwrap(), None);
}

#[test]
fn copies_are_listed_with_their_session_and_taken_in_from_beside_it() {
    let FolderScene { folder, held: _held } = home(&["Ferry", "Bridge"]);
    let path = folder.find("ferry").unwrap();
    let mut theirs = on_disk::read(&path).unwrap().session;
    sample::mark(&mut theirs, "k2", Some(Verdict::Disputed), "bea");
    let file = crate::store::format::print(&theirs);
    let lay = |name: &str| {
        let copy = folder.path().join(name);
        sample::scribble(&copy, &file);
        copy
    };
    let copies = [lay("ferry (1).factdesk.json"), lay("ferry.factdesk (Bea's conflicted copy 2026-11-28).json")];
    lay("ferry.factdesk.json~");
    lay("ferry.factdesk.json.part");
    lay("~ferry.factdesk.json");
    // Another check of the same title, whatever it is called.
    theirs.id = "0199f0c2-0000-7c11-9b1e-0a5d7e4c2b10".to_owned();
    sample::scribble(&folder.path_of("ferry (old)"), crate::store::format::print(&theirs));
    let names = |folder: &Folder| {
        let mut names: Vec<String> = folder.list().unwrap().sessions.into_iter().map(|listed| listed.name).collect();
        names.sort();
        names
    };
    assert_eq!(names(&folder), ["bridge", "ferry", "ferry (old)"]);
    let listed = folder.list().unwrap().sessions.into_iter().find(|listed| listed.name == "ferry").unwrap();
    assert_eq!(listed.copies, copies);
    assert_eq!(name_of(&folder.find("ferry (").unwrap()), "ferry (old).factdesk.json");
    let combined = folder.gather(&path, &copies, &desk()).unwrap();
    assert_eq!(combined.told(), ["1 change by bea came in"]);
    assert_eq!(sample::verdict(&on_disk::read(&path).unwrap().session, "k2"), "disputed");
    assert!(copies.iter().all(|copy| !copy.exists()));
    let trashed = fs::read_dir(folder.path().join("trash")).unwrap();
    let trashed = trashed.filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
    assert_eq!((trashed, names(&folder).len()), (2, 3));
}

#[test]
fn one_backup_holds_what_stood_before_the_first_of_many_copies() {
    let FolderScene { folder, held: _held } = home(&["Ferry"]);
    let path = folder.find("ferry").unwrap();
    let ours = fs::read(&path).unwrap();
    let copies: Vec<PathBuf> = (0..9)
        .map(|at| {
            let mut theirs = on_disk::read(&path).unwrap().session;
            sample::mark(&mut theirs, "k2", Some(Verdict::Disputed), &format!("reader {at}"));
            let copy = folder.path().join(format!("ferry ({at}).factdesk.json"));
            sample::scribble(&copy, crate::store::format::print(&theirs));
            copy
        })
        .collect();
    folder.gather(&path, &copies, &desk()).unwrap();
    let merged: Vec<_> =
        backup::list(&path).unwrap().into_iter().filter(|one| one.why == BackupReason::Merge).collect();
    assert_eq!(merged.len(), 1, "{merged:?}");
    assert_eq!(fs::read(&merged[0].path).unwrap(), ours);
}

#[test]
fn a_torn_copy_keeps_no_other_out_and_stays_where_it_is() {
    let FolderScene { folder, held: _held } = home(&["Ferry"]);
    let path = folder.find("ferry").unwrap();
    let mut theirs = on_disk::read(&path).unwrap().session;
    sample::mark(&mut theirs, "k2", Some(Verdict::Disputed), "bea");
    let whole = crate::store::format::print(&theirs);
    let copies = ["(1)", "(2)", "(3)"].map(|of| folder.path().join(format!("ferry {of}.factdesk.json")));
    let contents = [whole.get(..whole.len() / 2).unwrap(), whole.as_slice(), b"{}".as_slice()];
    for (copy, bytes) in copies.iter().zip(contents) {
        sample::scribble(copy, bytes);
    }
    let combined = folder.gather(&path, &copies, &desk()).unwrap();
    let told = combined.told();
    assert_eq!((told.len(), combined.left.len()), (3, 2), "{told:?}");
    assert!(told[1].starts_with("left where it is: ") && told[1].contains("ferry (1)"), "{told:?}");
    assert_eq!(copies.map(|copy| copy.exists()), [true, false, true]);
    assert_eq!(sample::verdict(&on_disk::read(&path).unwrap().session, "k2"), "disputed");
    let torn = [folder.path().join("ferry (1).factdesk.json")];
    assert!(folder.gather(&path, &torn, &desk()).is_err());
}

#[test]
fn two_articles_of_one_title_get_two_names() {
    let FolderScene { folder, held: _held } = home(&["Ferry", "Ferry", "FERRY!"]);
    let mut names: Vec<String> = folder.list().unwrap().sessions.into_iter().map(|listed| listed.name).collect();
    names.sort();
    assert_eq!(names, ["ferry", "ferry-2", "ferry-3"]);
}

#[test]
fn the_one_worked_on_last_comes_first_and_an_unreadable_one_is_named() {
    let FolderScene { folder, held: _held } = home(&["Early", "Late"]);
    let late = folder.find("late").unwrap();
    let mut session = on_disk::read(&late).unwrap().session;
    sample::mark(&mut session, "k2", Some(Verdict::Disputed), "anna");
    let at = Stamp::from("2031-01-01T00:00:00Z");
    let note = Change::Field(&field::NOTE, Swap::new("".into(), "x".into()));
    session.commit(Edit::of("k1".into(), note), &"anna".into(), &at).unwrap();
    sample::scribble(&late, crate::store::format::print(&session));
    sample::scribble(&folder.path_of("torn"), "{ \"format\"");
    let listed = folder.list().unwrap().sessions;
    let early = listed.iter().position(|one| one.name == "early").unwrap();
    let late = listed.iter().position(|one| one.name == "late").unwrap();
    assert!(late < early);
    assert_eq!((listed[late].tally.disputed, listed[late].last.as_ref()), (1, Some(&at)));
    let torn = listed.iter().find(|one| one.name == "torn").unwrap();
    assert!(torn.trouble.as_ref().unwrap().contains("torn: it ends"), "{torn:?}");
}

#[test]
fn a_session_is_found_by_name_beginning_path_and_text() {
    let FolderScene { folder, held: _held } = home(&["Ferry stays", "Ferry sinks", "Zoo"]);
    assert_eq!(name_of(&folder.find("zo").unwrap()), "zoo.factdesk.json");
    assert_eq!(name_of(&folder.find("Ferry-Sin").unwrap()), "ferry-sinks.factdesk.json");
    let path = folder.find("zoo").unwrap();
    assert_eq!(folder.find(path.to_str().unwrap()).unwrap(), path);
    let told = folder.find("ferry").unwrap_err().to_string();
    assert!(told.contains("ferry-sinks, ferry-stays"), "{told}");
    let sha = sample::session().article.sha256();
    assert!(folder.with_text(&sha).unwrap().is_some());
    assert_eq!(folder.with_text(&"0".repeat(64)).unwrap(), None);
}

#[test]
fn a_renamed_session_takes_along_what_lies_beside_it() {
    let FolderScene { folder, held: _held } = home(&["Ferry", "Zoo"]);
    let path = folder.find("ferry").unwrap();
    let (keeper, opened) = Keeper::open(&path, &desk(), Box::new(drop)).unwrap();
    let draft =
        Draft { claim: "k1".into(), of: "note".into(), at: Stamp::from("2026-11-23T12:00:00Z"), ..Draft::default() };
    let mut session = opened.session;
    sample::mark(&mut session, "k1", Some(Verdict::Verified), "anna");
    keeper.save(&session, 1);
    keeper.drafts(vec![draft.clone()]);
    let open = folder.rename(&path, "boat", &desk()).unwrap_err().to_string();
    assert!(open.contains("open in another window (pid 4711"), "{open}");
    keeper.close().unwrap();
    for bad in ["zoo", "../boat", "a/b", "", ".boat", "nul"] {
        assert!(folder.rename(&path, bad, &desk()).is_err(), "{bad}");
    }
    let beside = |name: &str| path.with_file_name(name);
    sample::scribble(&beside("ferry.policy.toml"), b"sources = 1\n");
    fs::create_dir(beside("ferry.evidence")).unwrap();
    sample::scribble(&beside("ferry.evidence/log.txt"), b"Fares rose.\n");
    let boat = folder.rename(&path, "boat", &desk()).unwrap();
    assert!(!path.exists());
    // The gate stays shut, and the evidence at hand.
    assert!(crate::store::policy(&boat).unwrap().is_some() && !beside("ferry.policy.toml").exists());
    assert!(beside("boat.evidence/log.txt").exists());
    assert_eq!(super::super::backup::list(&boat).unwrap().len(), 1);
    let (_keeper, opened) = Keeper::open(&boat, &desk(), Box::new(drop)).unwrap();
    assert_eq!((opened.drafts, opened.session), (vec![draft], session));
}

#[test]
fn a_deleted_session_lies_in_the_trash_and_never_on_another() {
    let FolderScene { folder, held: _held } = home(&["Ferry"]);
    let path = folder.find("ferry").unwrap();
    let content = fs::read(&path).unwrap();
    let first = folder.trash(&path, &desk()).unwrap();
    sample::scribble(&path, &content);
    let second = folder.trash(&path, &desk()).unwrap();
    assert_eq!((name_of(&first), name_of(&second)), ("ferry.factdesk.json", "ferry-2.factdesk.json"));
    assert_eq!((fs::read(first).unwrap(), fs::read(second).unwrap()), (content.clone(), content));
    assert_eq!(folder.list().unwrap().sessions, []);
}

#[cfg(unix)]
#[test]
fn what_is_made_is_for_nobody_elses_eyes() {
    use std::os::unix::fs::PermissionsExt as _;
    let FolderScene { folder, held: _held } = home(&["Ferry"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let hidden = folder.path().join(".factdesk");
    assert_eq!((mode(folder.path()), mode(&hidden), mode(&folder.path_of("ferry"))), (0o700, 0o700, 0o600));
    assert_eq!(mode(&hidden.join("ferry.lock")), 0o600);
    assert_eq!(fs::read(hidden.join(".gitignore")).unwrap(), b"*\n");
}
