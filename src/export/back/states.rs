//! The states that claims were in before, so that a file made then undoes nothing.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::Arc;

use super::super::as_of::KnownHistory;
use super::alike::differs;
use crate::review::{Change, Claim, ClaimId, Entry, EntryId, Field, Session, Step};

/// A claim as the session had it, and the session that had it so.
#[derive(Clone, Debug)]
pub(super) struct StoodClaim {
    /// The session: what the claim's places are in.
    pub(super) session: Arc<Session>,
    claim: Claim,
}

impl Deref for StoodClaim {
    type Target = Claim;

    fn deref(&self) -> &Claim {
        &self.claim
    }
}

/// What is known of the past of one claim.
#[derive(Clone, Debug)]
pub(super) struct ClaimPast {
    /// The states that the file may show, the present one first.
    pub(super) shown: Vec<StoodClaim>,
    /// States that it may come from without showing them: what it says of them may be a change back, or come from a copy that never
    /// had what came after.
    pub(super) before: Vec<Claim>,
    /// States between the file and now, without what was taken back: what came in since is not to come in again.
    pub(super) later: Vec<Claim>,
    /// True when the file is known to show the last of `shown`, and no other.
    pub(super) is_sure: bool,
}

impl ClaimPast {
    /// True when somebody wrote `text` as `field` of the claim once and has not taken that back, though no state that can be told has it:
    /// notes of two copies become one.
    pub(super) fn wrote(&self, claim: &ClaimId, field: &'static Field, text: &str) -> bool {
        let Some(stands) = self.shown.first() else { return false };
        let mut wrote: HashSet<&EntryId> = HashSet::new();
        for entry in stands.session.history().iter().filter(|entry| entry.edit.claim.as_ref() == Some(claim)) {
            let Change::Field(held, swap) = &entry.edit.change else { continue };
            let is_it = *held == field && swap.after.as_str().is_some_and(|after| !differs(text, after));
            match entry.step {
                Step::Undo(_) => drop(wrote.remove(entry.deed())),
                Step::Do | Step::Redo(_) if is_it => drop(wrote.insert(entry.deed())),
                Step::Do | Step::Redo(_) => {}
            }
        }
        !wrote.is_empty()
    }
}

/// Earlier states of claims, the latest first.
#[derive(Debug)]
pub(super) struct States {
    now: Arc<Session>,
    /// The session as it was when the file was made, where that is known for sure.
    then: Option<Arc<Session>>,
    /// States that the file knows of, or may.
    since: HashMap<ClaimId, Vec<StoodClaim>>,
    /// States before those.
    before: HashMap<ClaimId, Vec<StoodClaim>>,
}

impl States {
    /// The states that claims of `session` were in, parted where the file was made. Stamps are whole seconds: what was done in the
    /// second in which it was made may be missing from it.
    ///
    /// The history is gone through backwards; an entry that does not fit is passed over.
    pub(super) fn of_file(session: &Session, known: &KnownHistory) -> Self {
        let mut past = session.clone();
        let now = Arc::new(session.clone());
        // The session with the draft that stood: states of one draft share it.
        let mut home = Arc::clone(&now);
        let (mut since, mut before): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) = (HashMap::new(), HashMap::new());
        let (first, until) = match known {
            KnownHistory::First(count) => (*count, ""),
            KnownHistory::Until(stamp) => (0, stamp.as_str()),
        };
        // A clock that was wrong gives an entry behind it an earlier stamp.
        let from = session.history().iter().position(|entry| entry.at.as_str() >= until).unwrap_or(usize::MAX);
        let mut taken = TakenBack::of(session, until);
        for (place, entry) in (0..session.history().len()).rev().zip(session.history().since(first)) {
            taken.pass(entry);
            let is_draft = matches!(entry.edit.change, Change::Draft(_));
            if !(is_draft || matches!(entry.edit.change, Change::Field(..)))
                || past.commit(entry.edit.clone().inverse(), &entry.by, &entry.at).is_err()
            {
                continue;
            }
            if is_draft {
                home = Arc::new(past.clone());
            }
            for claim in entry.edit.touches().filter_map(|id| past.any_claim(id)).filter(|one| !taken.holds(&one.id)) {
                let half = if place >= from { &mut since } else { &mut before };
                let held = StoodClaim { session: Arc::clone(&home), claim: claim.clone() };
                half.entry(claim.id.clone()).or_default().push(held);
            }
        }
        Self { now, then: known.session(session), since, before }
    }

    /// What is known of `claim`, which is as it is now.
    pub(super) fn of(&self, claim: &Claim) -> ClaimPast {
        let of = |half: &HashMap<ClaimId, Vec<StoodClaim>>| half.get(&claim.id).cloned().unwrap_or_default();
        let claims = |half: Vec<StoodClaim>| half.into_iter().map(|held| held.claim).collect::<Vec<_>>();
        let now = StoodClaim { session: Arc::clone(&self.now), claim: claim.clone() };
        let (since, before) = (of(&self.since), of(&self.before));
        // What came to be since was made in the file, or after it.
        let then = self.then.as_ref().and_then(|then| Some((Arc::clone(then), then.any_claim(&claim.id)?.clone())));
        if let Some((session, claim)) = then {
            let shown = vec![now, StoodClaim { session, claim }];
            return ClaimPast { shown, before: claims(before), later: claims(since), is_sure: true };
        }
        let shown = std::iter::once(now).chain(since).collect();
        ClaimPast { shown, before: claims(before), later: Vec::new(), is_sure: false }
    }
}

/// On the way back through a history: what had been done there and was taken back later.
#[derive(Debug)]
struct TakenBack<'a> {
    /// When each entry was made that was taken back.
    made: HashMap<&'a EntryId, &'a str>,
    /// Up to when a file knows what was done: it may show that, though it was taken back.
    until: &'a str,
    /// What is in force at this point and was taken back later: the entries and their claims.
    open: HashMap<&'a EntryId, Option<&'a ClaimId>>,
}

impl<'a> TakenBack<'a> {
    fn of(session: &'a Session, until: &'a str) -> Self {
        let back = session.history().iter().filter_map(|entry| match &entry.step {
            Step::Undo(id) => Some((id, "")),
            Step::Do | Step::Redo(_) => None,
        });
        let mut made: HashMap<&EntryId, &str> = back.collect();
        for entry in session.history().iter() {
            if let Some(at) = made.get_mut(&entry.id) {
                *at = entry.at.as_str();
            }
        }
        Self { made, until, open: HashMap::new() }
    }

    /// Goes back over an entry.
    fn pass(&mut self, entry: &'a Entry) {
        match &entry.step {
            Step::Undo(id) if self.made.get(id).is_some_and(|at| *at > self.until) => {
                self.open.insert(id, entry.edit.claim.as_ref());
            }
            Step::Redo(id) => drop(self.open.remove(id)),
            Step::Undo(_) | Step::Do => {}
        }
        self.open.remove(&entry.id);
    }

    /// True when the claim, as it was before the entry that was passed last, had what was taken back.
    fn holds(&self, claim: &ClaimId) -> bool {
        self.open.values().any(|of| of.is_none_or(|of| of == claim))
    }
}
