//! When two texts say the same, whatever files and programs did to their blanks and signs on the way.

use super::super::xml::lawful;
use crate::review::redraft::fold;

/// True when two texts differ in more than what exports change: characters that XML can't hold, line ends, blanks at the ends of lines.
pub(super) fn differs(one: &str, other: &str) -> bool {
    plain(one) != plain(other)
}

fn plain(text: &str) -> String {
    let text = lawful(text).replace("\r\n", "\n");
    text.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// `text` on one line, with single blanks.
pub(super) fn flattened(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` without blanks and without what only typography tells apart, to be compared.
pub(super) fn squeezed(text: &str) -> String {
    let folded = fold(text);
    let mut squeezed = String::with_capacity(folded.len());
    for character in folded.chars().filter(|one| !one.is_whitespace()) {
        let character = if character == '—' { '-' } else { character };
        if character != '-' || !squeezed.ends_with('-') {
            squeezed.push(character);
        }
    }
    squeezed
}

/// True when two texts are the same words.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one == other || squeezed(one) == squeezed(other)
}

/// `words` in quotation marks on one line, cut when they are long.
pub(super) fn short(words: &str) -> String {
    let mut short: String = flattened(words).chars().take(60).collect();
    if short.chars().count() == 60 {
        short.push('…');
    }
    format!("“{short}”")
}
