//! Forms and the list of sources.

use super::canvas::Canvas;
use super::{card, hints, typed, words};
use crate::app::Model;
use crate::app::card::{Look, Marked, bracketed, in_row, marked};
use crate::app::form::{Field, Form, Input, Purpose, hint};
use crate::app::frame::{Listed, centred, inside};
use crate::app::panel as panels;
use crate::review::{ClaimId, Source};
use crate::text::gate;
use crate::text::wrap;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns of a form's frame.
const WIDTH: u16 = 84;

/// Columns of the labels.
const LABEL: u16 = 14;

/// Rows of a text field that are shown at most.
const TALLEST: u16 = 6;

/// Rows that a correction is previewed in at most.
const PREVIEW: u16 = 4;

/// Draws a form; the cell of the cursor when a text field has it.
pub(super) fn form(canvas: &mut Canvas<'_>, model: &Model, form: &Form) -> Option<(u16, u16)> {
    let room = inside(centred(model.size, WIDTH, u16::MAX)).width.saturating_sub(LABEL);
    let heights: Vec<u16> = form.fields.iter().map(|field| height(field, room)).collect();
    let below = below(model, form, room + LABEL);
    let wanted = heights.iter().sum::<u16>().saturating_add(below.rows()).saturating_add(2);
    let frame = centred(model.size, WIDTH, wanted);
    let number = model.desk().and_then(|desk| desk.session.claims().index_of(&form.claim)).map_or(0, |index| index + 1);
    canvas.frame(
        frame,
        &format!("{} · claim {number}", form.purpose.title()),
        &hints::foot(model, panels::form::SCOPE),
    );
    let area = inside(frame);
    // On a low screen the help gives way first, then the fields above the one with the keys.
    let own = heights.iter().sum::<u16>().min(area.height);
    let own = if area.height - own >= below.rows() { area.height - below.rows() } else { area.height };
    let mut first = 0;
    while first < form.at && heights.iter().take(form.at + 1).skip(first).sum::<u16>() > own {
        first += 1;
    }
    let (mut y, mut cursor) = (area.y, None);
    for (index, (field, height)) in form.fields.iter().zip(&heights).enumerate().skip(first) {
        let left = (area.y + own).saturating_sub(y);
        if left == 0 {
            break;
        }
        let row = Rect { y, height: (*height).min(left), ..area };
        cursor = field_rows(canvas, row, field, index == form.at).or(cursor);
        y += row.height;
    }
    if own < area.height {
        below.draw(canvas, Rect { y: area.y + own + 1, height: area.height - own - 1, ..area });
    }
    cursor
}

/// How many rows a field takes.
fn height(field: &Field, room: u16) -> u16 {
    match &field.input {
        Input::Text(editor) => {
            let most = usize::from(TALLEST);
            let rows = editor.near(usize::from(room), most, most).rows.len();
            u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, TALLEST)
        }
        Input::Choice(..) | Input::Flag(_) => 1,
    }
}

