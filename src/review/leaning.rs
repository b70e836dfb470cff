//! Whether what a sentence leans on is what it leaned on before: the same words of another firm, or in another's mouth, are another claim.

use std::collections::HashSet;

use super::redraft::fold;

/// Words of a sentence in which it says what it is about.
const HEAD: usize = 8;

/// What parts the cells of a row.
const CELLS: &str = " | ";

/// Words that a place or a time begins with.
const AHEAD: &[&str] = &["in", "on", "at", "after", "before", "since", "according", "for", "from", "by"];

/// Words behind which a name says where.
const PLACING: &[&str] = &["in", "at", "from", "near", "to", "on", "through", "across"];

/// Words that name nothing.
#[rustfmt::skip]
pub(super) const EMPTY: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "but",
    "or", "so", "as", "after", "before", "since", "when", "while", "if", "also", "then", "there", "last", "next", "said", "mr",
    "mrs", "ms", "dr", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una", "den", "det",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "it", "he", "she", "they", "we", "i",
    "yesterday", "today", "however", "meanwhile", "still", "now", "later", "its", "his", "her", "their",
];

/// True when what leaned on the sentence `was` leans on something else where that `is` its place: it is about another, or nobody.
pub(super) fn is_other(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return was.is_some() };
    let (was, is) = (fold(was), fold(is));
    // What heads the columns of a table says what each figure is.
    if was == is || was.contains(CELLS) {
        return was != is;
    }
    if behind_quotation(&was).and_then(|told| is_about_another(told, &is)) == Some(true) {
        return true;
    }
    if let Some(other) = is_about_another(&was, &is) {
        return other;
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

/// What a sentence tells behind the quotation that it begins with, which most often is whose words they were; `None` for one that does not.
fn behind_quotation(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').nth(1)
}

/// Whether the name that a sentence is about is none of the other's; `None` where it has no name.
fn is_about_another(was: &str, is: &str) -> Option<bool> {
    let names = proper_names(was);
    // The first word has its capital anyway: a name or not, the other sentence has it where both are about one thing.
    let first = names.first().filter(|name| name.is_first).and_then(|name| name.words.first());
    let is_there = |first: &String| is.split(|c: char| !c.is_alphanumeric()).any(|word| word.to_lowercase() == *first);
    if first.is_some_and(|first| !is_there(first)) {
        return Some(true);
    }
    let there = proper_names(is);
    let says = |name: &&ProperName| !name.is_place && !name.is_first;
    let near: Vec<&ProperName> = names.iter().filter(says).filter(|name| name.at < HEAD).collect();
    let about = near.first()?;
    let is_missing = near.iter().any(|name| !there.iter().any(|other| name.is(other)));
    // Who beat whom is told by the order.
    let leads = there.iter().find(says);
    let is_turned = leads.is_some_and(|leads| !leads.is(about) && near.iter().skip(1).any(|name| name.is(leads)));
    Some(is_missing || is_turned)
}

/// Words with a capital that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProperName {
    /// They, in small letters; never empty.
    pub words: Vec<String>,
    /// Which word of the sentence the first is, from 0.
    pub at: usize,
    /// It says where.
    pub is_place: bool,
    /// It is nothing but the first word, which has its capital anyway.
    pub is_first: bool,
}

impl ProperName {
    /// True for one and the same: with more words and with fewer, or with another title before two words of it.
    fn is(&self, other: &Self) -> bool {
        let is_in = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
        let (own, theirs) = (self.words.as_slice(), other.words.as_slice());
        let ends_alike = own.len() > 1 && theirs.ends_with(own.get(own.len() - 2..).unwrap_or_default());
        is_in(own, theirs) || is_in(theirs, own) || ends_alike
    }
}

/// The names in a sentence, in their order.
pub fn proper_names(text: &str) -> Vec<ProperName> {
    let mut names: Vec<ProperName> = Vec::new();
    let (mut is_going_on, mut before) = (false, String::new());
    for (at, word) in text.split_whitespace().enumerate() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let plain = plain.strip_suffix("'s").unwrap_or(plain);
        let lower = plain.to_lowercase();
        let is_empty = EMPTY.contains(&&*lower) && !(is_going_on && plain.chars().all(char::is_uppercase));
        if plain.starts_with(char::is_uppercase) && !is_empty {
            if is_going_on {
                names.last_mut().into_iter().for_each(|name| name.words.push(lower.clone()));
            } else {
                let is_place = PLACING.contains(&&*before);
                names.push(ProperName { words: vec![lower.clone()], at, is_place, is_first: at == 0 });
            }
            is_going_on = word.ends_with(char::is_alphanumeric);
        } else {
            is_going_on = false;
        }
        before = lower;
    }
    // One of several words is a name wherever it stands.
    if let Some(first) = names.first_mut() {
        first.is_first &= first.words.len() == 1;
    }
    names
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
            ("The firm Alfa was fined on Monday.", "A court in Oslo fined the firm Alfa.", false),
            ("Prosecutor Anne Skov spoke.", "Anne Skov, the prosecutor, spoke.", false),
            ("Said its chief, Lars Bach.", "Lars Bach, the chief, said so.", false),
            ("Mayor Anna Berg won.", "Mayor Eva Lund won.", true),
            (
                "“We never turned a ship away from the port,” said Ole Berg.",
                "“We never turned a ship away from the port,” said Per Lund.",
                true,
            ),
            (
                "“We never turned a ship away from the port,” said Ole Berg.",
                "Ole Berg, its chief, said: “We never turned a ship away.”",
                false,
            ),
            ("“Alfa was fined once,” said Ole Berg.", "“Beta was fined once,” said Ole Berg.", true),
            ("“It is full by Monday,” he said.", "“It is full by Tuesday,” he said.", false),
            ("Alfa was fined by Judge Skov.", "Beta was fined by Judge Skov.", true),
            ("Alfa was fined by the court.", "The court fined Alfa.", false),
            ("Anna Berg beat Eva Lund.", "Eva Lund beat Anna Berg.", true),
            ("The mayor of Oslo, Anna Berg, won.", "The mayor of Oslo, Eva Lund, won.", true),
            ("The president of Alfa, a ferry line, spoke.", "The president of Beta, a ferry line, spoke.", true),
            ("The shipping company Alfa sold 3 ships.", "The shipping company Beta sold 3 ships.", true),
            ("Town | Staff | Ships", "Town | Staff in 2023 | Ships", true),
            ("Town | Staff | Ships", "Town | Staff | Ships", false),
        ] {
            assert_eq!(is_other(Some(was), Some(is)), other, "{was} {is}");
        }
        assert!(is_other(Some("Ole Berg wrote:"), None) && !is_other(None, Some("Ole Berg wrote:")));
    }
}
