//! Copies in which claims are cut and joined while drafts are brought in: it does not matter who merges what with whom.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Change, Claim, ClaimId, Edit, Recut, Session, Swap, merge};

use crate::drafts::{article, session};

fn joined(session: &Session, claim: &Claim) -> Option<Change> {
    let next = session.claims().get(session.claims().index_of(&claim.id)? + 1)?.clone();
    let joined = claim.joined_over(&next, &session.article);
    Some(Change::Recut(Recut::Join, Swap::new(vec![claim.clone(), next], vec![joined])))
}

/// A session of `text`, and the claim that begins with `words`.
fn found(session: &Session, words: &str) -> Claim {
    let all = || session.claims().iter().chain(session.apart());
    all().find(|claim| session.words_of(claim).starts_with(words)).unwrap().clone()
}

fn bring(session: &mut Session, text: &str, by: &str, at: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &by.into(), &at.into()).unwrap();
}

fn commit(session: &mut Session, id: &ClaimId, change: Change, by: &str, at: &str) {
    session.commit(Edit::of(id.clone(), change), &by.into(), &at.into()).unwrap();
}

const FERRY: &str = "The ferry was built in 1931 and refitted in 1974.";
const HARBOUR: &str = "The harbour employs 310 people in Norby.";
const FARES: &str = "Fares rose by 12 percent in 2019.";

#[test]
fn a_join_on_a_draft_that_shifts_claims_stays_when_an_untouched_copy_comes() {
    let start = session(&format!("A ferry\n\n{FARES}\n\n{HARBOUR} {FERRY}\n"));
    let mut ours = start.clone();
    bring(
        &mut ours,
        &format!("A ferry\n\n{}\n\n{HARBOUR} {FERRY}\n", FARES.replace("12 percent", "nearly 13 percent")),
        "anna",
        "2026-11-24T08:00:00Z",
    );
    let first = found(&ours, "The harbour");
    let change = joined(&ours, &first).unwrap();
    commit(&mut ours, &first.id, change, "anna", "2026-11-24T09:00:00Z");
    for (one, other) in [(&ours, &start), (&start, &ours)] {
        let merged = merge(one, other).unwrap();
        assert_eq!(merged.session.claims(), ours.claims());
        assert!(merged.notices.iter().all(|notice| !notice.contains("kept")), "{:?}", merged.notices);
    }
}
