//! What contradicts itself, two rows each: what is wrong, and the words that disagree.

use ratatui::text::{Line, Span, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::advice::Advice;
use crate::app::desk::Desk;
use crate::app::frame::Listed;
use crate::app::panel::advice::{Contradictions, SCOPE, listed};
use crate::lint::Certainty;
use crate::view::theme::Styles;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: Contradictions) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let list = listed(desk);
    let away = list.iter().filter(|advice| advice.is_waived(desk.session.waived())).count();
    let title = match (list.len() - away, away) {
        (open, 0) => format!("Contradictions · {open}"),
        (open, away) => format!("Contradictions · {open} · {away} put away"),
    };
    let at = Listed::sources(model.size, list.len(), held.at);
    let (mut sheet, area) = easel.framed(at.frame, &title, Some(SCOPE));
    let item = |advice: &&Advice| ListItem::new(rows(desk, theme, area.width, advice));
    choice::list(&mut sheet, theme, at, held.at, (&list, item));
    Some(sheet)
}

/// What is wrong and how sure that is, and below it the words that disagree.
fn rows(desk: &Desk, theme: Styles, width: u16, advice: &Advice) -> Text<'static> {
    let away = advice.is_waived(desk.session.waived());
    let (style, sort) = match advice.weight {
        _ if away => (theme.quiet(), "put away"),
        Certainty::Error => (theme.plain(), advice.code),
        Certainty::Doubt => (theme.plain(), "doubt"),
    };
    let says = format!("{} {}", Styles::sign(advice.weight), advice.says);
    let about = advice.claims(&desk.session).map_or_else(|| sort.to_owned(), |claims| format!("{claims} · {sort}"));
    let first = words::spread(theme, width, (&says, style), (&about, theme.quiet()));
    let places: Vec<&str> = advice.spans.iter().map(|span| desk.session.article.words(*span)).collect();
    let mut second = Line::from(Span::raw("  "));
    let below = format!("“{}”", places.join("” … “"));
    second.spans.extend(words::fitted(theme, &below, width.saturating_sub(2), theme.quiet()).spans);
    Text::from(vec![choice::padded(first), choice::padded(second)])
}
