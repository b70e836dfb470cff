//! The export picker's keys, its previews, and the way to a file.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::action::{Action, Effect, Motion};
use crate::app::editor::Editor;
use crate::app::exporting::{Exporting, Preview, Sight, Vary, Wanted, Writing};
use crate::app::model::Model;
use crate::app::popup::{Ask, Popup, Question};
use crate::export;

/// Opens the picker at the format that was last written, confidential sources left out.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let mut wanted = desk.exported.clone().unwrap_or_default();
    wanted.options.confidential = false;
    let confidential = export::confidential_sources(&desk.session);
    model.popups.push(Popup::Export(Box::new(Exporting::new(wanted, confidential))));
    look(model)
}

/// What an action does in the open picker.
pub(super) fn export(model: &mut Model, action: &Action) -> Vec<Effect> {
    let size = model.size;
    let Some(Popup::Export(picker)) = model.popups.last_mut() else { return Vec::new() };
    let page = usize::from(picker.layout(size).preview.height.saturating_sub(1)).max(1);
    match action {
        Action::Move(Motion::Next) => picker.step(1),
        Action::Move(Motion::Previous) => picker.step(-1),
        Action::Move(motion) => {
            let to = match motion {
                Motion::HalfDown => picker.top + page.div_ceil(2),
                Motion::HalfUp => picker.top.saturating_sub(page.div_ceil(2)),
                Motion::PageDown => picker.top + page,
                Motion::Last => usize::MAX,
                Motion::First | Motion::Next => 0,
                Motion::PageUp | Motion::Previous => picker.top.saturating_sub(page),
            };
            picker.top = to.min(picker.lowest(size));
        }
        Action::Vary(vary) => return varied(model, *vary),
        Action::Accept => return vec![Effect::Propose(Box::new(picker.wanted.clone()))],
        Action::Cancel => drop(model.popups.pop()),
        _ => {}
    }
    look(model)
}

fn varied(model: &mut Model, vary: Vary) -> Vec<Effect> {
    let Some(picker) = picker(model) else { return Vec::new() };
    let format = picker.wanted.format;
    if !picker.takes(vary) {
        model.say(format!("{format} has no such choice"));
        return Vec::new();
    }
    let publisher = picker.wanted.options.publisher.clone();
    match vary {
        Vary::Address => return ask_for(model, Ask::Address, &publisher.url),
        Vary::Publisher => return ask_for(model, Ask::Publisher, &publisher.name),
        Vary::Confidential if picker.confidential == 0 => model.say("no source here is confidential"),
        other => picker.turn(other),
    }
    look(model)
}

/// Asks the shell for the preview that the open picker lacks.
pub(super) fn look(model: &mut Model) -> Vec<Effect> {
    let size = model.size;
    let missing = picker(model).and_then(|picker| picker.missing(size));
    missing.map(|sight| Effect::Preview(Box::new(sight))).into_iter().collect()
}

/// Takes in a preview, for whatever picker is open now.
pub(super) fn previewed(model: &mut Model, sight: Sight, preview: Result<Arc<Preview>, String>) -> Vec<Effect> {
    let size = model.size;
    if let Some(picker) = picker(model) {
        picker.came(sight, preview);
        picker.top = picker.top.min(picker.lowest(size));
    }
    look(model)
}

/// Asks where to write, with what the shell proposes.
pub(super) fn proposed(model: &mut Model, path: &std::path::Path) -> Vec<Effect> {
    match model.popups.last() {
        Some(Popup::Export(_)) => ask_for(model, Ask::Target, &path.to_string_lossy()),
        _ => Vec::new(),
    }
}

/// Takes a line that was asked for over the picker.
pub(super) fn answered(model: &mut Model, ask: &Ask, text: String) -> Vec<Effect> {
    let Some(picker) = picker(model) else { return Vec::new() };
    match ask {
        Ask::Address => picker.wanted.options.publisher.url = text,
        Ask::Publisher => picker.wanted.options.publisher.name = text,
        Ask::Target if !text.is_empty() => {
            let writing = Writing { wanted: picker.wanted.clone(), path: PathBuf::from(text), over: false };
            return write(model, writing);
        }
        _ => {}
    }
    look(model)
}

/// Has the file written.
pub(super) fn write(model: &mut Model, writing: Writing) -> Vec<Effect> {
    model.say(format!("writing {}", writing.path.display()));
    vec![Effect::Write(Box::new(writing))]
}

/// Asks whether to replace the file that is there.
pub(super) fn taken(model: &mut Model, writing: Writing) -> Vec<Effect> {
    model.status = None;
    model.popups.push(Popup::Question(Question::Replace(Box::new(Writing { over: true, ..writing }))));
    Vec::new()
}

/// The file is written: the picker has done its work.
pub(super) fn written(model: &mut Model, wanted: Wanted, said: String) -> Vec<Effect> {
    if matches!(model.popups.last(), Some(Popup::Export(_))) {
        model.popups.pop();
    }
    if let Some(desk) = model.desk_mut() {
        desk.exported = Some(wanted);
    }
    model.say(said);
    Vec::new()
}

/// Asks for a line over the picker.
fn ask_for(model: &mut Model, ask: Ask, text: &str) -> Vec<Effect> {
    model.popups.push(Popup::Prompt(ask, Editor::new(text, true)));
    Vec::new()
}

/// The open picker, also under a line that is asked for.
fn picker(model: &mut Model) -> Option<&mut Exporting> {
    model.popups.iter_mut().rev().find_map(|popup| match popup {
        Popup::Export(picker) => Some(&mut **picker),
        _ => None,
    })
}
