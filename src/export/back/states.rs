//! The states that claims were in before, so that a file made then undoes nothing.

use std::collections::HashMap;

use crate::review::{Change, Claim, ClaimId, Session};

/// Earlier states of claims, the latest first. A claim that never changed has none.
#[derive(Debug, Default)]
pub(super) struct States {
    /// Those that a file made at some moment may show: what it says of them says nothing.
    since: HashMap<ClaimId, Vec<Claim>>,
    /// Those before: what a file says of them may be a change back, or come from a copy that never had what came after.
    before: HashMap<ClaimId, Vec<Claim>>,
}

impl States {
    /// The states that claims of `session` were in, parted at `since`, a stamp; since the beginning when that is empty. Stamps are
    /// whole seconds: what was done in the second in which the file was made may be missing from it.
    ///
    /// The history is gone through backwards; an entry that does not fit is passed over.
    pub(super) fn since(session: &Session, since: &str) -> Self {
        let mut past = session.clone();
        let mut states = Self::default();
        for entry in session.history().iter().rev() {
            if !matches!(entry.edit.change, Change::Field(..)) {
                continue;
            }
            if past.commit(entry.edit.clone().inverse(), &entry.by, &entry.at).is_err() {
                continue;
            }
            let Some(claim) = entry.edit.claim.as_ref().and_then(|id| past.claims().by_id(id)) else { continue };
            let half = if entry.at.as_str() >= since { &mut states.since } else { &mut states.before };
            half.entry(claim.id.clone()).or_default().push(claim.clone());
        }
        states
    }

    /// Every state of `claim` that the file may show, as it is now first.
    pub(super) fn of(&self, claim: &Claim) -> Vec<Claim> {
        let earlier = self.since.get(&claim.id).map(Vec::as_slice).unwrap_or_default();
        std::iter::once(claim).chain(earlier).cloned().collect()
    }

    /// The states of `claim` before the file was made.
    pub(super) fn before(&self, claim: &Claim) -> Vec<Claim> {
        self.before.get(&claim.id).cloned().unwrap_or_default()
    }
}
