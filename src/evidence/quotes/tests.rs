//! What a quote is worth, as a reporter writes it and somebody said it.

use super::*;
use crate::evidence::Locator;

const TALK: &str = "Well, um, we were never asked, and I think that is, is wrong. The repair cost 44 percent more than \
    the council had promised us. I did not vote for it. Nobody in this town wants a second bridge, you know, \
    and we don't need one. The old bridge was built by people who knew what they were doing, and it stood.";

fn standing(quote: &str) -> Standing {
    let mut talk = Material::new("talk.txt");
    talk.push(TALK, Locator::Paragraph(1), None);
    check(&[AskedQuote::of(quote)], "en", &[talk]).remove(0).standing
}

#[test]
fn the_same_words_are_exact_whatever_the_ear_adds() {
    assert_eq!(standing("We were never asked, and I think that is wrong"), Standing::Exact);
    assert_eq!(standing("The repair cost 44% more than the council had promised us."), Standing::Exact);
    assert_eq!(standing("Nobody in this town wants a second bridge, and we do not need one."), Standing::Exact);
}

#[test]
fn what_is_marked_is_marked() {
    assert_eq!(standing("The repair cost 44 percent more than [they] had promised us"), Standing::Marked);
    assert_eq!(standing("The old bridge was built by people … and it stood"), Standing::Marked);
    assert_eq!(standing("[T]he old bridge was built by people who knew"), Standing::Marked);
}

#[test]
fn a_changed_word_is_altered() {
    assert_eq!(standing("We were never told, and I think that is wrong"), Standing::Altered);
    assert_eq!(standing("The repair clearly cost 44 percent more than the council had promised us"), Standing::Altered);
    assert_eq!(standing("Nobody in this town wants a second bridge, and we do need one."), Standing::Altered);
    assert_eq!(standing("The repair cost 54 percent more than the council had promised us"), Standing::Altered);
}

#[test]
fn the_outermost_words_of_a_quote_are_told_with_what_was_said_there() {
    let mut talk = Material::new("talk.txt");
    talk.push(TALK, Locator::Paragraph(1), None);
    let told = |quote: &str| {
        let checked = check(&[AskedQuote::of(quote)], "en", std::slice::from_ref(&talk)).remove(0);
        (checked.standing, checked.mends, checked.said.unwrap().span.of(TALK).to_owned())
    };
    let changed = |quote: &str, said: &str| Mend::Changed(quote.to_owned(), said.to_owned());
    assert_eq!(
        told("The repair cost 44 percent more than the council had promised them."),
        (
            Standing::Altered,
            vec![changed("them", "us")],
            "The repair cost 44 percent more than the council had promised us".to_owned()
        )
    );
    let (_, mends, said) = told("They were never asked, and I think that is wrong.");
    assert_eq!(mends, [changed("They", "we")]);
    assert!(said.starts_with("we were never asked"), "{said}");
    // Two words, each on the one in its place.
    let (_, mends, said) = told("The old bridge was built by people who knew what we made.");
    assert_eq!(mends, [changed("we", "they"), changed("made", "were")]);
    assert!(said.ends_with("knew what they were"), "{said}");
    // Where the sentence was over, nothing was said that the word could stand for.
    assert_eq!(told("I did not vote for it twice.").1, [Mend::Added("twice".to_owned())]);
    assert_eq!(told("Honestly, I did not vote for it.").1, [Mend::Added("Honestly".to_owned())]);
}

#[test]
fn a_mark_hides_no_denial_and_turns_nothing_round() {
    assert_eq!(standing("I [did] vote for it."), Standing::Altered);
    assert_eq!(standing("I did … vote for it."), Standing::Altered);
    assert_eq!(standing("and it stood … The old bridge was built by people who knew"), Standing::Altered);
}

#[test]
fn clauses_spliced_without_a_mark_are_altered() {
    assert_eq!(standing("The repair cost 44 percent more and we don't need one"), Standing::Altered);
}

#[test]
fn what_nobody_said_is_not_found() {
    assert_eq!(standing("Every taxpayer will remember this winter for a long time"), Standing::NotFound);
}

/// A talk of two people, with what each said.
fn talk() -> Material {
    let mut talk = Material::new("ferry.vtt");
    let mut say = |who: &str, words: &str| talk.push(words, Locator::Time(0.0, 9.0), Some(who.to_owned()));
    say(
        "Ida Holt",
        "So we, we had a long, long night on the ferry. Nobody was ever told, and we did not sell the 3 million crowns of bonds.",
    );
    say(
        "Jon Vik",
        "It's going to be, it's going to be a very cold spring. I will never trust that board again. Did you count the five open cabins?",
    );
    say("Ida Holt", "You counted them? We were there. I agree.");
    say("Jon Vik", "I agree.");
    talk
}

