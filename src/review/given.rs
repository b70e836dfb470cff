//! What the history says of one claim across drafts: what a draft made of it, and on which words a verdict was given.

use super::field::{FATE, Field, Mark, VERDICT};
use super::{Change, Claim, ClaimId, Entry, FateAnswer, Lead, Session, told};
use crate::text::fit_around;

impl Entry {
    /// The verdict that it gives, with reader and time; `None` when it does something else or takes one away.
    pub(super) fn mark(&self) -> Option<Mark> {
        let Change::Field(field, swap) = &self.edit.change else { return None };
        (*field == &VERDICT).then(|| serde_json::from_value(swap.after.clone()).ok()).flatten()
    }
}

impl Session {
    /// That a claim which is kept apart was let go, in words: `let go by bea, 2026-11-23`; `None` where it was not. The history tells by whom.
    pub fn told_let_go(&self, claim: &Claim) -> Option<String> {
        if !claim.is_let_go() {
            return None;
        }
        let lets_go = |entry: &&Entry| {
            let Change::Field(field, swap) = &entry.edit.change else { return false };
            let is_it = *field == &FATE && entry.edit.claim.as_ref() == Some(&claim.id);
            is_it && swap.after.get("answer").is_some_and(|answer| answer == FateAnswer::LetGo.as_str())
        };
        let who = self.history().iter().rev().find(lets_go).filter(|entry| !entry.by.is_empty());
        Some(who.map_or_else(|| "let go".to_owned(), |entry| format!("let go by {}, {}", entry.by, entry.at.day())))
    }
}

/// An entry that touches claim `id` in words, as [`told::entry`] tells it, and what the claim alone has to do with it: of a draft
/// what became of the claim, of a verdict the words it was given on, where they are others now.
pub fn entry(session: &Session, entry: &Entry, id: &ClaimId, columns: usize) -> String {
    let said = told::entry(entry, session.texts(), columns);
    let quoted = |words: &str, other: &str| format!("“{}”", fit_around(words, other, columns));
    match &entry.edit.change {
        Change::Draft(carry) => {
            let Some(lead) = carry.lead(id) else { return said };
            let texts = session.texts();
            let (was, is) = (texts.of(carry.draft.before), texts.of(carry.draft.after));
            let (was, is) = (was.map(|one| one.words(lead.span.before)), is.map(|one| one.words(lead.span.after)));
            match (was, is) {
                (Some(was), _) if is_apart(lead) => format!("{said}: {} stands nowhere", quoted(was, was)),
                (Some(was), Some(is)) if was != is => format!("{said}: {} → {}", quoted(was, is), quoted(is, was)),
                _ => said,
            }
        }
        Change::Field(field, swap) if field.is_judged() && !Field::is_empty(&swap.after) => {
            match given_on(session, entry, id) {
                Some((words, now)) => format!("{said} on {}", quoted(words, now)),
                None => said,
            }
        }
        Change::Field(..)
        | Change::Mend(_)
        | Change::Recut(..)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Later(..) => said,
    }
}

fn is_apart(lead: &Lead) -> bool {
    lead.fields.iter().any(|(field, swap)| field.name == "fate" && swap.after.get("is").is_some_and(|is| is == "gone"))
}

/// The words that claim `id` had when `entry` was made, where a later draft gave it others, and those that it has now.
fn given_on<'s>(session: &'s Session, entry: &Entry, id: &ClaimId) -> Option<(&'s str, &'s str)> {
    let later = session.history().iter().skip_while(|held| held.id != entry.id).skip(1);
    let mut leads = later.filter_map(|later| match &later.edit.change {
        Change::Draft(carry) if carry.draft.before == entry.draft => Some((carry.draft.before, carry.lead(id)?)),
        Change::Draft(_)
        | Change::Field(..)
        | Change::Mend(_)
        | Change::Recut(..)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Later(..) => None,
    });
    let (draft, lead) = leads.next()?;
    let words = session.texts().of(draft)?.words(lead.span.before);
    let now = session.any_claim(id).map_or("", |claim| session.words_of(claim));
    (now != words).then_some((words, now))
}
