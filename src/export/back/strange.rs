//! Texts in which our questions stand and that are no answers: tables that lost their head, reports and pages of ours.

use csv::{ReaderBuilder, Terminator};

use super::alike::squeezed;
use super::asked::bare;
use super::line::Line;
use super::told::BackError;
use crate::review::Session;

/// Characters of a claim's id from which on it is no word of a text.
const ID: usize = 4;

/// Lines with the id of a claim that make a text a table.
const ROWS: usize = 2;

/// Columns and rows from which on a text is a table.
const LEAST: (usize, usize) = (4, 3);

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
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let what = if bytes.starts_with(OLD) {
        "an old Word or Excel file, or one that is locked with a password"
    } else if bytes.starts_with(b"{\\rtf") {
        "a document in RTF"
    } else if bytes.starts_with(b"%PDF") {
        "a PDF"
    } else if memchr::memmem::find(head, b"application/vnd.oasis.opendocument.text").is_some() {
        "an OpenDocument text"
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
    let lines: Vec<Line> = text.lines().map(Line::new).collect();
    report(&lines)?;
    if has_ids(text, session) || has_columns(text) { Err(BackError::Headless) } else { Ok(()) }
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
    let ids: std::collections::HashSet<&str> =
        claims.map(|claim| claim.id.as_str()).filter(|id| id.len() >= ID).collect();
    let has = |line: &&str| line.split(|one: char| !one.is_alphanumeric()).any(|word| ids.contains(word));
    text.lines().filter(has).nth(ROWS - 1).is_some()
}

/// True when next to all rows have as many columns, whatever stands between these.
fn has_columns(text: &str) -> bool {
    let end = (0..=LOOKED.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let text = text.get(..end).unwrap_or_default();
    [b',', b';', b'\t', b'|'].into_iter().any(|delimiter| {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .terminator(Terminator::CRLF)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut counts: Vec<usize> = reader.records().flatten().map(|row| row.len()).collect();
        counts.sort_unstable();
        let Some(common) = counts.get(counts.len() / 2).copied() else { return false };
        let alike = counts.iter().filter(|count| **count == common).count();
        common >= LEAST.0 && alike >= LEAST.1 && alike * 10 >= counts.len() * 8
    })
}
