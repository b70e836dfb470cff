//! Forms and the list of sources.

use super::canvas::Canvas;
use super::frame::{centred, inside};
use super::hints;
use crate::app::Model;
use crate::app::editor::Editor;
use crate::app::form::{Field, Form, Input};
use crate::app::gate;
use crate::app::keymap::Scope;
use crate::app::layout::Area;
use crate::review::{ClaimId, Source};

/// Columns of the labels.
const LABEL: u16 = 14;

/// Draws a form; the cell of the cursor when a text field has it.
pub(super) fn form(canvas: &mut Canvas<'_>, model: &Model, form: &Form) -> Option<(u16, u16)> {
    let rows = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
    let frame = centred(model.size, 84, rows.saturating_add(2));
    let number = model.desk().and_then(|desk| desk.session.claims().index_of(&form.claim)).map_or(0, |index| index + 1);
    canvas.frame(frame, &format!("{} · claim {number}", form.purpose.title()), &hints::foot(model, Scope::Form));
    let area = inside(frame);
    // On a low screen the field with the keys stays in view.
    let first = (form.at + 1).saturating_sub(usize::from(area.height));
    let mut cursor = None;
    for (index, (y, field)) in (area.y..area.y + area.height).zip(form.fields.iter().skip(first)).enumerate() {
        let active = index + first == form.at;
        let here = field_row(canvas, area, y, field, active);
        cursor = here.or(cursor);
    }
    cursor
}

fn field_row(canvas: &mut Canvas<'_>, area: Area, y: u16, field: &Field, active: bool) -> Option<(u16, u16)> {
    let theme = canvas.theme;
    let label = if active { theme.accent() } else { theme.quiet() };
    canvas.fitted(area.x, y, LABEL - 1, field.label, label);
    let (x, width) = (area.x + LABEL, area.width.saturating_sub(LABEL));
    match &field.input {
        Input::Text(editor) => {
            let cursor = line(canvas, Area::new(x, y, width, 1), editor);
            active.then_some(cursor)
        }
        Input::Choice(..) => {
            let word = if field.value().is_empty() { "not said" } else { field.value() };
            let shown = if active {
                format!("{} {word} {}", theme.drawn("‹", "<"), theme.drawn("›", ">"))
            } else {
                word.to_owned()
            };
            let style = if field.value().is_empty() { theme.quiet() } else { theme.plain() };
            canvas.fitted(x, y, width, &shown, style);
            None
        }
        Input::Flag(flag) => {
            canvas.fitted(x, y, width, if *flag { "[x] yes" } else { "[ ] no" }, theme.plain());
            None
        }
    }
}

/// A line of text that scrolls sideways so that its cursor is in view; the cursor's cell.
pub(super) fn line(canvas: &mut Canvas<'_>, area: Area, editor: &Editor) -> (u16, u16) {
    let plain = canvas.theme.plain();
    let room = usize::from(area.width).max(1);
    let before = editor.text().get(..editor.cursor()).unwrap_or_default();
    let mut from = 0;
    while gate::width(before.get(from..).unwrap_or_default()) >= room {
        from += before.get(from..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    canvas.text(area.x, area.y, area.width, editor.text().get(from..).unwrap_or_default(), plain);
    let column = u16::try_from(gate::width(before.get(from..).unwrap_or_default())).unwrap_or(0);
    (area.x + column, area.y)
}

/// Draws the list of a claim's sources.
pub(super) fn sources(canvas: &mut Canvas<'_>, model: &Model, claim: &ClaimId, selected: usize) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let claim = desk.session.claims().by_id(claim)?;
    let number = desk.session.claims().index_of(&claim.id)? + 1;
    let list = &claim.record.sources;
    let rows = u16::try_from(list.len().max(1)).unwrap_or(u16::MAX);
    let frame = centred(model.size, 90, rows.saturating_mul(2).saturating_add(2));
    canvas.frame(frame, &format!("Sources · claim {number}"), &hints::foot(model, Scope::Sources));
    let area = inside(frame);
    if list.is_empty() {
        let quiet = canvas.theme.quiet();
        canvas.fitted(area.x, area.y, area.width, "none yet: a adds one", quiet);
        return None;
    }
    let fit = usize::from(area.height / 2).max(1);
    let first = (selected + 1).saturating_sub(fit);
    for (row, source) in list.iter().enumerate().skip(first).take(fit) {
        let y = area.y + u16::try_from(row - first).unwrap_or(0) * 2;
        source_rows(canvas, area, y, source);
        if row == selected {
            let style = canvas.theme.selected();
            canvas.style(Area::new(area.x - 1, y, area.width + 2, 2.min(area.height)), style);
        }
    }
    None
}

fn source_rows(canvas: &mut Canvas<'_>, area: Area, y: u16, source: &Source) {
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
