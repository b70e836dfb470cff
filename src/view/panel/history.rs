//! What the reviewer did, the latest first.

use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::Listed;
use crate::app::panel::history::Past;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, past: &Past) -> Sheet {
    let theme = easel.theme;
    let listed = Listed::menu(aside::past(easel.model.desk(), easel.model.size, past.rows.len()), past.at);
    let (mut sheet, area) = easel.framed(listed.frame, "What you did");
    let item = |text: &String| ListItem::new(choice::padded(words::fitted(theme, text, area.width, theme.plain())));
    choice::list(&mut sheet, theme, listed, past.at, (&past.rows, item));
    sheet
}
