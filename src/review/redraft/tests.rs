//! What holds for every pair of drafts and every claim, however odd.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::{ClaimFate, Cut, Fate, Redraft, fold};
use crate::text::Span;

/// A text of one sentence a line, with the places of its lines.
fn cut(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut spans = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + line.find(words).unwrap_or_default();
        if !words.is_empty() {
            spans.push(Span::new(start, start + words.len()));
        }
        at += line.len();
    }
    spans
}

/// What became of `claim`, words of `old`.
fn fate(old: &str, new: &str, claim: &str) -> (Fate, Vec<String>, bool) {
    let (ours, theirs) = (cut(old), cut(new));
    let redraft = Redraft::of(
        Cut { text: old, sentences: &ours, marks: &[], language: "en" },
        Cut { text: new, sentences: &theirs, marks: &[], language: "en" },
    );
    let start = old.find(claim).unwrap();
    let ClaimFate { is, spans, around, .. } = redraft.fate(Span::new(start, start + claim.len()));
    (is, spans.into_iter().map(|span| span.of(new).to_owned()).collect(), around)
}

const OLD: &str = "The harbour bridge was closed in May.\nThe repair cost 42 million crowns, the mayor said.\nNobody was asked.\nA ferry ran twice an hour, and it was free for children.\n";

#[test]
fn every_small_change_of_words_is_one() {
    for (was, now) in [
        ("42", "44"),
        ("cost", "did not cost"),
        ("cost", "may have cost"),
        ("the mayor", "the minister"),
        ("said", "denied"),
    ] {
        let new = OLD.replacen(was, now, 1);
        let (is, spans, _) = fate(OLD, &new, "The repair cost 42 million crowns, the mayor said.");
        assert_eq!((is, spans.len()), (Fate::Changed, 1), "{was} became {now}");
    }
}

#[test]
fn what_was_cut_joined_or_edited_in_a_passage_that_moved_is_found_beside_its_neighbours() {
    let stayed = "Nobody was asked about the bridge.\nThe mayor was in Oslo on that day.\nA ferry ran twice an hour.\nIt was free for children and dogs.\n";
    let (shed, roof) = ("The shed has room for 18 trams.\n", "The roof leaks in the east wing.\n");
    let (built, both) = ("It was built in 1931 and closed in 1968.", ["It was built in 1931.", "It closed in 1968."]);
    for (first, last) in [(shed, roof), (shed, ""), ("", roof)] {
        let old = format!("{stayed}{first}{built}\n{last}");
        let new = format!("{first}{}\n{}\n{last}{stayed}", both[0], both[1]);
        assert_eq!(fate(&old, &new, built), (Fate::Split, both.map(str::to_owned).to_vec(), false), "{new}");
        assert_eq!(fate(&old, &new, "closed in 1968").1, ["closed in 1968"], "{new}");
        // The other way round two became one.
        assert_eq!(fate(&new, &old, both[1]).0, Fate::Merged, "{old}");
    }
    // What is another sentence stays one.
    let old = format!("{stayed}{shed}{built}\n{roof}");
    let new = format!("{shed}Trees were felled at four places.\n{roof}{stayed}");
    assert_eq!(fate(&old, &new, built).0, Fate::Gone);
}

#[test]
fn a_bare_figure_finds_the_figure_in_its_place() {
    let new = OLD.replacen("42", "44.1", 1);
    assert_eq!(fate(OLD, &new, "42"), (Fate::Changed, vec!["44.1".to_owned()], false));
    assert_eq!(fate(OLD, &new, "42 million crowns").1, ["44.1 million crowns"]);
}

#[test]
fn a_claim_whose_sentence_changed_elsewhere_is_changed_around() {
    let new = OLD.replacen("the mayor said", "the mayor denied", 1);
    assert_eq!(fate(OLD, &new, "42 million"), (Fate::Changed, vec!["42 million".to_owned()], true));
}

#[test]
fn typography_keeps_a_claim_within_a_sentence() {
    let old = "He said: \"We paid - in full\" and left.\n";
    assert_eq!(
        fate(old, "He said: “We paid – in full” and left.\n", "\"We paid - in full\"").1,
        ["“We paid – in full”"]
    );
    assert_eq!(fate(old, "He said: “We paid – in full” and left.\n", "We paid").0, Fate::Same);
}

#[test]
fn a_claim_over_paragraphs_stays_while_they_follow_each_other() {
    let two = "Nobody was asked.\nA ferry ran twice an hour, and it was free for children.";
    let moved =
        format!("{two}\nThe harbour bridge was closed in May.\nThe repair cost 42 million crowns, the mayor said.\n");
    assert_eq!(fate(OLD, OLD, two).0, Fate::Same);
    let both = ["The harbour bridge was closed in May.", two].map(|claim| fate(OLD, &moved, claim).0);
    assert!(both.contains(&Fate::Moved) && !both.contains(&Fate::Changed), "{both:?}");
    let parted = OLD.replacen("asked.\n", "asked.\nThat is all.\n", 1);
    assert_eq!(fate(OLD, &parted, two).0, Fate::Changed);
}

