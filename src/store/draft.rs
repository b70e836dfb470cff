//! Text that was typed and not yet kept, in a file beside the session until it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{StoreError, Workplace, save};
use crate::review::{Draft, Stamp};

/// The file beside a session that holds what its editors hold. It can be written without the session's keeper, by whoever
/// sees the program end.
#[derive(Clone, Debug)]
pub struct DraftFile {
    path: PathBuf,
    now: fn() -> Stamp,
}

impl DraftFile {
    pub(super) fn at(path: PathBuf, desk: &Workplace) -> Self {
        Self { path, now: desk.now }
    }

    /// Writes `drafts` down, durably; one without a stamp gets the present one.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, drafts: &[Draft]) -> Result<(), StoreError> {
        let stamped = |draft: &Draft| {
            let at = if draft.at.as_str().is_empty() { (self.now)() } else { draft.at.clone() };
            Draft { at, ..draft.clone() }
        };
        let drafts: Vec<Draft> = drafts.iter().map(stamped).collect();
        // Strings only: always JSON.
        save::whole(&self.path, &serde_json::to_vec_pretty(&drafts).unwrap_or_default())
    }

    /// Takes it away: everything in it has been kept, or put away.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(&self) -> Result<(), StoreError> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io(&self.path, "the draft can't be removed", error))
            }
            _ => Ok(()),
        }
    }
}

/// The drafts at `path`; a missing file is none, and so is one that can't be read: it is moved aside, with a notice.
pub(super) fn read(path: &Path) -> (Vec<Draft>, Option<String>) {
    let unreadable = |why: &dyn std::fmt::Display| {
        (
            Vec::new(),
            Some(format!("text that was typed and not kept is there, but can't be read: {why}: {}", path.display())),
        )
    };
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Vec::new(), None),
        Err(error) => unreadable(&error),
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(drafts) => (drafts, None),
            Err(error) => {
                let aside = path.with_extension("unreadable");
                let (drafts, notice) = unreadable(&error);
                match fs::rename(path, &aside) {
                    Ok(()) => (drafts, notice.map(|notice| format!("{notice}; it is kept as {}", aside.display()))),
                    Err(_) => (drafts, notice),
                }
            }
        },
    }
}
