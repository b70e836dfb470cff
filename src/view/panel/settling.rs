//! Settling what readers differ about: the verdict, the kind of difference, and a line for the reason.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::frame::centred;
use crate::app::panel::settling::{KINDS, Settling};
use crate::review::Status;
use crate::view::{typed, words};

/// Columns of the labels.
const LABEL: u16 = 8;

pub(super) fn draw(easel: Easel<'_>, held: &Settling) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let wide = model.size.panel(84);
    let status = Status::from(&held.verdict);
    let title = format!("{} as {}", easel.titled("Settle", &held.claim), held.verdict);
    let rows = u16::try_from(KINDS.len()).unwrap_or_default();
    let (mut sheet, area) = easel.framed(centred(model.size, wide, rows + 5), &title);
    let label = |text: &str| Span::styled(format!("{text:<width$}", width = LABEL.into()), theme.accent());
    // On a low screen the kinds round the chosen one are shown: what is typed stays in view.
    let fit = usize::from(area.height.saturating_sub(1)).max(1);
    let shown = KINDS.len().min(if fit > KINDS.len() { fit - 1 } else { fit });
    let first = (held.kind + 1).saturating_sub(shown);
    let mut lines = Vec::new();
    for (at, (_, means)) in KINDS.iter().enumerate().skip(first).take(shown) {
        let chosen = at == held.kind;
        let tick = if chosen { theme.drawn("● ", "* ") } else { "  " };
        let ink = if chosen { theme.strong() } else { theme.quiet() };
        // The verdict's glyph ends the first row.
        let room = area.width.saturating_sub(LABEL + if at == first { 2 } else { 0 });
        let mut line = Line::from(label(if at == first { "kind" } else { "" }));
        line.spans.extend(words::fitted(theme, &format!("{tick}{means}"), room, ink).spans);
        lines.push(line);
    }
    if fit > KINDS.len() {
        lines.push(Line::default());
    }
    let (reason, column) = typed::line(theme, area.width.saturating_sub(LABEL), &held.why);
    let mut line = Line::from(label("why"));
    line.spans.extend(reason.spans);
    lines.push(line);
    let glyph = words::line(theme, theme.glyph(status), theme.status(status));
    let y = area.y + u16::try_from(lines.len()).unwrap_or(1).saturating_sub(1);
    sheet.lines(area, lines);
    sheet.line(Rect { x: area.right().saturating_sub(1), width: 1, height: 1, ..area }, &glyph);
    sheet.with_cursor(area.x + LABEL + column, y)
}
