//! The list of a claim's things of one kind, two rows each.

use ratatui::text::{Line, Span, Text};
use ratatui::widgets::ListItem;
use serde_json::Value;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::Listed;
use crate::app::panel::things::{SCOPE, Things};
use crate::review::field::{Field, Input};
use crate::text::gate;
use crate::view::theme::Styles;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: &Things) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let list = held.list(model.desk()?.session.claims().by_id(&held.claim));
    let listed = Listed::pairs(aside::pairs(model.desk(), model.size, list.len()), held.at);
    let (mut sheet, area) = easel.framed(listed.frame, &easel.titled(&plural(held.field.heading), &held.claim));
    if list.is_empty() {
        let none = format!("none yet: {} adds one", model.keymap.called(SCOPE, "add"));
        sheet.line(area, &words::fitted(theme, &none, area.width, theme.quiet()));
    } else {
        let item = |thing: &_| ListItem::new(rows(theme, area.width, held.field, thing));
        choice::list(&mut sheet, theme, listed, held.at, (&list, item));
    }
    Some(sheet)
}

/// `Sources`, `Queries`, `Rights of reply`.
fn plural(heading: &str) -> String {
    match heading.strip_suffix('y') {
        Some(stem) if stem.ends_with('l') => heading.replacen("Right", "Rights", 1),
        Some(stem) => format!("{stem}ies"),
        None => format!("{heading}s"),
    }
}

/// What a thing is, and below it what else it says.
fn rows(theme: Styles, width: u16, field: &'static Field, thing: &Value) -> Text<'static> {
    let rows = field.rows().iter();
    let chosen =
        rows.clone().filter(|row| matches!(row.input, Input::Choice(..))).map(|row| row.text(thing).to_owned());
    let flags = rows.clone().filter(|row| matches!(row.input, Input::Flag) && !row.text(thing).is_empty());
    let about = chosen.chain(flags.map(|row| row.label.to_owned())).filter(|word| !word.is_empty());
    let about = told_last(&about.collect::<Vec<_>>(), usize::from(width) / 2);
    let named = rows.clone().find(|row| row.needed && !row.text(thing).is_empty());
    let title = named.map_or("", |row| row.text(thing));
    let first = words::spread(theme, width, (title, theme.plain()), (&about, theme.quiet()));
    let rest = rows.filter(|row| row.is_text() && named.is_none_or(|named| named.key != row.key));
    let below = rest.map(|row| row.text(thing)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut second = Line::from(Span::raw("  "));
    second.spans.extend(words::fitted(theme, &below, width.saturating_sub(2), theme.quiet()).spans);
    Text::from(vec![choice::padded(first), choice::padded(second)])
}

/// As many of `words` as `room` columns hold, from the last on: it weighs most. What is left out has its sign.
fn told_last(words: &[String], room: usize) -> String {
    let told = |from: usize| {
        let words = words.iter().skip(from).map(String::as_str).collect::<Vec<_>>().join(" · ");
        if from > 0 { format!("… {words}") } else { words }
    };
    let last = words.len().saturating_sub(1);
    (0..last).map(told).find(|told| gate::width(told) <= room).unwrap_or_else(|| told(last))
}
