//! The file of trained weights in the platform's configuration folder.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::place;
use crate::propose::Weights;
use crate::store::save;

/// Where trained weights lie; `None` when the platform has no place for settings.
fn place() -> Option<PathBuf> {
    place::settings().map(|folder| folder.join("weights.json"))
}

/// Where trained weights are to be written.
///
/// # Errors
/// When the platform has no place for settings.
pub(super) fn file() -> Result<PathBuf, Failure> {
    place().ok_or_else(|| Failure::failed("there is no home folder to keep weights in; set HOME"))
}

/// The weights that count: those trained, else the built-in ones.
///
/// # Errors
/// When there is a file and no weights can be read from it.
pub(super) fn in_force() -> Result<Weights, Failure> {
    let Some(path) = place() else { return Ok(Weights::default()) };
    let unreadable = |error: &dyn std::fmt::Display| {
        let message = format!("no weights can be read from it: {error}; mend it, or remove it: factdesk train --reset");
        Failure::failed(message).about(&path)
    };
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Weights::default()),
        Ok(about) if !about.is_file() => return Err(unreadable(&"it is no file")),
        // What else is wrong with it, reading it tells.
        Ok(_) | Err(_) => {}
    }
    let bytes = fs::read(&path).map_err(|error| unreadable(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| unreadable(&error))
}

/// Writes `weights` to `path`, whole or not at all; file and folder are for their owner only.
pub(super) fn keep(weights: &Weights, path: &Path) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        private().create(folder).map_err(|error| Failure::from(error).about(folder))?;
    }
    let mut text = serde_json::to_string_pretty(weights)?;
    text.push('\n');
    Ok(save::whole(path, text.as_bytes())?)
}

/// Makes folders for their owner only, with what leads to them.
fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Removes trained weights; whether there were any.
pub(super) fn remove(path: &Path) -> Result<bool, Failure> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::from(error).about(path)),
    }
}
