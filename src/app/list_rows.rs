//! How many rows of the screen each item of the list takes: where rows are left over, those get a second one whose words are cut.

use super::desk::Desk;
use super::item::ListedItem;
use super::layout::Layout;
use super::marks::MARKS;
use crate::review::Claim;
use crate::text::gate;

/// Columns of a claim's words that small marks part at no cost of: sixty letters, and a sign of a cut at either end.
const LETTERS: usize = 62;

/// Bytes of a claim that are measured; longer ones are cut in any case.
const LOOKED: usize = 2_000;

/// The rows that each of `items`, which are in view, takes.
pub fn heights(desk: &Desk, layout: &Layout, items: &[ListedItem<'_>]) -> Vec<u16> {
    let each = layout.each.max(1);
    let mut left = usize::from(layout.list.height).saturating_sub(items.len() * usize::from(each));
    let height = |item: &ListedItem<'_>| {
        let second = each == 1 && left > 0 && is_cut(desk, layout, item);
        left -= usize::from(second);
        each + u16::from(second)
    };
    items.iter().map(height).collect()
}

/// Which of `items` stands in row `row` of the list, from 0.
pub fn at(desk: &Desk, layout: &Layout, items: &[ListedItem<'_>], row: u16) -> Option<usize> {
    let mut end = 0;
    heights(desk, layout, items).into_iter().position(|height| {
        end += height;
        row < end
    })
}

/// True for a claim that one row has not room for.
fn is_cut(desk: &Desk, layout: &Layout, item: &ListedItem<'_>) -> bool {
    let ListedItem::Claim(claim) = item else { return false };
    // Bar, glyph, number and the blanks round them, one before the edge: the margin's columns and one.
    let columns = usize::from(layout.list.width.saturating_sub(layout.margin.width + 1));
    let marks = MARKS.iter().filter(|mark| (mark.is_of)(claim)).count();
    let taken = taken(marks, step(desk, claim, marks, (columns, 1)));
    width(desk, claim).is_none_or(|width| width + taken > columns)
}

/// Columns from one of `marks` small marks of `claim` to the next, in `rows` rows with `columns` for its words: a blank parts
/// them where that leaves the words as long as they are, or long enough.
pub fn step(desk: &Desk, claim: &Claim, marks: usize, (columns, rows): (usize, usize)) -> usize {
    let parted = taken(marks, 2);
    // What wraps leaves some columns free at the end of a row.
    let room = if rows > 1 { columns * rows * 3 / 4 } else { columns };
    let is_free = || width(desk, claim).is_some_and(|width| width + parted <= room);
    if columns.saturating_sub(parted) >= LETTERS || is_free() { 2 } else { 1 }
}

/// Columns of a claim's words that `marks` marks take, each `step` from the next: the last stands in the blank before the edge,
/// a blank before the first.
pub const fn taken(marks: usize, step: usize) -> usize {
    if marks == 0 { 0 } else { (marks - 1) * step + 1 }
}

/// How wide the words of `claim` are; `None` for what is too long to be measured.
fn width(desk: &Desk, claim: &Claim) -> Option<usize> {
    let words = if claim.statement.is_empty() { desk.session.exact(claim) } else { &claim.statement };
    (words.len() <= LOOKED).then(|| gate::width(words))
}
