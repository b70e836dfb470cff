//! The index is as the files are, whatever becomes of them or of it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::review::{Change, Edit, Source, Stamp, Swap, Verdict, field};
use crate::store::sample;
use crate::store::{Folder, ListedSession, PastChecks, SimilarClaim, format, on_disk};

struct IndexScene {
    held: tempfile::TempDir,
    folder: Folder,
}

/// A folder of sessions with these notes, one each, and a cache.
fn archive(notes: &[&str]) -> IndexScene {
    let held = tempfile::tempdir().unwrap();
    let path = held.path().join("sessions");
    fs::create_dir(&path).unwrap();
    let folder = Folder::at(&path).indexed(Some(held.path().join("cache/factdesk")));
    for (at, note) in notes.iter().enumerate() {
        put(&folder, &format!("s{at}"), note);
    }
    IndexScene { held, folder }
}

/// Writes a session with this note, an hour ago as the system tells it.
fn put(folder: &Folder, name: &str, note: &str) {
    let mut session = sample::session();
    sample::mark(&mut session, "k2", Some(Verdict::Disputed), "anna");
    let change = Change::Field(&field::NOTE, Swap::new("".into(), note.into()));
    session.commit(Edit::of("k1".into(), change), &"anna".into(), &Stamp::from("2026-11-24T10:00:00Z")).unwrap();
    sample::scribble(&folder.path_of(name), format::print(&session));
    age(&folder.path_of(name), 3600);
}

/// Writes into the file that is there, so that it stays the same one.
fn overwrite(path: &Path, text: &str) {
    File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn age(path: &Path, seconds: u64) {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 - seconds);
    File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
}

fn found(folder: &Folder, words: &str) -> Vec<String> {
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    folder.search(&words, usize::MAX).unwrap().0.best.into_iter().map(|result| result.name).collect()
}

fn names(listed: &[ListedSession]) -> Vec<&str> {
    listed.iter().map(|one| one.name.as_str()).collect()
}

/// Every file of the cache.
fn kept(archive: &IndexScene) -> Vec<std::path::PathBuf> {
    let folders = fs::read_dir(archive.held.path().join("cache/factdesk")).unwrap().flatten();
    folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.path())).collect()
}

#[test]
fn a_list_from_the_index_is_the_one_from_the_files() {
    let archive = archive(&["a pier", "a quay"]);
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    for entry in
        fs::read_dir(old).unwrap().flatten().filter(|entry| entry.path().extension().is_some_and(|e| e == "json"))
    {
        fs::copy(entry.path(), archive.folder.path().join(entry.file_name())).unwrap();
    }
    sample::scribble(&archive.folder.path_of("torn"), "{ \"format\"");
    let without = Folder::at(archive.folder.path()).list().unwrap().sessions;
    assert_eq!(archive.folder.list().unwrap().sessions, without);
    assert_eq!(archive.folder.list().unwrap().sessions, without);
    assert!(without.len() > 4 && without.iter().any(|one| one.trouble.is_some()));
    for listed in without.iter().filter(|one| one.trouble.is_none()) {
        let session = on_disk::read(&listed.path).unwrap().session;
        assert_eq!((&listed.title, &listed.tally), (&session.article.title, session.claims().tally()));
        assert_eq!(listed.last.as_ref(), session.history().last().map(|entry| &entry.at));
    }
}

#[test]
fn what_has_not_changed_is_not_read_again_and_what_has_is() {
    let IndexScene { folder, held: _held } = &archive(&["a pier", "a quay"]);
    assert_eq!(found(folder, "pier"), ["s0"]);
    // The same length and, as the system tells it, the same file.
    let path = folder.path_of("s0");
    let other = fs::read_to_string(&path).unwrap().replace("a pier", "a boat");
    overwrite(&path, &other);
    age(&path, 3600);
    assert_eq!(found(folder, "pier"), ["s0"], "it was read although nothing told that it had changed");
    age(&path, 3000);
    assert_eq!((found(folder, "pier"), found(folder, "boat")), (vec![], vec!["s0".to_owned()]));
    fs::rename(folder.path_of("s1"), folder.path_of("moved")).unwrap();
    assert_eq!(found(folder, "QUAY"), ["moved"]);
    fs::remove_file(&path).unwrap();
    assert_eq!(names(&folder.list().unwrap().sessions), ["moved"]);
    assert_eq!(names(&folder.remembered().unwrap()), ["moved"]);
}

#[test]
fn a_file_written_just_before_it_was_read_is_not_believed() {
    let IndexScene { folder, held: _held } = &archive(&["a pier"]);
    let path = folder.path_of("s0");
    let text = fs::read_to_string(&path).unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    let write = |text: &str| {
        overwrite(&path, text);
        File::options().write(true).open(&path).unwrap().set_modified(now).unwrap();
    };
    write(&text);
    assert_eq!(found(folder, "pier"), ["s0"]);
    write(&text.replace("a pier", "a boat"));
    assert_eq!(found(folder, "boat"), ["s0"]);
}

