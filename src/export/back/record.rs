//! A claim as the session file has it, from `json`, `jsonl` or the record in an annotation of ours.

use serde_json::{Map, Value};

use super::alike::{differs, same_words};
use super::bodies;
use super::item::Body;
use super::meet::Meeting;
use super::things::{name, things};
use super::verdicts::is_state;
use super::voice::Voice;
use crate::review::field::{self, FIELDS, Shape};
use crate::review::{Claim, Conflict, Field};

/// Whose name stands on the verdict of a record.
fn signed(record: &Map<String, Value>, voice: &Voice) -> Option<Voice> {
    let text = |name: &str| record.get(name).and_then(Value::as_str);
    let by = text("marked_by").filter(|by| !by.trim().is_empty())?;
    Some(Voice { by: Some(by.to_owned()), at: text("marked_at").map(str::to_owned), from: voice.from })
}

/// Who says that there is nothing to check: whose name stands on the record, where that is on no verdict.
fn dismisser(meeting: &Meeting<'_>, record: &Map<String, Value>, voice: &Voice) -> Voice {
    let is_judged = record.get(field::VERDICT.name).is_some_and(|verdict| !Field::is_empty(verdict));
    meeting.marker(signed(record, voice).filter(|_| !is_judged).as_ref(), voice, &[])
}

/// Takes in one of this session's claims as an annotation has it: its record, and the bodies that say some of it again.
pub(super) fn whole(
    meeting: &mut Meeting<'_>,
    record: &Map<String, Value>,
    said: &[Body],
    (name, voice): (Option<&Voice>, &Voice),
) {
    let signed = name.cloned().or_else(|| signed(record, voice));
    let text = |field: &Field| record.get(field.name).and_then(Value::as_str);
    let read = record.get(field::READINGS.name).is_some();
    // What the record says in whole is not said again by a body.
    let again = |body: &&Body| {
        body.purpose == "commenting" && text(&field::NOTE).is_some_and(|note| same_words(note, &body.words))
            || read && is_state(&body.words)
    };
    let said: Vec<Body> = said.iter().filter(|body| !again(body)).cloned().collect();
    bodies::ours(meeting, &said, (signed.as_ref(), text(&field::VERDICT)), voice);
    ours(meeting, record, voice);
}

/// Takes in the record of one of this session's claims: its texts are ours as somebody edited them. Its verdict goes its own way.
fn ours(meeting: &mut Meeting<'_>, record: &Map<String, Value>, voice: &Voice) {
    misshapen(meeting, record);
    taken_out(meeting, record);
    for (field, value) in said(record) {
        match field.shape {
            Shape::Mark => {}
            Shape::Flag => meeting.dismiss(&dismisser(meeting, record, voice)),
            Shape::Text => meeting.text(field, value.as_str().unwrap_or_default(), voice),
            Shape::Many(..) => things(meeting, field, field.items(value), true, voice),
            Shape::Derived if field == &field::READINGS => readings(meeting, field.items(value), (true, voice)),
            Shape::One(_) | Shape::Words | Shape::Conflicts | Shape::Derived => either(meeting, field, value, voice),
        }
    }
}

/// Takes in the record of a claim of another session.
pub(super) fn theirs(meeting: &mut Meeting<'_>, record: &Map<String, Value>, voice: &Voice) {
    let marked = signed(record, voice).unwrap_or_else(|| Voice { at: None, ..voice.clone() });
    misshapen(meeting, record);
    for (field, value) in said(record) {
        match field.shape {
            Shape::Mark => verdict(meeting, value.as_str().unwrap_or_default(), &marked),
            Shape::Flag => meeting.dismiss(&dismisser(meeting, record, voice)),
            Shape::Text if field == &field::NOTE => remark(meeting, value.as_str().unwrap_or_default(), &marked),
            Shape::Text => one(meeting, field, value, voice),
            Shape::Many(..) => things(meeting, field, field.items(value), false, voice),
            Shape::Derived if field == &field::READINGS => readings(meeting, field.items(value), (false, voice)),
            Shape::One(_) | Shape::Words | Shape::Conflicts | Shape::Derived => either(meeting, field, value, voice),
        }
    }
}

/// Says what stays though a list of the record has it no longer. A list that is not there says nothing.
fn taken_out(meeting: &mut Meeting<'_>, record: &Map<String, Value>) {
    for field in FIELDS {
        let Some(list) = record.get(field.name).and_then(Value::as_array) else { continue };
        let key = |thing: &Value| thing.get("id").unwrap_or(thing).as_str().unwrap_or_default().to_owned();
        let theirs: Vec<String> = list.iter().map(key).collect();
        let held = |claim: &Claim| {
            let value = field.value(claim);
            // What is confidential was perhaps never in it.
            let open = |thing: &&Value| thing.get("confidential").and_then(Value::as_bool) != Some(true);
            let things = field.items(&value).iter().filter(open);
            things.map(|one| (key(one), one.as_str().map_or_else(|| name(field, one), str::to_owned))).collect()
        };
        if matches!(field.shape, Shape::Many(..) | Shape::Words) {
            let title = if matches!(field.shape, Shape::Words) { "tag" } else { field.title };
            meeting.stays(title, held, &theirs);
        }
    }
}

