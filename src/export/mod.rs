//! A session as bytes for others: reports, tables, exchange formats; one file a format. Pure: no disk, no clock.
//!
//! Every word of a session may be hostile, so each family of formats has one place that escapes it, and the writers of that
//! family can put words nowhere but through it: `markdown`, `html::markup`, `xml`, `json_text`, `table`. What is confidential is taken out before any format sees the session: `sheet`.

mod agent;
mod agreement;
mod annotations;
mod apart;
mod as_of;
pub mod back;
mod brat;
mod card;
mod claimreview;
mod corrections;
mod critic;
mod docx;
mod error;
mod evidence;
mod format;
mod html;
mod hypothesis;
mod json;
mod json_text;

mod link;
mod listing;
mod look;
mod markdown;
mod moment;
mod names;
mod options;
mod original;
mod passage;
mod preview;
mod queries;
mod references;
mod report;
mod sheet;
mod since;
mod since_when;
mod table;
mod telltale;
mod utf16;
mod withhold;
mod word_report;
mod work;
mod xlsx;
mod xml;

pub use error::ExportError;
pub use format::{Format, UnknownFormat};
pub use options::{CommentOn, ExportChoice, Options, Publisher, Table, TableRows};
pub use original::{Filled, Original, OriginalError};
pub use since_when::SinceWhen;
pub use withhold::{WithheldCount, confidential_sources};

use crate::review::Session;
use rust_xlsxwriter::XlsxError;
use sheet::ExportSheet;

/// Gives `session` in `format`. Text formats are UTF-8 with LF; `docx`, `report-docx`, `digest-docx`, `queries-docx` and `brat` are archives.
///
/// # Errors
/// When the format needs something that session and options do not hold.
pub fn export(session: &Session, format: Format, options: &Options) -> Result<Vec<u8>, ExportError> {
    let sheet = ExportSheet::new(session, options);
    match &options.since {
        Some(SinceWhen::Draft(draft)) if session.since(*draft).is_none() => return Err(ExportError::NoDraft(*draft)),
        Some(SinceWhen::SignedOff(by)) if session.signed_last(by).is_none() => {
            return Err(ExportError::NotSignedOff(by.clone()));
        }
        _ => {}
    }
    if let Some(to) = options.asked.as_ref().filter(|_| format.choices().contains(&ExportChoice::Asked)) {
        let all = addressees(session);
        if !all.iter().any(|one| one.to_lowercase() == to.trim().to_lowercase()) {
            return Err(ExportError::NotAsked(to.clone(), all.join(", ")));
        }
    }
    let broken = |error: String| ExportError::Writer(format, error);
    Ok(match format {
        Format::Markdown => report::markdown(&sheet, options.history).into_bytes(),
        Format::Html => html::report(&sheet, options.history).into_bytes(),
        Format::Digest => html::digest(&sheet).into_bytes(),
        Format::ReportDocx => word_report::docx(&sheet, options.history).map_err(|error| broken(error.to_string()))?,
        Format::DigestDocx => work::docx(&sheet).map_err(|error| broken(error.to_string()))?,
        Format::Queries => queries::markdown(&sheet).into_bytes(),
        Format::QueriesDocx => queries::docx(&sheet).map_err(|error| broken(error.to_string()))?,
        Format::Corrections => corrections::markdown(&sheet).into_bytes(),
        Format::Csv => table::csv(&sheet, options.table).map_err(|error| broken(error.to_string()))?,
        Format::CriticMarkup => critic::markdown(&sheet).into_bytes(),
        Format::QueriesMail => queries::mail(&sheet).into_bytes(),
        Format::Xlsx => xlsx::workbook(&sheet).map_err(|error| {
            let long = matches!(error, XlsxError::MaxStringLengthExceeded);
            if long { ExportError::Cell } else { broken(error.to_string()) }
        })?,
        Format::Csl => references::csl(&sheet).into_bytes(),
        Format::Ris => references::ris(&sheet).into_bytes(),
        Format::Json => json::document(&sheet, options.history).into_bytes(),
        Format::Jsonl => json::lines(&sheet).into_bytes(),
        Format::Docx => docx::article(&sheet).map_err(|error| broken(error.to_string()))?,
        Format::ClaimReview => claimreview::checks(&sheet, &options.publisher, options.graph)?.into_bytes(),
        Format::Annotations => annotations::collection(&sheet).into_bytes(),
        Format::Hypothesis => hypothesis::export(&sheet).into_bytes(),
        Format::Brat => brat::archive_of(&sheet).map_err(|error| broken(error.to_string()))?,
    })
}

