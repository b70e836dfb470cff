//! Conflicts with another copy of a session, in words, each side by the name of who gave it.

use serde_json::Value;

use crate::review::{Change, Claim, Conflict, Field, Session, versions};

/// What the value is called that is kept beside the one that stands, where nobody is named.
const BESIDE: &str = "beside";

/// What the reader's own value is called.
const YOURS: &str = "yours";

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictSide {
    /// Whose it is: `yours`, a name, or what place it has where nobody is named.
    pub whose: String,
    /// What it says, as a reviewer reads it.
    pub says: String,
    /// True for the value that is kept beside the one that stands.
    pub beside: bool,
}

/// Both sides of `conflict` for `reader`: theirs first where one is, else the one that stands. Which of the two stands is a matter
/// of time and not of whose it is.
pub fn sides(session: &Session, claim: &Claim, conflict: &Conflict, reader: &str) -> [ConflictSide; 2] {
    let held = conflict.ours(claim, &session.article);
    let giver = giver(session, claim, conflict, &held);
    let (mine, other) = (giver == reader, conflict.by == reader);
    // One reader at two desks.
    let both = mine && other;
    let whose = |by: &str, unnamed: &str| match (by == reader, both) {
        (true, true) => format!("{YOURS}, {unnamed}"),
        (true, false) => YOURS.to_owned(),
        (false, _) if by.is_empty() => unnamed.to_owned(),
        (false, _) => by.to_owned(),
    };
    let stands = ConflictSide {
        whose: whose(&giver, "it stands"),
        says: versions::says(&conflict.field, &stands(claim, &held)),
        beside: false,
    };
    let kept = ConflictSide {
        whose: whose(&conflict.by, BESIDE),
        says: versions::says(&conflict.field, &conflict.theirs),
        beside: true,
    };
    if other && !mine { [kept, stands] } else { [stands, kept] }
}

/// What is kept beside the value that stands, as one sentence of a card: whose it is, and what it says.
pub fn told_beside(conflict: &Conflict, reader: &str) -> String {
    let whose = match conflict.by.as_str() {
        "" => "another copy says".to_owned(),
        by if by == reader => "yours is kept beside it:".to_owned(),
        by => format!("{by} says"),
    };
    format!("{}: {whose} {}", versions::called(&conflict.field), versions::says(&conflict.field, &conflict.theirs))
}

/// Who gave the value that stands, as the history has it; empty when it does not say.
fn giver(session: &Session, claim: &Claim, conflict: &Conflict, held: &Value) -> String {
    if conflict.field == "verdict" {
        return claim.mark.as_ref().map(|mark| mark.by.to_string()).unwrap_or_default();
    }
    let field = Field::named(&conflict.field);
    // Of a list the thing that is in conflict.
    let part = |value: &Value| {
        let items = field.filter(|_| value.is_array() && conflict.theirs.is_object()).map(|field| field.items(value));
        let same = |items: &[Value]| items.iter().find(|one| one.get("id") == conflict.theirs.get("id")).cloned();
        items.map_or_else(|| value.clone(), |items| same(items).unwrap_or_default())
    };
    let of = |claims: &[Claim]| claims.iter().find(|one| one.id == claim.id).cloned();
    let value = |claim: Option<Claim>| field.zip(claim).map(|(field, claim)| part(&field.value(&claim)));
    let gave = |change: &Change| match change {
        Change::Field(changed, swap) => {
            changed.name == conflict.field && part(&swap.after) == *held && part(&swap.before) != *held
        }
        Change::Mend(swap) => conflict.field == "anchor" && swap.after == claim.span,
        Change::Recut(_, swap) if conflict.field == "anchor" => {
            of(&swap.after).is_some_and(|after| after.span == claim.span)
        }
        Change::Recut(_, swap) => {
            value(of(&swap.after)).as_ref() == Some(held) && value(of(&swap.before)).as_ref() != Some(held)
        }
        Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Draft(_)
        | Change::Later(..) => false,
    };
    let mut entries = session.history().iter().rev().filter(|entry| entry.edit.touches().any(|id| *id == claim.id));
    entries.find(|entry| gave(&entry.edit.change)).map(|entry| entry.by.to_string()).unwrap_or_default()
}

/// The value that stands in a field, a verdict with its day.
fn stands(claim: &Claim, held: &Value) -> Value {
    let mark = claim.mark.as_ref().filter(|mark| held.as_str() == Some(mark.verdict.as_str()));
    mark.and_then(|mark| serde_json::to_value(mark).ok()).unwrap_or_else(|| held.clone())
}
