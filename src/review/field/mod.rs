//! The fields of a claim: one file each, and one list of them all, over which edits, files, merging, searching, forms, history
//! in words, joining and withholding go.
//!
//! A field is added by writing its file, naming it in [`FIELDS`] and giving [`Record`](super::Record) a place for its value.
//! Everything that must know all fields goes over the list, so that none is forgotten in silence.

mod assignee;
mod conflicts;
mod correction;
mod dismissed;
mod fate;
mod note;
mod query;
mod readings;
mod remark;
mod reply;
mod row;
mod source;
mod speaker;
mod statement;
mod tags;
mod verdict;

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Claim, Swap};

pub use assignee::ASSIGNEE;
pub use conflicts::{CONFLICTS, Conflict};
pub use correction::{CORRECTIONS, Correction, CorrectionStatus};
pub use dismissed::DISMISSED;
pub use fate::{FATE, Fate, FateAnswer, FateKind};
pub use note::NOTE;
pub use query::{QUERIES, Query, QueryStatus};
pub use readings::{Because, READINGS, Reading, SETTLED, Settled};
pub use remark::{REMARKS, Remark};
pub use reply::{REPLIES, Reply};
pub use row::{Fresh, Input, Row};
pub use source::{Rank, SOURCES, Source, SourceKind, Support};
pub use speaker::{SPEAKER, Speaker, Stance};
pub use statement::STATEMENT;
pub use tags::TAGS;
pub use verdict::{Mark, VERDICT, Verdict, marked};

/// Every field, in the order of the session file.
pub static FIELDS: [&Field; 16] = [
    &SPEAKER,
    &STATEMENT,
    &ASSIGNEE,
    &VERDICT,
    &DISMISSED,
    &READINGS,
    &SETTLED,
    &FATE,
    &NOTE,
    &SOURCES,
    &CORRECTIONS,
    &QUERIES,
    &REPLIES,
    &REMARKS,
    &TAGS,
    &CONFLICTS,
];

