//! What contradicts itself: what is wrong, and below it the words that disagree.

use ratatui::text::{Line, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::advice::Advice;
use crate::app::desk::Desk;
use crate::app::panel::advice::{Contradictions, SIGN, listed, said, stand};
use crate::lint::Certainty;
use crate::text::Span;
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
    let at = stand(desk, model.size, &list, held.at);
    let (mut sheet, area) = easel.framed(at.frame, &title);
    let item = |advice: &&Advice| ListItem::new(rows(desk, theme, (area.width, at.each), advice));
    choice::list(&mut sheet, theme, at, held.at, (&list, item));
    Some(sheet)
}

/// What is wrong, and below it the words that disagree, the claim and how sure it is.
fn rows(desk: &Desk, theme: Styles, (width, each): (u16, u16), advice: &Advice) -> Text<'static> {
    let away = advice.is_waived(desk.session.waived());
    let (style, sort) = match advice.weight {
        _ if away => (theme.quiet(), "put away"),
        Certainty::Error => (theme.plain(), advice.code),
        Certainty::Doubt => (theme.plain(), "doubt"),
    };
    let about = advice.claims(&desk.session).map_or_else(|| sort.to_owned(), |claims| format!("{claims} · {sort}"));
    let places: Vec<&str> = advice.spans.iter().map(|span| desk.session.article.words(*span)).collect();
    let places = format!("  “{}”", places.join("” … “"));
    let (said, most) = (said(advice, width), usize::from(each.saturating_sub(1)).max(1));
    let room = width.saturating_sub(SIGN);
    let line = |(at, row): (usize, &Span)| {
        let words = row.of(&advice.says).trim_end();
        let cut = (said.len() > most && at + 1 == most).then(|| words::cut(words, room.into()));
        let lead = if at == 0 { Styles::sign(advice.weight) } else { " " };
        words::line(theme, &format!("{lead} {}", cut.as_deref().unwrap_or(words)), style)
    };
    let mut lines: Vec<_> = said.iter().take(most).enumerate().map(line).collect();
    if each > 1 {
        lines.push(words::spread(theme, width, (&places, theme.quiet()), (&about, theme.quiet())));
    }
    let mut lines: Vec<_> = lines.into_iter().map(choice::padded).collect();
    lines.resize(each.into(), Line::default());
    Text::from(lines)
}
