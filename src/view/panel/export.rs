//! The export picker: the formats, what the selected one is for, what may be varied, and a preview.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{List, ListState, StatefulWidget};

use super::choice;
use super::sheet::{Easel, Sheet, foot};
use crate::app::Action;
use crate::app::export_parts::Parts;
use crate::app::exporting::ExportChoice;
use crate::app::panel::export::{self, Exporting, Setting};
use crate::text::{Span, gate, wrap};
use crate::view::words;

/// Columns of a title beside the format's name: the frame and what is done.
const TITLE: usize = 14;

/// Columns of the keys of what may be varied.
const KEY: u16 = 2;

/// Columns of the names of what may be varied.
const LABEL: u16 = 22;

pub(super) fn draw(easel: Easel<'_>, picker: &Exporting) -> Sheet {
    let parts = picker.layout(easel.model.size);
    let named = picker.wanted.format.title();
    let title = match parts.list.width {
        0 if gate::width(named) + TITLE > usize::from(parts.frame.width) => named.to_owned(),
        0 => format!("Export: {named}"),
        _ => "Export".to_owned(),
    };
    let (mut sheet, _) = easel.framed(parts.frame, &title);
    formats(&mut sheet, easel, picker, &parts);
    about(&mut sheet, easel, picker, parts.about);
    let settings = picker.settings();
    sheet.lines(parts.settings, settings.iter().map(|setting| row(easel, picker, parts.settings.width, setting)));
    if parts.rule.height > 0 {
        rule(&mut sheet, easel, &parts);
    }
    preview(&mut sheet, easel, picker, &parts);
    sheet
}

/// The rule above the preview, from the line beside the formats, or from the frame, to the frame.
fn rule(sheet: &mut Sheet, easel: Easel<'_>, parts: &Parts) {
    let theme = easel.theme;
    let Rect { x, y, width, .. } = parts.rule;
    let line = theme.drawn("─", "-").repeat(usize::from(width) + 2);
    let line = format!("{}{line}{}", theme.drawn("├", "+"), theme.drawn("┤", "+"));
    sheet.line(Rect::new(x.saturating_sub(2), y, width + 4, 1), &Line::styled(line, theme.rule()));
}

/// The formats, a rule behind them from edge to edge of the frame.
fn formats(sheet: &mut Sheet, easel: Easel<'_>, picker: &Exporting, parts: &Parts) {
    let (theme, area, frame) = (easel.theme, parts.list, parts.frame);
    if area.width == 0 {
        return;
    }
    let beside = Rect { x: area.x + area.width - 2, width: 1, ..area };
    sheet.lines(beside, beside.rows().map(|_| Line::styled(theme.drawn("│", "|"), theme.rule())));
    let ends = [(frame.y, theme.drawn("┬", "+")), (frame.bottom().saturating_sub(1), theme.drawn("┴", "+"))];
    for (y, end) in ends {
        // On a narrow screen the keys reach over it.
        let is_frame = sheet.buffer.cell((beside.x, y)).is_some_and(|cell| ["─", "-"].contains(&cell.symbol()));
        if !is_frame {
            continue;
        }
        sheet.line(Rect { y, height: 1, ..beside }, &Line::styled(end, theme.rule()));
    }
    let first = (picker.row() + 1).saturating_sub(usize::from(area.height));
    let below = Exporting::names().count().saturating_sub(first + usize::from(area.height));
    sheet.more(theme, Rect { width: area.width, ..foot(frame) }, below);
    let names = Exporting::names().skip(first).take(area.height.into());
    let rows = names.map(|name| choice::padded(words::fitted(theme, name, area.width - 3, theme.plain())));
    let mut state = ListState::default().with_selected(picker.row().checked_sub(first));
    let list = List::new(rows).highlight_style(theme.selected());
    let area = Rect { x: area.x - 1, width: area.width - 2, ..area };
    StatefulWidget::render(list, area, &mut sheet.buffer, &mut state);
}

/// What the format is for, in at most the rows there are.
fn about(sheet: &mut Sheet, easel: Easel<'_>, picker: &Exporting, area: Rect) {
    let theme = easel.theme;
    let format = picker.wanted.format;
    let text = format!("{} ({format})", format.about());
    let (width, most) = (usize::from(area.width), usize::from(area.height));
    let rows = wrap::rows(&text, width);
    let line = |(at, row): (usize, &Span)| {
        let words = row.of(&text).trim_end();
        let cut = (rows.len() > most && at + 1 == most).then(|| words::cut(words, width));
        words::line(theme, cut.as_deref().unwrap_or(words), theme.strong())
    };
    sheet.lines(area, rows.iter().take(most).enumerate().map(line).collect::<Vec<_>>());
}

/// One thing that may be varied: its key, what it is, how it stands.
fn row(easel: Easel<'_>, picker: &Exporting, width: u16, setting: &Setting) -> Line<'static> {
    let Easel { model, theme, .. } = easel;
    let key = model.keymap.rows(export::SCOPE).find(|row| row.action == Action::Vary(setting.vary));
    let key = key.map(|row| model.keymap.shown(row)).unwrap_or_default();
    let risky = setting.vary == ExportChoice::Confidential && picker.wanted.options.confidential;
    let style = if risky { theme.warning() } else { theme.plain() };
    let mut line = words::fitted(theme, key, KEY, theme.accent());
    line.spans.push(Piece::raw(" ".repeat(usize::from(KEY + 1).saturating_sub(line.width()))));
    let room = width.saturating_sub(KEY + 1);
    if room >= LABEL * 2 {
        let label = words::fitted(theme, setting.label, LABEL - 1, theme.quiet());
        let gap = usize::from(LABEL).saturating_sub(label.width());
        line.spans.extend(label.spans);
        line.spans.push(Piece::raw(" ".repeat(gap)));
        line.spans.extend(words::fitted(theme, &setting.value, room - LABEL, style).spans);
    } else {
        // Where columns are few they are the value's first.
        line.spans.extend(words::spread(theme, room, (setting.label, theme.quiet()), (&setting.value, style)).spans);
    }
    line
}

/// The rows of the preview in view, and in the rule above them how far down they are.
fn preview(sheet: &mut Sheet, easel: Easel<'_>, picker: &Exporting, parts: &Parts) {
    let (theme, area, rule) = (easel.theme, parts.preview, parts.rule);
    match picker.preview() {
        None => sheet.lines(area, [words::fitted(theme, "one moment …", area.width, theme.quiet())]),
        Some(Err(reason)) => {
            let rows = wrap::rows(reason, usize::from(area.width));
            sheet.lines(area, rows.iter().map(|row| words::line(theme, row.of(reason).trim_end(), theme.warning())));
        }
        Some(Ok(preview)) => {
            sheet.lines(area, preview.from(picker.top).map(|row| words::line(theme, row, theme.plain())));
            let last = (picker.top + usize::from(area.height)).min(preview.len());
            let what = if picker.wanted.format.is_previewed_in_words() { "in words  " } else { "" };
            let place = format!(" {what}{}–{last} of {} ", picker.top + 1, preview.len());
            sheet.line(rule, &words::line(theme, &place, easel.afresh(theme.quiet())).right_aligned());
        }
    }
}
