//! Marking: what a verdict on a claim changes, whoever gives it and from where.

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
