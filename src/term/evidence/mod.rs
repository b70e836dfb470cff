//! Fetches evidence from disk: a folder's files, and each file's bytes as its text, whatever its format.

mod catalogue;
mod changes;
mod indexed;
pub mod indexer;
mod kept;
mod searcher;

use std::collections::HashSet;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::import::{self, ImportError};
use super::pdf;
use crate::evidence::{self, Leaf, Material};
use crate::intake::pdf::{Paged, PdfDocument};
use crate::intake::{self, IntakeError};
use crate::review::sha256;
use crate::text::parallel;
pub use catalogue::{Catalogue, amiss, entries, of_session};
pub(super) use indexed::EvidencePlace;
pub use kept::{KeptFolder, in_memory, is_much, kept};
pub(super) use searcher::Searcher;

/// Larger files are recordings and archives, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// Files of one folder that are read.
const MOST: usize = 50_000;
/// Files that are read before it is looked whether anybody still waits for them.
const PORTION: usize = 16;
/// Endings of what holds no words.
const WORDLESS: [&str; 19] = [
    "mp3", "mp4", "m4a", "wav", "ogg", "flac", "mov", "mkv", "avi", "webm", "jpg", "jpeg", "png", "gif", "heic", "tif",
    "tiff", "webp", "zip",
];

/// A file to be read, and the name it is told under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundFile {
    /// Where it is.
    pub path: PathBuf,
    /// The path as it was named; within a folder that was named, with the folder before it.
    pub name: String,
}

/// The files that `paths` name, those in folders and their folders too, in order of their names, and a sentence for everything
/// that was left out. Links to folders are not followed, so that none leads round in a circle.
pub fn files(paths: &[PathBuf]) -> (Vec<FoundFile>, Vec<String>) {
    let (mut found, mut said, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in paths {
        if path.is_dir() {
            walk(path, &mut found, &mut said, &mut seen);
        } else {
            found.push(FoundFile { path: path.clone(), name: path.display().to_string() });
        }
    }
    (found, said)
}

fn walk(folder: &Path, found: &mut Vec<FoundFile>, said: &mut Vec<String>, seen: &mut HashSet<PathBuf>) {
    if fs::canonicalize(folder).is_ok_and(|whole| !seen.insert(whole)) {
        return;
    }
    let mut entries: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(error) => {
            said.push(format!("the folder can't be read: {error}: {}", folder.display()));
            return;
        }
    };
    entries.sort();
    for path in entries {
        let name = path.display().to_string();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
        let Ok(about) = fs::symlink_metadata(&path) else { continue };
        if hidden {
            continue;
        }
        if about.is_dir() {
            walk(&path, found, said, seen);
        } else if about.is_symlink() && path.is_dir() {
            said.push(format!("a link to a folder, passed over; name the folder itself: {name}"));
        } else if WORDLESS.contains(&ending(&path).as_str()) {
            said.push(format!(
                "it holds no words and is passed over; a transcript or a text of it would be searched: {name}"
            ));
        } else if about.len() > LARGEST {
            said.push(format!("it has {} MB and is passed over: {name}", about.len() / (1024 * 1024)));
        } else if found.len() >= MOST {
            said.push(format!("more than {MOST} files; the rest is passed over: {}", folder.display()));
            return;
        } else {
            found.push(FoundFile { path, name });
        }
    }
}

/// The texts of `files`, in their order, and a sentence for each that can't be read, or not whole.
pub fn materials(files: &[FoundFile]) -> (Vec<Material>, Vec<String>) {
    let (mut made, mut said) = (Vec::new(), Vec::new());
    for read in parallel::map_each(files, read) {
        made.extend(read.materials);
        said.extend(read.said);
    }
    (made, said)
}

/// What came of reading a file.
#[derive(Default)]
struct Read {
    /// Its text, and those of what is attached to it.
    materials: Vec<Material>,
    /// What is to be said.
    said: Vec<String>,
    /// Its SHA-256 and its size in bytes, where it could be opened.
    known: Option<(String, u64)>,
}

/// The text of a file and of what is attached to it, and what is to be said. Whatever breaks the reader costs that file alone.
fn read(file: &FoundFile) -> Read {
    let bytes = match import::file(&file.path) {
        Ok(bytes) => bytes,
        Err(error) => return Read { said: vec![error.to_string()], ..Read::default() },
    };
    let known = Some((sha256(&bytes), bytes.len() as u64));
    let said = match panic::catch_unwind(|| held(&bytes, &file.name)) {
        Ok(Ok(material)) => return attached(&bytes, file, Read { materials: vec![material], said: Vec::new(), known }),
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("its reader broke down over it; it is left out: {}", file.name),
    };
    Read { materials: Vec::new(), said: vec![said], known }
}

