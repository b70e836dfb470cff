//! Pop-ups: what keys do while one is open.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use super::claims;
use crate::app::action::{Action, Effect, Motion, Saving};
use crate::app::desk::Desk;
use crate::app::editor::{Editor, Typing};
use crate::app::help;
use crate::app::layout;
use crate::app::model::{Mode, Model};
use crate::app::popup::{Ask, Popup, Question};
use crate::review::{Change, ClaimId, Edit, Stamp, Swap};

/// What an action does while a pop-up has the keys.
pub(super) fn popup(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    match model.popups.last_mut() {
        Some(Popup::Help(scroll)) => {
            match action {
                Action::Move(motion) => {
                    scrolled(scroll, motion, usize::from(model.size.height));
                    let furthest = help::furthest(model.size, help::rows(model).len());
                    if let Some(Popup::Help(scroll)) = model.popups.last_mut() {
                        *scroll = furthest.min(*scroll);
                    }
                }
                Action::Cancel | Action::Open => drop(model.popups.pop()),
                _ => {}
            }
            Vec::new()
        }
        Some(Popup::Card(scroll)) => match action {
            Action::Move(motion @ (Motion::PageDown | Motion::PageUp | Motion::HalfDown | Motion::HalfUp)) => {
                scrolled(scroll, motion, usize::from(model.size.height));
                Vec::new()
            }
            Action::Cancel | Action::Open => {
                model.popups.pop();
                Vec::new()
            }
            action => {
                *scroll = 0;
                super::desk(model, action, now)
            }
        },
        Some(Popup::Filter(_)) => super::narrow::menu(model, &action),
        Some(Popup::Finder(_)) => super::narrow::finder(model, action, now),
        Some(Popup::Note(..)) => note(model, action, now),
        Some(Popup::Form(_)) => super::form::form(model, action, now),
        Some(Popup::Sources(..)) => super::form::sources(model, &action, now),
        Some(Popup::Export(_)) => super::export::export(model, &action),
        Some(Popup::Palette(_)) => super::palette::palette(model, action, now),
        Some(Popup::Prompt(..)) => prompt(model, action),
        Some(Popup::Conflict(_)) => super::conflict::answer(model, &action, now),
        Some(Popup::Question(_)) => question(model, &action, now),
        Some(Popup::Opening(_)) => opening(model, &action),
        None => Vec::new(),
    }
}

/// Opens a line of text for `ask`, holding `text`.
pub(super) fn ask(model: &mut Model, ask: Ask, text: &str) -> Vec<Effect> {
    model.popups.push(Popup::Prompt(ask, Editor::new(text, true)));
    Vec::new()
}

/// Opens the note of the selected claim.
pub(super) fn open_note(model: &mut Model) -> Vec<Effect> {
    let Some(claim) = model.desk().and_then(Desk::claim) else {
        model.say("no claim is selected; a in the article makes one");
        return Vec::new();
    };
    if model.desk().is_some_and(Desk::is_read_only) {
        model.alarm("read-only: notes can't be changed here; L tries for writing");
        return Vec::new();
    }
    let popup = Popup::Note(claim.id.clone(), Editor::new(&claim.record.note, false));
    model.popups.push(popup);
    Vec::new()
}

/// Scrolls a text in a pop-up; the view stops at its end.
fn scrolled(scroll: &mut usize, motion: Motion, height: usize) {
    let page = height.saturating_sub(6).max(1);
    *scroll = match motion {
        Motion::Next => *scroll + 1,
        Motion::Previous => scroll.saturating_sub(1),
        Motion::HalfDown => *scroll + page.div_ceil(2),
        Motion::HalfUp => scroll.saturating_sub(page.div_ceil(2)),
        Motion::PageDown => *scroll + page,
        Motion::PageUp => scroll.saturating_sub(page),
        Motion::First => 0,
        Motion::Last => usize::MAX / 2,
    };
}

fn note(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let width = usize::from(layout::note(model.size).width);
    let Some(Popup::Note(id, editor)) = model.popups.last_mut() else { return Vec::new() };
    match action {
        Action::Type(typing) => editor.act(&typing, width),
        Action::Paste(text) => editor.act(&Typing::Insert(text), width),
        Action::Accept => {
            let (id, text, opened) = (id.clone(), editor.text().trim_end().to_owned(), editor.opened().to_owned());
            model.popups.pop();
            return keep_note(model, &id, text, &opened, now);
        }
        Action::Cancel => {
            let (id, text) = (id.clone(), editor.text().to_owned());
            if note_of(model, &id) == text.trim_end() {
                model.popups.pop();
            } else {
                model.popups.push(Popup::Question(Question::Drop));
            }
        }
        _ => {}
    }
    Vec::new()
}

