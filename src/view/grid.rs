//! The grid: the cells of a screen, eight bytes each, with the characters and paints that they name by number.
//!
//! A frame goes over every cell several times, on processors that have forgotten the last one by the next key. Cells of a string
//! and five fields (48 bytes in ratatui's buffer) made that half of what a key costs.

use ratatui::layout::Rect;
use std::collections::HashMap;
use std::fmt;

use foldhash::fast::RandomState;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::paint::Paints;
use crate::app::layout::Size;

pub use super::paint::Paint;

/// Numbers that are given out before they are given out anew: more than any screen shows at a time.
const MOST: usize = 1 << 13;

/// A cell: a character and a paint, by the numbers that its grid gave them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    symbol: u32,
    paint: u32,
}

impl Cell {
    /// The bits of a symbol that are its character, or the number of a cluster of them.
    const CODE: u32 = 0x00ff_ffff;
    /// Marks the number of a cluster.
    const CLUSTER: u32 = 1 << 31;
    /// From this bit on stand the columns that a symbol takes beyond the first.
    const MORE: u32 = 24;
    /// The most of them.
    const MOST: u32 = 15;

    /// A blank in the terminal's own colours.
    pub const BLANK: Self = Self { symbol: ' ' as u32, paint: 0 };

    /// No cell of any grid: what lies under a wide character's other columns, or what nobody knows.
    pub const NONE: Self = Self { symbol: u32::MAX, paint: 0 };

    /// True for a blank, whatever its paint.
    pub const fn is_blank(self) -> bool {
        self.symbol == ' ' as u32
    }

    /// How many columns its symbol takes, from 1.
    pub const fn columns(self) -> usize {
        1 + (self.symbol >> Self::MORE & Self::MOST) as usize
    }

    /// True when both are painted by one number.
    pub const fn is_painted_as(self, other: Self) -> bool {
        self.paint == other.paint
    }

    /// A blank in the same paint.
    #[must_use]
    pub const fn blanked(self) -> Self {
        Self { symbol: ' ' as u32, paint: self.paint }
    }
}

/// What a cell says: a character, or several that make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol<'a> {
    /// One character.
    One(char),
    /// A cluster of them.
    Cluster(&'a str),
}

impl fmt::Display for Symbol<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(c) => write!(f, "{c}"),
            Self::Cluster(cluster) => f.write_str(cluster),
        }
    }
}

/// The cells of a screen. What is written is taken as it is: text from outside has passed the gate before, as [`super::draw`]
/// sees to.
#[derive(Debug)]
pub struct Grid {
    size: Size,
    cells: Vec<Cell>,
    /// For each row, whether a character of more than one column stands there.
    wide: Vec<bool>,
    paints: Paints,
    clusters: Clusters,
    /// Rises when numbers are given out anew, and cells of before say nothing any more.
    era: u32,
    /// What the last panel was drawn on.
    pub(super) spare: Vec<ratatui::buffer::Cell>,
}

impl Grid {
    /// A blank grid.
    pub fn new(size: Size) -> Self {
        let mut grid = Self {
            size,
            cells: vec![Cell::BLANK; usize::from(size.width) * usize::from(size.height)],
            wide: vec![false; usize::from(size.height)],
            paints: Paints::default(),
            clusters: Clusters::default(),
            era: 0,
            spare: Vec::new(),
        };
        grid.paints.number(Paint::default());
        grid
    }

    /// Its columns and rows.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Which era's numbers its cells hold: those of another say nothing here.
    pub const fn era(&self) -> u32 {
        self.era
    }

    /// Makes every cell blank.
    pub fn clear(&mut self) {
        self.cells.fill(Cell::BLANK);
        self.wide.fill(false);
        if self.paints.all.len() > MOST || self.clusters.all.len() > MOST {
            *self = Self { era: self.era.wrapping_add(1), ..Self::new(self.size) };
        }
    }

    /// The cells of row `y`; none below the last.
    pub fn row(&self, y: u16) -> &[Cell] {
        let width = usize::from(self.size.width);
        self.cells.get(usize::from(y) * width..(usize::from(y) + 1) * width).unwrap_or_default()
    }

    /// True when a character of more than one column stands in row `y`.
    pub fn has_wide(&self, y: u16) -> bool {
        self.wide.get(usize::from(y)).copied().unwrap_or_default()
    }

