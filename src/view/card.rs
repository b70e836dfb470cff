//! The rows of a card in their colours.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::theme::Styles;
use super::words;
use crate::app::card::{CardRow, Ink, LABEL};
use crate::review::Status;

/// Draws card rows into `area`, as many as there is room for.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, rows: &[CardRow]) {
    for (at, row) in area.rows().zip(rows) {
        if row.marks.is_empty() {
            let (x, room) = (at.x + row.indent, at.width.saturating_sub(row.indent));
            canvas.text(at.x, at.y, LABEL, row.label, canvas.theme.quiet());
            canvas.text(x, at.y, room, &row.text, style(canvas.theme, row.ink));
        } else {
            canvas.line(at.x, at.y, at.width, &line(canvas.theme, row));
        }
    }
}

/// A row as a line.
pub(super) fn line(theme: Styles, row: &CardRow) -> Line<'static> {
    let mut line = words::line(theme, row.label, theme.quiet());
    let gap = usize::from(row.indent.min(LABEL)).saturating_sub(line.width());
    line.spans.push(Span::raw(" ".repeat(gap)));
    let marks: Vec<_> = row.marks.iter().map(|(span, ink)| (*span, style(theme, *ink))).collect();
    line.spans.extend(words::marked(theme, &row.text, style(theme, row.ink), &marks));
    line
}

/// How an ink looks.
pub(super) const fn style(theme: Styles, ink: Ink) -> Style {
    match ink {
        Ink::Plain => theme.plain(),
        Ink::Quiet => theme.quiet(),
        Ink::Alarm => theme.warning(),
        Ink::Found => theme.found(),
        Ink::Gone => theme.status(Status::Disputed).add_modifier(Modifier::CROSSED_OUT),
        Ink::Put => theme.status(Status::Verified).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    }
}
