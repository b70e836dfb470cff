//! The words before a verb that belong to it: has never said, went on to say, on Monday again said.

use super::sentence::TaggedSentence;
use crate::propose::tokens::{TokenKind, WordClass};

/// The auxiliary next to a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Helper {
    /// None.
    #[default]
    None,
    /// A form of to be: is saying, was accused.
    Be,
    /// Another: has said, will say.
    Other,
}

/// The words before a verb that belong to it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct VerbGroup {
    /// Where the group begins; the verb's own place when nothing belongs to it.
    pub(super) start: usize,
    /// Not, never.
    pub(super) negated: bool,
    /// The nearest auxiliary.
    pub(super) helper: Helper,
    /// "to say", where what it hangs on does not say it: wants to say.
    pub(super) bare_infinitive: bool,
}

impl TaggedSentence<'_> {
    /// The group of auxiliaries and adverbs before the verb at `at`.
    pub(super) fn group(self, at: usize) -> VerbGroup {
        let mut group = VerbGroup { start: at, ..VerbGroup::default() };
        while let Some(before) = group.start.checked_sub(1) {
            let raised = self.says(before, "to") && before.checked_sub(1).is_some_and(|at| self.raises(at));
            if self.says(before, "neither") {
                group.start = before;
                continue;
            }
            let yet = self.says(before, "to")
                && before.checked_sub(1).is_some_and(|at| self.says_any(at, &["yet", "failed", "fails"]));
            if yet {
                group.negated = true;
                group.start = before - 1;
            } else if raised {
                group.start = before - 1;
                if self.says(before - 1, "on") {
                    group.start -= 1;
                }
            } else if self.says(before, "to") {
                group.bare_infinitive = true;
                break;
            } else if self.auxiliary(before) {
                if group.helper == Helper::None {
                    let be = self.is(before, WordClass::BE) || self.clitic_be(before);
                    group.helper = if be { Helper::Be } else { Helper::Other };
                }
                group.start = before;
            } else if self.is(before, WordClass::ADV) && !self.is(before, WordClass::PEOPLE) {
                group.negated |= self.is(before, WordClass::NEG);
                group.start = before;
            } else if let Some(start) = self.adjunct_before(group.start) {
                group.start = start;
            } else {
                break;
            }
        }
        group
    }

    /// "'s" after a pronoun: is, as far as an -ing form follows.
    fn clitic_be(self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "’s" | "'re" | "’re" | "'m" | "’m")
    }

    /// A verb that takes "to say" along with its own subject: began to say, went on to say.
    fn raises(self, at: usize) -> bool {
        self.is(at, WordClass::RAISE)
            || self.says(at, "on") && at.checked_sub(1).is_some_and(|at| self.is(at, WordClass::RAISE))
    }

    /// Where "on Thursday", "in a statement", "last week" begins that ends before `end`.
    pub(super) fn adjunct_before(self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        let near = end.saturating_sub(7);
        let prep = (near..end).rev().find(|at| self.adjunct(*at)).filter(|at| *at > 0);
        let whole = |start: usize| {
            (start..end).all(|at| {
                self.kind(at) == Some(TokenKind::Word)
                    && self.get(at).is_some_and(|token| token.cue.is_none() || token.is(WordClass::MEDIUM))
            })
        };
        if let Some(start) = prep.filter(|start| whole(*start)) {
            return Some(start);
        }
        (self.is(last, WordClass::WHEN) && !self.says(last, "this") && last > 0).then_some(last)
    }
}
