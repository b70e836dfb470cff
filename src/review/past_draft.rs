//! An earlier draft of the article, as the session file keeps it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Extra, Stamp};

/// An earlier draft. What stands in `text` and `blocks` is kept as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PastDraft {
    /// Its number, from 1.
    pub n: u32,
    /// The path that was opened.
    pub source: String,
    /// SHA-256 of its text, in lower-case hex.
    pub sha256: String,
    /// SHA-256 of its file, in lower-case hex.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file_sha256: String,
    /// When it was imported.
    pub imported_at: Stamp,
    /// Who brought it in.
    pub by: String,
    /// Its headline.
    pub title: String,
    /// Its text.
    pub text: Value,
    /// Its blocks.
    pub blocks: Value,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
