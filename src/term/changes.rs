//! What differs between two frames, as cells to send: whole runs, so that a cursor move is never dearer than what it saves.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen::Ink;
use super::seen::Seen;

/// Cells that have not changed are sent all the same when so few stand between two that have: moving the cursor over them
/// costs `ESC [ column G`, four to six bytes.
const BRIDGE: usize = 5;

/// What a terminal shows after everything that was sent to it.
#[derive(Debug, Default)]
pub(super) struct Shown {
    area: Rect,
    cells: Vec<Seen>,
    /// The row that is compared, kept for its memory.
    row: Vec<Seen>,
}

impl Shown {
    /// A terminal that was cleared.
    pub(super) fn blank(area: Rect) -> Self {
        let blank = Seen::of(&Cell::EMPTY);
        Self { area, cells: vec![blank; usize::from(area.width) * usize::from(area.height)], row: Vec::new() }
    }

    /// Where it has cells.
    pub(super) const fn area(&self) -> Rect {
        self.area
    }

    /// Tells each cell of `next` that is to be sent so that the terminal shows it, in order. `next` covers the same area.
    pub(super) fn turn_into(&mut self, next: &Buffer, mut send: impl FnMut(u16, u16, &Cell)) {
        let width = usize::from(self.area.width).max(1);
        let rows = self.cells.chunks_mut(width).zip(next.content.chunks(width));
        for (y, (was, cells)) in (self.area.y..).zip(rows) {
            see(cells, &mut self.row);
            if was == self.row {
                continue;
            }
            runs(was, &self.row, cells, |run| {
                let row = self.row.get(run.clone()).unwrap_or_default();
                let cells = cells.get(run.clone()).unwrap_or_default();
                for (x, (seen, cell)) in (self.area.x..).skip(run.start).zip(row.iter().zip(cells)) {
                    if seen.columns() > 1 && cell.symbol().contains('\u{fe0f}') {
                        // Some terminals draw such a character in one column, and leave what stood in the other.
                        let mut blank = cell.clone();
                        blank.set_symbol(" ");
                        send(x, y, &blank);
                        send(x.saturating_add(1), y, &blank);
                    }
                    if seen.columns() > 0 {
                        send(x, y, cell);
                    }
                }
            });
            was.copy_from_slice(&self.row);
        }
    }
}

/// What a row of `cells` shows, as `row`.
fn see(cells: &[Cell], row: &mut Vec<Seen>) {
    row.clear();
    let mut covered = 0;
    for cell in cells {
        if covered > 0 {
            covered -= 1;
            row.push(Seen::COVERED);
            continue;
        }
        let seen = Seen::of(cell);
        covered = seen.columns().saturating_sub(1);
        row.push(seen);
    }
}