#[test]
fn a_spoilt_index_is_made_anew() {
    let archive = archive(&["a pier", "a quay"]);
    let folder = &archive.folder;
    let there = folder.list().unwrap().sessions;
    for spoil in ["", "factdesk-index 1 0000000000000000\n{}", "factdesk-index 9 0000000000000000\n{}", "\u{0}\u{0}"] {
        for path in kept(&archive) {
            sample::scribble(&path, spoil);
        }
        assert_eq!(
            (folder.list().unwrap().sessions, found(folder, "quay")),
            (there.clone(), vec!["s1".to_owned()]),
            "{spoil:?}"
        );
    }
    for path in kept(&archive).into_iter().filter(|path| path.extension().is_some()) {
        fs::remove_file(path).unwrap();
    }
    assert_eq!((found(folder, "quay"), found(folder, "pier")), (vec!["s1".to_owned()], vec!["s0".to_owned()]));
    fs::remove_dir_all(archive.held.path().join("cache")).unwrap();
    assert_eq!(folder.list().unwrap().sessions, there);
}

#[test]
fn without_a_place_to_write_everything_works() {
    let archive = archive(&["a pier"]);
    sample::scribble(&archive.held.path().join("cache"), "a file where a folder should be");
    assert_eq!(
        (names(&archive.folder.list().unwrap().sessions), found(&archive.folder, "pier")),
        (vec!["s0"], vec!["s0".to_owned()])
    );
    assert_eq!(archive.folder.remembered(), None);
}

#[test]
fn an_index_that_cannot_be_put_costs_time_and_nothing_else() {
    let archive = archive(&["a pier", "a quay"]);
    let folder = &archive.folder;
    let there = folder.list().unwrap().sessions;
    // Nothing can be put over a folder, as on a full disk nothing can be put at all.
    for rows in kept(&archive).into_iter().filter(|path| path.extension().is_none()) {
        fs::remove_file(&rows).unwrap();
        fs::create_dir(&rows).unwrap();
    }
    put(folder, "s2", "a barge");
    assert_eq!(folder.list().unwrap().sessions.len(), there.len() + 1);
    assert_eq!((found(folder, "barge"), found(folder, "quay")), (vec!["s2".to_owned()], vec!["s1".to_owned()]));
    assert!(kept(&archive).iter().all(|path| path.extension().is_none_or(|end| end != "tmp")), "{:?}", kept(&archive));
}

#[test]
fn an_index_of_another_version_of_the_program_is_left_as_it_is() {
    let archive = archive(&["a pier"]);
    archive.folder.list().unwrap();
    let rows = kept(&archive).into_iter().find(|path| path.extension().is_none()).unwrap();
    let newer = rows.with_file_name("rows-999");
    fs::rename(&rows, &newer).unwrap();
    assert_eq!(names(&archive.folder.list().unwrap().sessions), ["s0"]);
    put(&archive.folder, "s1", "a quay");
    assert_eq!(found(&archive.folder, "quay"), ["s1"]);
    assert!(newer.exists() && rows.exists(), "each has its own");
}

#[test]
fn a_thousand_sessions_renamed_at_once_are_found_under_their_new_names() {
    let IndexScene { folder, held: _held } = &archive(&["a pier"]);
    let name = |letter: &str, at: usize| folder.path_of(&format!("{letter}{at:04}"));
    for at in 0..1000 {
        fs::copy(folder.path_of("s0"), name("a", at)).unwrap();
    }
    fs::remove_file(folder.path_of("s0")).unwrap();
    assert_eq!(folder.list().unwrap().sessions.len(), 1000);
    for at in 0..1000 {
        fs::rename(name("a", at), name("b", at)).unwrap();
    }
    let listed = folder.list().unwrap().sessions;
    assert!(listed.len() == 1000 && listed.iter().all(|one| one.name.starts_with('b') && one.trouble.is_none()));
    assert_eq!(found(folder, "pier").len(), 1000);
    assert!(found(folder, "pier").iter().all(|name| name.starts_with('b')));
}

#[test]
fn clocks_that_go_back_hide_no_change() {
    let archive = archive(&["a pier"]);
    let folder = &archive.folder;
    let path = folder.path_of("s0");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(found(folder, "pier"), ["s0"]);
    // The index is of a time to come, and what was written since is older than what it has.
    for rows in kept(&archive).into_iter().filter(|path| path.extension().is_none()) {
        let later = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
        File::options().write(true).open(rows).unwrap().set_modified(later).unwrap();
    }
    overwrite(&path, &text.replace("a pier", "a boat"));
    age(&path, 1_000_000);
    assert_eq!((found(folder, "pier"), found(folder, "boat")), (vec![], vec!["s0".to_owned()]));
    // A time before 1970 is a time.
    overwrite(&path, &text.replace("a pier", "a raft"));
    let long_ago = SystemTime::UNIX_EPOCH - Duration::from_secs(1_000_000);
    File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    assert_eq!((found(folder, "boat"), found(folder, "raft")), (vec![], vec!["s0".to_owned()]));
}

