//! The evidence: asking for the passages of what is selected, and taking in what was found.

use std::sync::Arc;

use crate::app::action::Effect;
use crate::app::at_hand::{Found, Gathered, Seek};
use crate::app::model::{Model, Tone};
use crate::app::panel::Panel;
use crate::app::panel::evidence::Passages;
use crate::text::plural;

/// What stands before how far the reading is.
const READING: &str = "reading the evidence";

/// Asks for the passages of the selected claim, where they are not there yet.
pub(super) fn follow(model: &mut Model) -> Option<Effect> {
    let typed = model
        .panels
        .iter()
        .rev()
        .find_map(|panel| if let Panel::Evidence(held) = panel { held.typed.clone() } else { None });
    let desk = model.desk_mut().filter(|desk| desk.at_hand.gathered.done)?;
    let seek = match typed {
        Some(words) => Seek::typed(&words),
        None => Seek::of(&desk.session, desk.claim()?),
    };
    desk.at_hand.asks(&seek).then(|| Effect::Seek(Box::new(seek)))
}

/// Takes in how far the reading is, and says so where nothing else is said.
pub(super) fn gathered(model: &mut Model, gathered: Gathered) {
    let Some(desk) = model.desk_mut() else { return };
    let told = told(&gathered);
    desk.at_hand.take(gathered);
    // How far it is stands over the keys of nothing that waits for an answer.
    let is_said = model.status.as_ref().is_some_and(|(_, said)| said.starts_with(READING));
    let free = is_said || model.status.is_none() && model.panels.is_empty();
    // What has changed under the reader's hands is said over anything else.
    if let Some((tone, told)) = told.filter(|(tone, _)| free || *tone == Tone::Alarm) {
        model.status = Some((tone, told));
    }
}

/// How far the reading is, in words; nothing where there is no evidence and never was.
fn told(gathered: &Gathered) -> Option<(Tone, String)> {
    let Gathered { read, of, done, said, .. } = gathered;
    if *of == 0 {
        // Files that are gone are told where none is left, too.
        return said.first().map(|gone| (Tone::Alarm, format!("no evidence is at hand any more: {gone}")));
    }
    if !done {
        return Some((Tone::Plain, format!("{READING}: {read} of {of} files")));
    }
    let files = plural(*of, "file");
    match said.as_slice() {
        [] => Some((Tone::Plain, format!("{READING}: done, {files}"))),
        [one] => Some((Tone::Alarm, format!("{READING}: {files} · {one}"))),
        [one, rest @ ..] => {
            Some((Tone::Alarm, format!("{READING}: {files} · {one} · {} more: factdesk evidence", rest.len())))
        }
    }
}

/// Takes in what was found; the list in an open panel stays where it was.
pub(super) fn found(model: &mut Model, found: Found) {
    if let Some(trouble) = found.trouble.clone() {
        model.alarm(trouble);
    }
    if let Some(desk) = model.desk_mut() {
        desk.at_hand.keep(Arc::new(found));
    }
    // The card fills other rows now.
    super::select::follow(model);
}

/// Opens the panel that shows where typed words stand; for none the one that shows the passages of the selected claim.
pub(super) fn search(model: &mut Model, words: &str) {
    model.panels.retain(|panel| !matches!(panel, Panel::Evidence(_)));
    let claim = model.desk().and_then(|desk| desk.claim().map(|claim| claim.id.clone()));
    let typed = (!words.is_empty()).then(|| words.to_owned());
    if typed.is_some() || claim.is_some() {
        model.panels.push(Passages { claim, typed, at: 0 }.into());
    }
}
