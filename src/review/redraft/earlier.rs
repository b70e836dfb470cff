//! An earlier draft kept as what differs from the next one: a few readable hunks instead of a whole copy.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};

use super::common;
use super::words::ComparedWord;
use crate::text::{CodePoints, Span, sha256};

/// Words of the later text and what stood there in the earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunk {
    /// Where the words stand in the later text, in code points.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The later words; empty where something was taken out.
    pub now: String,
    /// The earlier words; empty where something was put in.
    pub was: String,
}

/// Why an earlier text can't be rebuilt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HunkError {
    /// A hunk stands outside the later text, before the one before it, or on other words than it says.
    #[error(
        "hunk {index} (at {start}) does not fit the later draft's words; the file was edited, or a part of it is missing"
    )]
    Misplaced {
        /// Its place in the list, from 0.
        index: usize,
        /// Where it says it stands, in code points.
        start: usize,
    },
    /// The hunks fit, but what they give is another text.
    #[error("the hunks give a text with the checksum {found}, not {wanted}; the file was edited")]
    Checksum {
        /// SHA-256 of what they give.
        found: String,
        /// SHA-256 of the earlier text.
        wanted: String,
    },
}

/// The hunks that lead from `later` back to `earlier`, in order.
pub fn hunks(earlier: &str, later: &str) -> Vec<Hunk> {
    let mut known = HashMap::default();
    let (ours, theirs) = (pieces(earlier, &mut known), pieces(later, &mut known));
    let points = CodePoints::new(later);
    let mut hunks = Vec::new();
    let (mut row, mut column) = (0, 0);
    let kept = common::matches(&ours, &theirs);
    for (old, new) in kept.iter().map(|same| (same.old, same.new)).chain([(ours.len(), theirs.len())]) {
        if old > row || new > column {
            let (was, now) = (stretch(&ours, row, old, earlier.len()), stretch(&theirs, column, new, later.len()));
            hunks.push(Hunk {
                start: points.at_byte(later, now.start),
                end: points.at_byte(later, now.end),
                now: now.of(later).to_owned(),
                was: was.of(earlier).to_owned(),
            });
        }
        (row, column) = (old + 1, new + 1);
    }
    hunks
}

/// What a hunk costs in a file beside its words, in bytes; a hunk that takes in less of what stands between it and the next saves that.
const FRAME: usize = 100;

/// How much of a file hunks are, in bytes, with the words of both texts.
pub fn size(hunks: &[Hunk]) -> usize {
    hunks.iter().map(|hunk| FRAME + hunk.now.len() + hunk.was.len()).sum()
}

/// The hunks of a draft that is kept: where they would be more than the text itself, those that stand near each other are one.
///
/// Their frames and the words of either text alone are never more than that text, but for one frame.
pub fn kept_hunks(earlier: &str, later: &str) -> Vec<Hunk> {
    let hunks = hunks(earlier, later);
    if size(&hunks) <= earlier.len().min(later.len()) { hunks } else { joined(hunks, later) }
}

/// `hunks` of `later`, those that stand near each other as one.
fn joined(hunks: Vec<Hunk>, later: &str) -> Vec<Hunk> {
    let points = CodePoints::new(later);
    let byte = |at| points.to_byte(later, at).unwrap_or(later.len());
    let mut joined: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        let between = joined.last().map(|held| later.get(byte(held.end)..byte(hunk.start)).unwrap_or_default());
        match (joined.last_mut(), between.filter(|words| words.len() < FRAME)) {
            (Some(held), Some(between)) => {
                held.now.extend([between, &hunk.now]);
                held.was.extend([between, &hunk.was]);
                held.end = hunk.end;
            }
            _ => joined.push(hunk),
        }
    }
    joined
}

/// The hunks that lead back from the text that `hunks` lead to.
pub fn inverted(hunks: &[Hunk]) -> Vec<Hunk> {
    let (mut taken, mut put) = (0_usize, 0_usize);
    let turn = |hunk: &Hunk| {
        // What was put in and taken out before it moves it.
        let start = (hunk.start + put).saturating_sub(taken);
        let was = hunk.was.chars().count();
        (taken, put) = (taken + hunk.end.saturating_sub(hunk.start), put + was);
        Hunk { start, end: start + was, now: hunk.was.clone(), was: hunk.now.clone() }
    };
    hunks.iter().map(turn).collect()
}

/// The earlier text, from `later` and its hunks.
///
/// # Errors
/// When a hunk does not fit, or the outcome has not the checksum `wanted` (SHA-256, lower-case hex).
pub fn rebuild(later: &str, hunks: &[Hunk], wanted: &str) -> Result<String, HunkError> {
    let points = CodePoints::new(later);
    let mut text = String::with_capacity(later.len());
    let mut last = 0;
    for (index, hunk) in hunks.iter().enumerate() {
        let misplaced = || HunkError::Misplaced { index, start: hunk.start };
        let span = points.to_byte(later, hunk.start).zip(points.to_byte(later, hunk.end));
        let (start, end) = span.filter(|(start, end)| last <= *start && start <= end).ok_or_else(misplaced)?;
        if later.get(start..end) != Some(hunk.now.as_str()) {
            return Err(misplaced());
        }
        text.push_str(later.get(last..start).unwrap_or_default());
        text.push_str(&hunk.was);
        last = end;
    }
    text.push_str(later.get(last..).unwrap_or_default());
    let found = sha256(text.as_bytes());
    if found == wanted { Ok(text) } else { Err(HunkError::Checksum { found, wanted: wanted.to_owned() }) }
}

