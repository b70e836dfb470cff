//! Keeping what was written in a panel.

use super::commit::commit;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::panel::{Keep, Panel};
use crate::review::{Change, Conflict, Edit, Extra, Stamp, Swap};

/// Does the edits of a panel.
///
/// # Errors
/// Why they can't be done; those before the first that can't be stay done.
pub(super) fn keep(model: &mut Model, keep: Keep, now: &Stamp) -> Result<(), String> {
    for edit in keep.edits {
        commit(model, edit, now)?;
    }
    if !keep.said.is_empty() {
        model.say(keep.said);
    }
    if let (Some(row), Some(list)) = (keep.row, model.panels.iter_mut().rev().find_map(list)) {
        *list = row;
    }
    let Some((claim, field, theirs)) = keep.overtaken else { return Ok(()) };
    // What somebody else has written meanwhile stays beside what was put in its place.
    let held = model.desk().and_then(|desk| desk.session.claims().by_id(&claim));
    let Some(before) = held.map(|claim| claim.record.conflicts.clone()) else { return Ok(()) };
    let conflict = Conflict { field: field.to_owned(), theirs, at: now.clone(), extra: Extra::default() };
    let after = before.iter().cloned().chain([conflict]).collect();
    commit(model, Edit::of(claim, Change::Conflicts(Swap::new(before, after))), now)?;
    let settles = model.key(Scope::Desk, "conflict");
    model.alarm(format!(
        "the {field} was changed meanwhile: yours stands, theirs is kept beside it; {settles} settles it"
    ));
    Ok(())
}

/// The selected row of a list of sources.
fn list(panel: &mut Panel) -> Option<&mut usize> {
    if let Panel::Sources(list) = panel { Some(&mut list.at) } else { None }
}
