//! What a filled-in form changes in its claim.

use serde_json::{Map, Value};

use super::Form;
use crate::review::field::{self, Field, Fresh, Input, Row, Shape};
use crate::review::{Change, Claim};
use crate::text::link;

impl Form {
    /// The change that the form asks for in `claim`, which it was opened over; `None` when it asks for none.
    /// Fields of later versions stay as they are.
    ///
    /// # Errors
    /// When a link is neither http nor https, or something is missing: what to write instead.
    pub fn change(&self, claim: &Claim) -> Result<Option<Change>, String> {
        let field = self.purpose.field;
        let held = field.value(claim);
        let value = match field.shape {
            Shape::One(_) => self.thing(&held)?.unwrap_or_default(),
            Shape::Many(..) => Value::Array(self.list(&held)?),
            Shape::Words => words(&self.says(field.title)).into(),
            Shape::Mark | Shape::Flag | Shape::Text | Shape::Conflicts | Shape::Derived => {
                self.says(field.title).into()
            }
        };
        // As the claim would hold it, with everything that was left out.
        let mut changed = claim.clone();
        field.put(&mut changed, value).map_err(|error| error.to_string())?;
        Ok(Change::to(claim, field, field.value(&changed)))
    }

    /// The list with the thing that the form is over; without it, when everything in it was emptied.
    fn list(&self, held: &Value) -> Result<Vec<Value>, String> {
        let field = self.purpose.field;
        let mut list = field.items(held).to_vec();
        let place = self.purpose.at.filter(|at| *at < list.len());
        let old = place.and_then(|at| list.get(at)).cloned();
        let new = self.thing(&old.unwrap_or_else(|| serde_json::json!({ "id": field.fresh_id(held) })))?;
        match (place, new) {
            (Some(at), Some(new)) => list.splice(at..=at, [new]).for_each(drop),
            (Some(at), None) => drop(list.remove(at)),
            (None, new) => list.extend(new),
        }
        Ok(list)
    }

    /// The thing as the form has it; `None` when what makes it one is empty.
    fn thing(&self, held: &Value) -> Result<Option<Value>, String> {
        let field = self.purpose.field;
        let mut thing = held.as_object().cloned().unwrap_or_default();
        for row in field.rows() {
            self.put(row, &mut thing)?;
        }
        let needed: Vec<&Row> = field.rows().iter().filter(|row| row.needed).collect();
        if needed.iter().any(|row| !self.says(row.label).is_empty()) {
            return Ok(Some(Value::Object(thing)));
        }
        let labels: Vec<&str> = needed.iter().map(|row| row.label).collect();
        if labels.len() > 1 {
            return Err(format!("a {} needs a {}", field.title, labels.join(" or a ")));
        }
        // Nothing that was typed is dropped.
        let typed = |row: &&Row| {
            let said = self.says(row.label);
            let begun = matches!(row.fresh, Fresh::Says(word) if word == said);
            row.is_text() && !row.needed && !said.is_empty() && !begun
        };
        match (field.rows().iter().find(typed), labels.first()) {
            (Some(typed), Some(needed)) => Err(format!("fill in \"{needed}\" too, or empty \"{}\"", typed.label)),
            _ => Ok(None),
        }
    }

    /// Puts what a row says into `thing`; what may stay empty is left out then.
    fn put(&self, row: &Row, thing: &mut Map<String, Value>) -> Result<(), String> {
        let said = self.says(row.label);
        let value = match row.input {
            Input::Flag => Value::Bool(!said.is_empty()),
            Input::Link if !said.is_empty() && !link::is_web(&said) => {
                return Err(
                    "a link begins with http:// or https:// and holds no blanks; other references go into the \
                            locator"
                        .to_owned(),
                );
            }
            Input::Text | Input::Link | Input::Day | Input::Choice(..) if said.is_empty() && !row.needed => {
                thing.shift_remove(row.key);
                return Ok(());
            }
            Input::Text | Input::Link | Input::Day | Input::Choice(..) => Value::String(said),
        };
        thing.insert(row.key.to_owned(), value);
        Ok(())
    }
}

/// Words as a reviewer writes them: parted by commas, blanks trimmed, none empty, none twice.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(',').map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// A word of help for the row called `label` of a form over `field`; empty when its name says it all.
pub fn hint(field: &'static Field, label: &str) -> &'static str {
    match field.shape {
        Shape::Words => "Parted by commas.",
        Shape::Text if *field == field::STATEMENT => "The article's exact words stay beside it.",
        Shape::Mark
        | Shape::Flag
        | Shape::Text
        | Shape::One(_)
        | Shape::Many(..)
        | Shape::Conflicts
        | Shape::Derived => field.rows().iter().find(|row| row.label == label).map_or("", |row| row.hint),
    }
}
