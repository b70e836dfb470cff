//! A change in words: what was done to a claim, from what to what.

use crate::review::{
    Article, Change, Claim, Conflict, Correction, Entry, Mark, Query, Recut, Reply, Source, Span, Speaker, Step, Swap,
};
use crate::text::gate;

/// Columns of a text that an entry quotes at most.
const QUOTED: usize = 90;

/// A field of a record with its value, as text.
type Field = (&'static str, String);

/// An entry of the history in words; `article` is what spans point into.
pub(super) fn told(entry: &Entry, article: &Article) -> String {
    let how = match entry.step {
        Step::Do => "",
        Step::Undo(_) => "took back: ",
        Step::Redo(_) => "did again: ",
    };
    format!("{how}{}", change(&entry.edit.change, article))
}

fn change(change: &Change, article: &Article) -> String {
    match change {
        Change::Verdict(swap) => format!("{} → {}", verdict(swap.before.as_ref()), verdict(swap.after.as_ref())),
        Change::Dismissed(swap) => {
            if swap.after { "dismissed: nothing to check" } else { "brought back: to be checked" }.to_owned()
        }
        Change::Note(swap) => from_to("note", &swap.before, &swap.after),
        Change::Statement(swap) => from_to("own words", &swap.before, &swap.after),
        Change::Speaker(swap) => record("speaker", swap, speaker),
        Change::Sources(swap) => sources(&swap.before, &swap.after),
        Change::Correction(swap) => record("correction", swap, correction),
        Change::Query(swap) => record("query", swap, query),
        Change::Reply(swap) => record("right of reply", swap, reply),
        Change::Tags(swap) => from_to("tags", &swap.before.join(", "), &swap.after.join(", ")),
        Change::Conflicts(swap) => conflicts(&swap.before, &swap.after),
        Change::Mend(swap) => from_to("span", article.words(swap.before), article.words(swap.after)),
        Change::Recut(how, swap) => recut(*how, swap, article),
        Change::Block(at, swap) => {
            let block = article.blocks().get(article.block_at(*at)).map_or(Span::new(0, 0), |block| block.span);
            format!("block {}: {} → {}", quoted(article.words(block)), swap.before, swap.after)
        }
        Change::Later(name, swap) => format!("{name}: {} → {}", short(&swap.before), short(&swap.after)),
    }
}

fn verdict(mark: Option<&Mark>) -> String {
    mark.map_or_else(|| "unchecked".to_owned(), |mark| mark.verdict.to_string())
}

fn short(value: &serde_json::Value) -> String {
    gate::fit(&value.to_string(), QUOTED)
}

fn quoted(text: &str) -> String {
    if text.trim().is_empty() { "none".to_owned() } else { format!("“{}”", gate::fit(text, QUOTED)) }
}

fn from_to(name: &str, before: &str, after: &str) -> String {
    format!("{name}: {} → {}", quoted(before), quoted(after))
}

/// The fields that differ, from what to what; a part that came or went is told whole.
fn record<T>(name: &str, swap: &Swap<Option<Box<T>>>, fields: impl Fn(&T) -> Vec<Field>) -> String {
    let whole = |held: &T| {
        let said = fields(held).into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(label, value)| format!("{label} {}", quoted(&value))).collect::<Vec<_>>().join(", ")
    };
    match (&swap.before, &swap.after) {
        (None, None) => format!("{name}: none → none"),
        (None, Some(after)) => format!("{name}: none → {}", whole(after)),
        (Some(before), None) => format!("{name}: {} → none", whole(before)),
        (Some(before), Some(after)) => format!("{name}: {}", differing(fields(before), fields(after))),
    }
}

fn differing(before: Vec<Field>, after: Vec<Field>) -> String {
    let pairs = before.into_iter().zip(after).filter(|((_, old), (_, new))| old != new);
    let told: Vec<String> = pairs.map(|((label, old), (_, new))| from_to(label, &old, &new)).collect();
    if told.is_empty() { "fields of a later version".to_owned() } else { told.join("; ") }
}

