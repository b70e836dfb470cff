//! Edits: the one way to the session, and why it is barred.

use super::unseen;
use crate::advice::stated;
use crate::app::action::Effect;
use crate::app::desk::Desk;
use crate::app::model::Model;
use crate::app::panel::question::Question;
use crate::review::{ClaimId, Edit, EditError, Session, Stamp};
use crate::text::plural;

/// Does one edit; it is saved when the action is done.
///
/// # Errors
/// Why it could not be done, for the status line; nothing has changed then.
pub(super) fn commit(model: &mut Model, edit: Edit, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let desk = model.desk_mut().ok_or("no session is open")?;
    desk.commit(edit, &by, now).map_err(|error| why(&desk.session, &error))
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
    unseen::told(model, &edits)?;
    let by = model.settings.reviewer.clone();
    let desk = model.desk_mut().ok_or("no session is open")?;
    let edits = stated::letting_go(&desk.session, edits);
    desk.session.commit_all(edits, &by, now).map_err(|error| why(&desk.session, &error))
}

/// Signs the session off as it stands, and has that saved; asks first where claims are not settled, unless that was answered: no undo
/// takes it back.
///
/// # Errors
/// Where nothing may be changed.
pub(super) fn sign_off(model: &mut Model, now: &Stamp, asked: bool) -> Result<Option<Effect>, String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let desk = model.desk_mut().ok_or("no session is open")?;
    desk.owed.refresh(&desk.session);
    let standing = desk.owed.standing(desk.session.claims().tally());
    let open = standing.total() - standing.settled();
    if open > 0 && !asked {
        model.panels.push(Question::SignOff(open).into());
        return Ok(None);
    }
    let signed = desk.session.sign_off(&by, now, "");
    let saving = desk.save();
    let left = if open == 0 { String::new() } else { format!("; {} not settled", plural(open, "claim")) };
    model.say(format!("signed off as {by}, state {}{left}", signed.digits()));
    Ok(Some(saving))
}

/// Fails where nothing may be changed.
///
/// # Errors
/// Why, and the way out.
pub(super) fn writable(model: &Model) -> Result<(), String> {
    if model.desk().is_some_and(Desk::is_read_only) { Err(model.keymap.read_only()) } else { Ok(()) }
}

/// Why an edit could not be done, with the claim's number in place of its id.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other errors name no claim")]
pub(super) fn why(session: &Session, error: &EditError) -> String {
    let claim = |id: &ClaimId| {
        session.any_claim(id).map_or_else(|| "the claim".to_owned(), |claim| format!("claim {}", claim.number))
    };
    match error {
        EditError::OtherWords(id) => {
            format!("{} has other words since than the verdict was given on; give it anew", claim(id))
        }
        EditError::Stale(id) => format!("{} has been changed since", claim(id)),
        EditError::NoClaim(_) => "the claim is no longer there".to_owned(),
        EditError::Taken(id) => format!("{} is there already", claim(id)),
        other => other.to_string(),
    }
}
