//! Finding: words anywhere in the session, claims by what they have, sources by a few letters.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use crate::support::{TestDesk, desk, desk_of, session_of};
use factdesk::app::{Action, Outcome};

/// The bridge with a word about "ferries" in every part of the record of several claims.
fn ferries() -> TestDesk {
    desk()
        .keys("e")
        .types("No ferries then.")
        .keys("ctrl-s j s tab")
        .types("Ferries of the region")
        .keys("tab")
        .types("https://example.org/a")
        .keys("ctrl-s esc j r")
        .types("How many ferries ran?")
        .keys("ctrl-s j t")
        .types("ferries, traffic")
        .keys("ctrl-s j W")
        .types("Nobody minded the ferries")
        .keys("ctrl-s j p ctrl-u")
        .types("Ferries AB")
        .keys("ctrl-s w end")
        .types(" Ferries too.")
        .keys("ctrl-s R")
        .types("the ferries' owner")
        .keys("ctrl-s g")
}

#[test]
fn a_search_steps_through_article_and_everything_written_down() {
    ferries()
        .keys("/")
        .types("ferries")
        .keys("enter")
        .sees("1/8 · note of claim 1: “No ferries then.”")
        .keys("n")
        .sees("2/8 · source 1 of claim 2")
        .selected("No other bridge")
        .keys("n")
        .sees("3/8 · query of claim 3: “How many ferries ran?”")
        .keys("n")
        .sees("4/8 · tags of claim 4")
        .keys("n")
        .sees("5/8 · own words of claim 5")
        .keys("n")
        .sees("6/8 · speaker of claim 6")
        .keys("n")
        .sees("7/8 · correction of claim 6")
        .keys("n")
        .sees("8/8 · right of reply of claim 6")
        .keys("n")
        .sees("1/8 · past the end: from the start again · note of claim 1")
        .keys("N")
        .sees("8/8 · past the start: from the end again · right of reply of claim 6")
        .selected("Steel prices");
}

#[test]
fn matches_of_the_article_and_of_notes_come_in_reading_order() {
    desk()
        .keys("e")
        .types("the bridge file")
        .keys("ctrl-s /")
        .types("bridge")
        .keys("enter")
        .sees("2/5 · note of claim 1")
        .keys("n")
        .sees("3/5 · article, claim 2")
        .keys("n n")
        .selected("Read more about bridges")
        .sees("5/5 · article")
        .keys("n")
        .sees("1/5 · past the end: from the start again · article")
        .selected("Bridge repair runs over budget");
}

#[test]
fn what_is_written_after_the_search_is_found_and_what_is_gone_is_not() {
    let desk = desk().keys("/").types("minutes").keys("enter").sees("stands neither in the article");
    let desk = desk.keys("j e").types("see the minutes").keys("ctrl-s n").sees("note of claim 2");
    desk.keys("z n").sees("stands neither in the article").keys("esc n").sees("nothing to find yet");
}

#[test]
fn a_search_outlives_a_copy_from_outside() {
    let theirs = desk().keys("j e").types("from the archive").keys("ctrl-s");
    let merged = Outcome::Merged {
        session: Box::new(theirs.session().clone()),
        generation: 0,
        line: 1,
        notice: "1 change from outside".to_owned(),
    };
    desk()
        .keys("/")
        .types("archive")
        .keys("enter")
        .action(Action::Came(merged))
        .keys("n")
        .sees("note of claim 2: “from the archive”");
}

#[test]
fn the_list_is_narrowed_to_claims_with_a_query_an_open_one_or_no_source() {
    let desk =
        ferries().keys("f r").sees("showing with a query · 1").selected("We were never asked").sees_no("2  No other");
    let desk = desk.keys("backspace").sees_no("showing").keys("f R").sees("showing with an open query · 1");
    // An answer takes the claim off the list of open ones, and undo brings it back.
    let desk = desk.keys("r").types("Three.").keys("ctrl-s").sees("showing with an open query · 0");
    let desk = desk.keys("z").sees("showing with an open query · 1");
    let desk = desk.keys("f a f n").sees("showing without a source · 5").keys("g").selected("The repair cost");
    let desk = desk.keys("x").sees("showing without a source · 4");
    desk.keys("g").selected("We were never asked").keys("f a").sees_no("showing");
}

#[test]
fn the_list_is_narrowed_by_a_tag_or_a_speaker_found_by_a_few_letters() {
    let desk = ferries().keys("g t").types("money, traffic").keys("ctrl-s");
    let desk = desk.keys("f t").sees("List the claims tagged").sees("ferries").types("trfc").sees_no("money  ");
    let desk = desk.keys("enter").sees("showing tag traffic · 2").keys("j").selected("Traffic on the bridge");
    let desk = desk.keys("j").selected("Traffic on the bridge").keys("g").selected("The repair cost");
    let desk = desk.keys("f a f p").types("roe").keys("enter").sees("showing speaker Anna Roe · 1");
    desk.selected("We were never asked")
        .keys("f p")
        .types("zzz")
        .sees("nothing matches")
        .keys("enter esc")
        .sees("Anna");
}

#[test]
fn a_filter_that_would_list_nothing_says_what_to_do() {
    desk().keys("f t").sees("no claim is tagged yet: t tags one").keys("f R").sees("no claim fits: with an open query");
}

