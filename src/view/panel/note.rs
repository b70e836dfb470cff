//! The note of a claim, while it is written.

use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Widget as _};

use super::aside::clear;
use super::sheet::{Easel, Sheet};
use crate::app::frame::inside;
use crate::app::layout;
use crate::app::panel::note::{self, Note};
use crate::view::typed;

pub(super) fn draw(easel: Easel<'_>, note: &Note) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let area = layout::note(model.size);
    let frame = Rect::new(area.x.saturating_sub(2), area.y.saturating_sub(1), area.width + 4, area.height + 2);
    let frame = clear(model, frame);
    let area = inside(frame);
    let title = easel.titled("Note", &note.claim);
    let (mut sheet, _) = easel.framed(frame, &title, Some(note::SCOPE));
    let (lines, (x, y)) = typed::wrapped(theme, &note.editor, area.width, area.height);
    Paragraph::new(lines).render(area, &mut sheet.buffer);
    sheet.with_cursor(area.x + x, area.y + y)
}
