//! What a file that comes home is, and its items.

use std::borrow::Cow;
use std::io::Cursor;

use encoding_rs::{Encoding, UTF_8};
use serde_json::Value;

use super::super::names;
use super::super::options::Options;
use super::super::sheet::ExportSheet;
use super::askers::Askers;
use super::docx::WordDocument;
use super::item::ImportItem;
use super::told::{BackError, DocumentReader};
use super::voice::Voice;
use super::{annotations, answers, document, docx, hypothesis, json, mail, reworded, strange, table};
use crate::review::{Article, Session};

/// Reads files for a session.
#[derive(Clone, Copy)]
pub(super) struct HomeReader<'a> {
    pub(super) session: &'a Session,
    pub(super) askers: &'a Askers,
    /// Reads what is neither a table nor Word's.
    pub(super) documents: DocumentReader,
}

impl HomeReader<'_> {
    /// The items of a file.
    ///
    /// # Errors
    /// When it is in no format that is read, or broken, or of another article.
    pub(super) fn items(self, bytes: &[u8]) -> Result<Vec<ImportItem>, BackError> {
        strange::elsewhere(bytes)?;
        if bytes.trim_ascii().is_empty() {
            return Err(BackError::Empty);
        }
        if let Some(kind) = strange::document(bytes) {
            let article = (self.documents)(bytes).map_err(|why| BackError::Unreadable(kind, why))?;
            let whole = Some(&article).filter(|_| kind != strange::PDF);
            let items = self.written(document::of(&article, bytes), whole)?;
            return if items.is_empty() { Err(BackError::Unanswered(kind)) } else { Ok(items) };
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return self.packed(bytes);
        }
        if mail::is_mail(bytes) {
            return self.mailed(bytes, true);
        }
        match decoded(bytes) {
            Ok(text) => self.text(&text),
            Err(refused) => self.text_of_a_page(bytes).ok_or(refused),
        }
    }

    fn text(self, text: &str) -> Result<Vec<ImportItem>, BackError> {
        if text.trim_start().starts_with(['{', '[']) {
            return self.annotated(text);
        }
        match table::items(text) {
            Err(BackError::Unknown) => {
                strange::refused(text, self.session)?;
                self.answers(text).ok_or_else(|| strange::unasked(text))
            }
            read => read,
        }
    }

    /// Answers in a text.
    fn answers(self, text: &str) -> Option<Vec<ImportItem>> {
        let voice = Voice { from: "text", ..Voice::default() };
        answers::items(&mail::pasted(text), Vec::new(), (self.session, self.askers), &voice)
    }

    /// Answers in a text of whatever code page: their letters are told by what is likely. A table would change what nobody touched.
    fn text_of_a_page(self, bytes: &[u8]) -> Option<Vec<ImportItem>> {
        let mut guess = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        guess.feed(bytes, true);
        let (text, _, broken) = guess.guess(None, chardetng::Utf8Detection::Deny).decode(bytes);
        let is_text = !broken && !text.contains('\0') && table::items(&text).is_err();
        is_text.then_some(())?;
        strange::refused(&text, self.session).ok()?;
        self.answers(&text)
    }

    /// A mail: what it says itself, and what hangs on it (`whole`), which is of whoever sent it where it does not say so.
    fn mailed(self, bytes: &[u8], whole: bool) -> Result<Vec<ImportItem>, BackError> {
        let (voice, lines) = mail::read(bytes, self.askers)?;
        let own = answers::items(&lines, Vec::new(), (self.session, self.askers), &voice);
        let mut all = own.clone().unwrap_or_default();
        for part in if whole { mail::attached(bytes) } else { Vec::new() } {
            let items = if mail::is_mail(&part) { self.mailed(&part, false) } else { self.items(&part) };
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
    fn packed(self, bytes: &[u8]) -> Result<Vec<ImportItem>, BackError> {
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
        let document = docx::read(bytes)?;
        // What can't be read as an article has no paragraphs more than it, as far as is known.
        let article = (self.documents)(bytes).unwrap_or_else(|_| self.session.article.clone());
        self.written(document, Some(&article))
    }

    /// A document: our questions with what was written beside them, or the article with comments; `whole` is the article as it is read
    /// from a document that has all the words it had, so that those which it lacks, or has more, are told.
    fn written(self, mut document: WordDocument, whole: Option<&Article>) -> Result<Vec<ImportItem>, BackError> {
        let desk = (self.session, self.askers);
        let mut words = document.paragraphs.iter().filter(|words| !words.trim().is_empty());
        let questions = words.next().is_some_and(|first| strange::is_head_of_questions(first));
        let mut items = std::mem::take(&mut document.comments);
        if questions {
            return answers::items(&document.lines, items, desk, &document.voice).ok_or(BackError::Unasked);
        }
        if items.is_empty() {
            strange::report(&document.lines)?;
            items.extend(answers::items(&document.lines, Vec::new(), desk, &document.voice).unwrap_or_default());
        }
        if let Some(article) = whole {
            items.extend(reworded::items(self.session, &document, article));
        }
        Ok(items)
    }

    fn annotated(self, text: &str) -> Result<Vec<ImportItem>, BackError> {
        let session = self.session;
        let value: Value = match serde_json::from_str(text) {
            Ok(value) => value,
            Err(error) => {
                return json::lines(text, session).ok_or_else(|| BackError::Broken("JSON", error.to_string()));
            }
        };
        strange::references(&value)?;
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
}

/// UTF-8, or whatever a byte order mark says: spreadsheets write UTF-16 as well. Other encodings lose characters without a
/// word, and would change notes that nobody touched.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, BackError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default());
    text.ok_or_else(|| BackError::Broken("UTF-8", "in a spreadsheet, save the table as CSV UTF-8".to_owned()))
}