fn keep_note(model: &mut Model, id: &ClaimId, after: String, opened: &str, now: &Stamp) -> Vec<Effect> {
    let before = note_of(model, id);
    if before == after || after == opened {
        return Vec::new();
    }
    let newer = (before != opened && !before.is_empty()).then(|| before.clone());
    let mut effects = claims::commit(model, Edit::of(id.clone(), Change::Note(Swap::new(before, after))), now);
    if effects.is_empty() {
        return effects;
    }
    model.say("note kept");
    if let Some(newer) = newer {
        effects.extend(super::conflict::overtaken(model, id, ("note", newer.into()), now));
    }
    claims::settle(model, effects)
}

fn note_of(model: &Model, id: &ClaimId) -> String {
    let claim = model.desk().and_then(|desk| desk.session.claims().by_id(id));
    claim.map(|claim| claim.record.note.clone()).unwrap_or_default()
}

fn prompt(model: &mut Model, action: Action) -> Vec<Effect> {
    let width = usize::from(model.size.width);
    let Some(Popup::Prompt(ask, editor)) = model.popups.last_mut() else { return Vec::new() };
    let live = *ask == Ask::Sessions;
    match action {
        Action::Type(typing) => editor.act(&typing, width),
        Action::Paste(text) => editor.act(&Typing::Insert(text), width),
        Action::Accept => {
            let (ask, text) = (ask.clone(), editor.text().trim().to_owned());
            model.popups.pop();
            return answered(model, ask, text);
        }
        Action::Cancel => {
            model.popups.pop();
            if live && let Mode::Home(home) = &mut model.mode {
                home.query.clear();
            }
            return Vec::new();
        }
        _ => {}
    }
    // The list of sessions narrows while one types.
    if live
        && let Some(Popup::Prompt(_, editor)) = model.popups.last()
        && let Mode::Home(home) = &mut model.mode
    {
        editor.text().clone_into(&mut home.query);
        (home.selected, home.top) = (0, 0);
    }
    Vec::new()
}

fn answered(model: &mut Model, ask: Ask, text: String) -> Vec<Effect> {
    match ask {
        Ask::Search => {
            let effects = super::find::begin(model, &text);
            super::follow(model);
            effects
        }
        Ask::File if !text.is_empty() => vec![Effect::OpenFile(text.into())],
        Ask::Sessions | Ask::File => Vec::new(),
        Ask::Name(_) if text.is_empty() => Vec::new(),
        Ask::Name(path) => vec![Effect::Rename(path, text)],
        ask @ (Ask::Target | Ask::Address | Ask::Publisher) => super::export::answered(model, &ask, text),
    }
}

/// Whatever is opened can be let go; what was seen of it goes as well.
fn opening(model: &mut Model, action: &Action) -> Vec<Effect> {
    if *action != Action::Cancel {
        return Vec::new();
    }
    model.popups.pop();
    model.say("the opening was stopped");
    vec![Effect::Abandon, Effect::List]
}

fn question(model: &mut Model, action: &Action, now: &Stamp) -> Vec<Effect> {
    let Some(Popup::Question(question)) = model.popups.last().cloned() else { return Vec::new() };
    if let Question::Draft(at) = question {
        return super::draft::answer(model, at, action, now);
    }
    match action {
        Action::Yes => {
            model.popups.pop();
            match question {
                Question::Delete(path, _) => vec![Effect::Trash(path)],
                Question::Replace(writing) => super::export::write(model, *writing),
                Question::Link(link) => vec![Effect::OpenLink(link)],
                Question::Drop => {
                    model.popups.pop();
                    Vec::new()
                }
                Question::Draft(_) => Vec::new(),
                Question::Unsaved(true) => vec![Effect::Exit],
                Question::Unsaved(false) => {
                    if let Some(desk) = model.desk_mut() {
                        desk.saving = Saving::Saved;
                    }
                    vec![Effect::Close, Effect::List]
                }
            }
        }
        Action::Cancel => {
            model.popups.pop();
            Vec::new()
        }
        _ => Vec::new(),
    }
}
