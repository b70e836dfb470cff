//! Reads the footnotes, endnotes and comments of a DOCX: their words go through all that the text's do.

use super::body::{DocxBody, DocxParts};
use super::notes::{DocxNote, Notes};
use super::styles::DocxStyles;
use crate::intake::compose::Composer;
use crate::intake::xml::{self, Met};

/// Reads a part whose notes are elements named `element`; from where it is damaged, nothing.
pub(super) fn read(xml: &str, element: &'static str, styles: &DocxStyles, notes: &mut Notes) {
    let mut reader = DocxBody::new(DocxParts { styles: styles.clone(), ..DocxParts::default() });
    let mut open: Option<(String, DocxNote)> = None;
    let _ = xml::meet_at(xml, |source, met| {
        match &met {
            Met::Open(start) if xml::local(start) == element => {
                let fact = |name: &str| xml::attribute(start, name).filter(|fact| !fact.is_empty());
                let note = DocxNote { by: fact("author"), at: fact("date"), ..DocxNote::default() };
                open = xml::attribute(start, "id").map(|id| (id, note));
                // What one note leaves open does not hold for the next.
                reader.at.fields.clear();
                (reader.at.goes_on, reader.out) = (false, Composer::default());
            }
            Met::Close(name) if name == element => {
                let draft = std::mem::take(&mut reader.out).finish();
                if let Some((id, mut note)) = open.take() {
                    note.text = draft.pieces.iter().map(|piece| piece.text.as_ref()).collect::<Vec<_>>().join("\n");
                    note.left_out = !draft.notices.is_empty();
                    notes.keep(element, id, note);
                }
            }
            Met::Open(_) | Met::Close(_) | Met::Words(_) => {}
        }
        reader.take(source, &met);
    });
}
