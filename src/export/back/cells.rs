//! Cells of the table of claims that hold the things of a field, a line each: corrections, queries, the right of reply.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::alike::{alike, same_words, short};
use super::days;
use super::meet::Meeting;
use super::things::{list, name, things};
use super::voice::Voice;
use crate::review::field::{self, Input};
use crate::review::{Claim, Field};

/// The columns of the things of a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct ThingColumns {
    field: &'static Field,
    /// The names of the columns, and the members that they fill.
    columns: &'static [(&'static str, &'static str)],
    /// Those that hold words without line breaks, so that their lines tell how many things there are.
    plain: &'static [&'static str],
}

/// Columns of corrections.
pub(super) const CORRECTIONS: ThingColumns = ThingColumns {
    field: &field::CORRECTIONS,
    columns: &[("correction", "text"), ("correction_status", "status")],
    plain: &["correction_status"],
};

/// Columns of queries.
pub(super) const QUERIES: ThingColumns = ThingColumns {
    field: &field::QUERIES,
    columns: &[
        ("question", "question"),
        ("query_to", "to"),
        ("asked_at", "asked_at"),
        ("answer", "answer"),
        ("answered_at", "answered_at"),
        ("answered_by", "answered_by"),
        ("query_status", "status"),
    ],
    plain: &["query_to", "asked_at", "answered_at", "query_status"],
};

/// Columns of the right of reply.
pub(super) const REPLIES: ThingColumns = ThingColumns {
    field: &field::REPLIES,
    columns: &[
        ("reply_who", "who"),
        ("reply_asked_at", "asked_at"),
        ("reply_answer", "answer"),
        ("reply_answered_at", "answered_at"),
    ],
    plain: &["reply_who", "reply_asked_at", "reply_answered_at"],
};

