//! What the shell reports back.

use serde_json::Value;

use super::{select, unseen};
use crate::app::action::{Effect, Opened, Outcome, Saving};
use crate::app::completion::Completion;
use crate::app::form::Purpose;
use crate::app::home::Home;
use crate::app::homecoming::Homecoming;
use crate::app::keymap::Scope;
use crate::app::listing::{FoundPlace, Listing};
use crate::app::memory::{Earlier, Recall};
use crate::app::model::{Mode, Model};
use crate::app::offered::PastWords;
use crate::app::panel::back::CameBack;
use crate::app::panel::question::Question;
use crate::app::panel::{Panel, meant};
use crate::export::back::Back;
use crate::review::{Session, Stamp};

/// Takes in what came of an effect.
pub(super) fn came(model: &mut Model, outcome: Outcome, now: &Stamp) -> Vec<Effect> {
    match outcome {
        Outcome::Remembered(listed) => listed_by_now(model, listed, true, now),
        Outcome::Listed(listed) => listed_by_now(model, listed, false, now),
        Outcome::Opening(opening) => over_opening(model, opening.into()),
        Outcome::Ahead(article) => model.lay_ahead(*article),
        Outcome::Marked(path) => over_opening(model, Question::Marked(path).into()),
        Outcome::Opened(opened) => {
            model.lay(*opened);
            let coming = model.coming.take();
            return coming.map(|path| Effect::ReadDraft(path, false)).into_iter().collect();
        }
        Outcome::Unlocked(opened) => unlocked(model, *opened),
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
            if model.desk().is_some_and(|desk| desk.generation == generation) {
                taken_in(model, *session, &notice);
                return vec![Effect::Adopt(line)];
            }
        }
        Outcome::Gathered(gathered) => super::evidence::gathered(model, *gathered),
        Outcome::Found(found) => super::evidence::found(model, *found),
        Outcome::Draft(article, anyway) => return super::redraft::bring(model, *article, anyway, now),
        Outcome::CameBack(path, writer, back) => came_back(model, path, writer, *back),
        Outcome::Meant(path, sessions) => over_opening(model, meant::Meant { path, sessions, at: 0 }.into()),
        Outcome::Newer(source, checksum) => newer(model, &source, &checksum),
        Outcome::Previewed(sight, preview) => return super::export::previewed(model, *sight, preview),
        Outcome::Proposed(path) => return super::export::proposed(model, &path),
        Outcome::Taken(writing) => return super::export::taken(model, *writing),
        Outcome::Written(wanted, text) => return super::export::written(model, *wanted, text),
        Outcome::Searched(words, places) => searched(model, &words, places),
        Outcome::Completed(completion) => completed(model, completion),
        Outcome::Recalled(recall, found) => recalled(model, &recall, found),
        Outcome::WrittenDown(session, words) => written_down(model, &session, *words),
        Outcome::Advised(article, all) => {
            model.advise(&article, all);
            select::follow(model);
        }
        Outcome::Done(text) => model.say(text),
        Outcome::Refused(text) => {
            model.coming = None;
            model.panels.retain(|panel| !matches!(panel, Panel::Opening(_)));
            model.alarm(text);
            if model.desk().is_some_and(|desk| desk.saving == Saving::Opening) {
                return vec![Effect::List];
            }
            // What is listed may be gone, or have another name.
            return if let Mode::Home(home) = &mut model.mode { home.refused() } else { Vec::new() };
        }
    }
    Vec::new()
}

/// Shows what a file comes to, before it is done.
fn came_back(model: &mut Model, path: Homecoming, writer: Option<String>, back: Back) {
    let Some(desk) = model.desk() else { return };
    let shown = CameBack::new(path, writer, back, &desk.session);
    model.status = None;
    // It was read once more, by somebody else.
    model.panels.retain(|panel| !matches!(panel, Panel::Back(_)));
    model.panels.push(shown.into());
}

/// Keeps in mind what the article's file holds, and says where it has changed, behind what the status line says already.
fn newer(model: &mut Model, source: &str, checksum: &str) {
    let Some(desk) = model.desk_mut() else { return };
    desk.newer = Some(checksum.to_owned());
    // It is being brought in, or was meanwhile.
    if !desk.is_file_newer() || model.coming.is_some() {
        return;
    }
    let brings = model.key(Scope::Desk, "next-draft");
    let said = format!("{source} has changed since it was read; {brings} brings it in as the next draft");
    match &mut model.status {
        Some((_, text)) if text.contains(&said) => {}
        Some((_, text)) if !text.is_empty() => *text = format!("{text} · {said}"),
        _ => model.say(said),
    }
}