#[test]
fn a_sentence_in_two_is_split_and_two_in_one_are_merged() {
    let split = OLD.replacen("hour, and it", "hour.\nIt", 1);
    assert_eq!(fate(OLD, &split, "A ferry ran twice an hour, and it was free for children.").0, Fate::Split);
    assert_eq!(fate(&split, OLD, "It was free for children.").0, Fate::Merged);
}

#[test]
fn what_was_taken_out_is_gone() {
    assert_eq!(
        fate(OLD, &OLD.replacen("Nobody was asked.\n", "", 1), "Nobody was asked."),
        (Fate::Gone, Vec::new(), false)
    );
    assert_eq!(fate(OLD, "", "42").0, Fate::Gone);
    assert_eq!(fate(OLD, &OLD.replacen(" million", "", 1), "million").0, Fate::Gone);
}

#[test]
fn long_and_odd_drafts_are_compared() {
    let equal = "It was paid.\n".repeat(10_000);
    let redraft = |old: &str, new: &str| {
        let (ours, theirs) = (cut(old), cut(new));
        let redraft = Redraft::of(
            Cut { text: old, sentences: &ours, marks: &[], language: "en" },
            Cut { text: new, sentences: &theirs, marks: &[], language: "en" },
        );
        (redraft.successors().iter().filter(|one| one.fate == Fate::Same).count(), redraft.kept())
    };
    assert_eq!(redraft(&equal, &equal).0, 10_000);
    assert_eq!(redraft(&equal, equal.get(13 * 4..).unwrap()).0, 9_996);
    let numbered = |word: &str| {
        (0..4000).map(|n| format!("Town {n} paid {} crowns {word} full.", n % 97)).collect::<Vec<_>>().join("\n")
    };
    let (same, kept) = redraft(&numbered("in"), &numbered("not in"));
    assert!(same == 0 && kept > 0.99, "{same} {kept}");
    let other = "Nothing here resembles it, as anybody sees.\n".repeat(3000);
    assert!(redraft(&numbered("in"), &other).1 < 0.1);
}

fn draft() -> impl Strategy<Value = String> {
    let sentence = "(a|bridge|paid|not|42|44|“x”|\"x\"|e\u{301}|👩‍🚒|東)( (cost|million|é|-|–|…|b)){0,5}[.!]?";
    prop::collection::vec(sentence, 0..9).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn a_kept_claim_has_its_words_and_every_claim_one_fate(old in draft(), new in draft(), from in 0_usize..60, len in 1_usize..40) {
        let (ours, theirs) = (cut(&old), cut(&new));
        let redraft = Redraft::of(Cut { text: &old, sentences: &ours, marks: &[], language: "en" }, Cut { text: &new, sentences: &theirs, marks: &[], language: "en" });
        let bounds: Vec<usize> = old.grapheme_indices(true).map(|(at, _)| at).chain([old.len()]).collect();
        let claim = Span::new(bounds[from.min(bounds.len() - 1)], bounds[(from + len).min(bounds.len() - 1)]);
        let found = redraft.fate(claim);
        let bounds: Vec<usize> = new.grapheme_indices(true).map(|(at, _)| at).chain([new.len()]).collect();
        for span in &found.spans {
            prop_assert!(span.start < span.end && bounds.contains(&span.start) && bounds.contains(&span.end), "{:?} in {:?}", found, new);
        }
        if matches!(found.is, Fate::Same | Fate::Moved) {
            prop_assert_eq!(fold(found.spans[0].of(&new)), fold(claim.of(&old)));
        }
        prop_assert_eq!(found.spans.is_empty(), found.is == Fate::Gone);
        prop_assert_eq!(redraft.successors().len(), ours.len());
        for (span, one) in ours.iter().zip(redraft.successors()) {
            let equal = one.to.len() == 1 && fold(span.of(&old)) == fold(theirs[one.to[0]].of(&new));
            prop_assert_eq!(equal, matches!(one.fate, Fate::Same | Fate::Moved));
        }
    }

    #[test]
    fn an_unchanged_draft_keeps_everything(old in draft()) {
        let spans = cut(&old);
        let redraft = Redraft::of(Cut { text: &old, sentences: &spans, marks: &[], language: "en" }, Cut { text: &old, sentences: &spans, marks: &[], language: "en" });
        prop_assert!(redraft.successors().iter().all(|one| one.fate == Fate::Same));
        prop_assert_eq!(redraft.new_sentences().count(), 0);
    }

    #[test]
    fn paragraphs_in_another_order_are_moved_not_changed(order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let line = |n: &usize| format!("Town {n} paid {} crowns.\n", n * 7);
        let (old, new) = ((0..12).map(|n| line(&n)).collect::<String>(), order.iter().map(line).collect::<String>());
        let (ours, theirs) = (cut(&old), cut(&new));
        let redraft = Redraft::of(Cut { text: &old, sentences: &ours, marks: &[], language: "en" }, Cut { text: &new, sentences: &theirs, marks: &[], language: "en" });
        prop_assert!(redraft.successors().iter().all(|one| matches!(one.fate, Fate::Same | Fate::Moved)));
    }
}
