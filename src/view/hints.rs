//! The bottom line: a message, or the keys that matter now.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of many actions a few depend on whether the session may be written"
)]

use super::canvas::Canvas;
use super::theme::Styles;
use super::words;
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::model::Tone;
use crate::app::panel::{cite, note, things};
use crate::app::{Action, Model};
use crate::text::{gate, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Rect) {
    let theme = canvas.theme;
    if let Some((tone, text)) = &model.status {
        let style = match tone {
            Tone::Plain => theme.strong(),
            Tone::Alarm => theme.alarm(),
        };
        told(canvas, area, text, style);
        return;
    }
    let read_only = model.desk().is_some_and(Desk::is_read_only);
    // Nothing can be marked or written about what is never claimed.
    let idle = read_only || model.panels.is_empty() && model.desk().is_some_and(Desk::is_on_furniture);
    let lead = several(model, area.width);
    let wide = u16::try_from(gate::width(&lead)).unwrap_or(0);
    canvas.text(area.x + 1, area.y, area.width, &lead, theme.strong());
    let room = area.width.saturating_sub(wide);
    let line = listed(model, theme, model.scope(), room, |action| {
        is_of_use(action, read_only, idle)
            && !is_idle(model, model.scope(), action)
            && (lead.is_empty() || !matches!(action, Action::Pick | Action::NextUnchecked))
    });
    canvas.line(area.x + wide, area.y, room, &line);
}

/// How many claims are chosen and how that ends, ahead of the keys; empty where one is.
fn several(model: &Model, width: u16) -> String {
    let desk = model.desk().filter(|desk| desk.hand.range.is_some() && model.panels.is_empty());
    desk.map(|desk| desk.chosen().len())
        .map(|count| {
            let end = model.keymap.called(Scope::Desk, "cancel");
            if width < 60 { format!("{count} chosen  ") } else { format!("{count} chosen · {end} ends  ") }
        })
        .unwrap_or_default()
}

/// A message: on the bottom line, and where that is not enough on the rule above it as well. A path is cut in its middle.
fn told(canvas: &mut Canvas<'_>, area: Rect, text: &str, style: Style) {
    let room = usize::from(area.width.saturating_sub(2));
    let text = shortened(text, 2 * room);
    let rows = wrap::first_rows(&text, room.max(1), 2);
    if let ([first, second], true) = (rows.as_slice(), area.y > 2) {
        let width = area.width.saturating_sub(2);
        let blank = " ".repeat(usize::from(area.width));
        canvas.text(area.x, area.y - 1, area.width, &blank, style);
        canvas.text(area.x, area.y, area.width, &blank, style);
        canvas.fitted(area.x + 1, area.y - 1, width, first.of(&text).trim_end(), style);
        let rest = text.get(second.start..).unwrap_or_default();
        canvas.fitted(area.x + 1, area.y, width, rest, style);
        return;
    }
    canvas.fitted(area.x + 1, area.y, area.width.saturating_sub(2), &shortened(&text, room), style);
}

/// `text` with its longest path cut in the middle, so that it fits `room` columns if that can make it.
fn shortened(text: &str, room: usize) -> String {
    let over = gate::width(text).saturating_sub(room);
    let paths = text.split_whitespace().filter(|word| word.matches(['/', '\\']).count() > 1);
    let Some(path) = paths.max_by_key(|path| path.len()).filter(|_| over > 0) else { return text.to_owned() };
    let kept = path.chars().count().saturating_sub(over).max(13);
    text.replacen(path, &words::without_middle(path, kept), 1)
}

/// The keys of a scope with their words, as many as fit `width` columns; `?` keeps its place at the end.
pub(super) fn keys(model: &Model, theme: Styles, scope: Scope, width: u16) -> Line<'static> {
    listed(model, theme, scope, width, |action| !is_idle(model, scope, action))
}

/// False for what can't be done with a session that may only be read, and for what only such a one needs.
fn is_of_use(action: &Action, read_only: bool, idle: bool) -> bool {
    match action {
        Action::Unlock => read_only,
        Action::Mark(_) | Action::Dismiss => !idle,
        Action::Undo | Action::Pick => !read_only,
        Action::Panel(scope) if *scope == note::SCOPE || *scope == cite::SCOPE || *scope == things::SCOPE => !idle,
        _ => true,
    }
}

fn listed(model: &Model, theme: Styles, scope: Scope, width: u16, of_use: impl Fn(&Action) -> bool) -> Line<'static> {
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

/// True for what would come to nothing in the panel of `scope` as it stands.
fn is_idle(model: &Model, scope: Scope, action: &Action) -> bool {
    model.panels.last().is_some_and(|panel| panel.scope() == scope && panel.is_idle(action, model.desk()))
}

/// The keys of a pop-up's own scope with their words, for its lower edge: as many as fit `room` columns, the first and the last
/// before those between.
pub(super) fn foot(model: &Model, scope: Scope, room: usize) -> String {
    let own = model.keymap.rows(scope).filter(|row| row.scope == scope || row.scope == Scope::Reading);
    let hinted = own
        .filter(|row| !row.hint.is_empty() && !is_idle(model, scope, &row.action))
        .map(|row| (model.keymap.shown(row), row.hint));
    let shown = hinted.filter(|(key, _)| !key.is_empty()).map(|(key, hint)| format!("{key} {hint}"));
    let mut shown: Vec<String> = shown.collect();
    loop {
        let foot = shown.join(" · ");
        if gate::width(&foot) <= room || shown.is_empty() {
            return foot;
        }
        let last = shown.len() - 1;
        shown.remove(last.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_path_is_cut_in_its_middle_and_keeps_its_name() {
        let text =
            "it is not there: /home/anna/work/newsroom/2026/november/bridge.factdesk.json; o starts from another";
        let cut = shortened(text, 72);
        assert!(cut.starts_with("it is not there: /home") && cut.contains("bridge.factdesk.json; o starts"), "{cut}");
        assert_eq!(crate::text::gate::width(&cut), 72);
        assert_eq!(shortened("short", 3), "short");
    }
}
