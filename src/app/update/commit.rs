//! Edits: the one way to the session, and why it is barred.

use crate::app::desk::Desk;
use crate::app::model::Model;
use crate::review::{Edit, Stamp};

/// Does one edit; it is saved when the action is done.
///
/// # Errors
/// Why it could not be done, for the status line; nothing has changed then.
pub(super) fn commit(model: &mut Model, edit: Edit, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let desk = model.desk_mut().ok_or("no session is open")?;
    desk.commit(edit, &by, now).map_err(|error| error.to_string())
}

/// Does all edits of one action, or none; one undo takes all of them back.
///
/// # Errors
/// Why one of them could not be done.
pub(super) fn commit_all(model: &mut Model, edits: Vec<Edit>, now: &Stamp) -> Result<(), String> {
    if edits.is_empty() {
        return Ok(());
    }
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let desk = model.desk_mut().ok_or("no session is open")?;
    desk.session.commit_all(edits, &by, now).map_err(|error| error.to_string())
}

/// Fails where nothing may be changed.
///
/// # Errors
/// Why, and the way out.
pub(super) fn writable(model: &Model) -> Result<(), String> {
    if model.desk().is_some_and(Desk::is_read_only) { Err(model.keymap.read_only()) } else { Ok(()) }
}
