//! What lies beside the session: counts, places jumped from, colours, keys without a meaning.

use super::select;
use crate::app::action::{Action, Effect, Motion};
use crate::app::item::Item;
use crate::app::key::Key;
use crate::app::keymap::{Scope, nearest};
use crate::app::model::Model;
use crate::app::panel::{Panel, help, question};
use crate::app::settings::Theme;

/// The largest count: more than any article has claims, and far from what a number holds.
pub(super) const LARGEST: u32 = 999_999;

/// Takes a digit of a count; a nought begins none.
pub(super) fn digit(model: &mut Model, digit: u8) -> Vec<Effect> {
    let count = model.count.unwrap_or(0).saturating_mul(10).saturating_add(digit.into()).min(LARGEST);
    if count > 0 {
        model.count = Some(count);
        model.say(format!("{count} …"));
    }
    Vec::new()
}

/// Takes other colours for this run.
pub(super) fn theme(model: &mut Model, theme: Theme) -> Vec<Effect> {
    model.settings.look.theme = theme;
    model.say(format!(
        "{} colours for this run; theme = \"{}\" in the settings keeps them",
        theme.name(),
        theme.name()
    ));
    vec![Effect::Redraw]
}

/// Says of a key that it means nothing here, and which is nearest; of each once.
pub(super) fn unbound(model: &mut Model, key: Key) -> Vec<Effect> {
    model.status = None;
    if matches!(model.panels.last(), Some(Panel::Question(_))) {
        // The answers stand where this is said.
        let [yes, no] = ["yes", "cancel"].map(|name| model.key(question::SCOPE, name));
        model.say(format!("{key} is no answer: {yes} is yes, {no} is no"));
        return Vec::new();
    }
    if model.told.contains(&key) || model.scope().types() {
        return Vec::new();
    }
    model.told.push(key);
    let (scope, keys) = (model.scope(), model.key(Scope::Desk, help::SCOPE.setting()));
    let said = nearest(&model.keymap, scope, key).map_or_else(
        || format!("{key} means nothing here; {keys} shows the keys"),
        |row| {
            let place = if scope.chain().any(|near| near == row.scope) {
                String::new()
            } else {
                format!(" ({})", row.scope.name().to_lowercase())
            };
            format!("{key} means nothing here; {}{place}: {}", model.keymap.shown(row), row.help)
        },
    );
    model.say(said);
    Vec::new()
}

/// Says that a key which was held down counted once.
pub(super) fn held(model: &mut Model, key: Key) -> Vec<Effect> {
    model.say(format!("{key} was held down: it counted once; look, and press it again"));
    Vec::new()
}

/// What is selected, when `action` may be a jump away from it.
pub(super) fn jump(model: &Model, action: &Action) -> Option<Item> {
    let step = matches!(
        action,
        Action::Move(Motion::Next | Motion::Previous) | Action::Back | Action::Forth | Action::Stride(_)
    );
    if step { None } else { model.desk()?.selected.clone() }
}

/// Remembers the place that was jumped away from, if it was.
pub(super) fn jumped(model: &mut Model, from: Option<Item>) {
    let (Some(from), Some(desk)) = (from, model.desk_mut()) else { return };
    if desk.selected.as_ref() != Some(&from) {
        desk.hand.places.left(from);
    }
}

/// Goes back to where the reviewer was before the last jump, or forth again.
pub(super) fn back(model: &mut Model, back: bool) {
    let Some(desk) = model.desk_mut() else { return };
    let (here, session) = (desk.selected.clone(), desk.session.clone());
    let is_there = |item: &Item| item.span(&session).is_some();
    let places = &mut desk.hand.places;
    match if back { places.back(here, is_there) } else { places.forth(here, is_there) } {
        Some(item) => select::select(model, item),
        None if back => model.say("there is no place to go back to"),
        None => model.say("there is no place to go forth to"),
    }
}
