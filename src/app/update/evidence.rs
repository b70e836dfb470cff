//! The evidence: asking for the passages of what is selected, and taking in what was found.

use std::sync::Arc;

use crate::app::action::Effect;
use crate::app::at_hand::{self, Found, Gathered, Seek};
use crate::app::model::{Model, Tone};
use crate::app::panel::Panel;
use crate::app::panel::evidence::Passages;
use crate::review::Evidence;

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
    let files = if *of == 1 { "1 file".to_owned() } else { format!("{of} files") };
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

/// Puts a file into the session's list of evidence, unless it is there.
pub(super) fn attach(model: &mut Model, mut evidence: Evidence, now: &crate::review::Stamp) {
    let by = model.settings.reviewer.to_string();
    let Some(desk) = model.desk_mut() else { return };
    let known = desk.session.evidence.iter().position(|held| held.sha256 == evidence.sha256);
    if let Some(at) = known {
        // What it says of itself may not have been read when it was added.
        if evidence.confidential
            && let Some(held) = Arc::make_mut(&mut desk.session.evidence).get_mut(at)
        {
            held.confidential = true;
        }
        return;
    }
    evidence.id = at_hand::listed(&desk.session, &evidence);
    (evidence.added_at, evidence.by) = (now.clone(), by);
    Arc::make_mut(&mut desk.session.evidence).push(evidence);
}

/// Makes a file of evidence confidential, or takes that back, and has that saved. One that the session does not list yet is listed.
///
/// # Errors
/// Where nothing may be changed.
pub(super) fn withhold(model: &mut Model, file: Evidence, now: &crate::review::Stamp) -> Result<Effect, String> {
    super::commit::writable(model)?;
    let (sha256, name) = (file.sha256.clone(), file.file_name().to_owned());
    attach(model, file, now);
    let desk = model.desk_mut().ok_or("no session is open")?;
    let listed = Arc::make_mut(&mut desk.session.evidence).iter_mut().find(|held| held.sha256 == sha256);
    let held = listed.ok_or("no file at hand belongs to this")?;
    held.confidential = !held.confidential;
    let (is_closed, held) = (held.confidential, held.clone());
    desk.at_hand.knows(&held);
    let saving = desk.save();
    model.say(if is_closed {
        format!("confidential: {name}; it and the sources that rest on it are left out of exports")
    } else {
        format!("no longer confidential: {name}; a copy of the session that holds it back still does")
    });
    Ok(saving)
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
