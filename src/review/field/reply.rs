//! Right of reply: who is criticised, when they were asked, what they answered.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::{Field, Fresh, Input, Row, Shape, append, json, read};

/// The right of reply of one who is criticised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Its name within the claim, `r1`, `r2`, …
    #[serde(default)]
    pub id: String,
    /// Who is criticised.
    pub who: String,
    /// The day they were asked, as written.
    #[serde(default)]
    pub asked_at: String,
    /// What they answered; empty until they did.
    #[serde(default)]
    pub answer: String,
    /// The day they answered, as written; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered_at: String,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Reply {
    /// True while they have not answered.
    pub fn is_open(&self) -> bool {
        self.answer.trim().is_empty()
    }
}

/// Those who were asked to reply.
pub static REPLIES: Field = Field {
    name: "replies",
    title: "right of reply",
    key: "reply",
    heading: "Right of reply",
    shape: Shape::Many(
        &[
            Row::needed("who", "who", Input::Text).hint("Who is criticised and has the right of reply."),
            Row::new("asked_at", "asked on", Input::Day)
                .fresh(Fresh::Today)
                .hint("The day they were asked: 2026-11-23."),
            Row::new("answer", "answer", Input::Text).hint("What they answered; empty until they did."),
            Row::new("answered_at", "answered on", Input::Day).hint("The day they answered: 2026-11-23."),
        ],
        'r',
    ),
    always: false,
    get: |claim| json(&claim.record.replies),
    set: |claim, value| read(value).map(|replies| claim.record.replies = replies),
    join: |claim, other| append(&mut claim.record.replies, &other.record.replies, |reply| &mut reply.id, 'r'),
};
