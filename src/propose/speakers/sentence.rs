//! A sentence as its tokens, with the questions that the grammar asks of them.

use super::class::{Act, Class, Cue, Form};
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
        let title = token.upper && at > 0 && cue.form != Form::Past && cue.form != Form::Third;
        if title || token.is(Class::TITLE) && token.upper {
            return None;
        }
        let before = self.before(at);
        let owned = before.is_some_and(|token| token.is(Class::DET) && !token.is(Class::PRONOUN | Class::MANY))
            || at.checked_sub(1).is_some_and(|at| self.possessive(at));
        let governed = before.is_some_and(|token| token.is(Class::PREP)) && !before.is_some_and(|token| token.is(Class::ADV));
        let infinitive = at.checked_sub(1).is_some_and(|at| self.says(at, "to"));
        if (owned || governed && !infinitive) && cue.form != Form::Ing {
            return None;
        }
        (!cue.noun || self.verbal(at, infinitive)).then_some(cue)
    }

    /// Is a form that is as often a noun a verb here? What follows tells: that, a quotation, a determiner, a name, a pronoun.
    fn verbal(self, at: usize, infinitive: bool) -> bool {
        let next = at + 1;
        let object = self.is(next, Class::DET | Class::PRONOUN | Class::OBJECT | Class::WH)
            || self.says(next, "that")
            || matches!(self.kind(next), Some(Kind::Quote | Kind::Colon))
            || self.upper(next)
            || self.is(next, Class::ADV) && !self.is(next, Class::AND);
        let before = self.before(at);
        let subject = before.is_some_and(|token| token.is(Class::PRONOUN | Class::MANY | Class::AUX | Class::WH));
        let adjective = at == 0 || before.is_some_and(|token| token.kind != Kind::Word || token.is(Class::AND));
        infinitive || subject || (object && !adjective)
    }

    /// Does a finite verb surely stand at `at`, so that no noun phrase goes across it?
    pub(super) fn verb(self, at: usize) -> bool {
        if self.auxiliary(at) || self.is(at, Class::PAST) {
            return true;
        }
        let reduced = self.says(at + 1, "by") || self.is(at + 1, Class::TIME);
        match self.cue(at) {
            Some(Cue { form: Form::Past, .. }) => !reduced,
            Some(Cue { form: Form::Ing, .. }) => false,
            Some(Cue { form: Form::Base, act, .. }) => !matches!(act, Act::Show) || self.is(at + 1, Class::DET),
            Some(_) => true,
            None => false,
        }
    }
}
