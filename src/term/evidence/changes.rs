//! What has become of the files of the evidence since they were read.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::FoundFile;
use super::catalogue::{self, Catalogue};
use crate::review::Evidence;

/// A file with its size and its time, to see whether it has changed.
pub(super) type FileStamp = (PathBuf, u64, Option<std::time::SystemTime>);

/// How the file at `path` is now.
pub(super) fn seen(path: PathBuf) -> FileStamp {
    let about = std::fs::metadata(&path).ok();
    let (size, time) = about.map_or((0, None), |about| (about.len(), about.modified().ok()));
    (path, size, time)
}

/// What has become of a file.
pub(super) struct FileChange {
    /// The file.
    pub(super) name: String,
    how: &'static str,
}

impl FileChange {
    fn of(path: &Path, how: &'static str) -> Self {
        Self { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), how }
    }

    /// The change, in a sentence without a stop.
    pub(super) fn says(&self) -> String {
        format!("{} {}", self.name, self.how)
    }
}

/// Which of the files that a session has as evidence changed, came or went since they were as `before`.
pub(super) fn changes(session: &Path, listed: &[Evidence], before: &[FileStamp]) -> Vec<FileChange> {
    let Catalogue { files, .. } = catalogue::of_session(session, listed);
    let now: HashMap<PathBuf, FileStamp> =
        files.iter().map(|FoundFile { path, .. }| (path.clone(), seen(path.clone()))).collect();
    let known: HashSet<&PathBuf> = before.iter().map(|(path, ..)| path).collect();
    let told = |stamp: &FileStamp| match now.get(&stamp.0) {
        None => Some(FileChange::of(&stamp.0, "is not there any more")),
        Some(now) => (now != stamp).then(|| FileChange::of(&stamp.0, "has changed and was read anew")),
    };
    let new = files.iter().filter(|file| !known.contains(&file.path));
    let new = new.map(|file| FileChange::of(&file.path, "has come"));
    before.iter().filter_map(told).chain(new).collect()
}
