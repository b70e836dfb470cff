//! What was found out earlier about a statement: told on the card, listed, gone to, its source taken over.
#![allow(clippy::expect_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::app::memory::{Earlier, Recall};
use factdesk::app::offered::{PastSource, PastWords};
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
    let desk =
        remembered().sized(120, 40).sees("1 in other words: verified 2026-11-12, bea").sees("Council minutes, p.");
    let desk = desk.sees("there “The wall of the harbour cost 44 million crowns.”");
    let desk = desk.sees("there it says 44 million crowns");
    let desk = desk.keys("j").sees_no("in other words");
    // The answer about the first comes too late.
    let late = Recall { claim: "k1".into(), ..asked(&desk) };
    desk.action(Action::Came(Outcome::Recalled(Box::new(late), vec![earlier()]))).sees_no("in other words");
}

#[test]
fn what_may_be_the_opposite_never_looks_like_the_same_claim() {
    let of = |words: &str| Earlier { words: words.to_owned(), ..earlier() };
    let card = |found: Vec<Earlier>| {
        let desk = harbour();
        let recall = asked(&desk);
        desk.action(Action::Came(Outcome::Recalled(Box::new(recall), found))).sized(120, 40)
    };
    card(vec![of("the harbour wall cost 42 million crowns")]).sees("1 like this: verified").sees_no("there");
    let denied = card(vec![of("The harbour wall never cost 42 million crowns.")]);
    denied
        .sees("1 in other words: verified")
        .sees_no("like this")
        .sees("only there “never”")
        .sees("there “The harbour wall");
    card(vec![of("The river wall cost 42 million crowns.")]).sees("there “river”, here “harbour”").sees_no("like this");
    card(vec![of("The harbour wall saved 42 million crowns.")]).sees("there “saved”, here “cost”").sees_no("like this");
    // The same words come first, whatever order they were found in.
    let both = card(vec![
        of("The harbour wall did not cost 42 million crowns."),
        of("The harbour wall cost 42 million crowns."),
    ]);
    both.sees("1 like this: verified").sees("1 in other words: verified").sees("only there “did not”");
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

/// The desk once `keys` asked for what earlier sessions wrote down, and it came.
fn offered(keys: &str) -> TestDesk {
    let desk = harbour().keys(keys).owes(&Effect::WrittenDown("bridge".to_owned()));
    let source = |title: &str, url: &str| PastSource { title: title.to_owned(), url: url.to_owned() };
    let words = PastWords {
        sources: vec![
            source("Council minutes, 3 March", "https://example.org/minutes.pdf"),
            source("Census of fishing boats", "https://example.org/boats"),
        ],
        people: vec!["Anna Berg".to_owned(), "Jan Čapek".to_owned()],
    };
    desk.action(Action::Came(Outcome::WrittenDown("bridge".to_owned(), Box::new(words))))
}

#[test]
fn a_source_of_an_earlier_session_is_offered_on_the_line_and_taken_by_a_key() {
    let desk = offered("s").sized(120, 40).types("cou").sees("council minutes, 3 March");
    let desk = desk.sees("earlier Council minutes, 3 March · https://exam").sees("right takes it");
    let desk = desk.keys("right").types("p. 12").sees("where   p. 12").sees_no("earlier");
    let desk = desk.keys("enter").owes_save();
    let source = &desk.session().claims().get(0).unwrap().record.sources[0];
    let told = [source.title.as_str(), &source.url, &source.locator];
    assert_eq!(told, ["Council minutes, 3 March", "https://example.org/minutes.pdf", "p. 12"]);
}

#[test]
fn without_an_offer_the_key_goes_on_by_a_character() {
    let desk = offered("s").types("xyz").keys("left left right").types("-").sees("xy-z");
    desk.sees_no("earlier");
}

#[test]
fn in_the_form_the_title_brings_its_link() {
    let desk = offered("s").keys("tab").types("census").sized(120, 40).sees("earlier: Census of fishing boats");
    let desk = desk.keys("right enter").owes_save();
    let source = &desk.session().claims().get(0).unwrap().record.sources[0];
    assert_eq!([source.title.as_str(), &source.url], ["Census of fishing boats", "https://example.org/boats"]);
}

#[test]
fn people_are_offered_as_they_were_spelt_who_speak_are_asked_or_are_to_check() {
    let desk = offered("p").types("jan cap").sees("earlier: Jan Čapek").keys("right enter").owes_save();
    assert_eq!(desk.session().claims().get(0).unwrap().speaker.as_ref().unwrap().name, "Jan Čapek");
    offered("A").types("berg").sees("Anna Berg").keys("enter").sees("assigned to Anna Berg");
    offered("R").types("anna b").sees("earlier: Anna Berg");
}

#[test]
fn nothing_is_gathered_without_the_memory_and_once_with_it() {
    let gathers = |desk: &TestDesk| desk.owed.iter().filter(|owed| matches!(owed, Effect::WrittenDown(_))).count();
    let desk = offered("s").keys("esc s esc p esc");
    assert_eq!(gathers(&desk), 1);
    let mut desk = harbour();
    desk.model.settings.memory = false;
    assert_eq!(gathers(&desk.keys("s esc p")), 0);
}

#[test]
fn without_the_memory_nobody_says_that_nothing_was_found() {
    let mut desk = crate::support::desk();
    desk.model.settings.memory = false;
    desk.keys("K").sees("memory is off").sees_no("nothing like it");
}

#[test]
fn who_is_to_check_is_chosen_among_those_who_check_until_a_letter_is_typed() {
    let desk = offered("A").sees("anna").sees_no("Jan Čapek").sees_no("Anna Berg");
    desk.types("jan").sees("Jan Čapek");
}

#[test]
fn the_words_that_were_checked_are_told_whole_however_narrow_the_screen_is() {
    let words = "The wall of the old harbour at the mouth of the river cost 44 million crowns, which the council paid.";
    for (width, height) in [(28, 14), (40, 14), (60, 20), (80, 24), (120, 40), (200, 60)] {
        let desk = harbour();
        let recall = asked(&desk);
        let found = vec![earlier(), Earlier { words: words.to_owned(), ..earlier() }];
        let desk = desk.action(Action::Came(Outcome::Recalled(Box::new(recall), found))).sized(width, height);
        let screen = desk.keys("K G").screen();
        let list =
            screen.lines().skip_while(|row| !row.contains("Checked earlier")).take_while(|row| !row.contains('╰'));
        let rows: Vec<&str> = list.flat_map(|row| row.trim_matches(['│', ' ']).split_whitespace()).collect();
        let told = rows.join(" ");
        assert!(told.contains(words), "{width} by {height}\n{screen}");
        assert!(told.contains("verified 2026-11-12"), "{width} by {height}\n{screen}");
    }
}
