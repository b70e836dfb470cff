//! Where a form and a note stand so that the sentence they are about can still be read.

use super::desk::Desk;
use super::frame::centred;
use super::layout::{self, Rect, Size};

/// The narrowest that a form fits beside the article.
const BESIDE: u16 = 50;

/// Columns of a list.
const LIST: u16 = 90;

/// The most rows of what the reviewer did, with its frame.
const TALLEST_PAST: u16 = 24;

/// Columns of a finder.
const FINDER: u16 = 84;

/// The fewest columns of one.
const NARROWEST_FINDER: u16 = 64;

/// The fewest rows of a finder, with its frame.
const LOWEST_FINDER: u16 = 8;

/// The fewest rows of a list that makes room for the sentence, with its frame.
const LOWEST_LIST: u16 = 6;

/// The most rows of one.
const TALLEST_FINDER: u16 = 18;

/// Columns of the choice of filters.
const MENU: u16 = 50;

/// The fewest rows of a note that makes room for the sentence, with its frame.
const LOWEST_NOTE: u16 = 7;

/// A frame of at most `width` columns and `height` rows: in the pane beside the article where that is wide enough, else below or
/// above the selected words, whichever covers none of them.
pub fn aside(desk: Option<&Desk>, size: Size, width: u16, height: u16) -> Rect {
    let height = height.min(size.height.saturating_sub(2));
    let Some(desk) = desk else { return centred(size, width, height) };
    if let Some(pane) = pane(desk, size) {
        let height = height.min(pane.height);
        return Rect { y: pane.y + pane.height - height, height, ..pane };
    }
    clear(desk, size, centred(size, width, height))
}

/// The frame of a finder over so many `rows`, as tall as the rows above or below the selected words leave room for, with the line
/// that one types on. It does not grow and shrink with what is typed.
pub fn finder(desk: Option<&Desk>, size: Size, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    list(desk, size, FINDER, (rows.saturating_add(4).clamp(LOWEST_FINDER, TALLEST_FINDER), LOWEST_LIST))
}

/// The frame of what the reviewer did, `count` rows of it.
pub fn past(desk: Option<&Desk>, size: Size, count: usize) -> Rect {
    let rows = u16::try_from(count).unwrap_or(u16::MAX);
    list(desk, size, LIST, (rows.saturating_add(2).min(TALLEST_PAST), LOWEST_LIST))
}

/// The frame of a list of `count` things that take two rows each.
pub fn pairs(desk: Option<&Desk>, size: Size, count: usize) -> Rect {
    tall(desk, size, (count, 2))
}

/// The frame of a list of so many things that take so many rows each, one of them at least whatever that covers.
pub fn tall(desk: Option<&Desk>, size: Size, (count, each): (usize, u16)) -> Rect {
    let rows = u16::try_from(count.max(1)).unwrap_or(u16::MAX);
    let (wanted, least) = (rows.saturating_mul(each).saturating_add(2), LOWEST_LIST.max(each.saturating_add(2)));
    let frame = list(desk, size, LIST, (wanted, least));
    // What is left over where another does not fit is the desk's.
    let left = frame.height.saturating_sub(2) % each.max(1);
    let down = if desk.is_some_and(|desk| pane(desk, size).is_some()) { left } else { 0 };
    let kept = frame.height - if frame.height.saturating_sub(2) > left { left } else { 0 };
    Rect { y: frame.y + down, height: kept, ..frame }
}

/// Columns of the frame of such a list.
pub fn list_width(desk: Option<&Desk>, size: Size) -> u16 {
    list(desk, size, LIST, (LOWEST_LIST, LOWEST_LIST)).width
}

/// The frame of a list of at most `width` columns and `wanted` rows: beside the article, else as tall as the rows above or below
/// the selected words leave room for, where those are `least` ones.
fn list(desk: Option<&Desk>, size: Size, width: u16, (wanted, least): (u16, u16)) -> Rect {
    let Some(desk) = desk else { return centred(size, width, wanted) };
    if let Some(pane) = pane(desk, size).filter(|pane| pane.width >= NARROWEST_FINDER) {
        let height = wanted.min(pane.height);
        return Rect { y: pane.y + pane.height - height, height, ..pane };
    }
    let (above, below) = free(desk, size);
    let room = above.height.max(below.height);
    clear(desk, size, centred(size, width, if room >= least { wanted.min(room) } else { wanted }))
}

/// The frame of the choice of filters, of so many `rows`.
pub fn menu(desk: Option<&Desk>, size: Size, rows: usize) -> Rect {
    let frame = centred(size, MENU, u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2));
    // It is about the list, and lies over that rather than over the article.
    match desk.and_then(|desk| pane(desk, size)) {
        Some(pane) => Rect {
            x: pane.x + pane.width.saturating_sub(frame.width) / 2,
            // What stands over the list tells what is listed with what was chosen so far.
            y: pane.y,
            height: frame.height.min(size.height.saturating_sub(pane.y + 1)),
            ..frame
        },
        None => frame,
    }
}

/// The frame of a note: beside the article, else as tall as the rows above or below the selected words leave room for.
pub fn note(desk: Option<&Desk>, size: Size) -> Rect {
    let area = layout::note(size);
    let frame = Rect::new(area.x.saturating_sub(2), area.y.saturating_sub(1), area.width + 4, area.height + 2);
    let Some(desk) = desk else { return frame };
    if let Some(pane) = pane(desk, size) {
        let height = frame.height.min(pane.height / 2).max(LOWEST_NOTE).min(pane.height);
        return Rect { y: pane.y + pane.height - height, height, ..pane };
    }
    let (above, below) = free(desk, size);
    let room = above.height.max(below.height);
    let height = if room >= LOWEST_NOTE { frame.height.min(room) } else { frame.height };
    clear(desk, size, Rect { height, ..frame })
}

/// The pane beside the article, where it is wide enough to write in.
fn pane(desk: &Desk, size: Size) -> Option<Rect> {
    desk.layout(size).beside().filter(|pane| pane.width >= BESIDE)
}

/// The rows above the selected words and those below them.
fn free(desk: &Desk, size: Size) -> (Rect, Rect) {
    let layout = desk.layout(size);
    let rows = desk.page(&layout).rows(desk.scroll.top, usize::from(layout.words.height));
    let mine = |row: &super::page::PageRow| desk.span().is_some_and(|span| !row.gap && row.span.overlaps(span));
    let seen = (layout.words.y..).zip(&rows).filter(|(_, row)| mine(row)).map(|(y, _)| y);
    let (first, last) = (seen.clone().min().unwrap_or(0), seen.max().unwrap_or(0));
    let end = layout.hints.y;
    let above = Rect::new(0, 1, size.width, first.saturating_sub(1));
    (above, Rect::new(0, last + 1, size.width, end.saturating_sub(last + 1)))
}

/// `frame` moved up or down so that it covers none of the selected words; where it was, when there is no such place.
fn clear(desk: &Desk, size: Size, frame: Rect) -> Rect {
    let (above, below) = free(desk, size);
    if below.height >= frame.height {
        let lowest = below.y + below.height - frame.height;
        Rect { y: frame.y.max(below.y).min(lowest), ..frame }
    } else if above.height >= frame.height {
        Rect { y: above.y, ..frame }
    } else {
        frame
    }
}
