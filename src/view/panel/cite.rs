//! A source on one line, and below it what of it is what.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::aside::aside;
use crate::app::offered::{self, OFFERED, PastSource};
use crate::app::panel::cite::{Cite, SCOPE};
use crate::review::{ClaimId, Source};
use crate::text::gate;
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
    let (mut sheet, area) = easel.framed(frame, &title);
    let (mut line, column) = typed::line(theme, area.width, &cite.editor);
    let offers = model.desk().map(|desk| cite.offers(&desk.seen.words)).unwrap_or_default();
    let ghost = offers.first().and_then(|source| offered::rest(&source.title, cite.editor.text()));
    if let Some(ghost) = ghost {
        let room = area.width.saturating_sub(u16::try_from(line.width()).unwrap_or(u16::MAX));
        line.spans.extend(words::fitted(theme, ghost, room, theme.quiet()).spans);
    }
    sheet.line(Rect { height: 1, ..area }, &line);
    sheet.line(Rect { y: area.y + 1, height: 1.min(area.height), ..area }, &easel.claimed(&first, area.width));
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let parts = parts(easel, cite, &first, area.width);
    sheet.lines(below, parts.into_iter().chain(earlier(easel, &offers, area.width)));
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

/// Sources of earlier sessions that may be meant, the key that takes the first at its end.
fn earlier(easel: Easel<'_>, offers: &[&PastSource], width: u16) -> Vec<Line<'static>> {
    let theme = easel.theme;
    let key = format!("{} takes it", easel.model.keymap.called(SCOPE, "complete"));
    let line = |(at, source): (usize, &&PastSource)| {
        let both = [source.title.as_str(), source.url.as_str()];
        let text = both.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let wide = u16::try_from(gate::width(&key) + 2).unwrap_or(0);
        let mut line = part(theme, if at == 0 { "earlier" } else { "" }, &text, width.saturating_sub(wide));
        if at == 0 {
            let gap = usize::from(width).saturating_sub(line.width() + gate::width(&key));
            line.spans.push(Span::raw(" ".repeat(gap)));
            line.spans.push(Span::styled(key.clone(), theme.quiet()));
        }
        line
    };
    offers.iter().take(OFFERED).enumerate().map(line).collect()
}

fn part(theme: Styles, label: &'static str, text: &str, width: u16) -> Line<'static> {
    let mut line = words::line(theme, label, theme.quiet());
    line.spans.push(Span::raw(" ".repeat(LABEL.saturating_sub(label.len()))));
    let room = width.saturating_sub(u16::try_from(LABEL).unwrap_or(0));
    line.spans.extend(words::fitted(theme, text, room, theme.plain()).spans);
    line
}
