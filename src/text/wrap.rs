//! Cuts one paragraph into the rows of a screen, by display width and whole graphemes.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::Span;
use super::gate;

/// The rows of `text` at `width` columns, in bytes of `text`: every byte in one row, no grapheme cut.
///
/// Breaks where Unicode's line breaking (UAX 14) allows, else between graphemes. Blanks that a break eats hang over the
/// edge; a newline ends a row. A width of 0 counts as 1; a grapheme wider than the width stands alone.
pub fn rows(text: &str, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut rows = RowBuilder { width, start: 0, end: 0, used: 0, done: Vec::new() };
    if text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        ascii(text, &mut rows);
    } else {
        unicode(text, &mut rows);
    }
    rows.close(text.len());
    rows.done
}

/// The first `most` rows of `text` at `width` columns, as [`rows`] has them; costs little more than what is asked for.
pub fn first_rows(text: &str, width: usize, most: usize) -> Vec<Span> {
    // Bytes that hold the rows of nearly every text: a row more than is wanted, of characters of four bytes.
    let mut enough = width.max(1).saturating_mul(4).saturating_mul(most.saturating_add(1));
    loop {
        let head = head(text, enough);
        let mut rows = rows(head, width);
        // The last row of a head may go on behind it.
        if head.len() == text.len() || rows.len() > most {
            rows.truncate(most);
            return rows;
        }
        enough = enough.saturating_mul(4);
    }
}

/// The beginning of `text`, at most `most` bytes: to a blank where there is one, and no grapheme is cut.
pub fn head(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let rough = text.get(..text.floor_char_boundary(most)).unwrap_or_default();
    match rough.rfind(' ').filter(|at| between_graphemes(text, at + 1)) {
        Some(at) if at > 0 => rough.get(..at).unwrap_or_default(),
        _ => rough
            .graphemes(true)
            .next_back()
            .map_or("", |last| rough.get(..rough.len() - last.len()).unwrap_or_default()),
    }
}

/// Rows under construction: `start..end` is the open one, `used` its columns.
struct RowBuilder {
    width: usize,
    start: usize,
    end: usize,
    used: usize,
    done: Vec<Span>,
}

impl RowBuilder {
    /// Ends the open row at `at` and begins the next there.
    fn cut(&mut self, at: usize) {
        self.done.push(Span::new(self.start, at));
        (self.start, self.end, self.used) = (at, at, 0);
    }

    /// Ends the last row; an empty text has one empty row.
    fn close(&mut self, at: usize) {
        if self.start < at || self.done.is_empty() {
            self.cut(at);
        }
    }

    /// Puts a word of `columns` columns, with `hanging` columns of blanks behind it, into the open row or the next.
    /// False when it is wider than a row and must be cut.
    fn word(&mut self, end: usize, columns: usize, hanging: usize) -> bool {
        if self.used + columns > self.width && self.used > 0 {
            let at = self.end;
            self.cut(at);
        }
        if columns > self.width {
            return false;
        }
        self.end = end;
        self.used += columns + hanging;
        true
    }
}

/// Plain ASCII breaks after blanks and hyphens inside words: the whole of UAX 14 that prose needs, at a tenth of the cost.
fn ascii(text: &str, rows: &mut RowBuilder) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (mut blank, mut end) = (0, at);
        let mut newline = false;
        while let Some(byte) = bytes.get(end) {
            end += 1;
            match byte {
                b'\n' => {
                    newline = true;
                    break;
                }
                b' ' => blank += 1,
                b'-' if end - at > 1 && inside_word(bytes, end) => break,
                _ => {}
            }
            if blank > 0 && bytes.get(end).is_some_and(|next| *next != b' ' && *next != b'\n') {
                break;
            }
        }
        let columns = end - at - blank - usize::from(newline);
        if !rows.word(end, columns, blank) {
            let mut from = at;
            while from + rows.width < at + columns {
                from += rows.width;
                rows.cut(from);
            }
            rows.end = end;
            rows.used = end - from;
        }
        if newline {
            rows.cut(end);
        }
        at = end;
    }
}

