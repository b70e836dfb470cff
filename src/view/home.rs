//! The home screen: every saved session with its progress.

use super::canvas::Canvas;
use super::theme::Theme;
use super::{hints, top, words};
use crate::app::Model;
use crate::app::ago::ago;
use crate::app::home::Home;
use crate::app::keymap::Scope;
use crate::app::layout;
use crate::app::listing::Listing;

use crate::review::Status;
use crate::text::gate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{List, ListState, StatefulWidget};

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
    heads(canvas, home, width);
    let rows = layout::home(model.size);
    let mut buffer = Buffer::empty(rows);
    buffer.set_style(rows, theme.plain());
    let selected = home.selected.checked_sub(home.top);
    let in_view = shown.iter().skip(home.top).take(rows.height.into()).enumerate();
    let items = in_view.map(|(at, listing)| row(model, home, theme, listing, Some(at) == selected));
    let list = List::new(items).highlight_style(theme.selected());
    let beside = Rect { x: 1, width: width.saturating_sub(1), ..rows };
    StatefulWidget::render(list, beside, &mut buffer, &mut ListState::default().with_selected(selected));
    canvas.lay(&buffer);
    if let Some(y) = selected.and_then(|at| rows.rows().nth(at)).map(|row| row.y).filter(|_| !shown.is_empty()) {
        canvas.text(0, y, 1, theme.drawn("▌", ">"), theme.accent());
    }
    if shown.is_empty() {
        let words = if home.listed.is_empty() && home.pending {
            "looking for saved sessions …".to_owned()
        } else if home.listed.is_empty() {
            format!("nothing saved yet: {} starts from a file", model.keymap.called(Scope::Home, "start-from"))
        } else {
            "no session has these words".to_owned()
        };
        canvas.fitted(2, rows.y, width.saturating_sub(3), &words, theme.quiet());
    }
    hints::draw(canvas, model, Rect::new(0, height.saturating_sub(1), width, 1));
}

/// What the columns hold, on the rule above them, and in which order the sessions stand.
fn heads(canvas: &mut Canvas<'_>, home: &Home, width: u16) {
    let quiet = canvas.theme.quiet();
    canvas.fitted(1, 1, width.saturating_sub(2), &format!(" session · {} ", home.order.name()), quiet);
    if width >= 70 {
        canvas.text(width.saturating_sub(18), 1, 17, " changed ", quiet);
        canvas.flush_right(width.saturating_sub(18), 1, " checked ", quiet);
    }
}

/// A session: its title, and on the right how far it is and when it was last changed, or why it can't be opened.
fn row(model: &Model, home: &Home, theme: Theme, listing: &Listing, selected: bool) -> Line<'static> {
    let done = listing.tally.of(Status::Unchecked) == 0 && listing.tally.total() > 0;
    let style = match (selected, done) {
        (true, _) => theme.strong(),
        (false, true) => theme.quiet(),
        (false, false) => theme.plain(),
    };
    let title = match (listing.title.is_empty(), home.is_twice(listing)) {
        (true, _) => listing.name.clone(),
        (false, true) => format!("{} · {}", listing.title, listing.name),
        (false, false) => listing.title.clone(),
    };
    // Where the words are that were asked for, behind the title.
    let title = match home.place(&listing.path) {
        Some(place) => format!("{title}  ·  {}", place.text),
        None => title,
    };
    // The cursor's column before it and one behind.
    let width = usize::from(model.size.width).saturating_sub(2);
    let right = listing.trouble.as_ref().map_or_else(
        || progress(model, home, theme, listing),
        |trouble| {
            let half = usize::from(model.size.width / 2);
            let most = (model.size.width.saturating_sub(2)) / 2;
            let mut line = words::fitted(theme, trouble, most, theme.status(Status::Disputed));
            line.spans.push(Span::raw(" ".repeat((width + 1).saturating_sub(half + line.width()))));
            line
        },
    );
    let key = model.keymap.called(Scope::Home, "take-copies-in");
    let beside = match (listing.copies.len(), selected) {
        (0, _) => String::new(),
        (1, false) => "  1 copy".to_owned(),
        (1, true) => format!("  1 copy, {key} takes it in"),
        (several, false) => format!("  {several} copies"),
        (several, true) => format!("  {several} copies, {key} takes them in"),
    };
    let room = width.saturating_sub(right.width() + 3 + gate::width(&beside));
    let mut line = words::fitted(theme, &title, u16::try_from(room).unwrap_or(0), style);
    line.spans.extend(words::spans(theme, &beside, theme.accent()));
    line.spans.insert(0, Span::raw(" "));
    line.spans.push(Span::raw(" ".repeat((width + 1).saturating_sub(line.width() + right.width() + 1))));
    line.spans.extend(right.spans);
    line
}

/// How far a session is, and when it was last changed, where there is room for it.
fn progress(model: &Model, home: &Home, theme: Theme, listing: &Listing) -> Line<'static> {
    let width = model.size.width;
    let mut line = top::bar(theme, &listing.tally, if width >= 100 { 12 } else { 6 });
    line.spans.push(Span::raw(" "));
    for status in [Status::Verified, Status::Disputed, Status::Unknown, Status::Unchecked] {
        let count = format!("{}{}", theme.glyph(status), listing.tally.of(status));
        let gap = 4_usize.saturating_sub(gate::width(&count));
        let count = words::fitted(theme, &count, 4, theme.status(status));
        line.spans.push(Span::raw(" "));
        line.spans.extend(count.spans);
        line.spans.push(Span::raw(" ".repeat(gap)));
    }
    if width >= 70 {
        let last = listing.last.as_ref().map(|at| ago(at, &home.now, model.settings.ahead)).unwrap_or_default();
        let gap = 16_usize.saturating_sub(gate::width(&last));
        line.spans.push(Span::raw("  "));
        line.spans.extend(words::fitted(theme, &last, 16, theme.quiet()).spans);
        line.spans.push(Span::raw(" ".repeat(gap)));
    }
    line
}
