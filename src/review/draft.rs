//! Text that was typed about a claim and neither kept nor put away.

use serde::{Deserialize, Serialize};

use super::{ClaimId, Stamp};

/// What one open editor holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The claim it is about.
    pub claim: ClaimId,
    /// What is being written, by its name in the session file: `note`, `sources`, `correction`, …
    pub of: String,
    /// The id of the source that is being changed; empty for a new one and for everything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Its fields.
    pub fields: Vec<DraftField>,
    /// When it was written down; empty until it is.
    #[serde(default)]
    pub at: Stamp,
}

/// One field of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftField {
    /// What stands before it on the screen.
    pub name: String,
    /// What it held when the editor was opened: what tells whether somebody has changed it since.
    pub before: String,
    /// What was typed.
    pub text: String,
}

impl DraftField {
    /// True when something was typed into it.
    pub fn is_typed(&self) -> bool {
        self.text != self.before
    }
}
