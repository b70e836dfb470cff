//! The full card of a claim.

use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet};
use crate::app::card;
use crate::app::panel::card::{Card, SCOPE};
use crate::view::card::line;

pub(super) fn draw(easel: Easel<'_>, held: Card) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let rows = card::full(desk, claim, &model.settings, model.size);
    let title = card::title(claim, &model.settings);
    let (mut sheet, area) = easel.framed(card::frame(model.size, rows.len()), &title, Some(SCOPE));
    let top = held.top.min(card::furthest(model.size, rows.len()));
    let lines = rows.iter().skip(top).take(area.height.into()).map(|row| line(theme, row));
    Paragraph::new(lines.collect::<Vec<Line<'_>>>()).render(area, &mut sheet.buffer);
    Some(sheet)
}
