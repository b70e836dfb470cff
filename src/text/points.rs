//! Code points and bytes: the session file counts the one, the program the other.

/// How far apart checkpoints lie, in bytes: a lookup scans at most this much text.
const STRIDE: usize = 512;

/// Bytes that are counted at once in between; a part of [`STRIDE`].
const PIECE: usize = 32;

/// Turns byte offsets of one text into code point offsets and back, in constant time plus a scan of at most 512 bytes.
///
/// It holds no text: every call must pass the text it was made from. ASCII texts need no checkpoints at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodePoints {
    /// `marks[i]` is the number of code points before byte `i * STRIDE`; empty for ASCII.
    marks: Vec<usize>,
    /// Length of the text in code points.
    total: usize,
}

impl CodePoints {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: Vec::new(), total: text.len() };
        }
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut total = 0;
        for piece in text.as_bytes().chunks(STRIDE) {
            marks.push(total);
            total += count(piece);
        }
        Self { marks, total }
    }

    /// Length of the text in code points.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The number of code points before byte `at` of `text`; the text's length for anything beyond its end.
    pub fn at_byte(&self, text: &str, at: usize) -> usize {
        if at >= text.len() {
            return self.total;
        }
        let slot = at / STRIDE;
        match self.marks.get(slot) {
            None => at,
            Some(before) => before + text.as_bytes().get(slot * STRIDE..at).map_or(0, count),
        }
    }

    /// The byte where code point `at` of `text` begins; `None` beyond the end.
    pub fn to_byte(&self, text: &str, at: usize) -> Option<usize> {
        if at >= self.total {
            return (at == self.total).then_some(text.len());
        }
        if self.marks.is_empty() {
            return Some(at);
        }
        let slot = self.marks.partition_point(|before| *before <= at).saturating_sub(1);
        let mut seen = *self.marks.get(slot)?;
        for (piece, bytes) in text.as_bytes().chunks(PIECE).enumerate().skip(slot * (STRIDE / PIECE)) {
            let begin = count(bytes);
            if seen + begin > at {
                let mut starts = bytes.iter().enumerate().filter(|(_, byte)| starts_character(**byte));
                return starts.nth(at - seen).map(|(offset, _)| piece * PIECE + offset);
            }
            seen += begin;
        }
        None
    }
}

/// Code points that begin in `bytes`.
fn count(bytes: &[u8]) -> usize {
    let begin = |byte: &u8| u8::from(starts_character(*byte));
    // So many at a time that they fit into a byte, and many bytes into a register.
    bytes.chunks(PIECE).map(|piece| usize::from(piece.iter().map(begin).sum::<u8>())).sum()
}

/// Every UTF-8 byte but a continuation byte begins a character.
const fn starts_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::CodePoints;
    use proptest::prelude::*;

    #[test]
    fn an_ascii_text_needs_no_checkpoints() {
        let text = "a bridge".repeat(500);
        let points = CodePoints::new(&text);
        assert!(points.marks.is_empty());
        assert_eq!(points.at_byte(&text, 1234), 1234);
        assert_eq!(points.to_byte(&text, 1234), Some(1234));
    }

    #[test]
    fn beyond_the_end_there_is_no_byte() {
        let points = CodePoints::new("é");
        assert_eq!(points.to_byte("é", 1), Some(2));
        assert_eq!(points.to_byte("é", 2), None);
    }

    proptest! {
        #[test]
        fn every_character_goes_there_and_back(text in "(\\PC|é|東|👩‍👩‍👧){0,900}") {
            let points = CodePoints::new(&text);
            for (index, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at_byte(&text, byte), index);
                prop_assert_eq!(points.to_byte(&text, index), Some(byte));
            }
            prop_assert_eq!(points.total(), text.chars().count());
        }
    }
}
