//! The way back in: annotations, tables, comments and answers that others have worked on, as edits of a session. Pure.
//!
//! Each reader turns its bytes into items: words with a place, and what is said about them. [`Back`] tells which claim each belongs to
//! and which edits it comes to, so that every format is placed and told about in the same way. What comes in is another reader's:
//! it is put beside what the session says, never in its place, and nothing is taken away. What a file says that the session
//! said when the file was made says nothing.

mod alike;
mod annotations;
mod answering;
mod answers;
mod asked;
mod asked_lines;
mod bodies;
mod cells;
mod days;
mod docx;
mod earlier;
mod echo;
mod echo_lines;
mod finder;
mod history;
mod hypothesis;
mod item;
mod json;
mod letter;
mod line;
mod mail;
mod meet;
mod parts;
mod place;
mod record;
mod reworded;
mod rows;
mod signature;
mod states;
mod strange;
mod table;
mod things;
mod told;
mod typed;
mod verdicts;
mod voice;
mod working;

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Cursor;

use encoding_rs::{Encoding, UTF_8};
use serde_json::Value;

pub(super) use parts::{Node, walk};
pub use told::{Back, BackError, ImportHand, ImportOutcome, Told};

use super::as_of::KnownHistory;
use super::names;
use super::options::Options;
use super::sheet::ExportSheet;
use crate::review::Session;
use item::ImportItem;
use voice::Voice;
use working::Working;

/// Reads `bytes` and says what they come to for `session`, which is left as it is.
///
/// # Errors
/// When they are in no format that is read, or broken, or of another article.
pub fn read(bytes: &[u8], session: &Session, hand: &ImportHand) -> Result<Back, BackError> {
    let items = items(bytes, session)?;
    let known = known(&items, session);
    Ok(Working::taken(session, hand, &known, items))
}

fn items(bytes: &[u8], session: &Session) -> Result<Vec<ImportItem>, BackError> {
    strange::elsewhere(bytes)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes, session);
    }
    if mail::is_mail(bytes) {
        return mailed(bytes, session, true);
    }
    let text = decoded(bytes)?;
    if text.trim_start().starts_with(['{', '[']) {
        return annotated(&text, session);
    }
    match table::items(&text) {
        Err(BackError::Unknown) => {
            strange::refused(&text, session)?;
            let voice = Voice { from: "text", ..Voice::default() };
            answers::items(&mail::pasted(&text), Vec::new(), session, &voice).ok_or(BackError::Unknown)
        }
        read => read,
    }
}

/// A mail: what it says itself, and what hangs on it (`whole`), which is of whoever sent it where it does not say so.
fn mailed(bytes: &[u8], session: &Session, whole: bool) -> Result<Vec<ImportItem>, BackError> {
    let (voice, lines) = mail::read(bytes)?;
    let own = answers::items(&lines, Vec::new(), session, &voice);
    let mut all = own.clone().unwrap_or_default();
    for part in if whole { mail::attached(bytes) } else { Vec::new() } {
        let items = if mail::is_mail(&part) { mailed(&part, session, false) } else { items(&part, session) };
        let signed = |item: ImportItem| ImportItem {
            by: item.by.or_else(|| voice.by.clone()),
            at: item.at.or_else(|| voice.at.clone()),
            ..item
        };
        // A logo or a signature is nothing that comes home.
        all.extend(items.unwrap_or_default().into_iter().map(signed));
    }
    if own.is_none() && all.is_empty() { Err(BackError::Unknown) } else { Ok(all) }
}

/// A workbook or a Word document.
fn packed(bytes: &[u8], session: &Session) -> Result<Vec<ImportItem>, BackError> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes));
    // The list of what is inside stands at the end: of one cut short only its beginning tells what it was.
    if let Err(error) = &archive
        && memchr::memmem::find(bytes, b"xl/").is_some()
    {
        return Err(BackError::Broken("workbook", error.to_string()));
    }
    if archive.is_ok_and(|archive| archive.index_for_name("word/document.xml").is_none()) {
        return table::workbook(bytes);
    }
    let mut document = docx::read(bytes)?;
    let asked = document.paragraphs.iter().find(|words| !words.trim().is_empty());
    let questions = asked.is_some_and(|first| first.trim_start().starts_with("Questions:"));
    let mut items = std::mem::take(&mut document.comments);
    if questions {
        return answers::items(&document.lines, items, session, &document.voice).ok_or(BackError::Unknown);
    }
    if items.is_empty() {
        strange::report(&document.lines)?;
        items.extend(answers::items(&document.lines, Vec::new(), session, &document.voice).unwrap_or_default());
    }
    items.extend(reworded::items(session, &document));
    Ok(items)
}

/// UTF-8, or whatever a byte order mark says: spreadsheets write UTF-16 as well. Other encodings lose characters without a
/// word, and would change notes that nobody touched.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, BackError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default());
    text.ok_or_else(|| BackError::Broken("UTF-8", "in a spreadsheet, save the table as CSV UTF-8".to_owned()))
}

fn annotated(text: &str, session: &Session) -> Result<Vec<ImportItem>, BackError> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            return json::lines(text, session).ok_or_else(|| BackError::Broken("JSON", error.to_string()));
        }
    };
    let whole = Options { confidential: true, ..Options::default() };
    let name = names::session(&ExportSheet::new(session, &whole));
    if let Some(items) = json::document(&value, session)? {
        return Ok(items);
    }
    annotations::items(&value, &name)
        .or_else(|| hypothesis::items(&value, &name))
        .or_else(|| json::lines(text, session))
        .ok_or(BackError::Unknown)
}

/// How much of the session's history a file knows: what it says itself, if it says one thing, or else all up to the latest stamp of the
/// session's that stands in it.
fn known(items: &[ImportItem], session: &Session) -> KnownHistory {
    let said: HashSet<&str> = items.iter().filter_map(ImportItem::as_of).collect();
    let known: Vec<KnownHistory> = said.into_iter().filter_map(|said| KnownHistory::read(said, session)).collect();
    match known.as_slice() {
        [] => {}
        [one] => return one.clone(),
        // Several files that were put together.
        many => {
            let until = many.iter().map(|one| one.until(session)).min();
            return KnownHistory::Until(until.unwrap_or_default().to_owned());
        }
    }
    let marks = session.claims().iter().flat_map(crate::review::Claim::readings).map(|reading| reading.at.to_string());
    let ours: HashSet<String> = marks.chain(session.history().iter().map(|entry| entry.at.to_string())).collect();
    let told = items.iter().flat_map(ImportItem::stamps);
    KnownHistory::Until(told.filter(|at| ours.contains(*at)).max().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests;
