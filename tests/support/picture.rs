//! The screen as a picture: SVG from the cells of a grid, so that it shows what the program draws and nothing else.

use std::fmt::Write as _;

use factdesk::app::layout::Size;
use factdesk::view::grid::{Grid, Paint};
use ratatui::style::{Color, Modifier};

/// Width of a cell in the picture's units.
const WIDE: u32 = 9;
/// Height of a cell.
const HIGH: u32 = 19;
/// Room around the cells.
const MARGIN: u32 = 12;
/// From the top of a row to its baseline.
const BASE: u32 = 14;

const GROUND: &str = "#16181d";
const INK: &str = "#d6d8dc";

/// The cells of `grid` as SVG on a dark ground; runs of one style become one element each.
pub fn svg(grid: &Grid) -> String {
    let Size { width, height } = grid.size();
    let (wide, high) = (u32::from(width) * WIDE + 2 * MARGIN, u32::from(height) * HIGH + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"15\">\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"{GROUND}\"/>\n"
    );
    for y in 0..height {
        for run in runs(grid, y) {
            run.draw(&mut out, y);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Neighbouring cells of one style.
struct Run {
    x: u16,
    cells: u16,
    text: String,
    paint: Paint,
}

fn runs(grid: &Grid, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, cell) in (0..).zip(grid.row(y)) {
        let (paint, symbol) = (grid.paint(*cell), grid.symbol(*cell).to_string());
        match runs.last_mut() {
            Some(run) if run.paint == paint => {
                run.cells += 1;
                run.text.push_str(&symbol);
            }
            _ => runs.push(Run { x, cells: 1, text: symbol, paint }),
        }
    }
    runs
}

impl Run {
    fn draw(&self, out: &mut String, y: u16) {
        let has = |modifier| self.paint.modifiers.contains(modifier);
        let (mut ink, mut ground) = (hex(self.paint.text, INK), hex(self.paint.ground, GROUND));
        if has(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        let (x, top) = (MARGIN + u32::from(self.x) * WIDE, MARGIN + u32::from(y) * HIGH);
        let wide = u32::from(self.cells) * WIDE;
        if ground != GROUND {
            let _ = writeln!(out, "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{HIGH}\" fill=\"{ground}\"/>");
        }
        let text = self.text.trim_end();
        if !text.trim_start().is_empty() {
            let weight = if has(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
            let slant = if has(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
            let faint = if has(Modifier::DIM) { " opacity=\"0.6\"" } else { "" };
            let columns = u32::try_from(text.chars().count()).unwrap_or(0) * WIDE;
            let _ = writeln!(
                out,
                "<text x=\"{x}\" y=\"{}\" textLength=\"{columns}\" xml:space=\"preserve\" fill=\"{ink}\"{weight}{slant}{faint}>{}</text>",
                top + BASE,
                escaped(text)
            );
        }
        if has(Modifier::UNDERLINED) {
            let colour = hex(self.paint.line, &ink);
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{}\" width=\"{wide}\" height=\"1\" fill=\"{colour}\"/>",
                top + BASE + 3
            );
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A colour as the picture writes it; `usual` for the terminal's own, and for the basic ones that terminals paint as they like.
fn hex(colour: Color, usual: &str) -> String {
    let Color::Indexed(n) = colour else { return usual.to_owned() };
    if n < 16 {
        return usual.to_owned();
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let [red, green, blue] = match n - 16 {
        step @ 0..=215 => [level(step / 36), level(step / 6 % 6), level(step % 6)],
        grey => [8 + 10 * (grey - 216); 3],
    };
    format!("#{red:02x}{green:02x}{blue:02x}")
}
