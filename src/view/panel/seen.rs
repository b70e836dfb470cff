//! Earlier checks, two rows each: what was found out, and the words that it was found out about.

use ratatui::text::{Line, Span, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::Listed;
use crate::app::memory::Earlier;
use crate::app::panel::seen::EarlierChecks;
use crate::text::quoted;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: EarlierChecks) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let list = desk.seen.about(&claim.id);
    let title = format!("Checked earlier · {} like claim {}", list.len(), claim.number);
    let at = Listed::pairs(aside::pairs(model.desk(), model.size, list.len()), held.at);
    let (mut sheet, area) = easel.framed(at.frame, &title);
    let item = |earlier: &Earlier| {
        let about = format!("{} {}", earlier.title, earlier.number);
        let first = words::spread(theme, area.width, (&earlier.line(), theme.plain()), (&about, theme.quiet()));
        let mut second = Line::from(Span::raw("  "));
        let below = quoted(&earlier.words);
        second.spans.extend(words::fitted(theme, &below, area.width.saturating_sub(2), theme.quiet()).spans);
        ListItem::new(Text::from(vec![choice::padded(first), choice::padded(second)]))
    };
    choice::list(&mut sheet, theme, at, held.at, (list, item));
    Some(sheet)
}
