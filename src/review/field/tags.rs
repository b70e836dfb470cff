//! Tags: words by which a reviewer finds claims again.

use super::{Field, Shape, json, read};

/// Tags, each without blanks at its ends, none twice.
pub static TAGS: Field = Field {
    name: "tags",
    title: "tags",
    key: "tags",
    heading: "Tags",
    shape: Shape::Words,
    always: true,
    get: |claim| json(&claim.record.tags),
    set: |claim, value| read(value).map(|tags| claim.record.tags = tags),
    join: |claim, other| {
        for tag in &other.record.tags {
            if !claim.record.tags.contains(tag) {
                claim.record.tags.push(tag.clone());
            }
        }
    },
};
