//! Raises the JSON of an older session file to the present version, one pure step a version.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::review::EntryId;

/// From version `index + 1` to the next.
type Migration = fn(Value) -> Value;

/// One step for every version that was ever released before this one.
const STEPS: [Migration; 1] = [several];

/// The JSON of a file of version `from` as this version would have written it.
pub(super) fn raise(file: Value, from: u64) -> Value {
    climb(file, from, &STEPS)
}

fn climb(file: Value, from: u64, steps: &[Migration]) -> Value {
    let passed = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut raised = steps.iter().skip(passed).fold(file, |file, step| step(file));
    if let Some(version) = raised.get_mut("version") {
        *version = Value::from(steps.len() + 1);
    }
    raised
}

/// What a claim had one of in version 1 and has several of since: its name then, its name now, and the letter of its ids.
const RENAMED: [(&str, &str, &str); 3] =
    [("correction", "corrections", "c1"), ("query", "queries", "q1"), ("reply", "replies", "r1")];

/// From version 1: claims have numbers, several corrections, queries and replies; history entries have ids instead of numbers.
fn several(mut file: Value) -> Value {
    let claims = file.get_mut("claims").and_then(Value::as_array_mut);
    for (index, claim) in claims.into_iter().flatten().enumerate() {
        if let Some(claim) = claim.as_object_mut() {
            let id = claim.shift_remove_entry("id");
            let number = ("number".to_owned(), Value::from((index + 1).to_string()));
            let rest = raised_claim(std::mem::take(claim));
            claim.extend(id.into_iter().chain([number]).chain(rest));
        }
    }
    let mut raising = EntryRaiser::default();
    let entries = file.get_mut("history").and_then(Value::as_array_mut);
    for entry in entries.into_iter().flatten().filter_map(Value::as_object_mut) {
        raising.raise(entry);
    }
    file
}

/// A claim's members, each under its name of now.
fn raised_claim(claim: Map<String, Value>) -> impl Iterator<Item = (String, Value)> {
    claim.into_iter().map(|(key, value)| match RENAMED.iter().find(|(old, ..)| key == *old) {
        Some((_, now, id)) => ((*now).to_owned(), listed(value, id)),
        None if key == "conflicts" => (key, conflicts(value)),
        None => (key, value),
    })
}

/// The one thing as a list, with an id before what it says.
fn listed(thing: Value, id: &str) -> Value {
    match thing {
        Value::Object(members) => {
            let id = ("id".to_owned(), Value::from(id));
            Value::Array(vec![Value::Object(std::iter::once(id).chain(members).collect())])
        }
        Value::Null => Value::Array(Vec::new()),
        // Of another shape it is refused, with its place, when it is read.
        other @ (Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => Value::Array(vec![other]),
    }
}

/// Conflicts over what is a list since hold one of its things.
fn conflicts(mut list: Value) -> Value {
    for conflict in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        let field = conflict.get("field").and_then(Value::as_str).unwrap_or_default();
        let Some((_, now, id)) = RENAMED.into_iter().find(|(old, ..)| field == *old) else { continue };
        if let Some(theirs) = conflict.get_mut("theirs").filter(|theirs| theirs.is_object()) {
            let mut things = listed(theirs.take(), id);
            *theirs = things.get_mut(0).map(Value::take).unwrap_or_default();
        }
        conflict.insert("field".to_owned(), now.into());
    }
    list
}

/// Raises the entries of a history one after the other.
#[derive(Default)]
struct EntryRaiser {
    /// The id of each number.
    ids: HashMap<String, EntryId>,
    /// The entry before, as it stood in version 1, and its id.
    last: Option<(Map<String, Value>, EntryId)>,
    /// The latest stamp so far, and whether an entry stands behind it whose own is earlier.
    latest: (String, bool),
}

