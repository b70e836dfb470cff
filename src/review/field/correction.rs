//! Corrections: words proposed instead of the article's.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::super::vocabulary::vocabulary;
use super::{Field, Fresh, Input, Row, Shape, append, json, read};

vocabulary! {
    /// What became of a correction.
    CorrectionStatus {
        /// Suggested to the author or editor.
        Proposed = "proposed",
        /// Taken over.
        Accepted = "accepted",
        /// Turned down.
        Rejected = "rejected",
    }
}

/// Words proposed instead of the article's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Its name within the claim, `c1`, `c2`, …
    #[serde(default)]
    pub id: String,
    /// The words.
    pub text: String,
    /// What became of them.
    #[serde(default = "proposed")]
    pub status: CorrectionStatus,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

const fn proposed() -> CorrectionStatus {
    CorrectionStatus::Proposed
}

impl Correction {
    /// Words proposed just now, beside those `held`.
    pub fn proposed(text: impl Into<String>, held: &[Self]) -> Self {
        let id = CORRECTIONS.fresh_id(&json(&held));
        Self { id, text: text.into(), status: CorrectionStatus::Proposed, extra: Extra::default() }
    }
}

/// The corrections, in the order they were proposed.
pub static CORRECTIONS: Field = Field {
    name: "corrections",
    title: "correction",
    key: "correction",
    heading: "Correction",
    shape: Shape::Many(
        &[
            Row::needed("text", "instead", Input::Text).fresh(Fresh::Words),
            Row::new("status", "state", Input::Choice(CorrectionStatus::WORDS, false)),
        ],
        'c',
    ),
    always: false,
    get: |claim| json(&claim.record.corrections),
    set: |claim, value| read(value).map(|corrections| claim.record.corrections = corrections),
    join: |claim, other| append(&mut claim.record.corrections, &other.record.corrections, |one| &mut one.id, 'c'),
};
