//! Signing off: who, when, on what; and what the reports then tell since.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use factdesk::export::{ExportError, Format, Options, SinceWhen, export};
use factdesk::review::{Change, ClaimId, Edit, Session, Stamp, Verdict, field, merge};
use factdesk::store::format;

use crate::support::{BRIDGE, CLAIMS, session_of};

fn marked(session: &mut Session, claim: &str, verdict: Verdict, by: &str, at: &str) {
    let (claim, by, at) =
        (session.claims().by_id(&ClaimId::from(claim)).unwrap().clone(), Arc::from(by), Stamp::from(at));
    let change = field::marked(&claim, Some(verdict), &by, &at).unwrap();
    session.commit(Edit::of(claim.id, change), &by, &at).unwrap();
}

fn noted(session: &mut Session, claim: &str, text: &str, by: &str, at: &str) {
    let claim = session.claims().by_id(&ClaimId::from(claim)).unwrap().clone();
    let change = Change::to(&claim, &field::NOTE, text.into()).unwrap();
    session.commit(Edit::of(claim.id, change), &Arc::from(by), &Stamp::from(at)).unwrap();
}

/// Anna marks two claims and signs off; then bea writes about one of them, twice.
fn signed() -> Session {
    let mut session = session_of(BRIDGE, &CLAIMS);
    marked(&mut session, "k1", Verdict::Verified, "anna", "2026-11-23T09:00:00Z");
    marked(&mut session, "k2", Verdict::Unknown, "anna", "2026-11-23T09:01:00Z");
    session.sign_off("anna", &Stamp::from("2026-11-24T10:00:00Z"), "As far as the tables go.");
    noted(&mut session, "k2", "Ask the ministry.", "bea", "2026-11-25T09:00:00Z");
    noted(&mut session, "k2", "The ministry has no list.", "bea", "2026-11-25T09:05:00Z");
    session
}

fn report(session: &Session, format: Format, since: SinceWhen) -> String {
    let bytes = export(session, format, &Options { since: Some(since), ..Options::default() }).unwrap();
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else {
        return String::from_utf8(bytes).unwrap();
    };
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut text).unwrap();
    text
}

#[test]
fn a_report_tells_what_was_done_since_somebody_signed_off() {
    let session = signed();
    for format in [Format::Markdown, Format::Html, Format::Digest, Format::DigestDocx] {
        let text = report(&session, format, SinceWhen::SignedOff("anna".to_owned()));
        assert!(text.contains("Since anna signed off, 2026-11-24 10:00 UTC"), "{format}: {text}");
        assert!(text.contains("“The ministry has no list.”") && text.contains("bea, 2026-11-25 09:05 UTC"), "{format}");
        assert!(!text.contains("Ask the ministry."), "{format}: what was changed again is told once");
        assert!(text.contains("anna, 2026-11-24 10:00 UTC, draft 1, state "), "{format}: {text}");
        assert!(text.contains("As far as the tables go."), "{format}");
        assert!(text.contains("2 changes since"), "{format}");
    }
    let day = report(&session, Format::Markdown, SinceWhen::From("2026-11-23".to_owned()));
    assert!(
        day.contains("## Since 2026-11-23\n") && day.contains("unchecked → verified (anna, 2026-11-23 09:00 UTC)"),
        "{day}"
    );
    let later = report(&session, Format::Markdown, SinceWhen::From("2026-11-26".to_owned()));
    assert!(later.contains("No claim was touched."), "{later}");
    let error = export(
        &session,
        Format::Html,
        &Options { since: Some(SinceWhen::SignedOff("cem".to_owned())), ..Options::default() },
    );
    assert!(matches!(&error, Err(ExportError::NotSignedOff(by)) if by == "cem"), "{error:?}");
}

#[test]
fn a_draft_that_withdraws_a_verdict_touches_its_claim() {
    let session = crate::since::session();
    for format in [Format::Markdown, Format::Html, Format::Digest, Format::DigestDocx] {
        let text = report(&session, format, SinceWhen::From("2026-11-24".to_owned()));
        assert!(text.contains("withdrawn: verified by anna (anna, 2026-11-24 08:00 UTC)"), "{format}: {text}");
        assert!(!text.contains("No claim was touched."), "{format}");
        // The third claim went with its verdict, the second was left alone, the first had none any more when draft 3 came.
        assert_eq!(text.matches("withdrawn: ").count(), 2, "{format}: {text}");
    }
}

#[test]
fn what_a_copy_brings_in_later_is_new_however_early_it_was_made() {
    let base = session_of(BRIDGE, &CLAIMS);
    let (mut ours, mut theirs) = (base.clone(), base);
    marked(&mut theirs, "k4", Verdict::Disputed, "bea", "2026-11-23T08:00:00Z");
    marked(&mut ours, "k1", Verdict::Verified, "anna", "2026-11-23T09:00:00Z");
    let state = ours.sign_off("anna", &Stamp::from("2026-11-24T10:00:00Z"), "").sha256;
    assert!(ours.told_of(&ours.signed[0]).ends_with("it stands as it was signed"));
    theirs.sign_off("bea", &Stamp::from("2026-11-24T11:00:00Z"), "");
    let both = merge(&ours, &theirs).unwrap().session;
    assert_eq!(both.signed, merge(&theirs, &ours).unwrap().session.signed);
    assert_eq!(both.signed.iter().map(|one| one.by.as_str()).collect::<Vec<_>>(), ["anna", "bea"]);
    assert_eq!(merge(&both, &theirs).unwrap().session.signed, both.signed);
    let told = report(&both, Format::Markdown, SinceWhen::SignedOff("anna".to_owned()));
    let since = told.split("## Since anna").nth(1).unwrap().split("\n## ").next().unwrap();
    assert!(since.contains("unchecked → disputed (bea, 2026-11-23 08:00 UTC)"), "{since}");
    assert!(!since.contains("verified"), "{since}");
    assert_ne!(both.state_sha256(), state);
}

#[test]
fn a_sign_off_is_kept_in_the_file_and_its_sum_follows_from_it() {
    let session = signed();
    let bytes = format::print(&session);
    let read = format::parse(&bytes).unwrap().session;
    assert_eq!(read.signed, session.signed);
    // What the documentation says of the sum, done by hand.
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let mut lines = file["article"]["sha256"].as_str().unwrap().to_owned() + "\n";
    for claim in file["claims"].as_array().unwrap() {
        lines += &(claim.to_string() + "\n");
    }
    assert_eq!(factdesk::review::sha256(lines.as_bytes()), session.state_sha256());
    let blind = session.blind(factdesk::review::Keeps { sources: true, added: true, dismissed: true });
    assert!(blind.signed.is_empty(), "a second reader is not shown who has looked");
}
