//! The hand: how many keys a job takes, beside what is typed, and what keys say that were not meant.

use crate::support::desk;
use factdesk::app::settings::Theme;
use factdesk::app::{Action, Effect};
use factdesk::review::Status;

#[test]
fn words_that_other_programs_know_do_what_is_meant_or_nothing() {
    let marked = || desk().keys("v d");
    marked().keys(":").types("undo").keys("enter").sees("undone: verdict").sees("✓1 ✗0");
    marked().keys("z :").types("redo").keys("enter").sees("done again").sees("✓1 ✗1");
    for word in ["w", "write", "set"] {
        let desk = marked().keys(":").types(word).keys("enter").sees("✓1 ✗1");
        assert!(desk.model.panels.is_empty(), "{word}");
    }
    marked().keys(":").types("w").sees("saved already").keys("enter").sees("it is saved already");
    for word in ["q", "wq", "quit", "q!"] {
        marked().keys(":").types(word).keys("enter").owes(&Effect::List);
    }
    marked().keys(":").types("help").keys("enter").sees("Selects the next claim");
    marked().keys(":").types("export").keys("enter").sees("Export");
    marked().keys(":").types("rename").keys("enter").sees("from the list of saved sessions");
    let light = marked().keys(":").types("theme light").keys("enter");
    assert_eq!(light.model.settings.look.theme, Theme::Light);
}

#[test]
fn letters_scattered_over_a_sentence_change_nothing() {
    for typed in ["mkvrf", "mcv", "clrs", "xx", "cnfrm", "vrfd", "dlt", "tkchng"] {
        let before = desk();
        let after = desk().keys(":").types(typed).keys("enter");
        assert_eq!(before.session(), after.session(), "{typed}");
        let after = after.keys("esc :").types(typed).keys("down enter esc");
        assert_eq!(before.session(), after.session(), "{typed}");
    }
    desk().keys(":").types("marks the claim ver").keys("enter").sees("✓1");
}

#[test]
fn every_mark_says_what_became_of_which_claim() {
    desk().keys("v").sees("1 verified · z undo").keys("d").sees("2 disputed · z undo").keys("k c").sees("2 unchecked");
    desk().keys("x").sees("1 dismissed · z undo");
    desk().keys("G u").sees("6 unknown · z undo · past the end");
}

#[test]
fn counts_are_taken_however_large_they_are() {
    desk().keys("3 j").selected("Traffic").keys("2 k").selected("No other bridge");
    desk().keys("5 G").selected("The council voted").keys("g g").selected("The repair cost");
    desk().keys("4").sees("4 …").keys("esc j").selected("No other bridge");
    desk().keys("9 9 9 9 9 9 9 9 9 j").selected("Steel prices");
    desk().keys("9 9 9 9 9 9 9 9 9 G").sees("there is no claim 999999; the last one is 6");
    desk().keys("0 j 0").selected("No other").keys("9 9 9 9 9 9 9 9 9 ]");
    desk().keys("2 v").sees("✓1 ✗0").keys("j").selected("We were never asked");
}

#[test]
fn paragraphs_and_places_are_gone_through() {
    desk().keys("}").selected("We were never asked").keys("}").selected("The council voted").keys("}");
    desk().keys("G {").selected("The council voted").keys("{").selected("We were never asked");
    desk().keys("2 }").selected("The council voted").keys("tab }").selected("It was a beautiful morning");
    let desk = desk().keys("G ctrl-o").selected("The repair cost").keys("alt-right").selected("Steel prices");
    let desk = desk.keys("/").types("never").keys("enter").selected("We were never").keys("ctrl-o").selected("Steel");
    desk.keys("ctrl-o ctrl-o").sees("no place to go back to");
    crate::support::desk().keys(":").types("p2").keys("enter").selected("We were never asked");
    crate::support::desk().keys(":").types("p99").keys("enter").sees("there is no paragraph 99; the last one is 4");
}

#[test]
fn a_key_that_means_nothing_says_so_once_with_the_nearest() {
    let desk = desk().keys("B").sees("B means nothing here").keys("j").sees_no("means nothing").keys("B");
    let desk = desk.sees_no("means nothing").keys("ctrl-v").sees("v: Marks the claim verified");
    assert_eq!(desk.session().claims().tally().of(Status::Verified), 0);
    desk.keys("h").sees("(picking words)");
    // While something is typed a key that means nothing is nobody's business.
    crate::support::desk().keys("e ctrl-x").sees_no("means nothing");
}

#[test]
fn the_help_is_searched_and_knows_undo_and_redo() {
    let desk = desk().keys("? /").types("undo").sees("Undo: takes the last change back").sees_no("Writes the claim's");
    desk.keys("enter").sees("Redo").keys("esc").sees("Selects the next claim").keys("esc").sees_no("Keys");
    let desk = crate::support::desk().keys("ctrl-l");
    assert!(desk.owed.contains(&Effect::Redraw));
}

#[test]
fn a_key_held_down_marks_nothing_that_nobody_saw() {
    let key = "v".parse().unwrap_or_else(|_| unreachable!());
    desk().keys("v").action(Action::Held(key)).sees("counted once").sees("✓1");
}
