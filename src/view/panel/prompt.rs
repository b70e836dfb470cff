//! A line of text on the bottom line; it scrolls sideways once it is longer than that.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::sheet::{Easel, Sheet};
use crate::app::layout::Size;
use crate::app::panel::prompt::Prompt;
use crate::text::gate;
use crate::view::typed;

pub(super) fn draw(easel: Easel<'_>, prompt: &Prompt) -> Sheet {
    let Size { width, height } = easel.model.size;
    let row = Rect::new(0, height.saturating_sub(1), width, 1);
    let mut sheet = easel.blank(row);
    let label = prompt.ask.label();
    let x = 3 + u16::try_from(gate::width(label)).unwrap_or(0);
    let (mut line, column) = typed::line(easel.theme, width.saturating_sub(x + 1), &prompt.editor);
    let lead = [Span::raw(" "), Span::styled(label, easel.theme.accent()), Span::raw("  ")];
    line.spans.splice(0..0, lead);
    sheet.line(row, &line);
    sheet.with_cursor(x + column, row.y)
}
