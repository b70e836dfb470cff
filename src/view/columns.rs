//! The columns beside the titles on the home screen: what each is called, how wide it is, on what screens it stands.

use std::ops::Range;

use super::theme::Styles;
use super::{top, words};
use crate::app::ago::ago;
use crate::app::home::FilledColumns;
use crate::app::listing::Listing;
use crate::review::{Stamp, Status};
use ratatui::text::{Line, Span};

/// What a cell is told by, besides the session.
pub(super) struct Beside<'a> {
    pub(super) theme: Styles,
    /// The moment that ages are counted from.
    pub(super) now: &'a Stamp,
    /// How many seconds the reviewer's clock is ahead of UTC.
    pub(super) ahead: i32,
}

/// A column.
pub(super) struct Column {
    /// What stands over it.
    pub(super) head: &'static str,
    /// Its columns on the screen, without the two before it.
    pub(super) width: u16,
    /// The screens that it stands on, by their columns.
    screens: Range<u16>,
    /// Whether any session has something to tell in it.
    is_filled: fn(FilledColumns) -> bool,
    cell: fn(&Beside<'_>, &Listing) -> Line<'static>,
}

/// More columns than any screen has.
const WIDEST: u16 = u16::MAX;

/// Columns of the screen before each.
pub(super) const GAP: u16 = 2;

/// From so many columns of the screen on a bar stands beside the fraction; below, the titles need what it takes.
const WITH_BARS: u16 = 60;

/// What stands over the progress.
const CHECKED: &str = "checked";

const COLUMNS: [Column; 8] = [
    Column { head: "draft", width: 5, screens: 60..WIDEST, is_filled: |filled| filled.drafts > 0, cell: draft },
    Column { head: "file", width: 22, screens: 150..WIDEST, is_filled: |filled| filled.files > 0, cell: file },
    Column {
        head: "marked by",
        width: 14,
        screens: 132..WIDEST,
        is_filled: |filled| filled.readers > 0,
        cell: reviewers,
    },
    Column { head: "owed", width: 4, screens: 90..WIDEST, is_filled: |filled| filled.owed > 0, cell: owed },
    Column { head: CHECKED, width: 7, screens: 0..WITH_BARS, is_filled: |_| true, cell: fraction },
    Column { head: CHECKED, width: 16, screens: WITH_BARS..WIDEST, is_filled: |_| true, cell: checked },
    Column { head: "", width: 23, screens: 140..WIDEST, is_filled: |_| true, cell: counts },
    Column { head: "changed", width: 11, screens: 70..WIDEST, is_filled: |_| true, cell: changed },
];

/// Those that stand on a screen of `width` columns, from the left; what no session has anything to tell in leaves its room to the
/// titles. Where the titles leave room, more do. Beside the places of words that are looked for only the progress does.
pub(super) fn on(width: u16, filled: FilledColumns) -> impl Iterator<Item = &'static Column> {
    let may = |column: &Column| {
        (column.is_filled)(filled) && width < column.screens.end && (filled.places == 0 || column.head == CHECKED)
    };
    let stands = |column: &Column| may(column) && column.screens.contains(&width);
    let mut on = COLUMNS.each_ref().map(stands);
    let taken = COLUMNS.iter().zip(on).filter(|(_, on)| *on).map(|(column, _)| GAP + column.width).sum::<u16>();
    // The list's edges, and two blanks behind the longest title.
    let mut left = width.saturating_sub(taken + filled.titles + 5);
    for (column, on) in COLUMNS.iter().zip(&mut on) {
        let wide = GAP + column.width;
        // The progress is there in one way or the other.
        if !*on && may(column) && column.head != CHECKED && wide <= left {
            left -= wide;
            *on = true;
        }
    }
    COLUMNS.iter().zip(on).filter(|(_, on)| *on).map(|(column, _)| column)
}

/// How many columns of the screen they take, with one behind the last.
pub(super) fn width(width: u16, filled: FilledColumns) -> u16 {
    on(width, filled).map(|column| GAP + column.width).sum::<u16>() + 1
}

impl Column {
    /// What it says of a session, as wide as it is, the gap before it.
    pub(super) fn spans(&self, beside: &Beside<'_>, listing: &Listing) -> Vec<Span<'static>> {
        let line = (self.cell)(beside, listing);
        let filled = usize::from(self.width).saturating_sub(line.width());
        let mut spans = vec![Span::raw(" ".repeat(GAP.into()))];
        spans.extend(line.spans);
        spans.push(Span::raw(" ".repeat(filled)));
        spans
    }
}

/// Nothing of the first draft: most sessions have no other.
fn draft(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let text = if listing.draft > 1 { format!("{:>5}", listing.draft) } else { String::new() };
    words::fitted(beside.theme, &text, 5, beside.theme.plain())
}

fn file(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    words::fitted(beside.theme, &listing.source, 22, beside.theme.quiet())
}

/// The one who marked last, and how many others did.
fn reviewers(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let text = match listing.reviewers.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, others @ ..] => format!("{one} +{}", others.len()),
    };
    words::fitted(beside.theme, &text, 14, beside.theme.quiet())
}

fn owed(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let text = if listing.owed > 0 { format!("{:>4}", listing.owed) } else { String::new() };
    words::fitted(beside.theme, &text, 4, beside.theme.accent())
}

/// The fraction alone, flush right.
fn fraction(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let text = format!("{:>7}", format!("{}/{}", listing.tally.settled(), listing.tally.total()));
    words::fitted(beside.theme, &text, 7, beside.theme.plain())
}

/// The fraction, flush right in front of its bar.
fn checked(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let mut bar = top::bar(beside.theme, &listing.tally, 8);
    bar.spans.insert(0, Span::raw(" ".repeat(16_usize.saturating_sub(bar.width()))));
    bar
}

fn counts(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let theme = beside.theme;
    let mut line = Line::default();
    for status in [Status::Verified, Status::Disputed, Status::Unknown, Status::Unchecked] {
        let count = words::fitted(
            theme,
            &format!("{} {}", theme.glyph(status), listing.tally.of(status)),
            5,
            top::counted(theme, status, &listing.tally),
        );
        let filled = if status == Status::Unchecked { 0 } else { 6_usize.saturating_sub(count.width()) };
        line.spans.extend(count.spans);
        line.spans.push(Span::raw(" ".repeat(filled)));
    }
    line
}

fn changed(beside: &Beside<'_>, listing: &Listing) -> Line<'static> {
    let last = listing.last.as_ref().map(|at| ago(at, beside.now, beside.ahead)).unwrap_or_default();
    words::fitted(beside.theme, &last, 11, beside.theme.quiet())
}
