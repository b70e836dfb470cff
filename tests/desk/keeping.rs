//! Nothing is lost: what is typed is offered again, two windows and two copies never overwrite each other in silence.
#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]
use crate::support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, session_of};
use factdesk::app::{Action, Effect, Opened, Outcome, Saving};
use factdesk::review::{Change, ClaimId, Conflict, Draft, Edit, Session, Stamp, Swap, field};
use factdesk::store::format;

/// What would be written down of `desk`, as the next run reads it.
fn left(desk: &TestDesk) -> Vec<Draft> {
    let at = Stamp::from("2026-11-23T14:02:00Z");
    desk.model.drafts().into_iter().map(|draft| Draft { at: at.clone(), ..draft }).collect()
}

/// The session that was saved, opened again with `drafts` beside it.
fn reopened(desk: &TestDesk, drafts: Vec<Draft>) -> TestDesk {
    let session = format::parse(&format::print(desk.session())).unwrap().session;
    let opened =
        Opened { session, name: "bridge".to_owned(), read_only: None, notices: Vec::new(), drafts, policy: None };
    let fresh = desk_of(session_of(BRIDGE, &CLAIMS));
    fresh.action(Action::Came(Outcome::Opened(Box::new(opened))))
}

/// Somebody else writes the note of the first claim.
fn with_note(desk: TestDesk, note: &str) -> TestDesk {
    with(desk, set(&field::NOTE, &String::new(), &note.to_owned()))
}

/// The change of a field from one value to another.
fn set<T: serde::Serialize>(field: &'static factdesk::review::Field, before: &T, after: &T) -> Change {
    let json = |value: &T| serde_json::to_value(value).unwrap();
    Change::Field(field, Swap::new(json(before), json(after)))
}

/// Somebody else changes the first claim.
fn with(desk: TestDesk, change: Change) -> TestDesk {
    let mut session = desk.session().clone();
    session.commit(Edit::of(ClaimId::from("k1"), change), &"pavel".into(), &desk.now).unwrap();
    merged(desk, session)
}

/// The keeper reports what somebody else has made of the session.
fn merged(mut desk: TestDesk, session: Session) -> TestDesk {
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
    // A letter with which somebody begins to work drops nothing.
    let again = again.keys("n").sees("offered again");
    let again = reopened(&again, left(&again)).sees("Typed and not kept");
    let dropped = again.keys("D").sees_no("Typed and not kept");
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
        ("s tab", "Council minutes", "title: Council minutes"),
        ("w end", " indeed", "instead:"),
        ("r", "Where from?", "question: Where from?"),
        ("t", "money", "tags: money"),
        ("p end", " and sons", "name: the builder and sons"),
        ("R", "The mayor", "who: The mayor"),
        ("W", "It cost 42 million.", "own words: It cost 42 million."),
    ] {
        let before = desk().keys("G").keys(keys).types(typed);
        let again = reopened(&before, left(&before)).sees(seen).sees(typed.trim());
        assert_eq!(again.keys("y").sees(typed.trim()).model.drafts().len(), 1, "{keys}");
    }
}

#[test]
fn a_source_under_way_is_the_same_source_again() {
    let held = desk().keys("g s tab").types("Minutes").keys("ctrl-s alt-s a").types("Ledger").keys("ctrl-s");
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
    assert!(copied.owed.iter().any(|effect| matches!(effect, Effect::Copy(text) if text == "About a claim that goes")));
    assert_eq!(left(&copied).len(), 1);
}

/// A desk whose session another window holds.
fn read_only() -> TestDesk {
    let reason = "it is open in another window (pid 4711 on desk3 since 14:02)".to_owned();
    let opened = Opened {
        session: session_of(BRIDGE, &CLAIMS),
        name: "bridge".to_owned(),
        read_only: Some(reason),
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: None,
    };
    desk().action(Action::Came(Outcome::Opened(Box::new(opened))))
}

#[test]
fn a_second_window_says_who_has_the_session_and_follows_it() {
    let second =
        read_only().keys("j").sees("read-only").sees("pid 4711 on desk3 since 14:02").sees("L try for writing");
    let second = second.sees_no("v verified").keys("v").sees("L tries for writing");
    with_note(second.keys("k"), "Written in the other window").sees("Written in the other window").sees("read-only");
}

#[test]
fn a_second_window_is_made_writable_by_a_key_where_it_stands() {
    let asked = read_only().keys("j j L").owes(&Effect::Unlock);
    let held = asked.action(Action::Came(Outcome::Refused("still read-only: it is open in another window".to_owned())));
    let mut opened = held.sees("still read-only").keys("L");
    let mut session = opened.session().clone();
    let note = set(&field::NOTE, &String::new(), &"The last word of the other window".to_owned());
    session.commit(Edit::of(ClaimId::from("k3"), note), &"pavel".into(), &opened.now).unwrap();
    let unlocked =
        Opened { session, name: String::new(), read_only: None, notices: Vec::new(), drafts: Vec::new(), policy: None };
    opened = opened.action(Action::Came(Outcome::Unlocked(Box::new(unlocked)))).sees("may write now");
    let desk = opened.selected("We were never asked").sees("The last word").keys("v").owes_save();
    assert_eq!(desk.model.desk().unwrap().saving, Saving::Under);
    desk.keys("L").sees("this window may write");
}

/// The bridge with a conflict over the note of the first claim and the verdict of the second.
fn torn() -> TestDesk {
    let mut desk = desk().keys("g e").types("Ours").keys("ctrl-s j v");
    let mut session = desk.session().clone();
    for (id, name, theirs) in [("k1", "note", "Theirs"), ("k2", "verdict", "disputed")] {
        let conflict = Conflict { at: desk.now.clone(), ..Conflict::of(name, theirs.into()) };
        let edit = Edit::of(ClaimId::from(id), set(&field::CONFLICTS, &Vec::new(), &vec![conflict]));
        session.commit(edit, &"merge".into(), &desk.now).unwrap();
    }
    desk = merged(desk, session).sees("C settles it");
    desk.keys("g")
}

