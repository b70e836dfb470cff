//! What a reviewer states of a claim in words of their own, where its words have another figure since.

use crate::quantity::differing;
use crate::review::field::STATEMENT;
use crate::review::{Change, Claim, Session};

/// The figure that the claim has and the other one that its statement has, both as they are written; `None` where they say the same.
pub fn differs<'c>(session: &'c Session, claim: &'c Claim) -> Option<(&'c str, &'c str)> {
    differing(session.exact(claim), &claim.statement, &session.article.language)
}

/// Lets go what was stated of words that a draft has changed, where it has another figure than they have: to be done with the verdict that
/// is given on the new ones.
pub fn let_go(session: &Session, claim: &Claim) -> Option<Change> {
    let outdated = claim.is_pending() && differs(session, claim).is_some();
    outdated.then(|| Change::of(claim, &STATEMENT, |claim| claim.statement.clear())).flatten()
}
