//! The index's rows on disk: one JSON document behind a line with its version and checksum.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::digest::Summary;
use super::footprint::Footprint;
use super::shard::ShardPart;
use crate::store::save;

/// The version of the form, in the file's name as well: programs of two versions each keep their own.
const VERSION: u32 = 14;

/// The largest file of rows that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A session in the index.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct IndexRow {
    pub(super) name: String,
    /// Its file as it was read.
    pub(super) footprint: Footprint,
    pub(super) line: Summary,
    /// Where its words lie.
    pub(super) body: ShardPart,
}

/// Everything the file holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct IndexRows {
    /// The folder of sessions, to be sure.
    folder: PathBuf,
    pub(super) rows: Vec<IndexRow>,
}

impl IndexRows {
    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: real(folder), rows: Vec::new() }
    }

    /// The folder that the sessions lie in.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The names of the segments that its rows lie in, each once.
    pub(super) fn segments(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.body.segment) {
                names.push(row.body.segment.clone());
            }
        }
        names
    }
}

/// The folder, in the cache folder, that holds the index of the sessions in `folder`.
pub(super) fn place(folder: &Path) -> String {
    place_of(&real(folder))
}

/// The same of a folder as [`real`] has it.
pub(super) fn place_of(folder: &Path) -> String {
    format!("index-{:032x}", xxh3_128(folder.as_os_str().as_encoded_bytes()))
}

/// `folder` by the one path that all its paths lead to.
pub(super) fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned())
}

fn file(place: &Path) -> PathBuf {
    place.join(format!("rows-{VERSION}"))
}

fn head(rows: &[u8]) -> String {
    format!("factdesk-index {VERSION} {:016x}\n", xxh3_64(rows))
}

/// The rows in `place`, and when they were written.
pub(super) fn read(place: &Path, folder: &Path) -> Option<(IndexRows, SystemTime)> {
    let path = file(place);
    let about = fs::metadata(&path).ok().filter(|about| about.is_file() && about.len() <= LARGEST)?;
    let bytes = fs::read(&path).ok()?;
    let end = memchr::memchr(b'\n', &bytes)? + 1;
    let (first, rows) = bytes.split_at_checked(end)?;
    if first != head(rows).as_bytes() {
        return None;
    }
    let held: IndexRows = serde_json::from_slice(rows).ok()?;
    (held.folder == real(folder)).then_some((held, about.modified().ok()?))
}

/// When the rows in `place` were written.
pub(super) fn written(place: &Path) -> Option<SystemTime> {
    fs::metadata(file(place)).and_then(|about| about.modified()).ok()
}

/// Writes the rows, if that can be done.
pub(super) fn write(place: &Path, held: &IndexRows) {
    if let Ok(rows) = serde_json::to_vec(held) {
        let mut bytes = head(&rows).into_bytes();
        bytes.extend_from_slice(&rows);
        // The next run reads what has changed again.
        let _ = save::unsynced(&file(place), &bytes);
    }
}