#[test]
fn many_small_changes_leave_few_files() {
    let archive = archive(&["a pier"]);
    for at in 0..40 {
        put(&archive.folder, &format!("t{at}"), "another boat");
        archive.folder.list().unwrap();
    }
    assert_eq!(found(&archive.folder, "boat").len(), 40);
    // Two files a shard; those that no row names go once they are old.
    for path in kept(&archive).into_iter().filter(|path| path.extension().is_some()) {
        age(&path, 3600);
    }
    put(&archive.folder, "last", "a barge");
    archive.folder.list().unwrap();
    assert!(kept(&archive).len() <= 2 * 13 + 3, "{:?}", kept(&archive).len());
    assert_eq!(found(&archive.folder, "barge"), ["last"]);
}

#[test]
fn many_new_sessions_leave_no_more_behind_than_they_hold() {
    let archive = archive(&["a pier"]);
    for at in 0..60 {
        put(&archive.folder, &format!("t{at}"), "a boat");
        archive.folder.list().unwrap();
    }
    assert!(kept(&archive).len() <= 2 * 13 + 3, "{:?}", kept(&archive).len());
    assert_eq!(found(&archive.folder, "boat").len(), 60);
}

#[test]
fn words_are_ranked_by_where_they_are() {
    let archive = archive(&["nothing", "the harbour quay", "the harbour"]);
    let (results, troubled) = archive.folder.search(&["harbour".to_owned(), "quay".to_owned()], usize::MAX).unwrap();
    assert!(troubled.is_empty());
    assert_eq!(results.best.iter().map(|result| result.name.as_str()).collect::<Vec<_>>(), ["s1"]);
    let place = &results.best[0].places[0];
    let marked: Vec<&str> = place.marks.iter().map(|mark| mark.of(&place.text)).collect();
    assert_eq!((place.part.word(), place.text.as_str(), marked), ("note", "the harbour quay", vec!["harbour", "quay"]));
    assert_eq!(place.claim.as_ref().unwrap().0, "k1");
}

#[test]
fn words_are_found_as_keyboards_type_them_and_told_as_they_were_set() {
    let notes =
        ["the mayor’s “café”, ½ of it – twice", "a resume", "a re\u{301}sume\u{301} or two", "the fi\u{ad}sheries"];
    let archive = archive(&notes);
    for (typed, marked) in [
        ("mayor's", "mayor’s"),
        ("Mayor’s", "mayor’s"),
        ("\"cafe\"", "café"),
        ("1/2", "½"),
        ("2", "½"),
        ("-", "–"),
        ("fisheries", "fi\u{ad}sheries"),
    ] {
        let found = archive.folder.search(&[typed.to_owned()], usize::MAX).unwrap().0;
        let places = found.best.iter().flat_map(|result| &result.places).filter(|place| place.part.word() == "note");
        let told: Vec<(&str, &str)> = places
            .flat_map(|place| place.marks.iter().map(|mark| (place.text.as_str(), mark.of(&place.text))))
            .collect();
        assert!(told.iter().any(|(text, words)| notes.contains(text) && *words == marked), "{typed}: {told:?}");
    }
    assert_eq!(found(&archive.folder, "resume"), ["s1", "s2"]);
    for meant in ["Résumé", "re\u{301}sume\u{301}"] {
        assert_eq!(found(&archive.folder, meant), ["s2"], "an accent that is typed is meant");
    }
    // A claim behind such letters is told by its own words.
    let found = archive.folder.search(&["cafe closed".to_owned()], usize::MAX).unwrap().0;
    let place = &found.best[0].places[0];
    assert_eq!(place.text, "Its café closed in May, Orla Finn said.");
    assert_eq!(place.claim.as_ref().map(|claim| claim.0.as_str()), Some("k2"));
}

#[test]
fn of_many_sessions_the_best_are_told_and_the_others_counted() {
    let archive = archive(&["a quay", "the harbour", "a pier", "harbour", "the old harbour"]);
    let words = ["harbour".to_owned()];
    let [all, best, none] = [9, 2, 0].map(|most| archive.folder.search(&words, most).unwrap().0);
    assert_eq!((all.best.len(), all.more), (3, 0));
    assert_eq!((best.best.as_slice(), best.more), (&all.best[..2], 1));
    assert_eq!((none.best.len(), none.more), (0, 3));
}

