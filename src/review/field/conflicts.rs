//! Conflicts: what another copy of the session has differently, until a reviewer settles it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{Claim, Extra, Stamp};
use super::{Field, Mark, Shape, VERDICT, json, read};

/// The same field changed on two sides: one value stands in the field, the other is kept here until a reviewer settles it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The field's name in the file; `anchor` for where the claim sits.
    pub field: String,
    /// The other value, as the file had it.
    pub theirs: Value,
    /// Who gave it; empty when the file does not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When it was given, or when it was noticed.
    #[serde(default)]
    pub at: Stamp,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Conflict {
    /// Another value of a field, given by nobody knows whom.
    pub fn of(field: impl Into<String>, theirs: Value) -> Self {
        Self { field: field.into(), theirs, by: String::new(), at: Stamp::default(), extra: Extra::default() }
    }

    /// True for one over what checking came to: it holds for the words that it was given on.
    pub(in super::super) fn is_judged(&self) -> bool {
        Field::named(&self.field).is_some_and(Field::is_judged)
    }

    /// The verdict that it holds, if it is one.
    pub(in super::super) fn mark(&self) -> Option<Mark> {
        if self.field == VERDICT.name { serde_json::from_value(self.theirs.clone()).ok() } else { None }
    }
}

impl Claim {
    /// Drops what is in conflict over where it sits: places of one draft are none of another.
    pub(in super::super) fn leave_places(&mut self) {
        let is_place = |one: &Conflict| one.field == "anchor";
        if self.record.conflicts.iter().any(is_place) {
            self.record.conflicts.retain(|one| !is_place(one));
        }
    }
}

/// Unsettled differences with another copy of the session.
pub static CONFLICTS: Field = Field {
    name: "conflicts",
    title: "conflict",
    key: "conflict",
    heading: "Conflict",
    shape: Shape::Conflicts,
    always: false,
    get: |claim| json(&claim.record.conflicts),
    set: |claim, value| read(value).map(|conflicts| claim.record.conflicts = conflicts),
    join: |claim, other| claim.record.conflicts.extend(other.record.conflicts.iter().cloned()),
};
