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
    /// The latest draft that came without it, from 1; 0 while none did.
    #[serde(default, skip_serializing_if = "is_none")]
    pub passed_by: u32,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

const fn proposed() -> CorrectionStatus {
    CorrectionStatus::Proposed
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_none(draft: &u32) -> bool {
    *draft == 0
}

impl Correction {
    /// Words proposed just now, beside those `held`.
    pub fn proposed(text: impl Into<String>, held: &[Self]) -> Self {
        let id = CORRECTIONS.fresh_id(&json(&held));
        Self { id, text: text.into(), status: CorrectionStatus::Proposed, passed_by: 0, extra: Extra::default() }
    }

    /// Of several the one that is to stand in the text: the latest that was not turned down. A state that a later version wrote is
    /// none that this one would act on.
    pub fn standing(held: &[Self]) -> Option<&Self> {
        let stands = |one: &&Self| matches!(one.status, CorrectionStatus::Proposed | CorrectionStatus::Accepted);
        held.iter().rev().find(stands)
    }

    /// True for one that a draft passed by, and that nobody has answered.
    pub fn is_ignored(&self) -> bool {
        self.passed_by > 0 && self.status == CorrectionStatus::Proposed
    }

    /// Its state in words: `proposed`, `proposed; draft 2 came without it`.
    pub fn state(&self) -> String {
        if self.is_ignored() {
            format!("{}; draft {} came without it", self.status, self.passed_by)
        } else {
            self.status.to_string()
        }
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