impl EntryRaiser {
    /// Gives an entry its id, which follows from what it says: two copies of one file of version 1 get the same ids.
    fn raise(&mut self, entry: &mut Map<String, Value>) {
        let n = entry.shift_remove("n").unwrap_or_default();
        let before = entry.clone();
        let id = EntryId::new(self.ids.len() as u64, &Value::Object(before.clone()).to_string());
        for key in ["undoes", "redoes"] {
            if let Some(value) = entry.get_mut(key) {
                *value = self.ids.get(&value.to_string()).map_or(Value::Null, |id| id.as_str().into());
            }
        }
        self.ids.insert(n.to_string(), id.clone());
        values(entry);
        if let Some((_, with)) = self.last.as_ref().filter(|(first, _)| completes(&before, first)) {
            entry.insert("with".to_owned(), with.as_str().into());
        }
        // Its place was its number; where the stamps do not tell it, it names the entry it stood behind.
        let at = word(entry, "at").to_owned();
        let (latest, late) = &self.latest;
        let behind = at < *latest || (at == *latest && *late);
        if let Some((_, last)) = self.last.as_ref().filter(|_| behind) {
            entry.insert("behind".to_owned(), last.as_str().into());
        }
        self.latest = if behind { (latest.clone(), true) } else { (at, false) };
        let rest = std::mem::take(entry);
        entry.insert("id".to_owned(), id.as_str().into());
        entry.extend(rest);
        self.last = Some((before, id));
    }
}

/// An entry's values under their names, and in the shapes, of now.
fn values(entry: &mut Map<String, Value>) {
    let edit = word(entry, "edit").to_owned();
    let renamed = RENAMED.into_iter().find(|(old, ..)| edit == *old);
    if let Some((_, now, _)) = renamed {
        entry.insert("edit".to_owned(), now.into());
    }
    for side in ["before", "after"] {
        let Some(value) = entry.get_mut(side) else { continue };
        if let Some((_, _, first)) = renamed {
            *value = listed(value.take(), first);
        } else if edit == "conflicts" {
            *value = conflicts(value.take());
        } else if matches!(edit.as_str(), "add" | "delete" | "split" | "join") {
            for claim in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                *claim = raised_claim(std::mem::take(claim)).collect();
            }
        }
    }
}

/// True when one key made both entries of version 1: what is no claim to be checked became one and got its verdict, or theirs
/// was taken in a conflict, which settled it.
fn completes(entry: &Map<String, Value>, first: &Map<String, Value>) -> bool {
    let same = |key: &str| entry.get(key) == first.get(key);
    let done = |entry: &Map<String, Value>| !entry.contains_key("undoes") && !entry.contains_key("redoes");
    if !(same("at") && same("by") && same("claim") && done(entry) && done(first)) {
        return false;
    }
    let count = |side: &str| entry.get(side).and_then(Value::as_array).map_or(0, Vec::len);
    match (word(first, "edit"), word(entry, "edit")) {
        ("dismissed", "verdict") => first.get("after") == Some(&Value::Bool(false)),
        ("add", "verdict") => true,
        (field, "conflicts") => {
            let settled = entry.get("before").and_then(|list| list.get(0)).and_then(|one| one.get("field"));
            settled.and_then(Value::as_str) == Some(field) && count("after") < count("before")
        }
        _ => false,
    }
}

fn word<'v>(entry: &'v Map<String, Value>, key: &str) -> &'v str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[expect(clippy::needless_pass_by_value, reason = "the shape of a step")]
    fn louder(file: Value) -> Value {
        json!({ "version": file["version"], "name": format!("{}!", file["name"].as_str().unwrap()) })
    }

    #[test]
    fn every_version_before_this_one_has_its_step() {
        assert_eq!(STEPS.len() as u64 + 1, crate::review::wire::VERSION);
    }

    #[test]
    fn a_file_takes_every_step_from_its_own_version_on() {
        let steps: [Migration; 2] = [louder, louder];
        let climb = |from: u64| climb(json!({ "version": from, "name": "a" }), from, &steps);
        assert_eq!(climb(1), json!({ "version": 3, "name": "a!!" }));
        assert_eq!(climb(2), json!({ "version": 3, "name": "a!" }));
        assert_eq!(climb(3), json!({ "version": 3, "name": "a" }));
    }

    #[test]
    fn an_entry_whose_stamp_does_not_tell_its_place_names_the_one_before() {
        let entry =
            |n: u64, at: &str| json!({ "n": n, "at": at, "by": "anna", "edit": "note", "before": "", "after": n });
        let file = json!({ "version": 1, "history": [entry(1, "b"), entry(2, "a"), entry(3, "b"), entry(4, "c")] });
        let raised = raise(file, 1);
        let behind: Vec<bool> =
            raised["history"].as_array().unwrap().iter().map(|one| one.get("behind").is_some()).collect();
        assert_eq!(behind, [false, true, true, false]);
        assert_eq!(raised["history"][1]["behind"], raised["history"][0]["id"]);
    }
}
