//! A row of a card.

use crate::review::Span;

/// Columns of the labels on the left.
pub const LABEL: u16 = 9;

/// How a piece of a card is to look, whatever the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// As running text.
    Plain,
    /// There when looked for.
    Quiet,
    /// Something is wrong.
    Alarm,
    /// Words that a correction takes out.
    Gone,
    /// Words that it puts in.
    Put,
    /// Words that a search found.
    Found,
}

/// One row of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The label on its left; empty for none.
    pub label: &'static str,
    /// Columns that the text stands in from the left.
    pub indent: u16,
    /// Its text.
    pub text: String,
    /// How the text looks.
    pub ink: Ink,
    /// How parts of it look, in bytes; of two over one another the later counts.
    pub marks: Vec<(Span, Ink)>,
}
