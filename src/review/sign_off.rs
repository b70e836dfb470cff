//! Signing a check off: who says they have seen it, when, and exactly what stood there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Extra, Stamp};

/// That somebody has looked at a session as it stood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignOff {
    /// Who.
    pub by: String,
    /// When.
    pub at: Stamp,
    /// The draft that stood, from 1.
    pub draft: u32,
    /// SHA-256 of what stood there, in lower-case hex: see `state_sha256` of a session.
    pub sha256: String,
    /// How many edits of each reviewer had been made by then: what tells those that came later, whenever a merge brought them in.
    pub seen: BTreeMap<String, usize>,
    /// What they said of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Digits of a checksum that people compare by eye.
const DIGITS: usize = 12;

impl SignOff {
    /// The first digits of its checksum.
    pub fn digits(&self) -> &str {
        self.sha256.get(..DIGITS).unwrap_or(&self.sha256)
    }
}
