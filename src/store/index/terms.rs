//! What tells one statement from others: a number for each of its words, forms of one word being equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

/// Letters that a longer word has to have in common with another to pass for a form of it.
const STEM: usize = 5;

/// Bytes of a word that count: no figure is longer.
const LONGEST: usize = 24;

/// Words of one statement that count; what is longer is no single statement.
const MOST: usize = 64;

/// Set in the number of a figure.
pub(super) const FIGURE: u32 = 1 << 31;

/// The numbers of the words of `texts`, in order of size, each once, at most 64.
pub(super) fn of(texts: &[&str]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(MOST);
    for text in texts {
        if text.is_ascii() {
            let words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
            numbers.extend(words.filter_map(ascii));
        } else {
            beyond_ascii(text, &mut numbers);
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.truncate(MOST);
    numbers
}

/// The number of a word of ASCII: no allocation, for a year's work has a million of them.
fn ascii(word: &[u8]) -> Option<u32> {
    let mut lower = [0; LONGEST];
    let len = word.len().min(LONGEST);
    let begin = lower.get_mut(..len)?;
    begin.copy_from_slice(word.get(..len)?);
    begin.make_ascii_lowercase();
    match begin {
        [first, ..] if first.is_ascii_digit() => Some(hashed(begin) | FIGURE),
        [] | [_] => None,
        _ => Some(hashed(begin.get(..STEM).unwrap_or(begin)) & !FIGURE),
    }
}

/// The numbers of the words of a text that is not all ASCII, as most are for their quotation marks: marks over letters do not
/// count, and only words that may have some are taken apart.
fn beyond_ascii(text: &str, numbers: &mut Vec<u32>) {
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))) {
        if word.is_ascii() {
            numbers.extend(ascii(word.as_bytes()));
        } else {
            taken_apart(word, numbers);
        }
    }
}

/// The numbers of a word that is not all ASCII.
fn taken_apart(text: &str, numbers: &mut Vec<u32>) {
    let mut word = String::new();
    for c in text.nfd().chain(std::iter::once(' ')) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        if is_ideograph(c) || !(c.is_alphanumeric() || is_combining_mark(c)) {
            numbers.extend(number(&word));
            word.clear();
        }
    }
}

/// The number of a word in lower case; `None` for a letter alone.
fn number(word: &str) -> Option<u32> {
    if word.is_ascii() {
        return ascii(word.as_bytes());
    }
    let cut = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    Some(hashed(word.get(..cut).unwrap_or(word).as_bytes()) & !FIGURE)
}

/// A character of a script that puts no blanks between words.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}')
}

fn hashed(bytes: &[u8]) -> u32 {
    u32::try_from(xxh3_64(bytes) & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_and_figures_stay_apart() {
        assert_eq!(
            of(&["Bridges repaired"]),
            of(&["the bridge: repair"])
                .into_iter()
                .filter(|n| of(&["Bridges repaired"]).contains(n))
                .collect::<Vec<_>>()
        );
        assert_eq!(of(&["Café"]), of(&["cafe"]));
        assert_ne!(of(&["1987"]), of(&["1988"]));
        assert_eq!(of(&["47"])[0] & FIGURE, FIGURE);
        assert_eq!(of(&["東京"]).len(), 2);
    }
}
