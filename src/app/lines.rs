//! A text under entry as rows near the cursor: what is far away costs nothing, however much was pasted.

use memchr::{memchr, memrchr};
use unicode_segmentation::GraphemeCursor;

use super::page::PIECE;
use crate::review::Span;
use crate::text::wrap;

/// The rows round the cursor, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Neighbouring rows, from top to bottom.
    pub rows: Vec<Span>,
    /// The cursor's row among them.
    pub row: usize,
}

/// The row of `text` with byte `cursor`, with at least `above` rows before it and `below` after it where there are so many.
///
/// A line longer than [`PIECE`] bytes begins a new row about every so many bytes, as in the article.
pub fn near(text: &str, cursor: usize, width: usize, above: usize, below: usize) -> Near {
    let mut rows = piece_rows(text, piece(text, cursor), width);
    let mut row = rows.iter().rposition(|row| row.start <= cursor).unwrap_or(0);
    while row < above
        && let Some(before) = rows.first().and_then(|first| first.start.checked_sub(1))
    {
        let mut more = piece_rows(text, piece(text, before), width);
        row += more.len();
        more.append(&mut rows);
        rows = more;
    }
    while rows.len() < row + 1 + below
        && let Some(end) = rows.last().filter(|last| !last.is_empty()).map(|last| last.end)
        && (end < text.len() || text.ends_with('\n'))
    {
        rows.extend(piece_rows(text, piece(text, end), width));
    }
    Near { rows, row }
}

fn piece_rows(text: &str, piece: Span, width: usize) -> Vec<Span> {
    let rows = wrap::rows(piece.of(text), width);
    rows.into_iter().map(|row| Span::new(piece.start + row.start, piece.start + row.end)).collect()
}

/// The line that holds byte `at`, its line break included, or the piece of it; empty behind a final line break.
fn piece(text: &str, at: usize) -> Span {
    let bytes = text.as_bytes();
    let before = bytes.get(..at).unwrap_or_default();
    let mut start = memrchr(b'\n', before).map_or(0, |found| found + 1);
    let end = memchr(b'\n', bytes.get(at..).unwrap_or_default()).map_or(text.len(), |found| at + found + 1);
    loop {
        let next = cut(text, start, end);
        if at < next || next >= end {
            return Span::new(start, next);
        }
        start = next;
    }
}

/// Where the piece that begins at `start` of a line ends: behind a blank, else between two graphemes, else with the line.
fn cut(text: &str, start: usize, end: usize) -> usize {
    let share = start + PIECE;
    if share >= end {
        return end;
    }
    let ahead = text.as_bytes().get(share..end.min(share + PIECE / 2)).unwrap_or_default();
    if let Some(blank) = memchr(b' ', ahead) {
        return share + blank + 1;
    }
    let from = text.ceil_char_boundary(share);
    let mut cursor = GraphemeCursor::new(from, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(end).min(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_rows_near_are_those_of_the_whole(text in "([a-z ]{0,9}|é|東京|\n|👩‍👩‍👧|e\u{301}){0,30}", at in any::<prop::sample::Index>(), width in 1usize..12, above in 0usize..9, below in 0usize..9) {
            let mut whole = wrap::rows(&text, width);
            if text.ends_with('\n') {
                whole.push(Span::new(text.len(), text.len()));
            }
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let cursor = starts[at.index(starts.len())];
            let here = whole.iter().rposition(|row| row.start <= cursor).unwrap();
            let found = near(&text, cursor, width, above, below);
            prop_assert_eq!(found.rows[found.row], whole[here]);
            let from = here - found.row;
            prop_assert_eq!(&found.rows[..], &whole[from..from + found.rows.len()]);
            prop_assert!(found.row >= above.min(here));
            prop_assert!(found.rows.len() - found.row > below.min(whole.len() - here - 1));
        }
    }

    #[test]
    fn a_line_of_a_megabyte_is_wrapped_a_piece_at_a_time() {
        let text = "word \u{1b}[31m ".repeat(100_000);
        let found = near(&text, text.len() / 2, 60, 20, 20);
        assert!(found.rows.len() < 1000, "{}", found.rows.len());
        assert!(found.row >= 20);
    }
}
