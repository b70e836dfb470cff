//! The home screen: every saved session with its progress.

use super::canvas::Canvas;
use super::{hints, top};
use crate::app::Model;
use crate::app::home::Home;
use crate::app::keymap::Scope;
use crate::app::layout;
use crate::app::listing::Listing;
use crate::review::Status;
use ratatui::layout::Rect;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, home: &Home) {
    let theme = canvas.theme;
    let (width, height) = (model.size.width, model.size.height);
    let x = 1 + canvas.text(1, 0, width, "factdesk", theme.accent());
    let shown = home.shown();
    let count = if home.query.is_empty() {
        match home.listed.len() {
            1 => "1 saved session".to_owned(),
            count => format!("{count} saved sessions"),
        }
    } else {
        format!("{} of {} sessions with \"{}\"", shown.len(), home.listed.len(), home.query)
    };
    canvas.fitted(x + 2, 0, width.saturating_sub(x + 3), &count, theme.plain());
    canvas.rule(0, 1, width);
    canvas.rule(0, height.saturating_sub(2), width);
    let rows = layout::home(model.size);
    for (index, (y, listing)) in (rows.y..rows.y + rows.height).zip(shown.iter().skip(home.top)).enumerate() {
        row(canvas, model, listing, y, home.top + index == home.selected);
    }
    if shown.is_empty() {
        let words = if home.listed.is_empty() {
            format!("nothing saved yet: {} starts from a file", model.keymap.called(Scope::Home, "start-from"))
        } else {
            "no session has these words".to_owned()
        };
        canvas.fitted(2, rows.y, width.saturating_sub(3), &words, theme.quiet());
    }
    hints::draw(canvas, model, Rect::new(0, height.saturating_sub(1), width, 1));
}

fn row(canvas: &mut Canvas<'_>, model: &Model, listing: &Listing, y: u16, selected: bool) {
    let theme = canvas.theme;
    let width = model.size.width;
    if selected {
        canvas.text(0, y, 1, theme.drawn("▌", ">"), theme.accent());
    }
    let mut end = width.saturating_sub(1);
    if let Some(trouble) = &listing.trouble {
        let room = width.saturating_sub(2) / 2;
        let used = canvas.fitted(width / 2, y, room, trouble, theme.status(Status::Disputed));
        end = if used > 0 { width / 2 } else { end };
    } else {
        if width >= 70 {
            let last = listing.last.as_ref().map(|at| at.local(model.settings.ahead)).unwrap_or_default();
            canvas.text(end.saturating_sub(16), y, 16, &last, theme.quiet());
            end = end.saturating_sub(18);
        }
        for status in [Status::Unchecked, Status::Unknown, Status::Disputed, Status::Verified] {
            let count = format!("{}{}", theme.glyph(status), listing.tally.of(status));
            canvas.text(end.saturating_sub(4), y, 4, &count, theme.status(status));
            end = end.saturating_sub(5);
        }
        end = top::bar(canvas, &listing.tally, end.saturating_sub(1), y, if width >= 100 { 12 } else { 6 });
    }
    let style = if selected { theme.strong() } else { theme.plain() };
    let title = if listing.title.is_empty() { &listing.name } else { &listing.title };
    canvas.fitted(2, y, end.saturating_sub(4), title, style);
    if selected {
        canvas.style(Rect::new(1, y, width - 1, 1), theme.selected());
    }
}
