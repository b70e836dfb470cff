//! A sentence as its tokens, with the questions that the grammar asks of them.

use super::class::{Class, Cue, Form};
use super::tokens::{Kind, Token};
use crate::review::Span;

/// A stretch of tokens, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first token.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
}

impl Run {
    /// From `start` to `end`; `None` when nothing lies between.
    pub(super) fn new(start: usize, end: usize) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// How many tokens.
    pub(super) const fn len(self) -> usize {
        self.end - self.start
    }
}

/// A sentence of an article.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// Its tokens.
    pub(super) tokens: &'a [Token],
}

impl<'a> Sentence<'a> {
    /// The token at `at`.
    pub(super) fn get(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The token before `at`.
    pub(super) fn before(self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    /// The kind of the token at `at`.
    pub(super) fn kind(self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// Is the token at `at` of any of the classes?
    pub(super) fn is(self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|token| token.is(class))
    }

    /// Is it this word, in whatever case?
    pub(super) fn says(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// The word at `at`.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Does a capital begin the token at `at`?
    pub(super) fn upper(self, at: usize) -> bool {
        self.get(at).is_some_and(Token::names)
    }

    /// Is it one of these words, in whatever case?
    pub(super) fn says_any(self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.says(at, word))
    }

    /// How many capitalised words stand in a row from `start` on.
    pub(super) fn capitals_from(self, start: usize) -> usize {
        (start..self.tokens.len()).take_while(|at| self.upper(*at)).count()
    }

    /// How many capitalised words stand in a row before `end`.
    pub(super) fn capitals_before(self, end: usize) -> usize {
        (0..end).rev().take_while(|at| self.upper(*at)).count()
    }

    /// The tokens of `run`.
    pub(super) fn run(self, run: Run) -> &'a [Token] {
        self.tokens.get(run.start..run.end).unwrap_or_default()
    }

    /// The bytes that `run` covers.
    pub(super) fn span(self, run: Run) -> Span {
        let tokens = self.run(run);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// The clitic 's at `at` when it makes a possessive: not after a pronoun, where it is "is" or "has".
    pub(super) fn possessive(self, at: usize) -> bool {
        self.is(at, Class::CLITIC)
            && matches!(self.word(at), "'s" | "’s" | "'" | "’")
            && !self.before(at).is_some_and(|token| token.is(Class::PRONOUN | Class::WH | Class::SUBORD))
    }

    /// A form of an auxiliary at `at`, clitics after pronouns included.
    pub(super) fn auxiliary(self, at: usize) -> bool {
        self.is(at, Class::AUX) || (self.is(at, Class::CLITIC) && !self.possessive(at))
    }

    /// The attributing verb at `at`, where its form can be one: not "the claims", "Roe's reported", "in talks".
    pub(super) fn cue(self, at: usize) -> Option<Cue> {
        let token = self.get(at)?;
        let cue = token.cue?;
        let title = token.upper && at > 0 && (cue.noun || !matches!(cue.form, Form::Past | Form::Third));
        if title || token.is(Class::TITLE) && token.upper {
            return None;
        }
        let before = self.before(at);
        let owned = before
            .is_some_and(|token| token.is(Class::DET) && !token.is(Class::PRONOUN | Class::MANY | Class::ADV))
            || at.checked_sub(1).is_some_and(|at| self.possessive(at));
        let governed = before.is_some_and(|token| token.is(Class::PREP) && !token.is(Class::ADV | Class::TIME));
        let infinitive = at.checked_sub(1).is_some_and(|at| self.says(at, "to"));
        if (owned || governed && !infinitive) && cue.form != Form::Ing {
            return None;
        }
        let word = token.span.of(self.text);
        if word.get(.."point".len()).is_some_and(|stem| stem.eq_ignore_ascii_case("point"))
            && !self.says(at + 1, "out")
            && !self.says(at + 1, "to")
        {
            return None;
        }
        (!cue.noun || self.verbal(at, cue, infinitive)).then_some(cue)
    }

    /// Is a form that is as often a noun a verb here? What stands before it and after it tells.
    fn verbal(self, at: usize, cue: Cue, infinitive: bool) -> bool {
        let next = at + 1;
        let Some(before) = self.before(at).filter(|before| before.kind == Kind::Word) else {
            let kind = at.checked_sub(1).and_then(|at| self.kind(at));
            let inverted = kind == Some(Kind::Quote) && (self.upper(next) || self.is(next, Class::DET));
            return matches!(kind, Some(Kind::Comma | Kind::Quote | Kind::Aside)) && self.complement(next) || inverted;
        };
        if infinitive || before.is(Class::AUX) || before.is(Class::PRONOUN) {
            return true;
        }
        let closes = self.kind(next).is_none_or(|kind| kind == Kind::Mark)
            && (at.saturating_sub(8)..at).any(|at| matches!(self.kind(at), Some(Kind::Comma | Kind::Quote)))
            && !before.is(Class::AND | Class::DET | Class::PREP);
        let object = closes || self.complement(next) || self.upper(next) || self.is(next, Class::DET);
        let agent = Class::ROLE | Class::BODY | Class::OUTLET | Class::PAPER;
        let word = before.span.of(self.text);
        let many = before.is(Class::MANY)
            || before.is(Class::AND)
            || word.ends_with('s') && !before.is(Class::ROLE) && !before.is(Class::PREP);
        let adverb = before.is(Class::ADV) && !before.is(Class::DET);
        let one = before.upper && !before.is(Class::DET) || before.is(agent) || self.is(at - 1, Class::WH);
        match cue.form {
            Form::Base => {
                (many || adverb || closes && one) && object && !before.is(Class::DET) || many && self.says(next, "that")
            }
            Form::Third | Form::Past | Form::Ing => (one || adverb || before.is(Class::CLITIC)) && object,
        }
    }

    /// What only follows a verb of saying: that, a quotation, a colon, a pronoun, a question word.
    fn complement(self, at: usize) -> bool {
        self.says(at, "that")
            || matches!(self.kind(at), Some(Kind::Quote | Kind::Colon))
            || self.kind(at) == Some(Kind::Comma) && self.kind(at + 1) == Some(Kind::Quote)
            || self.is(at, Class::PRONOUN | Class::OBJECT | Class::WH) && !self.is(at, Class::AND)
    }

    /// Does a finite verb surely stand at `at`, so that no noun phrase goes across it?
    pub(super) fn verb(self, at: usize) -> bool {
        if self.auxiliary(at) || self.is(at, Class::PAST) {
            return true;
        }
        let reduced = self.says(at + 1, "by") || self.is(at + 1, Class::TIME);
        match self.cue(at) {
            Some(Cue { form: Form::Past, .. }) => !reduced,
            Some(Cue { form: Form::Ing, .. }) | None => false,
            Some(Cue { form: Form::Base | Form::Third, .. }) => true,
        }
    }
}
