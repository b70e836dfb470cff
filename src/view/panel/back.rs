//! What a file that came back comes to, drawn: how much, then each with what changes.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::sheet::{Easel, Sheet};
use crate::app::panel::back::{AccountLine, CameBack, SCOPE};
use crate::view::{hints, words};

pub(super) fn draw(easel: Easel<'_>, held: &CameBack) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let title = format!("Take in {}?", held.name);
    let (mut sheet, area) = easel.framed(held.frame(model.size), &title, None);
    let rows = held.rows(area.width);
    let shown = Rect { height: area.height.saturating_sub(2), ..area };
    let top = held.top.min(rows.len().saturating_sub(shown.height.into()));
    let lines = rows.iter().skip(top).take(shown.height.into()).map(|(line, text)| {
        let style = match line {
            AccountLine::Counts => theme.strong(),
            AccountLine::Item => theme.quiet(),
            AccountLine::Change => theme.plain(),
            AccountLine::Left => theme.warning(),
        };
        words::line(theme, text, style)
    });
    sheet.lines(shown, lines.collect::<Vec<Line<'_>>>());
    let keys = Rect { x: area.x.saturating_sub(1), y: area.bottom().saturating_sub(1), height: 1, ..area };
    sheet.line(keys, &hints::keys(model, theme, SCOPE, area.width));
    sheet
}
