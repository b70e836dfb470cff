//! What differs between two frames, as cells to send: whole runs, so that a cursor move is never dearer than what it saves.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen::Ink;

/// Cells that have not changed are sent all the same when so few stand between two that have: moving the cursor over them
/// costs `ESC [ column G`, four to six bytes.
const BRIDGE: usize = 5;

/// Tells each cell of `next` that is to be sent to a terminal which shows `shown`, in order. Both cover the same area.
pub(super) fn changes(shown: &Buffer, next: &Buffer, mut send: impl FnMut(u16, u16, &Cell)) {
    let width = usize::from(next.area.width).max(1);
    for (y, (was, is)) in (next.area.y..).zip(shown.content.chunks(width).zip(next.content.chunks(width))) {
        if was == is {
            continue;
        }
        if was.iter().chain(is).all(narrow) {
            runs(was, is, |run| {
                let first = run.start;
                let cells = is.get(run).unwrap_or_default();
                for (x, cell) in (next.area.x..).skip(first).zip(cells) {
                    send(x, y, cell);
                }
            });
        } else {
            for x in wide(was, is) {
                if let Some(cell) = is.get(usize::from(x)) {
                    send(x, y, cell);
                }
            }
        }
    }
}

/// The runs of cells that differ, with the short stretches between them where the style does not change.
fn runs(was: &[Cell], is: &[Cell], mut send: impl FnMut(Range<usize>)) {
    let mut run: Option<Range<usize>> = None;
    for (x, _) in was.iter().zip(is).enumerate().filter(|(_, (was, is))| was != is) {
        run = match run.take() {
            Some(open) if x - open.end <= BRIDGE && one_style(is, open.end.saturating_sub(1)..x + 1) => {
                Some(open.start..x + 1)
            }
            other => {
                if let Some(done) = other {
                    send(done);
                }
                Some(x..x + 1)
            }
        };
    }
    if let Some(done) = run {
        send(done);
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

/// True for a cell that is surely one column wide: two bytes reach to the end of Hebrew and Arabic, where nothing is wide.
fn narrow(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() < 3
        || symbol
            .chars()
            .all(|c| matches!(c, '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259f}' | '○' | '✓' | '✗' | '€'))
}

/// The columns that ratatui would send of a row with wide characters: it knows which halves must go along.
fn wide(was: &[Cell], is: &[Cell]) -> Vec<u16> {
    let area = Rect::new(0, 0, u16::try_from(is.len()).unwrap_or(u16::MAX), 1);
    let row = |cells: &[Cell]| Buffer { area, content: cells.to_vec() };
    row(was).diff_iter(&row(is)).map(|(x, _, _)| x).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Style};

    fn row(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 2));
        buffer.set_string(0, 1, text, Style::new());
        buffer
    }

    /// What is sent, gathered.
    fn sent(shown: &Buffer, next: &Buffer) -> Vec<(u16, u16, Cell)> {
        let mut sent = Vec::new();
        changes(shown, next, |x, y, cell| sent.push((x, y, cell.clone())));
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
        fn a_terminal_that_gets_the_changes_shows_the_next_frame(a in "([ a-c]|é|東|👩‍👩‍👧|e\u{301}|○){0,24}", b in "([ a-c]|é|東|👩‍👩‍👧|e\u{301}|○){0,24}") {
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