/// True when letters stand before and after the hyphen that ends at `end`.
fn inside_word(bytes: &[u8], end: usize) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    letter(bytes.get(end.wrapping_sub(2))) && letter(bytes.get(end))
}

fn unicode(text: &str, rows: &mut RowBuilder) {
    let mut at = 0;
    for (end, chance) in linebreaks(text) {
        if !between_graphemes(text, end) {
            continue;
        }
        let piece = text.get(at..end).unwrap_or_default();
        let newline = piece.ends_with('\n');
        let word = piece.trim_end_matches([' ', '\n']);
        let columns = gate::width(word);
        let blank = piece.len() - word.len() - usize::from(newline);
        if !rows.word(end, columns, blank) {
            cut_word(at, word, rows);
            rows.end = end;
            rows.used += blank;
        }
        if newline && chance == BreakOpportunity::Mandatory {
            rows.cut(end);
        }
        at = end;
    }
}

/// True unless `at` lies inside a grapheme: a joiner or mark behind a blank belongs to the blank, and yet a line could break there.
fn between_graphemes(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| c < '\u{300}') || GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(true)
}

/// Cuts a word that is wider than a row between its graphemes.
fn cut_word(from: usize, word: &str, rows: &mut RowBuilder) {
    for (offset, grapheme) in word.grapheme_indices(true) {
        let columns = usize::from(gate::shown(grapheme).width);
        if rows.used + columns > rows.width && rows.used > 0 {
            rows.cut(from + offset);
        }
        rows.used += columns;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        rows(text, width).into_iter().map(|row| row.of(text)).collect()
    }

    #[test]
    fn words_stay_whole_and_blanks_hang_over_the_edge() {
        assert_eq!(lines("the repair cost 42 million", 10), ["the repair ", "cost 42 ", "million"]);
        assert_eq!(lines("the repair cost", 15), ["the repair cost"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn a_word_wider_than_the_row_is_cut_and_the_rest_goes_on() {
        assert_eq!(
            lines("see https://example.org/minutes now", 10),
            ["see ", "https://ex", "ample.org/", "minutes ", "now"]
        );
    }

    #[test]
    fn chinese_breaks_between_characters_and_not_before_a_stop() {
        assert_eq!(lines("修桥花了四千二百万。", 8), ["修桥花了", "四千二百", "万。"]);
    }

    #[test]
    fn a_family_is_never_cut() {
        assert_eq!(lines("👩‍👩‍👧👩‍👩‍👧", 3), ["👩‍👩‍👧", "👩‍👩‍👧"]);
    }

    #[test]
    fn a_newline_ends_a_row() {
        assert_eq!(lines("one\ntwo\n\nthree", 10), ["one\n", "two\n", "\n", "three"]);
        assert_eq!(lines("ein\nzwéi\n", 10), ["ein\n", "zwéi\n"]);
    }

    proptest! {
        #[test]
        fn the_first_rows_are_those_of_the_whole_text(text in "([ a-c-]|é|東|👩‍👩‍👧|e\u{301}|\n){0,200}", width in 1usize..12, most in 0usize..9) {
            let whole: Vec<Span> = rows(&text, width).into_iter().take(most).collect();
            prop_assert_eq!(first_rows(&text, width, most), whole);
        }
    }

    proptest! {
        #[test]
        fn no_byte_is_lost_and_no_grapheme_is_cut(text in "([a-z -]{0,9}|é|東京|👩‍👩‍👧|e\u{301}|\n|مر|\u{200b}|\u{200d}|\t){0,40}", width in 0usize..30) {
            let found = rows(&text, width);
            let mut at = 0;
            let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            for row in &found {
                prop_assert_eq!(row.start, at);
                prop_assert!(starts.contains(&row.end));
                let words = row.of(&text).trim_end_matches([' ', '\n']);
                let fits = gate::width(words) <= width.max(1) || words.graphemes(true).count() == 1;
                prop_assert!(fits, "{:?} at {}", words, width);
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
