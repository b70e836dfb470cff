//! Forms and the list of sources: what keys do in them.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use super::claims;
use crate::app::action::{Action, Effect, Motion};
use crate::app::desk::Desk;
use crate::app::editor::{Go, Typing};
use crate::app::finder::Finder;
use crate::app::form::{Field, Form, Input, Purpose};
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::popup::{Popup, Question};
use crate::review::{Change, ClaimId, Edit, Source, Stamp, Swap};

/// Columns that a form's text is laid out for; only movements up and down would ask, and those go between fields.
const WIDTH: usize = 60;

/// Opens the form for `purpose` over the selected claim.
pub(super) fn open(model: &mut Model, purpose: Purpose, now: &Stamp) -> Vec<Effect> {
    if let Some(id) = writable(model) {
        open_over(model, &id, purpose, now);
    }
    Vec::new()
}

/// Opens the selected claim's list of sources.
pub(super) fn open_sources(model: &mut Model) -> Vec<Effect> {
    if let Some(id) = writable(model) {
        model.popups.push(Popup::Sources(id, 0));
    }
    Vec::new()
}

/// Opens the selected claim's list of sources and, over it, those of other claims.
pub(super) fn open_to_pick(model: &mut Model) -> Vec<Effect> {
    if let Some(id) = writable(model) {
        model.popups.push(Popup::Sources(id.clone(), 0));
        find_source(model, &id);
    }
    Vec::new()
}

/// What an action does in an open form.
pub(super) fn form(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let Some(Popup::Form(form)) = model.popups.last_mut() else { return Vec::new() };
    match action {
        Action::NextField => form.step(true),
        Action::PreviousField => form.step(false),
        Action::Type(typing) => type_in(form, &typing),
        Action::Paste(text) => type_in(form, &Typing::Insert(text)),
        Action::Accept => return keep(model, now),
        Action::Cancel if form.is_changed() => model.popups.push(Popup::Question(Question::Drop)),
        Action::Cancel => drop(model.popups.pop()),
        _ => {}
    }
    Vec::new()
}

/// What an action does in the list of sources.
pub(super) fn sources(model: &mut Model, action: &Action, now: &Stamp) -> Vec<Effect> {
    let Some(Popup::Sources(id, at)) = model.popups.last().cloned() else { return Vec::new() };
    let list = sources_of(model, &id);
    let last = list.len().saturating_sub(1);
    match action {
        Action::Move(motion) => {
            let to = match motion {
                Motion::Next => (at + 1).min(last),
                Motion::Previous => at.saturating_sub(1),
                Motion::First | Motion::PageUp | Motion::HalfUp => 0,
                Motion::Last | Motion::PageDown | Motion::HalfDown => last,
            };
            reselect(model, to);
        }
        Action::Accept if !list.is_empty() => open_over(model, &id, Purpose::Source(Some(at)), now),
        Action::Add | Action::Accept => open_over(model, &id, Purpose::Source(None), now),
        Action::Delete if !list.is_empty() => {
            let mut after = list.clone();
            after.remove(at);
            reselect(model, at.min(after.len().saturating_sub(1)));
            return relist(model, id, list, after, "source removed", now);
        }
        Action::Raise if at > 0 => {
            let mut after = list.clone();
            after.swap(at, at - 1);
            reselect(model, at - 1);
            return relist(model, id, list, after, "source moved", now);
        }
        Action::Lower if at < last => {
            let mut after = list.clone();
            after.swap(at, at + 1);
            reselect(model, at + 1);
            return relist(model, id, list, after, "source moved", now);
        }
        Action::Reuse => find_source(model, &id),
        Action::OpenLink => return super::link::ask(model, at),
        Action::Cancel => drop(model.popups.pop()),
        _ => {}
    }
    Vec::new()
}

/// Asks which source of another claim to take.
fn find_source(model: &mut Model, id: &ClaimId) {
    let Some(desk) = model.desk() else { return };
    let finder = Finder::sources(&desk.session, id);
    if finder.has_rows() {
        model.popups.push(Popup::Finder(Box::new(finder)));
    } else {
        model.say(format!("no other claim has a source to pick: {} adds one", model.key(Scope::Sources, "add")));
    }
}

/// Opens a form for claim `to` with the source at `at` of claim `from`.
pub(super) fn reuse(model: &mut Model, to: &ClaimId, from: &ClaimId, at: usize, now: &Stamp) {
    let Some(claims) = model.desk().map(|desk| desk.session.claims()) else { return };
    let held = claims.by_id(from).and_then(|claim| claim.record.sources.get(at));
    if let (Some(claim), Some(source)) = (claims.by_id(to), held) {
        let form = Form::reuse(claim, source, now);
        model.popups.push(Popup::Form(Box::new(form)));
    }
}

