//! The choice of filters, each with its key and how many claims it would list; those in force are ticked.

use ratatui::text::Span;
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::frame::Listed;
use crate::app::panel::filter::{self, CHOICES, Choice, Menu};
use crate::app::{Action, aside};
use crate::review::Stamp;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, menu: &Menu) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let listed = Listed::menu(aside::menu(Some(desk), model.size, CHOICES.len()), menu.at);
    let (mut sheet, area) = easel.framed(listed.frame, "Filter");
    let now = Stamp::default();
    let around = model.around(&now);
    let item = |(choice, count): &(&Choice, Option<usize>)| {
        let row = model.keymap.rows(filter::SCOPE).find(|row| row.action == Action::Choose(choice.name));
        let key = row.map(|row| model.keymap.shown(row)).unwrap_or_default();
        let ink = if *count == Some(0) { theme.quiet() } else { theme.plain() };
        let count = count.map(|count| count.to_string()).unwrap_or_default();
        let room = area.width.saturating_sub(5);
        let rest = words::spread(theme, room, (choice.words, ink), (&count, theme.quiet()));
        let mut line = words::fitted(theme, key, 2, theme.accent());
        line.spans.push(Span::raw(" ".repeat(3_usize.saturating_sub(line.width()))));
        let ticked = choice.is_in(&around, desk, &desk.filter);
        let tick = if ticked { theme.drawn("● ", "* ") } else { "  " };
        line.spans.push(Span::styled(tick, theme.accent()));
        line.spans.extend(rest.spans);
        ListItem::new(choice::padded(line))
    };
    let rows: Vec<(&Choice, Option<usize>)> = CHOICES.iter().zip(menu.counts.iter().copied()).collect();
    choice::list(&mut sheet, theme, listed, menu.at, (&rows, item));
    Some(sheet)
}
