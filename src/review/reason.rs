//! Why the program suggests a claim: reasons, of which the claims of a long article have the same few thousand over and over.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::BuildHasher;
use std::ops::Deref;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::{Extra, Span};

/// A reason for or against proposing a claim, wherever it points.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// Which reason, from the closed list of `propose`; files of other versions may hold others.
    pub code: Cow<'static, str>,
    /// In words that a reviewer understands.
    pub says: Box<str>,
    /// What it adds to the score before the logistic; negative speaks against.
    pub points: f64,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// One named reason for or against proposing a claim; what it says is read as if it stood in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it says; held once for all reasons that say the same.
    pub why: Arc<Why>,
    /// The words it points at, in bytes of the article's text.
    pub span: Span,
}

impl Deref for Reason {
    type Target = Why;

    fn deref(&self) -> &Why {
        &self.why
    }
}

/// Why the program suggests a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Between 0 and 1: the logistic of a bias plus the points.
    pub score: f64,
    /// The reasons, in the order of the words they point at.
    pub reasons: Vec<Reason>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Proposal {
    /// The same for the words of a claim where they stand at `to` instead of `from`; `None` when a reason points beside them.
    pub(super) fn moved(&self, from: Span, to: Span) -> Option<Self> {
        if from.len() != to.len() {
            return None;
        }
        let mut there = self.clone();
        for reason in &mut there.reasons {
            if !from.covers(reason.span) {
                return None;
            }
            let start = to.start + reason.span.start - from.start;
            reason.span = Span::new(start, start + reason.span.len());
        }
        Some(there)
    }
}

/// What reasons were seen to say, so that those that say the same share it.
#[derive(Debug, Default)]
pub struct Whys {
    /// By the hash of what they say. Two with one hash are not shared, and nothing worse comes of it.
    seen: HashMap<u64, Arc<Why>, RandomState>,
}

impl Whys {
    /// Lets `reason` share what it says with all others that say the same.
    pub fn share(&mut self, reason: &mut Reason) {
        if reason.extra.is_empty() {
            reason.why = self.of(&reason.code, &reason.says, reason.points);
        }
    }

    /// What a reason of `code` says, made only when it was not seen before.
    pub fn of(&mut self, code: &str, says: &str, points: f64) -> Arc<Why> {
        let make = || Why { code: code.to_owned().into(), says: says.into(), points, extra: Extra::default() };
        let hash = self.seen.hasher().hash_one((code, says, points.to_bits()));
        match self.seen.entry(hash) {
            Entry::Vacant(place) => Arc::clone(place.insert(Arc::new(make()))),
            Entry::Occupied(place) => {
                let why = place.get();
                let same = why.code == code && *why.says == *says && why.points.to_bits() == points.to_bits();
                if same { Arc::clone(why) } else { Arc::new(make()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_that_say_the_same_share_it_and_no_others_do() {
        let mut whys = Whys::default();
        let first = whys.of("length", "says much", 0.46);
        assert!(Arc::ptr_eq(&first, &whys.of("length", "says much", 0.46)));
        for other in
            [whys.of("length", "says much", 0.4), whys.of("length", "much", 0.46), whys.of("a", "says much", 0.46)]
        {
            assert_ne!(first, other);
        }
    }
}
