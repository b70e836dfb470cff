//! The claims that a draft changed or took the words from: those that nobody has answered, and all of them.

use crate::review::{Claim, Session};

/// The claims that are still to be looked at, in article order, those whose words stand nowhere last.
pub fn open_ones(session: &Session) -> impl Iterator<Item = &Claim> {
    let pending: Vec<&Claim> = if session.claims().tally().pending == 0 {
        Vec::new()
    } else {
        session.claims().iter().filter(|claim| claim.is_pending()).collect()
    };
    pending.into_iter().chain(session.apart().iter().filter(|claim| is_open(claim)))
}

/// What the panel goes through: the claims that are still to be looked at; once there are none, or where `all` are asked for, those too
/// that were in this draft.
pub fn listed(session: &Session, all: bool) -> Vec<&Claim> {
    let open: Vec<&Claim> = open_ones(session).collect();
    if !all && !open.is_empty() {
        return open;
    }
    let of_this = |claim: &&Claim| {
        let fate = claim.fate().filter(|fate| fate.is_elsewhere());
        fate.is_some_and(|fate| fate.draft == session.article.draft || fate.answer.is_none())
    };
    session.claims().iter().chain(session.apart()).filter(of_this).collect()
}

fn is_open(claim: &Claim) -> bool {
    claim.fate().is_some_and(|fate| fate.answer.is_none())
}
