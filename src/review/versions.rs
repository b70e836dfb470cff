//! What two copies have differently, in words: what the field is called, and what a value of it says.

use serde_json::Value;

use super::field::{DISMISSED, FATE, Input, SETTLED, VERDICT};
use super::{Fate, FateAnswer, Field};

/// Where a claim sits, in a conflict: no field of its own.
const ANCHOR: &str = "anchor";

/// What it says that a claim is dismissed, and that it is not.
const NOTHING: &str = "nothing to check";
const SOMETHING: &str = "something to check";

/// What the field of this name is called where two versions of it are told.
pub fn called(field: &str) -> &str {
    match field {
        ANCHOR => "its words",
        _ if field == FATE.name => "what became of it",
        _ if field == SETTLED.name => "what it was settled to",
        _ if field == DISMISSED.name => "whether there is anything to check",
        _ => field,
    }
}

/// Several fields in one phrase: `its note, its sources, what became of it`.
fn of_it<S: AsRef<str>>(fields: &[S]) -> String {
    let phrase = |field: &S| match called(field.as_ref()) {
        own if own == field.as_ref() => format!("its {own}"),
        said => said.to_owned(),
    };
    fields.iter().map(phrase).collect::<Vec<_>>().join(", ")
}

/// How many versions of what there are, where each other version names its field: `two versions of its note, three of its assignee`.
pub(super) fn counted<S: AsRef<str>>(fields: &[S]) -> String {
    let mut told: Vec<(usize, Vec<&str>)> = Vec::new();
    for (at, field) in fields.iter().map(AsRef::as_ref).enumerate() {
        let is_it = |other: &&S| other.as_ref() == field;
        if fields.iter().take(at).any(|other| is_it(&other)) {
            continue;
        }
        let versions = 1 + fields.iter().filter(is_it).count();
        match told.iter_mut().find(|(many, _)| *many == versions) {
            Some((_, names)) => names.push(field),
            None => told.push((versions, vec![field])),
        }
    }
    let number = |many: usize| match many {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        more => more.to_string(),
    };
    let phrase = |(at, (many, names)): (usize, &(usize, Vec<&str>))| {
        let noun = if at == 0 { " versions" } else { "" };
        format!("{}{noun} of {}", number(*many), of_it(names))
    };
    told.iter().enumerate().map(phrase).collect::<Vec<_>>().join(", ")
}

/// The value of the field of this name as a reviewer reads it.
pub fn says(field: &str, value: &Value) -> String {
    let held = Field::named(field);
    let words = match field {
        _ if *DISMISSED.name == *field => value.as_bool().map(|is| if is { NOTHING } else { SOMETHING }.to_owned()),
        ANCHOR => value.get("exact").and_then(Value::as_str).map(|exact| format!("\u{201c}{exact}\u{201d}")),
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
        Some(FateAnswer::LetGo) => "it was let go".to_owned(),
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
