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
fn every_verified_claim_of_the_examples_has_a_source() {
    for path in examples() {
        let session = read(&path);
        let verified = |claim: &&factdesk::review::Claim| claim.status() == Status::Verified;
        for claim in session.claims().iter().filter(verified) {
            assert!(!claim.record.sources.is_empty(), "{}: claim {}", path.display(), claim.number);
        }
    }
}

#[test]
fn a_session_of_version_1_becomes_the_file_that_is_laid_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/golden");
    let names = ["complete", "harbour", "hostile", "later"];
    for name in names {
        let old = fs::read(folder.join(format!("{name}.1.json"))).unwrap();
        let raised = factdesk::store::format::parse(&old).unwrap_or_else(|error| panic!("{name}: {error}"));
        let wanted = fs::read_to_string(folder.join(format!("{name}.2.json"))).unwrap();
        let printed = String::from_utf8(factdesk::store::format::print(&raised.session)).unwrap();
        assert!(printed == wanted, "{name}.2.json is not what {name}.1.json becomes");
        assert_eq!(
            read(&folder.join(format!("{name}.2.json"))),
            raised.session,
            "{name} is read again as it was raised"
        );
    }
}

#[test]
fn what_a_later_version_wrote_survives_raising_at_every_level() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/golden");
    let later = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let mut names: Vec<String> =
            text.split('"').filter(|word| word.starts_with("later_")).map(String::from).collect();
        names.sort();
        names
    };
    assert_eq!(later("later.1.json"), later("later.2.json"));
    assert!(later("later.1.json").len() > 15);
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
