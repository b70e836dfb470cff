//! The highlight of a list's selected row, laid over what is drawn there: words that were found stay told from the rest, and so do
//! signs in the ink of a state.

use std::ops::RangeInclusive;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::theme::Styles;

/// Arrows, marks, lines: what is drawn, and no letter or stop of words that have an ink.
const SIGNS: RangeInclusive<char> = '\u{2190}'..='\u{2bff}';

/// Lays the highlight over the cells of `area`.
pub(super) fn lay(theme: Styles, buffer: &mut Buffer, area: Rect) {
    let found = theme.found();
    for place in area.intersection(buffer.area).positions() {
        let Some(cell) = buffer.cell_mut(place) else { continue };
        let is_sign = || cell.symbol().chars().all(|c| SIGNS.contains(&c));
        cell.set_style(match cell.style() {
            style if is_in(style, found) => theme.found_on_selected(),
            Style { fg: Some(ink), .. } if is_sign() => theme.sign_on_selected(ink),
            _ => theme.selected(),
        });
    }
}

/// True for a cell that `found` was laid over.
fn is_in(cell: Style, found: Style) -> bool {
    let same = |cell: Option<Color>, found: Option<Color>| found.is_none() || cell == found;
    let weight: Modifier = found.add_modifier;
    same(cell.fg, found.fg) && same(cell.bg, found.bg) && cell.add_modifier.contains(weight)
}
