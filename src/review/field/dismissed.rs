//! Dismissed: looked at, nothing to check.

use super::{Field, Shape, json, read};

/// True when there is nothing to check in the claim.
pub static DISMISSED: Field = Field {
    name: "dismissed",
    title: "nothing to check",
    key: "dismissed",
    heading: "Nothing to check",
    shape: Shape::Flag,
    always: true,
    get: |claim| json(&claim.dismissed),
    set: |claim, value| read(value).map(|dismissed| claim.dismissed = dismissed),
    join: |claim, other| claim.dismissed &= other.dismissed,
};