#[test]
fn conflicts_are_counted_and_settled_by_keys_and_can_be_taken_back() {
    let shown = torn().sees("≠ 2").sees("note: another copy says Theirs");
    let asked = shown.keys("C").sees("Two copies differ · claim 1 · note").sees("o keep yours  t the other");
    let second = asked.keys("t").sees("Two copies differ · claim 2 · verdict").sees("≠ 1");
    assert_eq!(second.session().claims().get(0).unwrap().record.note, "Theirs");
    let done = second.keys("o").sees("every difference is settled").sees_no("≠").owes_save();
    assert_eq!(done.session().claims().get(1).unwrap().status().word(), "verified");
    let one = done.keys("z").sees("≠ 1");
    let back = one.keys("z").sees("≠ 2").sees("undone: note");
    assert_eq!(back.session().claims().get(0).unwrap().record.note, "Ours");
    let again = back.keys("Z").sees("≠ 1");
    assert_eq!(again.session().claims().get(0).unwrap().record.note, "Theirs");
}

#[test]
fn two_versions_of_a_thing_are_told_without_the_names_of_the_file() {
    let mut desk = desk().keys("g");
    let mut session = desk.session().clone();
    let sides = [
        ("speaker", serde_json::json!({ "name": "Anna Roe", "stance": "denies" })),
        ("sources", serde_json::json!({ "id": "s9", "title": "Minutes", "locator": "p. 4", "confidential": false })),
        ("corrections", serde_json::json!({ "id": "c9", "text": "44 million crowns", "status": "proposed" })),
        ("dismissed", true.into()),
    ];
    for (name, theirs) in sides.clone() {
        let conflict = Conflict { at: desk.now.clone(), ..Conflict::of(name, theirs) };
        let before = session.claims().get(0).unwrap().record.conflicts.clone();
        let after = before.iter().cloned().chain([conflict]).collect::<Vec<_>>();
        let edit = Edit::of(ClaimId::from("k1"), set(&field::CONFLICTS, &before, &after));
        session.commit(edit, &"merge".into(), &desk.now).unwrap();
    }
    desk = merged(desk, session).keys("C");
    for told in ["Anna Roe, denies", "Minutes, p. 4", "44 million crowns, proposed", "nothing to check"] {
        desk = desk.sees(told);
        for raw in ["name: ", "title: ", "locator: ", "text: ", "status: ", "id: ", "confidential"] {
            desk = desk.sees_no(raw);
        }
        desk = desk.keys("o");
    }
}

#[test]
fn a_verdict_that_is_taken_over_is_the_one_s_who_settles_it() {
    let settled = torn().keys("j C t").sees("✗ 1");
    let mark = settled.session().claims().get(1).unwrap().mark.clone().unwrap();
    assert_eq!((mark.verdict.to_string().as_str(), &*mark.by), ("disputed", "anna"));
    settled.keys("esc").sees("≠ 1").keys("C").sees("claim 1 · note");
}

#[test]
fn without_a_conflict_the_key_says_so() {
    desk().keys("C").sees("nothing is in conflict");
}

#[test]
fn a_note_that_changed_while_it_was_written_is_kept_beside_ours() {
    let typing = with_note(desk().keys("g e").types("Mine"), "Pavel's");
    let kept = typing.keys("ctrl-s").sees("theirs is kept beside it").keys("j k").sees("≠ 1");
    assert_eq!(kept.session().claims().get(0).unwrap().record.note, "Mine");
    let settled = kept.keys("C").sees("Pavel's").keys("t");
    assert_eq!(settled.session().claims().get(0).unwrap().record.note, "Pavel's");
    // An editor in which nothing was typed lets theirs stand.
    let looked = with_note(desk().keys("g e"), "Pavel's").keys("ctrl-s").sees_no("≠");
    assert_eq!(looked.session().claims().get(0).unwrap().record.note, "Pavel's");
}

#[test]
fn a_form_over_a_source_keeps_to_its_source_and_takes_in_what_others_wrote() {
    let two = desk().keys("g s tab").types("Minutes").keys("ctrl-s alt-s a").types("Ledger").keys("ctrl-s");
    let typing = two.keys("k enter").types(", 3 March");
    let before = typing.session().claims().get(0).unwrap().record.sources.clone();
    let mut after: Vec<_> = before.iter().rev().cloned().collect();
    after[1].locator = "p. 12".to_owned();
    let kept = with(typing, set(&field::SOURCES, &before, &after)).keys("ctrl-s");
    let held = &kept.session().claims().get(0).unwrap().record;
    let told: Vec<_> = held.sources.iter().map(|source| (source.title.as_str(), source.locator.as_str())).collect();
    assert_eq!(told, [("Ledger", ""), ("Minutes, 3 March", "p. 12")]);
    assert!(held.conflicts.is_empty(), "the two sides touched different fields");
}

#[test]
fn a_key_that_is_no_answer_says_which_are() {
    let asked = desk().keys("e").types("Ours").keys("esc").sees("Discard it?");
    let asked = asked.keys("d").sees("d is no answer: y is yes, n is no").sees("Discard it?");
    asked.keys("d").sees("d is no answer: y is yes, n is no").keys("n").sees("Ours");
}

#[test]
fn of_a_conflict_the_field_and_its_place_among_all_are_told_on_a_narrow_screen_too() {
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
        torn().sized(width, height).keys("C").sees("claim 1 · note").sees("1 of 2");
    }
}
