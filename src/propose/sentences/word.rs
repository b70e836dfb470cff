//! The word before a stop.

use super::marks;
use crate::propose::lexicon::{Habit, Lexicon};

/// How far back a word is looked for, in bytes; longer ones are no abbreviations.
const REACH: usize = 48;

/// The word that stands before a stop, without what opens before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// Its letters, with the stops and hyphens inside.
    pub(super) text: &'a str,
    /// Where it begins, in bytes of the block.
    pub(super) start: usize,
}

impl<'a> Word<'a> {
    /// The word that ends at byte `end` of `text`.
    pub(super) fn before(text: &'a str, end: usize) -> Self {
        let mut floor = end.saturating_sub(REACH);
        while !text.is_char_boundary(floor) {
            floor += 1;
        }
        let left = text.get(floor..end).unwrap_or_default();
        let left = left.trim_end_matches(marks::is_invisible);
        let parted = |c: char| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '“' | '”' | '„' | '«' | '»' | '—' | '–' | '/')
        };
        let start = left
            .rfind(parted)
            .map_or(0, |at| at + left.get(at..).and_then(|c| c.chars().next()).map_or(1, char::len_utf8));
        let word = left.get(start..).unwrap_or_default();
        let bare = word.trim_start_matches(|c: char| marks::is_opening(c) || marks::is_invisible(c));
        Self { text: bare, start: floor + start + word.len() - bare.len() }
    }

    /// The word before this one.
    pub(super) fn previous(&self, text: &'a str) -> Self {
        let left = text.get(..self.start).unwrap_or_default();
        let end = left.trim_end().len();
        if end + REACH < self.start { Self { text: "", start: self.start } } else { Self::before(text, end) }
    }

    /// The part behind the last hyphen.
    fn tail(&self) -> &'a str {
        self.text.rsplit(['-', '‑']).next().unwrap_or_default()
    }

    /// How it behaves at its stop; `None` when it is a plain word.
    pub(super) fn habit(&self, lexicon: &Lexicon) -> Option<Habit> {
        let tail = self.tail();
        if tail.is_empty() {
            return None;
        }
        lexicon
            .habit(tail)
            .or_else(|| (self.is_letter() || is_dotted(tail) || is_clipped(tail, lexicon)).then_some(Habit::Either))
    }

    /// True for one letter alone.
    pub(super) fn is_letter(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    }

    /// True for a whole word of at least `least` letters, and nothing but letters.
    pub(super) fn is_plain(&self, least: usize) -> bool {
        self.text.chars().all(char::is_alphabetic) && self.text.chars().count() >= least
    }

    /// True for a number without marks.
    pub(super) fn is_number(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// True for a Roman number in capitals.
    pub(super) fn is_roman(&self) -> bool {
        is_roman(self.text)
    }
}

/// True for a Roman number in capitals.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// True for letters with stops between: U.S, т.б, Ph.D.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
}

/// True for a word without a vowel, which is hardly a word: Mr, Srta, млн. Acronyms are.
fn is_clipped(word: &str, lexicon: &Lexicon) -> bool {
    let vowel = |c: char| {
        matches!(
            c.to_lowercase().next().unwrap_or(c),
            'a' | 'e'
                | 'i'
                | 'o'
                | 'u'
                | 'y'
                | 'w'
                | 'á'
                | 'à'
                | 'â'
                | 'ä'
                | 'å'
                | 'ã'
                | 'ą'
                | 'æ'
                | 'é'
                | 'è'
                | 'ê'
                | 'ë'
                | 'ę'
                | 'ě'
                | 'í'
                | 'ì'
                | 'î'
                | 'ï'
                | 'ı'
                | 'ó'
                | 'ò'
                | 'ô'
                | 'ö'
                | 'õ'
                | 'ø'
                | 'œ'
                | 'ú'
                | 'ù'
                | 'û'
                | 'ü'
                | 'ů'
                | 'ý'
                | 'ÿ'
                | 'а'
                | 'е'
                | 'ё'
                | 'и'
                | 'і'
                | 'ї'
                | 'о'
                | 'у'
                | 'ў'
                | 'ы'
                | 'э'
                | 'ю'
                | 'я'
                | 'ъ'
                | 'є'
        )
    };
    let cased = |c: char| c.is_lowercase() || c.is_uppercase();
    // Slavic words may turn on an r or l.
    let turns = |c: char| lexicon.ordinals() && matches!(c, 'r' | 'l' | 'ŕ' | 'ĺ' | 'р' | 'л');
    let known = |c: char| c.is_ascii_alphabetic() || matches!(c, 'ß' | 'ç' | 'ñ' | 'а'..='я' | 'А'..='Я' | 'ś'..='ž');
    (2..=5).contains(&word.chars().count())
        && word.chars().all(|c| cased(c) && known(c) && !vowel(c) && !turns(c))
        && word.chars().any(char::is_lowercase)
        && word.chars().skip(1).all(char::is_lowercase)
}
