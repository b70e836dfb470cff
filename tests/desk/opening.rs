//! Opening what takes longer than a glance: what is seen meanwhile, and what can be done.

use crate::support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, session_of};
use factdesk::app::opening::Opening;
use factdesk::app::{Action, Effect, Mode, Opened, Outcome};

/// The home screen while a file is opened.
fn opening(percent: Option<u8>) -> TestDesk {
    let opening = Opening { name: "book.txt".to_owned(), doing: "reading", percent };
    desk().action(Action::Came(Outcome::Listed(Vec::new()))).action(Action::Came(Outcome::Opening(opening)))
}

#[test]
fn a_long_opening_says_how_far_it_is_and_esc_stops_it() {
    let desk = opening(Some(40)).sees("reading book.txt · 40 %").sees("esc stop");
    let desk = desk.keys("esc").sees("the opening was stopped");
    assert_eq!(desk.owed, [Effect::Abandon, Effect::List]);
}

#[test]
fn of_two_words_about_an_opening_the_later_stands() {
    let later = Opening { name: "book.txt".to_owned(), doing: "finding what is worth checking in", percent: None };
    let desk = opening(Some(40)).action(Action::Came(Outcome::Opening(later)));
    desk.sees("finding what is worth checking in book.txt …").sees_no("40 %").keys("esc").sees_no("book.txt");
}

#[test]
fn the_article_is_there_before_its_claims() {
    let session = session_of(BRIDGE, &CLAIMS);
    let desk = desk().action(Action::Came(Outcome::Ahead(Box::new(session.article.clone()))));
    let desk = desk.sees("The repair cost 42 million crowns").sees("reading the claims …").sees("opening");
    let opened = Opened {
        session,
        name: "bridge".to_owned(),
        read_only: None,
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: None,
    };
    desk.action(Action::Came(Outcome::Opened(Box::new(opened))))
        .sees("0/6")
        .sees("saved")
        .sees_no("reading the claims");
}

#[test]
fn nothing_can_be_marked_before_the_claims_are_there() {
    let session = session_of(BRIDGE, &CLAIMS);
    let desk = desk().action(Action::Came(Outcome::Ahead(Box::new(session.article))));
    let desk = desk.keys("v d x e s a z");
    assert_eq!(desk.owed, []);
    assert!(desk.session().claims().is_empty() && desk.session().history().is_empty());
}

#[test]
fn what_can_not_be_opened_after_all_leads_back_to_the_saved_sessions() {
    let session = session_of(BRIDGE, &CLAIMS);
    let desk = desk_of(session.clone()).action(Action::Came(Outcome::Ahead(Box::new(session.article))));
    let desk = desk.action(Action::Came(Outcome::Refused("the file is torn: book.factdesk.json".to_owned())));
    assert_eq!(desk.owed, [Effect::List]);
    let desk = desk.sees("the file is torn").action(Action::Came(Outcome::Listed(Vec::new())));
    assert!(matches!(desk.model.mode, Mode::Home(_)));
}
