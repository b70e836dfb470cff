//! The note of a claim, while it is written.

use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::inside;
use crate::app::panel::note::{self, Note};
use crate::view::typed;

pub(super) fn draw(easel: Easel<'_>, note: &Note) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let frame = aside::note(model.desk(), model.size);
    let area = inside(frame);
    let title = easel.titled("Note", &note.claim);
    let (mut sheet, _) = easel.framed(frame, &title, Some(note::SCOPE));
    let (lines, (x, y)) = typed::wrapped(theme, &note.editor, area.width, area.height);
    Paragraph::new(lines).render(area, &mut sheet.buffer);
    sheet.with_cursor(area.x + x, area.y + y)
}
