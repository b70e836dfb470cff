//! Texts in which our questions stand and that are no answers: tables that lost their head, reports and pages of ours.

use std::collections::HashSet;
use std::io::{Cursor, Read as _};

use csv::{ReaderBuilder, Terminator};
use serde_json::Value;

use super::alike::squeezed;
use super::asked::bare;
use super::line::Line;
use super::told::BackError;
use super::verdicts::{is_state, is_verdict};
use crate::review::Session;

/// Characters of a claim's id from which on it is no word of a text.
const ID: usize = 4;

/// Lines with the id of a claim that make a text a table.
const ROWS: usize = 2;

/// Columns and rows from which on a text is a table.
const LEAST: (usize, usize) = (4, 3);

/// What may stand between cells.
const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Bytes at the beginning of a file in which it says what it is.
const HEAD: usize = 2048;

/// Bytes of a text whose rows are counted.
const LOOKED: usize = 256 * 1024;

/// How reports of ours begin that are not read back.
const HEADS: [&str; 3] = ["Fact-check:", "Corrections:", "What needs work:"];

/// Says that a file is in a format that answers do not come home in, and which does.
///
/// # Errors
/// When it is.
pub(super) fn elsewhere(bytes: &[u8]) -> Result<(), BackError> {
    const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let what = if bytes.starts_with(OLD) {
        "an old Word or Excel file, or one that is locked with a password"
    } else if bytes.starts_with(b"PK\x03\x04")
        && memchr::memmem::find(bytes, b".ann").is_some()
        && memchr::memmem::find(bytes, b"xl/").is_none()
    {
        return Err(BackError::OneWay("a folder for brat"));
    } else {
        return Ok(());
    };
    Err(BackError::Elsewhere(what))
}

/// A PDF, as messages have it.
pub(super) const PDF: &str = "a PDF";

/// What kind of document bytes are whose words are read as those of an article are; `None` for Word's and for what is none.
pub(super) fn document(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"{\\rtf") {
        Some("a document in RTF")
    } else if bytes.starts_with(b"%PDF") {
        Some(PDF)
    } else if bytes.starts_with(b"PK\x03\x04") && is_open_text(bytes) || is_flat_open_text(bytes) {
        Some("an OpenDocument text")
    } else {
        None
    }
}

/// True for an OpenDocument text in one piece of XML.
fn is_flat_open_text(bytes: &[u8]) -> bool {
    // The names of a hundred vocabularies stand before its own.
    let head = bytes.get(..HEAD * 8).unwrap_or(bytes).trim_ascii_start();
    let has = |what: &str| memchr::memmem::find(head, what.as_bytes()).is_some();
    (head.starts_with(b"<") || head.starts_with(b"\xef\xbb\xbf<")) && has("<office:document") && has(OPEN_TEXT)
}

/// The media type of an OpenDocument text.
const OPEN_TEXT: &str = "application/vnd.oasis.opendocument.text";

/// True for an archive that says it is an OpenDocument text, at its beginning or in the part for that.
fn is_open_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let told = || {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut kind = String::new();
        archive.by_name("mimetype").ok()?.take(HEAD as u64).read_to_string(&mut kind).ok()?;
        Some(kind.starts_with(OPEN_TEXT))
    };
    memchr::memmem::find(head, OPEN_TEXT.as_bytes()).is_some() || told().unwrap_or_default()
}

/// True for the first line of our page of questions.
pub(super) fn is_head_of_questions(line: &str) -> bool {
    bare(line).starts_with("Questions:")
}

/// What is wrong with a text in which neither a question of the session nor an answer stands.
pub(super) fn unasked(text: &str) -> BackError {
    let first = text.lines().find(|line| !line.trim().is_empty());
    if first.is_some_and(is_head_of_questions) { BackError::Unasked } else { BackError::Unknown }
}

