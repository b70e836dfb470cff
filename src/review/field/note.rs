//! The note: whatever a reviewer writes down about a claim.

use super::{Field, Shape, add_line, json, read};

/// The note, any text.
pub static NOTE: Field = Field {
    name: "note",
    title: "note",
    key: "note",
    heading: "Note",
    shape: Shape::Text,
    always: true,
    get: |claim| json(&claim.record.note),
    set: |claim, value| read(value).map(|note| claim.record.note = note),
    join: |claim, other| add_line(&mut claim.record.note, &other.record.note),
};
