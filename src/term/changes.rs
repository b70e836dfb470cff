//! What differs between two frames, as cells to send: whole runs, so that a cursor move is never dearer than what it saves.

use std::ops::Range;

use super::pen::CellInk;
use crate::app::layout::Size;
use crate::view::grid::{Cell, Grid, Symbol};

/// Cells that have not changed are sent all the same when so few stand between two that have: moving the cursor over them
/// costs `ESC [ column G`, four to six bytes.
const BRIDGE: usize = 5;

/// What a terminal shows after everything that was sent to it.
#[derive(Debug, Default)]
pub(super) struct FrontBuffer {
    /// `None` for a terminal that may show anything.
    size: Option<Size>,
    /// The era of the grid whose cells these are.
    era: u32,
    cells: Vec<Cell>,
    /// A row with its covered cells, kept for its memory.
    row: Vec<Cell>,
}

impl FrontBuffer {
    /// A terminal that was cleared and will show `grid`.
    pub(super) fn blank(grid: &Grid) -> Self {
        let Size { width, height } = grid.size();
        let cells = vec![Cell::BLANK; usize::from(width) * usize::from(height)];
        Self { size: Some(grid.size()), era: grid.era(), cells, row: Vec::new() }
    }

    /// How many cells it has, where that is known.
    pub(super) const fn size(&self) -> Option<Size> {
        self.size
    }

    /// Tells the cells of `next` that are to be sent so that the terminal shows it, in order, neighbours of a row together with the
    /// place of the first. `next` has the same size.
    pub(super) fn turn_into(&mut self, next: &Grid, mut send: impl FnMut(u16, u16, &[Cell])) {
        if self.era != next.era() {
            self.cells.fill(Cell::NONE);
            self.era = next.era();
        }
        let width = usize::from(next.size().width).max(1);
        for (y, was) in (0..).zip(self.cells.chunks_mut(width)) {
            let mut is = next.row(y);
            if next.has_wide(y) {
                cover(is, &mut self.row);
                is = &self.row;
            }
            if was == is {
                continue;
            }
            let has_wide = next.has_wide(y);
            runs(next, was, is, |run| {
                let cells = is.get(run.clone()).unwrap_or_default();
                let places = u16::try_from(run.start).unwrap_or(u16::MAX)..;
                if !has_wide {
                    send(places.start, y, cells);
                    return;
                }
                for (x, cell) in places.zip(cells) {
                    if cell.columns() > 1 && matches!(next.symbol(*cell), Symbol::Cluster(_)) {
                        // Some terminals draw such a character in one column, and leave what stood in the other.
                        send(x, y, &[cell.blanked(), cell.blanked()]);
                    }
                    if *cell != Cell::NONE {
                        send(x, y, std::slice::from_ref(cell));
                    }
                }
            });
            was.copy_from_slice(is);
        }
    }
}

/// A row of cells, as `row`, with nothing where a character of more columns than one covers them.
fn cover(cells: &[Cell], row: &mut Vec<Cell>) {
    row.clear();
    let mut covered = 0_usize;
    for cell in cells {
        row.push(if covered > 0 { Cell::NONE } else { *cell });
        covered = covered.checked_sub(1).unwrap_or(cell.columns() - 1);
    }
}

/// The runs of cells that differ, with the short stretches between them where the style does not change. A character of more
/// columns than one is in a run with all of them.
fn runs(grid: &Grid, was: &[Cell], is: &[Cell], mut send: impl FnMut(Range<usize>)) {
    let mut run: Option<Range<usize>> = None;
    let differ = |was: Cell, is: Cell| was != is && !is_seen_alike(grid, was, is);
    for (x, (_, cell)) in was.iter().zip(is).enumerate().filter(|(_, (was, is))| differ(**was, **is)) {
        let (start, end) = if *cell == Cell::NONE {
            // What covers this cell must be drawn again, though it may be the same: half of it was something else.
            (is.iter().take(x).rposition(|cell| *cell != Cell::NONE).unwrap_or(x), x + 1)
        } else {
            (x, x + cell.columns())
        };
        run = match run.take() {
            Some(open) if start <= open.end => Some(open.start.min(start)..open.end.max(end)),
            Some(open) if start - open.end <= BRIDGE && one_style(grid, is, open.end.saturating_sub(1)..start + 1) => {
                Some(open.start..end)
            }
            other => {
                if let Some(done) = other {
                    send(done);
                }
                Some(start..end)
            }
        };
    }
    if let Some(done) = run {
        send(done);
    }
}

/// True for two blanks that look alike, however they are painted.
fn is_seen_alike(grid: &Grid, was: Cell, is: Cell) -> bool {
    was.is_blank() && is.is_blank() && CellInk::of(grid, was) == CellInk::of(grid, is)
}