/// Where the words are that the home screen is narrowed to.
fn searched(model: &mut Model, words: &str, places: Vec<FoundPlace>) {
    if let Mode::Home(home) = &mut model.mode {
        home.found.take(words, places);
    }
}

/// What was found out earlier about the selected claim. The card may have more rows then.
fn recalled(model: &mut Model, recall: &Recall, found: Vec<Earlier>) {
    if let Some(desk) = model.desk_mut() {
        desk.seen.take(recall, found);
    }
    super::select::follow(model);
}

/// What the path under entry may go on with.
fn completed(model: &mut Model, completion: Completion) {
    if let Some(Panel::Prompt(prompt)) = model.panels.last_mut() {
        prompt.completed(completion);
    }
}

/// What sessions other than `session`, which is on the desk, wrote down: it is offered from now on.
fn written_down(model: &mut Model, session: &str, words: PastWords) {
    let Some(desk) = model.desk_mut().filter(|desk| desk.name == session) else { return };
    desk.seen.words.take(words);
    let people = desk.seen.words.people().to_vec();
    if let Some(Panel::Assigning(held)) = model.panels.last_mut() {
        held.learn(&people);
    }
}

/// The home screen with these sessions; what lies over it stays.
fn listed_by_now(model: &mut Model, listed: Vec<Listing>, pending: bool, now: &Stamp) {
    let size = model.size;
    model.panels.retain(|panel| !matches!(panel, Panel::Opening(_)));
    if let Mode::Home(home) = &mut model.mode {
        home.relist(listed, pending, size);
        home.now.clone_from(now);
    } else {
        model.panels.clear();
        let reader = model.settings.reviewer.to_string();
        let home = Home { listed, pending, reader, now: now.clone(), ..Home::default() };
        model.mode = Mode::Home(home.put_back(&model.left, size));
    }
}

/// Shows `panel` instead of what was shown of an opening so far.
fn over_opening(model: &mut Model, panel: Panel) {
    model.panels.retain(|panel| !matches!(panel, Panel::Opening(_)));
    // Its keys stand where the last message does.
    model.status = None;
    model.panels.push(panel);
}

/// Takes in what another copy has, and says so. With edits on top of it the next save merges again, and a newer report follows.
fn taken_in(model: &mut Model, session: Session, notice: &str) {
    let conflicts = |model: &Model| model.desk().map_or(0, |desk| desk.session.claims().tally().conflicts);
    let before = conflicts(model);
    let let_go = merged(model, session);
    let parts = [notice, let_go].into_iter().filter(|part| !part.is_empty());
    let notice = parts.collect::<Vec<_>>().join(" · ");
    if conflicts(model) > before {
        let settles = model.key(Scope::Desk, "differences");
        model.alarm(format!("{notice} · {settles} settles it"));
    } else {
        model.say(notice);
    }
}

/// A form over one thing of several stays with it, wherever that stands in the list by now; of one that is gone it makes a new one.
fn source_forms(model: &mut Model, new: &Session) {
    let Some(old) = model.desk().map(|desk| desk.session.clone()) else { return };
    for panel in &mut model.panels {
        let Panel::Form(form) = panel else { continue };
        let Purpose { field, at: Some(at) } = form.purpose else { continue };
        let ids = |session: &Session| -> Vec<Option<Value>> {
            let value = session.claims().by_id(&form.claim).map(|claim| field.value(claim)).unwrap_or_default();
            field.items(&value).iter().map(|thing| thing.get("id").cloned()).collect()
        };
        let id = ids(&old).get(at).cloned().flatten();
        form.purpose.at = ids(new).iter().position(|other| other.is_some() && *other == id);
    }
}

/// The desk stays as it is, and may be written.
fn unlocked(model: &mut Model, opened: Opened) {
    let Opened { session, notices, drafts, .. } = opened;
    if let Some(desk) = model.desk_mut() {
        desk.saving = Saving::Saved;
        // What was reported about the session while it could only be read is of the past.
        desk.generation += 1;
    }
    let let_go = merged(model, session);
    let mut said = vec!["this window may write now".to_owned()];
    said.extend(notices);
    said.extend((!let_go.is_empty()).then(|| let_go.to_owned()));
    model.say(said.join(" · "));
    model.lay_by(drafts);
}

/// Puts the merged session in place of ours, keeping place and view; what is to be said of what was under way, if anything.
fn merged(model: &mut Model, session: Session) -> &'static str {
    source_forms(model, &session);
    let Some(desk) = model.desk_mut() else { return "" };
    let old = desk.session.clone();
    desk.replace(session);
    let said = unseen::came(model, &old);
    select::follow(model);
    said
}