/// Of whom something is asked, those with an open question first.
pub fn addressees(session: &Session) -> Vec<String> {
    queries::addressees(session)
}

/// The numbers of the claims that `claimreview` has a check of.
pub fn checks(session: &Session, options: &Options) -> Vec<String> {
    claimreview::numbers(&ExportSheet::new(session, options))
}

/// Puts comments and tracked changes into the document that the article was read from; all else in it stays as it was.
///
/// # Errors
/// When it is another document, or can't be written in.
pub fn into_original(session: &Session, options: &Options, original: &Original<'_>) -> Result<Filled, OriginalError> {
    docx::fill(session, options, original)
}

/// Puts comments, highlights and corrections in `CriticMarkup` into the Markdown that the article was read from; all else in it stays
/// as it was.
///
/// # Errors
/// When it is another text, or has such marks already.
pub fn into_markdown(session: &Session, options: &Options, original: &Original<'_>) -> Result<Filled, OriginalError> {
    critic::fill(session, options, original)
}

/// A Word document without the tracked changes that an earlier [`into_original`] put in, so that the next one does not take them for
/// the writer's; its cards stay where they are. `None` where there are none.
pub fn unrevised(bytes: &[u8]) -> Option<Vec<u8>> {
    docx::unfilled(bytes, docx::OursTaken::Changes)
}

/// A Word document as its writer has it: without our cards, and without our tracked changes that nobody has answered, which are no
/// words of the writer's. `None` where there is nothing of ours in it.
pub fn unfilled(bytes: &[u8]) -> Option<Vec<u8>> {
    docx::unfilled(bytes, docx::OursTaken::ChangesAndCards)
}

/// The writer's own document with our comments in it as a reviewer may look at it, as [`preview()`] shows the others; `None` where it
/// has its text in another place than word processors put it.
pub fn preview_filled(session: &Session, options: &Options, filled: &Filled) -> Option<String> {
    preview::document(&ExportSheet::new(session, options), &filled.bytes)
}

/// `session` in `format` as a reviewer may look at it before it is written: for formats that are no text, or that nobody reads
/// as one, their words alone. Not made safe for a screen.
///
/// # Errors
/// As [`export`].
pub fn preview(session: &Session, format: Format, options: &Options) -> Result<String, ExportError> {
    let sheet = || ExportSheet::new(session, options);
    let made = || export(session, format, options);
    let unread = || ExportError::Writer(format, "it can't be read again".to_owned());
    Ok(match format {
        Format::Html | Format::Digest => preview::page_text(&String::from_utf8_lossy(&made()?)),
        Format::ReportDocx | Format::DigestDocx | Format::QueriesDocx => preview::plain(&made()?).ok_or_else(unread)?,
        Format::Docx => preview::document(&sheet(), &made()?).ok_or_else(unread)?,
        Format::Brat => brat::standoff(&sheet()),
        Format::Xlsx => String::from_utf8_lossy(&export(session, Format::Csv, options)?).replace("\r\n", "\n"),
        Format::QueriesMail
        | Format::CriticMarkup
        | Format::Csl
        | Format::Ris
        | Format::Markdown
        | Format::Queries
        | Format::Corrections
        | Format::Csv
        | Format::Json
        | Format::Jsonl
        | Format::ClaimReview
        | Format::Annotations
        | Format::Hypothesis => {
            // The ends of a table's lines are nothing to look at.
            String::from_utf8_lossy(&export(session, format, options)?).replace("\r\n", "\n")
        }
    })
}