/// What stands below the fields.
enum Below {
    /// Nothing.
    Nothing,
    /// What belongs into the field with the keys.
    Hint(&'static str),
    /// What a correction takes out and puts in, over so many rows.
    Change(Marked, u16),
}

fn below(model: &Model, form: &Form, width: u16) -> Below {
    let words = model.desk().and_then(|desk| Some(desk.session.exact(desk.session.claims().by_id(&form.claim)?)));
    if let (Purpose::Correction, Some(words), Some(instead)) = (form.purpose, words, form.fields.first()) {
        let look = Look { brief: false, bracketed: bracketed(&model.settings) };
        let marked = marked(words, instead.value(), look);
        let rows = wrap::rows(&marked.0, usize::from(width)).len();
        return Below::Change(marked, u16::try_from(rows).unwrap_or(PREVIEW).min(PREVIEW));
    }
    let here = form.fields.get(form.at).map_or("", |field| hint(form.purpose, field.label));
    // The row stays for the other fields' hints, so that nothing jumps on the way.
    let any = form.fields.iter().any(|field| !hint(form.purpose, field.label).is_empty());
    if any { Below::Hint(here) } else { Below::Nothing }
}

impl Below {
    /// The rows it takes, a blank one above it included.
    const fn rows(&self) -> u16 {
        match self {
            Self::Nothing => 0,
            Self::Hint(_) => 2,
            Self::Change(_, rows) => 1 + *rows,
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        match self {
            Self::Nothing => {}
            Self::Hint(hint) => {
                let quiet = canvas.theme.quiet();
                canvas.fitted(area.x, area.y, area.width, hint, quiet);
            }
            Self::Change((text, marks), _) => {
                let theme = canvas.theme;
                for (row, span) in area.rows().zip(wrap::rows(text, usize::from(area.width))) {
                    let held = span.of(text).trim_end();
                    let marks: Vec<_> =
                        in_row(marks, span, held.len()).map(|(span, ink)| (span, card::style(theme, ink))).collect();
                    let line = Line::from(words::marked(theme, held, theme.plain(), &marks));
                    canvas.line(row.x, row.y, row.width, &line);
                }
            }
        }
    }
}

fn field_rows(canvas: &mut Canvas<'_>, area: Rect, field: &Field, active: bool) -> Option<(u16, u16)> {
    let theme = canvas.theme;
    let label = if active { theme.accent() } else { theme.quiet() };
    canvas.fitted(area.x, area.y, LABEL - 1, field.label, label);
    let room = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    match &field.input {
        Input::Text(editor) => {
            let (lines, (x, y)) = typed::wrapped(theme, editor, room.width, room.height);
            for (y, line) in (room.y..).zip(&lines) {
                canvas.line(room.x, y, room.width, line);
            }
            active.then_some((room.x + x, room.y + y))
        }
        Input::Choice(words, at) => {
            choice(canvas, room, words, *at, active);
            None
        }
        Input::Flag(flag) => {
            canvas.fitted(room.x, room.y, room.width, if *flag { "[x] yes" } else { "[ ] no" }, theme.plain());
            None
        }
    }
}

/// The word chosen; while the field has the keys all of them, where there is room.
fn choice(canvas: &mut Canvas<'_>, area: Rect, words: &[String], at: usize, active: bool) {
    let theme = canvas.theme;
    let said = |word: &String| if word.is_empty() { "not said".to_owned() } else { word.clone() };
    let all: usize = words.iter().map(|word| gate::width(&said(word)) + 1).sum();
    if active && all <= usize::from(area.width) + 1 {
        let apart = if all + words.len() <= usize::from(area.width) + 2 { 2 } else { 1 };
        let mut x = area.x;
        for (index, word) in words.iter().enumerate() {
            let style = if index == at { theme.selected() } else { theme.quiet() };
            x += canvas.text(x, area.y, (area.x + area.width).saturating_sub(x), &said(word), style) + apart;
        }
        return;
    }
    let word = words.get(at).map(said).unwrap_or_default();
    let shown = if active { format!("{} {word} {}", theme.drawn("‹", "<"), theme.drawn("›", ">")) } else { word };
    let style = if words.get(at).is_none_or(String::is_empty) { theme.quiet() } else { theme.plain() };
    canvas.fitted(area.x, area.y, area.width, &shown, style);
}

/// Draws the list of a claim's sources.
pub(super) fn sources(canvas: &mut Canvas<'_>, model: &Model, claim: &ClaimId, selected: usize) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let claim = desk.session.claims().by_id(claim)?;
    let number = desk.session.claims().index_of(&claim.id)? + 1;
    let list = &claim.record.sources;
    let Listed { frame, area, first, .. } = Listed::sources(model.size, list.len(), selected);
    canvas.frame(frame, &format!("Sources · claim {number}"), &hints::foot(model, panels::sources::SCOPE));
    if list.is_empty() {
        let quiet = canvas.theme.quiet();
        let words = format!("none yet: {} adds one", model.keymap.called(panels::sources::SCOPE, "add"));
        canvas.fitted(area.x, area.y, area.width, &words, quiet);
        return None;
    }
    let fit = usize::from(area.height / 2).max(1);
    for (row, source) in list.iter().enumerate().skip(first).take(fit) {
        let y = area.y + u16::try_from(row - first).unwrap_or(0) * 2;
        source_rows(canvas, area, y, source);
        if row == selected {
            let style = canvas.theme.selected();
            canvas.style(Rect::new(area.x - 1, y, area.width + 2, 2.min(area.height)), style);
        }
    }
    None
}

fn source_rows(canvas: &mut Canvas<'_>, area: Rect, y: u16, source: &Source) {
    let theme = canvas.theme;
    let about = [
        source.stance.as_ref().map(ToString::to_string),
        source.rank.as_ref().map(ToString::to_string),
        source.kind.as_ref().map(ToString::to_string),
        source.confidential.then(|| "confidential".to_owned()),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let end = canvas.flush_right(area.x + area.width, y, &about, theme.quiet());
    let title = if source.title.is_empty() { &source.url } else { &source.title };
    canvas.fitted(area.x, y, end.saturating_sub(area.x + 2), title, theme.plain());
    let parts = [source.locator.as_str(), source.quote.as_str(), source.url.as_str()];
    let below = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    canvas.fitted(area.x + 2, y + 1, area.width.saturating_sub(2), &below, theme.quiet());
}
