//! Text under entry: on one line that scrolls sideways, or wrapped over several rows.

use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use crate::app::editor::Editor;
use crate::app::layout::Area;
use crate::app::lines::Near;
use crate::review::Span;
use crate::text::gate;

/// A line of text that scrolls sideways so that its cursor is in view; the cursor's cell.
pub(super) fn line(canvas: &mut Canvas<'_>, area: Area, editor: &Editor) -> (u16, u16) {
    let plain = canvas.theme.plain();
    let room = usize::from(area.width).max(1);
    let before = editor.text().get(..editor.cursor()).unwrap_or_default();
    // Back from the cursor, as far as there is room: what is far away costs nothing.
    let mut from = before.len();
    let mut used = 0;
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        used += gate::width(grapheme);
        if used >= room {
            break;
        }
        from = at;
    }
    canvas.text(area.x, area.y, area.width, editor.text().get(from..).unwrap_or_default(), plain);
    let column = u16::try_from(gate::width(before.get(from..).unwrap_or_default())).unwrap_or(0);
    (area.x + column, area.y)
}

/// The text of an editor with its selection, wrapped; the cell of the cursor.
pub(super) fn wrapped(canvas: &mut Canvas<'_>, editor: &Editor, area: Area) -> (u16, u16) {
    let height = usize::from(area.height);
    let Near { rows, row } = editor.near(usize::from(area.width), height, height);
    let column = rows.get(row).map_or(0, |row| editor.column(*row));
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
