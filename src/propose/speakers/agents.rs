//! Who can speak, and whether a verb says anything: what keeps "the company added 200 jobs" out.

use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Act, CueVerb, TokenKind, WordClass};

impl TaggedSentence<'_> {
    /// Can this noun phrase speak: a name, a pronoun, people, a body, a paper?
    pub(super) fn speaks(self, source: TokenRun) -> bool {
        let tokens = self.run(source);
        let classes = WordClass::ROLE
            | WordClass::PEOPLE
            | WordClass::BODY
            | WordClass::OUTLET
            | WordClass::PAPER
            | WordClass::PRONOUN
            | WordClass::TITLE
            | WordClass::MALE
            | WordClass::FEMALE;
        let clause = tokens.iter().enumerate().any(|(at, _)| self.verb(source.start + at));
        !clause && tokens.iter().any(|token| token.capital && !token.is(WordClass::WHEN) || token.is(classes))
    }

    /// The article's author or reader: I, we, you.
    pub(super) fn own(self, source: TokenRun) -> bool {
        source.len() == 1 && ["i", "you", "we", "there"].iter().any(|word| self.says(source.start, word))
    }

    /// The article itself, in a correction: "an earlier version of this article".
    pub(super) fn itself(self, source: TokenRun) -> bool {
        let this = |at: usize| {
            self.says(at, "this") && self.says_any(at + 1, &["article", "column", "page", "piece", "post", "story"])
        };
        let version = |at: usize| {
            self.says_any(at, &["earlier", "original", "previous", "prior"])
                && self.says_any(at + 1, &["headline", "version"])
                && (at + 2..source.end).any(|at| self.says_any(at, &["article", "headline", "page", "post", "story"]))
        };
        (source.start.saturating_sub(1)..source.end).any(|at| this(at) || version(at))
    }

    /// Does what is said begin at `at`?
    fn content(self, at: usize) -> bool {
        self.says(at, "that")
            || self.kind(at).is_none_or(|kind| kind != TokenKind::Word)
            || self.is(at, WordClass::PRONOUN | WordClass::DET)
            || self.upper(at)
    }

    /// Do words that are said stand next to the verb whose group is `start..=at`: after it, or before its subject?
    pub(super) fn said_beside(self, at: usize, start: usize) -> bool {
        let next = at + 1 + usize::from(self.kind(at + 1) == Some(TokenKind::Comma));
        let follows = self.says(next, "that")
            || matches!(self.kind(next), Some(TokenKind::Quote | TokenKind::Colon))
            || self.is(next, WordClass::PRONOUN)
            || self.upper(next) && !self.is(next, WordClass::WHEN) && self.clause_from(next);
        let precedes = self.kind(at + 1).is_none_or(|kind| kind != TokenKind::Word)
            && (0..start).any(|at| matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Quote)));
        let quoted = (at + 1..at + 12).any(|at| self.kind(at) == Some(TokenKind::Quote));
        follows || precedes || quoted
    }

    /// Does a clause with a verb of its own begin at `at`?
    fn clause_from(self, at: usize) -> bool {
        self.phrase_after(at).is_some_and(|phrase| self.verb(phrase.end))
    }

    /// Can `source` be the subject of this verb?
    pub(super) fn fits(self, at: usize, cue: CueVerb, source: TokenRun) -> bool {
        let first = source.start;
        let empty = self.says(first, "there") || self.is(first, WordClass::WH) && !self.upper(first);
        let paper = self.run(source).iter().any(|token| token.is(WordClass::PAPER));
        let clause = self.says(at + 1, "that") || self.kind(at + 1).is_none_or(|kind| kind != TokenKind::Word);
        let weak = match cue.act {
            Act::Show => !(paper || clause && self.speaks(source)),
            Act::Think | Act::Urge => !self.speaks(source),
            Act::Say | Act::Tell | Act::Deny | Act::Decline | Act::Respond => false,
        };
        !empty && !self.own(source) && !weak && (cue.act == Act::Tell || self.speaks(source) || self.content(at + 1))
    }
}
