//! Opens forms with what a claim holds already.

use serde_json::Value;

use super::{Form, FormInput, Purpose, Slot};
use crate::app::editor::Editor;
use crate::review::field::{self, Field, Fresh, Row, Shape};
use crate::review::{Claim, Source, Stamp};

impl Form {
    /// The form for `purpose` over `claim`, `words` being the claim's own and `now` the moment it is opened.
    pub fn open(claim: &Claim, purpose: Purpose, words: &str, now: &Stamp) -> Self {
        let Purpose { field, at } = purpose;
        let value = field.value(claim);
        let held = match field.shape {
            Shape::Many(..) => at.and_then(|at| field.items(&value).get(at)),
            Shape::Mark
            | Shape::Flag
            | Shape::Text
            | Shape::Conflicts
            | Shape::Derived
            | Shape::Words
            | Shape::One(_) => Some(&value).filter(|value| !Field::is_empty(value)),
        };
        let slots = match field.shape {
            Shape::One(rows) | Shape::Many(rows, _) => rows.iter().map(|row| slot(row, held, words, now)).collect(),
            Shape::Words => vec![text(field.title, &joined(field, &value))],
            Shape::Mark | Shape::Flag | Shape::Text | Shape::Conflicts | Shape::Derived => {
                vec![text(field.title, value.as_str().unwrap_or_default())]
            }
        };
        Self::new(claim, purpose, slots)
    }

    fn new(claim: &Claim, purpose: Purpose, fields: Vec<Slot>) -> Self {
        let opened = fields.iter().map(|field| field.value().to_owned()).collect();
        Self { claim: claim.id.clone(), purpose, fields, at: 0, opened, others: Vec::new() }
    }

    /// A form for a new source of `claim`, filled in with `source`.
    pub fn source(claim: &Claim, source: &Source, now: &Stamp) -> Self {
        let value = serde_json::to_value(source).unwrap_or_default();
        let fields: Vec<Slot> = field::SOURCES.rows().iter().map(|row| slot(row, Some(&value), "", now)).collect();
        Self { fields, ..Self::open(claim, Purpose::of(&field::SOURCES), "", now) }
    }

    /// A form for a new source of `claim` that has been entered before: what it is stays, what it says here is to be filled in.
    pub fn reuse(claim: &Claim, held: &Source, now: &Stamp) -> Self {
        let fresh = Source {
            stance: None,
            locator: String::new(),
            quote: String::new(),
            annotation: String::new(),
            checked_at: now.day().to_owned(),
            ..held.clone()
        };
        let value = serde_json::to_value(&fresh).unwrap_or_default();
        let fields: Vec<Slot> = field::SOURCES.rows().iter().map(|row| slot(row, Some(&value), "", now)).collect();
        let at = fields.iter().position(|field| field.label == "bearing").unwrap_or(0);
        // What was picked counts as filled in, so that it is asked about before it is put away.
        Self { fields, at, ..Self::open(claim, Purpose::of(&field::SOURCES), "", now) }
    }
}

/// What stands in a form for one row of `held`; of a new thing what it begins with.
fn slot(row: &Row, held: Option<&Value>, words: &str, now: &Stamp) -> Slot {
    let fresh = match row.fresh {
        Fresh::Nothing => "",
        Fresh::Today => now.day(),
        Fresh::Words => words,
        Fresh::Says(word) => word,
    };
    let value = held.map_or(fresh, |held| row.text(held));
    let input = match row.input {
        field::Input::Text | field::Input::Link | field::Input::Day => return text(row.label, value),
        field::Input::Choice(known, may_be_empty) => choice(known, value, may_be_empty),
        field::Input::Flag => FormInput::Flag(!value.is_empty()),
    };
    Slot { label: row.label, input }
}

fn text(label: &'static str, value: &str) -> Slot {
    Slot { label, input: FormInput::Text(Editor::new(value, true)) }
}

/// A choice among the words of a vocabulary; a word of a later version stays to be chosen.
fn choice(known: &[&str], value: &str, may_be_empty: bool) -> FormInput {
    let mut words: Vec<String> = if may_be_empty { vec![String::new()] } else { Vec::new() };
    words.extend(known.iter().map(ToString::to_string));
    let at = words.iter().position(|word| *word == value).unwrap_or_else(|| {
        if value.is_empty() {
            return 0;
        }
        words.push(value.to_owned());
        words.len() - 1
    });
    FormInput::Choice(words, at)
}

/// Words as a reviewer writes them on one line.
fn joined(field: &'static Field, value: &Value) -> String {
    field.items(value).iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}