/// What a field's value is made of, and so how it is edited, merged and told.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A reader's own verdict, or none. Two readers' verdicts stand side by side.
    Mark,
    /// Yes or no.
    Flag,
    /// A text of any length.
    Text,
    /// Words, none twice; both sides' come together.
    Words,
    /// One thing with these rows, or nothing.
    One(&'static [Row]),
    /// Things with these rows, each with an `id` of its own that begins with the letter; each is merged by itself.
    Many(&'static [Row], char),
    /// What another copy has differently.
    Conflicts,
    /// Follows from other fields, and is only written and read.
    Derived,
}

/// One field of a claim.
pub struct Field {
    /// Its name in the session file, and in the history the name of its edits.
    pub name: &'static str,
    /// What it is called on a screen and in a report, in small letters.
    pub title: &'static str,
    /// What the key that fills it in is called in the settings.
    pub key: &'static str,
    /// What stands above its form.
    pub heading: &'static str,
    /// What its value is made of.
    pub shape: Shape,
    /// True when the file has it even while it is empty.
    pub always: bool,
    /// Its value in a claim, as the session file has it; the verdict as a mark.
    get: fn(&Claim) -> Value,
    /// Puts a value into a claim.
    set: fn(&mut Claim, Value) -> serde_json::Result<()>,
    /// Puts what a second claim holds behind what the first holds, when the two are joined; nothing of either is lost.
    join: fn(&mut Claim, &Claim),
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Field {}

impl Field {
    /// The field that the session file calls `name`.
    pub fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name == name).copied()
    }

    /// Its value in `claim`, as the session file has it; null, false, or an empty text or list when there is none.
    pub fn value(&self, claim: &Claim) -> Value {
        (self.get)(claim)
    }

    /// True when `value` says nothing.
    pub fn is_empty(value: &Value) -> bool {
        match value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Bool(true) | Value::Number(_) | Value::Object(_) => false,
        }
    }

    /// True when `value` is no object and holds none.
    pub fn is_flat(value: &Value) -> bool {
        match value {
            Value::Array(list) => list.iter().all(Self::is_flat),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
            Value::Object(_) => false,
        }
    }

    /// The value of a claim where nothing was written.
    pub fn empty(&self) -> Value {
        match self.shape {
            Shape::Flag => Value::Bool(false),
            Shape::Text => Value::String(String::new()),
            Shape::Words | Shape::Many(..) | Shape::Conflicts | Shape::Derived => Value::Array(Vec::new()),
            Shape::Mark | Shape::One(_) => Value::Null,
        }
    }

    /// Puts `value` into `claim`.
    ///
    /// # Errors
    /// When it is not of the field's shape; the claim is then as it was.
    pub fn put(&self, claim: &mut Claim, value: Value) -> serde_json::Result<()> {
        (self.set)(claim, value)
    }

    /// `value` as this version writes it.
    ///
    /// # Errors
    /// In words, when it is not of the field's shape.
    pub(super) fn sound(&self, value: &Value) -> Result<Value, String> {
        let mut claim = Claim::new(super::ClaimId::default(), super::Span::new(0, 0), super::Origin::Proposed);
        self.put(&mut claim, value.clone()).map_err(|error| error.to_string())?;
        Ok(self.value(&claim))
    }

    /// Leads `claim` from one value to another; false, and nothing changed, when it does not hold the first.
    pub(super) fn apply(&self, claim: &mut Claim, swap: &Swap<Value>) -> bool {
        if matches!(self.shape, Shape::Mark) {
            return readings::swap(claim, swap);
        }
        // Where it follows from readings, theirs are the edits.
        if self == &DISMISSED && claim.has_dismissal() {
            return false;
        }
        self.value(claim) == swap.before && self.put(claim, swap.after.clone()).is_ok()
    }

    /// Puts what `other` holds behind what `claim` holds.
    pub fn join(&self, claim: &mut Claim, other: &Claim) {
        (self.join)(claim, other);
    }

    /// The rows of its things; none for what is no thing with rows.
    pub const fn rows(&self) -> &'static [Row] {
        match self.shape {
            Shape::One(rows) | Shape::Many(rows, _) => rows,
            Shape::Mark | Shape::Flag | Shape::Text | Shape::Words | Shape::Conflicts | Shape::Derived => &[],
        }
    }

    /// The things in a value: the one, the members of a list, or the value itself.
    pub fn items<'v>(&self, value: &'v Value) -> &'v [Value] {
        match (self.shape, value) {
            (_, value) if Self::is_empty(value) => &[],
            (Shape::Many(..) | Shape::Words | Shape::Conflicts | Shape::Derived, Value::Array(list)) => list,
            (_, value) => std::slice::from_ref(value),
        }
    }

    /// True for a field that says what checking came to: it holds for the words that it was given on, and for no others.
    pub fn is_judged(&self) -> bool {
        [&VERDICT, &SETTLED, &DISMISSED].contains(&self)
    }

    /// True for a field with words of a reviewer's in it, which can be looked for.
    pub const fn is_searched(&self) -> bool {
        matches!(self.shape, Shape::Text | Shape::Words | Shape::One(_) | Shape::Many(..))
    }

    /// The texts in one of its things that a reader would look for, each with what it is called.
    pub fn texts<'v>(&self, item: &'v Value) -> Vec<(&'static str, &'v str)> {
        let rows = self.rows();
        if rows.is_empty() {
            let text = if matches!(self.shape, Shape::Text | Shape::Words) { item.as_str() } else { None };
            return text.map(|text| (self.title, text)).into_iter().collect();
        }
        let said = rows.iter().filter(|row| row.is_text()).map(|row| (row.label, row.text(item)));
        said.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// True when a thing may not leave the house unless it is asked for.
    pub fn is_confidential(&self, item: &Value) -> bool {
        item.get("confidential").and_then(Value::as_bool).unwrap_or_default()
    }

    /// A free id beside those of the things in `value`: a letter and a number higher than any, so that the id of a thing that was
    /// removed does not come back.
    pub fn fresh_id(&self, value: &Value) -> String {
        let letter = if let Shape::Many(_, letter) = self.shape { letter } else { 'x' };
        let numbers = self.items(value).iter().filter_map(|item| {
            let id = item.get("id")?.as_str()?.strip_prefix(letter)?;
            id.parse::<u64>().ok()
        });
        format!("{letter}{}", numbers.max().unwrap_or_default().saturating_add(1))
    }
}

/// These values hold only strings, numbers, lists and maps with text keys, so they always are JSON.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Reads a value of a field's own type; null is nothing.
fn read<T: DeserializeOwned + Default>(value: Value) -> serde_json::Result<T> {
    if value.is_null() { Ok(T::default()) } else { serde_json::from_value(value) }
}

/// Puts the things of `other` behind `ours`, each under an id that is free.
fn append<T: Clone + PartialEq>(ours: &mut Vec<T>, other: &[T], id: fn(&mut T) -> &mut String, letter: char) {
    for thing in other {
        let mut thing = thing.clone();
        if ours.contains(&thing) {
            continue;
        }
        let mut held: Vec<String> = ours.iter().cloned().map(|mut one| std::mem::take(id(&mut one))).collect();
        held.extend(other.iter().cloned().map(|mut one| std::mem::take(id(&mut one))));
        if ours.iter().cloned().any(|mut one| id(&mut one) == id(&mut thing)) {
            let numbers = held.iter().filter_map(|id| id.strip_prefix(letter)?.parse::<u64>().ok());
            *id(&mut thing) = format!("{letter}{}", numbers.max().unwrap_or_default() + 1);
        }
        ours.push(thing);
    }
}

/// Puts one text behind another, on a line of its own; what stands there already is not said twice.
pub(super) fn add_line(text: &mut String, other: &str) {
    if other.is_empty() || text.lines().any(|line| line == other) || text == other {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(other);
}

#[cfg(test)]
mod tests;
