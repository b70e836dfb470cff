//! What stands behind a stop.

use super::{from, marks, word};
use crate::propose::lexicon::SentenceLexicon;

/// How the text behind a stop begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// With a small letter.
    Small,
    /// With a capital.
    Capital,
    /// With a digit.
    Digit,
    /// With a letter of a script without capitals.
    Caseless,
    /// With a sign that begins sentences: a currency, a hash, a picture.
    Sign,
    /// With three dots and a word.
    Dots,
    /// With a mark that goes on in the sentence.
    Inside,
}

/// The text behind a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// How it begins.
    pub(super) begins: Begins,
    /// Its first word.
    pub(super) word: &'a str,
    /// The text from its first word on.
    pub(super) rest: &'a str,
    /// The first mark before the word.
    pub(super) opening: Option<char>,
    /// The dash before the word.
    pub(super) dash: Option<char>,
}

impl<'a> Next<'a> {
    /// Reads what stands at byte `at` of `text`.
    pub(super) fn read(text: &'a str, at: usize) -> Self {
        // Behind a dash, and behind « in French, a blank stands before the word.
        let spaced = |next: &Self| next.dash.is_some() || next.opening == Some('«');
        let mut rest = from(text, at);
        let mut next = Self { begins: Begins::Inside, word: "", rest, opening: None, dash: None };
        // Few marks can stand before a word; more are ornament.
        for _ in 0..8 {
            // Two commas are a quotation mark in Dutch.
            if let Some(behind) = rest.strip_prefix(",,") {
                next.opening = next.opening.or(Some('„'));
                rest = behind.trim_start_matches(' ');
                continue;
            }
            let Some(c) = rest.chars().next() else { return next };
            if matches!(c, '—' | '–' | '-' | '―') && next.opening.is_none() {
                next.dash = next.dash.or(Some(c));
            } else if marks::is_opening(c) {
                next.opening = next.opening.or(Some(c));
            } else if !(marks::is_invisible(c) || spaced(&next) && c.is_whitespace()) {
                break;
            }
            rest = from(rest, c.len_utf8());
        }
        next.rest = rest;
        let len = rest.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').unwrap_or(rest.len().min(64));
        next.word = rest.get(..len).unwrap_or_default();
        next.begins = begins(rest, next.word);
        next
    }

    /// True when it begins a sentence even behind an abbreviation: a common word with a capital, or a label with its colon.
    pub(super) fn opens(&self, lexicon: &SentenceLexicon) -> bool {
        let label = || self.word.chars().count() > 1 && from(self.rest, self.word.len()).starts_with(": ");
        // A letter with a stop is an initial, though it may be a word too: "J. A. Cole".
        let initial = self.word.chars().count() == 1 && from(self.rest, self.word.len()).starts_with('.');
        self.begins == Begins::Capital && !initial && (lexicon.opens(self.word) || label())
    }

    /// True for a Roman number; "I" is one only before a mark, else it speaks.
    pub(super) fn is_roman(&self) -> bool {
        let tail = from(self.rest, self.word.len());
        word::is_roman(self.word) && (self.word != "I" || !tail.starts_with(' '))
    }

    /// True for I, I'm and the like, which have a capital everywhere.
    pub(super) fn is_i(&self) -> bool {
        self.word.split(['\'', '’']).next() == Some("I")
    }
}

fn begins(rest: &str, word: &str) -> Begins {
    let mut letters = rest.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return Begins::Inside };
    if first.is_uppercase() {
        return Begins::Capital;
    }
    if first.is_lowercase() {
        // iPhone, eBay, an address.
        let branded = second.is_some_and(char::is_uppercase) && word.len() > 2;
        return if branded || rest.starts_with("http") || rest.starts_with("www.") {
            Begins::Capital
        } else {
            Begins::Small
        };
    }
    if first.is_numeric() {
        return Begins::Digit;
    }
    if first.is_alphabetic() {
        return Begins::Caseless;
    }
    let dotted = rest.trim_start_matches(['.', '…']);
    if (rest.starts_with("..") || first == '…') && dotted.starts_with(char::is_alphabetic) {
        return Begins::Dots;
    }
    let sign = matches!(first, '$' | '€' | '£' | '¥' | '₹' | '#' | '@' | '©' | '→' | '►');
    if sign || first > '\u{2190}' && !first.is_alphanumeric() && !is_eastern_inside(first) {
        Begins::Sign
    } else {
        Begins::Inside
    }
}

/// Marks of East Asian writing that go on in the sentence.
const fn is_eastern_inside(c: char) -> bool {
    matches!(c, '、' | '，' | '；' | '：' | '・' | '〜' | '）' | '」' | '』' | '】' | '》' | '〉')
}
