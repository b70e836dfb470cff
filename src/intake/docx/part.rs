//! The parts of a DOCX archive: unpacked one by one, each under a cap, and their elements.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::FORMAT;
use crate::intake::IntakeError;

/// The most that one part may unpack to, in bytes: a long book's text is a tenth of it.
const MOST: u64 = 20 * 1024 * 1024;

/// A DOCX as an archive.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens the archive.
    ///
    /// # Errors
    /// When its list of parts is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, IntakeError> {
        ZipArchive::new(Cursor::new(bytes)).map(|zip| Self { zip }).map_err(|error| broken(&error.to_string()))
    }

    /// The XML of a part; `None` when there is no such part.
    ///
    /// # Errors
    /// When it can't be unpacked, or would be too large.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, IntakeError> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error.to_string())),
        };
        let mut bytes = Vec::new();
        // The size in the archive's list is only a claim; the cap holds whatever comes.
        if file.size() > MOST
            || file.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| broken(&error.to_string()))? as u64 > MOST
        {
            return Err(IntakeError::Broken {
                format: FORMAT,
                why: format!("{name} in it unpacks to more than {} MB; no article is that long", MOST >> 20),
            });
        }
        String::from_utf8(bytes).map(Some).map_err(|_| broken("its text is not UTF-8"))
    }

    /// What an archive without a document is.
    pub(super) fn foreign(&self) -> IntakeError {
        let has = |name: &str| self.zip.file_names().flatten().any(|file| file.starts_with(name));
        let save = "open it in a word processor and save it as DOCX";
        let (what, way_out) = if has("xl/") {
            ("an Excel workbook", "copy the article's text into a file")
        } else if has("ppt/") {
            ("a PowerPoint file", "copy the article's text into a file")
        } else if has("META-INF/container.xml") {
            ("an e-book (EPUB)", "copy the article's text into a file")
        } else if has("META-INF/manifest.xml") {
            ("an OpenDocument file", save)
        } else if has("Index/") {
            ("a Pages document", save)
        } else {
            ("a zip archive", "unpack it first and give the article in it")
        };
        IntakeError::Binary { what, way_out }
    }
}

/// The error for a damaged file.
pub(super) fn broken(why: &str) -> IntakeError {
    IntakeError::Broken { format: FORMAT, why: format!("{why}; open it in a word processor and save it again") }
}

/// One thing that is met in a part.
pub(super) enum Met<'a> {
    /// An element begins.
    Open(BytesStart<'a>),
    /// An element ends; its name without prefix.
    Close(String),
    /// Words.
    Words(String),
}

/// Meets everything in `xml` in order, up to its end or to where it is damaged.
///
/// # Errors
/// When it is no sound XML.
pub(super) fn meet(xml: &str, mut met: impl FnMut(Met<'_>)) -> Result<(), IntakeError> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|error| broken(&error.to_string()))? {
            Event::Start(start) => met(Met::Open(start)),
            Event::Empty(start) => {
                let name = local(&start);
                met(Met::Open(start));
                met(Met::Close(name));
            }
            Event::End(end) => met(Met::Close(end.local_name().as_ref().to_owned())),
            Event::Text(text) => met(Met::Words(text.into_inner().into_owned())),
            Event::CData(text) => met(Met::Words(text.into_inner().into_owned())),
            Event::GeneralRef(reference) => met(Met::Words(resolve(&reference))),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The character that a reference stands for; entities that a document declares for itself stand for nothing.
fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

/// An element's name without its prefix.
pub(super) fn local(start: &BytesStart<'_>) -> String {
    start.local_name().as_ref().to_owned()
}

/// The value of an element's attribute, by the attribute's name without its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// The document's facts, by the names of their elements.
pub(super) fn facts(xml: &str) -> HashMap<String, String> {
    let mut facts: HashMap<String, String> = HashMap::new();
    let mut open = String::new();
    // A damaged list of facts is no reason not to read the article.
    let _ = meet(xml, |met| match met {
        Met::Open(start) => open = local(&start),
        Met::Words(words) if !open.is_empty() => facts.entry(open.clone()).or_default().push_str(words.trim()),
        Met::Close(_) => open.clear(),
        Met::Words(_) => {}
    });
    facts
}
