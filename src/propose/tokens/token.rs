//! A token of a sentence: a word, a number, a mark, with all that the scale of worth and the grammar of attributions ask of it.

use super::class::WordClass;
use super::cue::CueVerb;
use crate::quantity::Numeral;
use crate::review::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::propose) enum TokenKind {
    /// A word or a number.
    Word,
    /// Everything between two quotation marks, with them, as far as it lies in the sentence.
    Quote,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash between words.
    Dash,
    /// What stands in parentheses, with them.
    Aside,
    /// Any other mark that parts words: a stop, a semicolon, an opening parenthesis.
    Mark,
    /// A sign that parts nothing: a currency's, a quotation mark, a closing parenthesis.
    Sign,
}

/// A word, a number or a mark. A clitic ('s, n't) stands apart from its word, a compound with hyphens is one word.
#[derive(Clone, Copy, Debug)]
pub(in crate::propose) struct Token<'a> {
    /// Its characters.
    pub(in crate::propose) text: &'a str,
    /// Where it stands, in bytes of the article's text.
    pub(in crate::propose) span: Span,
    /// What it is.
    pub(in crate::propose) kind: TokenKind,
    /// Its classes; none for marks.
    pub(in crate::propose) class: WordClass,
    /// Its form of an attributing verb.
    pub(in crate::propose) cue: Option<CueVerb>,
    /// What it is as a number.
    pub(in crate::propose) numeral: Option<Numeral>,
    /// It begins with a capital letter.
    pub(in crate::propose) capital: bool,
    /// Hyphens join its parts.
    pub(in crate::propose) compound: bool,
}

impl<'a> Token<'a> {
    /// A token of a kind, of which no more is known.
    pub(in crate::propose) const fn of(kind: TokenKind, text: &'a str, span: Span) -> Self {
        let class = WordClass::NONE;
        Self { text, span, kind, class, cue: None, numeral: None, capital: false, compound: false }
    }

    /// True for a word of any class of `class`.
    pub(in crate::propose) const fn is(&self, class: WordClass) -> bool {
        self.class.is(class)
    }

    /// True for the word `word`, in whatever case.
    pub(in crate::propose) const fn says(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// True for a word that the grammar has on no list.
    pub(in crate::propose) const fn is_plain(&self) -> bool {
        self.class.for_grammar().is_empty()
    }

    /// True for the mark `mark`.
    pub(in crate::propose) fn is_mark(&self, mark: char) -> bool {
        self.mark() == Some(mark)
    }

    /// The first character of a mark.
    pub(in crate::propose) fn mark(&self) -> Option<char> {
        if self.kind == TokenKind::Word { None } else { self.text.chars().next() }
    }

    /// True for a word in letters; the clitic of a possessive is none.
    pub(in crate::propose) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word && self.numeral.is_none() && !self.owns()
    }

    /// True for digits.
    pub(in crate::propose) const fn is_number(&self) -> bool {
        self.numeral.is_some()
    }

    /// True for a capitalised word, whatever else it may be.
    pub(in crate::propose) fn names(&self) -> bool {
        self.kind == TokenKind::Word && self.capital
    }

    /// True for the clitic of a possessive; that of "is" and "has" is a form of be.
    pub(in crate::propose) fn owns(&self) -> bool {
        self.is(WordClass::CLITIC) && !self.is(WordClass::BE) && matches!(self.text, "'s" | "’s" | "'" | "’")
    }
}
