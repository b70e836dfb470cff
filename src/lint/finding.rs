//! A finding: two places that can't both be right.

use super::kind::FindingKind;
use crate::text::Span;

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Somebody should look.
    Doubt,
    /// It can't be right as it stands.
    Error,
}

impl Certainty {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doubt => "doubt",
            Self::Error => "error",
        }
    }
}

/// What was found: what it is, how sure that is, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct LintFinding {
    /// Its kind.
    pub kind: FindingKind,
    /// How sure it is.
    pub weight: Certainty,
    /// What is wrong, in a sentence without a stop.
    pub says: String,
    /// The places that disagree, in bytes of the article's text, in its order.
    pub spans: Vec<Span>,
    /// The sentence that it is about, in bytes of the article's text, where it is about one alone.
    pub within: Option<Span>,
}

impl LintFinding {
    /// A finding of `kind` at `spans`, in whatever order they are given.
    pub(super) fn new(kind: FindingKind, weight: Certainty, says: String, mut spans: Vec<Span>) -> Self {
        spans.sort();
        spans.dedup();
        Self { kind, weight, says, spans, within: None }
    }
}
