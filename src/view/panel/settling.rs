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
    let mut lines = Vec::new();
    for (at, (_, means)) in KINDS.iter().enumerate() {
        let chosen = at == held.kind;
        let tick = if chosen { theme.drawn("● ", "* ") } else { "  " };
        let ink = if chosen { theme.strong() } else { theme.quiet() };
        let kind = Span::styled(format!("{tick}{means}"), ink);
        lines.push(Line::from(vec![label(if at == 0 { "kind" } else { "" }), kind]));
    }
    lines.push(Line::default());
    let (reason, column) = typed::line(theme, area.width.saturating_sub(LABEL), &held.why);
    let mut line = Line::from(label("why"));
    line.spans.extend(reason.spans);
    lines.push(line);
    let glyph = words::line(theme, theme.glyph(status), theme.status(status));
    let y = area.y + rows + 1;
    sheet.lines(area, lines);
    sheet.line(Rect { x: area.right().saturating_sub(1), width: 1, height: 1, ..area }, &glyph);
    sheet.with_cursor(area.x + LABEL + column, y)
}
