//! Text that was typed and not yet confirmed, kept beside the session until it is.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{StoreError, save};
use crate::review::{ClaimId, Stamp};

/// The unconfirmed text of one editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The claim it belongs to.
    pub claim: ClaimId,
    /// The field, by its name in the session file: `note`, `correction`, `query`, …
    pub field: String,
    /// What the field held when the editor opened, so that a draft is never put over something newer.
    #[serde(default)]
    pub before: String,
    /// What was typed.
    pub text: String,
    /// Where the cursor stood, in bytes of `text`.
    #[serde(default)]
    pub cursor: usize,
    /// When it was written down.
    #[serde(default)]
    pub at: Stamp,
}

/// The draft at `path`; a missing one is none, and so is one that can't be read, with a notice.
pub(super) fn read(path: &Path) -> (Option<Draft>, Option<String>) {
    let unreadable = |why: &dyn std::fmt::Display| {
        (None, Some(format!("{}: a draft of unconfirmed text is there, but can't be read: {why}", path.display())))
    };
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
        Err(error) => unreadable(&error),
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(draft) => (Some(draft), None),
            Err(error) => unreadable(&error),
        },
    }
}

/// Writes the draft, or takes it away.
///
/// # Errors
/// When the system refuses.
pub(super) fn write(path: &Path, draft: Option<&Draft>) -> Result<(), StoreError> {
    let Some(draft) = draft else {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io(path, "the draft can't be removed", error))
            }
            _ => Ok(()),
        };
    };
    // Strings and a number: always JSON.
    save::whole(path, &serde_json::to_vec_pretty(draft).unwrap_or_default())
}
