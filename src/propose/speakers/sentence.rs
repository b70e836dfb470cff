//! A sentence as its tokens, with the questions that the grammar asks of them.

use crate::propose::tokens::{CueVerb, Token, TokenKind, VerbForm, WordClass};
use crate::review::Span;

/// A stretch of tokens, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TokenRun {
    /// The first token.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
}

impl TokenRun {
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
pub(super) struct TaggedSentence<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// Its tokens.
    pub(super) tokens: &'a [Token<'a>],
}

impl<'a> TaggedSentence<'a> {
    /// The token at `at`.
    pub(super) fn get(self, at: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(at)
    }

    /// The token before `at`.
    pub(super) fn before(self, at: usize) -> Option<&'a Token<'a>> {
        at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    /// The kind of the token at `at`.
    pub(super) fn kind(self, at: usize) -> Option<TokenKind> {
        self.get(at).map(|token| token.kind)
    }

    /// Is the token at `at` of any of the classes?
    pub(super) fn is(self, at: usize, class: WordClass) -> bool {
        self.get(at).is_some_and(|token| token.is(class))
    }

    /// Is it this word, in whatever case?
    pub(super) fn says(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// The word at `at`.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.text)
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
    pub(super) fn run(self, run: TokenRun) -> &'a [Token<'a>] {
        self.tokens.get(run.start..run.end).unwrap_or_default()
    }

    /// The bytes that `run` covers.
    pub(super) fn span(self, run: TokenRun) -> Span {
        let tokens = self.run(run);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// The clitic 's at `at` when it makes a possessive: not after a pronoun, where it is "is" or "has".
    pub(super) fn possessive(self, at: usize) -> bool {
        self.is(at, WordClass::CLITIC)
            && matches!(self.word(at), "'s" | "’s" | "'" | "’")
            && !self.before(at).is_some_and(|token| token.is(WordClass::PRONOUN | WordClass::WH | WordClass::SUBORD))
    }

    /// A form of an auxiliary at `at`, clitics after pronouns included.
    pub(super) fn auxiliary(self, at: usize) -> bool {
        self.is(at, WordClass::AUX) || (self.is(at, WordClass::CLITIC) && !self.possessive(at))
    }

    /// The attributing verb at `at`, where its form can be one: not "the claims", "Roe's reported", "in talks".
    pub(super) fn cue(self, at: usize) -> Option<CueVerb> {
        let token = self.get(at)?;
        let cue = token.cue?;
        let title = token.capital && at > 0 && (cue.noun || !matches!(cue.form, VerbForm::Past | VerbForm::Third));
        if title || token.is(WordClass::TITLE) && token.capital {
            return None;
        }
        let before = self.before(at);
        let owned = before.is_some_and(|token| {
            token.is(WordClass::DET) && !token.is(WordClass::PRONOUN | WordClass::PEOPLE | WordClass::ADV)
        }) || at.checked_sub(1).is_some_and(|at| self.possessive(at));
        let governed =
            before.is_some_and(|token| token.is(WordClass::PREP) && !token.is(WordClass::ADV | WordClass::WHEN));
        let infinitive = at.checked_sub(1).is_some_and(|at| self.says(at, "to"));
        if (owned || governed && !infinitive) && cue.form != VerbForm::Ing {
            return None;
        }
        let word = token.text;
        if word.get(.."point".len()).is_some_and(|stem| stem.eq_ignore_ascii_case("point"))
            && !self.says(at + 1, "out")
            && !self.says(at + 1, "to")
        {
            return None;
        }
        (!cue.noun || self.verbal(at, cue, infinitive)).then_some(cue)
    }

    /// Is a form that is as often a noun a verb here? What stands before it and after it tells.
    fn verbal(self, at: usize, cue: CueVerb, infinitive: bool) -> bool {
        let next = at + 1;
        let Some(before) = self.before(at).filter(|before| before.kind == TokenKind::Word) else {
            let kind = at.checked_sub(1).and_then(|at| self.kind(at));
            let inverted = kind == Some(TokenKind::Quote) && (self.upper(next) || self.is(next, WordClass::DET));
            return matches!(kind, Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Aside))
                && self.complement(next)
                || inverted;
        };
        if infinitive || before.is(WordClass::AUX) || before.is(WordClass::PRONOUN) {
            return true;
        }
        let closes = self.kind(next).is_none_or(|kind| kind == TokenKind::Mark)
            && (at.saturating_sub(8)..at).any(|at| matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Quote)))
            && !before.is(WordClass::AND | WordClass::DET | WordClass::PREP);
        let object = closes || self.complement(next) || self.upper(next) || self.is(next, WordClass::DET);
        let agent = WordClass::ROLE | WordClass::BODY | WordClass::OUTLET | WordClass::PAPER;
        let word = before.text;
        let many = before.is(WordClass::PEOPLE)
            || before.is(WordClass::AND)
            || word.ends_with('s') && !before.is(WordClass::ROLE) && !before.is(WordClass::PREP);
        let adverb = before.is(WordClass::ADV) && !before.is(WordClass::DET);
        let one = before.capital && !before.is(WordClass::DET) || before.is(agent) || self.is(at - 1, WordClass::WH);
        match cue.form {
            VerbForm::Base => {
                (many || adverb || closes && one) && object && !before.is(WordClass::DET)
                    || many && self.says(next, "that")
            }
            VerbForm::Third | VerbForm::Past | VerbForm::Ing => {
                (one || adverb || before.is(WordClass::CLITIC)) && object
            }
        }
    }

    /// What only follows a verb of saying: that, a quotation, a colon, a pronoun, a question word.
    fn complement(self, at: usize) -> bool {
        self.says(at, "that")
            || matches!(self.kind(at), Some(TokenKind::Quote | TokenKind::Colon))
            || self.kind(at) == Some(TokenKind::Comma) && self.kind(at + 1) == Some(TokenKind::Quote)
            || self.is(at, WordClass::PRONOUN | WordClass::OBJECT | WordClass::WH) && !self.is(at, WordClass::AND)
    }

    /// Does a finite verb surely stand at `at`, so that no noun phrase goes across it?
    pub(super) fn verb(self, at: usize) -> bool {
        if self.auxiliary(at) || self.is(at, WordClass::DEED) {
            return true;
        }
        let reduced = self.says(at + 1, "by") || self.is(at + 1, WordClass::WHEN);
        match self.cue(at) {
            Some(CueVerb { form: VerbForm::Past, .. }) => !reduced,
            Some(CueVerb { form: VerbForm::Ing, .. }) | None => false,
            Some(CueVerb { form: VerbForm::Base | VerbForm::Third, .. }) => true,
        }
    }
}
