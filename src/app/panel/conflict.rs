//! Settling what another copy of the session has differently: ours or theirs, an edit like any other.

use super::answer::{Answer, Answers, Around, Keep};
use crate::app::action::Action;
use crate::app::desk::Desk;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::CONFLICTS;
use crate::review::{Change, Claim, ClaimId, Edit};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "conflict", name: "A conflict", beyond: &[], types: false, on_desk: false });

/// The first conflict of a claim with another copy of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The claim.
    pub claim: ClaimId,
}

/// The selected claim if it is in conflict, else the next one that is.
pub fn next(desk: &Desk) -> Option<ClaimId> {
    let held = desk.session.claims();
    if held.tally().conflicts == 0 {
        return None;
    }
    let torn = |claim: &&Claim| !claim.record.conflicts.is_empty();
    let from = desk.claim().and_then(|claim| held.index_of(&claim.id)).unwrap_or(0);
    held.iter_from(from).find(torn).or_else(|| held.iter().find(torn)).map(|claim| claim.id.clone())
}

impl Disagreement {
    /// The edits that settle it: theirs put in place of ours, where it is to be, and the conflict taken off the claim.
    fn settled(&self, theirs: bool, around: &Around<'_>) -> Result<Vec<Edit>, String> {
        let held = around.desk.and_then(|desk| Some((desk, desk.session.claims().by_id(&self.claim)?)));
        let Some((desk, claim)) = held else { return Ok(Vec::new()) };
        let conflicts = &claim.record.conflicts;
        let Some(conflict) = conflicts.first() else { return Ok(Vec::new()) };
        let article = &desk.session.article;
        let mut changes = Vec::new();
        if theirs && conflict.ours(claim, article) != conflict.theirs {
            let taken = conflict.taken(claim, article, &around.settings.reviewer, around.now);
            changes.push(taken.ok_or_else(|| {
                let ours = around.key(SCOPE, "ours");
                format!("this version can't take over a {}; {ours} keeps ours", conflict.field)
            })?);
        }
        changes.extend(Change::of(claim, &CONFLICTS, |claim| drop(claim.record.conflicts.remove(0))));
        Ok(changes.into_iter().map(|change| Edit::of(self.claim.clone(), change)).collect())
    }
}

impl<P> Answers<P> for Disagreement {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "o", Action::Ours, "keep ours", "Keeps ours and lets theirs go."),
        row(SCOPE, "t", Action::Theirs, "take theirs", "Takes theirs in place of ours."),
        row(SCOPE, "esc q", Action::Cancel, "later", "Leaves it unsettled."),
    ];

    /// The selected claim's first conflict, or the next claim that has one.
    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return Vec::new() };
        vec![if desk.is_read_only() {
            Answer::Alarm(around.keymap.read_only())
        } else if next(desk).is_some() {
            Answer::NextConflict
        } else {
            Answer::Say("nothing is in conflict with another copy".to_owned())
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let edits = match action {
            Action::Ours => self.settled(false, around),
            Action::Theirs => self.settled(true, around),
            Action::Cancel => return vec![Answer::Close],
            _ => return Vec::new(),
        };
        match edits {
            Err(reason) => vec![Answer::Alarm(reason)],
            Ok(edits) => {
                let keep = Keep { edits, said: String::new(), overtaken: None, row: None };
                vec![Answer::Keep(Box::new(keep)), Answer::Close, Answer::NextConflict]
            }
        }
    }
}
