//! Narrowing the list of claims: the choice of filters, and finding a tag, a speaker or a source by a few letters.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use crate::app::action::{Action, Effect, Motion};
use crate::app::desk::Desk;
use crate::app::editor::Typing;
use crate::app::filter::{Filter, Item};
use crate::app::finder::{Find, Finder};
use crate::app::menu::{CHOICES, Choice, Menu};
use crate::app::model::Model;
use crate::app::popup::Popup;
use crate::app::subset::{Census, Trait};
use crate::review::Stamp;

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// Opens the choice of filters at the one in force.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let menu = Menu::new(&desk.session, &desk.filter);
    model.popups.push(Popup::Filter(Box::new(menu)));
    Vec::new()
}

/// What an action does in the open choice of filters.
pub(super) fn menu(model: &mut Model, action: &Action) -> Vec<Effect> {
    let Some(Popup::Filter(menu)) = model.popups.last_mut() else { return Vec::new() };
    let last = CHOICES.len() - 1;
    let chosen = match action {
        Action::Move(Motion::Next) => {
            menu.at = if menu.at == last { 0 } else { menu.at + 1 };
            None
        }
        Action::Move(Motion::Previous) => {
            menu.at = menu.at.checked_sub(1).unwrap_or(last);
            None
        }
        Action::Accept => CHOICES.get(menu.at).map(|(key, _)| *key),
        Action::Choose(letter) => Some(*letter),
        Action::Cancel => {
            model.popups.pop();
            None
        }
        _ => None,
    };
    if let Some(letter) = chosen {
        model.popups.pop();
        choose(model, letter);
    }
    Vec::new()
}

/// Chooses the filter with this key.
pub(super) fn choose(model: &mut Model, letter: char) {
    let Some((_, choice)) = CHOICES.iter().find(|(key, _)| *key == letter) else { return };
    let Some(desk) = model.desk() else { return };
    match choice.filter(&desk.session) {
        Some(filter) => put(model, filter),
        None => ask(model, *choice),
    }
}

/// Asks which tag, or which speaker.
fn ask(model: &mut Model, choice: Choice) {
    let Some(desk) = model.desk() else { return };
    let census = Census::new(&desk.session);
    let finder = if choice == Choice::Tag {
        Finder::traits("List the claims tagged", &census.tags, Trait::Tag)
    } else {
        Finder::traits("List what is said by", &census.speakers, Trait::Speaker)
    };
    if finder.has_rows() {
        model.popups.push(Popup::Finder(Box::new(finder)));
    } else if choice == Choice::Tag {
        model.say("no claim is tagged yet: t tags one");
    } else {
        model.say("no claim has a speaker yet: p names one");
    }
}

/// What an action does in an open finder.
pub(super) fn finder(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let Some(Popup::Finder(finder)) = model.popups.last_mut() else { return Vec::new() };
    match action {
        Action::Type(typing) => {
            finder.editor.act(&typing, WIDTH);
            finder.narrow();
        }
        Action::Paste(text) => {
            finder.editor.act(&Typing::Insert(text), WIDTH);
            finder.narrow();
        }
        Action::Move(Motion::Previous) => finder.at = finder.at.saturating_sub(1),
        Action::Move(_) => {
            let last = finder.count().saturating_sub(1);
            finder.at = (finder.at + 1).min(last);
        }
        Action::Cancel => drop(model.popups.pop()),
        Action::Accept => {
            let Some(find) = finder.current().map(|row| row.find.clone()) else {
                model.say("nothing matches: delete some letters, or esc");
                return Vec::new();
            };
            let claim = finder.claim.clone();
            model.popups.pop();
            match (find, claim) {
                (Find::Narrow(what), _) => narrow(model, what),
                (Find::Source(from, at), Some(to)) => super::form::reuse(model, &to, &from, at, now),
                (Find::Source(..), None) => {}
            }
        }
        _ => {}
    }
    Vec::new()
}

fn narrow(model: &mut Model, what: Trait) {
    if let Some(desk) = model.desk() {
        let filter = Filter::with(what, &desk.session);
        put(model, filter);
    }
}

/// Puts a filter in force; when the selected item is not in it, the next one that is gets selected.
fn put(model: &mut Model, filter: Filter) {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return };
    let listed = desk.claim().map_or_else(|| matches!(filter, Filter::Sentences), |claim| filter.lists(claim));
    if listed {
        desk.filter = filter;
    } else if let Some(item) = near(desk, &filter) {
        desk.filter = filter;
        super::motion::jump(desk, item, size);
    } else {
        model.say(match filter {
            Filter::With(subset) => format!("no claim {}", subset.what.name()),
            filter => format!("no claim is {}", filter.name()),
        });
        return;
    }
    super::follow(model);
}

/// The next item that `filter` lists, else the one before.
fn near(desk: &Desk, filter: &Filter) -> Option<Item> {
    let at = desk.selected.as_ref();
    let session = &desk.session;
    filter.next(session, at).or_else(|| filter.previous(session, at)).or_else(|| filter.next(session, None))
}
