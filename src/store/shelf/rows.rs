//! What is known of each file whose text is kept: how it was when it was read, its head, and what is to be said of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::evidence::Material;
use crate::store::index::Footprint;
use crate::store::{StoreError, save};

/// The version of the form and of how files are read, in the folder's name as well: programs of two versions each keep their own. It
/// goes up with every change of `intake` by which a file may come to another text, for else the one of before would be shown on.
pub(super) const VERSION: u32 = 3;
/// The name of the list.
const NAME: &str = "files";

/// A file whose text is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptFile {
    /// Where it lies.
    pub(super) path: PathBuf,
    pub(super) footprint: Footprint,
    /// The SHA-256 of its bytes, in hexadecimal, and how many they are.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What is to be said of how it was read: a sentence each, in which [`OWN`] stands for its name.
    pub(super) said: Vec<String>,
    pub(super) parts: Vec<KeptPart>,
}

/// What stands for the name of a file.
pub(super) const OWN: &str = "\u{0}";

/// A text of a file: its own, or that of something attached to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptPart {
    /// Its number in the index.
    pub(super) number: u64,
    /// Its passages there.
    pub(super) passages: u64,
    /// Its length as it is kept, in bytes.
    pub(super) length: u64,
    /// What it is known by; in its name [`OWN`] stands for the file's.
    pub(super) head: Arc<Material>,
}

impl KeptFile {
    /// What is to be said of it under `name`.
    pub fn said(&self, name: &str) -> Vec<String> {
        self.said.iter().map(|said| said.replace(OWN, name)).collect()
    }

    /// Its heads under `name`, with their numbers.
    pub(super) fn heads(&self, name: &str) -> impl Iterator<Item = (u64, Arc<Material>)> {
        self.parts.iter().map(move |part| {
            let head = Material { name: part.head.name.replace(OWN, name), ..(*part.head).clone() };
            (part.number, Arc::new(head))
        })
    }
}

/// All of them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct KeptFiles {
    /// The number that the next text gets.
    pub(super) next: u64,
    pub(super) files: Vec<KeptFile>,
}

fn head(rows: &[u8]) -> String {
    format!("factdesk-evidence {VERSION} {:016x}\n", xxh3_64(rows))
}

/// The list in `place`; nothing where there is none, or it is broken.
pub(super) fn read(place: &Path) -> Option<KeptFiles> {
    let bytes = fs::read(place.join(NAME)).ok()?;
    let (first, rows) = bytes.split_at_checked(memchr::memchr(b'\n', &bytes)? + 1)?;
    if first != head(rows).as_bytes() {
        return None;
    }
    serde_json::from_slice(rows).ok()
}

/// When the list in `place` was written.
pub(super) fn written(place: &Path) -> Option<SystemTime> {
    fs::metadata(place.join(NAME)).and_then(|about| about.modified()).ok()
}

/// Writes the list.
///
/// # Errors
/// When the system refuses.
pub(super) fn write(place: &Path, held: &KeptFiles) -> Result<(), StoreError> {
    let rows = serde_json::to_vec(held).unwrap_or_default();
    let mut bytes = head(&rows).into_bytes();
    bytes.extend_from_slice(&rows);
    save::unsynced(&place.join(NAME), &bytes)
}
