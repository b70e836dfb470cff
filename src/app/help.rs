//! The help: the keys of the present pane with what they do, and how far it scrolls.

use super::desk::Pane;
use super::frame::{centred, inside};
use super::keymap::{Binding, Scope};
use super::layout::{Area, Size};
use super::model::{Mode, Model};

/// A row of the help: keys and what they do; without keys a heading, or a blank row.
pub type Row = (String, &'static str);

/// The rows, drawn from the keys in force.
pub fn rows(model: &Model) -> Vec<Row> {
    let scope = match &model.mode {
        Mode::Home(_) => Scope::Home,
        Mode::Desk(desk) if desk.pane == Pane::Article => Scope::Article,
        Mode::Desk(_) => Scope::Claims,
    };
    let mut rows: Vec<Row> = Vec::new();
    let listed = |binding: &'static Binding| (model.keymap.listed(binding, "  "), binding.help);
    for part in scope.chain().iter().copied().chain([Scope::Note, Scope::Entry]) {
        let own = model.keymap.rows(scope).chain(model.keymap.rows(Scope::Note)).filter(|row| row.scope == part);
        let mut own: Vec<Row> = own.map(listed).filter(|(keys, _)| !keys.is_empty()).collect();
        own.dedup();
        if !own.is_empty() {
            if !rows.is_empty() {
                rows.push((String::new(), ""));
            }
            rows.push((String::new(), part.name()));
            rows.append(&mut own);
        }
    }
    rows
}

/// The frame round so many rows.
pub fn frame(size: Size, rows: usize) -> Area {
    centred(size, 92, u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2))
}

/// The furthest it scrolls: the last row stands at the bottom then.
pub fn furthest(size: Size, rows: usize) -> usize {
    rows.saturating_sub(usize::from(inside(frame(size, rows)).height))
}
