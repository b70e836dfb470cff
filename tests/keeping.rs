//! What is typed is not lost: it is told to be written down, offered again, and never put over something newer.
#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]
mod support;

use factdesk::app::{Action, Opened, Outcome};
use factdesk::review::{Change, ClaimId, Draft, Edit, Stamp, Swap};
use factdesk::store::format;
use support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, session_of};

/// What would be written down of `desk`, as the next run reads it.
fn left(desk: &TestDesk) -> Vec<Draft> {
    let at = Stamp::from("2026-11-23T14:02:00Z");
    desk.model.drafts().into_iter().map(|draft| Draft { at: at.clone(), ..draft }).collect()
}

/// The session that was saved, opened again with `drafts` beside it.
fn reopened(desk: &TestDesk, drafts: Vec<Draft>) -> TestDesk {
    let session = format::parse(&format::print(desk.session())).unwrap().session;
    let opened = Opened { session, name: "bridge".to_owned(), read_only: None, notices: Vec::new(), drafts };
    let fresh = desk_of(session_of(BRIDGE, &CLAIMS));
    fresh.action(Action::Came(Outcome::Opened(Box::new(opened))))
}

/// Somebody else writes the note of the first claim.
fn with_note(mut desk: TestDesk, note: &str) -> TestDesk {
    let mut session = desk.session().clone();
    let edit = Edit::of(ClaimId::from("k1"), Change::Note(Swap::new(String::new(), note.to_owned())));
    session.commit(edit, &"pavel".into(), &desk.now).unwrap();
    let generation = desk.model.desk().unwrap().generation;
    let (session, notice) = (Box::new(session), "pavel".to_owned());
    desk = desk.action(Action::Came(Outcome::Merged { session, generation, line: 1, notice }));
    desk
}

#[test]
fn a_note_under_way_is_told_until_it_is_kept_or_put_away() {
    let typing = desk().keys("g e").types("Half a thoug");
    let draft = left(&typing).remove(0);
    assert_eq!((draft.of.as_str(), draft.fields[0].text.as_str()), ("note", "Half a thoug"));
    // Also under the question whether to put it away.
    let asked = typing.keys("esc");
    assert_eq!(left(&asked), [draft]);
    assert_eq!(left(&asked.keys("y")), []);
    let kept = desk().keys("g e").types("A whole thought").keys("ctrl-s");
    assert_eq!(left(&kept), []);
    assert_eq!(left(&desk().keys("g e")), [], "nothing was typed yet");
}

#[test]
fn a_note_under_way_is_offered_and_gone_on_with() {
    let before = desk().keys("g j e").types("Half a thoug");
    let drafts = left(&before);
    let again =
        reopened(&before, drafts.clone()).sees("Typed and not kept").sees("Note · claim 2").sees("Half a thoug");
    assert_eq!(left(&again), drafts, "while it is asked it stays written down");
    let on = again.keys("y").types("ht").keys("ctrl-s").sees("note kept");
    assert_eq!(on.session().claims().get(1).unwrap().record.note, "Half a thought");
    assert_eq!(left(&on), []);
}

#[test]
fn a_draft_that_is_dropped_is_gone_and_one_left_for_later_is_offered_again() {
    let before = desk().keys("g e").types("Half");
    let later = reopened(&before, left(&before)).keys("esc").sees("offered again");
    let again = reopened(&later, left(&later)).sees("Typed and not kept");
    let dropped = again.keys("n").sees_no("Typed and not kept");
    assert_eq!(left(&dropped), []);
    // Another note meanwhile is written down beside it.
    let both = reopened(&before, left(&before)).keys("esc j e").types("Other");
    assert_eq!(left(&both).len(), 2);
}

#[test]
fn a_draft_is_never_put_over_something_newer() {
    let before = desk().keys("g e").types("Mine");
    let drafts = left(&before);
    let meanwhile = with_note(desk(), "Pavel wrote this.");
    let asked = reopened(&meanwhile, drafts).sees("It has been changed since");
    let both = asked.keys("y").sees("Pavel wrote this.").sees("Mine").sees("both texts stand here");
    let kept = both.keys("ctrl-s");
    assert_eq!(kept.session().claims().get(0).unwrap().record.note, "Pavel wrote this.\n\nMine");
}

#[test]
fn what_the_session_holds_already_is_not_offered() {
    let before = desk().keys("g e").types("Kept in time");
    let drafts = left(&before);
    let kept = before.keys("ctrl-s");
    let again = reopened(&kept, drafts).sees_no("Typed and not kept");
    assert_eq!(left(&again), []);
}

#[test]
fn every_form_is_offered_with_what_stood_in_its_fields() {
    for (keys, typed, seen) in [
        ("s a", "Council minutes", "title: Council minutes"),
        ("w", " indeed", "instead:"),
        ("r tab", "Where from?", "question: Where from?"),
        ("t", "money", "tags: money"),
        ("p", " and sons", "name: the builder and sons"),
        ("R", "The mayor", "who: The mayor"),
        ("W", "It cost 42 million.", "states: It cost 42 million."),
    ] {
        let before = desk().keys("G").keys(keys).types(typed);
        let again = reopened(&before, left(&before)).sees(seen).sees(typed.trim());
        assert_eq!(again.keys("y").sees(typed.trim()).model.drafts().len(), 1, "{keys}");
    }
}

#[test]
fn a_source_under_way_is_the_same_source_again() {
    let held = desk().keys("g s a").types("Minutes").keys("ctrl-s a").types("Ledger").keys("ctrl-s");
    let before = held.keys("k enter").types(", 3 March");
    let drafts = left(&before);
    assert_eq!(drafts[0].source, "s1");
    let on = reopened(&before, drafts).keys("y ctrl-s");
    let titles: Vec<&str> =
        on.session().claims().get(0).unwrap().record.sources.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["Minutes, 3 March", "Ledger"]);
}

#[test]
fn a_draft_whose_claim_is_gone_can_be_copied_and_stays() {
    let before = desk().keys("g e").types("About a claim that goes");
    let mut drafts = left(&before);
    drafts[0].claim = ClaimId::from("k999");
    let asked = reopened(&desk(), drafts).sees("not in the session any more").sees("About a claim that goes");
    let copied = asked.keys("y").sees("copied");
    assert!(
        copied
            .owed
            .iter()
            .any(|effect| matches!(effect, factdesk::app::Effect::Copy(text) if text == "About a claim that goes"))
    );
    assert_eq!(left(&copied).len(), 1);
}
