//! The name of a history entry, the same in every copy of a session.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::sha256;

/// Hex digits at the beginning of an entry's id that count the entries made before it.
const COUNT: usize = 6;

/// Hex digits behind them, of the checksum of what the entry says.
const CHECK: usize = 10;

/// The name of a history entry, the same in every copy of the session: how many entries its maker had seen, in hex digits, and
/// a checksum of what it says. Any text in files of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(Arc<str>);

impl EntryId {
    /// The id of an entry that says `what` and is made after `seen` others.
    pub fn new(seen: u64, what: &str) -> Self {
        let check: String = sha256(what.as_bytes()).chars().take(CHECK).collect();
        Self(format!("{:0COUNT$x}{check}", seen + 1).into())
    }

    /// The id as the file has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many entries its maker had seen, with it; 0 for an id that does not say.
    pub(super) fn count(&self) -> u64 {
        let digits = self.0.get(..COUNT).filter(|_| self.0.len() == COUNT + CHECK);
        digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or_default()
    }
}

impl From<&str> for EntryId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}