/// Takes in the cells of `row` that say something about the things of a field, of which `edited` were edited.
pub(super) fn take(
    meeting: &mut Meeting<'_>,
    columns: &ThingColumns,
    edited: &BTreeMap<&str, &str>,
    row: &BTreeMap<String, String>,
    voice: &Voice,
) {
    let fresh: Vec<(&'static str, &str)> = columns
        .columns
        .iter()
        .filter_map(|(column, key)| Some((*key, *edited.get(column)?)))
        .filter(|(_, cell)| !cell.trim().is_empty())
        .collect();
    if fresh.is_empty() {
        return;
    }
    let theirs = columns.things(meeting, row);
    if columns.are_others(meeting, &theirs) {
        for thing in theirs {
            other(meeting, columns.field, thing, voice);
        }
        return;
    }
    let is_answer =
        |key: &str| *columns.field == field::QUERIES && key == "answer" && meeting.now.record.queries.is_empty();
    let (said, rest): (Vec<_>, Vec<_>) = fresh.into_iter().partition(|(key, _)| is_answer(key));
    cells(meeting, columns.field, &rest, voice);
    for (_, cell) in said {
        meeting.remark(cell, voice);
    }
}

impl ThingColumns {
    /// The things that a row has, each with all that its line says, as far as that is told.
    fn things(&self, meeting: &mut Meeting<'_>, row: &BTreeMap<String, String>) -> Vec<Map<String, Value>> {
        let count = |cell: &str| cell.split('\n').count();
        let cell = |column: &str| row.get(column).map(String::as_str).filter(|cell| !cell.trim().is_empty());
        let counts: Vec<usize> = self.plain.iter().filter_map(|column| cell(column)).map(count).collect();
        let many = counts.first().copied().filter(|many| counts.iter().all(|one| one == many)).unwrap_or(1);
        let mut things = vec![Map::new(); many];
        for (column, key) in self.columns {
            let Some(cell) = cell(column) else { continue };
            let lines: Vec<&str> = if many == 1 { vec![cell] } else { cell.split('\n').collect() };
            // A cell that has another number of lines tells of none of them.
            for (thing, line) in things.iter_mut().zip(lines.iter().filter(|_| lines.len() == many)) {
                if let Some(word) = worded(meeting, self.field, key, line).filter(|word| !word.trim().is_empty()) {
                    thing.insert((*key).to_owned(), word.into());
                }
            }
        }
        things
    }

    /// True when the row is of another session, or a copy that went its own way, and has other things than this one.
    fn are_others(&self, meeting: &Meeting<'_>, theirs: &[Map<String, Value>]) -> bool {
        let ours = list(self.field, &meeting.now);
        let same = |(ours, theirs): (&Value, &Map<String, Value>)| {
            same_words(&name(self.field, ours), &name(self.field, &Value::Object(theirs.clone())))
        };
        let are_alike = ours.len() == theirs.len() && ours.iter().zip(theirs).all(same);
        theirs.len() > ours.len().max(1) || meeting.is_foreign && !are_alike
    }
}

/// Takes in a thing of another session: what is not here yet comes in, and an answer to what is asked here, too.
fn other(meeting: &mut Meeting<'_>, field: &'static Field, mut thing: Map<String, Value>, voice: &Voice) {
    let text = |thing: &Value, key: &str| thing.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let whole = Value::Object(thing.clone());
    if *field == field::QUERIES {
        let asked = (text(&whole, "question"), text(&whole, "to"));
        let ours = list(field, &meeting.now).into_iter();
        let mut same = ours.filter(|one| same_words(&text(one, "question"), &asked.0) && text(one, "to") == asked.1);
        if let Some(ours) = same.next() {
            let by = Some(text(&whole, "answered_by")).filter(|by| !by.is_empty());
            let at = Some(text(&whole, "answered_at")).filter(|at| !at.is_empty());
            meeting.answer(&text(&ours, "id"), &text(&whole, "answer"), &Voice { by, at, from: voice.from });
            return;
        }
    }
    if *field == field::CORRECTIONS {
        let ours = list(field, &meeting.now).into_iter();
        let mut same = ours.filter(|one| same_words(&text(one, "text"), &text(&whole, "text")));
        if let Some(ours) = same.next() {
            let (here, there) = (text(&ours, "status"), text(&whole, "status"));
            if !there.is_empty() && here != there {
                let words = short(&text(&ours, "text"));
                meeting.kept.push(format!("the correction {words} is {there} there and {here} here"));
            }
            return;
        }
    }
    if *field == field::QUERIES || *field == field::CORRECTIONS {
        let (key, word) = if *field == field::QUERIES { ("to", "author") } else { ("status", "proposed") };
        thing.entry(key).or_insert_with(|| word.into());
    }
    if !thing.is_empty() {
        things(meeting, field, &[Value::Object(thing)], false, voice);
    }
}

/// Takes in what edited cells say about the things of a field: all of a cell about the one, else a line about each.
fn cells(meeting: &mut Meeting<'_>, field: &'static Field, cells: &[(&'static str, &str)], voice: &Voice) {
    if cells.is_empty() {
        return;
    }
    let value = field.value(&meeting.now);
    let ids: Vec<Value> = field.items(&value).iter().filter_map(|thing| thing.get("id")).cloned().collect();
    let many = ids.len().max(1);
    let mut made: Vec<Map<String, Value>> =
        (0..many).map(|place| ids.get(place).map(|id| ("id".to_owned(), id.clone())).into_iter().collect()).collect();
    for (key, cell) in cells {
        if many > 1 && cell.lines().count() != many {
            meeting.kept.push(format!("{} has {many} lines, not {}", short(cell), cell.lines().count()));
            continue;
        }
        let lines = if many == 1 { vec![*cell] } else { cell.lines().collect() };
        for (thing, line) in made.iter_mut().zip(lines).filter(|(_, line)| !line.trim().is_empty()) {
            if let Some(word) = worded(meeting, field, key, line) {
                thing.insert((*key).to_owned(), word.into());
            }
        }
    }
    if ids.is_empty() {
        let needed = field.rows().iter().filter(|row| row.needed || row.key == "text");
        if !needed.into_iter().any(|row| made.iter().any(|thing| thing.contains_key(row.key))) {
            let words: Vec<&str> = cells.iter().map(|(_, cell)| *cell).collect();
            meeting.kept.push(format!("there is no {} that {} belongs to", field.title, short(&words.join(" "))));
            return;
        }
        if *field == field::QUERIES {
            fill(&mut made, "to", "author");
        }
        if *field == field::CORRECTIONS {
            fill(&mut made, "status", "proposed");
        }
    }
    made.retain(|thing| thing.keys().any(|key| key != "id"));
    let made: Vec<Value> = made.into_iter().map(Value::Object).collect();
    things(meeting, field, &made, true, voice);
}

/// The cell as the session writes it: of a member with set words that word, whatever its letters, of a day the day, whatever its form;
/// `None`, and said, when it is none of what goes there.
pub(super) fn worded(meeting: &mut Meeting<'_>, field: &Field, key: &str, cell: &str) -> Option<String> {
    let row = field.rows().iter().find(|row| row.key == key);
    let Some(row) = row.filter(|_| !cell.trim().is_empty()) else { return Some(cell.to_owned()) };
    // What stands there already stays as it is, and so does a word that a later version wrote.
    let says = |held: &&str| alike(held, cell) || matches!(row.input, Input::Day) && days::same(held, cell);
    let held = |claim: &Claim| {
        let value = field.value(claim);
        let mut members = field.items(&value).iter().filter_map(|thing| thing.get(key).and_then(Value::as_str));
        members.find(says).map(str::to_owned)
    };
    if let Some(held) = meeting.states().iter().find_map(|state| held(state)) {
        return Some(held);
    }
    let (what, title, said) = (row.label, field.title, short(cell));
    let told = match row.input {
        Input::Choice(words, _) => {
            let word = words.iter().find(|word| word.eq_ignore_ascii_case(cell.trim()));
            let why = || format!("{said} is no {what} of a {title}; there are {}", words.join(", "));
            word.map(|word| (*word).to_owned()).ok_or_else(why)
        }
        Input::Day => {
            days::told(cell).map_err(|why| format!("{said} {why} ({what}, of a {title}); write it as 2026-11-23"))
        }
        Input::Link if super::super::link::checked(cell).is_none() => {
            Err(format!("{said} is no address of a {title}; one begins with http:// or https://"))
        }
        Input::Link | Input::Text | Input::Flag => Ok(cell.to_owned()),
    };
    told.map_err(|why| meeting.kept.push(why)).ok()
}

/// Gives each thing without the member `key` the word.
fn fill(things: &mut [Map<String, Value>], key: &str, word: &str) {
    for thing in things {
        if !thing.contains_key(key) {
            thing.insert(key.to_owned(), word.into());
        }
    }
}
