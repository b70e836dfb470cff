//! The way back in: annotations, tables and comments that others have worked on, as edits of a session. Pure.
//!
//! Each reader turns its bytes into items: words with a place, and what is said about them. [`Back`] tells
//! which claim each belongs to and which edits it comes to, so that every format is placed and told about in the same way.

mod annotations;
mod docx;
mod hypothesis;
mod item;
mod parts;
mod place;
mod table;
mod working;

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use crate::review::{Edit, Session, Stamp};
use working::Working;

/// Whoever takes something in, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The reviewer.
    pub by: Arc<str>,
    /// The moment.
    pub at: Stamp,
}

/// What became of one row, annotation or comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its claim says all of it already.
    Same,
    /// Its claim changes; the names of the fields.
    Changed(Vec<&'static str>),
    /// No claim was there; one is added.
    Added,
    /// It could not be taken in; why.
    Left(String),
}

/// One row, annotation or comment and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which, as its file numbers them: `row 3`, `annotation 2`, `comment 4`.
    pub item: String,
    /// The number of its claim in the session as it was, from 1; `None` when there is none.
    pub claim: Option<usize>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Back {
    /// The edits, to be done in this order.
    pub edits: Vec<Edit>,
    /// What became of each row, annotation or comment, in the file's order.
    pub told: Vec<Told>,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackError {
    /// None of the formats that are read.
    #[error(
        "it is nothing that can be taken in; give W3C annotations, a Hypothesis export, a table from factdesk export --to csv, \
         or a Word document with comments"
    )]
    Unknown,
    /// One of them, but broken.
    #[error("it is no sound {0}: {1}")]
    Broken(&'static str, String),
}

/// Reads `bytes` and says what they come to for `session`, which is left as it is.
///
/// # Errors
/// When they are in no format that is read, or broken.
pub fn read(bytes: &[u8], session: &Session, hand: &Hand) -> Result<Back, BackError> {
    let items = if bytes.starts_with(b"PK\x03\x04") {
        docx::items(bytes)?
    } else {
        let text = decoded(bytes)?;
        if text.trim_start().starts_with(['{', '[']) { annotated(&text)? } else { table::items(&text)? }
    };
    let mut working = Working::new(session, hand);
    for item in items {
        working.take(item);
    }
    Ok(working.finish())
}

/// UTF-8, or whatever a byte order mark says: spreadsheets write UTF-16 as well. Other encodings lose characters without a
/// word, and would change notes that nobody touched.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, BackError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default());
    text.ok_or_else(|| BackError::Broken("UTF-8", "in a spreadsheet, save the table as CSV UTF-8".to_owned()))
}

fn annotated(text: &str) -> Result<Vec<item::Item>, BackError> {
    let value = serde_json::from_str(text).map_err(|error| BackError::Broken("JSON", error.to_string()))?;
    annotations::items(&value).or_else(|| hypothesis::items(&value)).ok_or(BackError::Unknown)
}

#[cfg(test)]
mod tests;
