//! Text under entry: on one line that scrolls sideways, or wrapped over several rows.

use super::canvas::Canvas;
use crate::app::editor::Editor;
use crate::app::gate;
use crate::app::layout::Area;
use crate::review::Span;

/// A line of text that scrolls sideways so that its cursor is in view; the cursor's cell.
pub(super) fn line(canvas: &mut Canvas<'_>, area: Area, editor: &Editor) -> (u16, u16) {
    let plain = canvas.theme.plain();
    let room = usize::from(area.width).max(1);
    let before = editor.text().get(..editor.cursor()).unwrap_or_default();
    let mut from = 0;
    while gate::width(before.get(from..).unwrap_or_default()) >= room {
        from += before.get(from..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    canvas.text(area.x, area.y, area.width, editor.text().get(from..).unwrap_or_default(), plain);
    let column = u16::try_from(gate::width(before.get(from..).unwrap_or_default())).unwrap_or(0);
    (area.x + column, area.y)
}

/// The text of an editor with its selection, wrapped; the cell of the cursor.
pub(super) fn wrapped(canvas: &mut Canvas<'_>, editor: &Editor, area: Area) -> (u16, u16) {
    let rows = editor.rows(usize::from(area.width));
    let (row, column) = editor.place(&rows);
    let height = usize::from(area.height);
    // The cursor's row is the last one in view once the text is longer than the area.
    let first = (row + 1).saturating_sub(height);
    let theme = canvas.theme;
    for (y, span) in (area.y..area.y + area.height).zip(rows.iter().skip(first)) {
        canvas.text(area.x, y, area.width, span.of(editor.text()), theme.plain());
        if let Some(marked) = editor.selection() {
            let part = Span::new(marked.start.max(span.start), marked.end.min(span.end));
            if !part.is_empty() {
                let before = cells(editor.text(), Span::new(span.start, part.start));
                let wide = cells(editor.text(), part).max(1);
                canvas.style(Area::new(area.x + before, y, wide, 1), theme.selected());
            }
        }
    }
    let x = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    (area.x + x, area.y + u16::try_from(row - first).unwrap_or(0))
}

fn cells(text: &str, span: Span) -> u16 {
    u16::try_from(gate::width(span.of(text).trim_end_matches('\n'))).unwrap_or(u16::MAX)
}
