//! Evidence: a file that sources point into, known by its SHA-256.

use serde::{Deserialize, Serialize};

use super::{Extra, Stamp};

/// A file of evidence. The session names it and holds none of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Its name within the session, `e1`, `e2`, …
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it lies: relative to the session's folder where it lies under it.
    pub path: String,
    /// SHA-256 of the file, in lower-case hex.
    pub sha256: String,
    /// Its media type, `application/pdf`; empty when not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was added.
    pub added_at: Stamp,
    /// Who added it.
    pub by: String,
    /// Never quoted in an export unless asked for.
    pub confidential: bool,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
