//! The home screen: every saved session with its progress.

use super::canvas::Canvas;
use super::columns::{self, Beside};
use super::theme::Styles;
use super::{highlight, hints, words};
use crate::app::Model;
use crate::app::home::{Home, HomeRow};
use crate::app::keymap::Scope;
use crate::app::layout;
use crate::app::listing::{ListGroup, Listing};
use crate::app::{search, shares};

use crate::review::Status;
use crate::text::{gate, quoted};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{List, Widget};

/// On screens below so many columns a title has whatever its row has.
const NARROW: u16 = 60;

/// Columns of a title that stay beside who is to check what.
const SHORTEST: usize = 12;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, home: &Home) {
    let theme = canvas.theme;
    let (width, height) = (model.size.width, model.size.height);
    let x = 1 + canvas.text(1, 0, width, "factdesk", theme.accent());
    let shown = home.count();
    let count = if home.query.is_empty() {
        match home.listed.len() {
            0 => String::new(),
            1 => "1 saved session".to_owned(),
            count => format!("{count} saved sessions"),
        }
    } else {
        // What was not read yet may have them.
        let so_far = if home.pending { ", of those read so far" } else { "" };
        format!("{} of {} sessions with {}{so_far}", shown, home.listed.len(), quoted(&home.query))
    };
    canvas.fitted(x + 2, 0, width.saturating_sub(x + 3), &count, theme.plain());
    canvas.rule(0, 1, width);
    canvas.rule(0, height.saturating_sub(2), width);
    heads(canvas, home, width);
    let rows = layout::home(model.size);
    let mut buffer = Buffer::empty(rows);
    buffer.set_style(rows, theme.plain());
    let selected = home.selected_row().checked_sub(home.top);
    let in_view = home.rows(home.top, rows.height.into());
    more(canvas, home, &in_view, (width, height));
    let items = in_view.into_iter().enumerate().map(|(at, listed)| match listed {
        HomeRow::Head(group, count) => words::line(theme, &format!("{} · {count}", group.name()), theme.quiet()),
        HomeRow::Session(listing, place) => row(model, home, theme, (listing, place), Some(at) == selected),
    });
    let beside = Rect { x: 1, width: width.saturating_sub(1), ..rows };
    Widget::render(List::new(items), beside, &mut buffer);
    if let Some(row) = selected.and_then(|at| beside.rows().nth(at)).filter(|_| shown > 0) {
        highlight::lay(theme, &mut buffer, row);
    }
    canvas.lay(&buffer);
    if let Some(y) = selected.and_then(|at| rows.rows().nth(at)).map(|row| row.y).filter(|_| shown > 0) {
        let (bar, style) = theme.bar(true);
        canvas.text(0, y, 1, bar, style);
    }
    if shown == 0 {
        let words = if home.pending && (home.listed.is_empty() || !home.query.is_empty()) {
            "looking for saved sessions …".to_owned()
        } else if home.listed.is_empty() {
            format!("nothing saved yet: {} opens a file", model.keymap.called(Scope::Home, "start-from"))
        } else {
            "no session has these words".to_owned()
        };
        canvas.fitted(2, rows.y, width.saturating_sub(3), &words, theme.quiet());
    }
    hints::draw(canvas, model, Rect::new(0, height.saturating_sub(1), width, 1));
}

/// On the rule below the sessions, how many more there are.
fn more(canvas: &mut Canvas<'_>, home: &Home, in_view: &[HomeRow<'_>], (width, height): (u16, u16)) {
    let place = |row: &HomeRow<'_>| match row {
        HomeRow::Session(_, place) => Some(place + 1),
        HomeRow::Head(..) => None,
    };
    let below = in_view.iter().rev().find_map(place).map_or(0, |seen| home.count().saturating_sub(seen));
    if below > 0 {
        let (told, quiet) = (format!(" {} ", words::more(canvas.theme, below)), canvas.theme.quiet());
        canvas.flush_right(width.saturating_sub(1), height.saturating_sub(2), &told, quiet);
    }
}

/// What the columns hold, on the rule above them, and in which order the sessions stand.
fn heads(canvas: &mut Canvas<'_>, home: &Home, width: u16) {
    let quiet = canvas.theme.quiet();
    let mut x = width.saturating_sub(columns::width(width, home.filled()));
    let told = format!(" session · {}", home.ordered());
    let wide = canvas.fitted(1, 1, x.saturating_sub(2), &told, quiet);
    canvas.text(1 + wide, 1, 1, " ", quiet);
    for column in columns::on(width, home.filled()) {
        if !column.head.is_empty() {
            canvas.text(x + 1, 1, column.width + 2, &format!(" {} ", column.head), quiet);
        }
        x += columns::GAP + column.width;
    }
}

