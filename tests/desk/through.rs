//! Going through what a draft changed: what was answered already, words put elsewhere, filters, and what stays in view until it is dealt with.

use crate::support::{BRIDGE, CLAIMS, TestDesk, article, desk_of, mark, session_of};
use factdesk::app::{Action, Outcome};
use factdesk::review::{Article, Verdict};

/// The bridge with all claims verified, and another draft of it brought in.
fn brought(text: &str) -> TestDesk {
    let mut session = session_of(BRIDGE, &CLAIMS);
    for index in 0..CLAIMS.len() {
        mark(&mut session, index, Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
    }
    came(desk_of(session), draft(text)).saved()
}

fn draft(text: &str) -> Article {
    let mut article = article(text);
    "bridge-2.txt".clone_into(&mut article.provenance.source);
    article
}

fn came(desk: TestDesk, article: Article) -> TestDesk {
    desk.action(Action::Came(Outcome::Draft(Box::new(article), false)))
}

/// A figure, a hedge, a sentence taken out, one put in.
fn second() -> String {
    BRIDGE
        .replace("42 million", "44 million")
        .replace("fell by 14", "fell by about 14")
        .replace("Steel prices rose by a fifth within a year, the builder says.", "")
        .replace("It was a beautiful morning.", "It was a beautiful morning. The inquiry began on 12 May 2025.")
}

/// The file that the article came from holds other words by now.
fn newer(desk: TestDesk, checksum: &str) -> TestDesk {
    desk.action(Action::Came(Outcome::Newer("b.txt".to_owned(), checksum.to_owned())))
}

#[test]
fn what_was_answered_is_gone_through_again_when_asked_for_and_going_round_is_said() {
    let desk = brought(&second()).keys("T").sees("1 of 3").keys("y").sees("1 of 2").keys("o");
    let desk = desk.sees("1 that was answered is gone through as well").sees("2 of 3");
    let desk = desk.keys("k").sees("changed in draft 2, confirmed · 1 of 3").sees("42 million").sees("44 million");
    let desk = desk.keys("k").sees("past the first change: from the last again").sees("stands nowhere");
    let desk = desk.keys("j").sees("past the last change: from the first again").sees("confirmed");
    desk.keys("o").sees("only what nobody has answered").sees("1 of 2").sees("about 14");
}

#[test]
fn words_far_away_are_found_for_a_claim_and_the_changes_go_on_behind_it() {
    let desk = brought(&second()).keys("T k").sees("stands nowhere").keys("a").sees("pick the words");
    let desk = desk.keys("/").types("the inquiry").keys("enter w w a").sees("put on these words");
    assert!(desk.session().apart().is_empty());
    let words: Vec<&str> = desk.session().claims().iter().map(|claim| desk.session().exact(claim)).collect();
    assert!(words.contains(&"The inquiry began on"), "{words:?}");
    // What is left of the draft comes next, and whoever takes it back is there again.
    let desk = desk.sees("1 of 2").keys("z").sees("1 of 3");
    assert_eq!(desk.session().apart().len(), 1);
}

#[test]
fn a_paragraph_is_a_step_while_words_are_picked_and_who_lets_them_go_is_back_in_the_changes() {
    let desk = brought(&second()).keys("T k a {").keys("w a").sees("put on these words");
    let words: Vec<&str> = desk.session().claims().iter().map(|claim| desk.session().exact(claim)).collect();
    assert!(words.iter().any(|words| *words == "The" || *words == "The council"), "{words:?}");
    let desk = brought(&second()).keys("T k a } esc").sees("stands nowhere in this draft").sees("3 of 3");
    assert_eq!(desk.session().apart().len(), 1);
}

#[test]
fn a_claim_without_words_shows_the_place_where_they_stood() {
    let desk = brought(&second()).keys("T k").sees("6 · gone in draft 2").keys("esc");
    desk.selected("beautiful morning").keys("T");
}

#[test]
fn fates_add_up_in_a_filter_and_each_has_its_own() {
    let desk = brought(&second()).keys("f w").sees("changed in this draft · 2").keys("f N");
    let desk = desk.sees("changed or new in this draft · 3");
    // What is asked besides has to fit as well.
    desk.keys("f o").sees("· 3").keys("f v").sees("no claim");
    let split = "Traffic on the bridge fell by 14 percent. That was in March.";
    let moved = BRIDGE.replace("Traffic on the bridge fell by 14 percent in March.", split).replace(
        "#What the council knew\nThe council voted on 3 March and nobody objected. Steel prices rose by a fifth within a year, the builder says.",
        "",
    );
    let moved = moved.replace(
        "The repair cost",
        "The council voted on 3 March and nobody objected. Steel prices rose by a fifth within a year, the builder says.\nThe repair cost",
    );
    let desk = brought(&moved).sized(120, 40);
    let desk = desk.keys("f M").sees("moved in this draft · 2").keys("f S");
    desk.sees("moved or split in this draft · 3").keys("f J").sees("moved or split or merged in this draft · 3");
}

#[test]
fn a_file_that_holds_another_draft_stays_told_until_that_is_brought_in() {
    let desk = newer(brought(&second()).keys("j"), "0f").sees("has changed since it was read").keys("j");
    let desk = desk.sees_no("has changed since it was read").sees("newer file · draft 2");
    let mut next = draft(&second().replace("44 million", "45 million"));
    next.provenance.file_sha256 = Some("0f".to_owned());
    came(desk, next).sees("draft 3").keys("j").sees_no("newer file");
    // Nor where the file holds again what was read from it.
    let mut known = draft(&second());
    known.provenance.file_sha256 = Some("aa".to_owned());
    let desk = newer(came(desk_of(session_of(BRIDGE, &CLAIMS)), known), "0f").keys("j").sees("newer file");
    newer(desk, "aa").keys("j").sees_no("newer file");
}

#[test]
fn a_note_for_a_claim_whose_words_go_meanwhile_says_so_and_shows_them() {
    let desk = desk_of(session_of(BRIDGE, &CLAIMS)).keys("G e").types("Ask").sees("claim 6");
    let desk = desk.meanwhile(|session| crate::support::redraft(session, &second()));
    desk.sees("Note · claim 6, gone from this draft").sees("Steel prices rose");
}

#[test]
fn the_history_quotes_what_a_draft_changed_however_far_behind_it_stands() {
    let long = "The council of the old town by the river decided after seven hours of debate in the great hall, with nine members absent, by 23 votes to 8.";
    let text = format!("Votes\n{long}");
    let mut session = session_of(&text, &[(long, "")]);
    mark(&mut session, 0, Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
    let desk = came(desk_of(session), draft(&text.replace("23 votes", "24 votes"))).sized(120, 44);
    let desk = desk.keys("enter pgdn").sees("by 23 votes to 8.” →").sees("by 24 votes to 8.”");
    let desk = desk.sees("verified on “…").keys("esc H");
    desk.sees("1  unchecked → verified on “…").sees("23 votes");
}