/// `text` in pieces, each a word with the white space behind it.
fn pieces<'a>(text: &'a str, known: &mut HashMap<&'a str, u32, RandomState>) -> Vec<ComparedWord> {
    let mut at = 0;
    let piece = |piece: &'a str| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let id = *known.entry(piece).or_insert(next);
        let span = Span::new(at, at + piece.len());
        at = span.end;
        ComparedWord { id, stem: id, weight: 1, figure: false, span }
    };
    text.split_inclusive(char::is_whitespace).map(piece).collect()
}

/// What pieces `from` to `to` cover of a text of `len` bytes.
fn stretch(pieces: &[ComparedWord], from: usize, to: usize, len: usize) -> Span {
    let start = |at: usize| pieces.get(at).map_or(len, |piece| piece.span.start);
    Span::new(start(from), start(to))
}

#[cfg(test)]
mod tests {
    use super::{FRAME, HunkError, hunks, inverted, kept_hunks, rebuild};
    use crate::text::sha256;
    use proptest::prelude::*;

    #[test]
    fn one_figure_is_one_hunk() {
        let (earlier, later) =
            ("The repair cost 42 million.\n\nNobody paid.\n", "The repair cost 44.1 million.\n\nNobody paid.\n");
        let found = hunks(earlier, later);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].start, found[0].now.as_str(), found[0].was.as_str()), (16, "44.1 ", "42 "));
        let wrong = rebuild("The repair cost 45.1 million.", &found, &sha256(earlier.as_bytes()));
        assert_eq!(wrong, Err(HunkError::Misplaced { index: 0, start: 16 }));
        assert!(matches!(rebuild(later, &[], &sha256(earlier.as_bytes())), Err(HunkError::Checksum { .. })));
    }

    #[test]
    fn a_book_with_an_edit_in_every_paragraph_grows_by_the_edits() {
        let book = |word: &str| {
            (0..3000)
                .map(|n| format!("Item {n} was paid by town {} in {word} full.", n % 90))
                .collect::<Vec<_>>()
                .join("\n\n")
        };
        let (earlier, later) = (book("very"), book("quite"));
        let found = hunks(&earlier, &later);
        let kept: usize = found.iter().map(|hunk| hunk.was.len() + hunk.now.len()).sum();
        assert!(kept < earlier.len() / 3, "{kept} of {}", earlier.len());
        assert_eq!(rebuild(&later, &found, &sha256(earlier.as_bytes())), Ok(earlier));
    }

    #[test]
    fn hunks_of_a_text_in_another_order_are_no_more_than_the_text() {
        let paragraphs: Vec<String> = (0..200)
            .map(|n| format!("Town {} told the council of {n} boats that it owns in {}.", n * 7 % 90, 1900 + n))
            .collect();
        let mut turned = paragraphs.clone();
        turned.sort_by_key(|words| words.bytes().map(u32::from).sum::<u32>() % 97);
        let (earlier, later) = (paragraphs.join("\n\n"), turned.join("\n\n"));
        let found = kept_hunks(&earlier, &later);
        let kept: usize = found.iter().map(|hunk| FRAME + hunk.was.len()).sum();
        assert!(kept <= earlier.len() + FRAME, "{kept} of {}", earlier.len());
        assert_eq!(rebuild(&later, &found, &sha256(earlier.as_bytes())), Ok(earlier));
        let small = kept_hunks(
            "It cost 4 crowns. Nobody paid.".repeat(20).as_str(),
            &"It cost 5 crowns. Nobody paid.".repeat(20),
        );
        assert_eq!(small.len(), 1);
    }

    proptest! {
        #[test]
        fn what_is_kept_leads_both_ways(earlier in "([a-cé👩‍🚒\u{301}]|a b|\n\n| ){0,40}", later in "([a-cé👩‍🚒\u{301}]|a b|\n\n| ){0,40}") {
            let found = kept_hunks(&earlier, &later);
            prop_assert_eq!(rebuild(&later, &found, &sha256(earlier.as_bytes())), Ok(earlier.clone()));
            prop_assert_eq!(rebuild(&earlier, &inverted(&found), &sha256(later.as_bytes())), Ok(later.clone()));
            let size = |one: fn(&super::Hunk) -> &str| found.iter().map(|hunk| FRAME + one(hunk).len()).sum::<usize>();
            prop_assert!(size(|hunk| &hunk.was) <= earlier.len() + FRAME);
            prop_assert!(size(|hunk| &hunk.now) <= later.len() + FRAME);
        }

        #[test]
        fn the_earlier_text_is_rebuilt(earlier in "([a-cé👩‍🚒\u{301}]|a b|\n\n| ){0,40}", later in "([a-cé👩‍🚒\u{301}]|a b|\n\n| ){0,40}") {
            let found = hunks(&earlier, &later);
            prop_assert_eq!(rebuild(&later, &found, &sha256(earlier.as_bytes())), Ok(earlier.clone()));
            prop_assert!(earlier != later || found.is_empty());
            prop_assert_eq!(rebuild(&earlier, &inverted(&found), &sha256(later.as_bytes())), Ok(later));
            prop_assert_eq!(inverted(&inverted(&found)), found);
        }
    }
}
