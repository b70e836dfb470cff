//! The mouse: what a press selects, a drag picks or moves, and the wheel scrolls.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, where a panic is the report")]

use crate::support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, session_of};
use factdesk::app::action::Motion;
use factdesk::app::desk::Pane;
use factdesk::app::layout::SHARE;
use factdesk::app::pointer::{Deed, Pointer};
use factdesk::app::{Action, Effect};
use factdesk::review::Origin;
use unicode_width::UnicodeWidthStr;

/// The cell where `words` begin on the screen, the `nth` time from the top, from 0.
#[track_caller]
fn cell(desk: &TestDesk, words: &str, nth: usize) -> (u16, u16) {
    let screen = desk.screen();
    let found = screen
        .lines()
        .enumerate()
        .flat_map(|(y, line)| line.match_indices(words).map(move |(at, _)| (line.get(..at).unwrap().width(), y)));
    let (x, y) = found.collect::<Vec<_>>().get(nth).copied().unwrap_or_else(|| panic!("no {words:?} in\n{screen}"));
    (x.try_into().unwrap(), y.try_into().unwrap())
}

/// The cell where `words` begin in the article, the `nth` time from the top, from 0.
#[track_caller]
fn word(desk: &TestDesk, words: &str, nth: usize) -> (u16, u16) {
    let edge = desk.model.desk().unwrap().layout(desk.model.size).article.width;
    let count = desk.screen().matches(words).count();
    (0..count)
        .map(|n| cell(desk, words, n))
        .filter(|(x, _)| *x < edge)
        .nth(nth)
        .unwrap_or_else(|| panic!("no {words:?} in the article"))
}

fn does(desk: TestDesk, deed: Deed, (x, y): (u16, u16)) -> TestDesk {
    desk.action(Action::Point(Pointer { deed, x, y }))
}

/// Presses and lets go on `words`.
#[track_caller]
fn click(desk: TestDesk, words: &str, nth: usize) -> TestDesk {
    let at = cell(&desk, words, nth);
    does(does(desk, Deed::Press, at), Deed::Release, at)
}

fn drag(desk: TestDesk, from: (u16, u16), to: (u16, u16)) -> TestDesk {
    does(does(does(desk, Deed::Press, from), Deed::Drag, to), Deed::Release, to)
}

fn top_row(desk: &TestDesk) -> String {
    desk.screen().lines().nth(2).unwrap().to_owned()
}

#[test]
fn a_press_selects_in_the_list_and_in_the_article_and_two_open_the_card() {
    let desk = click(desk(), "Steel prices", 0).selected("Steel prices");
    assert_eq!(desk.model.desk().unwrap().pane, Pane::Claims);
    let at = word(&desk, "3 March and", 0);
    let desk = does(does(desk, Deed::Press, at), Deed::Release, at).selected("The council voted");
    assert_eq!(desk.model.desk().unwrap().pane, Pane::Article);
    let desk = click(desk, "beautiful morning", 0).selected("It was a beautiful morning.").sees("not claimed");
    let at = word(&desk, "Anna Roe told", 0);
    let desk = does(does(does(desk, Deed::Press, at), Deed::Release, at), Deed::Twice, at);
    desk.sees("next claim").sees("3 · unchecked");
}

#[test]
fn words_are_picked_by_a_drag_and_become_a_claim() {
    let desk = desk();
    let (from, to) = (word(&desk, "42 million", 0), word(&desk, "crowns", 0));
    let desk = drag(desk, from, (to.0 + 5, to.1)).sees("take them");
    let desk = desk.keys("a").sees("claimed").owes_save().selected("42 million crowns");
    let own = desk.model.desk().unwrap().claim().cloned().unwrap();
    assert_eq!((own.origin.clone(), desk.session().exact(&own)), (Origin::Added, "42 million crowns"));
    // Where claims lie over one another the next press goes to the longer one.
    let at = word(&desk, "42 million", 0);
    let desk = does(does(desk, Deed::Press, at), Deed::Release, at);
    let desk = desk.selected("The repair cost 42 million crowns, the mayor");
    does(does(desk, Deed::Press, at), Deed::Release, at).selected("42 million crowns");
}

