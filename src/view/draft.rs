//! The question whether to go on with text that was typed and not kept.

use super::canvas::Canvas;
use super::hints;
use crate::app::Model;
use crate::app::draft::{self, Fit};
use crate::app::frame::{centred, inside};
use crate::app::panel as panels;
use crate::text::wrap;

/// Rows of the text that are shown at most.
const ROWS: usize = 8;

/// Draws the question about the draft at `at` among those laid by.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, at: usize) {
    let Some((desk, laid)) = model.desk().and_then(|desk| Some((desk, desk.laid_by.get(at)?))) else { return };
    let theme = canvas.theme;
    let wide = model.size.width.saturating_sub(4).min(76);
    let text = draft::words(laid);
    let shown = wrap::rows(&text, usize::from(wide.saturating_sub(4)).max(1));
    let rows = shown.len().min(ROWS);
    let fit = draft::fit(laid, &desk.session);
    let warning = match fit {
        Fit::Changed => "It has been changed since. Both texts will stand in it, nothing is put over the newer one.",
        Fit::Gone => "Its claim is not in the session any more: y copies the text to the clipboard.",
        Fit::AsLeft | Fit::Spent => "",
    };
    let mut warned = wrap::rows(warning, usize::from(wide.saturating_sub(4)).max(1));
    warned.retain(|row| !row.is_empty());
    let height = 2 + rows + warned.len() + usize::from(!warned.is_empty()) + 4;
    let frame = centred(model.size, wide, u16::try_from(height).unwrap_or(u16::MAX));
    canvas.frame(frame, "Typed and not kept", "");
    let area = inside(frame);
    let number = desk.session.claims().index_of(&laid.claim).map(|index| format!(" · claim {}", index + 1));
    let head =
        format!("{}{} · {}", draft::title(laid), number.unwrap_or_default(), laid.at.local(model.settings.ahead));
    canvas.fitted(area.x, area.y, area.width, &head, theme.strong());
    let last = (area.y + area.height).saturating_sub(1);
    let mut y = area.y + 2;
    for row in shown.iter().take(rows) {
        if y < last {
            canvas.fitted(area.x, y, area.width, row.of(&text).trim_end(), theme.plain());
        }
        y += 1;
    }
    if shown.len() > rows {
        canvas.text(
            area.x + area.width.saturating_sub(1),
            y.saturating_sub(1),
            1,
            theme.drawn("…", "~"),
            theme.quiet(),
        );
    }
    y += u16::from(!warned.is_empty());
    for row in &warned {
        if y < last {
            canvas.fitted(area.x, y, area.width, row.of(warning).trim_end(), theme.alarm());
        }
        y += 1;
    }
    canvas.line(
        area.x.saturating_sub(1),
        last,
        area.width,
        &hints::keys(model, theme, panels::laid_by::SCOPE, area.width),
    );
}
