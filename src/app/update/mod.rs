//! Every action, decided: who gets it, and what follows.

mod came;
mod claims;
mod conflict;
mod draft;
mod entry;
mod export;
mod find;
mod form;
mod home;
mod link;
mod motion;
mod narrow;
mod palette;
mod pick;
mod point;

use super::action::{Action, Effect, Saving};
use super::desk::Pane;
use super::model::{Mode, Model};
use super::popup::{Popup, Question};
use crate::review::Stamp;

#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions go to the pop-up or to what lies under it")]
/// Does `action` at the moment `now` and says what the shell has to do.
pub fn update(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    match action {
        Action::Resize(size) => {
            resize(model, size);
            export::look(model)
        }
        Action::Came(outcome) => came::came(model, outcome),
        Action::Quit => quit(model),
        Action::Focus => model.desk().map(|_| Effect::Look).into_iter().collect(),
        Action::Suspend => vec![Effect::Suspend],
        Action::Point(pointer) => point::point(model, pointer, now),
        Action::Paste(_) if !model.scope().types() => {
            model.say("a paste does nothing here: it goes into notes, forms and lines of text");
            Vec::new()
        }
        Action::Help if !matches!(model.popups.last(), Some(Popup::Help(_))) => push(model, Popup::Help(0)),
        action => {
            model.status = None;
            if model.popups.is_empty() { base(model, action, now) } else { entry::popup(model, action, now) }
        }
    }
}

/// What an action does on the home screen or the desk.
fn base(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    match &model.mode {
        Mode::Home(_) => home::home(model, action),
        Mode::Desk(_) => desk(model, action, now),
    }
}

/// What an action does on the desk, also under an open card.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions may be edits")]
fn desk(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let effects = match action {
        Action::Move(motion) => motion::motion(model, motion),
        Action::NextUnchecked => motion::unchecked(model, true),
        Action::PreviousUnchecked => motion::unchecked(model, false),
        Action::OtherPane => other_pane(model),
        Action::Divide(steps) => point::step(model, steps),
        Action::Open => open_card(model),
        Action::Pick => pick::begin(model),
        Action::Mend => pick::begin_on_claim(model, false),
        Action::Split => pick::begin_on_claim(model, true),
        Action::Stride(stride) => pick::go(model, stride),
        Action::OpenLink => link::ask(model, 0),
        Action::Copy => link::copy(model),
        Action::Unlock => unlock(model),
        Action::Conflict => conflict::open(model),
        Action::Note => entry::open_note(model),
        Action::Sources => form::open_sources(model),
        Action::Form(purpose) => form::open(model, purpose, now),
        Action::Search => entry::ask(model, super::popup::Ask::Search, ""),
        Action::NextMatch => find::again(model, true),
        Action::PreviousMatch => find::again(model, false),
        Action::Filter => narrow::open(model),
        Action::Choose(letter) => {
            narrow::choose(model, letter);
            Vec::new()
        }
        Action::Add => form::open(model, super::form::Purpose::Source(None), now),
        Action::Reuse => form::open_to_pick(model),
        Action::Palette => palette::open(model),
        Action::Export => export::open(model),
        Action::Cancel => {
            if let Some(desk) = model.desk_mut() {
                // The selection under way goes first, then the search.
                if desk.picking.take().is_none() {
                    desk.search = None;
                }
            }
            Vec::new()
        }
        Action::Leave => leave(model),
        other => edit(model, other, now),
    };
    follow(model);
    effects
}

/// What changes the session by one key. All else means nothing on the desk: a paste, for one, must not become commands.
#[expect(clippy::wildcard_enum_match_arm, reason = "the actions of pop-ups and of the shell mean nothing here")]
fn edit(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    match action {
        Action::Mark(verdict) => claims::mark(model, Some(verdict), now),
        Action::Clear => claims::mark(model, None, now),
        Action::Dismiss => claims::dismiss(model, now),
        Action::Claim => claims::claim(model, now),
        Action::Accept => pick::take(model, now),
        Action::Join => pick::join(model, now),
        Action::Delete => pick::delete(model, now),
        Action::Furniture => claims::furniture(model, now),
        Action::Undo => claims::undo(model, now, true),
        Action::Redo => claims::undo(model, now, false),
        _ => Vec::new(),
    }
}

/// Keeps the selection in view after whatever happened.
fn follow(model: &mut Model) {
    let size = model.size;
    if let Some(desk) = model.desk_mut() {
        desk.follow(size);
    }
}

fn resize(model: &mut Model, size: super::layout::Size) {
    let old = model.size;
    model.size = size;
    if let Some(desk) = model.desk_mut() {
        // The words at the top stay at the top, wherever the new width puts them.
        let at = desk.page(&desk.layout(old)).byte(desk.scroll.top);
        let first = desk.scroll.top == super::page::Spot::default();
        let top = desk.page(&desk.layout(size)).spot(at);
        desk.scroll.top = if first { desk.scroll.top } else { top };
        desk.follow(size);
    }
}

fn push(model: &mut Model, popup: Popup) -> Vec<Effect> {
    model.popups.push(popup);
    Vec::new()
}

fn other_pane(model: &mut Model) -> Vec<Effect> {
    if let Some(desk) = model.desk_mut() {
        desk.pane = match desk.pane {
            Pane::Claims => Pane::Article,
            Pane::Article => Pane::Claims,
        };
    }
    Vec::new()
}

fn open_card(model: &mut Model) -> Vec<Effect> {
    if model.desk().is_some_and(|desk| desk.claim().is_some()) {
        return push(model, Popup::Card(0));
    }
    model.say("no claim is selected");
    Vec::new()
}

/// Asks for the session again, for writing.
fn unlock(model: &mut Model) -> Vec<Effect> {
    match model.desk() {
        Some(desk) if desk.is_read_only() => vec![Effect::Unlock],
        _ => {
            model.say("this window may write");
            Vec::new()
        }
    }
}

/// From the desk to the home screen; asks when something is not saved.
fn leave(model: &mut Model) -> Vec<Effect> {
    if unsaved(model) {
        return push(model, Popup::Question(Question::Unsaved(false)));
    }
    let mut effects = keep_place(model);
    effects.extend([Effect::Close, Effect::List]);
    effects
}

/// Ends the program; asks when something can't be saved or is being typed.
fn quit(model: &mut Model) -> Vec<Effect> {
    let asked = matches!(model.popups.last(), Some(Popup::Question(Question::Unsaved(true))));
    if !asked && unsaved(model) {
        return push(model, Popup::Question(Question::Unsaved(true)));
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
