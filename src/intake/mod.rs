//! Bytes to an article: what an author hands in, or what was copied from a page. Pure: no disk, no clock.

mod plain;

use crate::review::{Article, Span};

/// What is known about the bytes beside themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The path or name they came under; its ending is a hint, their content decides. Kept as the article's source.
    pub name: &'a str,
    /// BCP 47 code when the user told the language.
    pub language: Option<&'a str>,
}

/// Something the author wrote beside the text: a footnote or comment on some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words it is about, in bytes of the article's text.
    pub span: Span,
    /// What it says.
    pub text: String,
    /// Who wrote it, if the file says.
    pub by: Option<String>,
}

/// An imported article with what came along.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The article.
    pub article: Article,
    /// The author's own footnotes and comments, in article order.
    pub remarks: Vec<Remark>,
    /// What a reviewer should know about the import, a sentence each: a guessed encoding, a part left out.
    pub notices: Vec<String>,
}

/// Why bytes are no article. Each says what is wrong; the caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// No bytes, or nothing but blanks.
    #[error("it is empty; there is nothing to check in it")]
    Empty,
    /// Not a text, and no format that is read.
    #[error("it is not a text that can be read ({0}); give plain text, Markdown, HTML or DOCX")]
    Binary(String),
}

/// Reads an article, whatever its format.
///
/// # Errors
/// When nothing readable is in it.
pub fn read(bytes: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    plain::read(bytes, hint)
}
