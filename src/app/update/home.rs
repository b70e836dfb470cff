//! The home screen's keys.

use crate::app::action::{Action, Effect, Motion};
use crate::app::keymap::Scope;
use crate::app::model::{Mode, Model};
use crate::app::popup::{Ask, Popup, Question};

/// What an action does on the home screen.
pub(super) fn home(model: &mut Model, action: Action) -> Vec<Effect> {
    let rows = usize::from(model.size.height.saturating_sub(4)).max(1);
    let Mode::Home(home) = &mut model.mode else { return Vec::new() };
    let current = home.current().cloned();
    match (action, current) {
        (Action::Move(motion), _) => {
            let last = home.shown().len().saturating_sub(1);
            home.selected = moved(home.selected, motion, last, rows);
            home.top = home.top.clamp(home.selected.saturating_sub(rows - 1), home.selected);
        }
        (Action::Open, Some(listing)) => match listing.trouble {
            Some(trouble) => model.alarm(trouble),
            None => return vec![Effect::OpenSession(listing.path)],
        },
        (Action::Rename, Some(listing)) => return super::entry::ask(model, Ask::Name(listing.path), &listing.name),
        (Action::Delete, Some(listing)) => {
            model.popups.push(Popup::Question(Question::Delete(listing.path, listing.title)));
        }
        (Action::StartFrom, _) => return super::entry::ask(model, Ask::File, ""),
        (Action::Search, _) => {
            let query = home.query.clone();
            return super::entry::ask(model, Ask::Sessions, &query);
        }
        (Action::Cancel, _) => home.query.clear(),
        (Action::Palette, _) => return super::palette::open(model),
        (Action::Leave, _) => return vec![Effect::Exit],
        (Action::Open | Action::Rename | Action::Delete, None) => {
            model.say(format!("no session is saved yet: {} starts from a file", model.key(Scope::Home, "start-from")));
        }
        _ => {}
    }
    Vec::new()
}

fn moved(at: usize, motion: Motion, last: usize, rows: usize) -> usize {
    let to = match motion {
        Motion::Next => at + 1,
        Motion::Previous => at.saturating_sub(1),
        Motion::HalfDown => at + rows.div_ceil(2),
        Motion::HalfUp => at.saturating_sub(rows.div_ceil(2)),
        Motion::PageDown => at + rows,
        Motion::PageUp => at.saturating_sub(rows),
        Motion::First => 0,
        Motion::Last => last,
    };
    to.min(last)
}
