//! The words of a sentence as numbers, with what each is worth when sentences are compared.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::is_dropped;
use crate::quantity::{self, Decimal, Quantity, is_number_mark};
use crate::text::Span;

/// A word, a figure, an ideograph or a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ComparedWord {
    /// Equal for words that differ in nothing but case and typography.
    pub(super) id: u32,
    /// Equal for words that begin alike, for they are often forms of one; for figures that count alike.
    pub(super) stem: u32,
    /// What it says: letters, less for a word that stands in many sentences.
    pub(super) weight: u32,
    /// True for figures.
    pub(super) figure: bool,
    /// Where it stands, in bytes of what was read.
    pub(super) span: Span,
}

/// Letters that a longer word has to have in common with another to pass for a form of it.
const STEM: usize = 5;

/// Letters beyond this add nothing to a word's weight.
const LONG: usize = 8;

/// What a figure weighs, however long.
const FIGURE: u32 = 60;

/// Numbers for words, given as they come.
#[derive(Default)]
pub(super) struct Numbers(HashMap<String, u32, RandomState>);

impl Numbers {
    fn of(&mut self, word: &str) -> u32 {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.to_owned(), number);
        number
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The words of `text`, in order; its amounts are read in `language` (BCP 47; empty when unknown).
    pub(super) fn words(&mut self, text: &str, language: &str) -> Vec<ComparedWord> {
        let mut words = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        let mut lower = String::new();
        let figures = text.bytes().any(|byte| byte.is_ascii_digit());
        let amounts = if figures { quantity::read(text, language) } else { Vec::new() };
        let mut amounts = amounts.iter().peekable();
        while let Some((len, kind)) = next(text.get(at..).unwrap_or_default()) {
            if kind != WordKind::Blank {
                let span = Span::new(at, at + len);
                while amounts.next_if(|amount| amount.span.end <= span.start).is_some() {}
                let mut word = self.word(span.of(text), kind, span, &mut lower);
                // "1,200" is a form of "1200", and "18.4 million" of "18,400,000".
                let counted = amounts.peek().filter(|amount| kind == WordKind::Figure && amount.span.overlaps(span));
                if let Some(value) = counted.and_then(|amount| value(amount)) {
                    word.stem = self.of(&value.normalize().to_string());
                }
                words.push(word);
            }
            at += len;
        }
        words
    }

    fn word(&mut self, word: &str, kind: WordKind, span: Span, lower: &mut String) -> ComparedWord {
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            let seen = word.chars().filter(|c| !is_dropped(*c)).map(|c| if is_apostrophe(c) { '\'' } else { c });
            lower.extend(seen.nfc().flat_map(char::to_lowercase));
        }
        let id = self.of(lower);
        let letters = lower.chars().count();
        let cut = lower.char_indices().nth(STEM).map(|(at, _)| at);
        let stem = match (kind, cut) {
            (WordKind::Letters, Some(at)) => {
                lower.truncate(at);
                lower.push('…');
                self.of(lower)
            }
            _ => id,
        };
        let weight = match kind {
            WordKind::Figure => FIGURE,
            WordKind::Letters => 10 + 10 * u32::try_from(letters.min(LONG)).unwrap_or_default(),
            WordKind::Alone => 30,
            WordKind::Symbol | WordKind::Blank => 8,
        };
        ComparedWord { id, stem, weight, figure: kind == WordKind::Figure, span }
    }
}

/// What an amount in figures is worth; none of a range, whose ends are words of their own.
fn value(amount: &Quantity) -> Option<Decimal> {
    amount.amount().filter(|amount| amount.upto.is_none() && !amount.in_words).map(|amount| amount.value)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Letters,
    Figure,
    /// A character of a script that puts no blanks between words.
    Alone,
    /// A sign that says something: money, per cent, an emoji.
    Symbol,
    /// White space and punctuation.
    Blank,
}

fn kind(c: char) -> WordKind {
    match c {
        '0'..='9' => WordKind::Figure,
        '%' | '$' | '&' | '+' | '=' | '<' | '>' => WordKind::Symbol,
        c if c.is_ascii_alphabetic() => WordKind::Letters,
        c if c.is_ascii() => WordKind::Blank,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' => {
            WordKind::Alone
        }
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => WordKind::Alone,
        c if c.is_numeric() => WordKind::Figure,
        c if c.is_alphabetic() || is_combining_mark(c) => WordKind::Letters,
        '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' => match c {
            '£' | '¥' | '¢' | '°' | '±' => WordKind::Symbol,
            _ => WordKind::Blank,
        },
        c if c.is_whitespace() => WordKind::Blank,
        _ => WordKind::Symbol,
    }
}

/// The length in bytes of the word or gap with which `text` begins, and which it is.
fn next(text: &str) -> Option<(usize, WordKind)> {
    let mut ahead = text.char_indices().peekable();
    let (_, first) = ahead.next()?;
    let of = kind(first);
    while let Some((at, c)) = ahead.next() {
        let same = match (of, kind(c)) {
            (WordKind::Letters | WordKind::Figure, WordKind::Letters | WordKind::Figure)
            | (WordKind::Blank, WordKind::Blank) => true,
            // What is dropped, an apostrophe, the point of a decimal fraction: inside a word.
            (WordKind::Letters | WordKind::Figure, _) if is_dropped(c) => true,
            (WordKind::Letters, _) if is_apostrophe(c) => {
                ahead.peek().is_some_and(|(_, c)| kind(*c) == WordKind::Letters)
            }
            (WordKind::Figure, _) if is_number_mark(c) => {
                ahead.peek().is_some_and(|(_, c)| kind(*c) == WordKind::Figure)
            }
            (_, WordKind::Letters) => is_combining_mark(c),
            _ => false,
        };
        if !same {
            return Some((at, of));
        }
    }
    Some((text.len(), of))
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    fn seen(text: &str) -> Vec<&str> {
        Numbers::default().words(text, "en").into_iter().map(|word| word.span.of(text)).collect()
    }

    #[test]
    fn figures_signs_and_ideographs_are_words() {
        assert_eq!(seen("It’s $18.4 million, 5%."), ["It’s", "$", "18.4", "million", "5", "%"]);
        assert_eq!(seen("市長は「5人」"), ["市", "長", "は", "5", "人"]);
    }

    #[test]
    fn case_and_composition_do_not_part_words() {
        let mut numbers = Numbers::default();
        let (one, other) = (numbers.words("Café OPENS", "en"), numbers.words("cafe\u{301} opens", "en"));
        assert_eq!(
            one.iter().map(|word| word.id).collect::<Vec<_>>(),
            other.iter().map(|word| word.id).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_figure_is_known_by_what_it_is_worth() {
        let stem = |text: &str, language: &str, numbers: &mut Numbers| {
            numbers.words(text, language).iter().find(|word| word.figure).map(|word| word.stem)
        };
        let mut numbers = Numbers::default();
        for (one, other, language, same) in [
            ("1,200 ships", "1200 ships", "en", true),
            ("18.4 million crowns", "18,400,000 crowns", "en", true),
            ("1.200 Schiffe", "1200 Schiffe", "de", true),
            ("18,4 Millionen", "18.400.000", "de", true),
            ("18.4 million crowns", "18.4 billion crowns", "en", false),
            ("1,200 ships", "1,300 ships", "en", false),
        ] {
            let (one, other) = (stem(one, language, &mut numbers), stem(other, language, &mut numbers));
            assert!(one.is_some() && (one == other) == same, "{one:?} {other:?}");
        }
    }
}
