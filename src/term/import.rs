//! Fetches an article's bytes from a file or stdin and reads them.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::{clock, pdf};
use crate::export;
use crate::intake::{self, Hint, IntakeError, Taken};
use crate::review::{Article, BlockKind, Hashing, sha256};
use crate::store;
use crate::text::parallel;

/// Bytes of a file that are read at once when only its checksum is wanted.
const PIECE: usize = 1 << 15;

/// Why an article could not be read. Each names the file and the way out.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("there is no such file; check the path, or see factdesk list for saved sessions: {0}")]
    Missing(String),
    /// A folder, a device, a pipe.
    #[error("that is {1}, not a file; name an article or a session file: {0}")]
    NotAFile(String, &'static str),
    /// A session where an article is wanted.
    #[error("that is a session, not an article; see factdesk check, export or open: {0}")]
    Session(String),
    /// The system refused.
    #[error("it can't be read: {1}: {0}")]
    Io(String, io::Error),
    /// It was read, and is no article.
    #[error("{1}: {0}")]
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
    handed_in(&content, &name, language)
}

/// The article that `content` holds, which came under `name`: of a mail that says next to nothing, the draft that hangs on it.
///
/// # Errors
/// When nothing readable is in it.
pub(super) fn handed_in(content: &[u8], name: &str, language: Option<&str>) -> Result<Taken, ImportError> {
    let own = bytes(content, name, language);
    let said = own.as_ref().map_or(0, |taken| running(&taken.article));
    if said > NOTE || !matches!(own, Ok(_) | Err(ImportError::Unreadable(_, IntakeError::Wordless(_)))) {
        return own;
    }
    let hangs = intake::attachments(content).into_iter().filter(|(name, _)| may_be_draft(name));
    let drafts = hangs.filter_map(|(file, bytes)| {
        let taken = read(&bytes, &Hint { name: &file, language }).ok()?;
        (running(&taken.article) > said.max(NOTE / 2)).then_some((file, taken))
    });
    let mut drafts: Vec<(String, Taken)> = drafts.collect();
    let several: Vec<&str> = drafts.iter().map(|(file, _)| file.as_str()).collect();
    if several.len() > 1 {
        let told =
            format!("The mail has no article of its own, and more than one hangs on it: {}.", several.join(", "));
        return own.map(|taken| Taken { notices: [vec![told], taken.notices].concat(), ..taken });
    }
    let Some((file, mut taken)) = drafts.pop() else { return own };
    let about = &mut taken.article.provenance;
    name.clone_into(&mut about.source);
    about.imported_at = clock::now();
    about.file_sha256 = Some(sha256(content));
    if let Ok(mail) = own {
        about.byline = about.byline.take().or(mail.article.provenance.byline);
        about.published = about.published.take().or(mail.article.provenance.published);
    }
    taken.notices.insert(0, format!("The mail has no article of its own; {file}, which hangs on it, was read."));
    Ok(taken)
}

/// Words of a mail that hands over what hangs on it, at most.
const NOTE: usize = 60;

/// The words of an article that are no furniture.
fn running(article: &Article) -> usize {
    let told = article.blocks().iter().filter(|block| block.kind != BlockKind::Furniture);
    told.map(|block| article.words(block.span).split_whitespace().count()).sum()
}

/// False for what hangs on mails and is no draft: cards, dates, signatures, tables.
fn may_be_draft(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let others = ["ics", "vcf", "p7s", "asc", "sig", "csv", "tsv", "log", "json", "xml", "vtt", "srt"];
    !others.contains(&ending.as_str())
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
