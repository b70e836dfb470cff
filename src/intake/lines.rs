//! A plain text's lines: parted at every kind of line break, tidied of odd blanks.

use std::borrow::Cow;

/// One line that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its words, tidied.
    pub(super) text: Cow<'a, str>,
    /// True when a blank line, or the text's beginning, stands before it.
    pub(super) apart: bool,
    /// True when it ended in blanks before its break, as wrapped mail does.
    pub(super) flowed: bool,
}

/// Line breaks beside `\n`: carriage return, vertical tab, form feed, next line, line and paragraph separator.
const RARE_BREAKS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of `text` that hold something, without a byte order mark.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let mut lines = Vec::new();
    let mut apart = true;
    for row in text.split('\n') {
        let row = row.strip_suffix('\r').unwrap_or(row);
        for raw in parts(row) {
            let words = raw.trim();
            if words.is_empty() {
                apart = true;
                continue;
            }
            lines.push(Line { text: tidy(words), apart, flowed: raw.ends_with(' ') });
            apart = false;
        }
    }
    lines
}

/// A row cut at the rare line breaks; almost always the row itself.
fn parts(row: &str) -> impl Iterator<Item = &str> {
    let plain = row.is_ascii() && !row.bytes().any(|byte| matches!(byte, b'\r' | b'\x0b' | b'\x0c'));
    let whole = plain.then_some(row);
    let cut = (!plain).then(|| row.split(RARE_BREAKS));
    whole.into_iter().chain(cut.into_iter().flatten())
}

/// `words` with each run of blanks, of whatever kind, as one space, and none at the ends. Other characters are kept as they are.
pub(super) fn tidy(words: &str) -> Cow<'_, str> {
    let words = words.trim();
    let mut last_blank = false;
    let tidy_already = words.chars().all(|c| {
        let doubled = c.is_whitespace() && (c != ' ' || last_blank);
        last_blank = c == ' ';
        !doubled
    });
    if tidy_already {
        return Cow::Borrowed(words);
    }
    let mut tidied = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    Cow::Owned(tidied)
}