/// The selected claim, when it may be written to; else a word to the reviewer.
fn writable(model: &mut Model) -> Option<ClaimId> {
    let Some(id) = model.desk().and_then(Desk::claim).map(|claim| claim.id.clone()) else {
        model.say(format!("no claim is selected; {} makes one of a sentence", model.key(Scope::Desk, "claim")));
        return None;
    };
    if model.desk().is_some_and(Desk::is_read_only) {
        model.alarm("read-only: nothing can be changed here; L tries for writing");
        return None;
    }
    Some(id)
}

fn open_over(model: &mut Model, id: &ClaimId, purpose: Purpose, now: &Stamp) {
    let Some(desk) = model.desk() else { return };
    let Some(claim) = desk.session.claims().by_id(id) else { return };
    let form = Form::open(claim, purpose, desk.session.exact(claim), now);
    model.popups.push(Popup::Form(Box::new(form)));
}

fn type_in(form: &mut Form, typing: &Typing) {
    if let Some(field) = form.field_mut() {
        fill(field, typing);
    }
}

/// Puts typing into a field: text is edited, a choice goes on with space or an arrow, or to the word that begins so.
fn fill(field: &mut Field, typing: &Typing) {
    match (&mut field.input, typing) {
        (Input::Text(editor), typing) => editor.act(typing, WIDTH),
        (Input::Flag(flag), Typing::Insert(_) | Typing::Move(Go::Left | Go::Right)) => *flag = !*flag,
        (Input::Choice(words, at), Typing::Move(Go::Right)) => *at = (*at + 1) % words.len().max(1),
        (Input::Choice(words, at), Typing::Move(Go::Left)) => *at = (*at + words.len().max(1) - 1) % words.len().max(1),
        (Input::Choice(words, at), Typing::Insert(text)) if text.trim().is_empty() => {
            *at = (*at + 1) % words.len().max(1);
        }
        (Input::Choice(words, at), Typing::Insert(text)) => {
            let later = words
                .iter()
                .skip(*at + 1)
                .position(|word| word.starts_with(text.as_str()))
                .map(|found| *at + 1 + found);
            *at = later.or_else(|| words.iter().position(|word| word.starts_with(text.as_str()))).unwrap_or(*at);
        }
        (Input::Choice(_, at), Typing::Delete(_)) => *at = 0,
        _ => {}
    }
}

fn keep(model: &mut Model, now: &Stamp) -> Vec<Effect> {
    let Some(Popup::Form(form)) = model.popups.last().cloned() else { return Vec::new() };
    let mut form = *form;
    let (id, purpose) = (form.claim.clone(), form.purpose);
    let title = purpose.title();
    let changed = form.is_changed();
    let Some((desk, claim)) = model.desk().and_then(|desk| Some((desk, desk.session.claims().by_id(&id)?))) else {
        model.alarm(format!("the claim is gone; {} puts the form away", model.key(Scope::Form, "cancel")));
        return Vec::new();
    };
    let clash = form.rebase(Form::open(claim, purpose, desk.session.exact(claim), now));
    let newer = clash.then(|| super::conflict::standing(desk, claim, purpose));
    match form.change(claim) {
        Err(reason) => {
            model.alarm(reason);
            Vec::new()
        }
        Ok(None) => {
            model.popups.pop();
            if changed {
                model.say(format!("{}: nothing to keep, it says what it said before", title.to_lowercase()));
            }
            Vec::new()
        }
        Ok(Some(change)) => {
            let mut effects = claims::commit(model, Edit::of(id.clone(), change), now);
            if !effects.is_empty() {
                model.popups.pop();
                model.say(format!("{}: kept", title.to_lowercase()));
                if let Some(newer) = newer {
                    effects.extend(super::conflict::overtaken(model, &id, newer, now));
                }
                if purpose == Purpose::Source(None) {
                    let count = sources_of(model, &id).len();
                    reselect(model, count.saturating_sub(1));
                }
            }
            claims::settle(model, effects)
        }
    }
}

fn sources_of(model: &Model, id: &ClaimId) -> Vec<Source> {
    let claim = model.desk().and_then(|desk| desk.session.claims().by_id(id));
    claim.map(|claim| claim.record.sources.clone()).unwrap_or_default()
}

fn reselect(model: &mut Model, to: usize) {
    if let Some(Popup::Sources(_, at)) = model.popups.last_mut() {
        *at = to;
    }
}

fn relist(
    model: &mut Model,
    id: ClaimId,
    before: Vec<Source>,
    after: Vec<Source>,
    said: &str,
    now: &Stamp,
) -> Vec<Effect> {
    let effects = claims::commit(model, Edit::of(id, Change::Sources(Swap::new(before, after))), now);
    if !effects.is_empty() {
        model.say(said);
    }
    effects
}
