//! What a draft makes of a claim that is not as its maker found it, and the drafts that two copies hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::field::{FATE, FateKind, VERDICT};
use super::super::redraft::hunks;
use super::super::{Article, Carried, Claim, PastDraft, Session, Swap};
use super::compare;
use serde_json::Value;

/// What draft `to` makes of `claim`, which may not be as the draft found it: whatever verdict it has by now is withdrawn where the
/// draft withdrew one, so that none comes to stand over words it was not given on.
pub(super) fn led(carried: &Carried, claim: Option<Claim>, to: u32) -> Option<Claim> {
    match (carried, claim) {
        (Carried::Came(came), None) => Some(Claim::clone(came)),
        (Carried::Went(_), _) => None,
        (Carried::Came(_), claim) | (Carried::Led(_), claim @ None) => claim,
        (Carried::Led(lead), Some(claim)) => {
            let mut after = claim.clone();
            after.span = lead.span.after;
            after.proposal.clone_from(&lead.proposal.after);
            let rest = lead.fields.iter().filter(|(field, _)| !field.is_judged());
            for (field, swap) in rest.filter(|(field, swap)| field.value(&claim) == swap.before || *field == &FATE) {
                let _ = field.put(&mut after, swap.after.clone());
            }
            let withdrawn = after.fate().is_some_and(|fate| fate.is_other_words() || after.is_apart());
            // Going back to an earlier draft, the verdicts come back with it.
            if withdrawn {
                after.withdraw(&claim);
                had_too(&mut after, &claim);
            } else {
                for (field, swap) in lead.fields.iter().filter(|(field, _)| field.is_judged()) {
                    let _ = field.put(&mut after, swap.after.clone());
                }
                // So do those of readers whom its maker did not know of.
                let had = claim.fate().filter(|fate| fate.from == to).map(|fate| fate.had.as_slice());
                for mark in had.unwrap_or_default() {
                    if after.reading_by(&mark.by).is_none() {
                        let mark = serde_json::to_value(mark).unwrap_or_default();
                        VERDICT.apply(&mut after, &Swap::new(Value::Null, mark));
                    }
                }
            }
            Some(after)
        }
    }
}

/// Keeps in the fate of `after` the verdicts that had been withdrawn from `before` with the same words, or later ones.
fn had_too(after: &mut Claim, before: &Claim) {
    let (Some(fate), Some(held)) = (&mut after.record.fate, before.fate()) else { return };
    // One that is kept apart says where it stood, whatever words its verdicts were given on.
    if fate.is == FateKind::Gone || fate.from == held.from && fate.was == held.was {
        let others = held.had.iter().filter(|mark| fate.had.iter().all(|one| one.by != mark.by));
        let others: Vec<_> = others.cloned().collect();
        fate.had.extend(others);
        fate.dismissed |= held.dismissed;
    } else if held.answer.is_none() && held.had.iter().any(|last| fate.had.iter().all(|one| one.at < last.at)) {
        // Given later, on words of a draft that its maker did not know of.
        (fate.from, fate.was, fate.had) = (held.from, held.was.clone(), held.had.clone());
    }
}

/// The drafts of both that do not stand, where `stands` does: as a copy on that draft has them that has all; of two such those that
/// sort first, so that it does not matter who merges; told anew where no copy has all.
pub(super) fn held(copies: [&Session; 2], texts: &BTreeMap<u32, Article>, stands: u32) -> Arc<Vec<PastDraft>> {
    let rank = |session: &Session| {
        let shapes: Vec<_> = session.drafts.iter().map(|past| Arc::clone(&past.shape)).collect();
        serde_json::to_string(&shapes).unwrap_or_default()
    };
    let all = |copy: &&Session| {
        let has = |n: u32| n == stands || copy.drafts.iter().any(|held| held.n() == n);
        let past = copies.iter().flat_map(|other| other.drafts.iter().map(PastDraft::n));
        copy.article.draft == stands && texts.keys().copied().chain(past).all(has)
    };
    let whole: Vec<&Session> = copies.into_iter().filter(all).collect();
    match whole.as_slice() {
        [one, other] if Arc::ptr_eq(&one.drafts, &other.drafts) || rank(one) <= rank(other) => Arc::clone(&one.drafts),
        [_, other] | [other] => Arc::clone(&other.drafts),
        _ => Arc::new(past(copies, texts, stands)),
    }
}

/// The articles of both, one a draft.
pub(super) fn texts(copies: [&Session; 2]) -> BTreeMap<u32, Article> {
    let mut texts: BTreeMap<u32, Article> = BTreeMap::new();
    for copy in copies {
        let past = copy.drafts.iter().filter_map(|past| past.article.as_ref());
        for article in past.chain([&copy.article]) {
            let both = texts.get(&article.draft).map(|held| compare::articles(held, article));
            texts.insert(article.draft, both.unwrap_or_else(|| article.clone()));
        }
    }
    texts
}

/// The drafts that do not stand, each told by the next one, the last by the one that stands.
fn past(copies: [&Session; 2], texts: &BTreeMap<u32, Article>, stands: u32) -> Vec<PastDraft> {
    let mut past: Vec<PastDraft> = Vec::new();
    let mut against = texts.get(&stands);
    for article in texts.values().rev().filter(|article| article.draft != stands) {
        let Some(next) = against else { break };
        past.push(PastDraft::of(article.clone(), next, hunks(article.text(), next.text())));
        against = Some(article);
    }
    for lost in copies.iter().flat_map(|copy| copy.drafts.iter()).filter(|one| one.article.is_none()) {
        if !texts.contains_key(&lost.n()) && past.iter().all(|held| held.n() != lost.n()) {
            past.push(lost.clone());
        }
    }
    past.sort_by_key(PastDraft::n);
    past
}
