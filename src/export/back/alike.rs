//! When two texts say the same, whatever files and programs did to their blanks and signs on the way.

use serde_json::Value;

use super::super::xml::lawful;
use crate::review::Field;
use crate::review::redraft::fold;

/// Characters of a text that a line quotes.
const QUOTED: usize = 60;

/// True when two texts differ in more than what exports change: characters that XML can't hold, line ends, blanks at the ends of lines.
pub(super) fn differs(one: &str, other: &str) -> bool {
    plain(one) != plain(other)
}

fn plain(text: &str) -> String {
    let text = lawful(text).replace("\r\n", "\n");
    text.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// True for two cells that say the same: spreadsheets write TRUE, and take blanks away.
pub(super) fn alike(one: &str, other: &str) -> bool {
    !differs(one, other) || flattened(one) == flattened(other)
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

/// A name without what files and programs make of its blanks and letters.
pub(super) fn plainly(name: &str) -> String {
    flattened(&lawful(name))
}

/// True for two sentences that share at least half of their words: one is the other, edited.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(squeezed).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared * 2 >= one.len().max(other.len()) && shared > 1
}

/// Two texts as a line quotes them when one becomes the other: of long ones from a little before where they part.
pub(super) fn beside(from: &str, to: &str) -> (String, String) {
    let (one, other) = (flattened(from), flattened(to));
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    if same < QUOTED / 2 || one.chars().count().max(other.chars().count()) < QUOTED {
        return (short(from), short(to));
    }
    let part = |words: &str| {
        let rest: String = words.chars().skip(same - QUOTED / 3).collect();
        let begin = rest.find(' ').filter(|_| rest.chars().count() > QUOTED / 3).map_or(0, |at| at + 1);
        let quoted = short(rest.get(begin..).unwrap_or_default());
        quoted.replacen('“', "“… ", 1)
    };
    (part(&one), part(&other))
}

/// `words` in quotation marks on one line, cut when they are long.
pub(super) fn short(words: &str) -> String {
    let mut short: String = flattened(words).chars().take(QUOTED).collect();
    if short.chars().count() == QUOTED {
        short.push('…');
    }
    format!("“{short}”")
}

/// A field's value as its form shows it, row by row.
pub(super) fn rows_told(field: &Field, value: &Value) -> String {
    let rows = field.rows().iter().map(|row| row.text(value)).filter(|text| !text.is_empty());
    rows.collect::<Vec<_>>().join(", ")
}