#[test]
fn a_drag_backwards_picks_the_same_words_and_a_press_lets_them_go() {
    let desk = desk();
    let (from, to) = (word(&desk, "million", 0), word(&desk, "42 million", 0));
    let desk = drag(desk, (from.0 + 6, from.1), to);
    let picking = desk.model.desk().unwrap().picking.clone().unwrap();
    let words = picking.words(&desk.session().article).unwrap();
    assert_eq!(desk.session().article.words(words), "42 million");
    let at = word(&desk, "3 March and", 0);
    let desk = does(does(desk, Deed::Press, at), Deed::Release, at).selected("The council voted");
    assert_eq!(desk.model.desk().unwrap().picking, None);
}

#[test]
fn a_span_is_mended_by_a_drag() {
    let desk = click(desk(), "3 March and", 0).keys("m");
    let (from, to) = (word(&desk, "council voted", 0), word(&desk, "3 March", 0));
    drag(desk, from, (to.0 + 6, to.1)).keys("enter").sees("span mended").selected("council voted on 3 March");
}

#[test]
fn the_wheel_scrolls_the_article_and_the_next_key_brings_the_selection_back() {
    let desk = desk().sized(80, 16);
    let selected = desk.model.desk().unwrap().selected.clone();
    let first = top_row(&desk);
    let desk = does(desk, Deed::WheelDown, (10, 6));
    assert_ne!(top_row(&desk), first);
    assert_eq!(desk.model.desk().unwrap().selected, selected);
    let desk = (0..30).fold(desk, |desk, _| does(desk, Deed::WheelDown, (10, 6))).sees("Read more about");
    let desk = (0..30).fold(desk, |desk, _| does(desk, Deed::WheelUp, (10, 6)));
    assert_eq!(top_row(&desk), first);
    let desk = (0..30).fold(desk, |desk, _| does(desk, Deed::WheelDown, (10, 6)));
    desk.keys("tab").sees("The repair cost 42").selected("The repair cost");
}

#[test]
fn the_wheel_scrolls_the_list_and_takes_the_selection_along_at_its_edge() {
    let lines: Vec<String> = (0..60).map(|n| format!("The bridge number {n} cost {n} million.")).collect();
    let words: Vec<String> = (0..60).map(|n| format!("The bridge number {n} cost")).collect();
    let claims: Vec<(&str, &str)> = words.iter().map(|words| (words.as_str(), "")).collect();
    let desk = desk_of(session_of(&format!("Bridges\n{}", lines.join("\n")), &claims)).keys("j j j j j");
    let at = (70, 5);
    let desk = does(desk, Deed::WheelDown, at).selected("number 5 cost");
    let desk = (0..5).fold(desk, |desk, _| does(desk, Deed::WheelDown, at));
    assert!(
        !desk.screen().lines().any(|line| line.contains("│") && line.contains("number 5 cost  ")),
        "{}",
        desk.screen()
    );
    let desk = (0..60).fold(desk, |desk, _| does(desk, Deed::WheelDown, at)).sees("number 59");
    (0..60).fold(desk, |desk, _| does(desk, Deed::WheelUp, at)).sees("number 0 cost");
}

#[test]
fn the_column_of_verdicts_is_dragged_also_right_after_a_click_on_it() {
    let lines: Vec<String> = (0..60).map(|n| format!("The bridge number {n} cost {n} million.")).collect();
    let article = format!("Bridges\n{}", lines.join("\n"));
    for first in [Deed::Press, Deed::Twice] {
        let desk = desk_of(session_of(&article, &[("The bridge number 0 cost", "")])).sized(120, 40);
        let x = desk.model.desk().unwrap().layout(desk.model.size).map.x;
        let desk = desk.sees("number 1 cost").sees_no("number 59 cost");
        let desk = does(does(desk, first, (x, 2)), Deed::Drag, (x, 36));
        does(desk, Deed::Release, (x, 36)).sees("number 59 cost").sees_no("number 1 cost");
    }
}

#[test]
fn the_article_gets_room_to_be_read_in_and_gives_it_back() {
    let words = |desk: &TestDesk| desk.model.desk().unwrap().layout(desk.model.size).words.width;
    let desk = desk().sized(120, 40);
    let usual = words(&desk);
    let wide = desk.keys("=");
    assert!(words(&wide) >= 64, "{} columns of words", words(&wide));
    assert_eq!(words(&wide.keys("=")), usual);
    assert!(words(&crate::support::desk().sized(160, 40).keys("=")) >= 78);
    // Where there is none to give it says so, and keeps what it has.
    for (width, height) in [(80, 24), (200, 60)] {
        let desk = crate::support::desk().sized(width, height);
        let before = words(&desk);
        assert_eq!(words(&desk.keys("=").sees("the article has its room")), before);
    }
}

