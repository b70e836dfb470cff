//! A conflict with another copy of the session: ours, theirs, and the keys that settle it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::conflict;
use crate::app::frame::centred;
use crate::app::panel::conflict::{Disagreement, SCOPE};
use crate::text::wrap;
use crate::view::{hints, words};

/// Rows of each value that are shown at most.
const ROWS: usize = 6;

/// Columns of the labels.
const LABEL: u16 = 8;

pub(super) fn draw(easel: Easel<'_>, held: &Disagreement) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.session.claims().by_id(&held.claim)?;
    let conflict = claim.record.conflicts.first()?;
    let wide = model.size.width.saturating_sub(4).min(84);
    let room = wide.saturating_sub(4 + LABEL).max(1);
    let values = [
        ("ours", conflict::told(&conflict.ours(claim, &desk.session.article))),
        ("theirs", conflict::told(&conflict.theirs)),
    ];
    let mut lines = Vec::new();
    for (label, text) in &values {
        for (index, row) in wrap::rows(text, usize::from(room)).iter().take(ROWS).enumerate() {
            let label = if index == 0 { *label } else { "" };
            let mut line = Line::from(Span::styled(format!("{label:<width$}", width = LABEL.into()), theme.accent()));
            line.spans.extend(words::line(theme, row.of(text).trim_end(), theme.plain()).spans);
            lines.push(line);
        }
        lines.push(Line::default());
    }
    let frame = centred(model.size, wide, u16::try_from(lines.len() + 3).unwrap_or(u16::MAX));
    let left = claim.record.conflicts.len();
    let more = if left > 1 { format!(" · {left} on this claim") } else { String::new() };
    let title = format!("{} · {}{more}", easel.titled("Two copies differ", &held.claim), conflict.field);
    let (mut sheet, area) = easel.framed(frame, &title, None);
    // The keys have the last row, however low the screen is.
    let last = Rect { x: area.x.saturating_sub(1), y: area.bottom().saturating_sub(1), height: 1, ..area };
    sheet.lines(Rect { height: area.height.saturating_sub(1), ..area }, lines);
    sheet.line(last, &hints::keys(model, theme, SCOPE, area.width));
    Some(sheet)
}
