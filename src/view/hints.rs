//! The bottom line: a message, or the keys that matter now.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of many actions a few depend on whether the session may be written"
)]

use super::canvas::Canvas;
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::layout::Area;
use crate::app::model::Tone;
use crate::app::panel::{note, sources};
use crate::app::{Action, Model};
use crate::text::gate;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let theme = canvas.theme;
    if let Some((tone, text)) = &model.status {
        let style = match tone {
            Tone::Plain => theme.strong(),
            Tone::Alarm => theme.alarm(),
        };
        canvas.fitted(area.x + 1, area.y, area.width.saturating_sub(2), text, style);
        return;
    }
    let read_only = model.desk().is_some_and(Desk::is_read_only);
    listed(canvas, model, model.scope(), area, |action| is_of_use(action, read_only));
}

/// The keys of a scope with their words, as many as fit; `?` keeps its place at the end.
pub(super) fn keys(canvas: &mut Canvas<'_>, model: &Model, scope: Scope, area: Area) {
    listed(canvas, model, scope, area, |_| true);
}

/// False for what can't be done with a session that may only be read, and for what only such a one needs.
fn is_of_use(action: &Action, read_only: bool) -> bool {
    match action {
        Action::Unlock => read_only,
        Action::Mark(_) | Action::Dismiss | Action::Undo | Action::Pick => !read_only,
        Action::Panel(scope) if *scope == note::SCOPE || *scope == sources::SCOPE => !read_only,
        _ => true,
    }
}

fn listed(canvas: &mut Canvas<'_>, model: &Model, scope: Scope, area: Area, of_use: impl Fn(&Action) -> bool) {
    let theme = canvas.theme;
    let hinted = model.keymap.rows(scope).filter(|row| !row.hint.is_empty() && of_use(&row.action));
    let rows: Vec<(String, &str)> =
        hinted.map(|row| (model.keymap.shown(row), row.hint)).filter(|(key, _)| !key.is_empty()).collect();
    let wide =
        |(key, hint): &(String, &str)| u16::try_from(gate::width(key) + 1 + gate::width(hint)).unwrap_or(u16::MAX);
    let last = rows.iter().find(|(key, _)| *key == "?");
    let right = area.x + area.width.saturating_sub(1);
    let limit = right.saturating_sub(last.map_or(0, |row| wide(row) + 2));
    let mut x = area.x + 1;
    for row in rows.iter().filter(|(key, _)| *key != "?") {
        if x + wide(row) > limit {
            continue;
        }
        x += canvas.text(x, area.y, limit - x, &row.0, theme.accent()) + 1;
        x += canvas.text(x, area.y, right.saturating_sub(x), row.1, theme.quiet()) + 2;
    }
    if let Some(row) = last.filter(|row| x + wide(row) <= right) {
        x += canvas.text(x, area.y, right - x, &row.0, theme.accent()) + 1;
        canvas.text(x, area.y, right.saturating_sub(x), row.1, theme.quiet());
    }
}

/// The keys of a pop-up's own scope with their words, for its lower edge.
pub(super) fn foot(model: &Model, scope: Scope) -> String {
    let own = model.keymap.rows(scope).filter(|row| row.scope == scope || row.scope == Scope::Reading);
    let hinted = own.filter(|row| !row.hint.is_empty()).map(|row| (model.keymap.shown(row), row.hint));
    let shown = hinted.filter(|(key, _)| !key.is_empty()).map(|(key, hint)| format!("{key} {hint}"));
    shown.collect::<Vec<_>>().join(" · ")
}