#[test]
fn filters_add_up_and_a_key_drops_the_last() {
    let desk = ferries().keys("g d d d f d").sees("showing disputed · 3");
    // A second one narrows what is there, a second state takes the place of the first, the same again is dropped.
    let desk = desk.keys("f n").sees(" disputed + without a source · 2");
    let desk = desk.keys("f o").sees(" without a source + unchecked · 3");
    let desk = desk.keys("f n").sees("showing unchecked · 3").keys("f u");
    let desk = desk.sees("no claim is unknown").sees("showing unchecked · 3").keys("f e");
    let desk = desk.sees("no claim fits: unchecked + with a note");
    desk.keys("backspace").sees_no("showing");
}

#[test]
fn several_filters_are_ticked_while_the_choice_stays_open() {
    let desk = ferries().keys("g d d d f j j j space").sees("● disputed").sees("ted · 3");
    // What would list nothing any more is said and not done; each row counts what it would list with what is ticked.
    let desk = desk.keys("j j j j space").sees("● without a source").sees("without a source · 2");
    desk.keys("space space esc").sees(" disputed + without a source · 2").keys("f a").sees_no("showing");
}

#[test]
fn the_list_is_narrowed_by_who_marked_what_is_changed_and_where_it_stands() {
    let desk = ferries().keys("g v f m").sees("showing marked by anna · 1").keys("backspace f b").sees("anna");
    let desk = desk.keys("enter").sees("showing marked by anna · 1").keys("backspace f V");
    let desk = desk.sees("verified without a source · 1").keys("backspace g j f P");
    let desk = desk.sees("showing speaker a report · 1").keys("backspace g j j j f P").sees("no speaker is selected");
    let desk = desk.keys("G f h").sees("showing in paragraph");
    let desk = desk.keys("backspace f c").sees("List what was changed").types("hour").keys("enter");
    // What is changed while the list shows what was changed comes on it.
    let desk = desk.sees("changed in the last hour · 6").keys("backspace").keys("f c").types("hour").keys("enter");
    desk.keys("tab G k").keys("a").sees("changed in the last hour · 7");
}

#[test]
fn a_new_claim_joins_the_list_it_belongs_to() {
    let desk = desk().keys("f n").sees("without a source · 6").keys("tab G k").selected("It was a beautiful morning.");
    desk.keys("a").sees("without a source · 7").keys("z").sees("without a source · 6");
}

#[test]
fn a_source_entered_once_is_picked_for_another_claim() {
    let desk = ferries().keys("g ,").sees("Sources of other claims · claim 1").sees("Ferries of the region");
    let desk = desk.types("fer reg").keys("ctrl-e").sees("A new source · claim 1").types("s").keys("tab").types("p. 3");
    let desk = desk.keys("ctrl-s").sees("source kept");
    let source = desk.session().claims().get(0).unwrap().record.sources.first().cloned().unwrap();
    assert_eq!((source.id.as_str(), source.title.as_str()), ("s1", "Ferries of the region"));
    assert_eq!((source.url.as_str(), source.locator.as_str()), ("https://example.org/a", "p. 3"));
    assert_eq!(source.checked_at, "2026-11-23");
    let desk = desk.keys(",").sees("no other claim has a source to pick");
    desk.keys("esc j j ,").sees("Ferries of the region").sees("claims 1, 2");
}

#[test]
fn what_a_keyboard_types_finds_what_was_typeset() {
    let text = "Bridges\nThe mayor’s café cost “too much” in 2019–2021, she said.";
    let claims = [("The mayor’s café cost “too much” in 2019–2021, she said.", "")];
    for words in ["mayor's", "cafe", "\"too much\"", "2019-2021"] {
        let desk = crate::support::desk_of(crate::support::session_of(text, &claims));
        desk.keys("/").types(words).keys("enter").sees("1/1 · article, claim 1");
    }
}

#[test]
fn a_key_that_would_do_nothing_is_not_offered() {
    // A speaker has no form to go into first, a source has.
    desk().keys("f p").sees("enter take it").sees_no("change it first");
    // Without evidence there is nothing to take or to search.
    desk().keys("i").sees("No evidence is at hand").sees_no("take as source").sees_no("search all").sees("close");
}

#[test]
fn the_export_list_is_found_through_by_the_words_of_the_command_line() {
    let chosen = |typed: &str| desk().keys("E /").types(typed).keys("enter");
    chosen("docx").sees("(docx)");
    chosen("csv").sees("(csv)");
    chosen("queries-m").sees("(queries-mail)");
    chosen("report").sees("Report");
    chosen("zzzz").sees("no format is called");
    desk().keys("E").sees("/ find");
}

#[test]
fn a_source_of_several_claims_is_listed_with_their_numbers() {
    let lines = "Piers\nThe north pier is long. The pier has a roof. The south pier is short. The east pier is low.";
    let claims = [("The north pier is long.", ""), ("The south pier is short.", ""), ("The east pier is low.", "")];
    let desk = desk_of(session_of(lines, &claims)).keys("tab g j j a tab").selected("The pier has a roof.");
    let desk = desk.keys("]").selected("The south pier is short.").keys("s").types("Port book").keys("enter");
    let desk = desk.keys("j").selected("The east pier is low.").keys(".");
    desk.keys("g ,").sees("Port book").sees("claims 2, 3").sees_no("claims 3, 4");
}

#[test]
fn a_panel_is_called_what_its_key_is_called() {
    desk().keys("f").sees("─ Filter").keys("esc :").sees("─ Commands");
}
