//! The bottom line: a message, or the keys that matter now.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of many actions a few depend on whether the session may be written"
)]

use super::canvas::Canvas;
use super::theme::Theme;
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::model::Tone;
use crate::app::panel::{cite, note, things};
use crate::app::{Action, Model};
use crate::text::gate;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Rect) {
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
    let line = listed(model, theme, model.scope(), area.width, |action| is_of_use(action, read_only));
    canvas.line(area.x, area.y, area.width, &line);
}

/// The keys of a scope with their words, as many as fit `width` columns; `?` keeps its place at the end.
pub(super) fn keys(model: &Model, theme: Theme, scope: Scope, width: u16) -> Line<'static> {
    listed(model, theme, scope, width, |_| true)
}

/// False for what can't be done with a session that may only be read, and for what only such a one needs.
fn is_of_use(action: &Action, read_only: bool) -> bool {
    match action {
        Action::Unlock => read_only,
        Action::Mark(_) | Action::Dismiss | Action::Undo | Action::Pick => !read_only,
        Action::Panel(scope) if *scope == note::SCOPE || *scope == cite::SCOPE || *scope == things::SCOPE => !read_only,
        _ => true,
    }
}

fn listed(model: &Model, theme: Theme, scope: Scope, width: u16, of_use: impl Fn(&Action) -> bool) -> Line<'static> {
    let hinted = model.keymap.rows(scope).filter(|row| !row.hint.is_empty() && of_use(&row.action));
    let rows: Vec<(String, &'static str)> =
        hinted.map(|row| (model.keymap.shown(row), row.hint)).filter(|(key, _)| !key.is_empty()).collect();
    let wide = |(key, hint): &(String, &str)| gate::width(key) + 1 + gate::width(hint);
    let last = rows.iter().find(|(key, _)| *key == "?");
    let right = usize::from(width).saturating_sub(1);
    let limit = right.saturating_sub(last.map_or(0, |row| wide(row) + 2));
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let mut put = |row: &(String, &'static str), most: usize| {
        if used + wide(row) <= most {
            used += wide(row) + 2;
            spans.push(Span::styled(row.0.clone(), theme.accent()));
            spans.push(Span::raw(" "));
            spans.push(Span::styled(row.1, theme.quiet()));
            spans.push(Span::raw("  "));
        }
    };
    for row in rows.iter().filter(|(key, _)| *key != "?") {
        put(row, limit);
    }
    if let Some(row) = last {
        put(row, right);
    }
    Line::from(spans)
}

/// The keys of a pop-up's own scope with their words, for its lower edge.
pub(super) fn foot(model: &Model, scope: Scope) -> String {
    let own = model.keymap.rows(scope).filter(|row| row.scope == scope || row.scope == Scope::Reading);
    let hinted = own.filter(|row| !row.hint.is_empty()).map(|row| (model.keymap.shown(row), row.hint));
    let shown = hinted.filter(|(key, _)| !key.is_empty()).map(|(key, hint)| format!("{key} {hint}"));
    shown.collect::<Vec<_>>().join(" · ")
}