#[test]
fn a_statement_is_known_again_in_other_words_and_with_another_figure() {
    let archive = archive(&["a pier"]);
    let mut memory = PastChecks::of(archive.folder.clone()).unwrap();
    let found = memory.alike(&["Orla Finn said the café closed in June."], "");
    assert_eq!(found.len(), 1, "{found:?}");
    let SimilarClaim { session, claim, words, verdict, by, .. } = &found[0];
    let told = (session.as_str(), claim.as_str(), words.as_str(), verdict.as_str(), by.as_str());
    assert_eq!(told, ("s0", "k2", "Its café closed in May, Orla Finn said.", "disputed", "anna"));
    assert_eq!(memory.alike(&["Orla Finn said the café closed in June."], "s0"), []);
    assert_eq!(memory.alike(&["The ferry carried 310 passengers – a record."], ""), [], "nobody has marked that one");
    assert_eq!(memory.alike(&["Rain is expected in the north on Sunday."], ""), []);
    // Another window finishes a session meanwhile.
    put(&archive.folder, "s1", "a quay");
    archive.folder.list().unwrap();
    assert_eq!(memory.alike(&["Its café closed in May, Orla Finn said."], "").len(), 2);
    // Over the same article it is a copy: who reads it blind is not told what the other came to.
    assert_eq!(memory.alike(&["Its café closed in May, Orla Finn said."], "s1"), []);
}

#[test]
fn a_session_that_is_left_out_is_not_remembered_under_another_name_either() {
    let archive = archive(&["a pier"]);
    let folder = &archive.folder;
    let told = || {
        let mut memory = PastChecks::of(folder.clone()).unwrap();
        memory.alike(&["Its café closed in May, Orla Finn said."], "").len()
    };
    assert_eq!(told(), 1);
    PastChecks::leave_out(&folder.path_of("s0"), true).unwrap();
    assert_eq!(told(), 0);
    let path = folder.rename(&folder.path_of("s0"), "quay", &sample::desk()).unwrap();
    assert_eq!(told(), 0);
    // It is listed and searched as ever.
    assert_eq!(
        (names(&folder.list().unwrap().sessions), found(folder, "pier")),
        (vec!["quay"], vec!["quay".to_owned()])
    );
    PastChecks::leave_out(&path, false).unwrap();
    PastChecks::leave_out(&path, false).unwrap();
    assert_eq!(told(), 1);
}

#[test]
fn what_is_remembered_is_what_was_listed_and_a_spoilt_glance_is_passed_over() {
    let archive = archive(&["a pier", "a quay", "a boat"]);
    assert_eq!(archive.folder.remembered(), None);
    let listed = archive.folder.list().unwrap().sessions;
    assert!(listed.iter().all(|one| one.origin.path == "ferry.txt"));
    assert_eq!(archive.folder.remembered().unwrap(), listed);
    let glance =
        kept(&archive).into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with("glance-"));
    let glance = glance.unwrap();
    let text = fs::read_to_string(&glance).unwrap();
    for spoilt in ["", "factdesk-glance 1\n[]", &text.replace("s1", "s9"), text.get(..text.len() - 9).unwrap()] {
        overwrite(&glance, spoilt);
        assert_eq!(archive.folder.remembered().unwrap(), listed, "{spoilt}");
    }
    fs::remove_file(&glance).unwrap();
    assert_eq!(archive.folder.remembered().unwrap(), listed);
}

#[test]
fn sources_and_people_are_told_but_no_confidential_one_and_none_of_a_session_left_out() {
    let archive = archive(&["a pier"]);
    let source = |title: &str, url: &str, confidential| Source {
        id: title.to_owned(),
        title: title.to_owned(),
        url: url.to_owned(),
        confidential,
        ..Source::default()
    };
    let mut session = sample::session();
    sample::mark(&mut session, "k1", Some(Verdict::Verified), "bea");
    let claim = session.claims().by_id(&"k1".into()).unwrap().clone();
    let change = Change::of(&claim, &field::SOURCES, |claim| {
        claim.record.sources = vec![
            source("Harbour log", "https://example.org/log", false),
            source("A letter from the captain", "", true),
        ];
    });
    session.commit(Edit::of("k1".into(), change.unwrap()), &"bea".into(), &sample::noon()).unwrap();
    let path = archive.folder.path_of("log");
    sample::scribble(&path, format::print(&session));
    let told = |except: &str| PastChecks::of(archive.folder.clone()).unwrap().written_down(except);
    let log = ("Harbour log".to_owned(), "https://example.org/log".to_owned());
    assert_eq!(told("").sources, std::slice::from_ref(&log));
    assert_eq!(told("s0").people, ["bea"]);
    assert_eq!((told("log").sources, told("log").people), (vec![], vec!["anna".to_owned()]));
    PastChecks::leave_out(&path, true).unwrap();
    assert_eq!(told(""), told("log"));
}
