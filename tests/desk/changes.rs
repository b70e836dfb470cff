//! What the panel of changes says beside the words: what sources bore on, what the reviewer stated, what was corrected, what is kept.

#![allow(clippy::expect_used, reason = "helpers of a test, where a panic is the report")]

use crate::support::{BRIDGE, CLAIMS, TestDesk, desk_of, mark, redraft, session_of};
use factdesk::app::Action;
use factdesk::review::{Change, Correction, Edit, Query, Session, Source, Stamp, Support, Verdict, field};

/// Changes the first claim as `change` does.
fn noted(session: &mut Session, field: &'static field::Field, change: impl FnOnce(&mut factdesk::review::Claim)) {
    let claim = session.claims().iter().next().expect("a claim").clone();
    let edit = Edit::of(claim.id.clone(), Change::of(&claim, field, change).expect("a change"));
    session.commit(edit, &"anna".into(), &Stamp::from("2026-11-23T09:42:00Z")).expect("it fits");
}

/// The bridge, its first claim marked and noted, on a draft with another figure in it.
fn changed(verdict: Verdict, note: impl FnOnce(&mut Session)) -> TestDesk {
    let mut session = session_of(BRIDGE, &CLAIMS);
    mark(&mut session, 0, verdict, "anna", "2026-11-23T09:41:07Z");
    note(&mut session);
    redraft(&mut session, &BRIDGE.replace("42 million", "44 million"));
    desk_of(session)
}

#[test]
fn a_source_that_bore_out_the_old_figure_is_shown_with_the_one_that_it_has() {
    let minutes = Source {
        id: "s1".into(),
        title: "Minutes".into(),
        quote: "The repair cost 42 million crowns.".into(),
        stance: Some(Support::Supports),
        ..Source::default()
    };
    let desk = changed(Verdict::Verified, |session| {
        noted(session, &field::SOURCES, |claim| claim.record.sources.push(minutes));
    });
    let desk = desk.sees("supported what stood here before").keys("T").sees("was verified by anna");
    let desk = desk.sees("Minutes supported what stood here before; there it says 42 million crowns, here 44");
    // Whoever confirms has seen it.
    desk.keys("y esc").sees("supports").sees_no("supported what stood");
}

#[test]
fn what_a_reviewer_stated_of_the_old_figure_does_not_stand_over_the_new_one() {
    let desk = changed(Verdict::Verified, |session| {
        noted(session, &field::STATEMENT, |claim| claim.statement = "The bridge cost 42 million crowns.".into());
    });
    let desk = desk.keys("T").sees("states 42 million crowns, here 44 million crowns").keys("y").sees("verified again");
    assert_eq!(desk.claim(0).statement, "");
    let desk = desk.keys("z");
    assert_eq!(desk.claim(0).statement, "The bridge cost 42 million crowns.");
}

#[test]
fn what_was_disputed_and_is_corrected_is_not_disputed_again_by_confirming() {
    let corrected = "The repair cost 44 million crowns, the mayor said on Monday.";
    let desk = changed(Verdict::Disputed, |session| {
        noted(session, &field::CORRECTIONS, |claim| {
            claim.record.corrections.push(Correction::proposed(corrected, &[]));
        });
    });
    let desk = desk.keys("T").sees("correction taken over").sees_no("gives it").keys("y");
    let desk = desk.sees("what was disputed has a correction that was accepted; mark the new words instead");
    assert!(desk.claim(0).mark.is_none());
    let desk = desk.keys("v").sees("every change of this draft was looked at");
    assert_eq!(desk.claim(0).mark.expect("a verdict").verdict, Verdict::Verified);
}

#[test]
fn the_panel_says_which_verdict_confirming_gives() {
    changed(Verdict::Disputed, |_| {}).keys("T").sees("y gives it: disputed").sees("y confirm").sees_no("let go");
}

#[test]
fn a_correction_that_a_draft_came_without_is_found_by_a_filter_and_said_on_the_card() {
    let desk = changed(Verdict::Disputed, |session| {
        let words = "The repair cost 45 million crowns, the mayor said on Monday.";
        noted(session, &field::CORRECTIONS, |claim| claim.record.corrections.push(Correction::proposed(words, &[])));
    });
    desk.keys("f W").sees("correction not taken over").keys("enter").sees("came without it");
}

