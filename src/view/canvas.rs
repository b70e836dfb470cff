//! Writing into cells: the only place where text meets the grid, and so the place where it passes the gate.

use std::borrow::Cow;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use super::grid::{Grid, Paint};
use super::theme::Styles;
use crate::app::layout::Size;
use crate::review::Number;
use crate::text::gate;

/// A grid with the theme it is drawn in.
pub(super) struct Canvas<'a> {
    grid: &'a mut Grid,
    pub(super) theme: Styles,
    /// Nothing of what stood there before shines through what is written.
    plain: Paint,
    /// The number that was written last, kept for its memory.
    number: String,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(grid: &'a mut Grid, theme: Styles) -> Self {
        Self { grid, theme, plain: Paint::default().under(theme.plain()), number: String::new() }
    }

    /// Lays the theme's own page under everything, when it has one.
    pub(super) fn page(&mut self) {
        let Size { width, height } = self.grid.size();
        self.style(Rect::new(0, 0, width, height), self.theme.plain());
    }

    /// Writes `text` from column `x` of row `y`, at most `width` columns, and says how many it took.
    pub(super) fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let room = width.min(self.grid.size().width.saturating_sub(x));
        if room == 0 || y >= self.grid.size().height {
            return 0;
        }
        let typed = if self.theme.is_ascii() { ascii(text) } else { Cow::Borrowed(text) };
        let text = typed.as_ref();
        let paint = self.plain.under(style);
        let mut used = 0;
        let mut rest = text;
        while !rest.is_empty() && used < room {
            let (plain, _) = gate::plain(rest, usize::from(room - used));
            if plain > 0 {
                let (run, after) = rest.split_at_checked(plain).unwrap_or((rest, ""));
                used += self.grid.plain(x + used, y, run, paint);
                rest = after;
                continue;
            }
            let Some(grapheme) = rest.graphemes(true).next() else { break };
            rest = rest.get(grapheme.len()..).unwrap_or_default();
            if grapheme.contains('\n') {
                continue;
            }
            let cell = gate::shown(grapheme);
            if used + cell.width > room {
                break;
            }
            let paint = if cell.odd { paint.under(self.theme.odd()) } else { paint };
            self.grid.write(x + used, y, cell.width, &cell.text, paint);
            used += cell.width;
        }
        used
    }

    /// Writes as much of `text` as fits `width` columns, with an ellipsis when some did not.
    pub(super) fn fitted(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        self.text(x, y, width, &gate::fit(text, usize::from(width)), style)
    }

    /// Writes `text` so that it ends before column `end`, and says where it begins.
    pub(super) fn flush_right(&mut self, end: u16, y: u16, text: &str, style: Style) -> u16 {
        let width = u16::try_from(gate::width(text)).unwrap_or(u16::MAX).min(end);
        self.text(end - width, y, width, text, style);
        end - width
    }

    /// Writes `number` so that it ends before column `end`.
    pub(super) fn number(&mut self, end: u16, y: u16, number: Number, style: Style) {
        let mut told = std::mem::take(&mut self.number);
        told.clear();
        // A text takes whatever is written into it.
        let _ = write!(told, "{number}");
        self.flush_right(end, y, &told, style);
        self.number = told;
    }

    /// Lays a style over cells that are written already.
    pub(super) fn style(&mut self, area: Rect, style: Style) {
        if style != Style::new() {
            self.grid.style(area, style);
        }
    }

    /// Writes a line from column `x` of row `y`, at most `width` columns.
    pub(super) fn line(&mut self, x: u16, y: u16, width: u16, line: &Line<'_>) {
        let mut used = 0;
        for span in &line.spans {
            used += self.text(x + used, y, width - used, &span.content, line.style.patch(span.style));
        }
    }

    /// Lays what widgets drew into a buffer over the cells where it stands. What they drew passes the gate here, cell by cell.
    pub(super) fn lay(&mut self, buffer: &Buffer) {
        let area = buffer.area;
        let mut rest = Vec::new();
        for (y, row) in (area.top()..area.bottom()).zip(buffer.content().chunks(usize::from(area.width).max(1))) {
            self.clear_left_of(area.x, y);
            let beside =
                |at: Option<usize>| at.and_then(|at| row.get(at)).and_then(|cell| cell.symbol().chars().next());
            let cells = (area.x..).zip(row).enumerate().map(|(at, (x, cell))| {
                let between = |c| stand_in(beside(at.checked_sub(1)), c, beside(Some(at + 1)));
                let drawn = |c| if self.theme.is_ascii() { between(c) } else { c };
                let c = plain(cell).map(drawn);
                if c.is_none() {
                    rest.push((x, y, cell));
                }
                (c, painted(cell))
            });
            self.grid.lay(area.x, y, cells);
        }
        // What is of more columns than one, or of several characters, or would not show itself.
        for (x, y, cell) in rest {
            let columns = u16::try_from(gate::width(cell.symbol())).unwrap_or(1).max(1);
            self.text(x, y, columns.min(area.right().saturating_sub(x)), cell.symbol(), cell.style());
        }
    }

    /// The cells of the last buffer that was laid, to be used again: a fresh one costs more than what is drawn on it.
    pub(super) fn spare(&mut self) -> &mut Vec<Cell> {
        &mut self.grid.spare
    }

    /// A horizontal rule over a row.
    pub(super) fn rule(&mut self, x: u16, y: u16, width: u16) {
        let line = if self.theme.is_ascii() { '-' } else { '─' };
        let paint = self.plain.under(self.theme.rule());
        self.grid.fill(x, y, width, line, paint);
    }

    /// A wide character whose second half would lie under a pop-up is taken away, or terminals tear the frame.
    fn clear_left_of(&mut self, x: u16, y: u16) {
        if let Some(left) = x.checked_sub(1) {
            self.grid.clear_wide(left, y);
        }
    }
}

