//! What a reviewer states of a claim in words of their own, where its words have another figure since.

use crate::quantity::differing;
use crate::review::field::{Field, STATEMENT, VERDICT};
use crate::review::{Change, Claim, Edit, Session, Step};

/// The figure that the claim has and the other one that its statement has, both as they are written; `None` where they say the same.
pub fn differs<'c>(session: &'c Session, claim: &'c Claim) -> Option<(&'c str, &'c str)> {
    differing(session.exact(claim), &claim.statement, &session.article.language)
}

/// `edits` with those that let go what was stated of words that a draft has changed, where it has another figure than they have: they go with
/// a verdict that is given on the new ones.
pub fn letting_go(session: &Session, mut edits: Vec<Edit>) -> Vec<Edit> {
    let gives = |edit: &&Edit| matches!(&edit.change, Change::Field(field, swap) if *field == &VERDICT && !Field::is_empty(&swap.after));
    let judged = edits.iter().filter(gives).filter_map(|edit| session.any_claim(edit.claim.as_ref()?));
    let outdated = judged.filter(|claim| claim.is_pending() && differs(session, claim).is_some());
    let goes: Vec<Edit> = outdated
        .filter_map(|claim| {
            let change = Change::of(claim, &STATEMENT, |claim| claim.statement.clear())?;
            Some(Edit::of(claim.id.clone(), change))
        })
        .collect();
    edits.extend(goes);
    edits
}

/// True where one of the last entries, those behind the first `count`, let go what was stated with a verdict.
pub fn was_let_go(session: &Session, count: usize) -> bool {
    let fields = || {
        let done = session.history().since(count).filter(|entry| entry.step == Step::Do);
        done.filter_map(
            |entry| if let Change::Field(field, swap) = &entry.edit.change { Some((field, swap)) } else { None },
        )
    };
    let goes = || fields().any(|(field, swap)| *field == &STATEMENT && Field::is_empty(&swap.after));
    fields().any(|(field, _)| *field == &VERDICT) && goes()
}
