//! The word diff of texts of several sentences: what stands elsewhere is moved, and no sentence that stays is taken apart.

use std::collections::HashSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::sentence_end::is_sentence_end;
use super::word_diff::{Op, Run, push, runs};

/// Words that a sentence has to have to be told as moved; shorter ones stand anywhere.
const TOLD_APART: usize = 3;

/// The word diffs of several pairs of texts, each of several sentences: those that both of a pair have stay whole, those that go in one
/// place and come in another are moved, and only what lies between them is compared word by word.
pub fn sentence_runs<'t>(pairs: &[(&'t str, &'t str)]) -> Vec<Vec<Run>> {
    let pairs: Vec<PairedSentences<'t>> =
        pairs.iter().map(|(before, after)| PairedSentences::of(before, after)).collect();
    let told = |sentence: &&str| sentence.split_whitespace().nth(TOLD_APART - 1).is_some();
    let stretches = || pairs.iter().flat_map(|pair| &pair.0).filter(|stretch| !stretch.same);
    let set = |sentences: &mut dyn Iterator<Item = &&'t str>| -> HashSet<&'t str> {
        sentences.map(|sentence| sentence.trim()).filter(told).collect()
    };
    let gone = set(&mut stretches().flat_map(|stretch| &stretch.gone));
    let come = set(&mut stretches().flat_map(|stretch| &stretch.come));
    let is_moved = |sentence: &&str| gone.contains(sentence.trim()) && come.contains(sentence.trim());
    pairs.iter().map(|pair| pair.runs(&is_moved)).collect()
}

/// Sentences of one text and those of another that answer to them.
struct SentenceStretch<'t> {
    gone: Vec<&'t str>,
    come: Vec<&'t str>,
    /// True where they are the same but for blanks.
    same: bool,
}

/// Two texts, stretch by stretch.
struct PairedSentences<'t>(Vec<SentenceStretch<'t>>);

impl<'t> PairedSentences<'t> {
    fn of(before: &'t str, after: &'t str) -> Self {
        let (old, new) = (sentences(before), sentences(after));
        let stretch = |op: DiffOp| SentenceStretch {
            gone: old.get(op.old_range()).unwrap_or_default().to_vec(),
            come: new.get(op.new_range()).unwrap_or_default().to_vec(),
            same: matches!(op, DiffOp::Equal { .. }),
        };
        let ops = capture_diff_slices(Algorithm::Myers, &trimmed(&old), &trimmed(&new));
        Self(ops.into_iter().map(stretch).collect())
    }

    fn runs(&self, is_moved: &impl Fn(&&str) -> bool) -> Vec<Run> {
        let mut all = Vec::new();
        for SentenceStretch { gone, come, same } in &self.0 {
            if *same {
                gone.iter().zip(come).for_each(|(one, other)| compare(&mut all, one, other));
                continue;
            }
            let (gone, come) = (MovedAhead::of(gone, is_moved), MovedAhead::of(come, is_moved));
            for at in 0..gone.len().max(come.len()) {
                let sides = [(Op::Delete, gone.get(at)), (Op::Insert, come.get(at))];
                for (op, side) in sides {
                    let moved = side.into_iter().flat_map(|side| &side.moved);
                    all.extend(moved.map(|text| Run { moved: true, ..Run::new(op, *text) }));
                }
                let [went, came] = sides.map(|(_, side)| side.map(|side| side.rest.concat()).unwrap_or_default());
                compare(&mut all, &went, &came);
            }
        }
        all
    }
}

/// Sentences that are not moved, with the moved ones before them.
#[derive(Default)]
struct MovedAhead<'t> {
    moved: Vec<&'t str>,
    rest: Vec<&'t str>,
}

impl<'t> MovedAhead<'t> {
    fn of(sentences: &[&'t str], is_moved: &impl Fn(&&str) -> bool) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for sentence in sentences {
            let moves = is_moved(sentence);
            let goes_on = all.last().is_some_and(|last| !moves || last.rest.is_empty());
            if !goes_on {
                all.push(Self::default());
            }
            if let Some(last) = all.last_mut() {
                if moves { last.moved.push(sentence) } else { last.rest.push(sentence) }
            }
        }
        all
    }
}

/// Adds what leads from the one text to the other.
fn compare(all: &mut Vec<Run>, gone: &str, come: &str) {
    for run in runs(gone, come) {
        push(all, run.op, &run.text);
    }
}

/// Sentences without the blanks behind them.
fn trimmed<'t>(sentences: &[&'t str]) -> Vec<&'t str> {
    sentences.iter().map(|sentence| sentence.trim_end()).collect()
}

/// The sentences of a text as far as their stops tell, each with the blanks behind it; a line ends one, too.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(blank) = text.get(at..).and_then(|rest| rest.find(char::is_whitespace)).map(|there| at + there) {
        let behind = text.get(blank..).unwrap_or_default();
        at = text.len() - behind.trim_start().len();
        let blanks = text.get(blank..at).unwrap_or_default();
        if at < text.len() && (blanks.contains('\n') || is_sentence_end(text, blank)) {
            found.extend(text.get(from..at));
            from = at;
        }
    }
    found.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::super::word_diff::{Op, Run};
    use super::sentence_runs;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_that_stays_is_not_taken_apart_for_one_that_goes_beside_it() {
        let (before, after) = (
            "It rained. Nobody died in 2019. The mayor earned 90,000 crowns.",
            "It rained. The mayor earned 90,000 crowns. The port handled 7 tonnes.",
        );
        let seen: Vec<(Op, String)> =
            sentence_runs(&[(before, after)]).concat().into_iter().map(|run| (run.op, run.text)).collect();
        let wanted = [
            (Op::Equal, "It rained. "),
            (Op::Delete, "Nobody died in 2019. "),
            (Op::Equal, "The mayor earned 90,000 crowns."),
            (Op::Insert, " The port handled 7 tonnes."),
        ];
        assert_eq!(seen, wanted.map(|(op, text)| (op, text.to_owned())));
    }

    #[test]
    fn a_sentence_that_stands_elsewhere_is_moved_be_it_in_another_pair() {
        let pairs = [
            ("It rained. The mayor earned 9 crowns.", "It rained."),
            ("Nobody died.", "The mayor earned 9 crowns. Nobody died."),
        ];
        let moved = |runs: &[Run]| {
            runs.iter().filter(|run| run.moved).map(|run| (run.op, run.text.trim().to_owned())).collect::<Vec<_>>()
        };
        let words = "The mayor earned 9 crowns.".to_owned();
        let found = sentence_runs(&pairs);
        assert_eq!(moved(&found[0]), [(Op::Delete, words.clone())]);
        assert_eq!(moved(&found[1]), [(Op::Insert, words)]);
        assert!(
            moved(&sentence_runs(&[("It rained. He left.", "He left. It rained.")])[0]).is_empty(),
            "too short to tell"
        );
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_by_sentences_too(before in "(a b c\\. |d e f\\. |g h i\\. |[a-c.é\n ]){0,12}", after in "(a b c\\. |d e f\\. |g h i\\. |[a-c.é\n ]){0,12}") {
            let found = sentence_runs(&[(&before, &after)]).concat();
            let without = |op| found.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Op::Insert), before);
            prop_assert_eq!(without(Op::Delete), after);
        }
    }
}
