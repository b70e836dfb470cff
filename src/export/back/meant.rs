//! What a claim's words mean where a file was made: the same words that lean on another sentence, or are somebody else's, are other words to
//! a verdict.

use std::collections::HashMap;

use serde_json::Value;

use super::alike::same_words;
use super::item::{Content, ImportItem};
use super::states::ClaimPast;
use crate::review::{Claim, Fate, Session, field};
use crate::text::quoted;

/// The draft that a file is of at the least, as far as the words tell that it quotes: those that came in with a draft were not there before.
pub(super) fn draft_of(items: &[ImportItem], session: &Session) -> u32 {
    let came_in = session.claims().iter().filter_map(|claim| {
        let (fate, words) = (claim.fate().filter(|fate| fate.is_other_words())?, session.exact(claim));
        (!same_words(words, &fate.was)).then_some((words, fate.draft))
    });
    let came_in: HashMap<&str, u32> = came_in.collect();
    items.iter().filter_map(|item| came_in.get(item.quote.exact.trim()).copied()).max().unwrap_or_default()
}

/// The words of `claim` with what they meant where a file of draft `of` at the least was made, when that is not what they mean in `session`.
pub(super) fn otherwise(
    session: &Session,
    claim: &Claim,
    past: &ClaimPast,
    (item, of): (&ImportItem, u32),
) -> Option<String> {
    let words = session.exact(claim);
    let ours = claim.fate().filter(|fate| fate.is_other_words() && same_words(&fate.was, words));
    let Some(fate) = ours else {
        let is_theirs = claim.fate().is_none() && says_changed(item);
        return is_theirs.then(|| format!("{words} (as another draft means them)"));
    };
    let is_earlier = past.shown.last().is_some_and(|state| state.session.article.draft < fate.draft);
    (is_earlier && of < fate.draft).then(|| fate.was.clone() + &meant(fate))
}

/// What the words meant before, in brackets behind them.
fn meant(fate: &Fate) -> String {
    match (&fate.said_by, fate.leant_on.is_empty()) {
        (Some(name), _) if !name.is_empty() => format!(" (said by {name})"),
        (_, false) => format!(" (leaning on {})", quoted(&fate.leant_on)),
        _ => String::new(),
    }
}

/// True where an item says of its claim that a draft gave it other words or another meaning.
fn says_changed(item: &ImportItem) -> bool {
    let is_other = |told: &str| Fate::of(0, told.into()).is_other_words();
    let told = |text: &str| {
        let is = text.trim().strip_prefix("is “").and_then(|rest| rest.split_once('”'));
        is.is_some_and(|(is, _)| is_other(is))
    };
    match &item.content {
        Content::Record(record, ..) => {
            record.get(field::FATE.name).and_then(|fate| fate.get("is")).and_then(Value::as_str).is_some_and(is_other)
        }
        Content::Row(cells) => cells.get(field::FATE.name).is_some_and(|cell| told(cell)),
        Content::Card(_, text, _) => text.lines().any(|line| {
            let (label, words) = line.split_once(':').unwrap_or_default();
            label == field::FATE.title && told(words)
        }),
        Content::SourceRow(_)
        | Content::SourceTable(_)
        | Content::Bodies(..)
        | Content::Answer(..)
        | Content::Reply(..)
        | Content::Right(..)
        | Content::Unread(_) => false,
    }
}
