//! A conflict with another copy of the session: ours, theirs, and the keys that settle it.

use super::canvas::Canvas;
use super::hints;
use crate::app::Model;
use crate::app::conflict;
use crate::app::frame::{centred, inside};
use crate::app::panel as panels;
use crate::review::ClaimId;
use crate::text::wrap;

/// Rows of each value that are shown at most.
const ROWS: usize = 6;

/// Columns of the labels.
const LABEL: u16 = 8;

/// Draws the first conflict of a claim.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, id: &ClaimId) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let claim = desk.session.claims().by_id(id)?;
    let conflict = claim.record.conflicts.first()?;
    let number = desk.session.claims().index_of(id)? + 1;
    let theme = canvas.theme;
    let wide = model.size.width.saturating_sub(4).min(84);
    let room = usize::from(wide.saturating_sub(4 + LABEL)).max(1);
    let values = [
        ("ours", conflict::told(&conflict.ours(claim, &desk.session.article))),
        ("theirs", conflict::told(&conflict.theirs)),
    ];
    let rows: Vec<Vec<String>> = values
        .iter()
        .map(|(_, text)| {
            wrap::rows(text, room).iter().take(ROWS).map(|row| row.of(text).trim_end().to_owned()).collect()
        })
        .collect();
    let height = rows.iter().map(Vec::len).sum::<usize>() + 5;
    let frame = centred(model.size, wide, u16::try_from(height).unwrap_or(u16::MAX));
    let left = claim.record.conflicts.len();
    let more = if left > 1 { format!(" · {left} on this claim") } else { String::new() };
    canvas.frame(frame, &format!("Two copies differ · claim {number} · {}{more}", conflict.field), "");
    let area = inside(frame);
    let last = (area.y + area.height).saturating_sub(1);
    let mut y = area.y;
    for ((label, _), rows) in values.iter().zip(&rows) {
        canvas.fitted(area.x, y.min(last), LABEL - 1, label, theme.accent());
        for row in rows {
            if y < last {
                canvas.fitted(area.x + LABEL, y, area.width.saturating_sub(LABEL), row, theme.plain());
            }
            y += 1;
        }
        y += 1;
    }
    canvas.line(
        area.x.saturating_sub(1),
        last,
        area.width,
        &hints::keys(model, theme, panels::conflict::SCOPE, area.width),
    );
    None
}
