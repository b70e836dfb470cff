//! Much evidence: its texts and their index are kept in the cache folder, and may be deleted, spoilt or barred at any time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::{DRAFT, Desk, REPORT, TALK, write};

/// A folder with enough in it to be kept: most of it is blanks.
fn much() -> Desk {
    let padding = " ".repeat(5 << 20);
    let desk = Desk::with(&[
        ("draft.txt", DRAFT),
        ("sources/ferry-report.txt", REPORT),
        ("sources/long.txt", &format!("Log of the ferry\n\nIn spring the ferry was painted.\n{padding}")),
        ("sources/talk.vtt", TALK),
    ]);
    for name in ["ferry-report.txt", "long.txt", "talk.vtt"] {
        age(&desk.source(name));
    }
    desk
}

/// Dates a file back, so that a later writing would show.
fn age(path: &Path) {
    let then = SystemTime::UNIX_EPOCH + Duration::from_hours(54 * 365 * 24);
    File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
}

impl Desk {
    fn source(&self, name: &str) -> PathBuf {
        self.folder.path().join("sources").join(name)
    }

    fn asked(&self) -> (Value, String) {
        self.told(&["evidence", "draft.txt", "sources", "--json"])
    }

    /// The folder in the cache that keeps the sources.
    fn kept(&self) -> PathBuf {
        let cache = self.folder.path().join(".cache/factdesk");
        let mut found = fs::read_dir(cache).unwrap().map(|entry| entry.unwrap().path());
        found.find(|path| path.file_name().unwrap().to_string_lossy().starts_with("evidence-")).unwrap()
    }
}

