//! Earlier checks: what was found out, and the words that it was found out about.

use ratatui::text::{Line, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::memory::Earlier;
use crate::app::panel::seen::{EarlierChecks, ROWS, is_one_row, shown, stand};
use crate::view::theme::Styles;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: EarlierChecks) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let list = desk.seen.about(&claim.id);
    let title = format!("Checked earlier · {} like claim {}", list.len(), claim.number);
    let at = stand(model.desk(), model.size, list, held.at);
    let (mut sheet, area) = easel.framed(at.frame, &title);
    let item = |earlier: &Earlier| ListItem::new(rows(theme, (area.width, at.each), earlier));
    choice::list(&mut sheet, theme, at, held.at, (list, item));
    Some(sheet)
}

/// What was found out and where, and the words; on a narrow screen the session has the last row.
fn rows(theme: Styles, (width, each): (u16, u16), earlier: &Earlier) -> Text<'static> {
    let (line, place, room) = (earlier.line(), earlier.place(), width.saturating_sub(2));
    let one = is_one_row(earlier, width) || each < 3;
    let first = if one {
        words::spread(theme, width, (&line, theme.plain()), (&place, theme.quiet()))
    } else {
        words::fitted(theme, &line, width, theme.plain())
    };
    let (said, most) = (shown(earlier, width), usize::from(each.saturating_sub(if one { 1 } else { 2 })).min(ROWS));
    let below = said.iter().take(most).enumerate().map(|(at, row)| {
        let cut = (said.len() > most && at + 1 == most).then(|| words::cut(row, room.into()));
        words::line(theme, &format!("  {}", cut.as_deref().unwrap_or(row)), theme.quiet())
    });
    let last = (!one).then(|| words::fitted(theme, &format!("  {place}"), width, theme.quiet()));
    let mut lines: Vec<_> = [first].into_iter().chain(below).chain(last).map(choice::padded).collect();
    lines.resize(each.into(), Line::default());
    Text::from(lines)
}
