//! An edit in words: what was done to a claim, from what to what. Screens, reports and messages all say it as here.

use serde_json::Value;

use super::field::{Conflict, Field, Mark, Shape};
use super::{Article, Change, Claim, Entry, Recut, Span, Step, Swap, Texts};
use crate::text::gate;

/// An entry of the history in words; `texts` are what spans point into, and of any one text so many columns are quoted.
pub fn entry(entry: &Entry, texts: Texts<'_>, columns: usize) -> String {
    let article = texts.or_now(entry.draft);
    let how = match entry.step {
        Step::Do => "",
        Step::Undo(_) => "took back: ",
        Step::Redo(_) => "did again: ",
    };
    let reader = whose(entry);
    let whose = if *reader == *entry.by { String::new() } else { format!(" ({reader}'s)") };
    format!("{how}{}{whose}", change(&entry.edit.change, article, columns))
}

/// Who an entry is by: of a verdict its reader, whoever brought it in.
pub fn whose(entry: &Entry) -> &str {
    let Change::Field(Field { shape: Shape::Mark, .. }, swap) = &entry.edit.change else { return &entry.by };
    let readers = [&swap.after, &swap.before].map(|mark| mark.get("by").and_then(Value::as_str));
    readers.into_iter().flatten().find(|by| !by.is_empty()).unwrap_or(&entry.by)
}

/// Who has marked a claim, in words: `anna has marked claim 1`, `anna, bea and carl have marked claim 1`.
pub fn readers(claim: &Claim) -> Option<String> {
    let mut names: Vec<&str> = claim.readers().filter(|name| !name.is_empty()).collect();
    let last = names.pop()?;
    let all = if names.is_empty() { format!("{last} has") } else { format!("{} and {last} have", names.join(", ")) };
    Some(format!("{all} marked claim {}", claim.number))
}

/// What a thing of `field` says, row by row, texts cut at `columns`.
pub fn thing(field: &'static Field, thing: &Value, columns: usize) -> String {
    Teller { columns }.whole(field, thing)
}

/// A change in words; see [`entry`].
pub fn change(change: &Change, article: &Article, columns: usize) -> String {
    let teller = Teller { columns };
    match change {
        Change::Field(field, swap) => teller.field(field, swap),
        Change::Mend(swap) => teller.led("span", article.words(swap.before), article.words(swap.after)),
        Change::Recut(how, swap) => teller.recut(*how, swap, article),
        Change::Block(at, swap) => {
            let block = article.blocks().get(article.block_at(*at)).map_or(Span::new(0, 0), |block| block.span);
            format!("block {}: {} → {}", teller.quoted(article.words(block)), swap.before, swap.after)
        }
        Change::Waive(name, swap) if swap.after => format!("put away: {}", teller.quoted(name)),
        Change::Waive(name, _) => format!("brought back: {}", teller.quoted(name)),
        Change::List(file, swap) => format!("{}: {}", swap.called(), gate::fit(file.file_name(), columns)),
        Change::Withhold(id, swap) => {
            let note = article.annotations().iter().find(|note| *note.id == **id);
            let note = note.map_or_else(|| id.to_string(), |note| teller.quoted(&note.text));
            match swap.after {
                Some(true) => format!("the writer's note is held back: {note}"),
                Some(false) => format!("the writer's note is free: {note}"),
                None => format!("the writer's note is as it was read: {note}"),
            }
        }
        Change::Draft(carry) => format!("draft {} → draft {}", carry.draft.before, carry.draft.after),
        Change::Later(name, swap) => format!("{name}: {} → {}", teller.short(&swap.before), teller.short(&swap.after)),
    }
}

/// Tells changes, and quotes so many columns of any one text.
struct Teller {
    columns: usize,
}

