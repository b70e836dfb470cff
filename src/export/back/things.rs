//! Lists of things with ids (sources, corrections, queries, replies, remarks) that come back: each thing meets ours by itself.

use serde_json::Value;

use super::alike::short;
use super::meet::Meeting;
use super::voice::Voice;
use crate::review::{Claim, Field, field};

/// Takes in the things of `theirs`. With `named`, ids are those of this session, so that a thing may be one of ours that was edited;
/// else only things that are not here yet come in. Nothing is taken away.
pub(super) fn things(meeting: &mut Meeting<'_>, field: &'static Field, theirs: &[Value], named: bool, voice: &Voice) {
    for thing in theirs.iter().filter(|thing| thing.is_object()) {
        let held: Vec<Value> = meeting.states().iter().flat_map(|state| list(field, state)).collect();
        let ours = list(field, &meeting.now);
        if held.iter().any(|one| says_all(one, thing)) || meeting.ever(|claim| has(field, claim, thing)) {
            continue;
        }
        let place = ours.iter().position(|one| named && !id(thing).is_empty() && id(one) == id(thing));
        match place {
            Some(place) => edited(meeting, field, thing, place, &held, voice),
            None => added(meeting, field, thing, ours),
        }
    }
}

/// True when `claim` has a thing that says everything that `thing` says.
fn has(field: &'static Field, claim: &Claim, thing: &Value) -> bool {
    list(field, claim).iter().any(|one| says_all(one, thing))
}

/// The things of a claim.
pub(super) fn list(field: &'static Field, claim: &Claim) -> Vec<Value> {
    let value = field.value(claim);
    field.items(&value).to_vec()
}