    /// The cell at column `x` of row `y`.
    pub fn cell(&self, x: u16, y: u16) -> Option<Cell> {
        self.row(y).get(usize::from(x)).copied()
    }

    /// What a cell of this grid says; a blank for a cell of no grid.
    pub fn symbol(&self, cell: Cell) -> Symbol<'_> {
        let code = cell.symbol & Cell::CODE;
        if cell.symbol & Cell::CLUSTER == 0 {
            return Symbol::One(char::from_u32(code).unwrap_or(' '));
        }
        self.clusters.all.get(code as usize).map_or(Symbol::One(' '), |cluster| Symbol::Cluster(cluster))
    }

    /// How a cell of this grid is painted.
    pub fn paint(&self, cell: Cell) -> Paint {
        self.paints.all.get(cell.paint as usize).copied().unwrap_or_default()
    }

    /// Writes characters of one column each from column `x` of row `y` on, as far as there are cells, and says how many.
    pub fn plain(&mut self, x: u16, y: u16, run: &str, paint: Paint) -> u16 {
        let paint = self.paints.number(paint);
        let cells = self.row_mut(y).get_mut(usize::from(x)..).unwrap_or_default();
        if run.is_ascii() {
            for (cell, byte) in cells.iter_mut().zip(run.as_bytes()) {
                *cell = Cell { symbol: u32::from(*byte), paint };
            }
            return u16::try_from(run.len().min(cells.len())).unwrap_or(u16::MAX);
        }
        let mut used = 0;
        for (cell, c) in cells.iter_mut().zip(run.chars()) {
            *cell = Cell { symbol: u32::from(c), paint };
            used += 1;
        }
        used
    }

    /// Writes `c`, which takes one column, into `width` cells from column `x` of row `y` on, as far as there are cells.
    pub(super) fn fill(&mut self, x: u16, y: u16, width: u16, c: char, paint: Paint) {
        let cell = Cell { symbol: u32::from(c), paint: self.paints.number(paint) };
        self.row_mut(y).iter_mut().skip(x.into()).take(width.into()).for_each(|held| *held = cell);
    }

    /// Writes characters of one column each, each in its own paint, from column `x` of row `y` on, as far as there are cells; where
    /// there is none the cell stays as it is.
    pub(super) fn lay(&mut self, x: u16, y: u16, cells: impl Iterator<Item = (Option<char>, Paint)>) {
        let width = usize::from(self.size.width);
        let row = self.cells.get_mut(usize::from(y) * width..(usize::from(y) + 1) * width).unwrap_or_default();
        for (cell, (c, paint)) in row.iter_mut().skip(usize::from(x)).zip(cells) {
            let number = self.paints.number(paint);
            if let Some(c) = c {
                *cell = Cell { symbol: u32::from(c), paint: number };
            }
        }
    }

    /// Writes characters of whatever width from column `x` of row `y` on, as many as fit `most` columns.
    pub fn write(&mut self, x: u16, y: u16, most: u16, text: &str, paint: Paint) {
        let paint = self.paints.number(paint);
        let mut at = usize::from(x);
        let end = (at + usize::from(most)).min(usize::from(self.size.width));
        for cluster in text.graphemes(true) {
            let columns = cluster.width();
            if columns == 0 {
                continue;
            }
            if at + columns > end {
                return;
            }
            let symbol = self.clusters.symbol(cluster, columns);
            if columns > 1
                && let Some(wide) = self.wide.get_mut(usize::from(y))
            {
                *wide = true;
            }
            let mut cells = self.row_mut(y).iter_mut().skip(at).take(columns);
            if let Some(first) = cells.next() {
                *first = Cell { symbol, paint };
            }
            cells.for_each(|covered| *covered = Cell::BLANK);
            at += columns;
        }
    }

    /// Lays a style over the cells of `area`.
    pub fn style(&mut self, area: Rect, style: Style) {
        // Neighbours are mostly painted alike.
        let mut last = None;
        let width = usize::from(self.size.width);
        let rows = self.cells.chunks_mut(width.max(1)).skip(area.y.into()).take(area.height.into());
        for cell in rows.flat_map(|row| row.iter_mut().skip(area.x.into()).take(area.width.into())) {
            let before = cell.paint;
            cell.paint = match last {
                Some((known, after)) if known == before => after,
                _ => {
                    let paint = self.paints.all.get(before as usize).copied().unwrap_or_default();
                    self.paints.number(paint.under(style))
                }
            };
            last = Some((before, cell.paint));
        }
    }

    /// Makes the cell at column `x` of row `y` blank, where a character of more than one column begins.
    pub(super) fn clear_wide(&mut self, x: u16, y: u16) {
        if let Some(cell) = self.row_mut(y).get_mut(usize::from(x)).filter(|cell| cell.columns() > 1) {
            *cell = cell.blanked();
        }
    }

    fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        let width = usize::from(self.size.width);
        self.cells.get_mut(usize::from(y) * width..(usize::from(y) + 1) * width).unwrap_or_default()
    }
}

