//! Copies on different drafts: the newer one wins, and what was done on the older is carried over as its claims are.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::carry::shifted;
use super::super::field::FATE;
use super::super::redraft::Lanes;
use super::super::{Article, Carried, Carry, Change, Claim, ClaimId, Entry, EntryId, PastDraft, Session};

/// What a draft makes of `claim`, which may not be as the draft found it: whatever verdict it has by now is withdrawn where the
/// draft withdrew one, so that none comes to stand over words it was not given on.
pub(super) fn led(carried: &Carried, claim: Option<Claim>) -> Option<Claim> {
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
            } else {
                for (field, swap) in lead.fields.iter().filter(|(field, _)| field.is_judged()) {
                    let _ = field.put(&mut after, swap.after.clone());
                }
            }
            Some(after)
        }
    }
}

/// `entries`, where each that was made on a draft stands before the one that left that draft.
pub(super) fn in_draft_order<'e>(entries: &[&'e Entry]) -> Vec<&'e Entry> {
    let mut ordered: Vec<&Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let leaves = |held: &&Entry| held.edit.change.draft().is_some_and(|carry| carry.draft.before == entry.draft);
        let is_late = ordered.last().is_some_and(|last| last.draft != entry.draft || leaves(last));
        let last = ordered.iter().rev().find_map(|held| held.edit.change.draft());
        let current = last.map(|carry| carry.draft.after);
        let late = is_late && current.is_some_and(|current| current != entry.draft);
        match ordered.iter().rposition(leaves).filter(|_| late) {
            Some(at) => ordered.insert(at, entry),
            None => ordered.push(entry),
        }
    }
    ordered
}

/// The past drafts of both, which stand on one text: those of the copy that has more of them, else those that sort first, so that it
/// does not matter who merges.
pub(super) fn held(ours: &Session, theirs: &Session) -> Arc<Vec<PastDraft>> {
    let rank = |session: &Session| {
        let shapes: Vec<_> = session.drafts.iter().map(|past| Arc::clone(&past.shape)).collect();
        (Reverse(shapes.len()), serde_json::to_string(&shapes).unwrap_or_default())
    };
    let same = Arc::ptr_eq(&ours.drafts, &theirs.drafts) || ours.drafts == theirs.drafts;
    let first = if same || rank(ours) <= rank(theirs) { ours } else { theirs };
    Arc::clone(&first.drafts)
}

/// The first drafts of one number that are different texts, where both came of one article.
pub(super) fn parted<'s>(ours: &'s Session, theirs: &'s Session) -> Option<(&'s Article, &'s Article)> {
    let (here, there) = (ours.texts(), theirs.texts());
    let most = ours.article.draft.max(theirs.article.draft);
    let both = |n: u32| here.of(n).zip(there.of(n));
    both(1).filter(|(one, other)| one.text() == other.text())?;
    (2..=most).filter_map(both).find(|(one, other)| one.text() != other.text())
}

/// `older` on the draft of `newer`, by the entries that led there; `None` when that is no later draft of its article.
pub(super) fn brought(older: &Session, newer: &Session) -> Option<Session> {
    let known: HashSet<&EntryId> = older.history.iter().map(|entry| &entry.id).collect();
    let mut standing = older.clone();
    for past in newer.drafts.iter().filter_map(|past| past.article.as_ref()).chain([&newer.article]) {
        match standing.texts().of(past.draft) {
            // Both have brought in another text under one number.
            Some(held) if held.text() != past.text() => return None,
            Some(_) => {}
            None => standing.keep_as(past.clone()),
        }
    }
    for entry in newer.history.shared().filter(|entry| !known.contains(&entry.id)) {
        let Change::Draft(carry) = &entry.edit.change else { continue };
        if carry.draft.before != standing.article.draft {
            return None;
        }
        step(&mut standing, carry)?;
        standing.history.push(Arc::clone(entry));
    }
    if standing.article.text() != newer.article.text() {
        return None;
    }
    standing.article = newer.article.clone();
    standing.drafts = Arc::clone(&newer.drafts);
    standing.history = std::mem::take(&mut standing.history).ordered().0;
    Some(standing)
}

/// Brings a draft in whose maker did not know all that was done to the claims; `None` when the session has no such draft.
fn step(session: &mut Session, carry: &Carry) -> Option<()> {
    let (article, way) = session.way_to(carry.draft.after)?;
    let lanes = Lanes::of(session.article.text(), &way);
    let mut named: HashMap<&ClaimId, &Carried> = carry.claims.iter().map(|carried| (carried.id(), carried)).collect();
    let mut claims: Vec<Claim> = Vec::with_capacity(session.claims.len());
    for claim in session.claims.iter().chain(session.apart.iter()) {
        match named.remove(&claim.id) {
            Some(carried) => claims.extend(led(carried, Some(claim.clone()))),
            None if claim.is_apart() => claims.push(claim.clone()),
            // Words that have changed, on which the draft's maker had no claim: kept apart.
            None => claims.push(shifted(claim, &lanes).unwrap_or_else(|| {
                let mut gone = claim.clone();
                gone.part(carry.draft.after, carry.draft.before, session.exact(claim));
                gone
            })),
        }
    }
    claims.extend(carry.claims.iter().filter(|one| named.contains_key(one.id())).filter_map(|one| led(one, None)));
    session.stand(article, &way);
    session.put(claims);
    Some(())
}
