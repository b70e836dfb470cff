//! What was found out earlier about a statement: told on the card, listed, gone to, its source taken over.
#![allow(clippy::expect_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::app::memory::{Earlier, Recall};
use factdesk::app::{Action, Effect, Outcome};
use factdesk::review::{Rank, Source, Stamp};

use crate::support::{TestDesk, desk_of, session_of};

const HARBOUR: &str = "\
Harbour wall
The harbour wall cost 42 million crowns.
Nobody was hurt.";

fn harbour() -> TestDesk {
    let claims = [("The harbour wall cost 42 million crowns.", ""), ("Nobody was hurt.", "")];
    let mut desk = desk_of(session_of(HARBOUR, &claims));
    desk.model.settings.memory = true;
    desk.keys("g")
}

fn asked(desk: &TestDesk) -> Recall {
    let recall = |effect: &Effect| if let Effect::Recall(recall) = effect { Some((**recall).clone()) } else { None };
    desk.owed.iter().rev().find_map(recall).expect("nobody asked")
}

fn earlier() -> Earlier {
    let source = Source { title: "Council minutes".to_owned(), rank: Some(Rank::Primary), ..Source::default() };
    Earlier {
        path: Some("sessions/quay.factdesk.json".into()),
        title: "The new quay".to_owned(),
        claim: "k7".into(),
        number: "7".to_owned(),
        words: "The wall of the harbour cost 44 million crowns.".to_owned(),
        verdict: "verified".to_owned(),
        by: "bea".to_owned(),
        at: Stamp::from("2026-11-12T10:00:00Z"),
        told: "Council minutes, p. 12".to_owned(),
        source: Some(source),
    }
}

fn remembered() -> TestDesk {
    let desk = harbour();
    let recall = asked(&desk);
    desk.action(Action::Came(Outcome::Recalled(Box::new(recall), vec![earlier()])))
}

#[test]
fn the_card_tells_what_was_found_out_and_which_figure_differs() {
    let desk = remembered().sized(120, 40).sees("1 like this: verified 2026-11-12, bea").sees("p. 12");
    let desk = desk.sees("there it says 44 million crowns");
    let desk = desk.keys("j").sees_no("like this");
    // The answer about the first comes too late.
    let late = Recall { claim: "k1".into(), ..asked(&desk) };
    desk.action(Action::Came(Outcome::Recalled(Box::new(late), vec![earlier()]))).sees_no("like this");
}

#[test]
fn it_is_asked_once_for_each_claim_and_never_when_it_is_not_wanted() {
    let count = |desk: &TestDesk| desk.owed.iter().filter(|effect| matches!(effect, Effect::Recall(_))).count();
    let desk = harbour();
    assert_eq!((count(&desk), asked(&desk).session), (1, "bridge".to_owned()));
    let desk = desk.keys("tab tab ? esc j");
    assert_eq!((count(&desk), asked(&desk).texts[0].as_str()), (2, "Nobody was hurt."));
    let mut desk = desk_of(session_of(HARBOUR, &[("Nobody was hurt.", "")]));
    desk.model.settings.memory = false;
    assert_eq!(count(&desk.keys("g")), 0);
}

#[test]
fn the_source_is_taken_over_to_be_filled_in_and_never_the_verdict() {
    let desk = remembered().keys("K").sees("Checked earlier · 1 like claim 1").sees("The wall of the harbour cost");
    let desk = desk.keys("s").sees("Council minutes").keys("ctrl-s").owes_save();
    let claim = desk.session().claims().get(0).unwrap();
    assert_eq!((claim.record.sources[0].title.as_str(), &claim.mark), ("Council minutes", &None));
}

#[test]
fn the_other_session_is_opened_at_its_claim() {
    let desk = remembered().keys("K enter");
    let there = Effect::OpenAt("sessions/quay.factdesk.json".into(), "k7".into());
    assert_eq!(desk.owed.last(), Some(&there));
    assert!(desk.owed.contains(&Effect::Close), "{:?}", desk.owed);
    harbour().keys("j K").sees("nothing like it was checked in another session");
}