/// The runs of cells that differ, with the short stretches between them where the style does not change. A character of more
/// columns than one is in a run with all of them.
fn runs(was: &[Seen], is: &[Seen], cells: &[Cell], mut send: impl FnMut(Range<usize>)) {
    let mut run: Option<Range<usize>> = None;
    for (x, (_, seen)) in was.iter().zip(is).enumerate().filter(|(_, (was, is))| was != is) {
        // What covers this cell must be drawn again, though it may be the same: half of it was something else.
        let covered = is.get(..x).unwrap_or_default().iter().rev().take_while(|seen| seen.columns() == 0).count();
        let start = if seen.columns() == 0 { x.saturating_sub(covered + 1) } else { x };
        let end = x + seen.columns().max(1);
        run = match run.take() {
            Some(open) if start <= open.end => Some(open.start.min(start)..open.end.max(end)),
            Some(open) if start - open.end <= BRIDGE && one_style(cells, open.end.saturating_sub(1)..start + 1) => {
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
        send(done.start..done.end.min(is.len()));
    }
}

/// True when a stretch can be sent without a word about style.
fn one_style(cells: &[Cell], range: Range<usize>) -> bool {
    let cells = cells.get(range).unwrap_or_default();
    cells.windows(2).all(|pair| match pair {
        [a, b] => Ink::of(a).goes_with(Ink::of(b)),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::term::pen::Pen;
    use proptest::prelude::*;
    use ratatui::style::{Color, Style};

    fn row(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 2));
        buffer.set_string(0, 1, text, Style::new());
        buffer
    }

    /// What is sent, gathered.
    fn sent(shown: &Buffer, next: &Buffer) -> Vec<(u16, u16, Cell)> {
        let mut terminal = Shown::blank(shown.area);
        terminal.turn_into(shown, |_, _, _| {});
        let mut sent = Vec::new();
        terminal.turn_into(next, |x, y, cell| sent.push((x, y, cell.clone())));
        sent
    }

    /// What a terminal shows that showed `before` and gets `sent`: a wide character covers the cell behind it.
    fn after(before: &Buffer, sent: &[(u16, u16, Cell)]) -> Buffer {
        let mut shown = before.clone();
        for (x, y, cell) in sent {
            shown[(*x, *y)] = cell.clone();
        }
        shown
    }

    #[test]
    fn what_has_not_changed_is_not_sent() {
        let (before, after) = (row("The mayor said so."), row("The mayor said so."));
        assert_eq!(sent(&before, &after).len(), 0);
        let (before, after) = (row("The mayor said so."), row("The major said so."));
        assert_eq!(sent(&before, &after).len(), 1);
    }

    #[test]
    fn a_short_gap_is_sent_and_a_long_one_or_one_of_another_style_is_not() {
        assert_eq!(sent(&row("abcdefgh"), &row("Abcdefgh")).len(), 1);
        assert_eq!(sent(&row("abcdefg"), &row("AbcdefG")).len(), 7);
        assert_eq!(sent(&row("abcdefgh"), &row("AbcdefgH")).len(), 2);
        let mut coloured = row("AbcdefG");
        coloured.set_style(Rect::new(3, 1, 1, 1), Style::new().fg(Color::Red));
        let mut before = row("abcdefg");
        before.set_style(Rect::new(3, 1, 1, 1), Style::new().fg(Color::Red));
        assert_eq!(sent(&before, &coloured).len(), 2);
    }

    proptest! {
        #[test]
        fn a_real_terminal_shows_the_next_frame_be_there_wide_characters(a in "([ a-c]|é|東|e\u{301}|○){0,40}", b in "([ a-c]|é|東|e\u{301}|○){0,40}") {
            let mut terminal = vt100::Parser::new(NonZero::new(2).unwrap(), NonZero::new(40).unwrap(), 0);
            let mut shown = Shown::blank(Rect::new(0, 0, 40, 2));
            for text in [&a, &b] {
                let mut bytes = Vec::new();
                let mut pen = Pen::new(&mut bytes);
                shown.turn_into(&row(text), |x, y, cell| pen.write(x, y, cell));
                pen.lay_down();
                terminal.process(&bytes);
            }
            let seen = terminal.screen().rows(0, 40).nth(1).unwrap();
            let mut wanted = String::new();
            let mut x = 0;
            while x < 40 {
                let symbol = row(&b)[(x, 1)].symbol().to_owned();
                x += u16::try_from(crate::app::gate::width(&symbol).max(1)).unwrap();
                wanted.push_str(&symbol);
            }
            prop_assert_eq!(seen.trim_end(), wanted.trim_end());
        }

        #[test]
        fn a_terminal_that_gets_the_changes_shows_the_next_frame(a in "([ a-c]|é|東|👩‍👩‍👧|⚠\u{fe0f}|e\u{301}|○){0,24}", b in "([ a-c]|é|東|👩‍👩‍👧|⚠\u{fe0f}|e\u{301}|○){0,24}") {
            let (before, next) = (row(&a), row(&b));
            let shown = after(&before, &sent(&before, &next));
            let visible = |buffer: &Buffer| {
                let mut cells = Vec::new();
                let mut x = 0;
                while x < 40 {
                    let symbol = buffer[(x, 1)].symbol().to_owned();
                    x += u16::try_from(crate::app::gate::width(&symbol).max(1)).unwrap();
                    cells.push(symbol);
                }
                cells
            };
            prop_assert_eq!(visible(&shown), visible(&next));
        }
    }
}
