//! What the evidence is asked: a claim, with its quotes and what the writer's notes about it name.

use super::notes::Citation;
use crate::text::Span;

/// What is looked for: a claim, and what is known of it.
#[derive(Clone, Debug, Default)]
pub struct Inquiry<'a> {
    /// Its words.
    pub words: &'a str,
    /// The words of the statement before, where the claim does not say by itself what it speaks of.
    pub before: &'a str,
    /// Its words in quotation marks, and the quotes that they are part of.
    pub quotes: Vec<QuotedPart<'a>>,
    /// What the writer's notes about it name.
    pub notes: Vec<&'a Citation>,
}

/// Words of a claim in quotation marks.
#[derive(Clone, Copy, Debug)]
pub struct QuotedPart<'a> {
    /// Where they stand, in bytes of the claim.
    pub span: Span,
    /// The whole quote, which may begin before the claim or end after it.
    pub whole: &'a str,
}
