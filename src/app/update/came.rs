//! What the shell reports back.

use crate::app::action::{Effect, Outcome, Saving};
use crate::app::home::Home;
use crate::app::model::{Mode, Model};
use crate::review::Session;

/// Takes in what came of an effect.
pub(super) fn came(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Listed(listed) => {
            let (selected, query) = match &model.mode {
                Mode::Home(home) => (home.selected, home.query.clone()),
                Mode::Desk(_) => (0, String::new()),
            };
            let mut home = Home { listed, selected, query, top: 0 };
            home.selected = selected.min(home.shown().len().saturating_sub(1));
            model.popups.clear();
            model.mode = Mode::Home(home);
        }
        Outcome::Opened(opened) => model.lay(*opened),
        Outcome::Saved(generation) => {
            if let Some(desk) = model.desk_mut().filter(|desk| desk.generation == generation) {
                desk.saving = Saving::Saved;
            }
        }
        Outcome::SaveFailed(generation, reason) => {
            if let Some(desk) = model.desk_mut().filter(|desk| desk.generation >= generation) {
                desk.saving = Saving::Failed(reason);
            }
        }
        Outcome::Merged { session, generation, line, notice } => {
            // With edits on top of it the next save merges again, and a newer report follows.
            if model.desk().is_some_and(|desk| desk.generation == generation) {
                merged(model, *session);
                model.say(notice);
                return vec![Effect::Adopt(line)];
            }
        }
        Outcome::Previewed(sight, preview) => return super::export::previewed(model, *sight, preview),
        Outcome::Proposed(path) => return super::export::proposed(model, &path),
        Outcome::Taken(writing) => return super::export::taken(model, *writing),
        Outcome::Written(wanted, text) => return super::export::written(model, *wanted, text),
        Outcome::Done(text) => model.say(text),
        Outcome::Refused(text) => model.alarm(text),
    }
    Vec::new()
}

/// Puts the merged session in place of ours, keeping place and view.
fn merged(model: &mut Model, session: Session) {
    let size = model.size;
    if let Some(desk) = model.desk_mut() {
        desk.replace(session);
        desk.follow(size);
    }
}
