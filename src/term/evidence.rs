//! Fetches evidence from disk: a folder's files, and each file's bytes as its text, whatever its format.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::import::{self, ImportError};
use crate::evidence::{self, Material};
use crate::intake::{self, IntakeError};
use crate::text::parallel;

/// Larger files are recordings and archives, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// Files of one folder that are read.
const MOST: usize = 50_000;
/// Endings of what holds no words.
const WORDLESS: [&str; 19] = [
    "mp3", "mp4", "m4a", "wav", "ogg", "flac", "mov", "mkv", "avi", "webm", "jpg", "jpeg", "png", "gif", "heic", "tif",
    "tiff", "webp", "zip",
];

/// A file to be read, and the name it is told under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// The path as it was named; within a folder that was named, with the folder before it.
    pub name: String,
}

/// The files that `paths` name, those in folders and their folders too, in order of their names, and a sentence for everything
/// that was left out. Links to folders are not followed, so that none leads round in a circle.
pub fn files(paths: &[PathBuf]) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut said, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in paths {
        if path.is_dir() {
            walk(path, &mut found, &mut said, &mut seen);
        } else {
            found.push(Found { path: path.clone(), name: path.display().to_string() });
        }
    }
    (found, said)
}

fn walk(folder: &Path, found: &mut Vec<Found>, said: &mut Vec<String>, seen: &mut HashSet<PathBuf>) {
    if fs::canonicalize(folder).is_ok_and(|whole| !seen.insert(whole)) {
        return;
    }
    let mut entries: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(error) => {
            said.push(format!("{}: the folder can't be read: {error}", folder.display()));
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
            said.push(format!("{name}: a link to a folder, passed over; name the folder itself"));
        } else if WORDLESS.contains(&ending(&path).as_str()) {
            said.push(format!(
                "{name}: passed over, it holds no words; a transcript or a text of it would be searched"
            ));
        } else if about.len() > LARGEST {
            said.push(format!("{name}: passed over, it has {} MB", about.len() / (1024 * 1024)));
        } else if found.len() >= MOST {
            said.push(format!("{}: more than {MOST} files; the rest is passed over", folder.display()));
            return;
        } else {
            found.push(Found { path, name });
        }
    }
}

/// The texts of `files`, in their order, and a sentence for each that can't be read.
pub fn materials(files: &[Found]) -> (Vec<Material>, Vec<String>) {
    let (mut made, mut said) = (Vec::new(), Vec::new());
    for read in parallel::map(files, |file| material(&file.path, &file.name)) {
        match read {
            Ok(material) => made.push(material),
            Err(error) => said.push(error.to_string()),
        }
    }
    (made, said)
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
    let bytes = import::file(path)?;
    let ending = ending(path);
    if matches!(ending.as_str(), "xlsx" | "xlsm" | "xls" | "ods") {
        let broken = |why| ImportError::Unreadable(name.to_owned(), IntakeError::Broken { format: "a workbook", why });
        return evidence::workbook(name, &bytes).map_err(broken);
    }
    let as_article = matches!(ending.as_str(), "html" | "htm" | "xhtml" | "md" | "markdown" | "eml" | "mht" | "mhtml");
    if !as_article
        && !bytes.starts_with(b"PK\x03\x04")
        && let Ok(text) = intake::characters(&bytes)
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
    let taken = import::bytes(&bytes, name, None)?;
    Ok(Material::of_article(name, &taken.article))
}
