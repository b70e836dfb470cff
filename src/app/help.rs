//! The help: the keys of the present pane with what they do, and how far it scrolls.

use super::frame::{centred, inside};
use super::keymap::Scope;
use super::layout::{Area, Size};
use super::model::Model;

/// A row of the help: keys and what they do; without keys a heading, or a blank row.
pub type Row = (String, &'static str);

/// Where keys count on the desk, beside what has them now.
const ON_THE_DESK: [Scope; 10] = [
    Scope::Claims,
    Scope::Article,
    Scope::Picking,
    Scope::Desk,
    Scope::Card,
    Scope::Filter,
    Scope::Sources,
    Scope::Form,
    Scope::Note,
    Scope::Entry,
];

/// The rows, drawn from the keys in force: those that count now, the nearest first, then what else there is on the desk.
pub fn rows(model: &Model) -> Vec<Row> {
    let scope = model.helped();
    let others: &[Scope] = if model.desk().is_some() { &ON_THE_DESK } else { &[Scope::Entry] };
    let parts = scope.chain().iter().chain(others.iter().filter(|other| !scope.chain().contains(other)));
    let mut rows: Vec<Row> = Vec::new();
    for part in parts {
        let near = if scope.chain().contains(part) { scope } else { *part };
        let own = model.keymap.rows(near).filter(|row| row.scope == *part);
        let own = own.map(|row| (model.keymap.listed(row, "  "), row.help)).filter(|(keys, _)| !keys.is_empty());
        let own: Vec<Row> = own.collect();
        if !own.is_empty() {
            if !rows.is_empty() {
                rows.push((String::new(), ""));
            }
            rows.push((String::new(), part.name()));
            rows.extend(own);
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
