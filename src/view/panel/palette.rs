//! The command palette: what was typed, and below it what matches, with its keys.

use super::choice::Finding;
use super::sheet::{Easel, Sheet};
use crate::app::keymap::{Binding, Scope};
use crate::app::panel::palette::{Offer, Palette};
use crate::app::{Action, Model};

pub(super) fn draw(easel: Easel<'_>, palette: &Palette) -> Sheet {
    let model = easel.model;
    let session = model.desk().map(|desk| &desk.session);
    let rows = palette.offers(&model.keymap, session).into_iter().map(|offer| match offer {
        Offer::Do(row) => (row.help.to_owned(), way(model, palette.scope, row)),
        Offer::Claim(number) => (format!("Goes to claim {number}."), String::new()),
        Offer::Paragraph(number) => (format!("Goes to paragraph {number}."), String::new()),
        Offer::Theme(theme) => (format!("Takes the {} colours for this run.", theme.name()), String::new()),
        Offer::Say(says) => (says.into_owned(), String::new()),
    });
    let frame = palette.frame(model.desk(), model.size);
    let finding = Finding { title: "Commands", lead: ":", at: palette.at, frame, about: None };
    finding.draw(easel, &palette.editor, &rows.collect::<Vec<_>>())
}

/// The keys that lead to an action from `scope`: its own, after the one that opens where it counts.
fn way(model: &Model, scope: Scope, row: &'static Binding) -> String {
    // What counts here already needs no door.
    let away = !scope.chain().any(|near| near == row.scope);
    let opens = if row.scope == Scope::Article { Action::OtherPane } else { Action::Panel(row.scope) };
    let door = away.then(|| model.keymap.rows(scope).find(|door| door.action == opens)).flatten();
    let keys = door.into_iter().chain([row]).map(|row| model.keymap.shown(row));
    keys.collect::<Vec<_>>().join(" ")
}
