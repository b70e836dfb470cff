//! The column at the article's edge: the verdicts of all of it, and which part of it is in view.

use super::canvas::Canvas;
use crate::app::desk::Desk;
use crate::app::layout::Layout;
use crate::app::minimap::row_of;
use crate::app::page::PageRow;

pub(super) fn draw(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout, rows: &[PageRow]) {
    let (map, theme) = (layout.map, canvas.theme);
    let states = desk.minimap.rows(&desk.session, usize::from(map.height));
    let of = (desk.session.article.text().len(), states.len());
    let seen = rows.first().zip(rows.last());
    let whole = rows.len() < usize::from(map.height) && seen.is_some_and(|(first, _)| first.span.start == 0);
    let seen = seen
        .filter(|_| !whole)
        .map(|(first, last)| row_of(of, first.span.start)..=row_of(of, last.span.end.saturating_sub(1)));
    for ((y, state), row) in (map.y..).zip(states.iter()).zip(0..) {
        let in_view = seen.as_ref().is_some_and(|seen| seen.contains(&row));
        let rule = if in_view { theme.drawn("┃", "#") } else { theme.drawn("│", ":") };
        let (drawn, style) = match state {
            // Without colours, or without a rule that looks like one, the glyph says it.
            Some(status) if !theme.has_colours() || theme.is_ascii() => (theme.glyph(*status), theme.status(*status)),
            Some(status) => (rule, theme.status(*status)),
            None => (rule, theme.rule()),
        };
        canvas.text(map.x, y, 1, drawn, style);
    }
}
