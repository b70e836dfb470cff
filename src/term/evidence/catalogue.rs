//! Which files are a session's evidence, where they lie, and what became of them since they were added.

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{FoundFile, files};
use crate::review::Evidence;
use crate::store;
use crate::term::import;

/// Files that are a session's evidence, with what is to be said of those that are not there.
pub struct Catalogue {
    /// The files.
    pub files: Vec<FoundFile>,
    /// What is to be said, a sentence each.
    pub said: Vec<String>,
}

/// Where evidence lies that the session at `session` lists as `told`. The folder beside a session goes along when that is renamed, and
/// the list still has its name of before.
fn place(session: &Path, told: &str) -> PathBuf {
    let listed = session.parent().unwrap_or(Path::new("")).join(told);
    let within = told.split_once('/').filter(|(folder, _)| folder.ends_with(".evidence"));
    match within.map(|(_, file)| store::evidence_folder(session).join(file)) {
        Some(moved) if !listed.exists() && moved.is_file() => moved,
        _ => listed,
    }
}

/// The files of the session at `path`: all that lie in the folder beside it, and those that it lists.
pub fn of_session(path: &Path, listed: &[Evidence]) -> Catalogue {
    let folder = store::evidence_folder(path);
    let (mut found, mut said) =
        if folder.is_dir() { files(std::slice::from_ref(&folder)) } else { (Vec::new(), Vec::new()) };
    for file in &mut found {
        if let Ok(inside) = file.path.strip_prefix(&folder) {
            file.name = inside.display().to_string();
        }
    }
    for evidence in listed {
        let place = place(path, &evidence.path);
        if found.iter().any(|file| file.path == place) {
            continue;
        }
        if place.is_file() {
            found.push(FoundFile { path: place, name: evidence.path.clone() });
        } else {
            said.push(missing(evidence));
        }
    }
    Catalogue { files: found, said }
}

fn missing(evidence: &Evidence) -> String {
    format!("it is not there any more; put it back, or name where it lies now: {}", evidence.path)
}

/// What is to be said of the files that the session at `path` lists and that are not as they were: missing, changed, or barred. All
/// of them are read for their checksums.
pub fn amiss(path: &Path, listed: &[Evidence]) -> Vec<String> {
    let mut seen = HashSet::new();
    let files = listed.iter().filter(|evidence| seen.insert(&evidence.path));
    let told = |evidence: &Evidence| {
        let place = place(path, &evidence.path);
        if !place.is_file() {
            return Some(missing(evidence));
        }
        match import::checksum(&place) {
            Ok(sha256) => changed(listed, &Evidence { sha256, ..evidence.clone() }),
            Err(error) => Some(error.to_string()),
        }
    };
    files.filter_map(told).collect()
}

/// What the session at `session` keeps of each of `files`, and a sentence for each that can't be read.
pub fn entries(session: &Path, files: &[FoundFile]) -> (Vec<Evidence>, Vec<String>) {
    let (mut made, mut said) = (Vec::new(), Vec::new());
    for file in files {
        let bytes = fs::metadata(&file.path).map_or(0, |about| about.len());
        match import::checksum(&file.path) {
            Ok(sha256) => made.push(entry(session, file, sha256, bytes)),
            Err(error) => said.push(error.to_string()),
        }
    }
    (made, said)
}

/// What the session keeps of a file that was read.
pub(super) fn entry(session: &Path, file: &FoundFile, sha256: String, bytes: u64) -> Evidence {
    let title = file.path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    Evidence {
        id: Evidence::id_of(&sha256),
        title,
        path: told(session, &file.path),
        sha256,
        media_type: media_type(&file.path).to_owned(),
        bytes,
        ..Evidence::default()
    }
}

/// What is to be said of a file that is not as it was when it was added; nothing of any other.
pub(super) fn changed(listed: &[Evidence], entry: &Evidence) -> Option<String> {
    let held = listed.iter().filter(|held| held.path == entry.path);
    let mut known = held.clone();
    let last = held.max_by(|one, other| one.added_at.cmp(&other.added_at))?;
    let same = known.any(|held| held.sha256 == entry.sha256);
    (!same).then(|| format!("it has changed since it was added on {}: {}", last.added_at.day(), entry.path))
}

/// A path as the session writes it: relative to the session's folder where it lies under that.
fn told(session: &Path, path: &Path) -> String {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let home = session.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (home, path) = (whole(home), whole(path));
    let inside = path.strip_prefix(&home).unwrap_or(&path);
    if inside.is_absolute() {
        return inside.display().to_string();
    }
    let parts = inside.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Endings and the media types that they stand for.
const TYPES: [(&str, &str); 24] = [
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("markdown", "text/markdown"),
    ("html", "text/html"),
    ("htm", "text/html"),
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("vtt", "text/vtt"),
    ("srt", "application/x-subrip"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("eml", "message/rfc822"),
    ("mht", "multipart/related"),
    ("mhtml", "multipart/related"),
    ("rtf", "application/rtf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xls", "application/vnd.ms-excel"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("epub", "application/epub+zip"),
    ("webarchive", "application/x-webarchive"),
    ("tab", "text/tab-separated-values"),
];

fn media_type(path: &Path) -> &'static str {
    let ending = super::ending(path);
    TYPES.iter().find(|(known, _)| *known == ending).map_or("", |(_, kind)| kind)
}
