//! A claim led from one draft to the next: its verdicts stand where its words are those that they were given on, and are told as what
//! was said of it elsewhere.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde_json::Value;

use super::super::field::{FATE, FIELDS, Fate, FateKind, Field, Mark, READINGS, VERDICT};
use super::super::redraft::fold;
use super::super::{Carried, Claim, Entry, EntryId, Lead, Span, Swap};
use super::crossing::Crossing;

/// The words of a claim on its way from one draft to the next.
pub(super) struct LedWords<'w> {
    pub(super) crossing: &'w Crossing<'w>,
    /// What touches the claim.
    pub(super) entries: &'w [&'w Entry],
    /// Where it sat for those who judged it, by what they did: the draft and the place there.
    pub(super) given: &'w HashMap<&'w EntryId, (u32, Span), RandomState>,
    /// The draft before, and its place there.
    pub(super) was: (u32, Span),
    /// The draft behind, and its place there.
    pub(super) is: (u32, Span),
}

impl LedWords<'_> {
    fn differ(&self) -> bool {
        fold(self.crossing.words(self.was)) != fold(self.crossing.words(self.is))
    }

    /// Where the claim sat for the reader of `mark`: the draft and the place there.
    pub(super) fn given_at(&self, mark: &Mark) -> Option<(u32, Span)> {
        let given = self.entries.iter().rev().find(|entry| entry.mark().as_ref() == Some(mark));
        given.and_then(|entry| self.given.get(&entry.id)).copied()
    }

    /// True when the words that it is led to are those that `mark` was given on, in the same sentence.
    pub(super) fn are_those_of(&self, mark: &Mark) -> bool {
        self.given_at(mark).is_some_and(|place| self.crossing.is_same(place, self.is))
    }
}

/// What draft `to` makes of `claim`, which may not be as the draft found it: whatever verdict it has by now is withdrawn where the
/// draft withdrew one, so that none comes to stand over words it was not given on.
///
/// `words` tells those of the claim.
pub(super) fn led(carried: &Carried, claim: Option<Claim>, to: u32, words: &LedWords<'_>) -> Option<Claim> {
    match (carried, claim) {
        (Carried::Came(came), None) => Some(Claim::clone(came)),
        (Carried::Went(_), _) => None,
        (Carried::Came(_), claim) | (Carried::Led(_), claim @ None) => claim,
        (Carried::Led(lead), Some(claim)) => {
            let mut after = claim.clone();
            // One that is kept apart stays where its words stood, unless the draft had it come back.
            if !claim.is_apart() || lead.fields.iter().any(|(field, _)| *field == &FATE) {
                after.span = lead.span.after;
                after.proposal = lead.proposal_of(&claim);
            }
            let rest = lead.fields.iter().filter(|(field, _)| !field.is_judged());
            for (field, swap) in rest.filter(|(field, swap)| field.value(&claim) == swap.before || *field == &FATE) {
                let _ = field.put(&mut after, swap.after.clone());
            }
            judge(lead, &claim, &mut after, to, words);
            Some(after)
        }
    }
}

/// Leads the verdicts on `claim` to `after`, which is the claim where `lead` puts it: they stand where the words are those that they were
/// given on, and are kept in the fate elsewhere.
fn judge(lead: &Lead, claim: &Claim, after: &mut Claim, to: u32, words: &LedWords<'_>) {
    let knew = lead.fields.iter().any(|(field, swap)| *field == &FATE && swap.before == FATE.value(claim));
    // What its maker did not know of.
    let held = claim.fate().filter(|fate| !fate.had.is_empty() && !knew);
    if after.fate().is_some_and(Fate::is_elsewhere) {
        after.withdraw(claim);
        if held.is_some() {
            had_too(after, claim);
        }
        // A draft that is taken back gives back what had been said of the words before it.
        let given = said(lead).filter(|(_, swap)| knew && !Field::is_empty(&swap.after));
        for (field, swap) in given.filter(|(field, swap)| field.value(claim) == swap.before) {
            let _ = field.put(after, swap.after.clone());
        }
    } else {
        // Words of before stand again: what others said meanwhile, they said of other words.
        let is_other = |left: Fate| left.is == FateKind::Gone || !words.crossing.is_same(words.was, words.is);
        let comes_back = words.differ() || lead.settles().is_some_and(is_other);
        if comes_back && claim.is_judged() && !knew_verdicts(lead, claim) {
            let was = words.crossing.words(words.was).to_owned();
            let mut fate = Fate { was, from: words.was.0, ..Fate::of(to, FateKind::Changed) };
            if !words.differ() {
                fate.lean(words.crossing.around(words.was, words.is));
            }
            after.record.fate = Some(Box::new(fate));
            after.withdraw(claim);
        }
        // Going back to an earlier draft, the verdicts come back with it.
        for (field, swap) in said(lead) {
            let _ = field.put(after, swap.after.clone());
        }
        if let Some(held) = held {
            keep_telling(after, held, to, words);
        }
    }
    // So do those of readers whom its maker did not know of.
    let again = held.filter(|_| !after.is_apart()).map(|held| held.had.as_slice()).unwrap_or_default();
    for mark in again.iter().filter(|mark| words.are_those_of(mark)) {
        if let Some(fate) = &mut after.record.fate {
            fate.had.retain(|one| one != mark);
        }
        if after.reading_by(&mark.by).is_none() {
            let mark = serde_json::to_value(mark).unwrap_or_default();
            VERDICT.apply(after, &Swap::new(Value::Null, mark));
        }
    }
}

/// What `lead` says of verdicts, every reader's.
fn said(lead: &Lead) -> impl Iterator<Item = &(&'static Field, Swap<Value>)> {
    lead.fields.iter().filter(|(field, _)| field.is_judged() || *field == &READINGS)
}

/// True when `lead` was made by somebody who knew all that `claim` was found to be.
fn knew_verdicts(lead: &Lead, claim: &Claim) -> bool {
    FIELDS.iter().filter(|field| field.is_judged() || **field == &READINGS).all(|field| {
        let value = field.value(claim);
        let named = lead.fields.iter().find(|(held, _)| held == field);
        named.map_or_else(|| Field::is_empty(&value), |(_, swap)| swap.before == value)
    })
}

/// Keeps in the fate of `after` the verdicts that `held` tells and that do not stand again.
fn keep_telling(after: &mut Claim, held: &Fate, to: u32, words: &LedWords<'_>) {
    let mut others: Vec<Mark> = held.had.iter().filter(|mark| !words.are_those_of(mark)).cloned().collect();
    if others.is_empty() {
        return;
    }
    match &mut after.record.fate {
        Some(fate) if fate.is_other_words() => {
            others.retain(|mark| fate.is_by_none(&mark.by));
            fate.had.extend(others);
        }
        fate => *fate = Some(Box::new(Fate { draft: to, is: FateKind::Changed, had: others, ..held.clone() })),
    }
}

/// Keeps in the fate of `after` the verdicts that had been withdrawn from `before` with the same words, or later ones.
fn had_too(after: &mut Claim, before: &Claim) {
    let (Some(fate), Some(held)) = (&mut after.record.fate, before.fate()) else { return };
    // One that is kept apart says where it stood, whatever words its verdicts were given on.
    if fate.is == FateKind::Gone || fate.from == held.from && fate.was == held.was {
        fate.tell_too(held);
    } else if held.answer.is_none() && held.had.iter().any(|last| fate.had.iter().all(|one| one.at < last.at)) {
        // Given later, on words of a draft that its maker did not know of.
        (fate.from, fate.was, fate.had) = (held.from, held.was.clone(), held.had.clone());
    }
}
