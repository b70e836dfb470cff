//! Conflicts with another copy of a session, in words, each side by the name of who gave it.

use serde_json::Value;

use crate::review::field::{DISMISSED, FATE, Input, VERDICT};
use crate::review::{Change, Claim, Conflict, Fate, FateAnswer, Field, Session};

/// What the value is called that is kept beside the one that stands, where nobody is named.
const BESIDE: &str = "beside";

/// What it says that a claim is dismissed, and that it is not.
const NOTHING: &str = "nothing to check";
const SOMETHING: &str = "something to check";

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
        says: told(&conflict.field, &stands(claim, &held)),
        beside: false,
    };
    let kept = ConflictSide {
        whose: whose(&conflict.by, BESIDE),
        says: told(&conflict.field, &conflict.theirs),
        beside: true,
    };
    if other && !mine { [kept, stands] } else { [stands, kept] }
}

/// What is kept beside the value that stands, as one sentence of a card: whose it is, and what it says.
pub fn beside(conflict: &Conflict, reader: &str) -> String {
    let whose = match conflict.by.as_str() {
        "" => "another copy says".to_owned(),
        by if by == reader => "yours is kept beside it:".to_owned(),
        by => format!("{by} says"),
    };
    format!("{}: {whose} {}", called(&conflict.field), told(&conflict.field, &conflict.theirs))
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
        Change::Block(..) | Change::Waive(..) | Change::Draft(_) | Change::Later(..) => false,
    };
    let mut entries = session.history().iter().rev().filter(|entry| entry.edit.touches().any(|id| *id == claim.id));
    entries.find(|entry| gave(&entry.edit.change)).map(|entry| entry.by.to_string()).unwrap_or_default()
}

/// The value that stands in a field, a verdict with its day.
fn stands(claim: &Claim, held: &Value) -> Value {
    let mark = claim.mark.as_ref().filter(|mark| held.as_str() == Some(mark.verdict.as_str()));
    mark.and_then(|mark| serde_json::to_value(mark).ok()).unwrap_or_else(|| held.clone())
}

/// What a field is called where two versions of it are told.
pub fn called(field: &str) -> &str {
    if field == FATE.name { "what became of it" } else { field }
}

/// The value of the field of this name as a reviewer reads it.
fn told(field: &str, value: &Value) -> String {
    let held = Field::named(field);
    let words = match field {
        _ if *DISMISSED.name == *field => value.as_bool().map(|is| if is { NOTHING } else { SOMETHING }.to_owned()),
        "anchor" => value.get("exact").and_then(Value::as_str).map(|exact| format!("\u{201c}{exact}\u{201d}")),
        _ if field == VERDICT.name => verdict(value),
        _ if field == FATE.name => serde_json::from_value::<Fate>(value.clone()).ok().map(|fate| became(&fate)),
        _ => None,
    };
    words.or_else(|| things(held?, value)).unwrap_or_else(|| plain(value))
}

/// A thing of a field, or several, each by what its rows say; `None` where these tell nothing.
fn things(field: &Field, value: &Value) -> Option<String> {
    let thing = |value: &Value| {
        let rows = field.rows().iter().filter(|row| !matches!(row.input, Input::Flag)).map(|row| row.text(value));
        rows.filter(|text| !text.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>().join(", ")
    };
    let things: Vec<String> = match value {
        Value::Object(_) => vec![thing(value)],
        Value::Array(all) => all.iter().filter(|one| one.is_object()).map(thing).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let told: Vec<String> = things.into_iter().filter(|told| !told.is_empty()).collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

/// A verdict with its day.
fn verdict(mark: &Value) -> Option<String> {
    let text = |key: &str| mark.get(key).and_then(Value::as_str);
    let verdict = text("verdict")?;
    let day: String = text("at").unwrap_or_default().chars().take("2026-11-23".len()).collect();
    Some(if day.is_empty() { verdict.to_owned() } else { format!("{verdict}, {day}") })
}

/// What became of a claim: `the verdict holds, was verified by anna, 2026-11-23`.
fn became(fate: &Fate) -> String {
    let answer = match &fate.answer {
        None => "not looked at yet".to_owned(),
        Some(FateAnswer::Confirmed) => "the verdict holds for the new words".to_owned(),
        Some(FateAnswer::Recheck) => "it is to be checked anew".to_owned(),
        Some(FateAnswer::Attached) => "it was put on other words by hand".to_owned(),
        Some(other @ FateAnswer::Other(_)) => other.to_string(),
    };
    let words = (!fate.was.is_empty()).then(|| format!("its words were \u{201c}{}\u{201d}", fate.was));
    std::iter::once(answer).chain(words).chain(fate.told_had()).collect::<Vec<_>>().join("; ")
}

/// A value of no field in particular.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.is_empty() => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
        Value::Object(fields) => {
            let named = fields.iter().filter(|(_, value)| !is_empty(value));
            named.map(|(name, value)| format!("{name}: {}", plain(value))).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// True for a value that says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}
