//! Leaving: for the home screen or for good, with the place kept, and never past what is not saved without asking.

use crate::app::action::{Effect, Saving};
use crate::app::model::Model;
use crate::app::panel::Panel;
use crate::app::panel::question::Question;

/// From the desk to the home screen; asks when something is not saved.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    if unsaved(model) {
        return ask(model, false);
    }
    let mut effects = keep_place(model);
    effects.extend([Effect::Close, Effect::List]);
    effects
}

/// Ends the program; asks when something can't be saved or is being typed.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    let asked = matches!(model.panels.last(), Some(Panel::Question(question)) if **question == Question::Unsaved(true));
    if !asked && unsaved(model) {
        return ask(model, true);
    }
    let mut effects = keep_place(model);
    effects.push(Effect::Exit);
    effects
}

/// True when the last save failed.
fn unsaved(model: &Model) -> bool {
    model.desk().is_some_and(|desk| matches!(desk.saving, Saving::Failed(_)))
}

/// Saves where the reviewer is, when that has changed since the last save.
fn keep_place(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk_mut().filter(|desk| !desk.is_read_only()) else { return Vec::new() };
    let here = desk.claim().map(|claim| claim.id.clone());
    let moved = here.is_some() && here != desk.session.place.claim;
    if moved { vec![desk.save()] } else { Vec::new() }
}

/// Asks whether to go although the last changes are not saved.
fn ask(model: &mut Model, quit: bool) -> Vec<Effect> {
    model.panels.push(Question::Unsaved(quit).into());
    Vec::new()
}
