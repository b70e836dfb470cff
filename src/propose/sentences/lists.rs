//! List items inside a block: `1) … 2) …`, `a. … b. …`, `(i) …`.

use super::bounds::from;
use super::marks;
use crate::propose::lexicon::SentenceLexicon;

/// What is known of the list that the sentence stands in.
#[derive(Default)]
pub(super) struct ListState {
    /// True when the sentence begins with a bullet or marker.
    pub(super) open: bool,
    /// The last marker of the list.
    pub(super) marker: Option<Marker>,
    /// Where the next item of the same list begins, when it begins within a line.
    pub(super) follows: Option<usize>,
}

/// How far ahead the next item of a list is looked for, in bytes.
const REACH: usize = 2000;

/// The marker of a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its number or letter as written.
    label: String,
    /// True when a bracket opens before the label.
    bracket: bool,
    /// What stands behind the label.
    tail: &'static str,
    /// Its length in bytes.
    pub(super) len: usize,
}

const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx",
];

impl Marker {
    /// The marker that `text` begins with, if white space and words follow it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bracket = text.starts_with('(');
        let inner = from(text, usize::from(bracket));
        let len = inner.bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
        let label = inner.get(..len)?;
        let behind = from(inner, len);
        let tail = [".)", ")", "."].into_iter().find(|tail| behind.starts_with(tail))?;
        let known = !label.is_empty()
            && (label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit())
                || label.len() == 1
                || ROMAN.contains(&label));
        let fits = known && !(bracket && tail != ")");
        let blank = from(behind, tail.len()).starts_with(char::is_whitespace);
        (fits && blank).then(|| Self {
            label: label.to_owned(),
            bracket,
            tail,
            len: usize::from(bracket) + len + tail.len(),
        })
    }

    /// The labels that may come next.
    fn nexts(&self) -> [Option<String>; 2] {
        if let Ok(number) = self.label.parse::<u32>() {
            return [Some((number + 1).to_string()), None];
        }
        let letter = match self.label.as_bytes() {
            [byte @ (b'a'..=b'y' | b'A'..=b'Y')] => Some(char::from(byte + 1).to_string()),
            _ => None,
        };
        let roman = ROMAN.iter().position(|roman| *roman == self.label).and_then(|at| ROMAN.get(at + 1));
        [letter, roman.map(|roman| (*roman).to_owned())]
    }

    /// True when it comes next after `last` in the same list.
    pub(super) fn follows(&self, last: &Self) -> bool {
        self.bracket == last.bracket
            && self.tail == last.tail
            && last.nexts().iter().flatten().any(|label| *label == self.label)
    }

    /// True for the labels a list begins with.
    fn is_first(&self) -> bool {
        matches!(self.label.as_str(), "1" | "a" | "i" | "A")
    }

    fn is_initial(&self) -> bool {
        self.tail == "." && self.label.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// True when a list whose items stand in one line may begin with it; a stop alone also ends ordinals and initials.
    pub(super) fn begins_inline(&self) -> bool {
        !self.is_initial() && (self.tail != "." || self.is_first())
    }

    /// True when it is a marker at the beginning of a line, where a capital with its stop may be an initial.
    pub(super) fn leads(&self, text: &str, lexicon: &SentenceLexicon) -> bool {
        let word = from(text, self.len).split_whitespace().next().unwrap_or_default();
        !self.is_initial() || lexicon.opens(word)
    }
}

/// Where the next item of a list begins that has `marker` at byte `at`, if it begins near.
pub(super) fn following(text: &str, at: usize, marker: &Marker, lexicon: &SentenceLexicon) -> Option<usize> {
    if marker.is_initial() {
        return None;
    }
    let start = at + marker.len;
    let near = text.get(start..text.floor_char_boundary(start + REACH))?;
    // Before "2." a small word shows an ordinal, not an item: "in die 2. Liga".
    let ordinal = marker.tail == "." && marker.label.bytes().all(|byte| byte.is_ascii_digit());
    let cannot_end = |word: &str| ordinal && lexicon.opens(word);
    let found = marker.nexts().into_iter().flatten().filter_map(|label| {
        let needle = format!("{}{label}{} ", if marker.bracket { "(" } else { "" }, marker.tail);
        near.match_indices(needle.as_str())
            .map(|(found, _)| start + found)
            .find(|found| stands_apart(text, *found, cannot_end))
    });
    found.min()
}

/// True when an item may begin at byte `at`: behind white space or a bullet, and not behind a word that cannot end one.
fn stands_apart(text: &str, at: usize, cannot_end: impl Fn(&str) -> bool) -> bool {
    let left = text.get(..at).unwrap_or_default();
    if !left.ends_with(char::is_whitespace) {
        return false;
    }
    let left = left.trim_end();
    let tail = left.char_indices().rev().nth(24).map_or(left, |(at, _)| from(left, at));
    let word = tail.split_whitespace().next_back().unwrap_or_default();
    // A bullet before the marker opens the item itself.
    marks::bullet(word).is_none() && !cannot_end(word) && !word.ends_with([',', '-', '–'])
}

/// True when `line` begins with a dash or star for a bullet.
pub(super) fn is_dashed(line: &str) -> bool {
    let behind = line.strip_prefix(['-', '*', '–']);
    behind.is_some_and(|behind| behind.starts_with(char::is_whitespace))
}

/// True when the line at byte `next` begins an item, the line before it ending at byte `at`.
pub(super) fn item_begins(text: &str, at: usize, next: usize, item: &ListState) -> bool {
    let rest = from(text, next);
    let left = text.get(..at).unwrap_or_default().trim_end();
    let ended = left.ends_with(|c: char| {
        matches!(c, '.' | '!' | '?' | ':' | ';' | '…') || marks::is_quote(c) || marks::is_bracket_end(c)
    });
    if is_dashed(rest) {
        return ended || item.open;
    }
    Marker::read(rest).is_some_and(|marker| {
        ended || marker.is_first() || item.marker.as_ref().is_some_and(|last| marker.follows(last))
    })
}
