//! Who can speak, and whether a verb says anything: what keeps "the company added 200 jobs" out.

use super::class::{Act, Class, Cue};
use super::sentence::{Run, Sentence};
use super::tokens::Kind;

impl Sentence<'_> {
    /// Can this noun phrase speak: a name, a pronoun, people, a body, a paper?
    pub(super) fn speaks(self, source: Run) -> bool {
        let tokens = self.run(source);
        let classes = Class::ROLE
            | Class::MANY
            | Class::BODY
            | Class::OUTLET
            | Class::PAPER
            | Class::PRONOUN
            | Class::TITLE
            | Class::MALE
            | Class::FEMALE;
        let clause = tokens.iter().enumerate().any(|(at, _)| self.verb(source.start + at));
        !clause && tokens.iter().any(|token| token.upper && !token.is(Class::TIME) || token.is(classes))
    }

    /// The article's author or reader: I, we, you.
    pub(super) fn own(self, source: Run) -> bool {
        source.len() == 1 && ["i", "you", "we", "there"].iter().any(|word| self.says(source.start, word))
    }

    /// Does what is said begin at `at`?
    fn content(self, at: usize) -> bool {
        self.says(at, "that")
            || self.kind(at).is_none_or(|kind| kind != Kind::Word)
            || self.is(at, Class::PRONOUN | Class::DET)
            || self.upper(at)
    }

    /// Do words that are said stand next to the verb whose group is `start..=at`: after it, or before its subject?
    pub(super) fn said_beside(self, at: usize, start: usize) -> bool {
        let next = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Comma));
        let follows = self.says(next, "that")
            || matches!(self.kind(next), Some(Kind::Quote | Kind::Colon))
            || self.is(next, Class::PRONOUN)
            || self.upper(next) && !self.is(next, Class::TIME) && self.clause_from(next);
        let precedes = self.kind(at + 1).is_none_or(|kind| kind != Kind::Word)
            && (0..start).any(|at| matches!(self.kind(at), Some(Kind::Comma | Kind::Quote)));
        let quoted = (at + 1..at + 12).any(|at| self.kind(at) == Some(Kind::Quote));
        follows || precedes || quoted
    }

    /// Does a clause with a verb of its own begin at `at`?
    fn clause_from(self, at: usize) -> bool {
        self.phrase_after(at).is_some_and(|phrase| self.verb(phrase.end))
    }

    /// Can `source` be the subject of this verb?
    pub(super) fn fits(self, at: usize, cue: Cue, source: Run) -> bool {
        let first = source.start;
        let empty = self.says(first, "there") || self.is(first, Class::WH) && !self.upper(first);
        let paper = self.run(source).iter().any(|token| token.is(Class::PAPER));
        let clause = self.says(at + 1, "that") || self.kind(at + 1).is_none_or(|kind| kind != Kind::Word);
        let weak = match cue.act {
            Act::Show => !(paper || clause && self.speaks(source)),
            Act::Think | Act::Urge => !self.speaks(source),
            Act::Say | Act::Tell | Act::Deny | Act::Decline | Act::Respond => false,
        };
        !empty && !self.own(source) && !weak && (cue.act == Act::Tell || self.speaks(source) || self.content(at + 1))
    }
}
