//! Fetches an article's bytes from a file or stdin and reads them.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::{clock, pdf};
use crate::export;
use crate::intake::{self, Hint, IntakeError, Taken};
use crate::review::{Hashing, sha256};
use crate::store;
use crate::text::parallel;

/// Bytes of a file that are read at once when only its checksum is wanted.
const PIECE: usize = 1 << 15;

/// Why an article could not be read. Each names the file and the way out.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("{0}: there is no such file; check the path, or see factdesk list for saved sessions")]
    Missing(String),
    /// A folder, a device, a pipe.
    #[error("{0}: that is {1}, not a file; name an article or a session file")]
    NotAFile(String, &'static str),
    /// A session where an article is wanted.
    #[error("{0}: that is a session, not an article; see factdesk check, export or open")]
    Session(String),
    /// The system refused.
    #[error("{0}: it can't be read: {1}")]
    Io(String, io::Error),
    /// It was read, and is no article.
    #[error("{0}: {1}")]
    Unreadable(String, IntakeError),
}

/// The article at `path`, or on stdin for `-`; `language` is a BCP 47 code when the user told it.
///
/// # Errors
/// When there is no such file, it is no regular file, or nothing readable is in it.
pub fn article(path: &Path, language: Option<&str>) -> Result<Taken, ImportError> {
    let name = path.display().to_string();
    if store::is_session(path) {
        return Err(ImportError::Session(name));
    }
    let content = if path.as_os_str() == "-" { stdin(&name)? } else { file(path)? };
    bytes(&content, &name, language)
}

/// The article that `content` holds, which came under `name`.
///
/// # Errors
/// When nothing readable is in it.
pub fn bytes(content: &[u8], name: &str, language: Option<&str>) -> Result<Taken, ImportError> {
    let hint = Hint { name, language };
    let mut checksum = None;
    let read = parallel::beside(|| checksum = Some(sha256(content)), || read(content, &hint));
    let mut taken = read.map_err(|error| ImportError::Unreadable(name.to_owned(), error))?;
    taken.article.provenance.imported_at = clock::now();
    // Another chapter of the same book is another article.
    let whole = intake::chapter(name).is_none();
    taken.article.provenance.file_sha256 = whole.then(|| checksum.unwrap_or_else(|| sha256(content)));
    Ok(taken)
}

/// Reads an article; a PDF in a process of its own.
fn read(content: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    if intake::pdf::is_pdf(content) {
        return intake::read_pdf(&pdf::document(content)?, hint);
    }
    // What we put into a document and nobody has answered is none of its words.
    match export::unfilled(content) {
        Some(before) => intake::read(&before, hint),
        None => intake::read(content, hint),
    }
}

fn stdin(name: &str) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| ImportError::Io(name.to_owned(), error))?;
    Ok(bytes)
}

/// SHA-256 of the file at `path`, in lower-case hex; no more than a piece of it lies in memory.
///
/// # Errors
/// When there is no such file, or it is no regular file.
pub(super) fn checksum(path: &Path) -> Result<String, ImportError> {
    let failed = |error| ImportError::Io(path.display().to_string(), error);
    let mut file = opened(path)?;
    let (mut hashing, mut piece) = (Hashing::default(), vec![0; PIECE]);
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(hashing.hex()),
            Ok(read) => hashing.take(piece.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
}

/// The bytes of the file at `path`.
///
/// # Errors
/// When there is no such file, or it is no regular file.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    let read = opened(path)?.read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| ImportError::Io(path.display().to_string(), error))
}

/// The file that a path means: of `book.epub#3` the book.
fn located(path: &Path) -> &Path {
    let book = path.to_str().filter(|name| intake::chapter(name).is_some()).and_then(|name| name.rsplit_once('#'));
    book.map_or(path, |(book, _)| Path::new(book))
}

/// The regular file that `path` means.
fn opened(path: &Path) -> Result<fs::File, ImportError> {
    let path = located(path);
    let name = || path.display().to_string();
    let about = fs::metadata(path).map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            ImportError::Missing(name())
        } else {
            ImportError::Io(name(), error)
        }
    })?;
    if about.is_dir() {
        return Err(ImportError::NotAFile(name(), "a folder"));
    }
    if !about.is_file() {
        return Err(ImportError::NotAFile(name(), "a device or pipe"));
    }
    fs::File::open(path).map_err(|error| ImportError::Io(name(), error))
}
