//! A second reader's blind copy in which a draft is brought in, whatever her clock says.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{ClaimId, Edit, FateKind, Keeps, Session, Status, Verdict, field, merge};
use factdesk::store::format;

use crate::drafts::{article, session};

const FIRST: &str = "The firm was founded in 1999.\n\nThe council has 42 seats.\n\nThe line has 5 ships.\n";

fn bring(session: &mut Session, text: &str, by: &str, at: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &by.into(), &at.into()).unwrap();
}

fn mark(session: &mut Session, words: &str, verdict: Verdict, by: &str, at: &str) {
    let claim = session.claims().iter().find(|claim| session.exact(claim).contains(words)).unwrap().clone();
    let change = field::marked(&claim, Some(verdict), &by.into(), &at.into()).unwrap();
    session.commit(Edit::of(claim.id, change), &by.into(), &at.into()).unwrap();
}

fn reread(session: &Session) -> Session {
    let opened = format::parse(&format::print(session)).unwrap();
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
    opened.session
}

/// Anna's check of two drafts.
fn annas() -> Session {
    let mut first = session(FIRST);
    for (words, at) in
        [("founded", "2026-11-24T08:00:00Z"), ("seats", "2026-11-24T08:01:00Z"), ("ships", "2026-11-24T08:02:00Z")]
    {
        mark(&mut first, words, Verdict::Verified, "anna", at);
    }
    bring(&mut first, &FIRST.replace("1999", "1998"), "anna", "2026-11-24T09:00:00Z");
    mark(&mut first, "founded", Verdict::Verified, "anna", "2026-11-24T09:30:00Z");
    first
}

#[test]
fn what_a_second_reader_does_blind_comes_behind_what_her_copy_was_made_of_whatever_her_clock_says() {
    let first = annas();
    for day in ["2025-11-24", "2026-11-23", "2026-11-24", "2026-11-25", "2027-11-24"] {
        for time in ["08:59", "09:00", "09:30"] {
            let at = |second: u8| format!("{day}T{time}:{second:02}Z");
            // The file of the copy is all that she gets.
            let keeps = Keeps { sources: true, added: true, dismissed: true };
            let mut second = reread(&first.blind(keeps));
            mark(&mut second, "founded", Verdict::Disputed, "bea", &at(0));
            let text = FIRST.replace("1999", "1998").replace("42", "44");
            let mut second = reread(&second);
            bring(&mut second, &text, "bea", &at(0));
            mark(&mut second, "seats", Verdict::Disputed, "bea", &at(0));
            let second = reread(&second);
            for both in [merge(&first, &second).unwrap().session, merge(&second, &first).unwrap().session] {
                assert_eq!(both.article.text(), second.article.text(), "{day} {time}");
                let of = |words: &str| both.claims().iter().find(|claim| both.exact(claim).contains(words)).unwrap();
                let statuses = ["founded", "seats", "ships"].map(|words| of(words).status());
                assert_eq!(statuses, [Status::Differs, Status::Disputed, Status::Verified], "{day} {time}");
                let fate = of("seats").fate().unwrap();
                assert_eq!((&fate.is, &*fate.was), (&FateKind::Changed, "The council has 42 seats."));
                assert_eq!(fate.had.iter().map(|mark| &*mark.by).collect::<Vec<_>>(), ["anna"]);
                assert_eq!(reread(&both), both);
                let again = merge(&both, &second).unwrap().session;
                assert_eq!((again.claims(), again.history()), (both.claims(), both.history()));
            }
        }
    }
}

#[test]
fn a_copy_of_a_blind_copy_is_made_after_what_that_was_made_after() {
    let keeps = Keeps { sources: true, added: true, dismissed: true };
    let first = annas();
    let (second, third) = (first.blind(keeps), first.blind(keeps).blind(keeps));
    let mut both = merge(&second, &third).unwrap().session;
    assert!(both.is_blind());
    bring(&mut both, &FIRST.replace("1999", "1997"), "bea", "2025-11-24T08:00:00Z");
    let all = merge(&first, &both).unwrap().session;
    assert_eq!(all.article.text(), both.article.text());
    let ids: Vec<&ClaimId> = first.claims().iter().map(|claim| &claim.id).collect();
    assert_eq!(all.claims().iter().map(|claim| &claim.id).collect::<Vec<_>>(), ids);
}
