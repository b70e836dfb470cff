//! The full card of a claim: in the place of the list, or over everything on a narrow screen.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet, foot};
use crate::app::card;
use crate::app::panel::card::Card;
use crate::view::card::line;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: Card) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let stand = card::stand(desk, claim, &model.settings, model.size, held.reasons);
    let title = card::title(claim, &model.settings, usize::from(stand.frame.width.saturating_sub(4)));
    let mut sheet = if stand.beside {
        let mut sheet = easel.blank(stand.frame);
        let row = Rect { height: 1, ..stand.frame };
        let rule = theme.drawn("─", "-").repeat(usize::from(row.width));
        sheet.line(row, &words::line(theme, &rule, theme.rule()));
        let named = words::fitted(theme, &format!(" {title} "), row.width.saturating_sub(2), theme.accent());
        sheet.line(Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row }, &named);
        sheet
    } else {
        easel.framed(stand.frame, &title).0
    };
    let top = held.top.min(stand.furthest());
    let lines = stand.rows.iter().skip(top).take(stand.area.height.into()).map(|row| line(theme, row));
    Paragraph::new(lines.collect::<Vec<Line<'_>>>()).render(stand.area, &mut sheet.buffer);
    let below = stand.rows.len().saturating_sub(top + usize::from(stand.area.height));
    sheet.more(theme, foot(stand.frame), below);
    Some(sheet)
}
