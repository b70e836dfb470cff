//! Fetches evidence from disk: a file's bytes to its text, whatever its format.

use std::path::Path;

use super::import::{self, ImportError};
use crate::evidence::{self, Material};
use crate::intake;

/// The text of the file at `path`, told under `name`. Transcripts and tables are known by their content and ending, everything
/// else is read as an article is.
///
/// # Errors
/// When there is no such file, or nothing readable is in it.
pub fn material(path: &Path, name: &str) -> Result<Material, ImportError> {
    let bytes = import::file(path)?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let unreadable = |error| ImportError::Unreadable(name.to_owned(), error);
    if matches!(ending.as_str(), "vtt" | "srt" | "json" | "txt" | "text" | "log" | "") {
        let text = intake::characters(&bytes).map_err(unreadable)?;
        if let Some(transcript) = evidence::transcript(name, &text) {
            return Ok(transcript);
        }
        if matches!(ending.as_str(), "txt" | "text" | "log") {
            return Ok(evidence::plain(name, &text));
        }
    }
    let taken = import::bytes(&bytes, name, None)?;
    Ok(Material::of_article(name, &taken.article))
}
