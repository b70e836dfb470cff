//! Which verdicts a merge takes off claims is told to both sides, by claim and reader, in the order of the claims.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::export::{Format, Options, export};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Change, Claim, Edit, Keeps, Recut, Session, Swap, Verdict, dismissing, field, merge};

use crate::drafts::{article, session};

const FIRST: &str = "The firm was founded in 1999.\n\nThe council has 42 seats.\n\nThe line has 5 ships.\n";

fn bring(session: &mut Session, text: &str, by: &str, at: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &by.into(), &at.into()).unwrap();
}

fn found(session: &Session, words: &str) -> Claim {
    session.claims().iter().find(|claim| session.exact(claim).contains(words)).unwrap().clone()
}

fn mark(session: &mut Session, words: &str, verdict: Verdict, by: &str, at: &str) {
    let claim = found(session, words);
    let change = field::marked(&claim, Some(verdict), &by.into(), &at.into()).unwrap();
    session.commit(Edit::of(claim.id, change), &by.into(), &at.into()).unwrap();
}

/// What both sides are told to be withdrawn, which is one and the same; said once and not again.
fn withdrawn(ours: &Session, theirs: &Session) -> Option<String> {
    let told = |one: &Session, other: &Session| {
        let merged = merge(one, other).unwrap();
        let told = merged.notices.into_iter().filter(|notice| notice.starts_with("withdrawn"));
        let again = merge(&merged.session, other).unwrap().notices;
        assert!(again.iter().all(|notice| !notice.starts_with("withdrawn")), "{again:?}");
        told.collect::<Vec<_>>()
    };
    let (here, there) = (told(ours, theirs), told(theirs, ours));
    assert_eq!(here, there);
    assert!(here.len() < 2, "{here:?}");
    let told = here.into_iter().next()?;
    Some(told.strip_prefix("withdrawn, given on other words: ").unwrap().to_owned())
}

#[test]
fn verdicts_on_a_draft_that_another_takes_back_are_told() {
    let mut ours = session(FIRST);
    bring(
        &mut ours,
        &format!("{}\nThe port handled 7 tonnes in 2023.\n", FIRST.replace('5', "6")),
        "anna",
        "2026-11-24T08:00:00Z",
    );
    let mut theirs = ours.clone();
    mark(&mut theirs, "port", Verdict::Verified, "bea", "2026-11-24T09:01:00Z");
    mark(&mut theirs, "ships", Verdict::Disputed, "bea", "2026-11-24T09:02:00Z");
    ours.undo(&"anna".into(), &"2026-11-24T10:00:00Z".into()).unwrap();
    assert_eq!(withdrawn(&ours, &theirs).unwrap(), "claim 3 (bea disputed), claim 4 (bea verified)");
    // Who took theirs back before knows that.
    theirs.undo(&"bea".into(), &"2026-11-24T10:00:00Z".into()).unwrap();
    theirs.undo(&"bea".into(), &"2026-11-24T10:01:00Z".into()).unwrap();
    assert_eq!(withdrawn(&ours, &theirs), None);
}

#[test]
fn verdicts_given_before_a_draft_of_another_and_dismissals_are_told() {
    let start = session(FIRST);
    let (mut ours, mut theirs) = (start.clone(), start);
    let text = FIRST.replace("42", "44").replace("1999", "1998");
    bring(&mut ours, &text, "anna", "2026-11-24T08:00:00Z");
    mark(&mut ours, "seats", Verdict::Verified, "anna", "2026-11-24T08:30:00Z");
    mark(&mut theirs, "ships", Verdict::Disputed, "bea", "2026-11-24T09:01:00Z");
    mark(&mut theirs, "seats", Verdict::Disputed, "bea", "2026-11-24T09:02:00Z");
    let founded = found(&theirs, "founded");
    let (by, at) = ("bea".into(), "2026-11-24T09:03:00Z".into());
    theirs.commit_all(dismissing(&founded, true, &by, &at), &by, &at).unwrap();
    assert_eq!(withdrawn(&ours, &theirs).unwrap(), "claim 1 (bea dismissed), claim 2 (bea disputed)");
}

