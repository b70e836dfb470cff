//! The export picker's previews, and the way to a file.

use std::path::Path;
use std::sync::Arc;

use crate::app::action::Effect;
use crate::app::exporting::{Preview, Sight, Typed, Wanted, Writing};
use crate::app::model::Model;
use crate::app::panel::Panel;
use crate::app::panel::export::Exporting;
use crate::app::panel::prompt::{Ask, Prompt};
use crate::app::panel::question::Question;
use crate::export::SinceWhen;

/// Asks the shell for the preview that the open picker lacks.
pub(super) fn look(model: &mut Model) -> Vec<Effect> {
    let size = model.size;
    picker(model).and_then(|picker| picker.look(size)).into_iter().collect()
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
pub(super) fn proposed(model: &mut Model, path: &Path) -> Vec<Effect> {
    if matches!(model.panels.last(), Some(Panel::Export(_))) {
        model.panels.push(Prompt::new(Ask::Target, &path.to_string_lossy()).into());
    }
    Vec::new()
}

/// Takes a line that was typed for the picker.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Option<Effect> {
    let (size, reviewer) = (model.size, model.settings.reviewer.clone());
    let picker = picker(model)?;
    let options = &mut picker.wanted.options;
    match typed {
        Typed::Address(url) => options.publisher.url = url,
        Typed::Publisher(name) => options.publisher.name = name,
        Typed::Since(text) if text.is_empty() => options.since = None,
        Typed::Since(text) => match SinceWhen::read(&text, &reviewer) {
            Ok(since) => options.since = Some(since),
            Err(why) => {
                model.say(why);
                return None;
            }
        },
        Typed::Format(text) => {
            if !picker.find(&text) {
                model.say(format!("no format is called {text:?}"));
                return None;
            }
        }
        Typed::Target(path) => {
            let writing = Writing { wanted: picker.wanted.clone(), path, over: false };
            return Some(write(model, writing));
        }
    }
    picker.look(size)
}

/// Has the file written.
pub(super) fn write(model: &mut Model, writing: Writing) -> Effect {
    model.say(format!("writing {}", writing.path.display()));
    Effect::Write(Box::new(writing))
}

/// Asks whether to replace the file that is there.
pub(super) fn taken(model: &mut Model, writing: Writing) -> Vec<Effect> {
    model.status = None;
    model.panels.push(Question::Replace(Box::new(Writing { over: true, ..writing })).into());
    Vec::new()
}

/// The file is written: the picker has done its work.
pub(super) fn written(model: &mut Model, wanted: Wanted, said: String) -> Vec<Effect> {
    if matches!(model.panels.last(), Some(Panel::Export(_))) {
        model.panels.pop();
    }
    if let Some(desk) = model.desk_mut() {
        desk.exported = Some(wanted);
    }
    model.say(said);
    Vec::new()
}

/// The open picker, also under a line that is asked for.
fn picker(model: &mut Model) -> Option<&mut Exporting> {
    model
        .panels
        .iter_mut()
        .rev()
        .find_map(|panel| if let Panel::Export(picker) = panel { Some(&mut **picker) } else { None })
}
