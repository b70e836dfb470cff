//! The bottom line: a message, or the keys that matter now.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of many actions a few depend on whether the session may be written"
)]

use super::canvas::Canvas;
use super::words;
use crate::app::desk::Desk;
use crate::app::keymap::{KeyHint, Scope};
use crate::app::model::Tone;
use crate::app::panel::{Panel, cite, note, things};
use crate::app::picking::{Aim, Stride};
use crate::app::{Action, Mode, Model, single};
use crate::text::{gate, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;

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
    let over_it = matches!(model.panels.last(), None | Some(Panel::Card(_)));
    let idle = read_only || over_it && model.desk().is_some_and(Desk::is_on_furniture);
    let lead = several(model, area.width);
    let cuts = cuts(model);
    let wide = u16::try_from(gate::width(&lead)).unwrap_or(0);
    canvas.text(area.x + 1, area.y, area.width, &lead, theme.strong());
    let (scope, room) = (model.scope(), area.width.saturating_sub(wide));
    listed(canvas, model, Rect { x: area.x + wide, width: room, ..area }, |action| {
        is_of_use(action, read_only, idle)
            && !is_idle(model, scope, action)
            && !wants_a_session(model, action)
            && (lead.is_empty()
                || !matches!(action, Action::Pick | Action::NextUnchecked) && single::told(action).is_none())
            && !(cuts && matches!(action, Action::Stride(Stride::Swap | Stride::Anew)))
    });
}

/// True while the place is looked for where a claim is cut.
fn cuts(model: &Model) -> bool {
    let picking = model.desk().and_then(|desk| desk.picking.as_ref());
    picking.is_some_and(|picking| matches!(picking.aim, Aim::Split(_)))
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
    let text = in_two_rows(text, room);
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
    canvas.fitted(area.x + 1, area.y, area.width.saturating_sub(2), &text, style);
}

/// Characters of a path that stay however little room there is.
const SHORTEST: usize = 13;

/// `text` with the path at its end cut in the middle until two rows of `room` columns hold it, if that can make it.
fn in_two_rows(text: &str, room: usize) -> String {
    let (reason, path) = parted(text);
    // No more than what two rows hold is tried, however long the path is.
    let longest = path.chars().count().min(2 * room);
    let tried = (SHORTEST..=longest).rev().map(|kept| format!("{reason}{}", words::without_middle(path, kept)));
    let fits = |text: &String| wrap::first_rows(text, room.max(1), 3).len() < 3;
    let shortest = || format!("{reason}{}", words::without_middle(path, SHORTEST));
    if fits(&text.to_owned()) { text.to_owned() } else { tried.into_iter().find(fits).unwrap_or_else(shortest) }
}

