//! Bytes to an article: what an author hands in, or what was copied from a page. Pure: no disk, no clock.
//!
//! The way of every format: `sniff` says what the bytes are, `decode` makes characters of them, a reader of the format
//! fills a `Draft` with pieces, and the draft becomes the article.

mod decode;
mod docx;
mod draft;
mod flow;
mod furniture;
mod html;
mod lines;
mod markdown;
mod plain;
mod sniff;
mod wrap;

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
    if let Some(foreign) = sniff::foreign(bytes) {
        return Err(foreign);
    }
    if sniff::is_zip(bytes) {
        return docx::read(bytes)?.into_taken(hint, "DOCX");
    }
    let decoded = decode::decode(bytes)?;
    let (mut draft, format) = if sniff::is_html(&decoded.text) {
        (html::read(&decoded.text), "a web page")
    } else if markdown::is_markdown(&decoded.text, hint.name) {
        (markdown::read(&decoded.text), "Markdown")
    } else {
        (plain::read(&decoded.text), "plain text")
    };
    if draft.pieces.is_empty() && decoded.text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty() {
        return Err(IntakeError::Empty);
    }
    draft.encoding = decoded.guessed;
    draft.notices.extend(decoded.notice);
    draft.into_taken(hint, format)
}
