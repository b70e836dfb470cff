//! The question whether to go on with text that was typed and not kept.

use ratatui::text::Line;

use super::sheet::{Easel, Sheet};
use crate::app::draft::{self, DraftFit};
use crate::app::frame::centred;
use crate::app::panel::laid_by::{LaidBy, SCOPE};
use crate::text::wrap;
use crate::view::words;

/// Rows of the text that are shown at most.
const ROWS: usize = 8;

pub(super) fn draw(easel: Easel<'_>, held: LaidBy) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let laid = desk.laid_by.get(held.at)?;
    let wide = model.size.panel(76);
    let room = wide.saturating_sub(4).max(1);
    let head = laid.at.local(model.settings.ahead);
    let mut lines = vec![words::fitted(theme, &head, room, theme.strong()), Line::default()];
    let text = draft::words(laid);
    let shown = wrap::rows(&text, usize::from(room));
    lines.extend(shown.iter().take(ROWS).map(|row| words::line(theme, row.of(&text).trim_end(), theme.plain())));
    let cut = (shown.len() > ROWS).then(|| lines.len() - 1);
    let copies = model.keymap.called(SCOPE, "yes");
    let warning = match draft::fit(laid, &desk.session) {
        DraftFit::Changed => {
            "It has been changed since. Both texts will stand in it, nothing is put over the newer one.".to_owned()
        }
        DraftFit::Gone => {
            format!("Its claim is not in the session any more: {copies} copies the text to the clipboard.")
        }
        DraftFit::AsLeft | DraftFit::Spent => String::new(),
    };
    if !warning.is_empty() {
        lines.push(Line::default());
        let rows = wrap::rows(&warning, usize::from(room));
        lines.extend(rows.iter().map(|row| words::line(theme, row.of(&warning).trim_end(), theme.warning())));
    }
    let frame = centred(model.size, wide, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let title = easel.titled(&format!("Typed and not kept · {}", draft::title(laid)), &laid.claim);
    let (mut sheet, area) = easel.framed(frame, &title);
    sheet.lines(area, lines);
    if let Some(row) = cut.and_then(|row| area.rows().nth(row)) {
        let more = Line::styled(theme.drawn("…", "~"), theme.quiet());
        sheet.line(row, &more.right_aligned());
    }
    Some(sheet)
}
