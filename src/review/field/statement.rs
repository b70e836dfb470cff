//! The statement: what a claim says, in the reviewer's own words.

use super::{Field, Shape, add_line, json, read};

/// The statement in the reviewer's words; empty when the article's words do.
pub static STATEMENT: Field = Field {
    name: "statement",
    title: "own words",
    key: "statement",
    heading: "In your own words",
    shape: Shape::Text,
    always: false,
    get: |claim| json(&claim.statement),
    set: |claim, value| read(value).map(|statement| claim.statement = statement),
    join: |claim, other| add_line(&mut claim.statement, &other.statement),
};