impl Teller {
    fn field(&self, field: &'static Field, swap: &Swap<Value>) -> String {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match field.shape {
            Shape::Mark => format!("{} → {}", verdict(&swap.before), verdict(&swap.after)),
            Shape::Flag if swap.after == Value::Bool(true) => "dismissed: nothing to check".to_owned(),
            Shape::Flag => "brought back: to be checked".to_owned(),
            Shape::Text => self.led(field.title, &text(&swap.before), &text(&swap.after)),
            Shape::Words => {
                let joined = |value| field.items(value).iter().map(text).collect::<Vec<_>>().join(", ");
                self.led(field.title, &joined(&swap.before), &joined(&swap.after))
            }
            Shape::One(_) => self.one(field, &swap.before, &swap.after),
            Shape::Many(..) => self.many(field, &swap.before, &swap.after),
            Shape::Conflicts => conflicts(swap),
            Shape::Derived => format!("{}: {} → {}", field.title, self.short(&swap.before), self.short(&swap.after)),
        }
    }

    fn short(&self, value: &Value) -> String {
        gate::fit(&value.to_string(), self.columns).into_owned()
    }

    fn quoted(&self, text: &str) -> String {
        if text.trim().is_empty() { "none".to_owned() } else { format!("“{}”", gate::fit(text, self.columns)) }
    }

    fn led(&self, name: &str, before: &str, after: &str) -> String {
        format!("{name}: {} → {}", self.quoted(before), self.quoted(after))
    }

    /// A thing that came or went is told whole, of one that changed the rows that differ.
    fn one(&self, field: &'static Field, before: &Value, after: &Value) -> String {
        match (Field::is_empty(before), Field::is_empty(after)) {
            (true, true) => format!("{}: none → none", field.title),
            (true, false) => format!("{}: none → {}", field.title, self.whole(field, after)),
            (false, true) => format!("{}: {} → none", field.title, self.whole(field, before)),
            (false, false) => format!("{}: {}", field.title, self.differing(field, before, after)),
        }
    }

    fn whole(&self, field: &'static Field, thing: &Value) -> String {
        let said = field.rows().iter().map(|row| (row.label, row.text(thing))).filter(|(_, text)| !text.is_empty());
        said.map(|(label, text)| format!("{label} {}", self.quoted(text))).collect::<Vec<_>>().join(", ")
    }

    fn differing(&self, field: &'static Field, before: &Value, after: &Value) -> String {
        let rows = field.rows().iter().map(|row| (row.label, row.text(before), row.text(after)));
        let told: Vec<String> = rows
            .filter(|(_, before, after)| before != after)
            .map(|(label, before, after)| self.led(label, before, after))
            .collect();
        if told.is_empty() { "fields of a later version".to_owned() } else { told.join("; ") }
    }

    /// Which things came, went, changed; else their new order.
    fn many(&self, field: &'static Field, before: &Value, after: &Value) -> String {
        let (old, new) = (field.items(before), field.items(after));
        let find = |list: &'_ [Value], one: &Value| list.iter().find(|other| other.get("id") == one.get("id")).cloned();
        let gone = old.iter().filter(|thing| find(new, thing).is_none());
        let mut told: Vec<String> =
            gone.map(|thing| format!("{} removed: {}", field.title, self.whole(field, thing))).collect();
        for thing in new {
            match find(old, thing) {
                None => told.push(format!("{} added: {}", field.title, self.whole(field, thing))),
                Some(held) if held != *thing => {
                    let name = self.quoted(name(field, &held));
                    told.push(format!("{} {name}: {}", field.title, self.differing(field, &held, thing)));
                }
                Some(_) => {}
            }
        }
        if told.is_empty() {
            let order = |list: &[Value]| {
                list.iter().map(|thing| self.quoted(name(field, thing))).collect::<Vec<_>>().join(", ")
            };
            return format!("{}: {} → {}", field.name, order(old), order(new));
        }
        told.join("; ")
    }

    fn recut<'c>(&self, how: Recut, swap: &'c Swap<Vec<Claim>>, article: &'c Article) -> String {
        let apart = |claim: &'c Claim| claim.fate().filter(|_| claim.is_apart()).map(|fate| fate.was.as_str());
        let words = |claim: &'c Claim| apart(claim).unwrap_or_else(|| article.words(claim.span));
        let words = |claims: &'c [Claim]| {
            claims.iter().map(|claim| self.quoted(words(claim))).collect::<Vec<_>>().join(" and ")
        };
        match how {
            Recut::Add => format!("claimed: {}", words(&swap.after)),
            Recut::Delete => format!("deleted: {}", words(&swap.before)),
            Recut::Split => format!("split: {} → {}", words(&swap.before), words(&swap.after)),
            // Mended: the words of one draft gave way to others of it.
            Recut::Attach if swap.after.iter().all(|claim| claim.fate().is_none_or(|fate| fate.answer.is_none())) => {
                let span = |claims: &'c [Claim]| claims.first().map(|claim| article.words(claim.span));
                let (before, after) = (span(&swap.before), span(&swap.after));
                self.led("span", before.unwrap_or_default(), after.unwrap_or_default())
            }
            Recut::Attach => format!("put on other words: {} → {}", words(&swap.before), words(&swap.after)),
            Recut::Join => format!("joined: {} → {}", words(&swap.before), words(&swap.after)),
        }
    }
}

fn verdict(mark: &Value) -> String {
    let mark: Option<Mark> = serde_json::from_value(mark.clone()).ok().flatten();
    mark.map_or_else(|| "unchecked".to_owned(), |mark| mark.verdict.to_string())
}

/// What a thing is called: the first of the rows that make it what it is.
fn name<'v>(field: &'static Field, thing: &'v Value) -> &'v str {
    let said = field.rows().iter().filter(|row| row.needed).map(|row| row.text(thing));
    said.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Which differences with another copy came up, and which were settled.
fn conflicts(swap: &Swap<Value>) -> String {
    let list = |value: &Value| serde_json::from_value::<Vec<Conflict>>(value.clone()).unwrap_or_default();
    let (before, after) = (list(&swap.before), list(&swap.after));
    let only = |one: &[Conflict], other: &[Conflict]| {
        one.iter()
            .filter(|conflict| !other.contains(conflict))
            .map(|conflict| conflict.field.clone())
            .collect::<Vec<_>>()
    };
    let (came, went) = (only(&after, &before), only(&before, &after));
    let told = [("another copy differs", came), ("settled", went)];
    let told = told.into_iter().filter(|(_, fields)| !fields.is_empty());
    told.map(|(words, fields)| format!("{words}: {}", fields.join(", "))).collect::<Vec<_>>().join("; ")
}