/// Characters that are made of several, and their numbers.
#[derive(Debug, Default)]
struct Clusters {
    all: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32, RandomState>,
}

impl Clusters {
    /// The symbol of a cluster that takes `columns`; of one character it is the character.
    fn symbol(&mut self, cluster: &str, columns: usize) -> u32 {
        let more = u32::try_from(columns - 1).unwrap_or(Cell::MOST).min(Cell::MOST) << Cell::MORE;
        let mut chars = cluster.chars();
        if let (Some(one), None) = (chars.next(), chars.next()) {
            return u32::from(one) | more;
        }
        if let Some(number) = self.numbers.get(cluster) {
            return Cell::CLUSTER | more | number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or_default() & Cell::CODE;
        self.all.push(cluster.into());
        self.numbers.insert(cluster.into(), number);
        Cell::CLUSTER | more | number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Modifier};

    fn says(grid: &Grid, y: u16) -> String {
        grid.row(y).iter().map(|cell| grid.symbol(*cell).to_string()).collect()
    }

    #[test]
    fn text_stands_where_it_was_written_and_never_beyond_the_edge() {
        let mut grid = Grid::new(Size::new(6, 2));
        assert_eq!(grid.plain(1, 0, "Mayor", Paint::default()), 5);
        assert_eq!(grid.plain(4, 1, "Mayor", Paint::default()), 2);
        assert_eq!(grid.plain(0, 2, "Mayor", Paint::default()), 0);
        grid.write(0, 1, 6, "東京都", Paint::default());
        assert_eq!([says(&grid, 0), says(&grid, 1)], [" Mayor", "東 京 都 "]);
        grid.write(3, 1, 3, "👩‍👩‍👧東", Paint::default());
        assert_eq!(says(&grid, 1), "東 京👩‍👩‍👧  ", "no room for half of one");
        assert_eq!([grid.has_wide(0), grid.has_wide(1), grid.has_wide(2)], [false, true, false]);
        assert_eq!(grid.row(1).iter().map(|cell| cell.columns()).collect::<Vec<_>>(), [2, 1, 2, 2, 1, 1]);
    }

    #[test]
    fn a_style_lies_over_what_was_painted_and_takes_away_only_what_it_names() {
        let mut grid = Grid::new(Size::new(4, 1));
        let bold = Paint { modifiers: Modifier::BOLD, ..Paint::default() };
        grid.plain(0, 0, "ab", bold);
        grid.style(Rect::new(1, 0, 9, 9), Style::new().bg(Color::Red).add_modifier(Modifier::UNDERLINED));
        let paints: Vec<Paint> = grid.row(0).iter().map(|cell| grid.paint(*cell)).collect();
        let under = Paint { ground: Color::Red, modifiers: Modifier::UNDERLINED, ..Paint::default() };
        let both = Paint { modifiers: Modifier::BOLD | Modifier::UNDERLINED, ..under };
        assert_eq!(paints, [bold, both, under, under]);
        grid.style(Rect::new(1, 0, 1, 1), Style::new().remove_modifier(Modifier::BOLD));
        assert_eq!(grid.paint(grid.row(0)[1]), under);
    }

    #[test]
    fn numbers_given_out_anew_are_of_another_era() {
        let mut grid = Grid::new(Size::new(2, 1));
        for n in 0..u32::try_from(MOST).unwrap() {
            let [_, red, green, blue] = n.to_be_bytes();
            grid.plain(0, 0, "a", Paint { text: Color::Rgb(red, green, blue), ..Paint::default() });
        }
        let (era, cell) = (grid.era(), grid.row(0)[0]);
        grid.clear();
        assert_eq!((grid.era(), grid.cell(0, 0)), (era + 1, Some(Cell::BLANK)));
        assert_eq!(grid.paint(cell), Paint::default());
        grid.clear();
        assert_eq!(grid.era(), era + 1);
    }
}