/// The title of a session in `room` columns; behind it its name where others have that title, or where the words asked for are.
fn titled(
    home: &Home,
    theme: Styles,
    (listing, place): (&Listing, usize),
    room: u16,
    style: Style,
) -> Vec<Span<'static>> {
    let title = if listing.title.is_empty() { &listing.name } else { &listing.title };
    let behind = match home.place(&listing.path) {
        Some(found) => found.text.clone(),
        None if home.is_twice(place) => listing.name.clone(),
        None => return words::fitted(theme, title, room, style).spans,
    };
    let (wide, long) = (usize::from(room).saturating_sub(3), gate::width(&behind));
    // The one gets at least a third, and what the other leaves.
    let first = gate::width(title).min((wide / 3).max(wide.saturating_sub(long)));
    let rest = wide.saturating_sub(first);
    let mut spans = words::fitted(theme, title, u16::try_from(first).unwrap_or(0), style).spans;
    spans.extend(words::spans(theme, " · ", theme.quiet()));
    if home.place(&listing.path).is_none() {
        // What tells names of one story apart is their end.
        spans.extend(words::spans(theme, &words::without_middle(&behind, rest), style));
        return spans;
    }
    let (label, text) = behind.split_once("  ").unwrap_or(("", &behind));
    let label = format!("{label}  ");
    let text = words::around(text, &home.query, rest.saturating_sub(gate::width(&label)));
    spans.extend(words::spans(theme, &label, theme.quiet()));
    let hits =
        home.query.split_whitespace().flat_map(|word| search::all(&text, word).map(|span| (span, theme.found())));
    spans.extend(words::marked(theme, &text, style, &hits.collect::<Vec<_>>()));
    spans
}

/// A session: its title, and on the right its columns, or why it can't be opened.
fn row(
    model: &Model,
    home: &Home,
    theme: Styles,
    (listing, place): (&Listing, usize),
    selected: bool,
) -> Line<'static> {
    let style = match (selected, listing.group(&home.reader)) {
        (true, _) => theme.strong(),
        (false, ListGroup::Done) => theme.quiet(),
        (
            false,
            ListGroup::Mine | ListGroup::ToCheck | ListGroup::Others | ListGroup::Waiting | ListGroup::Unreadable,
        ) => theme.plain(),
    };
    let key = model.keymap.called(Scope::Home, "take-copies-in");
    let copies = match (listing.copies.len(), selected) {
        (0, _) => String::new(),
        (1, false) => "  1 copy".to_owned(),
        (1, true) => format!("  1 copy, {key} takes it in"),
        (several, false) => format!("  {several} copies"),
        (several, true) => format!("  {several} copies, {key} takes them in"),
    };
    let copies = if listing.newer { format!("  newer file{copies}") } else { copies };
    let named = listing.assigned.iter().map(|(name, count)| (name.as_str(), *count));
    let open = listing.tally.unchecked + listing.tally.differs;
    let nobody = open.saturating_sub(listing.assigned.iter().map(|(_, count)| count).sum());
    let shares = shares::told(&model.settings.reviewer, named, nobody).filter(|_| listing.trouble.is_none());
    let shares = shares.map(|told| format!("  {told}")).unwrap_or_default();
    // The list stands a column from the left, and a blank before the title. A reason takes the columns' place and what the title leaves.
    let width = model.size.width.saturating_sub(2);
    let right = match &listing.trouble {
        Some(trouble) => u16::try_from(gate::width(trouble) + 3).unwrap_or(u16::MAX).min(width - width / 3),
        None => columns::width(model.size.width, home.filled()),
    };
    let room = usize::from(width.saturating_sub(right));
    // Of a long title a beginning stays, and what is told of a session behind it goes first; on a narrow screen all of it does.
    let behind = gate::width(&copies) + gate::width(&shares);
    let title = if listing.title.is_empty() { &listing.name } else { &listing.title };
    let least = if model.size.width < NARROW { gate::width(title) } else { SHORTEST };
    let shares = if room > behind + least { shares } else { String::new() };
    let cut = u16::try_from(room.saturating_sub(gate::width(&copies) + gate::width(&shares))).unwrap_or(0);
    let mut line = Line::from(" ");
    line.spans.extend(titled(home, theme, (listing, place), cut, style));
    line.spans.extend(words::spans(theme, &shares, theme.quiet()));
    line.spans.extend(words::spans(theme, &copies, theme.accent()));
    line.spans.push(Span::raw(" ".repeat((room + 1).saturating_sub(line.width()))));
    if let Some(trouble) = &listing.trouble {
        line.spans.push(Span::raw("  "));
        line.spans.extend(words::fitted(theme, trouble, right.saturating_sub(3), theme.status(Status::Disputed)).spans);
        return line;
    }
    let beside = Beside { theme, now: &home.now, ahead: model.settings.ahead };
    for column in columns::on(model.size.width, home.filled()) {
        line.spans.extend(column.spans(&beside, listing));
    }
    line
}