/// Adds what is attached to a mail, and what is to be said of how all of it was read.
fn attached(bytes: &[u8], file: &FoundFile, read: Read) -> Read {
    let Read { materials: mut made, mut said, known } = read;
    for (name, content) in intake::attachments(bytes) {
        let name = format!("{} › {name}", file.name);
        if WORDLESS.contains(&ending(Path::new(&name)).as_str()) {
            said.push(format!("it holds no words and is passed over: {name}"));
            continue;
        }
        match panic::catch_unwind(|| held(&content, &name)) {
            Ok(Ok(material)) => made.push(material),
            Ok(Err(error)) => said.push(error.to_string()),
            Err(_) => said.push(format!("its reader broke down over it; it is left out: {name}")),
        }
    }
    let noticed = |material: &Material| -> Vec<String> {
        material.notices.iter().map(|notice| format!("{notice}: {}", material.name)).collect()
    };
    said.extend(made.iter().flat_map(noticed));
    Read { materials: made, said, known }
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The text of the file at `path`, told under `name`. Transcripts, tables and plain text are known by their content and ending,
/// everything else is read as an article is.
///
/// # Errors
/// When there is no such file, or nothing readable is in it.
pub fn material(path: &Path, name: &str) -> Result<Material, ImportError> {
    held(&import::file(path)?, name)
}

/// The text that `bytes` hold, told under `name`.
fn held(bytes: &[u8], name: &str) -> Result<Material, ImportError> {
    let ending = ending(Path::new(name));
    let unreadable = |error| ImportError::Unreadable(name.to_owned(), error);
    if intake::pdf::is_pdf(bytes) {
        return paged(&pdf::document(bytes).map_err(unreadable)?, name).map_err(unreadable);
    }
    if matches!(ending.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods") {
        let broken = |why| unreadable(IntakeError::Broken { format: "a workbook", why });
        return evidence::workbook(name, bytes).map_err(broken);
    }
    let web = matches!(ending.as_str(), "html" | "htm" | "xhtml" | "mht" | "mhtml" | "webarchive");
    let as_article = web || matches!(ending.as_str(), "md" | "markdown" | "eml");
    if !as_article
        && !bytes.starts_with(b"PK\x03\x04")
        && let Ok(text) = intake::characters(bytes)
    {
        if let Some(transcript) = evidence::transcript(name, &text) {
            return Ok(transcript);
        }
        if matches!(ending.as_str(), "csv" | "tsv" | "tab") {
            return Ok(evidence::table(name, &text));
        }
        if matches!(ending.as_str(), "txt" | "text" | "log" | "pdf") {
            return Ok(evidence::plain(name, &text));
        }
    }
    if matches!(ending.as_str(), "md" | "markdown")
        && let Some(made) = intake::characters(bytes).ok().and_then(|text| evidence::marked_up(name, &text))
    {
        return Ok(made);
    }
    let taken = import::bytes(bytes, name, None)?;
    let document = Material::of_article(name, &taken.article, web);
    let mut made = if web { document } else { evidence::as_said(document) };
    // What hangs on a mail is read beside it.
    made.notices = taken.notices.into_iter().filter(|notice| !notice.starts_with("Attached to the mail")).collect();
    Ok(made)
}

fn leaf(part: &Paged) -> Leaf<'_> {
    Leaf { page: part.page, printed: part.printed.as_deref(), text: &part.text, goes_on: part.goes_on }
}

/// A PDF's words by its pages.
fn paged(document: &PdfDocument, name: &str) -> Result<Material, IntakeError> {
    let paged = intake::pdf::paged(document)?;
    let leaves: Vec<Leaf<'_>> = paged.iter().map(leaf).collect();
    let mut made = evidence::leaves(name, &leaves, document.pages.len());
    made.title =
        document.title.clone().filter(|title| title.contains(' ')).unwrap_or_else(|| {
            made.pieces.first().map(|piece| piece.span.of(&made.text).to_owned()).unwrap_or_default()
        });
    made.people = document.author.iter().cloned().collect();
    if document.pages.len() >= intake::pdf::MOST_PAGES {
        made.notices.push(format!("its first {} pages were read", intake::pdf::MOST_PAGES));
    }
    Ok(made)
}
