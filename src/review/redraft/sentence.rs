//! A sentence to be compared: its words, what they weigh, and how much another sentence has of them.

use std::cmp::Reverse;

use super::common;
use super::words::{ComparedWord, Numbers};
use crate::text::Span;

/// A sentence that has no equal, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// Its place among the sentences of its text.
    pub(super) at: usize,
    /// Which words it is made of, typography apart: equal for equal sentences of both texts.
    pub(super) key: u32,
    pub(super) words: Vec<ComparedWord>,
    /// The stems of its words, in order of their numbers, each as often as it stands there.
    bag: Vec<(u32, u32)>,
    /// What its words weigh together.
    pub(super) weight: u32,
    /// What its figures weigh together.
    figures: u32,
}

impl Sentence {
    /// The sentence at place `at` with the words `text` in `language`.
    pub(super) fn read(at: usize, key: u32, text: &str, language: &str, numbers: &mut Numbers) -> Self {
        Self { at, key, words: numbers.words(text, language), bag: Vec::new(), weight: 0, figures: 0 }
    }

    /// The stems, each with its weight, in order of their numbers.
    pub(super) fn stems(&self) -> &[(u32, u32)] {
        &self.bag
    }

    /// The weight of the stems that both have, whatever the order; quickly told.
    pub(super) fn shared(&self, other: &Self) -> u32 {
        let (mut one, mut two) = (self.bag.iter().peekable(), other.bag.iter().peekable());
        let mut sum = 0;
        while let (Some((left, weight)), Some((right, _))) = (one.peek(), two.peek()) {
            let (left, right, weight) = (*left, *right, *weight);
            if left <= right {
                one.next();
            }
            if right <= left {
                two.next();
            }
            if left == right {
                sum += weight;
            }
        }
        sum
    }
}

/// The most that two sentences which share so much of their stems can have in common: a figure in the place of another counts a third.
pub(super) fn most_common(one: &Sentence, other: &Sentence, shared: u32) -> u32 {
    (shared + one.figures.min(other.figures) / 3).min(one.weight.min(other.weight))
}

/// Sentences that a word may stand in before it counts for less: an edited one and what it became, twice.
const FEW: u32 = 4;

/// Weighs the words of all sentences: a word that stands in many of them says little about each.
pub(super) fn weigh(sides: [&mut [Sentence]; 2], numbers: &Numbers) {
    let mut seen = vec![(0_u32, usize::MAX); numbers.len()];
    let [old, new] = sides;
    for (place, sentence) in old.iter().chain(new.iter()).enumerate() {
        for word in &sentence.words {
            if let Some(held) = seen.get_mut(word.id as usize).filter(|held| held.1 != place) {
                *held = (held.0 + 1, place);
            }
        }
    }
    // A word in 8 sentences counts four fifths, in 64 a half, in 4096 nearly a quarter.
    let share = |id: u32| {
        let times = seen.get(id as usize).map_or(0, |held| held.0) / FEW;
        times.checked_ilog2().map_or(4, |doublings| 4 + doublings)
    };
    for sentence in old.iter_mut().chain(new) {
        for word in &mut sentence.words {
            word.weight = (word.weight * 4 / share(word.id)).max(1);
        }
        sentence.bag = sentence.words.iter().map(|word| (word.stem, word.weight)).collect();
        // The heaviest of one stem first, so that what two sentences share is never told too low.
        sentence.bag.sort_unstable_by_key(|(stem, weight)| (*stem, Reverse(*weight)));
        sentence.weight = sentence.words.iter().map(|word| word.weight).sum();
        sentence.figures = sentence.words.iter().filter(|word| word.figure).map(|word| word.weight).sum();
    }
}

/// How much two sentences, or one and several that stand in a row, have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Likeness {
    /// The weight of what both have, in the same order.
    pub(super) common: u32,
    /// What both weigh together.
    pub(super) both: u32,
    /// What the lighter one weighs.
    pub(super) lighter: u32,
    /// How many words answer to each other.
    pub(super) words: usize,
}

impl Likeness {
    /// Of two sentences.
    pub(super) fn of(old: &Sentence, new: &Sentence) -> Self {
        let found = common::matches(&old.words, &new.words);
        Self {
            common: found.iter().map(|same| same.worth).sum(),
            both: old.weight + new.weight,
            lighter: old.weight.min(new.weight),
            words: found.len(),
        }
    }

    /// 0 to 1: Dice's coefficient over weights.
    pub(super) fn dice(self) -> f32 {
        ratio(2 * self.common, self.both)
    }

    /// 0 to 1: how much of the lighter one is in the other.
    pub(super) fn contained(self) -> f32 {
        ratio(self.common, self.lighter)
    }
}

/// `part` of `whole`; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
pub(super) fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The likeness of `one` and the `parts` in a row, and the share of each part that is in `one`.
pub(super) fn joined(one: &Sentence, parts: &[&Sentence]) -> (Likeness, Vec<f32>) {
    let mut row = Vec::new();
    let mut ends = Vec::new();
    for part in parts {
        row.extend(part.words.iter().map(|word| ComparedWord { span: Span::new(0, 0), ..*word }));
        ends.push(row.len());
    }
    let found = common::matches(&one.words, &row);
    let mut sums = vec![0; parts.len()];
    for same in &found {
        let part = ends.partition_point(|end| *end <= same.new);
        if let Some(sum) = sums.get_mut(part) {
            *sum += same.worth;
        }
    }
    let weight: u32 = parts.iter().map(|part| part.weight).sum();
    let likeness = Likeness {
        common: sums.iter().sum(),
        both: one.weight + weight,
        lighter: one.weight.min(weight),
        words: found.len(),
    };
    (likeness, sums.into_iter().zip(parts).map(|(sum, part)| ratio(sum, part.weight)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str], numbers: &mut Numbers) -> Vec<Sentence> {
        texts.iter().enumerate().map(|(at, text)| Sentence::read(at, 0, text, "en", numbers)).collect()
    }

    #[test]
    fn a_word_of_many_sentences_weighs_less_than_one_of_few() {
        let mut numbers = Numbers::default();
        // Sixty-four sentences hold "harbour", each of them one rope of its own.
        let texts: Vec<String> = (0..64).map(|n| format!("harbour cordage{n}x")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut old = read(&texts, &mut numbers);
        let mut new = read(&["harbour pontoon 1964"], &mut numbers);
        let letters = new[0].words[0].weight;
        weigh([&mut old, &mut new], &numbers);
        let [common, rare, figure] = new[0].words.as_slice() else { unreachable!("three words") };
        // In 65 sentences, of which four are free: sixteen times, four doublings.
        assert_eq!(common.weight, letters * 4 / 8);
        assert_eq!(rare.weight, letters);
        assert_eq!((new[0].weight, new[0].figures), (common.weight + rare.weight + figure.weight, figure.weight));
    }

    #[test]
    fn a_word_twice_in_one_sentence_stands_in_one() {
        let mut numbers = Numbers::default();
        let mut old = read(&["rope rope rope rope rope rope rope rope rope"], &mut numbers);
        let before = old[0].words[0].weight;
        weigh([&mut old, &mut []], &numbers);
        assert_eq!(old[0].words[0].weight, before);
    }
}
