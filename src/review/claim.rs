//! A claim: a statement of the article that could be wrong, and what was found out about it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use super::{Dossier, Extra, Proposal, Span, Stamp, Status};

vocabulary! {
    /// What checking a claim came to. None of these is the same as not having been checked.
    Verdict {
        /// It holds.
        Verified = "verified",
        /// It does not hold, or not as it stands.
        Disputed = "disputed",
        /// Looked at, could not be settled.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// How a claim came to be.
    Origin {
        /// The program proposed it.
        Proposed = "proposed",
        /// A reviewer added it by hand.
        Added = "added",
    }
}

vocabulary! {
    /// How a speaker stands to what is said.
    Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is not so.
        Denies = "denies",
        /// Does not want to say.
        Declines = "declines",
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

/// Who asserts a claim in the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// As the article names them.
    pub name: String,
    /// How they stand to it.
    pub stance: Stance,
    /// Through whom it reached the article, when it is second-hand.
    pub via: Option<String>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Speaker {
    /// Someone who asserts.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), stance: Stance::Asserts, via: None, extra: Extra::default() }
    }
}

/// A verdict with who gave it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it came to.
    pub verdict: Verdict,
    /// Who marked it; empty when the file does not say.
    pub by: Arc<str>,
    /// When; empty when the file does not say.
    pub at: Stamp,
}

/// A statement anchored to a span of the article. Claims may overlap and nest.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name in the session.
    pub id: ClaimId,
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
    /// The verdict; `None` is unchecked.
    pub mark: Option<Mark>,
    /// Looked at, nothing to check.
    pub dismissed: bool,
    /// Note, sources, correction, query, reply and tags.
    pub record: Dossier,
    /// Fields of the file's anchor that this version does not know.
    pub anchor_extra: Extra,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Claim {
    /// A bare claim over `span`.
    pub fn new(id: ClaimId, span: Span, origin: Origin) -> Self {
        Self {
            id,
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

    /// Its state: dismissed goes before any verdict.
    pub fn status(&self) -> Status {
        if self.dismissed {
            return Status::Dismissed;
        }
        match self.mark.as_ref().map(|mark| &mark.verdict) {
            None => Status::Unchecked,
            Some(Verdict::Verified) => Status::Verified,
            Some(Verdict::Disputed) => Status::Disputed,
            Some(Verdict::Unknown) => Status::Unknown,
            Some(Verdict::Other(_)) => Status::Other,
        }
    }
}
