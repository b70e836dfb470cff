//! The rows of a thing that is written down about a claim: what each is called, and how it is filled in.

use serde_json::Value;

/// How a row is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// Any words.
    Text,
    /// An address: http or https.
    Link,
    /// A day, `2026-11-23`, or whatever tells it.
    Day,
    /// One of some words; with `true` also none of them.
    Choice(&'static [&'static str], bool),
    /// Yes or no.
    Flag,
}

/// One row of a thing: a member of its object in the session file.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The member's name.
    pub key: &'static str,
    /// What stands before it on the screen.
    pub label: &'static str,
    /// How it is filled in.
    pub input: Input,
    /// True when the thing is none without it, or without one of the others that are.
    pub needed: bool,
    /// What a new thing begins with.
    pub fresh: Fresh,
    /// What belongs into it, in a few words; empty when its label says it all.
    pub hint: &'static str,
}

/// What a row of a new thing begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// Nothing, or the first of the words to choose from.
    Nothing,
    /// The day it is written down.
    Today,
    /// The claim's own words.
    Words,
    /// This word.
    Says(&'static str),
}

impl Row {
    /// A row that may stay empty.
    pub(super) const fn new(key: &'static str, label: &'static str, input: Input) -> Self {
        Self { key, label, input, needed: false, fresh: Fresh::Nothing, hint: "" }
    }

    /// A row that makes the thing what it is.
    pub(super) const fn needed(key: &'static str, label: &'static str, input: Input) -> Self {
        Self { needed: true, ..Self::new(key, label, input) }
    }

    /// The row of which a new thing begins with `fresh`.
    pub(super) const fn fresh(self, fresh: Fresh) -> Self {
        Self { fresh, ..self }
    }

    /// The row with a word of help.
    pub(super) const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// True for a row that holds words of a reviewer's, which can be looked for.
    pub const fn is_text(&self) -> bool {
        matches!(self.input, Input::Text | Input::Link)
    }

    /// What `item` says in this row, as text; empty when it says nothing, `yes` for a flag that is set.
    pub fn text<'v>(&self, item: &'v Value) -> &'v str {
        match item.get(self.key) {
            Some(Value::Bool(true)) => "yes",
            Some(value) => value.as_str().unwrap_or_default(),
            None => "",
        }
    }
}
