//! Bytes to an article: what an author hands in, or what was copied from a page. Pure: no disk, no clock.
//!
//! The way of every format: `sniff` says what the bytes are, `decode` makes characters of them, a reader of the format
//! fills a `Draft` with pieces, and the draft becomes the article.

mod archive;
mod brackets;
mod cms;
mod compose;
mod decode;
mod docx;
mod draft;
mod epub;
mod flow;
mod formats;
mod furniture;
mod head;
mod html;
mod lines;
mod mail;
mod markdown;
mod markup;
mod notes;
mod odt;
pub mod pdf;
mod plain;
mod rtf;
mod saved;
mod sniff;
mod style;
mod tree;
mod wire;
mod wrap;
mod xml;

use std::collections::HashMap;

pub use formats::{FORMATS, Format};

use archive::Archive;
use draft::Draft;
use sniff::Structured;

use crate::review::Article;

/// What is known about the bytes beside themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The path or name they came under; its ending is a hint, their content decides. Kept as the article's source.
    pub name: &'a str,
    /// BCP 47 code when the user told the language.
    pub language: Option<&'a str>,
}

/// An imported article with what came along.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The article, with the writer's footnotes, comments and links as its annotations.
    pub article: Article,
    /// What a reviewer should know about the import, a sentence each: a guessed encoding, a part left out.
    pub notices: Vec<String>,
}

/// Why bytes are no article. Each says what is wrong and the way out; the caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// No bytes, or nothing but blanks.
    #[error("it is empty; there is nothing to check in it")]
    Empty,
    /// Not a text, and no format that is read.
    #[error("it is {what}, not a text that can be read; {way_out}")]
    Binary {
        /// What the bytes are, with its article: "a PDF".
        what: &'static str,
        /// What to do instead.
        way_out: &'static str,
    },
    /// The format is known, but this file of it is damaged or refused.
    #[error("it can't be read as {format}: {why}")]
    Broken {
        /// The format, "DOCX".
        format: &'static str,
        /// What is wrong, and the way out.
        why: String,
    },
    /// The format was read, and no words were found in it.
    #[error("it was read as {0}, and no words were found in it; copy the article's text and give that")]
    Wordless(&'static str),
}

/// Makes an article of a PDF's words.
///
/// # Errors
/// When it has none, or nothing tells what they are.
pub fn read_pdf(document: &pdf::Document, hint: &Hint<'_>) -> Result<Taken, IntakeError> {
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

/// The characters of `bytes`, whatever their encoding, with nothing read into them.
///
/// # Errors
/// When they are no text.
pub fn characters(bytes: &[u8]) -> Result<String, IntakeError> {
    sniff::foreign(bytes).map_or(Ok(()), Err)?;
    decode::decode(bytes).map(|decoded| decoded.text.into_owned())
}

fn read_now(bytes: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    let (draft, format) = drafted(bytes, hint)?;
    draft.into_taken(hint, format)
}

/// The draft in the bytes, and what it was read as.
fn drafted(bytes: &[u8], hint: &Hint<'_>) -> Result<(Draft<'static>, &'static str), IntakeError> {
    if pdf::is_pdf(bytes) {
        return Ok((pdf::draft(&pdf::parse(bytes)?)?, "PDF"));
    }
    if let Some(foreign) = sniff::foreign(bytes) {
        return Err(foreign);
    }
    if sniff::is_zip(bytes) {
        return zipped(bytes);
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
    let (mut draft, format) = match sniff::structured(text) {
        Some(kind) => structured(kind, text, bytes)?,
        None if sniff::is_html(text) => (saved::page(text), "a web page"),
        None if markdown::is_markdown(text, hint.name) => (markdown::read(text), "Markdown"),
        None => {
            let mut draft = plain::read(text).into_owned();
            brackets::lift(&mut draft);
            (draft, "plain text")
        }
    };
    if draft.pieces.is_empty() && text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty() {
        return Err(IntakeError::Empty);
    }
    draft.encoding = draft.encoding.or(decoded.guessed);
    draft.notices.extend(decoded.notice);
    Ok((draft, format))
}

/// The document in a zip archive.
fn zipped(bytes: &[u8]) -> Result<(Draft<'static>, &'static str), IntakeError> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("content.xml") && (archive.has("META-INF/manifest.xml") || archive.has("mimetype")) {
        let kind = archive.part("mimetype")?.unwrap_or_default();
        let text = kind.is_empty() || kind.contains("opendocument.text");
        return if text { Ok((odt::read(archive)?, "OpenDocument")) } else { Err(archive.foreign()) };
    }
    if archive.has("META-INF/container.xml") {
        return Ok((epub::read(archive)?, "EPUB"));
    }
    // An export of Google Docs: one page with its pictures.
    let mut pages: Vec<String> =
        archive.names().filter(|name| !name.contains('/') && name.to_lowercase().ends_with(".html")).collect();
    if let (Some(page), true) = (pages.pop(), pages.is_empty()) {
        let text = archive.read_as("a zipped web page").part(&page)?.unwrap_or_default();
        return Ok((saved::page(&text), "a zipped web page"));
    }
    Ok((docx::read(archive)?, "DOCX"))
}

/// The draft in mark-up or data of a kind that is known.
fn structured(kind: Structured, text: &str, bytes: &[u8]) -> Result<(Draft<'static>, &'static str), IntakeError> {
    Ok(match kind {
        Structured::Nitf => (wire::nitf::read(text)?, "NITF"),
        Structured::NewsMl => (wire::newsml::one(text)?, "NewsML"),
        Structured::NewsMlG2 => (wire::newsml::g2(text)?, "NewsML-G2"),
        Structured::Wordpress => (cms::wordpress::export(text)?, "a WordPress export"),
        Structured::Blocks => (cms::wordpress::blocks(text, &HashMap::new()), "WordPress blocks"),
        Structured::PropertyList => (saved::webarchive::read(bytes)?, "a web archive"),
        Structured::Json => cms::read(text)?,
        Structured::FlatOdf => (odt::flat(text)?, "OpenDocument"),
        Structured::Word => (docx::flat(text)?, "Word XML"),
        Structured::Xml => {
            return Err(sniff::unknown("XML of a kind that is not known"));
        }
    })
}