fn checked(words: &str, by: Option<&str>) -> Checked {
    check(&[AskedQuote { words, by }], "en", &[talk()]).remove(0)
}

#[test]
fn a_word_that_only_the_quote_has_twice_is_added() {
    assert_eq!(checked("a very, very cold spring", None).mends, [Mend::Added("very".to_owned())]);
    assert_eq!(checked("I will never, never trust that board again", None).standing, Standing::Altered);
    assert_eq!(checked("Nobody was ever told, and we did not, not sell", None).standing, Standing::Altered);
    assert_eq!(checked("We had a long, long, long night on the ferry", None).standing, Standing::Altered);
    assert_eq!(checked("Long, long, long night on the ferry", None).mends, [Mend::Added("Long".to_owned())]);
    // What was said twice may be written twice, and once.
    assert_eq!(checked("We, we had a long, long night on the ferry", None).standing, Standing::Exact);
    let once = checked("It’s going to be a very cold spring", None);
    assert_eq!((once.standing, once.says), (Standing::Exact, vec![]));
    assert_eq!(checked("We had a long night on the ferry", None).says, ["what was said twice is told once"]);
}

#[test]
fn a_statement_that_the_quote_makes_a_question_of_is_altered() {
    assert_eq!(
        checked("I will never trust that board again?", None).says,
        ["asked in the quote, stated where it was said"]
    );
    assert_eq!(checked("We were there?", None).standing, Standing::Altered);
    assert_eq!(checked("You counted them", None).says, ["stated in the quote, asked where it was said"]);
    for same in [
        "You counted them?",
        "Did you count the five open cabins",
        "Did you count the five open cabins?",
        "We were there!",
    ] {
        assert_eq!(checked(same, None).standing, Standing::Exact, "{same}");
    }
    // A transcript without marks says nothing of it.
    let mut bare = Material::new("bare.txt");
    bare.push("we were there all of us and nobody came", Locator::Paragraph(1), None);
    assert_eq!(check(&[AskedQuote::of("We were there all of us?")], "en", &[bare]).remove(0).standing, Standing::Exact);
}

#[test]
fn a_short_quote_with_words_left_out_is_found_and_altered() {
    let lost = |quote: &str| {
        let checked = checked(quote, None);
        (checked.standing, checked.mends)
    };
    let left_out = |words: &str| (Standing::Altered, vec![Mend::Lost(words.to_owned())]);
    assert_eq!(lost("Nobody was told"), left_out("ever"));
    assert_eq!(lost("did sell the three million"), left_out("not"));
    assert_eq!(lost("I will trust"), left_out("never"));
    assert_eq!(lost("count the cabins"), left_out("five open"));
    assert_eq!(lost("board told").0, Standing::NotFound);
    assert_eq!(lost("the three million"), (Standing::Exact, vec![]));
    assert_eq!(lost("the three million pounds of bonds").0, Standing::Altered);
}

#[test]
fn what_differs_is_told_of_the_words_in_their_place() {
    let mends = |quote: &str| checked(quote, None).mends;
    let changed = |quote: &str, said: &str| Mend::Changed(quote.to_owned(), said.to_owned());
    assert_eq!(mends("Did you count the five cabins"), [Mend::Lost("open".to_owned())]);
    assert_eq!(mends("It will be a very cold spring"), [changed("It will", "it's going to")]);
    let mut talk = Material::new("pier.txt");
    talk.push("We don't want another pier in this harbour, and they can't.", Locator::Paragraph(1), None);
    let told = check(&[AskedQuote::of("We do want another pier in this harbour")], "en", &[talk]).remove(0);
    assert_eq!(told.mends, [changed("do", "don't")]);
}

#[test]
fn the_same_words_in_another_mouth_are_not_exact() {
    let told = checked("I will never trust that board again", Some("Holt"));
    assert_eq!(told.standing, Standing::Misattributed);
    assert_eq!(told.says, ["said by Jon Vik; the article gives it to Holt"]);
    assert_eq!(checked("I will … trust that board again", Some("Holt")).standing, Standing::Altered);
    for right in [Some("Jon Vik"), Some("Vik"), Some("Mayor Vik"), Some("the mayor"), Some("Ferryworks"), None] {
        assert_eq!(checked("I will never trust that board again", right).standing, Standing::Exact, "{right:?}");
    }
    // Both said it.
    let both = checked("I agree", Some("Jon Vik"));
    assert_eq!(both.standing, Standing::Exact);
    assert_eq!(talk().text.get(..both.said.unwrap().span.start).unwrap().matches("I agree").count(), 1);
}
