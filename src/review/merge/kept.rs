//! Claims that one side took away and another changed: they are kept, and it is told who did what.

use std::sync::Arc;

use super::super::{Change, ClaimId, Entry, Recut, Session};

/// What would have taken a claim away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeptClaim {
    by: Arc<str>,
    /// True where it was joined to another.
    is_join: bool,
}

impl From<&Entry> for KeptClaim {
    fn from(entry: &Entry) -> Self {
        let is_join = matches!(entry.edit.change, Change::Recut(Recut::Join, _));
        Self { by: Arc::clone(&entry.by), is_join }
    }
}

/// Tells of the claims that are `kept`, in the order that `merged` has them in.
pub(super) fn told(kept: Vec<(ClaimId, KeptClaim)>, merged: &Session) -> Vec<String> {
    let numbered = kept.into_iter().filter_map(|(id, why)| Some((merged.any_claim(&id)?.number, why)));
    let mut numbered: Vec<_> = numbered.collect();
    numbered.sort_by_key(|(number, _)| *number);
    let tell = |(number, KeptClaim { by, is_join })| {
        let by = if by.is_empty() { "somebody without a name" } else { &*by };
        let did = if is_join { "joined it to another claim" } else { "deleted it" };
        format!("claim {number} is kept: {by} {did}, and the other copy has more on it")
    };
    numbered.into_iter().map(tell).collect()
}
