//! Marking and assigning: what a verdict on a claim changes, and a name for who is to check it, whoever gives it and from where.

use std::sync::Arc;

use super::field::{self, Verdict};
use super::{Change, Claim, Edit, Stamp};

/// The edits by which `by` gives `claim` a verdict, or takes it back: a dismissed claim that gets one is to be checked after all.
/// None where that changes nothing.
pub fn marking(claim: &Claim, verdict: Option<Verdict>, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
    let back = Change::of(claim, &field::DISMISSED, |claim| claim.dismissed &= verdict.is_none());
    let mark = field::marked(claim, verdict, by, at);
    back.into_iter().chain(mark).map(|change| Edit::of(claim.id.clone(), change)).collect()
}

/// The edits that name who is to check these claims, nobody when `name` is empty; none for claims that say so already.
pub fn assigning<'c>(claims: impl Iterator<Item = &'c Claim>, name: &str) -> Vec<Edit> {
    let change = |claim: &Claim| {
        Change::of(claim, &field::ASSIGNEE, |claim| name.clone_into(&mut claim.record.assignee))
            .map(|change| Edit::of(claim.id.clone(), change))
    };
    claims.filter_map(change).collect()
}
