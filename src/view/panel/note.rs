//! The note of a claim, while it is written.

use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::inside;
use crate::app::panel::note::Note;
use crate::view::typed;

pub(super) fn draw(easel: Easel<'_>, note: &Note) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let frame = aside::note(model.desk(), model.size);
    let area = inside(frame);
    let title = easel.titled("Note", &note.claim);
    let (mut sheet, _) = easel.framed(frame, &title);
    // What it is a note of stands at its foot, where there is room for both.
    let foot = Rect { y: area.y + area.height.saturating_sub(1), height: 1, ..area };
    let area = if area.height > 3 { Rect { height: area.height - 2, ..area } } else { area };
    if foot.y > area.y + area.height {
        sheet.line(foot, &easel.claimed(&note.claim, foot.width));
    }
    let (lines, (x, y)) = typed::wrapped(theme, &note.editor, area.width, area.height);
    Paragraph::new(lines).render(area, &mut sheet.buffer);
    sheet.with_cursor(area.x + x, area.y + y)
}