fn id(thing: &Value) -> &str {
    thing.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// True when `one` says everything that `thing` says, its id apart.
fn says_all(one: &Value, thing: &Value) -> bool {
    members(thing).filter(|(key, _)| *key != "id").all(|(key, value)| same(one.get(key), value))
}

fn members(thing: &Value) -> impl Iterator<Item = (&str, &Value)> {
    thing.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

/// True for equal values, and for two that say nothing.
fn same(one: Option<&Value>, other: &Value) -> bool {
    let one = one.unwrap_or(&Value::Null);
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => !super::alike::differs(one, other),
        _ => one == other || (Field::is_empty(one) && Field::is_empty(other)),
    }
}

/// What one person says in a thing: their words, who they are, the day.
fn spoken(field: &Field) -> Option<[&'static str; 3]> {
    let members = [
        (&field::QUERIES, ["answer", "answered_by", "answered_at"]),
        (&field::REPLIES, ["answer", "who", "answered_at"]),
        (&field::REMARKS, ["text", "by", "at"]),
    ];
    members.into_iter().find(|(one, _)| *one == field).map(|(_, members)| members)
}

/// Takes in what somebody says in `thing` that its `base` did not say: an answer where there was none; other words than stand under a name
/// are never put in their place, they are of whoever wrote them. True when it said something.
fn said(meeting: &mut Meeting<'_>, field: &'static Field, (thing, base): (&Value, &Value), voice: &Voice) -> bool {
    let Some([words, who, day]) = spoken(field) else { return false };
    let text = |one: &Value, key: &str| one.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let (theirs, held) = (text(thing, words), text(base, words));
    if theirs.is_empty() || !super::alike::differs(&theirs, &held) {
        return false;
    }
    let renamed = |key: &str| Some(text(thing, key)).filter(|one| !one.is_empty() && *one != text(base, key));
    let given = voice.named(renamed(who).as_deref());
    let voice = Voice { at: renamed(day).or(given.at), ..given };
    if held.is_empty() {
        if *field == field::REPLIES {
            meeting.replied(id(thing), &theirs, &voice);
        } else {
            meeting.answer(id(thing), &theirs, &voice);
        }
    } else if meeting.remark_once(&theirs, &meeting.writing(voice)) {
        let by = match text(base, who) {
            by if by.is_empty() => "somebody".to_owned(),
            by => by,
        };
        meeting
            .kept
            .push(format!("{} stands under the name of {by}; the other words are kept as a remark", short(&held)));
    }
    true
}

fn added(meeting: &mut Meeting<'_>, field: &'static Field, thing: &Value, mut ours: Vec<Value>) {
    let mut thing = thing.clone();
    if let Some(members) = thing.as_object_mut() {
        members.retain(|_, value| !Field::is_empty(value));
    }
    let taken = id(&thing).is_empty() || ours.iter().any(|one| id(one) == id(&thing));
    if let Some(members) = thing.as_object_mut().filter(|_| taken) {
        members.insert("id".to_owned(), field.fresh_id(&Value::Array(ours.clone())).into());
    }
    let name = name(field, &thing);
    ours.push(thing);
    match field.put(&mut meeting.now, Value::Array(ours)) {
        Ok(()) => meeting.told.push(format!("{}: {}", field.title, short(&name))),
        Err(why) => meeting.kept.push(format!("a {} is not as it should be: {why}", field.title)),
    }
}

fn edited(
    meeting: &mut Meeting<'_>,
    field: &'static Field,
    thing: &Value,
    place: usize,
    held: &[Value],
    voice: &Voice,
) {
    let far = |state: &&Value| members(thing).filter(|(key, value)| !same(state.get(*key), value)).count();
    let base = held.iter().filter(|one| id(one) == id(thing)).min_by_key(far).cloned().unwrap_or_default();
    let own = said(meeting, field, (thing, &base), voice);
    let mut ours = list(field, &meeting.now);
    let is_said = |key: &str| own && (key == "status" || spoken(field).is_some_and(|members| members.contains(&key)));
    let Some(slot) = ours.get_mut(place) else { return };
    // What another row of the file put there is not put away by this one.
    let first =
        meeting.first.as_ref().and_then(|claim| list(field, claim).into_iter().find(|one| id(one) == id(thing)));
    let (mut clash, mut told) = (false, Vec::new());
    let fresh = members(thing).filter(|(key, value)| *key != "id" && !is_said(key) && !same(base.get(*key), value));
    for (key, value) in fresh {
        let now = slot.get(key).cloned().unwrap_or_default();
        if same(Some(&now), value) {
            continue;
        }
        if key == "confidential" && now == Value::Bool(true) {
            meeting
                .kept
                .push(format!("{} stays confidential: no file opens it, its form does", short(&name(field, slot))));
        } else if Field::is_empty(value) && !value.is_boolean() {
            meeting.kept.push(format!("an empty {key} takes nothing away from {}", short(&name(field, thing))));
        } else if !same(base.get(key), &now) || first.as_ref().is_some_and(|first| !same(first.get(key), &now)) {
            clash = true;
        } else if let Some(members) = slot.as_object_mut() {
            members.insert(key.to_owned(), value.clone());
            told.push((key.to_owned(), words(&now), words(value)));
        }
    }
    if clash {
        meeting.clash(field, thing.clone(), &name(field, slot), voice);
    }
    let called = name(field, slot);
    if told.is_empty() {
        return;
    }
    match field.put(&mut meeting.now, Value::Array(ours)) {
        Ok(()) => told.iter().for_each(|(key, from, to)| {
            meeting.change(&format!("{} {}, {key}", field.title, short(&called)), from, to);
        }),
        Err(why) => meeting.kept.push(format!("a {} is not as it should be: {why}", field.title)),
    }
}

/// A value as words.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(is_so) => if *is_so { "yes" } else { "no" }.to_owned(),
        other @ (Value::Number(_) | Value::Array(_) | Value::Object(_)) => other.to_string(),
    }
}

/// What a thing is called: its first row that says something.
pub(super) fn name(field: &'static Field, thing: &Value) -> String {
    let rows = field.rows().iter();
    let mut named = rows.filter(|row| row.needed || row.key == "text").map(|row| row.text(thing));
    named.find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}
