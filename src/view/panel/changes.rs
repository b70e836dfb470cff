//! What a draft changed, drawn: the old words and the new ones, what goes struck out, what comes underlined.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet, foot};
use crate::app::frame::centred;
use crate::app::panel::changes::Changed;
use crate::app::shown_change::{NOWHERE, ShownChange};
use crate::app::wording::Wording;
use crate::review::{Span as Bytes, Status};
use crate::text::wrap;
use crate::view::theme::Styles;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: &Changed) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let session = &model.desk()?.session;
    let (claim, shown) =
        (session.any_claim(&held.claim)?, held.shown(session, (&model.keymap, &model.settings), model.size)?);
    let fate = claim.fate()?;
    let lines = lines(theme, &shown);
    let frame = centred(model.size, shown.wide, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let (at, count) = held.place(session);
    let place = if count > 0 { format!(" · {} of {count}", at + 1) } else { String::new() };
    let answer = fate.answer.as_ref().map(|answer| format!(", {answer}")).unwrap_or_default();
    let title = format!("{} · {} in draft {}{answer}{place}", claim.number, fate.is, fate.draft);
    let (mut sheet, area) = easel.framed(frame, &title);
    let fit = usize::from(area.height);
    let top = held.top(&shown);
    let left = lines.len().saturating_sub(top + fit);
    sheet.lines(area, lines.into_iter().skip(top).take(fit));
    sheet.more(theme, foot(frame), left);
    Some(sheet)
}

/// Every row of what is shown.
fn lines(theme: Styles, shown: &ShownChange) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    match &shown.now {
        Some(now) if shown.beside => beside(&mut lines, theme, &shown.was, now, shown.columns),
        now => {
            below(&mut lines, theme, ("was", gone(theme)), &shown.was, shown);
            lines.push(Line::default());
            if let Some(now) = now {
                below(&mut lines, theme, ("now", put(theme)), now, shown);
            } else {
                for (index, row) in wrap::rows(NOWHERE, shown.room()).iter().enumerate() {
                    let words = words::spans(theme, row.of(NOWHERE).trim_end(), theme.quiet());
                    lines.push(labelled(theme, (if index == 0 { "now" } else { "" }, shown.label()), words));
                }
            }
        }
    }
    lines.push(Line::default());
    for said in &shown.said {
        for row in &wrap::rows(said, shown.room()) {
            let words = words::spans(theme, row.of(said).trim_end(), theme.quiet());
            lines.push(if shown.beside { Line::from(words) } else { labelled(theme, ("", shown.label()), words) });
        }
    }
    lines
}

fn gone(theme: Styles) -> Style {
    theme.status(Status::Disputed).add_modifier(Modifier::CROSSED_OUT)
}

fn put(theme: Styles) -> Style {
    theme.status(Status::Verified).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
}

fn labelled(theme: Styles, (label, wide): (&str, usize), spans: Vec<Span<'static>>) -> Line<'static> {
    let mut line = Line::from(Span::styled(format!("{label:<wide$}"), theme.accent()));
    line.spans.extend(spans);
    line
}

/// The rows of a wording, so many columns wide.
fn rows(theme: Styles, (text, marks): &Wording, style: Style, columns: usize) -> Vec<Vec<Span<'static>>> {
    let rows = wrap::rows(text, columns);
    let part = |row: &Bytes| {
        let words = row.of(text).trim_end();
        let inside = marks.iter().filter(|mark| mark.overlaps(*row)).map(|mark| {
            let start = mark.start.max(row.start) - row.start;
            (Bytes::new(start, (mark.end.min(row.end) - row.start).min(words.len()).max(start)), style)
        });
        words::marked(theme, words, theme.plain(), &inside.collect::<Vec<_>>())
    };
    rows.iter().map(part).collect()
}

fn below(
    lines: &mut Vec<Line<'static>>,
    theme: Styles,
    (label, style): (&str, Style),
    wording: &Wording,
    shown: &ShownChange,
) {
    for (index, row) in rows(theme, wording, style, shown.columns).into_iter().enumerate() {
        lines.push(labelled(theme, (if index == 0 { label } else { "" }, shown.label()), row));
    }
}

/// Both wordings side by side, each so many columns wide, under `was` and `now`.
fn beside(lines: &mut Vec<Line<'static>>, theme: Styles, was: &Wording, is: &Wording, half: usize) {
    lines.push(Line::from(Span::styled(format!("{:<width$}   now", "was", width = half), theme.accent())));
    let (left, right) = (rows(theme, was, gone(theme), half), rows(theme, is, put(theme), half));
    for index in 0..left.len().max(right.len()) {
        let mut line = Line::from(left.get(index).cloned().unwrap_or_default());
        let pad = half.saturating_sub(line.width()) + 3;
        line.spans.push(Span::raw(" ".repeat(pad)));
        line.spans.extend(right.get(index).cloned().unwrap_or_default());
        lines.push(line);
    }
}