/// True when a stretch can be sent without a word about style.
fn one_style(grid: &Grid, cells: &[Cell], range: Range<usize>) -> bool {
    let cells = cells.get(range).unwrap_or_default();
    cells.windows(2).all(|pair| match pair {
        [a, b] => a.is_painted_as(*b) || CellInk::of(grid, *a).goes_with(CellInk::of(grid, *b)),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::term::pen::Pen;
    use crate::view::grid::Paint;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    const SIZE: Size = Size { width: 40, height: 2 };

    /// Writes a row into a blank grid, and lays styles over stretches of it.
    fn write(grid: &mut Grid, text: &str, styles: &[(u16, u16, Style)]) {
        grid.clear();
        grid.write(0, 1, SIZE.width, text, Paint::default());
        for (x, width, style) in styles {
            grid.style(Rect::new(*x, 1, *width, 1), *style);
        }
    }

    /// The cells that are sent when one row follows another.
    fn sent(before: (&str, &[(u16, u16, Style)]), after: (&str, &[(u16, u16, Style)])) -> usize {
        let mut grid = Grid::new(SIZE);
        let mut terminal = FrontBuffer::blank(&grid);
        write(&mut grid, before.0, before.1);
        terminal.turn_into(&grid, |_, _, _| {});
        write(&mut grid, after.0, after.1);
        let mut sent = 0;
        terminal.turn_into(&grid, |_, _, cells| sent += cells.len());
        sent
    }

    #[test]
    fn what_has_not_changed_is_not_sent() {
        assert_eq!(sent(("The mayor said so.", &[]), ("The mayor said so.", &[])), 0);
        assert_eq!(sent(("The mayor said so.", &[]), ("The major said so.", &[])), 1);
    }

    #[test]
    fn a_short_gap_is_sent_and_a_long_one_or_one_of_another_style_is_not() {
        assert_eq!(sent(("abcdefgh", &[]), ("Abcdefgh", &[])), 1);
        assert_eq!(sent(("abcdefg", &[]), ("AbcdefG", &[])), 7);
        assert_eq!(sent(("abcdefgh", &[]), ("AbcdefgH", &[])), 2);
        let red = [(3, 1, Style::new().fg(Color::Red))];
        assert_eq!(sent(("abcdefg", &red), ("AbcdefG", &red)), 2);
    }

    #[test]
    fn what_nobody_sees_of_a_blank_is_not_sent() {
        let style = |style| [(3, 4, style)];
        let red = style(Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
        assert_eq!(sent(("abc    d", &[]), ("abc    d", &red)), 0);
        assert_eq!(sent(("abc    d", &[]), ("abc    d", &style(Style::new().bg(Color::Red)))), 4);
        assert_eq!(sent(("abc    d", &[]), ("abc    d", &style(Style::new().add_modifier(Modifier::UNDERLINED)))), 4);
        assert_eq!(sent(("abcxxxxd", &[]), ("abcxxxxd", &red)), 4);
    }

    #[test]
    fn a_wide_character_is_sent_once_and_what_it_uncovers_too() {
        assert_eq!(sent(("東京", &[]), ("東本", &[])), 1);
        assert_eq!(sent(("東京", &[]), ("ab京", &[])), 2);
        assert_eq!(sent(("ab京", &[]), ("東京", &[])), 1);
        // One of several characters, which some terminals draw narrow: both its columns are cleared first.
        for cluster in ["⚠\u{fe0f}", "👩\u{200d}👩\u{200d}👧", "து"] {
            assert_eq!(sent(("ab", &[]), (cluster, &[])), 3, "{cluster}");
        }
    }

    /// What a terminal shows in the row after each of `texts` in turn.
    fn shown(texts: &[&str]) -> String {
        let mut terminal = vt100::Parser::new(NonZero::new(2).unwrap(), NonZero::new(SIZE.width).unwrap(), 0);
        let mut grid = Grid::new(SIZE);
        let mut shown = FrontBuffer::blank(&grid);
        for text in texts {
            write(&mut grid, text, &[]);
            let mut bytes = Vec::new();
            let mut pen = Pen::new(&grid, &mut bytes);
            shown.turn_into(&grid, |x, y, cells| pen.write(x, y, cells));
            pen.lay_down();
            terminal.process(&bytes);
        }
        terminal.screen().rows(0, SIZE.width).nth(1).unwrap().trim_end().to_owned()
    }

    #[test]
    fn numbers_of_another_era_are_all_sent_again() {
        let mut grid = Grid::new(SIZE);
        let mut terminal = FrontBuffer::blank(&grid);
        write(&mut grid, "The mayor", &[]);
        terminal.turn_into(&grid, |_, _, _| {});
        for n in 0..10_000_u32 {
            let [_, red, green, blue] = n.to_be_bytes();
            grid.style(Rect::new(0, 0, 1, 1), Style::new().fg(Color::Rgb(red, green, blue)));
        }
        write(&mut grid, "The mayor", &[]);
        let mut sent = 0;
        terminal.turn_into(&grid, |_, _, cells| sent += cells.len());
        assert_eq!(sent, 80);
    }

    proptest! {
        #[test]
        fn a_terminal_shows_the_next_frame_whatever_it_showed_before(
            a in "([ a-c]|é|東|e\u{301}|○){0,40}",
            b in "([ a-c]|é|東|e\u{301}|○){0,40}",
        ) {
            prop_assert_eq!(shown(&[&a, &b]), shown(&[&b]));
            let fits = crate::text::gate::width(&b) <= usize::from(SIZE.width);
            prop_assert!(!fits || shown(&[&b]) == b.trim_end());
        }
    }
}
