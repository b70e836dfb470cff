//! Copies of a session that are made to be handed on, whole or blind.

use std::fs;
use std::path::{Path, PathBuf};

use super::sides::{ENDING, Sides};
use super::{StoreError, format, on_disk, save};
use crate::review::{Keeps, Session};

/// Writes a copy of the session at `path` as [`copy_of`] does.
///
/// # Errors
/// As [`copy_of`], and when the session can't be read.
pub fn copy(path: &Path, target: Option<&Path>, blind: Option<Keeps>) -> Result<(PathBuf, Session), StoreError> {
    copy_of(&on_disk::read(path)?.session, path, target, blind)
}

/// Writes a copy of `session`, whose file is `path`, a blind one where `blind` says what that keeps; to `target`, else beside
/// the session as `NAME-blind` or `NAME-copy`. Like every session it is for its owner only. Answers with where it lies, and the copy.
///
/// # Errors
/// When the file is there already, or the system refuses.
pub fn copy_of(
    session: &Session,
    path: &Path,
    target: Option<&Path>,
    blind: Option<Keeps>,
) -> Result<(PathBuf, Session), StoreError> {
    let copy = blind.map_or_else(|| session.clone(), |keeps| session.blind(keeps));
    let target = target.map_or_else(|| free(path, if blind.is_some() { "blind" } else { "copy" }), Path::to_owned);
    if fs::symlink_metadata(&target).is_ok() {
        return Err(StoreError::Taken { path: target });
    }
    save::whole(&target, &format::print(&copy))?;
    Ok((target, copy))
}

/// A free path beside the session at `path`, named after it and `what` it is.
fn free(path: &Path, what: &str) -> PathBuf {
    let name = Sides::of(path).name().to_owned();
    let numbered = |n: u32| if n == 1 { String::new() } else { format!("-{n}") };
    let at = |n| path.with_file_name(format!("{name}-{what}{}{ENDING}", numbered(n)));
    (1..=u32::MAX).map(at).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| at(1))
}
