//! Sentences that two drafts have in the same words and that say something else in the later one: they are somebody else's there, or lean
//! on something else. A change of draft keeps them, for copies that it comes to may hold verdicts on them that its maker did not know of.

use super::Span;

/// A sentence in one of two drafts, and what it is turned by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnedSentence {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Who says it; empty for the article itself, `None` where that is the same in both.
    pub said_by: Option<String>,
    /// The words that it leans on; empty where on none, and where it leans on the same in both.
    pub leans_on: String,
}
