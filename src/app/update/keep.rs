//! Keeping what was written in a panel.

use super::commit::{commit, commit_all};
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::panel::{Keep, Panel};
use crate::review::field::CONFLICTS;
use crate::review::{Change, Conflict, Edit, Stamp};

/// Does the edits of a panel.
///
/// # Errors
/// Why they can't be done; none of them is done then.
pub(super) fn keep(model: &mut Model, keep: Keep, now: &Stamp) -> Result<(), String> {
    commit_all(model, keep.edits, now)?;
    if !keep.said.is_empty() {
        model.say(keep.said);
    }
    if let (Some(row), Some(list)) = (keep.row, model.panels.iter_mut().rev().find_map(list)) {
        *list = row;
    }
    let Some((claim, field, theirs)) = keep.overtaken else { return Ok(()) };
    // What somebody else has written meanwhile stays beside what was put in its place.
    let held = model.desk().and_then(|desk| desk.session.claims().by_id(&claim));
    let conflict = Conflict { at: now.clone(), ..Conflict::of(field, theirs) };
    let change = held.and_then(|held| Change::of(held, &CONFLICTS, |claim| claim.record.conflicts.push(conflict)));
    let Some(change) = change else { return Ok(()) };
    commit(model, Edit::of(claim, change), now)?;
    let settles = model.key(Scope::Desk, "differences");
    model.alarm(format!(
        "the {field} was changed meanwhile: yours stands, theirs is kept beside it; {settles} settles it"
    ));
    Ok(())
}

/// The selected row of a list of sources.
fn list(panel: &mut Panel) -> Option<&mut usize> {
    if let Panel::Things(list) = panel { Some(&mut list.at) } else { None }
}
