//! What a draft changed, drawn: the old words and the new ones, what goes struck out, what comes underlined.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::frame::centred;
use crate::app::panel::changes::{Changed, SCOPE};
use crate::app::settings::Colours;
use crate::review::{Claim, CorrectionStatus, Session, Span as Bytes, Status};
use crate::text::word_diff::{self, Op};
use crate::text::wrap;
use crate::view::theme::Styles;
use crate::view::{hints, words};

/// Columns of the labels.
const LABEL: usize = 8;

/// Columns from which old and new words stand side by side.
const WIDE: u16 = 110;

/// Rows of either wording that are shown at most.
const ROWS: usize = 8;

/// Words with marks over those that differ, in bytes.
type Wording = (String, Vec<Bytes>);

pub(super) fn draw(easel: Easel<'_>, held: &Changed) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let session = &model.desk()?.session;
    let claim = session.any_claim(&held.claim)?;
    let fate = claim.fate()?;
    let wide = model.size.width.saturating_sub(4).min(120);
    let room = usize::from(wide.saturating_sub(4)).saturating_sub(LABEL).max(8);
    let bracketed = model.settings.look.ascii || model.settings.look.colours == Colours::None;
    let now = if claim.is_apart() { "" } else { session.exact(claim) };
    let [was, is] = wordings(&fate.was, now, bracketed);
    let mut lines = Vec::new();
    let side_by_side = wide >= WIDE && !claim.is_apart();
    if side_by_side {
        beside(&mut lines, theme, &was, &is, usize::from(wide.saturating_sub(4)));
    } else {
        below(&mut lines, theme, ("was", gone(theme)), &was, room);
        lines.push(Line::default());
        if claim.is_apart() {
            lines.push(labelled(theme, "now", vec![Span::styled("stands nowhere in this draft", theme.quiet())]));
        } else {
            below(&mut lines, theme, ("now", put(theme)), &is, room);
        }
    }
    lines.push(Line::default());
    for said in said(session, claim) {
        for row in wrap::rows(&said, room).iter().take(ROWS) {
            let words = words::spans(theme, row.of(&said).trim_end(), theme.quiet());
            lines.push(if side_by_side { Line::from(words) } else { labelled(theme, "", words) });
        }
    }
    let frame = centred(model.size, wide, u16::try_from(lines.len() + 4).unwrap_or(u16::MAX));
    let (at, count) = held.place(session);
    let place = if count > 0 { format!(" · {} of {count}", at + 1) } else { String::new() };
    let title = format!("{} · {} in draft {}{place}", claim.number, fate.is, fate.draft);
    let (mut sheet, area) = easel.framed(frame, &title, None);
    let last = Rect { x: area.x.saturating_sub(1), y: area.bottom().saturating_sub(1), height: 1, ..area };
    sheet.lines(Rect { height: area.height.saturating_sub(1), ..area }, lines);
    sheet.line(last, &hints::keys(model, theme, SCOPE, area.width));
    Some(sheet)
}

/// The old words and the new ones, those that differ marked.
fn wordings(was: &str, now: &str, bracketed: bool) -> [Wording; 2] {
    let mut both = [(String::new(), Vec::new()), (String::new(), Vec::new())];
    let [old, new] = &mut both;
    for run in word_diff::runs(was, now) {
        let (open, close) = match run.op {
            Op::Delete => ("[-", "-]"),
            Op::Insert => ("{+", "+}"),
            Op::Equal => {
                old.0.push_str(&run.text);
                new.0.push_str(&run.text);
                continue;
            }
        };
        let (text, marks) = if run.op == Op::Delete { &mut *old } else { &mut *new };
        let kept = run.text.trim_end();
        let start = text.len();
        if bracketed {
            text.extend([open, kept, close]);
        } else {
            text.push_str(kept);
        }
        marks.push(Bytes::new(start, text.len()));
        text.push_str(run.text.get(kept.len()..).unwrap_or_default());
    }
    both
}

fn gone(theme: Styles) -> Style {
    theme.status(Status::Disputed).add_modifier(Modifier::CROSSED_OUT)
}

fn put(theme: Styles) -> Style {
    theme.status(Status::Verified).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
}

fn labelled(theme: Styles, label: &str, spans: Vec<Span<'static>>) -> Line<'static> {
    let mut line = Line::from(Span::styled(format!("{label:<LABEL$}"), theme.accent()));
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
    rows.iter().take(ROWS).map(part).collect()
}

fn below(
    lines: &mut Vec<Line<'static>>,
    theme: Styles,
    (label, style): (&str, Style),
    wording: &Wording,
    columns: usize,
) {
    for (index, row) in rows(theme, wording, style, columns).into_iter().enumerate() {
        lines.push(labelled(theme, if index == 0 { label } else { "" }, row));
    }
}

/// Both wordings side by side, under `was` and `now`.
fn beside(lines: &mut Vec<Line<'static>>, theme: Styles, was: &Wording, is: &Wording, columns: usize) {
    let half = columns.saturating_sub(3) / 2;
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

/// What verdict stood on the old words, what became of its corrections, and who tracked a change in the new ones.
fn said(session: &Session, claim: &Claim) -> Vec<String> {
    let Some(fate) = claim.fate() else { return Vec::new() };
    let mut said: Vec<String> =
        fate.had.iter().map(|mark| format!("was {} by {}, {}", mark.verdict, mark.by, mark.at.day())).collect();
    if fate.dismissed {
        said.push("there was nothing to check".to_owned());
    }
    if said.is_empty() {
        said.push("was unchecked".to_owned());
    }
    said.extend(claim.record.corrections.iter().map(|one| {
        let state = if one.status == CorrectionStatus::Accepted { "taken over".to_owned() } else { one.state() };
        format!("correction {state}: “{}”", one.text)
    }));
    if !claim.is_apart() {
        let inside = |change: &&crate::review::TrackedChange| {
            claim.span.start <= change.span.start && change.span.end <= claim.span.end
        };
        said.extend(session.article.changes().iter().filter(inside).map(|change| {
            let by = change.by.as_deref().unwrap_or("somebody");
            format!("{by} {} “{}”", change.kind, change.text.trim())
        }));
    }
    said
}
