//! A DOCX draft to a draft: the text as it would stand with all tracked changes accepted, with the author's footnotes and comments.

mod aml;
mod at;
mod body;
mod cells;
mod fields;
mod formulas;
mod listed;
mod noted;
mod notes;
mod numbering;
mod relations;
mod run;
mod styles;

use std::collections::HashMap;

use super::archive::{Archive, broken};
use super::draft::ArticleDraft;
use super::taken::IntakeError;
use super::{markup, plain, sniff, style, xml};
use body::DocxParts;
use notes::Notes;
use relations::{Flat, PartSource, Relations};

/// The format's name in messages.
const FORMAT: &str = "DOCX";
/// Where the text stands unless the package says otherwise.
const USUAL: &str = "word/document.xml";

/// Reads a zip archive as a DOCX; and the name of the part in which its text stands, to which the traces of its words lead.
///
/// # Errors
/// When it is another kind of archive, damaged, or unpacks to more than an article can be.
pub(super) fn read(archive: Archive<'_>) -> Result<(ArticleDraft<'static>, String), IntakeError> {
    let mut archive = archive.read_as(FORMAT);
    if archive.has("xl/") || archive.has("ppt/") {
        return Err(archive.foreign());
    }
    match document(&mut archive)? {
        Some(found) => Ok(found),
        None => Err(archive.foreign()),
    }
}

/// Reads a document that was saved as one XML text, by today's Word or by Word 2003.
///
/// # Errors
/// When no document is in it, or it is no sound XML.
pub(super) fn flat(text: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    if let Some((draft, _)) = document(&mut Flat(text))? {
        return Ok(draft);
    }
    let around = DocxParts { styles: styles::read(text), numbering: numbering::read(text), ..DocxParts::default() };
    let mut draft = body::read(text, around).map_err(|why| broken("Word XML", &why))?;
    if text.contains("urn:oasis:names:tc:opendocument") {
        draft.notices.push(UNTOLD.to_owned());
    }
    super::manuscript::settle(&mut draft);
    Ok(draft)
}

/// What is said of Word 2003's XML as word processors for OpenDocument write it.
const UNTOLD: &str = "The file does not tell tracked deletions from the text: if changes were tracked in the draft, words that were \
    taken out stand in it; ask for it as DOCX or ODT.";

/// Reads the document in `parts`, and the name of its part; `None` when there is none.
fn document(parts: &mut impl PartSource) -> Result<Option<(ArticleDraft<'static>, String)>, IntakeError> {
    let main = Relations::of(parts, "")?.named("officeDocument").unwrap_or_else(|| USUAL.to_owned());
    let (main, document) = match parts.part(&main)? {
        Some(document) => (main, document),
        None => match parts.part(USUAL)? {
            Some(document) => (USUAL.to_owned(), document),
            None => return Ok(None),
        },
    };
    let relations = Relations::of(parts, &main)?;
    let mut around = DocxParts { links: relations.links(), ..DocxParts::default() };
    let mut part = |kind: &str| parts.part(&relations.named(kind).unwrap_or_else(|| format!("word/{kind}.xml")));
    let styles = part("styles")?;
    let spoken = styles.as_deref().and_then(styles::language);
    around.styles = styles.map(|xml| styles::read(&xml)).unwrap_or_default();
    around.numbering = part("numbering")?.map(|xml| numbering::read(&xml)).unwrap_or_default();
    let mut notes = Notes::default();
    for (kind, element) in [("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")] {
        if let Some(xml) = part(kind)? {
            noted::read(&xml, element, &around.styles, &mut notes);
        }
    }
    around.notes = notes;
    let (chunks, mut notices) = chunks(parts, &relations)?;
    around.chunks = chunks;
    let mut draft = body::read(&document, around).map_err(|why| broken(FORMAT, &why))?;
    draft.notices.append(&mut notices);
    // Nothing of the text lies in the facts about it.
    if let Some(xml) = parts.part("docProps/core.xml").ok().flatten() {
        let facts = xml::facts(&xml);
        let fact = |name: &str| facts.get(name).filter(|text| !text.is_empty()).cloned();
        draft.byline = fact("creator").as_deref().and_then(style::author);
        // The facts often have the language of the program, the styles that of the keyboard: where they differ the words tell.
        let primary = |code: &String| code.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        draft.language = match (fact("language"), spoken) {
            (Some(fact), Some(style)) if primary(&fact) != primary(&style) => None,
            (fact, style) => fact.or(style),
        };
    }
    super::manuscript::settle(&mut draft);
    Ok(Some((draft, main)))
}

/// Texts of other formats that export buttons put into a document whole, by ids.
type Chunks = HashMap<String, ArticleDraft<'static>>;

fn chunks(parts: &mut impl PartSource, relations: &Relations) -> Result<(Chunks, Vec<String>), IntakeError> {
    let (mut chunks, mut notices) = (Chunks::new(), Vec::new());
    for (id, name) in relations.parts("aFChunk") {
        // Another document, or a picture of one: no text, and no reason to refuse the rest.
        let text = parts.part(&name).ok().flatten().unwrap_or_default();
        let draft = if sniff::is_html(&text) {
            markup::html(&text)
        } else if super::mail::is_mail(text.as_bytes()) {
            super::mail::read(text.as_bytes())?.0
        } else if sniff::is_rtf(text.as_bytes()) {
            super::rtf::read(text.as_bytes())?
        } else if !text.is_empty() && !text.starts_with("PK") {
            plain::read(&text).into_owned()
        } else {
            notices.push(format!(
                "A text is embedded in the document ({name}) and was not read; open it in a word processor and save it again."
            ));
            continue;
        };
        chunks.insert(id, draft);
    }
    Ok((chunks, notices))
}
