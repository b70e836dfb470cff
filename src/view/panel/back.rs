//! What a file that came back comes to, drawn: how much, then each with what changes.

use ratatui::text::Line;

use super::sheet::{Easel, Sheet, foot};
use crate::app::panel::back::{AccountLine, CameBack};
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: &CameBack) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let title = format!("Take in {}?", held.name);
    let frame = held.frame(model.size);
    let (mut sheet, area) = easel.framed(frame, &title);
    let rows = held.rows(area.width);
    let top = held.top.min(rows.len().saturating_sub(area.height.into()));
    let lines = rows.iter().skip(top).take(area.height.into()).map(|(line, text)| {
        let style = match line {
            AccountLine::Counts => theme.strong(),
            AccountLine::Item => theme.quiet(),
            AccountLine::Change => theme.plain(),
            AccountLine::Left => theme.warning(),
        };
        words::line(theme, text, style)
    });
    sheet.lines(area, lines.collect::<Vec<Line<'_>>>());
    sheet.more(theme, foot(frame), rows.len().saturating_sub(top + usize::from(area.height)));
    sheet
}
