//! The assignee: who is to check a claim.

use super::{Field, Shape, add_line, json, read};

/// Who is to check the claim; empty while nobody was named.
pub static ASSIGNEE: Field = Field {
    name: "assignee",
    title: "assignee",
    key: "assignee",
    heading: "Assignee",
    shape: Shape::Text,
    always: false,
    get: |claim| json(&claim.record.assignee),
    set: |claim, value| read(value).map(|name| claim.record.assignee = name),
    join: |claim, other| {
        let assignee = other.record.assignee.as_str();
        if claim.record.assignee != assignee && !assignee.is_empty() {
            if claim.record.assignee.is_empty() {
                assignee.clone_into(&mut claim.record.assignee);
            } else {
                add_line(&mut claim.record.note, &format!("the joined claim was assigned to {assignee}"));
            }
        }
    },
};