/// The words of the best passage for the claim with the passengers.
fn best(rows: &Value) -> &str {
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"].as_str().unwrap().contains("412")).unwrap();
    row.pointer("/passages/0/exact").and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn what_is_kept_says_the_same_as_what_is_read() {
    let desk = much();
    let kept = desk.asked();
    let files = ["sources/ferry-report.txt", "sources/long.txt", "sources/talk.vtt"];
    // Files that are named one by one are held in memory.
    let read = desk.told(&[&["evidence", "draft.txt"], &files[..], &["--json"]].concat());
    assert_eq!(kept, read);
    assert_eq!(desk.asked(), read, "the second time");
    assert!(best(&kept.0).contains("421"), "{}", kept.0);
}

/// A file that the system says is the same is not read again: its words as they were read are what is asked.
#[test]
fn a_second_start_reads_nothing_that_is_as_it_was() {
    let desk = much();
    desk.asked();
    let report = desk.source("ferry-report.txt");
    let then = fs::metadata(&report).unwrap().modified().unwrap();
    let other = REPORT.replace("421", "999");
    File::options()
        .write(true)
        .open(&report)
        .and_then(|mut file| std::io::Write::write_all(&mut file, other.as_bytes()))
        .unwrap();
    File::options().write(true).open(&report).unwrap().set_modified(then).unwrap();
    assert!(best(&desk.asked().0).contains("421"));
    // Touched, it is read by its checksum.
    age(&report);
    File::options().write(true).open(&report).unwrap().set_modified(then + Duration::from_mins(1)).unwrap();
    assert!(best(&desk.asked().0).contains("999"));
}

#[test]
fn what_changes_comes_or_goes_is_followed() {
    let desk = much();
    desk.asked();
    write(&desk.source("ferry-report.txt"), REPORT.replace("421", "417 or 418").as_bytes());
    write(&desk.source("new.txt"), b"The ferry carried 422 people on its last day, said the log.\n");
    fs::remove_file(desk.source("talk.vtt")).unwrap();
    let (rows, said) = desk.asked();
    let told = rows.to_string();
    assert!(told.contains("417 or 418") && told.contains("422 people"), "{said}{rows:#}");
    assert!(!told.contains("421") && !told.contains("We were never told that it would, would end"), "{rows:#}");
    assert_eq!(desk.asked().0, rows);
}

#[test]
fn what_is_kept_may_be_deleted_or_spoilt() {
    let desk = much();
    let whole = desk.asked();
    fs::remove_dir_all(desk.kept()).unwrap();
    assert_eq!(desk.asked(), whole, "deleted");
    for folder in ["passages", "texts", ""] {
        let files = fs::read_dir(desk.kept().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let files: Vec<PathBuf> = files.filter(|path| path.is_file() && !path.ends_with("lock")).collect();
        assert!(!files.is_empty(), "{folder}");
        for file in files {
            write(&file, b"spoilt");
        }
        assert_eq!(desk.asked(), whole, "spoilt: {folder}");
        assert_eq!(desk.asked(), whole, "made anew: {folder}");
    }
}

#[test]
fn where_nothing_can_be_kept_it_is_said_and_held_in_memory() {
    let desk = much();
    let (whole, _) = desk.asked();
    fs::remove_dir_all(desk.folder.path().join(".cache")).unwrap();
    write(&desk.folder.path().join(".cache"), b"no folder");
    let (rows, said) = desk.asked();
    assert_eq!(rows, whole);
    assert!(said.contains("can't be kept and is made in memory"), "{said}");
}

#[test]
fn while_another_writes_what_was_finished_is_asked() {
    let desk = much();
    desk.asked();
    let lock = File::open(desk.kept().join("lock")).unwrap();
    lock.try_lock().unwrap();
    write(&desk.source("new.txt"), b"The ferry carried 422 people on its last day, said the log.\n");
    let (rows, said) = desk.asked();
    assert!(said.contains("another factdesk reads 1 of the 4 files at this moment"), "{said}");
    assert!(best(&rows).contains("421") && !rows.to_string().contains("422 people"), "{rows:#}");
    lock.unlock().unwrap();
    let (rows, said) = desk.asked();
    assert!(rows.to_string().contains("422 people") && !said.contains("another factdesk"), "{said}");
}

#[test]
fn what_was_kept_of_evidence_that_is_long_gone_is_swept() {
    let desk = much();
    desk.asked();
    let first = desk.kept();
    let moved = |from: &str, to: &str| fs::rename(desk.folder.path().join(from), desk.folder.path().join(to)).unwrap();
    let asked = |folder: &str| {
        let place = desk.folder.path().join(folder);
        fs::create_dir(&place).unwrap();
        write(&place.join("long.txt"), format!("Log\n\nNothing.\n{}", " ".repeat(5 << 20)).as_bytes());
        desk.told(&["evidence", "draft.txt", folder, "--json"]);
    };
    age(&first.join("files"));
    asked("second");
    assert!(first.exists(), "it is still there");
    moved("sources", "away");
    let lock = File::open(first.join("lock")).unwrap();
    lock.try_lock().unwrap();
    asked("third");
    assert!(first.exists(), "somebody writes to it");
    lock.unlock().unwrap();
    asked("fourth");
    assert!(!first.exists(), "nobody has it any more");
    let held = fs::read_dir(desk.folder.path().join(".cache/factdesk")).unwrap();
    let held = held.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("evidence-"));
    assert_eq!(held.count(), 3, "the others were used just now");
}

#[test]
fn what_is_kept_of_evidence_that_is_away_for_a_day_stays() {
    let desk = much();
    desk.asked();
    let first = desk.kept();
    fs::rename(desk.folder.path().join("sources"), desk.folder.path().join("away")).unwrap();
    let other = desk.folder.path().join("other");
    fs::create_dir(&other).unwrap();
    write(&other.join("long.txt"), format!("Log\n\nNothing.\n{}", " ".repeat(5 << 20)).as_bytes());
    desk.told(&["evidence", "draft.txt", "other", "--json"]);
    assert!(first.exists());
}

/// The desk has much evidence indexed by a process of its own, which ends and leaves nothing to read.
#[test]
fn what_another_process_has_indexed_is_not_read_again() {
    let desk = much();
    let names = ["sources/ferry-report.txt", "sources/long.txt", "sources/talk.vtt"];
    let files: Vec<Value> = names.iter().map(|name| json!({ "path": name, "name": name })).collect();
    let order = json!({ "cache": ".cache/factdesk", "place": "sources", "language": "en", "files": files });
    let said = desk.piped(&["index-evidence"], order.to_string().as_bytes());
    assert!(said.lines().all(|line| line.parse::<usize>().is_ok()) && said.starts_with("0\n"), "{said}");
    let report = desk.source("ferry-report.txt");
    write(&report, REPORT.replace("421", "999").as_bytes());
    age(&report);
    assert!(best(&desk.asked().0).contains("421"), "as it was when it was indexed");
}
