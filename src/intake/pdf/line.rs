//! A line of a PDF, and the size of the letters that most lines are set in.

use std::collections::HashMap;

/// A line of words.
#[derive(Clone, Debug, Default)]
pub(super) struct PdfLine {
    /// Its page, from 0.
    pub(super) page: usize,
    /// Its words.
    pub(super) text: String,
    /// Raised figures in it: byte and figures. They may be marks of notes.
    pub(super) marks: Vec<(usize, String)>,
    /// Where it begins and ends, in points from the left.
    pub(super) x: f32,
    pub(super) end: f32,
    /// Its base line in points from below.
    pub(super) y: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// A running head or foot, a page number.
    pub(super) head: bool,
    /// A blank was drawn before its first word.
    pub(super) spaced: bool,
    /// The gaps that were left between its words.
    pub(super) gaps: Vec<LineGap>,
}

/// A gap between two words of a line.
#[derive(Clone, Debug)]
pub(super) struct LineGap {
    /// How wide it is beside the blank in it, in points.
    pub(super) width: f32,
    /// A blank was drawn in it, as between words but not between a table's cells.
    pub(super) blank: bool,
}

/// What stands between the cells of a table's row.
pub(super) const CELLS: &str = " | ";

/// The body's size: that of most letters.
pub(super) fn usual_size(lines: &[PdfLine]) -> f32 {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    for line in lines {
        *letters.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let most = letters.into_iter().max_by_key(|(size, letters)| (*letters, *size));
    most.map_or(10.0, |(size, _)| points(size))
}

/// A length in tenths of a point, to compare it with others.
#[expect(clippy::cast_possible_truncation, reason = "sizes of letters are small")]
pub(super) fn tenths(size: f32) -> i32 {
    (size * 10.0).round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "sizes of letters are small")]
fn points(tenths: i32) -> f32 {
    tenths as f32 / 10.0
}