/// A correction says what it changes in the words that it was proposed for; what the writer changed besides is none of it.
#[test]
fn a_correction_is_shown_as_what_it_changes_whatever_else_a_draft_changed() {
    let mut session = session_of(BRIDGE, &CLAIMS);
    noted(&mut session, &field::CORRECTIONS, |claim| {
        let words = "The repair cost 45 million crowns, the mayor said on Monday.";
        claim.record.corrections.push(Correction::proposed(words, &[]));
    });
    redraft(&mut session, &BRIDGE.replace("on Monday", "on Tuesday"));
    let desk = desk_of(session).keys("enter").sees("42 45 million").sees_no("Tuesday. Monday");
    desk.keys("esc w").sees("42 45 million").sees_no("Tuesday. Monday");
}

#[test]
fn what_was_asked_about_words_that_are_gone_is_kept_in_view() {
    let mut session = session_of(BRIDGE, &CLAIMS);
    noted(&mut session, &field::QUERIES, |claim| {
        claim.record.queries.push(Query { question: "Which budget?".into(), ..Query::to_author(&[]) });
    });
    redraft(&mut session, &BRIDGE.replace("The repair cost 42 million crowns, the mayor said on Monday. ", ""));
    let desk = desk_of(session).keys("T").sees("stands nowhere in this draft");
    // Only what can be done with it is offered.
    desk.sees("asked of author, open: “Which budget?”").sees("x let go").sees_no("y confirm").sees_no("v verified");
}

#[test]
fn two_claims_that_a_draft_made_one_are_told_beside_each_other() {
    let before = "Ships\nThe firm has 5 ships.\nIt owns 3 docks in town.";
    let mut session = session_of(before, &[("The firm has 5 ships.", ""), ("It owns 3 docks in town.", "")]);
    mark(&mut session, 0, Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
    mark(&mut session, 1, Verdict::Disputed, "anna", "2026-11-23T09:41:08Z");
    redraft(&mut session, "Ships\nThe firm has 5 ships, and it owns 3 docks in town.");
    desk_of(session).keys("T").sees("claim 2 stands on the same words: was disputed");
}

/// Nothing is confirmed of which not all was on the screen.
#[test]
fn new_words_that_go_on_out_of_view_are_scrolled_to_before_they_are_confirmed() {
    let long = |word: &str| format!("The quay of {} opened in {word} 1999.", ["stone and of timber"; 12].join(" and "));
    let text = |word: &str| format!("The quay\n{}\nIt rained all day in the harbour.", long(word));
    let mut session = session_of(&text("May"), &[(&long("May"), "")]);
    mark(&mut session, 0, Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
    redraft(&mut session, &text("June"));
    let desk = desk_of(session).sized(30, 10).keys("T").keys("y").sees("read them");
    assert!(desk.claim(0).mark.is_none());
    let desk = desk.keys("y y y y");
    assert!(desk.claim(0).mark.is_some(), "once they were in view");
}

/// The first repeat of a key that is held down counts before anybody can know; what it did is taken back.
#[test]
fn what_the_first_repeat_of_a_key_did_is_taken_back() {
    let key = "v".parse().expect("a key");
    let desk = desk_of(session_of(BRIDGE, &CLAIMS)).keys("v v").action(Action::HeldOn(key));
    let desk = desk.sees("v was held down: it counted once");
    assert_eq!(desk.session().claims().tally().verified, 1);
    // Nothing is taken back where it had done nothing.
    let desk = desk.keys("j").action(Action::HeldOn(key));
    assert_eq!(desk.session().claims().tally().verified, 1);
}

/// The statement goes with whatever verdict the new words get, on the plain desk too.
#[test]
fn a_statement_of_the_old_figure_goes_with_any_verdict_on_the_new_one() {
    for keys in ["v", "V v", "T v", "T d", "T y"] {
        let desk = changed(Verdict::Verified, |session| {
            noted(session, &field::STATEMENT, |claim| claim.statement = "The bridge cost 42 million crowns.".into());
        });
        let desk = desk.keys(keys).sees("what it states has another figure");
        assert_eq!(desk.claim(0).statement, "", "{keys}");
    }
}

/// In the panel, too, what the first repeat of a key did is taken back.
#[test]
fn a_verdict_key_that_is_held_in_the_panel_marks_one_claim() {
    let mut session = session_of(BRIDGE, &CLAIMS);
    redraft(&mut session, &BRIDGE.replace("42 million", "44 million").replace("14 percent", "15 percent"));
    for index in [0, 3] {
        mark(&mut session, index, Verdict::Verified, "anna", "2026-11-24T09:41:07Z");
    }
    redraft(&mut session, &BRIDGE.replace("42 million", "45 million").replace("14 percent", "16 percent"));
    let key = "d".parse().expect("a key");
    let desk = desk_of(session).keys("T d d").action(Action::HeldOn(key)).sees("d was held down: it counted once");
    assert_eq!(desk.session().claims().tally().disputed, 1);
}
