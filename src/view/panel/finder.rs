//! A finder: what was typed, and below it what matches.

use super::choice::Finding;
use super::sheet::{Easel, Sheet};
use crate::app::panel::finder::Finder;

pub(super) fn draw(easel: Easel<'_>, finder: &Finder) -> Sheet {
    let rows: Vec<_> = finder.shown().map(|row| (row.text.clone(), row.about.clone())).collect();
    let frame = finder.frame(easel.model.desk(), easel.model.size);
    let finding = Finding { title: &finder.title, lead: "/", at: finder.at, frame, about: finder.claim.as_ref() };
    finding.draw(easel, &finder.editor, &rows)
}