#[test]
fn the_divider_is_dragged_moved_by_keys_and_put_back() {
    let desk = desk();
    let column = |desk: &TestDesk| desk.model.desk().unwrap().layout(desk.model.size).divider.unwrap();
    let usual = column(&desk);
    for to in [30, 44, 61, 77] {
        let desk = drag(crate::support::desk(), (usual, 10), (to, 12));
        assert_eq!(column(&desk), to, "the divider follows the pointer");
    }
    let desk = drag(desk, (usual, 10), (99, 10));
    assert_eq!(column(&desk), 80, "as far as both panes stay wide enough");
    assert_eq!(desk.model.settings.share, Some(800));
    let narrow = column(&desk.keys("= < <"));
    assert!(narrow < usual, "{narrow}");
    let back = crate::support::desk().keys("> > =");
    assert_eq!((column(&back), back.model.settings.share), (usual, None));
    assert_eq!(back.model.desk().unwrap().scroll.share, SHARE);
    crate::support::desk().sized(60, 20).keys(">").sees("side by side from 80 columns");
}

#[test]
fn the_column_of_verdicts_scrolls_to_where_it_is_pressed() {
    let lines: Vec<String> = (0..90).map(|n| format!("The bridge number {n} cost {n} million.")).collect();
    let desk = desk_of(session_of(&format!("Bridges\n{}", lines.join("\n")), &[("number 3 cost", "")]));
    let map = desk.model.desk().unwrap().layout(desk.model.size).map;
    let desk = does(does(desk, Deed::Press, (map.x, map.y + 20)), Deed::Release, (map.x, map.y + 20));
    let desk = desk.sees("The bridge number 72").sees_no("The bridge number 2 ");
    let desk = does(desk, Deed::Press, (map.x, map.y + 20));
    does(desk, Deed::Drag, (map.x, map.y)).sees("The bridge number 2 ");
}

#[test]
fn rows_of_pop_ups_are_selected_and_taken() {
    let desk = click(desk().keys("v f"), "verified", 1);
    assert!(desk.model.panels.is_empty(), "a menu's row is chosen by one press");
    let desk = desk.sees("showing verified").keys("f a :");
    let at = cell(&desk, "Clears the verdict", 0);
    let desk = does(desk, Deed::Press, at);
    does(desk, Deed::Twice, at).sees("0/6");
}

#[test]
fn the_help_scrolls_to_its_end_and_straight_back() {
    let desk = desk().keys("?");
    let first = desk.screen();
    let desk = (0..100).fold(desk, |desk, _| does(desk, Deed::WheelDown, (50, 10)));
    let last = desk.screen();
    assert_ne!(first, last);
    let desk = desk.keys("G k");
    assert_ne!(desk.screen(), last, "one key back is one row back");
    let desk = does(desk.action(Action::Move(Motion::First)), Deed::WheelUp, (50, 10));
    assert_eq!(desk.screen(), first);
}

#[test]
fn a_session_is_opened_by_two_presses() {
    let listing = |name: &str| factdesk::app::listing::Listing {
        name: name.to_owned(),
        path: name.into(),
        title: format!("The {name}"),
        tally: factdesk::review::Tally::default(),
        ..Default::default()
    };
    let listed = vec![listing("bridge"), listing("tunnel")];
    let home = desk().action(Action::Came(factdesk::app::Outcome::Listed(listed)));
    let at = cell(&home, "The tunnel", 0);
    does(does(home, Deed::Press, at), Deed::Twice, at).owes(&Effect::OpenSession("tunnel".into()));
}

#[test]
fn no_deed_in_any_cell_breaks_anything() {
    for keys in ["", "tab space w", "m", "?", "f", ":", "e", "s", "enter", "E", "/", "t"] {
        for size in [(1, 1), (24, 8), (79, 20), (80, 24), (131, 40)] {
            let mut desk = desk_of(session_of(BRIDGE, &CLAIMS)).sized(size.0, size.1).keys(keys);
            for step in 0..60_u16 {
                let at = (step * 37 % (size.0 + 3), step * 23 % (size.1 + 3));
                let deeds =
                    [Deed::Press, Deed::Drag, Deed::WheelDown, Deed::Twice, Deed::Drag, Deed::WheelUp, Deed::Release];
                desk = does(desk, deeds[usize::from(step) % 7], at);
                desk.grid();
            }
        }
    }
}
