//! Whether what a sentence leans on is what it leaned on before: the same words of another firm, or in another's mouth, are another claim.

use std::collections::HashSet;

use super::redraft::fold;

/// Words of a sentence in which it says what it is about.
const HEAD: usize = 8;

/// What parts the cells of a row.
const CELLS: &str = " | ";

/// Words that a place or a time begins with.
const AHEAD: &[&str] = &["in", "on", "at", "after", "before", "since", "according", "for", "from", "by"];

/// Words that name nothing.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "but",
    "or", "so", "as", "after", "before", "since", "when", "while", "if", "also", "then", "there", "last", "next", "said", "mr",
    "mrs", "ms", "dr", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una", "den", "det",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "it", "he", "she", "they", "we", "i",
];

/// True when what leaned on the sentence `was` leans on something else where that `is` its place: it is about another, or nobody.
pub(super) fn is_other(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return was.is_some() };
    let (was, is) = (fold(was), fold(is));
    // What heads the columns of a table says what each figure is.
    if was == is || was.contains(CELLS) {
        return was != is;
    }
    let there = names(&is, usize::MAX);
    // One that begins with where or when it was has that before what it is about.
    let begins = was.split_whitespace().next().unwrap_or_default().to_lowercase();
    let many = if AHEAD.contains(&&*begins) { 2 } else { 1 };
    names(&was, HEAD)
        .iter()
        .take(many)
        .any(|name| !there.iter().any(|other| name.is_subset(other) || other.is_subset(name)))
}

/// What a sentence names in its first `head` words: the first word that says anything, and every name.
fn names(text: &str, head: usize) -> Vec<HashSet<String>> {
    let mut names: Vec<HashSet<String>> = Vec::new();
    let mut is_going_on = false;
    for (at, word) in text.split_whitespace().enumerate() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = plain.to_lowercase();
        let is_name = plain.starts_with(char::is_uppercase);
        let says = !plain.is_empty() && !EMPTY.contains(&&*lower) && !plain.starts_with(|c: char| c.is_ascii_digit());
        if !says {
            is_going_on &= plain.is_empty();
            continue;
        }
        if is_going_on && is_name {
            names.last_mut().map(|name| name.insert(lower));
        } else if at < head && (is_name || names.is_empty() || head == usize::MAX) {
            // Any word of the other sentence may be the one that was named by a common noun.
            names.push([lower].into());
        }
        is_going_on = is_name && word.ends_with(char::is_alphanumeric);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::is_other;

    #[test]
    fn a_sentence_is_about_another_where_the_name_or_the_first_noun_is_another() {
        for (was, is, other) in [
            ("Alfa AS is a firm in Oslo.", "Beta AS is a rival in Rome.", true),
            ("Alfa AS is a firm in Oslo.", "Gamma AS is a firm in Oslo.", true),
            ("Alfa AS is a shipping firm in the old town, by Oslo.", "In 2023 Alfa AS was a bank, by Bergen.", false),
            ("The firm was founded in 1999.", "The firm was founded in 1998.", false),
            ("The firm was founded in 1999.", "The bank was founded in 1999.", true),
            ("Ole Berg wrote:", "Eva Strand wrote:", true),
            ("Ole Berg, the mayor, wrote:", "Berg, the auditor, wrote on Monday:", false),
            ("Ole Berg wrote:", "Per Berg wrote:", true),
            ("On Tuesday Ole Berg spoke.", "On Monday Eva Strand spoke.", true),
            ("Town | Staff | Ships", "Town | Staff in 2023 | Ships", true),
            ("Town | Staff | Ships", "Town | Staff | Ships", false),
        ] {
            assert_eq!(is_other(Some(was), Some(is)), other, "{was} {is}");
        }
        assert!(is_other(Some("Ole Berg wrote:"), None) && !is_other(None, Some("Ole Berg wrote:")));
    }
}
