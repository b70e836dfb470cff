//! The full card of a claim.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::card::{self, Depth};
use super::hints;
use super::theme::Theme;
use crate::app::Model;
use crate::app::frame::{centred, inside};
use crate::app::panel as panels;
use crate::app::panel::Panel;
use crate::review::Claim;

/// The first row to show of `rows` in `height`, as near to `wanted` as there are rows.
fn held(wanted: usize, rows: usize, height: u16) -> usize {
    wanted.min(rows.saturating_sub(usize::from(height)))
}

/// How far the pop-up in front can be scrolled, in rows; `None` for one whose text the model knows itself.
pub fn reach(model: &Model) -> Option<usize> {
    if !matches!(model.panels.last(), Some(Panel::Card(_))) {
        return None;
    }
    let (lines, frame) = card_of(model, model.desk()?.claim()?, Theme::new(model.settings.look))?;
    Some(held(usize::MAX, lines.len(), inside(frame).height))
}

/// The rows of a claim's full card, and the frame they stand in.
fn card_of(model: &Model, claim: &Claim, theme: Theme) -> Option<(Vec<card::Line>, Rect)> {
    let widest = model.size.width.saturating_sub(4).min(100);
    let lines = card::lines(model.desk()?, claim, theme, &model.settings, widest.saturating_sub(4), Depth::Full);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let frame = centred(model.size, widest, rows.saturating_add(2));
    Some((lines, frame))
}

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, scroll: usize) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let (lines, frame) = card_of(model, claim, canvas.theme)?;
    let title = card::title(desk, claim, &model.settings);
    canvas.frame(frame, &title, &hints::foot(model, panels::card::SCOPE));
    let area = inside(frame);
    card::draw(canvas, area, &lines, held(scroll, lines.len(), area.height));
    None
}
