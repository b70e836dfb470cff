//! How many rows of the screen each item of the list takes: where rows are left over, those get a second one whose words are cut.

use super::desk::Desk;
use super::filter::Item;
use super::layout::Layout;
use super::marks::MARKS;
use crate::text::gate;

/// Columns of words from which small marks stand apart.
pub const SPACIOUS: u16 = 50;

/// Bytes of a claim that are measured; longer ones are cut in any case.
const LOOKED: usize = 2_000;

/// The rows that each of `items`, which are in view, takes.
pub fn heights(desk: &Desk, layout: &Layout, items: &[Item]) -> Vec<u16> {
    let each = layout.each.max(1);
    let mut left = usize::from(layout.list.height).saturating_sub(items.len() * usize::from(each));
    let height = |item: &Item| {
        let second = each == 1 && left > 0 && is_cut(desk, layout, item);
        left -= usize::from(second);
        each + u16::from(second)
    };
    items.iter().map(height).collect()
}

/// Which of `items` stands in row `row` of the list, from 0.
pub fn at(desk: &Desk, layout: &Layout, items: &[Item], row: u16) -> Option<usize> {
    let mut end = 0;
    heights(desk, layout, items).into_iter().position(|height| {
        end += height;
        row < end
    })
}

/// True for a claim that one row has not room for.
fn is_cut(desk: &Desk, layout: &Layout, item: &Item) -> bool {
    let Item::Claim(id) = item else { return false };
    let Some(claim) = desk.session.claims().by_id(id) else { return false };
    // Bar, glyph, number and the blanks round them, one before the edge: the margin's columns and one.
    let columns = layout.list.width.saturating_sub(layout.margin.width + 1);
    let step = if columns >= SPACIOUS { 2 } else { 1 };
    let marks = MARKS.iter().filter(|mark| (mark.is_of)(claim)).count();
    let taken = if marks == 0 { 0 } else { marks * step + 1 };
    let words = if claim.statement.is_empty() { desk.session.exact(claim) } else { &claim.statement };
    words.len() > LOOKED || gate::width(words) + taken > usize::from(columns)
}
