//! The words that a reader saw when they judged a claim, as the history tells them.

use super::field::{Mark, VERDICT};
use super::reworded::are_same_words;
use super::{Carried, Carry, Change, ClaimId, Entry, Session, Span};

/// The words that the maker of the entry `at` of the claim's saw it on, with their draft; `None` where that can't be told.
pub(super) fn seen(session: &Session, entries: &[&Entry], at: usize, id: &ClaimId) -> Option<(u32, String)> {
    let texts = session.texts();
    let words = |draft: u32, span| Some((draft, texts.of(draft)?.words(span).to_owned()));
    let entry = entries.get(at)?;
    // Where the draft that it was judged on brought it.
    let brought = || {
        let brings = |one: &&&Entry| one.edit.change.draft().is_some_and(|carry| carry.draft.after == entry.draft);
        let carry = entries.iter().find(brings)?.edit.change.draft()?;
        carry.claims.iter().find(|one| one.id() == id).and_then(|one| match one {
            Carried::Led(lead) => Some(lead.span.after),
            Carried::Came(claim) => Some(claim.span),
            Carried::Went(_) => None,
        })
    };
    if let Some(on) = entry.seen_rewording() {
        let put = entries.iter().find(|one| one.id.as_str() == on)?;
        if let Some(carry) = put.edit.change.draft() {
            return words(carry.draft.after, carry.lead(id)?.span.after);
        }
        if put.draft != entry.draft {
            let put_on = put.edit.leads(id).map(|led| words(put.draft, led.after)).unwrap_or_default();
            if goes_untold(session, entries, (entry, id), put_on.as_ref()) {
                return None;
            }
            if let Some(span) = brought() {
                return words(entry.draft, span);
            }
        }
        return words(put.draft, put.edit.leads(id)?.after);
    }
    if let Some(span) = brought() {
        return words(entry.draft, span);
    }
    // It had been put on no others since: on those that the first who did so found.
    for one in entries {
        let found = match &one.edit.change {
            Change::Draft(carry) if carry.draft.before == entry.draft => carry.lead(id).map(|lead| lead.span.before),
            Change::Mend(_) | Change::Recut(..) if one.draft == entry.draft => match one.edit.leads(id) {
                Some(led) => Some(led.before),
                // A cut made the claim.
                None => made_by(one, id),
            },
            Change::Field(..)
            | Change::Mend(_)
            | Change::Recut(..)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => None,
        };
        if let Some(span) = found {
            return words(entry.draft, span);
        }
    }
    None
}

/// True where claim `id` was `put_on` words of one draft, and the draft that `entry` was made on came from somebody who had not seen that: where
/// the merge put it there no entry tells.
fn goes_untold(
    session: &Session,
    entries: &[&Entry],
    (entry, id): (&Entry, &ClaimId),
    put_on: Option<&(u32, String)>,
) -> bool {
    let Some((draft, put_on)) = put_on else { return false };
    let text = |n: u32| session.texts().of(n);
    let brings = |carry: &&Carry| carry.draft.after == entry.draft;
    let lead = entries.iter().filter_map(|one| one.edit.change.draft()).filter(brings).find_map(|carry| {
        let before = carry.lead(id)?.span.before;
        Some((carry.draft.before, text(carry.draft.before)?.words(before)))
    });
    match lead {
        Some((from, words)) => from == *draft && !are_same_words(words, put_on),
        None => text(entry.draft).is_some_and(|article| !article.text().contains(put_on)),
    }
}

/// True where an entry of the history says that the verdict `mark` on claim `id` was given on these `words`.
pub(super) fn is_given_on(session: &Session, id: &ClaimId, mark: &Mark, words: &str) -> bool {
    let entries: Vec<&Entry> =
        session.history().iter().filter(|entry| entry.edit.touches().any(|one| one == id)).collect();
    let gives = |entry: &Entry| {
        let Change::Field(field, swap) = &entry.edit.change else { return false };
        *field == &VERDICT && Mark::sides(swap).after.as_ref() == Some(mark)
    };
    let mut given = entries.iter().enumerate().filter(|(_, entry)| gives(entry));
    given.any(|(at, _)| seen(session, &entries, at, id).is_some_and(|(_, on)| are_same_words(&on, words)))
}

/// Where claim `id` sat when `entry` made it.
pub(super) fn made_by(entry: &Entry, id: &ClaimId) -> Option<Span> {
    let Change::Recut(_, swap) = &entry.edit.change else { return None };
    let is_new = swap.before.iter().all(|claim| claim.id != *id);
    swap.after.iter().find(|claim| is_new && claim.id == *id).map(|claim| claim.span)
}
