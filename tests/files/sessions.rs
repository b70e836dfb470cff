//! The example sessions in the repository: every one opens, in this version and every later one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::desk_of;
use factdesk::review::{Session, Status};

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    files
}

fn read(path: &Path) -> Session {
    let bytes = fs::read(path).unwrap();
    let read = factdesk::store::format::parse(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(read.notices.is_empty(), "{}: {:?}", path.display(), read.notices);
    assert_eq!(factdesk::store::format::print(&read.session), bytes, "{} is printed as it was read", path.display());
    read.session
}

#[test]
fn every_example_opens_and_is_written_back_to_the_byte() {
    assert!(examples().len() >= 2);
    for path in examples() {
        desk_of(read(&path)).sees("Harbour tunnel").sized(40, 12).sees("Harbour");
    }
}

#[test]
fn one_example_is_finished_and_one_is_half_finished() {
    let unchecked = |name: &str| {
        let path = examples().into_iter().find(|path| path.ends_with(name)).unwrap();
        read(&path).claims().tally().of(Status::Unchecked)
    };
    assert_eq!(unchecked("harbour-tunnel-done.factdesk.json"), 0);
    assert!(unchecked("harbour-tunnel-half.factdesk.json") > 3);
}

#[test]
fn the_examples_hold_every_part_of_a_check() {
    let sessions: Vec<Session> = examples().iter().map(|path| read(path)).collect();
    let any = |holds: &dyn Fn(&factdesk::review::Claim) -> bool| {
        sessions.iter().any(|session| session.claims().iter().any(holds))
    };
    assert!(any(&|claim| !claim.record.note.is_empty()));
    assert!(any(&|claim| claim.record.sources.len() > 1));
    assert!(any(&|claim| !claim.record.corrections.is_empty()));
    assert!(any(&|claim| !claim.record.queries.is_empty()));
    assert!(any(&|claim| claim.dismissed));
    assert!(sessions.iter().any(|session| session.history().iter().count() > 10));
}
