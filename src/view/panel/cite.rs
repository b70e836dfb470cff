//! A source on one line, and below it what of it is what.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::aside::aside;
use crate::app::panel::cite::{Cite, SCOPE};
use crate::review::{ClaimId, Source};
use crate::view::theme::Styles;
use crate::view::{typed, words};

/// Columns of the frame.
const WIDTH: u16 = 84;

/// Columns of the labels.
const LABEL: usize = 8;

pub(super) fn draw(easel: Easel<'_>, cite: &Cite) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let frame = aside(model.desk(), model.size, WIDTH, 8);
    let first = cite.claims.first().cloned().unwrap_or_default();
    let mut title = easel.titled("A source", &first);
    if cite.claims.len() > 1 {
        title = format!("{title} and {} more", cite.claims.len() - 1);
    }
    let (mut sheet, area) = easel.framed(frame, &title, Some(SCOPE));
    let (line, column) = typed::line(theme, area.width, &cite.editor);
    sheet.line(Rect { height: 1, ..area }, &line);
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    sheet.lines(below, parts(easel, cite, &first, area.width));
    sheet.with_cursor(area.x + column, area.y)
}

/// What was typed, told apart; while nothing was, what the claim has already and how to write.
fn parts(easel: Easel<'_>, cite: &Cite, claim: &ClaimId, width: u16) -> Vec<Line<'static>> {
    let theme = easel.theme;
    if cite.editor.text().trim().is_empty() {
        let held = easel.model.desk().and_then(|desk| desk.session.claims().by_id(claim));
        let names: Vec<&str> =
            held.map(|claim| claim.record.sources.iter().map(Source::name).collect()).unwrap_or_default();
        let how = "title, link, page, day: in any order, such as Minutes https://… p. 12";
        let mut lines = vec![words::fitted(theme, how, width, theme.quiet())];
        if !names.is_empty() {
            lines.push(part(theme, "has", &names.join(" · "), width));
        }
        return lines;
    }
    let cited = cite.cited();
    let day = if cited.day.is_empty() { "today" } else { &cited.day };
    [
        ("title", cited.title.as_str()),
        ("link", &cited.url),
        ("archive", &cited.archive),
        ("where", &cited.locator),
        ("seen", day),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| part(theme, label, text, width))
    .collect()
}

fn part(theme: Styles, label: &'static str, text: &str, width: u16) -> Line<'static> {
    let mut line = words::line(theme, label, theme.quiet());
    line.spans.push(Span::raw(" ".repeat(LABEL.saturating_sub(label.len()))));
    let room = width.saturating_sub(u16::try_from(LABEL).unwrap_or(0));
    line.spans.extend(words::fitted(theme, text, room, theme.plain()).spans);
    line
}
