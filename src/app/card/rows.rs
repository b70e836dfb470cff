//! A row of a card, and where the full card stands.

use crate::app::frame::{centred, inside};
use crate::app::layout::{Rect, Size};
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
pub struct Row {
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

/// Columns of the full card on a screen of `size`, its frame included.
pub(super) fn width(size: Size) -> u16 {
    size.width.saturating_sub(4).min(100)
}

/// The frame of the full card of so many rows on a screen of `size`.
pub fn frame(size: Size, rows: usize) -> Rect {
    centred(size, width(size), u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2))
}

/// The furthest it scrolls: the last row stands at the bottom then.
pub fn furthest(size: Size, rows: usize) -> usize {
    rows.saturating_sub(usize::from(inside(frame(size, rows)).height))
}
