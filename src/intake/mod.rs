//! Bytes to an article: what an author hands in, or what was copied from a page. Pure: no disk, no clock.
//!
//! The way of every format: `sniff` says what the bytes are, `decode` makes characters of them, a reader of the format
//! fills a `ArticleDraft` with pieces, and the draft becomes the article.

mod archive;
mod armour;
mod brackets;
mod cms;
mod compose;
mod cut;
mod decode;
mod docx;
mod draft;
mod epub;
mod figures;
mod flow;
mod foreign_text;
mod formats;
mod formula;
mod furniture;
mod grid;
mod head;
mod html;
mod lines;
mod lists;
mod mail;
mod manuscript;
mod markdown;
mod markup;
mod notes;
mod odt;
pub mod pdf;
mod plain;
mod rtf;
mod saved;
mod sheet;
mod sniff;
mod style;
mod taken;
mod tree;
mod wire;
mod wrap;
mod xml;

use std::collections::HashMap;

pub use epub::chapter;
pub use formats::{FORMATS, InputFormat};

use archive::Archive;
use draft::ArticleDraft;
use sniff::Structured;

pub use taken::{Hint, IntakeError, Sourced, Taken};

/// Makes an article of a PDF's words.
///
/// # Errors
/// When it has none, or nothing tells what they are.
pub fn read_pdf(document: &pdf::PdfDocument, hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    let size = document.pages.iter().flat_map(|page| &page.runs).map(|run| run.text.len()).sum();
    furniture::prepared(size, || pdf::draft(document)?.into_taken(hint, "PDF"))
}

/// Reads an article, whatever its format.
///
/// # Errors
/// When nothing readable is in it.
pub fn read(bytes: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    furniture::prepared(bytes.len(), || read_now(bytes, hint))
}

/// Reads a Word document, and tells where in it the article's words stand.
///
/// # Errors
/// When it is none, damaged, locked, or nothing readable is in it.
pub fn sourced(bytes: &[u8], hint: &Hint<'_>) -> Result<Sourced, IntakeError> {
    furniture::prepared(bytes.len(), || {
        if let Some(foreign) = sniff::foreign(bytes) {
            return Err(foreign);
        }
        if !sniff::is_zip(bytes) {
            let way_out = "give the .docx that the article was read from";
            return Err(IntakeError::Binary { what: "no Word document", way_out });
        }
        let (draft, part) = docx::read(Archive::open(bytes)?)?;
        let map = draft.source_map();
        Ok(Sourced { taken: draft.into_taken(hint, "DOCX")?, part, map })
    })
}

/// Reads Markdown in UTF-8, and tells where in it the article's words stand: in bytes of the text behind a byte order mark.
///
/// # Errors
/// When it is in another encoding, or nothing readable is in it.
pub fn sourced_markdown(bytes: &[u8], hint: &Hint<'_>) -> Result<Sourced, IntakeError> {
    let text = std::str::from_utf8(bytes).map_err(|_| IntakeError::Binary {
        what: "no Markdown in UTF-8",
        way_out: "give the Markdown file that the article was read from, saved as UTF-8",
    })?;
    furniture::prepared(bytes.len(), || {
        let draft = markdown::read(text.trim_start_matches('\u{feff}'));
        let map = draft.source_map();
        Ok(Sourced { taken: draft.into_taken(hint, "Markdown")?, part: String::new(), map })
    })
}

/// The characters of `bytes`, whatever their encoding, with nothing read into them.
///
/// # Errors
/// When they are no text.
pub fn characters(bytes: &[u8]) -> Result<String, IntakeError> {
    sniff::foreign(bytes).map_or(Ok(()), Err)?;
    decode::decode(bytes).map(|decoded| decoded.text.into_owned())
}

/// The files attached to a mail, each with its name and bytes; none for what is no mail.
pub fn attachments(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    if mail::is_mail(bytes) { mail::attached(bytes) } else { Vec::new() }
}

fn read_now(bytes: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    let (draft, format) = drafted(bytes, hint)?;
    draft.into_taken(hint, format)
}

