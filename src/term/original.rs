//! The writer's own document, Word's or Markdown: read from its file, with our comments and changes put into it. What goes into a Word
//! document is read again before it counts.

use std::path::Path;

use super::import::{self, ImportError};
use crate::export::{self, Filled, Format, Options, Original, OriginalError};
use crate::intake::{self, Hint, IntakeError};
use crate::review::Session;

/// Why nothing comes of it. Each names the file and the way out.
#[derive(Debug, thiserror::Error)]
pub enum FillError {
    /// It can't be read.
    #[error(transparent)]
    Read(#[from] ImportError),
    /// It is no Word document, or a damaged or locked one.
    #[error("{1}: {0}")]
    Unreadable(String, IntakeError),
    /// It is another document, or can't be written in.
    #[error("{1}: {0}")]
    Refused(String, OriginalError),
    /// What came of it does not read as it should; not the user's fault.
    #[error(
        "with our comments in it its words would read otherwise, so nothing is written; --to docx without --into gives a document of its own: {0}"
    )]
    Otherwise(String),
}

/// The document at `path` with what the session says in it, in `format`.
///
/// # Errors
/// When it can't be read, or is not the document of the session's article.
pub fn filled(session: &Session, format: Format, options: &Options, path: &Path) -> Result<Filled, FillError> {
    if format == Format::CriticMarkup { marked(session, options, path) } else { document(session, options, path) }
}

/// The Markdown file at `path` with what the session says in it.
fn marked(session: &Session, options: &Options, path: &Path) -> Result<Filled, FillError> {
    let (name, bytes) = (path.display().to_string(), import::file(path)?);
    let hint = Hint { name: &name, language: Some(&session.article.language) };
    let held = intake::sourced_markdown(&bytes, &hint).map_err(|error| FillError::Unreadable(name.clone(), error))?;
    let original = Original { bytes: &bytes, text: held.taken.article.text(), part: &held.part, map: &held.map };
    export::into_markdown(session, options, &original).map_err(|error| FillError::Refused(name, error))
}

/// The Word document at `path` with what the session says in it.
///
/// # Errors
/// When it can't be read, or is not the document of the session's article.
fn document(session: &Session, options: &Options, path: &Path) -> Result<Filled, FillError> {
    let (name, mut bytes) = (path.display().to_string(), import::file(path)?);
    let hint = Hint { name: &name, language: Some(&session.article.language) };
    let read = |bytes: &[u8]| intake::sourced(bytes, &hint);
    let unreadable = |error| FillError::Unreadable(name.clone(), error);
    let mut held = read(&bytes).map_err(unreadable)?;
    if let Some(before) = export::unrevised(&bytes) {
        held = read(&before).map_err(unreadable)?;
        bytes = before;
    }
    let original = Original { bytes: &bytes, text: held.taken.article.text(), part: &held.part, map: &held.map };
    let filled =
        export::into_original(session, options, &original).map_err(|error| FillError::Refused(name.clone(), error))?;
    // A document whose words came out otherwise is worse than none.
    let again = read(&filled.bytes).ok();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    if again.is_none_or(|again| bare(again.taken.article.text()) != bare(&filled.text)) {
        return Err(FillError::Otherwise(name));
    }
    Ok(filled)
}
