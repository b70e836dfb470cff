//! Text under entry: on one line that scrolls sideways, or wrapped over several rows.

use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use super::theme::Styles;
use super::words;
use crate::app::editor::Editor;
use crate::app::lines::Near;
use crate::review::Span;
use crate::text::gate;

/// A line of text in `columns`, scrolled sideways so that its cursor is in view, and the column of the cursor.
pub(super) fn line(theme: Styles, columns: u16, editor: &Editor) -> (Line<'static>, u16) {
    let room = usize::from(columns).max(1);
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
    let shown = wrap_head(editor.text().get(from..).unwrap_or_default(), room);
    let column = u16::try_from(gate::width(before.get(from..).unwrap_or_default())).unwrap_or(0);
    (row_of(theme, editor, Span::new(from, from + shown.len())), column)
}

/// A beginning of `text` that is sure to fill `room` columns: what lies beyond costs nothing.
fn wrap_head(text: &str, room: usize) -> &str {
    let end = text.grapheme_indices(true).nth(room + 1).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// The text of an editor with its selection, wrapped into `columns` and `height` rows, and the place of the cursor in them.
pub(super) fn wrapped(theme: Styles, editor: &Editor, columns: u16, height: u16) -> (Vec<Line<'static>>, (u16, u16)) {
    let rows_in_view = usize::from(height);
    let Near { rows, row } = editor.near(usize::from(columns), rows_in_view, rows_in_view);
    let column = rows.get(row).map_or(0, |row| editor.column(*row));
    // The cursor's row is the last one in view once the text is longer than the area.
    let first = (row + 1).saturating_sub(rows_in_view);
    let lines = rows.iter().skip(first).take(rows_in_view).map(|span| row_of(theme, editor, *span)).collect();
    let x = u16::try_from(column).unwrap_or(u16::MAX).min(columns.saturating_sub(1));
    (lines, (x, u16::try_from(row - first).unwrap_or(0)))
}

/// One row, what is selected in it highlighted; a selected line break shows as a blank.
fn row_of(theme: Styles, editor: &Editor, row: Span) -> Line<'static> {
    let (text, plain) = (editor.text(), theme.plain());
    let marked = editor.selection().map(|marked| Span::new(marked.start.max(row.start), marked.end.min(row.end)));
    let Some(marked) = marked.filter(|part| part.start < part.end) else {
        return words::line(theme, row.of(text), plain);
    };
    let mut line = words::line(theme, Span::new(row.start, marked.start).of(text), plain);
    let selected = marked.of(text);
    let selected = if gate::width(selected.trim_end_matches('\n')) == 0 { " " } else { selected };
    line.spans.extend(words::spans(theme, selected, plain.patch(theme.selected())));
    line.spans.extend(words::spans(theme, Span::new(marked.end, row.end).of(text), plain));
    line
}
