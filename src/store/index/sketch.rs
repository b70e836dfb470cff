//! A sketch of a text: a few numbers by which two texts are told to be much the same without being read side by side.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// Numbers of a sketch. Of two texts that share half of their runs of words the share is told to within 7 per cent, two times in
/// three.
const KEPT: usize = 48;

/// Words of a run. An edit in a sentence changes so many runs of it, all others are found again.
const RUN: usize = 3;

/// Texts with fewer runs are too short to be told apart from each other.
const FEWEST: usize = 8;

/// Hexadecimal digits of a number.
const DIGITS: usize = 8;

/// The numbers of a text in order, each once, at most 48, in eight hexadecimal digits each: a list reads a thousand sketches and
/// needs none of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::store) struct Sketch(String);

impl Sketch {
    fn numbers(&self) -> impl Iterator<Item = u32> {
        let numbers = self.0.as_bytes().chunks_exact(DIGITS);
        numbers.filter_map(|digits| u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok())
    }

    /// How many numbers it has.
    const fn len(&self) -> usize {
        self.0.len() / DIGITS
    }
}

impl FromIterator<u32> for Sketch {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut digits = String::with_capacity(KEPT * DIGITS);
        for number in numbers {
            // Writing to a string does not fail.
            let _ = write!(digits, "{number:08x}");
        }
        Self(digits)
    }
}

/// The smallest numbers of all runs of three words of `text` (a bottom-k sketch, Broder 1997).
pub(super) fn of(text: &str) -> Sketch {
    let mut runs = Vec::with_capacity(text.len() / 5);
    let mut last = [0_u64; RUN];
    let mut seen = 0_usize;
    each_word(text, |word| {
        last.rotate_left(1);
        if let Some(slot) = last.last_mut() {
            *slot = xxh3_64(word.as_bytes());
        }
        seen += 1;
        if seen >= RUN {
            let run = last.iter().fold(0_u64, |run, word| run.rotate_left(21).wrapping_add(*word));
            let mixed = xxh3_64(&run.to_le_bytes());
            runs.push(u32::try_from(mixed >> 32).unwrap_or_default());
        }
    });
    runs.sort_unstable();
    runs.dedup();
    runs.into_iter().take(KEPT).collect()
}

/// The share of all runs of two texts that both have, 0 to 1, as their sketches tell it; 0 for texts of a few words.
pub(super) fn shared(one: &Sketch, other: &Sketch) -> f64 {
    if one.len().min(other.len()) < FEWEST {
        return 0.0;
    }
    let mut all: Vec<u32> = one.numbers().chain(other.numbers()).collect();
    all.sort_unstable();
    let (mut looked_at, mut both) = (0_u32, 0_u32);
    let most = KEPT.min(one.len().max(other.len()));
    for same in all.chunk_by(|a, b| a == b).take(most) {
        looked_at += 1;
        both += u32::from(same.len() > 1);
    }
    f64::from(both) / f64::from(looked_at.max(1))
}

/// Hands over each word in small letters: runs of letters and digits, and each character of a script that writes no blanks.
fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut lower = String::new();
    let mut word = |from: usize, to: usize| {
        let word = text.get(from..to).unwrap_or_default();
        if word.is_empty() {
            return;
        }
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(word.chars().flat_map(char::to_lowercase));
        }
        take(&lower);
    };
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let alone = stands_alone(c);
        if alone || !c.is_alphanumeric() {
            word(from, at);
            from = at + c.len_utf8();
        }
        if alone {
            word(at, from);
        }
    }
    word(from, text.len());
}

/// A character of a script that puts no blanks between words.
const fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{of, shared};

    fn text(edited: usize) -> String {
        let line = |n: usize| {
            let word = if n % 10 < edited { "lost" } else { "paid" };
            format!("The town of number {n} {word} some {} crowns for its old bridge that year.\n", n * 7)
        };
        (0..200).map(line).collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_later_draft_shares_what_was_not_edited_and_another_text_next_to_nothing() {
        let first = of(&text(0));
        assert!(shared(&first, &first) > 0.99);
        assert!(shared(&first, &of(&text(2))) > 0.6, "a fifth of the sentences edited");
        assert!(shared(&first, &of(&text(10))) > 0.25, "every sentence edited");
        let lines = (0..200).map(|n| format!("Ferry {n} sails at {n} past noon, full of {n} cars.\n"));
        let other = lines.collect::<Vec<_>>().concat();
        assert!(shared(&first, &of(&other)) < 0.05);
        assert!(shared(&of("Read more"), &of("Read more")) < 0.01, "a few words tell nothing");
    }

    #[test]
    fn case_and_marks_do_not_count_and_scripts_without_blanks_do() {
        let words = "One Two three, four five six seven eight nine ten eleven.";
        assert_eq!(of(words), of(&words.to_uppercase().replace(',', " –")));
        assert!(of("市長は五人の議員に橋の修理費を説明した").len() > 8);
    }
}
