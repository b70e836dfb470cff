//! Where in a document's elements the reader is.

use super::numbering::ParagraphList;

/// How many of each element are open, and what holds because of them.
#[derive(Debug, Default)]
pub(super) struct DocxDepth {
    /// Text of a run.
    pub(super) text: usize,
    /// What is not read: moved away, fall-backs of what was read already, readings above words, former properties.
    pub(super) gone: usize,
    /// The properties of a paragraph.
    pub(super) paragraph: usize,
    /// The list that the paragraph stands in, as far as its properties were read.
    pub(super) list: ParagraphList,
    /// The properties of a paragraph's own mark.
    pub(super) mark: usize,
    /// The properties of a table's row.
    pub(super) row: usize,
    /// Content that a prompt stands in for; each is the depth of elements at which it began.
    pub(super) prompts: Vec<usize>,
    /// All elements that are open.
    pub(super) depth: usize,
    /// The paragraph's mark is deleted: the next paragraph goes on in it.
    pub(super) goes_on: bool,
    /// The row, or the cell, was deleted.
    pub(super) dropped: Option<usize>,
    /// Fields that are open.
    pub(super) fields: Vec<FieldCode>,
}

/// A field: what it is to do, then what it shows.
#[derive(Debug, Default)]
pub(super) struct FieldCode {
    pub(super) instruction: String,
    /// True once its result has begun.
    pub(super) shows: bool,
    /// Where the result began: piece and byte.
    pub(super) from: crate::intake::draft::PiecePlace,
}

impl DocxDepth {
    /// True where words are shown.
    pub(super) fn is_shown(&self) -> bool {
        self.gone == 0
            && self.dropped.is_none()
            && self.prompts.is_empty()
            && self.fields.iter().all(|field| field.shows)
    }
}
