//! The fate of a claim: what became of it in the latest draft.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::super::vocabulary::vocabulary;
use super::{Field, Input, Row, Shape, json, read};

vocabulary! {
    /// What became of a claim in a new draft.
    FateKind {
        /// Its words stand as they did, but for white space and typographic variants.
        Same = "same",
        /// Its words stand elsewhere.
        Moved = "moved",
        /// Its words are others now.
        Changed = "changed",
        /// Its sentence is several now.
        Split = "split",
        /// Its sentence and another are one now.
        Merged = "merged",
        /// Its words stand nowhere.
        Gone = "gone",
        /// No earlier draft had it.
        New = "new",
    }
}

/// What became of a claim in a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// The draft, from 1.
    pub draft: u32,
    /// What became of it.
    pub is: FateKind,
    /// Its words in the draft before; empty where it had none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub was: String,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What became of the claim in the latest draft; none while there is one draft only.
pub static FATE: Field = Field {
    name: "fate",
    title: "in this draft",
    key: "fate",
    heading: "In this draft",
    shape: Shape::One(&[
        Row::new("is", "is", Input::Choice(FateKind::WORDS, false)),
        Row::new("was", "was", Input::Text),
    ]),
    always: false,
    get: |claim| json(&claim.record.fate),
    set: |claim, value| read(value).map(|fate| claim.record.fate = fate),
    join: |claim, other| {
        if claim.record.fate.is_none() {
            claim.record.fate.clone_from(&other.record.fate);
        }
    },
};
