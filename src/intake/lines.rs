//! A plain text's lines: parted at every kind of line break, tidied of odd blanks.

use std::borrow::Cow;

use memchr::memmem;

/// One line that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceLine<'a> {
    /// Its words, tidied.
    pub(super) text: Cow<'a, str>,
    /// True when a blank line, or the text's beginning, stands before it.
    pub(super) apart: bool,
    /// True when it ended in blanks before its break, as wrapped mail does.
    pub(super) flowed: bool,
    /// True when wide gaps or tabs part its words, as they do in a table's row.
    pub(super) gapped: bool,
}

/// Blanks that no typist sets between two words of a sentence.
const GAP: &str = "   ";

/// Line breaks beside `\n`: carriage return, vertical tab, form feed, next line, line and paragraph separator.
const RARE_BREAKS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of `text` that hold something, without a byte order mark.
pub(super) fn lines(text: &str) -> Vec<SourceLine<'_>> {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let rare = has_rare_breaks(text);
    let mut lines = Vec::new();
    let mut apart = true;
    for row in text.split('\n') {
        let row = row.strip_suffix('\r').unwrap_or(row);
        for raw in parts(row, rare) {
            let words = raw.trim();
            if words.is_empty() {
                apart = true;
                continue;
            }
            let gapped = words.contains('\t') || words.contains(GAP);
            lines.push(SourceLine { text: tidy(words), apart, flowed: raw.ends_with(' '), gapped });
            apart = false;
        }
    }
    lines
}

/// True when one of `RARE_BREAKS` may stand in `text`; few texts have any, and to see that costs next to nothing.
fn has_rare_breaks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let wide = ["\u{85}", "\u{2028}", "\u{2029}"];
    memchr::memchr3(b'\r', b'\x0b', b'\x0c', bytes).is_some()
        || !text.is_ascii() && wide.iter().any(|rare| memmem::find(bytes, rare.as_bytes()).is_some())
}

/// A row cut at the rare line breaks, if it may have one; almost always the row itself.
fn parts(row: &str, rare: bool) -> impl Iterator<Item = &str> {
    let whole = (!rare).then_some(row);
    let cut = rare.then(|| row.split(RARE_BREAKS));
    whole.into_iter().chain(cut.into_iter().flatten())
}

/// Says where a word may break, and is no part of it.
const SOFT_HYPHEN: char = '\u{ad}';

/// `words` with each run of blanks, of whatever kind, as one space, none at the ends, and no soft hyphens. Other characters are kept as
/// they are.
pub(super) fn tidy(words: &str) -> Cow<'_, str> {
    let words = words.trim();
    if is_tidy(words) {
        return Cow::Borrowed(words);
    }
    let mut tidied = String::with_capacity(words.len());
    for word in words.split_whitespace().filter(|word| word.chars().any(|c| c != SOFT_HYPHEN)) {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.extend(word.chars().filter(|c| *c != SOFT_HYPHEN));
    }
    Cow::Owned(tidied)
}

/// True when `words` have no blank but single spaces.
fn is_tidy(words: &str) -> bool {
    // Without a way out the loops go over many bytes at once.
    let bytes = words.as_bytes();
    let is_odd = |byte: &u8| byte.wrapping_sub(b'\t') <= b'\r' - b'\t';
    let odd = bytes.iter().fold(0, |odd, byte| odd | u8::from(is_odd(byte)));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let twice = pairs.fold(0, |twice, (one, next)| twice | u8::from(*one == b' ' && *next == b' '));
    odd == 0 && twice == 0 && (words.is_ascii() || !has_odd_character(words))
}

/// True when one of the blanks beyond ASCII, or a soft hyphen, stands in `words`.
fn has_odd_character(words: &str) -> bool {
    let mut at = 0;
    while let Some(next) = words.as_bytes().get(at..).and_then(|rest| rest.iter().position(|byte| !byte.is_ascii())) {
        at += next;
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else { return false };
        if c.is_whitespace() || c == SOFT_HYPHEN {
            return true;
        }
        at += c.len_utf8();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::tidy;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn blanks_of_every_kind_become_single_spaces(words in "([a-cé東“]| |  |\t|\u{b}|\u{a0}|\u{2003}|\u{3000}|\u{85}){0,24}") {
            prop_assert_eq!(tidy(&words), words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
