//! Where a sentence stands in its article.

use crate::review::Span;

/// A sentence of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceSpan {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}
