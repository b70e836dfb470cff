//! How far an opening is: in a frame of its own, or on the bottom line once there is an article to look at.

use ratatui::layout::Rect;

use super::sheet::{Easel, Sheet};
use crate::app::Saving;
use crate::app::frame::centred;
use crate::app::opening::Opening;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, opening: &Opening) -> Sheet {
    let Easel { model, theme, .. } = easel;
    if model.desk().is_some_and(|desk| desk.saving == Saving::Opening) {
        let row = Rect::new(0, model.size.height.saturating_sub(1), model.size.width, 1);
        let mut sheet = easel.blank(row);
        let line = words::fitted(theme, &opening.line(), row.width.saturating_sub(2), theme.strong());
        sheet.line(Rect { x: 1, width: row.width.saturating_sub(1), ..row }, &line);
        return sheet;
    }
    let (mut sheet, area) = easel.framed(centred(model.size, 64, 3), "Opening");
    sheet.line(area, &words::fitted(theme, &opening.line(), area.width, theme.plain()));
    sheet
}
