//! What contradicts itself, two rows each: what is wrong, and the words that disagree.

use ratatui::text::Text;
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::advice::Advice;
use crate::app::aside;
use crate::app::desk::Desk;
use crate::app::frame::Listed;
use crate::app::panel::advice::{Contradictions, listed};
use crate::lint::Certainty;
use crate::text::wrap;
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
    let at = Listed::pairs(aside::pairs(model.desk(), model.size, list.len()), held.at);
    let (mut sheet, area) = easel.framed(at.frame, &title);
    let item = |advice: &&Advice| ListItem::new(rows(desk, theme, area.width, advice));
    choice::list(&mut sheet, theme, at, held.at, (&list, item));
    Some(sheet)
}

/// What is wrong, and below it the words that disagree, the claim and how sure it is.
fn rows(desk: &Desk, theme: Styles, width: u16, advice: &Advice) -> Text<'static> {
    let away = advice.is_waived(desk.session.waived());
    let (style, sort) = match advice.weight {
        _ if away => (theme.quiet(), "put away"),
        Certainty::Error => (theme.plain(), advice.code),
        Certainty::Doubt => (theme.plain(), "doubt"),
    };
    let says = format!("{} {}", Styles::sign(advice.weight), advice.says);
    let about = advice.claims(&desk.session).map_or_else(|| sort.to_owned(), |claims| format!("{claims} · {sort}"));
    let places: Vec<&str> = advice.spans.iter().map(|span| desk.session.article.words(*span)).collect();
    let places = format!("“{}”", places.join("” … “"));
    // What is wrong goes before the words that disagree: it has as much of the second row as it takes.
    let [first, rest] = match wrap::rows(&says, usize::from(width)).get(1) {
        Some(row) => [says.get(..row.start), says.get(row.start..)].map(Option::unwrap_or_default),
        None => [says.as_str(), ""],
    };
    let (below, beside) = match rest {
        "" => (format!("  {places}"), theme.quiet()),
        rest => (format!("  {rest}  {places}"), style),
    };
    let first = words::fitted(theme, first.trim_end(), width, style);
    let second = words::spread(theme, width, (&below, beside), (&about, theme.quiet()));
    Text::from(vec![choice::padded(first), choice::padded(second)])
}
