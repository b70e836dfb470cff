//! A DOCX draft to a draft: the text as it would stand with all tracked changes accepted, with the author's footnotes and comments.

mod body;
mod notes;
mod part;
mod styles;

use super::IntakeError;
use super::draft::{Aside, Draft};
use crate::review::AnnotationKind;
use part::Archive;

/// The format's name in messages.
const FORMAT: &str = "DOCX";

/// Reads a zip archive as a DOCX.
///
/// # Errors
/// When it is another kind of archive, damaged, or unpacks to more than an article can be.
pub(super) fn read(bytes: &[u8]) -> Result<Draft<'static>, IntakeError> {
    let mut archive = Archive::open(bytes)?;
    let document = archive.part("word/document.xml")?.ok_or_else(|| archive.foreign())?;
    let styles = archive.part("word/styles.xml")?.map(|xml| styles::read(&xml)).unwrap_or_default();
    let mut notes = notes::Notes::default();
    for (name, element) in
        [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"), ("word/comments.xml", "comment")]
    {
        if let Some(xml) = archive.part(name)? {
            notes.read(&xml, element);
        }
    }
    let body = body::read(&document, &styles)?;
    let mut draft = Draft { pieces: body.pieces, ..Draft::default() };
    draft.asides = body
        .marks
        .into_iter()
        .filter_map(|mark| {
            let note = notes.get(mark.element, &mark.id)?;
            let (kind, text) = (AnnotationKind::from(mark.element), note.text.clone());
            Some(Aside { kind, piece: mark.piece, within: mark.within, text, by: note.by.clone(), at: note.at.clone() })
        })
        .collect();
    if let Some(xml) = archive.part("docProps/core.xml")? {
        let facts = part::facts(&xml);
        let fact = |name: &str| facts.get(name).filter(|text| !text.is_empty()).cloned();
        draft.byline = fact("creator");
        draft.language = fact("language");
    }
    draft.supply_headline();
    Ok(draft)
}
