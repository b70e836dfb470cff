//! Notes of readers who were not shown each other's: behind the note that the others share, each in a block under its maker's name.

use std::sync::Arc;

use serde_json::Value;

use super::super::{Claim, Entry, Swap};

/// Between two notes.
const BETWEEN: &str = "\n\n";

/// Who made blind entries among `entries`.
pub(super) fn blind(entries: &[&Entry]) -> Vec<Arc<str>> {
    let mut all: Vec<Arc<str>> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.is_blind()) {
        if !all.contains(&entry.by) {
            all.push(Arc::clone(&entry.by));
        }
    }
    all
}

/// The note that all share, and the blocks behind it that begin with the name of one of `readers`.
fn split<'n>(note: &'n str, readers: &[Arc<str>]) -> (&'n str, Vec<&'n str>) {
    let begins = |at: usize| {
        let (head, rest) = (note.get(..at).unwrap_or_default(), note.get(at..).unwrap_or_default());
        let fresh = head.is_empty() || head.ends_with(BETWEEN);
        fresh && readers.iter().any(|by| rest.strip_prefix(&**by).is_some_and(|rest| rest.starts_with(": ")))
    };
    let places = std::iter::once(0).chain(note.match_indices(BETWEEN).map(|(at, between)| at + between.len()));
    let mut starts: Vec<usize> = places.filter(|at| begins(*at)).collect();
    let base = note.get(..starts.first().copied().unwrap_or(note.len())).unwrap_or(note);
    starts.push(note.len());
    let blocks = starts.windows(2).filter_map(|pair| note.get(*pair.first()?..*pair.last()?));
    (base.trim_end(), blocks.map(str::trim_end).collect())
}

fn together(base: &str, blocks: &[String]) -> String {
    let all = std::iter::once(base).chain(blocks.iter().map(String::as_str));
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// Takes out of the note of `claim` what blind entries will put there.
pub(super) fn begin(claim: &mut Claim, readers: &[Arc<str>]) {
    let base = split(&claim.record.note, readers).0;
    if base.len() < claim.record.note.len() {
        claim.record.note = base.to_owned();
    }
}

/// Leads the note of `claim` from one text to another where `readers` made theirs blind; false, and nothing changed, when it does
/// not hold the first.
pub(super) fn enter(claim: &mut Claim, swap: &Swap<Value>, entry: &Entry, readers: &[Arc<str>]) -> bool {
    let (led, to) = (swap.before.as_str().unwrap_or_default(), swap.after.as_str().unwrap_or_default());
    let now = claim.record.note.clone();
    let (base, blocks) = split(&now, readers);
    let mut blocks: Vec<String> = blocks.into_iter().map(str::to_owned).collect();
    if !entry.is_blind() {
        // What the others share may be changed beside the blocks, not they with it.
        let (before, after) = (split(led, readers), split(to, readers));
        let fits = before.0 == base && before.1 == after.1;
        if fits {
            claim.record.note = together(after.0, &blocks);
        }
        return fits;
    }
    let lead = format!("{}: ", entry.by);
    let named = |text: &str| {
        let text = text.strip_prefix(&lead).unwrap_or(text).trim_end();
        if text.is_empty() { String::new() } else { format!("{lead}{text}") }
    };
    let (before, after) = (named(led), named(to));
    if before.is_empty() {
        if !blocks.contains(&after) {
            blocks.push(after);
        }
    } else {
        let Some(held) = blocks.iter_mut().find(|block| **block == before) else { return false };
        *held = after;
    }
    claim.record.note = together(base, &blocks);
    true
}
