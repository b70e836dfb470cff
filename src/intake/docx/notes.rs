//! Footnotes, endnotes and comments of a DOCX, by their ids.

use std::collections::HashMap;

/// What a note says.
#[derive(Debug, Default)]
pub(super) struct DocxNote {
    /// Its words, paragraphs parted by line breaks.
    pub(super) text: String,
    /// Who wrote it.
    pub(super) by: Option<String>,
    /// When.
    pub(super) at: Option<String>,
    /// Words of it are hidden or struck, and were left out.
    pub(super) left_out: bool,
}

/// All notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    found: HashMap<(&'static str, String), DocxNote>,
}

impl Notes {
    /// The note of this kind with this id.
    pub(super) fn get(&self, element: &'static str, id: &str) -> Option<&DocxNote> {
        self.found.get(&(element, id.to_owned())).filter(|note| !note.text.is_empty())
    }

    /// Keeps the note of this kind with this id.
    pub(super) fn keep(&mut self, element: &'static str, id: String, note: DocxNote) {
        self.found.insert((element, id), note);
    }
}
