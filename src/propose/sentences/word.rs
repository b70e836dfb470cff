//! The word before a stop.

use unicode_segmentation::UnicodeSegmentation;

use super::marks;
use crate::propose::lexicon::{Habit, SentenceLexicon};

/// How far back a word is looked for, in bytes; longer ones are no abbreviations.
const REACH: usize = 48;

/// The word that stands before a stop, without what opens before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordBefore<'a> {
    /// Its letters, with the stops and hyphens inside.
    pub(super) text: &'a str,
    /// Where it begins, in bytes of the block.
    pub(super) start: usize,
}

impl<'a> WordBefore<'a> {
    /// The word that ends at byte `end` of `text`, in the sentence that begins at `start`.
    pub(super) fn before(text: &'a str, start: usize, end: usize) -> Self {
        let floor = text.ceil_char_boundary(end.saturating_sub(REACH).max(start));
        let left = text.get(floor..end).unwrap_or_default();
        let left = left.trim_end_matches(marks::is_invisible);
        let parted =
            |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '“' | '”' | '„' | '«' | '»' | '—' | '–' | '/');
        let start = left
            .rfind(parted)
            .map_or(0, |at| at + left.get(at..).and_then(|c| c.chars().next()).map_or(1, char::len_utf8));
        let word = left.get(start..).unwrap_or_default();
        let bare = word.trim_start_matches(|c: char| marks::is_opening(c) || marks::is_invisible(c));
        Self { text: bare, start: floor + start + word.len() - bare.len() }
    }

    /// The word before this one.
    pub(super) fn previous(&self, text: &'a str, start: usize) -> Self {
        let left = text.get(..self.start).unwrap_or_default();
        let end = left.trim_end().len();
        if end + REACH < self.start { Self { text: "", start: self.start } } else { Self::before(text, start, end) }
    }

    /// The word without the article that is elided before it: l'expression.
    pub(super) fn unelided(self) -> Self {
        Self { text: self.text.rsplit(['\'', '’']).next().unwrap_or_default(), ..self }
    }

    /// True for an abbreviation in a script of South Asia: stops inside it, "एच.टी.सी", or in Tamil, whose sentences end with
    /// longer words, one or two syllables alone: "எம். எல்."
    pub(super) fn is_clipped_caseless(&self) -> bool {
        let indic = |c: char| matches!(c, '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}');
        let tamil = |c: char| matches!(c, '\u{b80}'..='\u{bff}');
        let syllables = |word: &str| UnicodeSegmentation::graphemes(word, true).count();
        if !self.text.starts_with(indic) {
            return false;
        }
        let dotted = self.text.contains('.') && self.text.split('.').all(|part| (1..=3).contains(&syllables(part)));
        dotted || self.text.starts_with(tamil) && syllables(self.text) < 3
    }

    /// The part behind the last hyphen.
    fn tail(&self) -> &'a str {
        self.text.rsplit(['-', '‑']).next().unwrap_or_default()
    }

    /// How it behaves at its stop; `None` when it is a plain word.
    pub(super) fn habit(&self, lexicon: &SentenceLexicon) -> Option<Habit> {
        let tail = self.tail();
        if tail.is_empty() {
            return None;
        }
        // An elided article stands before it: l'avv. Rossi.
        lexicon.habit(tail.rsplit(['\'', '’']).next().unwrap_or_default()).or_else(|| {
            (self.is_initial(tail) || is_dotted(tail) || is_clipped(tail, lexicon)).then_some(Habit::Either)
        })
    }

    /// True for one letter, behind a hyphen only where an initial stands before it: "J.-P.", not "LAX-C."
    fn is_initial(&self, tail: &str) -> bool {
        is_letter(tail) && (tail.len() == self.text.len() || self.text.contains('.'))
    }

    /// True for one letter alone.
    pub(super) fn is_letter(&self) -> bool {
        is_letter(self.text)
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

/// True for one letter alone.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
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

/// Vowels of the Latin and Cyrillic alphabets; y and w sound like some.
const VOWELS: &str = "aeiouywáàâäåãąæéèêëęěíìîïıóòôöõøœúùûüůýÿаеёиіїоуўыэюяъє";

/// True for a word without a vowel, which is hardly a word: Mr, Srta, млн. Acronyms are.
fn is_clipped(word: &str, lexicon: &SentenceLexicon) -> bool {
    if word.len() < 2 || word.len() > 10 || word.contains(['a', 'e', 'i', 'o', 'u']) {
        return false;
    }
    // Slavic words may turn on an r or l.
    let turns = |c: char| lexicon.ordinals() && matches!(c, 'r' | 'l' | 'ŕ' | 'ĺ' | 'р' | 'л');
    let known = |c: char| matches!(c, 'a'..='z' | 'ß' | 'ç' | 'ñ' | 'ś'..='ž' | 'а'..='я');
    let clipped = |c: char| known(c) && !VOWELS.contains(c) && !turns(c);
    let mut letters = word.chars();
    let first = letters.next().and_then(|first| first.to_lowercase().next());
    (2..=5).contains(&word.chars().count()) && first.is_some_and(clipped) && letters.all(clipped)
}
