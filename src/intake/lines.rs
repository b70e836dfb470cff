//! A plain text's lines: parted at every kind of line break, tidied of odd blanks.

use std::borrow::Cow;

use memchr::memmem;

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
            lines.push(Line { text: tidy(words), apart, flowed: raw.ends_with(' ') });
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

/// `words` with each run of blanks, of whatever kind, as one space, and none at the ends. Other characters are kept as they are.
pub(super) fn tidy(words: &str) -> Cow<'_, str> {
    let words = words.trim();
    if is_tidy(words) {
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

/// True when `words` have no blank but single spaces.
fn is_tidy(words: &str) -> bool {
    if words.is_ascii() {
        // Counting goes over many bytes at once, a search over one.
        let odd = words.bytes().filter(|byte| matches!(byte, b'\t'..=b'\r')).count();
        return odd == 0 && memmem::find(words.as_bytes(), b"  ").is_none();
    }
    let mut last_blank = false;
    words.chars().all(|c| {
        let doubled = c.is_whitespace() && (c != ' ' || last_blank);
        last_blank = c == ' ';
        !doubled
    })
}
