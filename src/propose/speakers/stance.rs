//! How a speaker stands to what is said: the verb, its negation, and what it calls the thing.

use super::frame::Stanced;
use super::group::VerbGroup;
use super::sentence::TaggedSentence;
use crate::propose::tokens::{Act, CueVerb, TokenKind, WordClass, look_up};

impl TaggedSentence<'_> {
    /// The stance of the verb, or `None` when it attributes nothing here.
    pub(super) fn stance(self, at: usize, cue: CueVerb, group: VerbGroup) -> Option<Stanced> {
        let neither = (group.start.saturating_sub(4)..at).any(|at| self.says_any(at, &["neither", "nor"]));
        match cue.act {
            Act::Tell if self.kind(at + 1).is_none_or(|kind| kind != TokenKind::Word) => None,
            Act::Deny | Act::Say | Act::Tell | Act::Respond if neither => Some(Stanced::Declines),
            Act::Deny if self.refuses(at) => None,
            Act::Deny if group.negated => Some(Stanced::Asserts),
            Act::Deny => Some(Stanced::Denies),
            Act::Decline => {
                let answer = self.says(at + 1, "to") && (at + 2..at + 5).any(|at| self.is(at, WordClass::ANSWER))
                    || self.is(at + 1, WordClass::ANSWER)
                    || self.says(at + 2, "interview");
                answer.then_some(Stanced::Declines)
            }
            Act::Respond if group.negated => Some(Stanced::Declines),
            Act::Respond if self.says(at, "returned") || self.says(at, "return") => None,
            Act::Say | Act::Tell if group.negated && self.is(at, WordClass::ANSWER) => Some(Stanced::Declines),
            Act::Urge if self.quotes_another(at) => None,
            Act::Urge if self.names_falsehood(at) => Some(Stanced::Denies),
            Act::Say | Act::Tell | Act::Think | Act::Urge | Act::Show | Act::Respond => Some(Stanced::Asserts),
        }
    }

    /// "denied workers a permit": something is kept from somebody; not "denied that workers were hurt", "denied workers were".
    fn refuses(self, at: usize) -> bool {
        let refused = (at + 1..at + 4).find(|at| self.is(*at, WordClass::REFUSED));
        !self.says(at + 1, "that") && refused.is_some_and(|at| !self.verb(at + 1))
    }

    /// "quoted the president as saying": it is the president who says it.
    fn quotes_another(self, at: usize) -> bool {
        let saying = |at: usize| self.says(at, "as") && self.says_any(at + 1, &["saying", "telling", "writing"]);
        self.says_any(at, &["quoted", "quotes", "cited", "cites"]) && (at + 1..at + 16).any(saying)
    }

    /// "called it nonsense", "described the claims as false".
    fn names_falsehood(self, at: usize) -> bool {
        let calls = ["call", "descr", "label", "brand", "dub", "deride", "characteri", "portray"];
        let word = self.word(at);
        let begins = |stem: &&str| word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem));
        let near = (at + 1..at + 12).take_while(|at| *at < self.tokens.len());
        calls.iter().any(begins) && near.into_iter().any(|at| self.falsehood(at))
    }

    fn falsehood(self, at: usize) -> bool {
        self.is(at, WordClass::FALSE)
            || self.kind(at) == Some(TokenKind::Quote)
                && self
                    .word(at)
                    .split_whitespace()
                    .take(8)
                    .any(|word| look_up(word.trim_matches(|c: char| !c.is_alphanumeric())).class.is(WordClass::FALSE))
    }
}
