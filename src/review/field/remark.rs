//! Remarks: what somebody else said about the words, beside the note and never in its place.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::{Field, Fresh, Input, Row, Shape, append, json, read};

/// What somebody said about a claim. It is neither the reviewer's note nor an answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// Its name within the claim, `m1`, `m2`, …
    #[serde(default)]
    pub id: String,
    /// Who said it; empty when not known.
    #[serde(default)]
    pub by: String,
    /// The day or moment they said it, as written; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// What they said.
    pub text: String,
    /// What it came in with: `Hypothesis`, `Word comment`, `table`; empty when it was written here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Remark {
    /// A free id beside those `held`.
    pub fn fresh_id(held: &[Self]) -> String {
        REMARKS.fresh_id(&json(&held))
    }

    /// The day it was said; what is no day as it stands.
    pub fn day(&self) -> &str {
        self.at.split('T').next().unwrap_or_default()
    }

    /// Who, when and by what way, as far as is known: `Ida, 2026-11-28, Hypothesis`.
    pub fn told(&self) -> String {
        let by = if self.by.trim().is_empty() { "somebody" } else { &self.by };
        let parts = [by, self.day(), &self.from].into_iter().filter(|part| !part.trim().is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What others said about the words, in the order it came.
pub static REMARKS: Field = Field {
    name: "remarks",
    title: "remark",
    key: "remark",
    heading: "Remark",
    shape: Shape::Many(
        &[
            Row::needed("text", "remark", Input::Text).hint("What somebody else said about these words."),
            Row::new("by", "by", Input::Text).hint("Who said it."),
            Row::new("at", "said on", Input::Text).fresh(Fresh::Today).hint("The day they said it: 2026-11-23."),
            Row::new("from", "came with", Input::Text).hint("A letter, a telephone call, a comment in a file."),
        ],
        'm',
    ),
    always: false,
    get: |claim| json(&claim.record.remarks),
    set: |claim, value| read(value).map(|remarks| claim.record.remarks = remarks),
    join: |claim, other| append(&mut claim.record.remarks, &other.record.remarks, |remark| &mut remark.id, 'm'),
};