/// The reason of a message, and the path that it ends with; a path may hold blanks.
fn parted(text: &str) -> (&str, &str) {
    let at = text.rfind(": ").map_or(text.len(), |at| at + 2);
    let (reason, path) = text.split_at_checked(at).unwrap_or((text, ""));
    if path.contains(['/', '\\']) { (reason, path) } else { (text, "") }
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

/// What a key does in a word, and the columns that both take with the blank between them: where a claim is cut no words are taken.
fn told_as(hint: &KeyHint, cuts: bool) -> (&'static str, usize) {
    if cuts && hint.row.scope == Scope::Picking && hint.row.action == Action::Accept {
        let word = "cut before it";
        return (word, gate::width(&hint.key) + 1 + gate::width(word));
    }
    (hint.row.hint, hint.columns)
}

/// The keys of `scope` with their words, as many as there is room for in `area`.
fn listed(canvas: &mut Canvas<'_>, model: &Model, area: Rect, of_use: impl Fn(&Action) -> bool) {
    let (theme, scope, cuts) = (canvas.theme, model.scope(), cuts(model));
    let hints = model.keymap.hints(scope);
    let told: Vec<&KeyHint> = hints.iter().filter(|hint| of_use(&hint.row.action)).collect();
    // The way to the help keeps its place, in a panel the way out, which stands last there, and while words are picked both.
    let is_out = |hint: &&&KeyHint| hint.row.action == Action::Cancel;
    let out = told.iter().find(is_out).filter(|_| matches!(scope, Scope::Panel(_) | Scope::Picking));
    let help = told.iter().find(|hint| hint.key == "?").filter(|_| !matches!(scope, Scope::Panel(_)));
    let right = usize::from(area.width).saturating_sub(1);
    let taken = |hint: Option<&&KeyHint>| hint.map_or(0, |hint| told_as(hint, cuts).1 + 2);
    // On a screen of few columns the way out comes first.
    let help = help.filter(|_| out.is_none() || (taken(out) + taken(help)) * 2 <= right + 1);
    let limit = right.saturating_sub(taken(out) + taken(help));
    let mut used = canvas.text(area.x, area.y, area.width, " ", theme.plain());
    // Of the verdicts none is told where one before it has no room.
    let mut no_verdict = false;
    let mut put = |hint: &KeyHint, most: usize| {
        let (word, columns) = told_as(hint, cuts);
        let is_verdict = matches!(hint.row.action, Action::Mark(_));
        if usize::from(used) + columns > most || is_verdict && no_verdict {
            no_verdict |= is_verdict;
            return;
        }
        for (text, style) in
            [(&*hint.key, theme.accent()), (" ", theme.plain()), (word, theme.quiet()), ("  ", theme.plain())]
        {
            used += canvas.text(area.x + used, area.y, area.width - used, text, style);
        }
    };
    let kept: Vec<&&KeyHint> = out.into_iter().chain(help).collect();
    for hint in told.iter().filter(|hint| !kept.iter().any(|kept| std::ptr::eq(kept.row, hint.row))) {
        put(hint, limit);
    }
    for hint in kept {
        put(hint, right);
    }
}

/// True for what the home screen can do with a session only, where it shows none.
fn wants_a_session(model: &Model, action: &Action) -> bool {
    let (Mode::Home(home), Scope::Home) = (&model.mode, model.scope()) else { return false };
    match action {
        Action::Open | Action::Rename | Action::Delete => home.count() == 0,
        Action::Search | Action::Sort => home.listed.is_empty(),
        _ => false,
    }
}

/// True for what would come to nothing in the panel of `scope` as it stands.
fn is_idle(model: &Model, scope: Scope, action: &Action) -> bool {
    model.panels.last().is_some_and(|panel| panel.scope() == scope && panel.is_idle(action, model.desk()))
}

/// The keys of a line of text with their words, for what that leaves of its row: as many as fit `room` columns, the first and the last
/// before those between.
pub(super) fn foot(model: &Model, scope: Scope, room: usize) -> String {
    let hints = model.keymap.hints(scope);
    let own = hints.iter().filter(|hint| hint.row.scope == scope || hint.row.scope == Scope::Reading);
    let offered = own.filter(|hint| !is_idle(model, scope, &hint.row.action));
    let mut shown: Vec<String> = offered.map(|hint| format!("{} {}", hint.key, hint.row.hint)).collect();
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
    use super::in_two_rows;
    use crate::text::wrap;

    #[test]
    fn a_path_is_cut_in_its_middle_and_keeps_its_name() {
        let folders = "work and news/2026/".repeat(40);
        let text = format!("it is not there; o opens another: /home/anna/{folders}bridge repairs.factdesk.json");
        for room in [38, 78, 118] {
            let cut = in_two_rows(&text, room);
            assert!(cut.starts_with("it is not there; o opens another: /"), "{cut}");
            assert!(cut.ends_with("factdesk.json"), "{cut}");
            assert!(wrap::first_rows(&cut, room, 3).len() < 3, "{cut}");
        }
        assert_eq!(in_two_rows("short", 3), "short");
        let words = "a reason of many words ".repeat(20);
        assert_eq!(in_two_rows(&words, 38), words, "there is no path to cut");
    }
}
