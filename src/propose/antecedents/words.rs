//! The words of a sentence: where each stands, what it can be, and which marks stand about it.

use crate::propose::tokens::{WordClass, look_up};
use crate::review::Span;

/// What a verb, or what stands in a verb's place, is listed as.
const DOING: WordClass = WordClass::BE
    .with(WordClass::HAVE)
    .with(WordClass::DO)
    .with(WordClass::AUX)
    .with(WordClass::WILL)
    .with(WordClass::WOULD)
    .with(WordClass::CAN)
    .with(WordClass::SHOULD)
    .with(WordClass::DEED);

/// A word of a sentence.
pub(super) struct MarkedWord<'a> {
    /// Its characters, without the ending of a possessive.
    pub(super) text: &'a str,
    /// They, in small letters.
    pub(super) lower: String,
    /// Where it stands, in bytes of the article.
    pub(super) span: Span,
    /// What it can be in English.
    pub(super) class: WordClass,
    /// A mark stands before it.
    pub(super) is_parted: bool,
    /// A mark that ends a clause stands behind it, or nothing.
    pub(super) ends: bool,
    /// It stands in quotation marks.
    pub(super) is_quoted: bool,
}

impl MarkedWord<'_> {
    /// True for a number in digits or letters.
    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
            || self.class.is(WordClass::COUNT.with(WordClass::SCALE).with(WordClass::MANY))
    }

    /// True for a year in digits.
    pub(super) fn is_year(&self) -> bool {
        self.text.len() == 4 && self.text.parse::<u32>().is_ok_and(|year| (1000..2200).contains(&year))
    }

    /// True for a capital at its beginning.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// True for a form of be or have, for a modal verb and for a past tense that is known.
    pub(super) const fn does(&self) -> bool {
        self.class.is(DOING)
    }

    /// True for any of `words`.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }
}

/// The words of the sentence at `span` of `text`.
pub(super) fn words(text: &str, span: Span) -> Vec<MarkedWord<'_>> {
    let sentence = span.of(text);
    let mut words: Vec<MarkedWord<'_>> = Vec::new();
    let (mut is_quoted, mut is_parted, mut start) = (false, false, None);
    let mut chars = sentence.char_indices().chain([(sentence.len(), ' ')]).peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let joins = match c {
            '’' | '\'' | '-' => before.is_alphanumeric() && next.is_alphanumeric(),
            '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => c.is_alphanumeric(),
        };
        before = c;
        if joins {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let whole = sentence.get(from..at).unwrap_or_default();
            let own = ["’s", "'s"].iter().find_map(|end| whole.strip_suffix(end)).unwrap_or(whole);
            let span = Span::new(span.start + from, span.start + from + own.len());
            let class = look_up(own).class;
            let ends = matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '"' | '»') || at == sentence.len();
            words.push(MarkedWord { text: own, lower: own.to_lowercase(), span, class, is_parted, ends, is_quoted });
            is_parted = false;
        }
        is_parted |= !c.is_whitespace();
        match c {
            '“' | '„' | '«' => is_quoted = true,
            '”' | '»' => is_quoted = false,
            '"' => is_quoted = !is_quoted,
            _ => {}
        }
    }
    words
}
