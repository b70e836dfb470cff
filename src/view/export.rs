//! The export picker: the formats, what the selected one is for, what may be varied, and a preview.

use super::canvas::Canvas;
use super::hints;
use crate::app::exporting::Vary;
use crate::app::layout::Area;
use crate::app::panel as panels;
use crate::app::panel::export::{Exporting, Parts, Setting};
use crate::app::{Action, Model};
use crate::text::wrap;

/// Columns of the names of what may be varied, the key before them included.
const LABEL: u16 = 25;

/// Draws the picker. It shows no text cursor.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, picker: &Exporting) -> Option<(u16, u16)> {
    let parts = picker.layout(model.size);
    let title = if parts.list.width == 0 { format!("Export as {}", picker.wanted.format) } else { "Export".to_owned() };
    canvas.frame(parts.frame, &title, &hints::foot(model, panels::export::SCOPE));
    formats(canvas, picker, parts.list, parts.frame);
    about(canvas, picker, parts.about);
    for (y, setting) in (parts.settings.y..parts.settings.y + parts.settings.height).zip(picker.settings()) {
        let area = Area { y, height: 1, ..parts.settings };
        setting_row(canvas, model, picker, area, &setting);
    }
    if parts.rule.height > 0 {
        rule(canvas, &parts);
    }
    preview(canvas, picker, parts.rule, parts.preview);
    None
}

/// The rule above the preview, from the line beside the formats to the frame.
fn rule(canvas: &mut Canvas<'_>, parts: &Parts) {
    let theme = canvas.theme;
    let Area { x, y, width, .. } = parts.rule;
    canvas.rule(x.saturating_sub(1), y, width + 1);
    if parts.list.width > 0 {
        canvas.text(x.saturating_sub(2), y, 1, theme.drawn("├", "+"), theme.rule());
    }
}

fn formats(canvas: &mut Canvas<'_>, picker: &Exporting, area: Area, frame: Area) {
    if area.width == 0 {
        return;
    }
    let theme = canvas.theme;
    let rule = area.x + area.width - 2;
    for y in area.y..area.y + area.height {
        canvas.text(rule, y, 1, theme.drawn("│", "|"), theme.rule());
    }
    canvas.text(rule, frame.y, 1, theme.drawn("┬", "+"), theme.rule());
    canvas.text(rule, frame.y + frame.height.saturating_sub(1), 1, theme.drawn("┴", "+"), theme.rule());
    let first = (picker.row() + 1).saturating_sub(usize::from(area.height));
    for (index, (y, name)) in (area.y..area.y + area.height).zip(Exporting::names().skip(first)).enumerate() {
        canvas.fitted(area.x, y, area.width - 3, name, theme.plain());
        if index + first == picker.row() {
            canvas.style(Area::new(area.x - 1, y, area.width - 2, 1), theme.selected());
        }
    }
}

/// What the format is for, in at most the rows there are.
fn about(canvas: &mut Canvas<'_>, picker: &Exporting, area: Area) {
    let style = canvas.theme.strong();
    let text = picker.wanted.format.about();
    for (y, row) in (area.y..area.y + area.height).zip(wrap::rows(text, usize::from(area.width))) {
        canvas.fitted(area.x, y, area.width, row.of(text).trim_end(), style);
    }
}

fn setting_row(canvas: &mut Canvas<'_>, model: &Model, picker: &Exporting, area: Area, setting: &Setting) {
    let theme = canvas.theme;
    let key = model
        .keymap
        .rows(panels::export::SCOPE)
        .find(|row| row.action == Action::Vary(setting.vary))
        .map(|row| model.keymap.shown(row));
    canvas.text(area.x, area.y, 2, &key.unwrap_or_default(), theme.accent());
    canvas.fitted(area.x + 3, area.y, LABEL - 4, setting.label, theme.quiet());
    let risky = setting.vary == Vary::Confidential && picker.wanted.options.confidential;
    let style = if risky { theme.alarm() } else { theme.plain() };
    canvas.fitted(area.x + LABEL, area.y, area.width.saturating_sub(LABEL), &setting.value, style);
}

/// The rows of the preview in view, and in the rule above them how far down they are.
fn preview(canvas: &mut Canvas<'_>, picker: &Exporting, rule: Area, area: Area) {
    let theme = canvas.theme;
    match picker.preview() {
        None => {
            canvas.fitted(area.x, area.y, area.width, "one moment …", theme.quiet());
        }
        Some(Err(reason)) => {
            for (y, row) in (area.y..area.y + area.height).zip(wrap::rows(reason, usize::from(area.width))) {
                canvas.fitted(area.x, y, area.width, row.of(reason).trim_end(), theme.alarm());
            }
        }
        Some(Ok(preview)) => {
            for (y, row) in (area.y..area.y + area.height).zip(preview.from(picker.top)) {
                canvas.text(area.x, y, area.width, row, theme.plain());
            }
            let last = (picker.top + usize::from(area.height)).min(preview.len());
            let what = if picker.is_digest() { "in words  " } else { "" };
            let place = format!(" {what}{}–{last} of {} ", picker.top + 1, preview.len());
            canvas.flush_right(rule.x + rule.width, rule.y, &place, theme.quiet());
        }
    }
}