/// The draft in the bytes, and what it was read as.
fn drafted(bytes: &[u8], hint: &Hint<'_>) -> Result<(ArticleDraft<'static>, &'static str), IntakeError> {
    if pdf::is_pdf(bytes) {
        return Ok((pdf::draft(&pdf::parse(bytes)?)?, "PDF"));
    }
    if let Some(foreign) = sniff::foreign(bytes) {
        return Err(foreign);
    }
    if sniff::is_zip(bytes) {
        return zipped(bytes, hint);
    }
    if sniff::is_rtf(bytes) {
        return Ok((rtf::read(bytes)?, "RTF"));
    }
    if bytes.starts_with(b"bplist00") {
        return Ok((saved::webarchive::read(bytes)?, "a web archive"));
    }
    if wire::anpa::is_wire(bytes) {
        return Ok((wire::anpa::read(bytes)?, "a wire text"));
    }
    if mail::is_mail(bytes) {
        return mail::read(bytes);
    }
    let decoded = decode::decode(bytes)?;
    let text = decoded.text.as_ref();
    if let Some(refused) = foreign_text::refused(text) {
        return Err(refused);
    }
    let bare = armour::off(text, "text")?;
    if bare.is_locked() {
        return Err(IntakeError::Broken { format: "text", why: armour::LOCKED.to_owned() });
    }
    let text = bare.text.as_ref();
    let (mut draft, format) = match sniff::structured(text) {
        Some(kind) => structured(kind, text, bytes)?,
        None if sniff::is_html(text) => (saved::page(text), "a web page"),
        None if markdown::is_markdown(text, hint.name) => (markdown::read(text), "Markdown"),
        None => (plain::noted(text), "plain text"),
    };
    if draft.pieces.is_empty() && text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty() {
        return Err(IntakeError::Empty);
    }
    draft.encoding = draft.encoding.or(decoded.guessed);
    draft.notices.extend(decoded.notice);
    draft.notices.extend(bare.notices());
    Ok((draft, format))
}

/// The document in a zip archive.
fn zipped(bytes: &[u8], hint: &Hint<'_>) -> Result<(ArticleDraft<'static>, &'static str), IntakeError> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("content.xml") && (archive.has("META-INF/manifest.xml") || archive.has("mimetype")) {
        let kind = archive.part("mimetype")?.unwrap_or_default();
        let text = kind.is_empty() || kind.contains("opendocument.text");
        return if text { Ok((odt::read(archive)?, "OpenDocument")) } else { Err(archive.foreign()) };
    }
    if archive.has("META-INF/container.xml") {
        return Ok((epub::read(archive, chapter(hint.name))?, "EPUB"));
    }
    // An export of Google Docs: one page with its pictures.
    let mut pages: Vec<String> =
        archive.names().filter(|name| !name.contains('/') && name.to_lowercase().ends_with(".html")).collect();
    if let (Some(page), true) = (pages.pop(), pages.is_empty()) {
        let text = archive.read_as("a zipped web page").part(&page)?.unwrap_or_default();
        return Ok((saved::page(&text), "a zipped web page"));
    }
    Ok((docx::read(archive)?.0, "DOCX"))
}

/// The draft in mark-up or data of a kind that is known.
fn structured(
    kind: Structured,
    text: &str,
    bytes: &[u8],
) -> Result<(ArticleDraft<'static>, &'static str), IntakeError> {
    let is_xml = !matches!(kind, Structured::Blocks | Structured::Json);
    if is_xml && xml::is_cut(text) {
        return Err(IntakeError::Broken { format: "XML", why: xml::CUT.to_owned() });
    }
    Ok(match kind {
        Structured::Nitf => (wire::nitf::read(text)?, "NITF"),
        Structured::NewsMl => (wire::newsml::one(text)?, "NewsML"),
        Structured::NewsMlG2 => (wire::newsml::g2(text)?, "NewsML-G2"),
        Structured::Wordpress => (cms::wordpress::export(text)?, "a WordPress export"),
        Structured::Blocks => (cms::wordpress::blocks(text, HashMap::new()), "WordPress blocks"),
        Structured::PropertyList => (saved::webarchive::read(bytes)?, "a web archive"),
        Structured::Json => cms::read(text)?,
        Structured::FlatOdf => (odt::flat(text)?, "OpenDocument"),
        Structured::Word => (docx::flat(text)?, "Word XML"),
        Structured::Xml => {
            return Err(sniff::unknown("XML of a kind that is not known"));
        }
    })
}
