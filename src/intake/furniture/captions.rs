//! A picture's words: whose picture it is, and whether they say more.

use super::signs::{PLAIN, Phrase, is_year};
use crate::intake::wrap;

/// Words that say something, if they are no sentence.
const TELLING: usize = 8;
/// Words of the shortest sentence that says something under a picture.
const SENTENCE: usize = 4;
/// Characters of such words in a script that does not part them.
const UNSPACED: usize = 12;

/// True when a line begins with a picture's credit.
pub(in crate::intake) fn begins_with_credit(line: &str) -> bool {
    PLAIN.credit(line) == Some(0)
}

/// Words of a sentence that tells what a picture shows and can be wrong, at least.
const STATED: usize = 8;
/// Words that tell it with a figure, full stop or none, at least.
const COUNTED: usize = 6;

/// True when a caption, without the credit that it ends in, is a sentence of some length or counts something, and asks nothing of its reader.
pub(in crate::intake) fn states_something(caption: &str) -> bool {
    let own = stated(caption);
    let words = own.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let told = words >= STATED && wrap::ends_sentence(own) || words >= COUNTED && counts(own);
    told && PLAIN.of(caption).all(|phrase| matches!(phrase, Phrase::Credit(..)))
}

/// Words between the last sentence and the credit, such as a photographer's name, at most.
const NAMED: usize = 5;

/// A caption's own words: without its credit, the bracket that opens before that, and whose name stands there.
fn stated(caption: &str) -> &str {
    let Some(credit) = PLAIN.credit(caption) else { return caption };
    let own = caption.get(..credit).unwrap_or_default();
    let bracket = own.rfind(['(', '[']).filter(|at| own.get(*at..).is_some_and(|rest| !rest.contains([')', ']'])));
    let own = own.get(..bracket.unwrap_or(own.len())).unwrap_or_default();
    let own = own.trim_end_matches([' ', '|', '/', '–', '—', '-']);
    let named = own.rsplit_once(". ").filter(|(_, name)| name.split(' ').count() <= NAMED);
    named.and_then(|(told, _)| own.get(..=told.len())).unwrap_or(own)
}

/// Days of a month at most: what is no more may be one, or the number of a picture.
const DAYS: u64 = 31;

/// True for words with a figure among them that is no year, no day and no part of a name: "140 jobs", "25%", "$9".
fn counts(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        let figure =
            word.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"' | '“' | '”' | '\'' | '’'));
        let marked = figure.contains(['%', '$', '€', '£']);
        let written = figure.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '$' | '€' | '£'));
        let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
        let many = digits.parse::<u64>().is_ok_and(|number| number > DAYS) && !is_year(figure);
        written && !digits.is_empty() && (marked || many)
    })
}

/// True when a caption says more than whose picture it is, and asks nothing of its reader.
fn says_something(caption: &str) -> bool {
    let own = caption.get(..PLAIN.credit(caption).unwrap_or(caption.len())).unwrap_or_default().trim_end();
    let words = own.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let unspaced = own.chars().filter(|c| wrap::unspaced(*c)).count();
    let told = words >= TELLING || unspaced >= UNSPACED || (words >= SENTENCE && wrap::ends_sentence(own));
    told && PLAIN.of(caption).all(|phrase| matches!(phrase, Phrase::Credit(..)))
}

/// True for a line that says something and ends in a picture's credit.
pub(in crate::intake) fn is_told_caption(line: &str) -> bool {
    PLAIN.credit(line).is_some_and(|at| at * 2 > line.len()) && says_something(line)
}

#[cfg(test)]
mod tests {
    use super::states_something;

    #[test]
    fn a_caption_states_something_by_a_sentence_or_a_figure() {
        for caption in [
            "The new ferry, which cost twice what the board had planned, lies in the harbour. Photo: Ulf Bergen",
            "The new ferry lies in the harbour, which is too small for it. (Ulf Bergen/Getty Images)",
            "The new ferry lies in the harbour, which is too small for it. Ulf Bergen/Getty Images",
            "Islanders have waited at the quay since May. Photo: Ulf Bergen",
            "Mayor Tora Lind says 140 jobs will be created",
            "Das neue Fährschiff kostete 3,2% mehr (Archiv)",
        ] {
            assert!(states_something(caption), "{caption}");
        }
        for caption in [
            "Photo: Ulf Bergen",
            "The new ferry at the quay in Norrhamn",
            "The harbour of Norrhamn on 3 May 2026, picture 3 of 12",
            "Sign up for our newsletter and get 140 stories a week",
        ] {
            assert!(!states_something(caption), "{caption}");
        }
    }
}
