//! A short quote with words left out: all of its words were said close together, and too few of them in a row to find it by them.

use super::align::{AlignStep, Alignment};
use super::edges::are_apart;
use super::pattern::{Part, Pattern};
use crate::evidence::words::{Weight, Word, begins, same};

/// A longer quote is found by its words in a row.
const SHORT: usize = 8;
/// Words that a short quote may leave out and still be those that were said.
const MOST: usize = 3;

/// How many words a quote of `words` words may leave out and still be found by them.
pub(super) const fn most(words: usize) -> usize {
    if words < MOST { words } else { MOST }
}

/// Where all words of a short quote without marks were said within one sentence, in its order, the closest together.
pub(super) fn find(pattern: &Pattern, said: &[Word], text: &str) -> Option<Alignment> {
    let word = |part: &Part| if let Part::Word(word) = part { Some(word.clone()) } else { None };
    let own: Vec<Word> = pattern.parts.iter().map(word).collect::<Option<_>>()?;
    if !(2..=SHORT).contains(&own.len()) {
        return None;
    }
    let from = (0..said.len()).filter_map(|from| from_word(&own, said, from, text));
    let steps = from.min_by_key(|steps| lost(steps))?;
    Some(Alignment { cost: u32::try_from(lost(&steps)).unwrap_or(u32::MAX), steps })
}

fn lost(steps: &[AlignStep]) -> usize {
    steps.iter().filter(|step| matches!(step, AlignStep::Lost(_))).count()
}

/// The words of `own` from word `from` on, each at its next place.
fn from_word(own: &[Word], said: &[Word], from: usize, text: &str) -> Option<Vec<AlignStep>> {
    let mut steps = Vec::new();
    let (mut part, mut left) = (0, 0);
    for (at, word) in said.iter().enumerate().skip(from) {
        let mine = own.get(part)?;
        let is_last = part + 1 == own.len();
        if same(&mine.form, &word.form) || is_last && begins(&mine.form, &word.form) {
            steps.push(AlignStep::Same(part, at));
            part += 1;
            if is_last {
                return Some(steps);
            }
        } else if part == 0 {
            return None;
        } else {
            left += usize::from(word.weight == Weight::Said);
            steps.push(AlignStep::Lost(at));
        }
        let apart = said.get(at + 1).is_none_or(|next| are_apart(word, next, text));
        if apart || left > most(own.len()) {
            return None;
        }
    }
    None
}
