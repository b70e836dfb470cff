//! How an edit changes a session: whole, or not at all.

use std::sync::Arc;

use serde_json::Value;

use super::field::{Field, Mark, Shape};
use super::history::JudgedClaims;
use super::marking::given_by;
use super::{BlockKind, Carried, Change, Claim, ClaimId, Edit, EditError, Session, Span, Swap};

impl Session {
    /// Does `edit`. Nothing is changed when it can't be done. `judged` are the claims that somebody has judged since it was made.
    ///
    /// # Errors
    /// When the claim or block is not there, or is not as the edit says it was.
    pub(super) fn apply(&mut self, edit: &Edit, judged: &JudgedClaims) -> Result<(), EditError> {
        match &edit.change {
            Change::Block(at, swap) => return block(self, *at, swap),
            Change::Draft(carry) => return carry.apply(self, judged),
            Change::Waive(name, swap) => return waive(self, name, swap),
            Change::List(file, swap) => return self.list(file, swap),
            Change::Withhold(note, swap) => return self.hold_back(note, swap),
            Change::Field(..) | Change::Mend(_) | Change::Recut(..) | Change::Later(..) => {}
        }
        let id = edit.claim.as_ref().ok_or_else(|| EditError::Foreign(edit.name().to_owned()))?;
        match &edit.change {
            // Being kept apart is a matter of place, not of words.
            Change::Field(field, swap) if field.parts(swap) => Err(EditError::Stale(id.clone())),
            Change::Field(field, swap) => {
                let dismissal = self.parted(id, field, swap);
                match self.update(id, |claim| lead(claim, field, swap, dismissal)) {
                    Some(true) => Ok(()),
                    Some(false) => Err(EditError::Stale(id.clone())),
                    None => Err(EditError::NoClaim(id.clone())),
                }
            }
            Change::Mend(swap) => mend(self, id, swap),
            Change::Recut(_, swap) => recut(self, swap),
            Change::Block(..)
            | Change::Draft(_)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => Err(EditError::Foreign(edit.name().to_owned())),
        }
    }
}

impl Session {
    /// The dismissal of another reader's that becomes a reading when a change gives the claim a verdict.
    fn parted(&self, id: &ClaimId, field: &Field, swap: &Swap<Value>) -> Option<Mark> {
        // Nearly no claim is one that was dismissed, and then it does not matter what is given.
        if !matches!(field.shape, Shape::Mark) || !self.any_claim(id)?.is_flagged() {
            return None;
        }
        self.dismissal_beside(Some(id), &given_by(swap)?)
    }
}

/// Leads `claim` from one value of a field to another, beside what another reader had dismissed; false, and nothing changed, when it
/// does not hold the first.
fn lead(claim: &mut Claim, field: &'static Field, swap: &Swap<Value>, dismissal: Option<Mark>) -> bool {
    let Some(dismissal) = dismissal else { return field.apply(claim, swap) };
    let mut both = claim.clone();
    both.raise_dismissal(dismissal);
    let done = field.apply(&mut both, swap);
    if done {
        *claim = both;
    }
    done
}

impl Edit {
    /// The edit with the numbers that `session`, where it was done, gave the claims that it puts in.
    #[must_use]
    pub(super) fn numbered(mut self, session: &Session) -> Self {
        let number = |claim: &mut Claim| {
            claim.number = session.any_claim(&claim.id).map_or(claim.number, |held| held.number);
        };
        match &mut self.change {
            Change::Recut(_, swap) => swap.after.iter_mut().for_each(number),
            Change::Draft(carry) if carry.claims.iter().any(|one| matches!(one, Carried::Came(_))) => {
                let came = Arc::make_mut(carry).claims.iter_mut();
                came.filter_map(|one| if let Carried::Came(claim) = one { Some(claim) } else { None })
                    .for_each(|claim| number(claim));
            }
            Change::Field(..)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => {}
        }
        self
    }
}

fn block(session: &mut Session, at: usize, swap: &Swap<BlockKind>) -> Result<(), EditError> {
    let index = session.article.block_at(at);
    let fits =
        session.article.blocks().get(index).is_some_and(|block| block.span.start == at && block.kind == swap.before);
    if !fits {
        return Err(EditError::Block(at));
    }
    session.article.set_kind(index, swap.after.clone());
    Ok(())
}

fn waive(session: &mut Session, name: &str, swap: &Swap<bool>) -> Result<(), EditError> {
    if session.waived.contains(name) != swap.before {
        return Err(EditError::Advice(name.into()));
    }
    session.waived.put(name, swap.after);
    Ok(())
}

fn mend(session: &mut Session, id: &ClaimId, swap: &Swap<Span>) -> Result<(), EditError> {
    let claim = session.claims.by_id(id).ok_or_else(|| EditError::NoClaim(id.clone()))?;
    if claim.span != swap.before {
        return Err(EditError::Stale(id.clone()));
    }
    // Where it would take a verdict off its words, the verdict was given since.
    if claim.reworded(swap.after, &session.article) != (Claim { span: swap.after, ..claim.clone() }) {
        return Err(EditError::Stale(id.clone()));
    }
    fits(session, swap.after)?;
    if let Some(mut claim) = session.claims.remove(id) {
        claim.span = swap.after;
        session.claims.insert(claim);
    }
    Ok(())
}

fn recut(session: &mut Session, swap: &Swap<Vec<Claim>>) -> Result<(), EditError> {
    for claim in &swap.before {
        match session.any_claim(&claim.id) {
            None => return Err(EditError::NoClaim(claim.id.clone())),
            // A number that a merge mended is no change of the claim.
            Some(now) if *now != (Claim { number: now.number, ..claim.clone() }) => {
                return Err(EditError::Stale(claim.id.clone()));
            }
            Some(_) => {}
        }
    }
    for claim in &swap.after {
        let leaves = swap.before.iter().any(|gone| gone.id == claim.id);
        if !leaves && session.any_claim(&claim.id).is_some() {
            return Err(EditError::Taken(claim.id.clone()));
        }
        if !claim.is_apart() {
            fits(session, claim.span)?;
        }
    }
    // Whatever number it had when the edit was made: a claim that stays keeps the one that it has.
    let number = |claim: &Claim| session.any_claim(&claim.id).map_or(claim.number, |held| held.number);
    let after: Vec<Claim> = swap.after.iter().map(|claim| Claim { number: number(claim), ..claim.clone() }).collect();
    for claim in &swap.before {
        session.take(&claim.id);
    }
    for claim in &after {
        session.insert(claim);
    }
    Ok(())
}

fn fits(session: &Session, span: Span) -> Result<(), EditError> {
    let Span { start, end } = span;
    if session.article.words(span).is_empty() {
        return Err(EditError::Span { start, end });
    }
    Ok(())
}
