//! Draws the model; changes nothing.
//!
//! Start with [`draw`]: it fills a grid of cells and says where the terminal's cursor belongs.

mod article;
mod canvas;
mod card;
mod columns;
mod desk;
pub mod grid;
mod highlight;
mod hints;
mod home;
mod inks;
mod layers;
mod list;
mod minimap;
mod paint;
mod panel;
mod readings;
mod theme;
mod top;
mod typed;
mod words;

use crate::app::layout::Size;
use crate::app::{Mode, Model};
use canvas::Canvas;
use grid::Grid;
use theme::Styles;

/// Draws the whole screen into `grid`, which is blank, and says in which cell the terminal's cursor stands, if it shows.
///
/// A grid of another size than the model knows is drawn as far as both go.
pub fn draw(model: &Model, grid: &mut Grid) -> Option<(u16, u16)> {
    let Size { width, height } = grid.size();
    let size = Size::new(width.min(model.size.width), height.min(model.size.height));
    let mut canvas = Canvas::new(grid, Styles::new(model.settings.look));
    canvas.page();
    if !size.is_enough() {
        too_small(&mut canvas, size);
        return None;
    }
    match &model.mode {
        Mode::Home(home) => home::draw(&mut canvas, model, home),
        Mode::Desk(desk) => desk::draw(&mut canvas, model, desk),
    }
    panel::draw(&mut canvas, model)
}

/// Says that there is no room, in whatever room there is.
fn too_small(canvas: &mut Canvas<'_>, size: Size) {
    let Size { width, height } = Size::SMALLEST;
    let plain = canvas.theme.plain();
    let lines = [
        "too small".to_owned(),
        format!("factdesk needs {width}×{height}"),
        format!("this is {}×{}", size.width, size.height),
    ];
    for (row, line) in (0..size.height).zip(lines) {
        canvas.text(0, row, size.width, &line, plain);
    }
}