/// `text` with signs that terminals of ASCII only can't draw in the ASCII that is nearest; letters stay.
fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain([None]);
    let between = before.zip(text.chars()).zip(after);
    Cow::Owned(between.map(|((before, c), after)| stand_in(before, c, after)).collect())
}

/// What stands for a sign between two others where there is only ASCII: as wide as the sign itself.
fn stand_in(before: Option<char>, c: char, after: Option<char>) -> char {
    let is_parted = [before, after].iter().all(|c| c.is_none_or(char::is_whitespace));
    match c {
        // A full stop there would end a sentence that goes on, or make another figure: "…5 million", "in 202…".
        '…' => '_',
        // What stands between two things, and is no part of a figure or a word.
        '·' if is_parted => '|',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' => '\'',
        '·' => '.',
        '•' => '*',
        '–' | '—' | '‐' | '‑' | '−' | '─' => '-',
        '═' => '=',
        '→' | '▸' | '›' => '>',
        '←' | '‹' => '<',
        // Verdicts as a report shows them, in the signs of the list.
        '✓' => '+',
        '○' => 'o',
        '≠' => '/',
        '▾' => 'v',
        '✗' | '×' => 'x',
        '│' | '┃' => '|',
        '\u{a0}' => ' ',
        _ => c,
    }
}

/// The character of a cell that takes one column, shows as it is and joins with nothing beside it.
fn plain(cell: &Cell) -> Option<char> {
    let symbol = cell.symbol();
    match symbol.as_bytes() {
        [byte @ b' '..=b'~'] => Some(char::from(*byte)),
        _ if !symbol.is_empty() && gate::plain(symbol, 1).0 == symbol.len() => symbol.chars().next(),
        _ => None,
    }
}

/// How a cell is painted.
const fn painted(cell: &Cell) -> Paint {
    Paint { text: cell.fg, ground: cell.bg, line: cell.underline_color, modifiers: cell.modifier }
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn a_cut_makes_no_other_figure_where_there_is_only_ascii() {
        assert_eq!(ascii("…5 million crowns to the s…"), "_5 million crowns to the s_");
        assert_eq!(ascii("…tonnes in 202…"), "_tonnes in 202_");
        assert_eq!(ascii("“We… we had 3.”"), "\"We_ we had 3.\"");
        assert_eq!(ascii("2 · unchecked · 3·5 million"), "2 | unchecked | 3.5 million");
    }
}