#[test]
fn of_rival_drafts_and_of_a_blind_copy_s_all_that_is_withdrawn_is_told_and_no_more() {
    let mut start = session(FIRST);
    mark(&mut start, "ships", Verdict::Verified, "anna", "2026-11-23T07:00:00Z");
    let (mut ours, mut theirs) = (start.clone(), start.clone());
    bring(&mut ours, &FIRST.replace("42", "43"), "anna", "2026-11-24T08:00:00Z");
    for words in ["founded", "seats"] {
        mark(&mut ours, words, Verdict::Verified, "anna", "2026-11-24T08:30:00Z");
    }
    bring(&mut theirs, &FIRST.replace("42", "44").replace("1999", "1998"), "bea", "2026-11-24T09:00:00Z");
    mark(&mut theirs, "seats", Verdict::Disputed, "bea", "2026-11-24T09:30:00Z");
    assert_eq!(withdrawn(&ours, &theirs).unwrap(), "claim 1 (anna verified), claim 2 (anna verified)");
    let mut first = start;
    mark(&mut first, "seats", Verdict::Verified, "anna", "2026-11-23T07:01:00Z");
    let mut blind = first.blind(Keeps { sources: true, added: true, dismissed: true });
    mark(&mut blind, "ships", Verdict::Disputed, "bea", "2026-11-24T08:00:00Z");
    bring(&mut blind, &FIRST.replace("42", "44"), "bea", "2026-11-24T09:00:00Z");
    mark(&mut blind, "seats", Verdict::Disputed, "bea", "2026-11-24T09:30:00Z");
    assert_eq!(withdrawn(&first, &blind).unwrap(), "claim 2 (anna verified)");
}

#[test]
fn a_verdict_on_a_claim_that_another_joins_is_told_and_one_that_is_given_anew_is_not() {
    let start = session(&FIRST.replace("\n\n", " "));
    let (mut ours, mut theirs) = (start.clone(), start);
    mark(&mut ours, "seats", Verdict::Verified, "anna", "2026-11-24T08:00:00Z");
    let [one, other] = ["seats", "ships"].map(|words| found(&theirs, words));
    let joined = one.joined_over(&other, &theirs.article);
    let id = one.id.clone();
    let join = Change::Recut(Recut::Join, Swap::new(vec![one, other], vec![joined]));
    theirs.commit(Edit::of(id, join), &"bea".into(), &"2026-11-24T09:00:00Z".into()).unwrap();
    assert_eq!(withdrawn(&ours, &theirs).unwrap(), "claim 2 (anna verified)");
    let merged = merge(&ours, &theirs).unwrap().session;
    let mut again = merged.clone();
    mark(&mut again, "seats", Verdict::Verified, "anna", "2026-11-24T10:00:00Z");
    assert_eq!(withdrawn(&merged, &again), None);
}

#[test]
fn a_claim_that_was_judged_elsewhere_before_a_draft_dropped_it_is_told_with_verdict_and_note() {
    let start = session(FIRST);
    for knows in [true, false] {
        let (mut ours, mut theirs) = (start.clone(), start.clone());
        mark(&mut theirs, "ships", Verdict::Verified, "bea", "2026-11-24T08:00:00Z");
        let claim = found(&theirs, "ships");
        let note = Change::to(&claim, &field::NOTE, "I counted\nfive.".into()).unwrap();
        theirs.commit(Edit::of(claim.id, note), &"bea".into(), &"2026-11-24T08:01:00Z".into()).unwrap();
        if knows {
            ours = merge(&ours, &theirs).unwrap().session;
        }
        bring(&mut ours, &FIRST.replace("\n\nThe line has 5 ships.", ""), "anna", "2026-11-24T09:00:00Z");
        for merged in [merge(&ours, &theirs).unwrap().session, merge(&theirs, &ours).unwrap().session] {
            for format in [Format::Markdown, Format::Html] {
                let report = String::from_utf8(export(&merged, format, &Options::default()).unwrap()).unwrap();
                let line = report.lines().find(|line| line.contains("stands nowhere")).unwrap();
                assert!(line.contains("was verified by bea"), "{line}");
                let (_, kept) = report.split_once("Words that stand no more").unwrap();
                assert!(kept.contains("I counted") && kept.contains("five."), "{kept}");
            }
        }
    }
}
