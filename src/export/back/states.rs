//! The states that claims were in before, so that a file made then undoes nothing.

use std::collections::HashMap;

use crate::review::{Change, Claim, ClaimId, Session};

/// Earlier states of claims, the latest first. A claim that never changed since has none.
#[derive(Debug, Default)]
pub(super) struct States(HashMap<ClaimId, Vec<Claim>>);

impl States {
    /// The states that claims of `session` were in since `since`, a stamp; since the beginning when that is empty.
    ///
    /// The history is gone through backwards; an entry that does not fit is passed over.
    pub(super) fn since(session: &Session, since: &str) -> Self {
        let mut past = session.clone();
        let mut states: HashMap<ClaimId, Vec<Claim>> = HashMap::new();
        for entry in session.history().iter().rev().take_while(|entry| entry.at.as_str() > since) {
            if !matches!(entry.edit.change, Change::Field(..)) {
                continue;
            }
            if past.commit(entry.edit.clone().inverse(), &entry.by, &entry.at).is_err() {
                continue;
            }
            let Some(claim) = entry.edit.claim.as_ref().and_then(|id| past.claims().by_id(id)) else { continue };
            states.entry(claim.id.clone()).or_default().push(claim.clone());
        }
        Self(states)
    }

    /// Every state of `claim`, as it is now first.
    pub(super) fn of(&self, claim: &Claim) -> Vec<Claim> {
        let earlier = self.0.get(&claim.id).map(Vec::as_slice).unwrap_or_default();
        std::iter::once(claim).chain(earlier).cloned().collect()
    }
}