/// Says which fields of a record hold something that they can't hold.
fn misshapen(meeting: &mut Meeting<'_>, record: &Map<String, Value>) {
    let fits = |field: &Field, value: &Value| match field.shape {
        Shape::Mark | Shape::Text => value.is_string(),
        Shape::Flag => value.is_boolean(),
        Shape::Many(..) | Shape::Words | Shape::Conflicts => value.is_array(),
        Shape::One(_) | Shape::Derived => true,
    };
    let wrong = said(record).filter(|(field, value)| !fits(field, value));
    meeting.kept.extend(
        wrong.map(|(field, _)| format!("its {} can't be read: it is not of the kind that goes there", field.title)),
    );
}

/// The fields of a record that say something.
fn said(record: &Map<String, Value>) -> impl Iterator<Item = (&'static Field, &Value)> {
    let all = FIELDS.into_iter().filter_map(|field| Some((field, record.get(field.name)?)));
    all.filter(|(_, value)| !Field::is_empty(value))
}

/// Takes in what is taken in alike, whosesoever record it is.
fn either(meeting: &mut Meeting<'_>, field: &'static Field, value: &Value, voice: &Voice) {
    match field.shape {
        // What readers were settled to and what became of the words are of the words, too.
        Shape::One(_) if meeting.elsewhere.is_some() && (field.is_judged() || field == &field::FATE) => {}
        Shape::One(_) => one(meeting, field, value, voice),
        Shape::Words => {
            let words: Vec<String> = field.items(value).iter().filter_map(Value::as_str).map(str::to_owned).collect();
            meeting.tags(&words);
        }
        Shape::Conflicts => conflicts(meeting, value),
        Shape::Mark | Shape::Flag | Shape::Text | Shape::Many(..) | Shape::Derived => {}
    }
}

fn verdict(meeting: &mut Meeting<'_>, word: &str, marked: &Voice) {
    let known = |claim: &Claim| {
        claim
            .mark
            .as_ref()
            .is_some_and(|mark| mark.verdict.as_str() == word && marked.by.as_deref().is_none_or(|by| by == &*mark.by))
    };
    if !meeting.states().iter().any(|state| known(state)) {
        meeting.verdict(word, marked);
    }
}

/// Another's note is a remark of theirs, unless it is ours.
fn remark(meeting: &mut Meeting<'_>, words: &str, voice: &Voice) {
    if meeting.states().iter().all(|state| differs(&state.record.note, words)) {
        meeting.remark(words, voice);
    }
}

/// A value that a claim has one of: taken where ours is empty, else kept beside it.
fn one(meeting: &mut Meeting<'_>, field: &'static Field, value: &Value, voice: &Voice) {
    let ours = field.value(&meeting.now);
    if meeting.states().iter().any(|state| field.value(state) == *value) {
        return;
    }
    let told = |value: &Value| value.as_str().map_or_else(|| told_thing(field, value), str::to_owned);
    if !Field::is_empty(&ours) {
        meeting.clash(field, value.clone(), &told(&ours), voice);
    } else if field.put(&mut meeting.now, value.clone()).is_ok() {
        meeting.change(field.title, "", &told(value));
    } else {
        meeting.kept.push(format!("the {} is not as it should be", field.title));
    }
}

fn told_thing(field: &'static Field, value: &Value) -> String {
    let rows = field.rows().iter().map(|row| row.text(value)).filter(|text| !text.is_empty());
    rows.collect::<Vec<_>>().join(", ")
}

/// Takes in readings that no state has; in a record of ours (`own`) one under a name that has another is of whoever wrote it there.
fn readings(meeting: &mut Meeting<'_>, readings: &[Value], (own, voice): (bool, &Voice)) {
    for reading in readings {
        let text = |name: &str| reading.get(name).and_then(Value::as_str);
        let marked = Voice { at: text("at").map(str::to_owned), ..voice.named(text("by")) };
        let told = meeting.marks.iter().any(|mark| Some(&*mark.by) == marked.by.as_deref());
        let known = meeting.states().iter().any(|state| {
            let readings = state.readings();
            readings.iter().any(|one| Some(&*one.by) == text("by") && Some(one.verdict.as_str()) == text("verdict"))
        });
        if !told && !known {
            let word = text("verdict").unwrap_or_default();
            let marker = if own { meeting.marker(Some(&marked), voice, &[word]) } else { marked };
            meeting.verdict(word, &marker);
        }
    }
}

fn conflicts(meeting: &mut Meeting<'_>, value: &Value) {
    let theirs: Vec<Conflict> = serde_json::from_value(value.clone()).unwrap_or_default();
    for conflict in theirs {
        let has =
            |held: &[Conflict]| held.iter().any(|one| one.field == conflict.field && one.theirs == conflict.theirs);
        let known = meeting.states().iter().any(|state| has(&state.record.conflicts));
        if !known && !has(&meeting.now.record.conflicts) {
            let over = Field::named(&conflict.field).map_or("words", |field| field.title);
            meeting.told.push(format!("conflict over the {over}"));
            meeting.now.record.conflicts.push(conflict);
        }
    }
}
