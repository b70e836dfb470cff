//! The choice of filters, each with its key and how many claims it would list.

use ratatui::text::Span;
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::Action;
use crate::app::frame::Listed;
use crate::app::panel::filter::{self, CHOICES, Choice, Menu};
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, menu: &Menu) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let listed = Listed::menu(model.size, CHOICES.len(), menu.at);
    let (mut sheet, area) = easel.framed(listed.frame, "List", Some(filter::SCOPE));
    let item = |(key, choice): &(char, Choice)| {
        let row = model.keymap.rows(filter::SCOPE).find(|row| row.action == Action::Choose(*key));
        let key = row.map(|row| model.keymap.shown(row)).unwrap_or_default();
        let count = menu.count(*choice, &desk.session).map(|count| count.to_string()).unwrap_or_default();
        let room = area.width.saturating_sub(3);
        let rest = words::spread(theme, room, (choice.words(), theme.plain()), (&count, theme.quiet()));
        let mut line = words::fitted(theme, &key, 2, theme.accent());
        line.spans.push(Span::raw(" ".repeat(3_usize.saturating_sub(line.width()))));
        line.spans.extend(rest.spans);
        ListItem::new(choice::padded(line))
    };
    choice::list(&mut sheet, theme, listed, menu.at, CHOICES.iter().map(item));
    Some(sheet)
}
