//! The command palette's keys, and going to a claim by its number.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use crate::app::action::{Action, Effect, Motion};
use crate::app::editor::Typing;
use crate::app::filter::Item;
use crate::app::model::Model;
use crate::app::palette::{Offer, Palette};
use crate::app::popup::Popup;
use crate::review::Stamp;

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// Opens the palette over what the keys mean now.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let scope = model.scope();
    model.popups.push(Popup::Palette(Palette::new(scope)));
    Vec::new()
}

/// What an action does in the open palette.
pub(super) fn palette(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let keymap = model.keymap.clone();
    let Some(Popup::Palette(palette)) = model.popups.last_mut() else { return Vec::new() };
    match action {
        Action::Type(typing) => {
            palette.editor.act(&typing, WIDTH);
            palette.at = 0;
        }
        Action::Paste(text) => palette.editor.act(&Typing::Insert(text), WIDTH),
        Action::Move(Motion::Previous) => palette.at = palette.at.saturating_sub(1),
        Action::Move(_) => palette.at = (palette.at + 1).min(palette.offers(&keymap).len().saturating_sub(1)),
        Action::Cancel => drop(model.popups.pop()),
        Action::Accept => {
            let offer = palette.offers(&keymap).get(palette.at).copied();
            model.popups.pop();
            return match offer {
                Some(Offer::Do(row)) => super::update(model, row.action.clone(), now),
                Some(Offer::Claim(number)) => go_to(model, number),
                None => {
                    model.say("nothing is called so");
                    Vec::new()
                }
            };
        }
        _ => {}
    }
    Vec::new()
}

/// Selects the claim with this number, from 1.
fn go_to(model: &mut Model, number: usize) -> Vec<Effect> {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let id = number.checked_sub(1).and_then(|index| desk.session.claims().get(index)).map(|claim| claim.id.clone());
    let Some(id) = id else {
        let count = desk.session.claims().len();
        model.say(format!("there is no claim {number}; the last one is {count}"));
        return Vec::new();
    };
    super::motion::jump(desk, Item::Claim(id), size);
    super::follow(model);
    Vec::new()
}
