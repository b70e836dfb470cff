//! A claim: a statement of the article that could be wrong, and what was found out about it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::{self, Field, Mark, Speaker, Support};
use super::vocabulary::vocabulary;
use super::{Dossier, Extra, Number, Proposal, Span, Status};

vocabulary! {
    /// How a claim came to be.
    Origin {
        /// The program proposed it.
        Proposed = "proposed",
        /// A reviewer added it by hand.
        Added = "added",
    }
}

/// The name of a claim within its session: `k` and at least seven hex digits for the program's own, any text in other files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClaimId(Arc<str>);

impl ClaimId {
    /// The id that follows from a claim's place and words, with `digits` hex digits (7 to 16); two reviewers of one article
    /// get the same ids. `start` is in code points, so that it does not depend on the encoding.
    ///
    /// FNV-1a, 64 bit: short, stable, and no secret hangs on it.
    pub fn derive(start: usize, exact: &str, digits: usize) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let place = (start as u64).to_le_bytes();
        for byte in place.iter().chain(exact.as_bytes()) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        // FNV's low bits are its best; fold the high half in, so short ids spread as well.
        let folded = hash ^ (hash >> 32);
        let digit = |place: usize| char::from_digit(u32::try_from(folded >> (4 * place) & 0xf).ok()?, 16);
        let hex = (0..digits.clamp(7, 16)).rev().filter_map(digit);
        Self(std::iter::once('k').chain(hex).collect::<String>().into())
    }

    /// The id as the file has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ClaimId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// A statement anchored to a span of the article. Claims may overlap and nest.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name in the session.
    pub id: ClaimId,
    /// Its number; none until it is in a session.
    pub number: Number,
    /// Where it sits, in bytes of the article's text, never inside a grapheme.
    pub span: Span,
    /// How it came to be.
    pub origin: Origin,
    /// Why the program suggested it, if it did.
    pub proposal: Option<Box<Proposal>>,
    /// Who asserts it, where the article says so.
    pub speaker: Option<Box<Speaker>>,
    /// What it states in the reviewer's own words; empty when the article's words do.
    pub statement: String,
    /// The verdict that stands; `None` is unchecked, or that readers differ.
    pub mark: Option<Mark>,
    /// Looked at, nothing to check.
    pub dismissed: bool,
    /// Everything else that was written down about it.
    pub record: Dossier,
    /// Fields of the file's anchor that this version does not know.
    pub anchor_extra: Extra,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Claim {
    /// True when one of its sources contradicts it.
    pub fn is_contradicted(&self) -> bool {
        self.record.sources.iter().any(|source| source.stance == Some(Support::Contradicts))
    }

    /// A bare claim over `span`.
    pub fn new(id: ClaimId, span: Span, origin: Origin) -> Self {
        Self {
            id,
            number: Number::default(),
            span,
            origin,
            proposal: None,
            speaker: None,
            statement: String::new(),
            mark: None,
            dismissed: false,
            record: Dossier::default(),
            anchor_extra: Extra::default(),
            extra: Extra::default(),
        }
    }

    /// One claim over both: this one's, with what was written down about either. Nothing that either says is lost.
    #[must_use]
    pub fn joined(&self, second: &Self) -> Self {
        let mut joined = self.clone();
        joined.span = Span::new(self.span.start.min(second.span.start), self.span.end.max(second.span.end));
        for field in field::FIELDS {
            field.join(&mut joined, second);
        }
        joined
    }

    /// True for a claim that the program proposed and of which nobody has said anything.
    pub(super) fn says_nothing(&self) -> bool {
        let told = self.fate().is_some_and(|fate| !fate.had.is_empty() || fate.dismissed || fate.answer.is_some());
        let mut said = field::FIELDS.iter().filter(|field| ![&field::SPEAKER, &field::FATE].contains(*field));
        self.origin == Origin::Proposed && !told && said.all(|field| Field::is_empty(&field.value(self)))
    }

    /// True for a claim that was found to be so or not so, and has no source.
    pub fn is_unsourced(&self) -> bool {
        matches!(self.status(), Status::Verified | Status::Disputed) && self.record.sources.is_empty()
    }

    /// Its state: dismissed goes before any verdict.
    pub fn status(&self) -> Status {
        if self.dismissed {
            return Status::Dismissed;
        }
        match self.mark.as_ref().map(|mark| &mark.verdict) {
            None if self.differs() => Status::Differs,
            None => Status::Unchecked,
            Some(verdict) => Status::from(verdict),
        }
    }
}