/// Says that data is a list of sources, or nothing.
///
/// # Errors
/// When it is.
pub(super) fn references(value: &Value) -> Result<(), BackError> {
    let Some(all) = value.as_array() else { return Ok(()) };
    let has = |one: &Value, name: &str| one.get(name).is_some();
    let is_work = |one: &Value| has(one, "type") && has(one, "title") && !has(one, "target") && !has(one, "body");
    match all.as_slice() {
        [] => Err(BackError::Empty),
        some if some.iter().all(is_work) => Err(BackError::OneWay("a list of sources")),
        _ => Ok(()),
    }
}

/// Says that a text is no answers, and what it is.
///
/// # Errors
/// When it is a table without a head that is known, a page, or a report of ours.
pub(super) fn refused(text: &str, session: &Session) -> Result<(), BackError> {
    if text.trim_start().starts_with('<') {
        return Err(BackError::OneWay("a page"));
    }
    if text.lines().any(|line| line.contains("{>>") && line.contains("<<}")) {
        return Err(BackError::OneWay("an article in CriticMarkup"));
    }
    if text.trim_start().starts_with("TY  - ") {
        return Err(BackError::OneWay("a list of sources"));
    }
    let lines: Vec<Line> = text.lines().map(Line::new).collect();
    report(&lines)?;
    if has_ids(text, session) || has_columns(text) || has_rows(text, session) {
        Err(BackError::Headless)
    } else {
        Ok(())
    }
}

/// Says that lines are a report of ours.
///
/// # Errors
/// When they are.
pub(super) fn report(lines: &[Line]) -> Result<(), BackError> {
    let heads = HEADS.map(squeezed);
    let first = lines.iter().find(|line| !line.is_blank()).map(|line| squeezed(bare(&line.words)));
    let is_headed = first.is_some_and(|first| heads.iter().any(|head| first.starts_with(head)));
    // Somebody may have put a line above it, or taken its head away.
    let is_card = |line: &Line| line.words.starts_with("- verdict: ") && line.words.contains(", marked ");
    if is_headed || lines.iter().any(is_card) { Err(BackError::OneWay("a report of ours")) } else { Ok(()) }
}

/// True when several lines have the id of a claim in them.
fn has_ids(text: &str, session: &Session) -> bool {
    let claims = session.claims().iter().chain(session.apart());
    let ids: HashSet<&str> = claims.map(|claim| claim.id.as_str()).filter(|id| id.len() >= ID).collect();
    let has = |line: &&str| line.split(|one: char| !one.is_alphanumeric()).any(|word| ids.contains(word));
    text.lines().filter(has).nth(ROWS - 1).is_some()
}

/// True when each row but the first has, in cells of their own, two of these: a claim's number, its words, a verdict.
fn has_rows(text: &str, session: &Session) -> bool {
    let claims = || session.claims().iter();
    let numbers: HashSet<String> = claims().map(|claim| claim.number.to_string()).collect();
    let words: HashSet<String> = claims().map(|claim| squeezed(session.exact(claim))).collect();
    let is_row = |cells: &csv::StringRecord| {
        let tells = [
            cells.iter().any(|cell| numbers.contains(cell.trim())),
            cells.iter().any(|cell| words.contains(&squeezed(cell))),
            cells.iter().any(|cell| is_verdict(cell) || is_state(cell)),
        ];
        tells.into_iter().filter(|tells| *tells).count() > 1
    };
    SIGNS.into_iter().any(|delimiter| {
        let rows = split(text, delimiter);
        let told = rows.iter().filter(|row| is_row(row)).count();
        told > 0 && told + 1 >= rows.len()
    })
}

/// The rows of a text, cut at `delimiter`.
fn split(text: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader.records().flatten().collect()
}

/// True when next to all rows have as many columns, whatever stands between these.
fn has_columns(text: &str) -> bool {
    let end = (0..=LOOKED.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let text = text.get(..end).unwrap_or_default();
    SIGNS.into_iter().any(|delimiter| {
        let mut counts: Vec<usize> = split(text, delimiter).iter().map(csv::StringRecord::len).collect();
        counts.sort_unstable();
        let Some(common) = counts.get(counts.len() / 2).copied() else { return false };
        let alike = counts.iter().filter(|count| **count == common).count();
        common >= LEAST.0 && alike >= LEAST.1 && alike * 10 >= counts.len() * 8
    })
}
