//! A session file's bytes, read with care: only regular files, never more than a session may have.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::format::LARGEST;
use super::{StoreError, save};

/// The bytes of a regular file, as many as a session may have and one more, so that a larger one is told.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |error: io::Error| {
        let missing = error.kind() == io::ErrorKind::NotFound;
        StoreError::io(path, if missing { "there is no such file" } else { "it can't be read" }, error)
    };
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let about = fs::metadata(path).map_err(failed)?;
    save::regular(path, &about)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(LARGEST)).unwrap_or_default() + 1);
    fs::File::open(path).map_err(failed)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