fn speaker(held: &Speaker) -> Vec<Field> {
    vec![
        ("name", held.name.clone()),
        ("stance", held.stance.to_string()),
        ("via", held.via.clone().unwrap_or_default()),
    ]
}

fn correction(held: &Correction) -> Vec<Field> {
    vec![("instead", held.text.clone()), ("state", held.status.to_string())]
}

fn query(held: &Query) -> Vec<Field> {
    vec![
        ("to", held.to.clone()),
        ("question", held.question.clone()),
        ("answer", held.answer.clone()),
        ("state", held.state().to_string()),
    ]
}

fn reply(held: &Reply) -> Vec<Field> {
    vec![("who", held.who.clone()), ("asked on", held.asked_at.clone()), ("answer", held.answer.clone())]
}

fn source(held: &Source) -> Vec<Field> {
    let word = |word: Option<String>| word.unwrap_or_default();
    vec![
        ("title", held.title.clone()),
        ("link", held.url.clone()),
        ("kind", word(held.kind.as_ref().map(ToString::to_string))),
        ("rank", word(held.rank.as_ref().map(ToString::to_string))),
        ("bearing", word(held.stance.as_ref().map(ToString::to_string))),
        ("locator", held.locator.clone()),
        ("passage", held.quote.clone()),
        ("looked at", held.checked_at.clone()),
        ("archive", held.archive.clone()),
        ("confidential", if held.confidential { "yes".to_owned() } else { String::new() }),
    ]
}

fn name(source: &Source) -> String {
    quoted(if source.title.is_empty() { &source.url } else { &source.title })
}

/// Which sources came, went, changed; else the new order.
fn sources(before: &[Source], after: &[Source]) -> String {
    let find = |list: &[Source], id: &str| list.iter().find(|source| source.id == id).cloned();
    let gone = before.iter().filter(|source| find(after, &source.id).is_none());
    let mut told: Vec<String> = gone.map(|source| format!("source removed: {}", name(source))).collect();
    for source_now in after {
        match find(before, &source_now.id) {
            None => told.push(format!("source added: {}", name(source_now))),
            Some(old) if old != *source_now => {
                told.push(format!("source {}: {}", name(&old), differing(source(&old), source(source_now))));
            }
            Some(_) => {}
        }
    }
    if told.is_empty() {
        let order = |list: &[Source]| list.iter().map(name).collect::<Vec<_>>().join(", ");
        return format!("sources: {} → {}", order(before), order(after));
    }
    told.join("; ")
}

/// Which differences with another copy came up, and which were settled.
fn conflicts(before: &[Conflict], after: &[Conflict]) -> String {
    let only = |one: &[Conflict], other: &[Conflict]| {
        one.iter()
            .filter(|conflict| !other.contains(conflict))
            .map(|conflict| conflict.field.clone())
            .collect::<Vec<_>>()
    };
    let (came, went) = (only(after, before), only(before, after));
    let told = [("another copy differs", came), ("settled", went)];
    let told = told.into_iter().filter(|(_, fields)| !fields.is_empty());
    told.map(|(words, fields)| format!("{words}: {}", fields.join(", "))).collect::<Vec<_>>().join("; ")
}

fn recut(how: Recut, swap: &Swap<Vec<Claim>>, article: &Article) -> String {
    let words = |claims: &[Claim], between: &str| {
        claims.iter().map(|claim| quoted(article.words(claim.span))).collect::<Vec<_>>().join(between)
    };
    match how {
        Recut::Add => format!("claimed: {}", words(&swap.after, " and ")),
        Recut::Delete => format!("deleted: {}", words(&swap.before, " and ")),
        Recut::Split => format!("split: {} → {}", words(&swap.before, " and "), words(&swap.after, " and ")),
        Recut::Join => format!("joined: {} → {}", words(&swap.before, " and "), words(&swap.after, " and ")),
    }
}
