//! The article as rows of a screen: which rows are in view, and how to get from row to row.
//!
//! Nothing here walks the article: every question costs the blocks it touches. A block longer than [`PIECE`] bytes is
//! wrapped piece by piece, so that a line of ten megabytes costs no more than any other. What was wrapped is remembered.

use unicode_segmentation::GraphemeCursor;

use super::typeset;
use super::wrapped::{Wrapped, WrappedPiece};
use crate::review::{Article, Span};
use crate::text::wrap;

/// Bytes of a block that are wrapped at once; a longer block begins a new row about every so many bytes.
pub const PIECE: usize = 8192;

/// A row's place in the article, whatever is in view. Ordered from top to bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The block's index.
    pub block: usize,
    /// Which piece of the block.
    pub piece: usize,
    /// Which row of the piece; a gap above the block counts as its first.
    pub row: usize,
}

/// A row of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRow {
    /// Its words, in bytes of the article's text; empty for a gap.
    pub span: Span,
    /// The block it belongs to.
    pub block: usize,
    /// True for the blank row between two blocks.
    pub gap: bool,
    /// Columns before its words.
    pub indent: usize,
}

/// An article wrapped at a width.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    article: &'a Article,
    width: usize,
    wrapped: &'a Wrapped,
}

/// The rows of one piece of a block.
struct PieceRows {
    block: usize,
    piece: WrappedPiece,
}

impl PieceRows {
    fn len(&self) -> usize {
        self.piece.rows.len() + usize::from(self.piece.gap)
    }

    fn get(&self, row: usize) -> Option<PageRow> {
        let Some(words) = row.checked_sub(usize::from(self.piece.gap)) else {
            return Some(PageRow {
                span: Span::new(self.piece.start, self.piece.start),
                block: self.block,
                gap: true,
                indent: self.piece.indent,
            });
        };
        let span = self.piece.rows.get(words)?;
        let span = Span::new(self.piece.start + span.start, self.piece.start + span.end);
        Some(PageRow { span, block: self.block, gap: false, indent: self.piece.indent })
    }

    /// The row that holds byte `at`; the first row of words for a byte before the piece.
    fn holding(&self, at: usize) -> usize {
        let words = self.piece.rows.partition_point(|row| self.piece.start + row.start <= at).saturating_sub(1);
        words + usize::from(self.piece.gap)
    }
}

impl<'a> Page<'a> {
    /// `article` at `width` columns; what is wrapped goes into `wrapped`.
    pub const fn new(article: &'a Article, width: usize, wrapped: &'a Wrapped) -> Self {
        Self { article, width, wrapped }
    }

    /// Up to `height` rows from `top` on.
    pub fn rows(&self, top: Spot, height: usize) -> Vec<PageRow> {
        let mut rows = Vec::new();
        let (mut at, mut skip) = ((top.block, top.piece), top.row);
        while rows.len() < height && at.0 < self.article.blocks().len() {
            let piece = self.piece_rows(at);
            rows.extend((skip..piece.len()).take(height - rows.len()).filter_map(|row| piece.get(row)));
            skip = 0;
            at = self.after(at);
        }
        rows
    }

    /// The row that holds byte `at`.
    pub fn spot(&self, at: usize) -> Spot {
        let block = self.article.block_at(at);
        let start = self.article.blocks().get(block).map_or(0, |block| block.span.start);
        let share = (at.saturating_sub(start) / PIECE).min(self.pieces(block).saturating_sub(1));
        // A piece begins at or shortly after its share.
        let piece = if self.piece(block, share).start > at { share.saturating_sub(1) } else { share };
        let rows = self.piece_rows((block, piece));
        Spot { block, piece, row: rows.holding(at) }
    }

    /// The byte at which the row at `spot` begins; that of the row below for a gap.
    pub fn byte(&self, spot: Spot) -> usize {
        let rows = self.piece_rows((spot.block, spot.piece));
        let row = rows.get(spot.row.min(rows.len().saturating_sub(1)));
        row.map_or_else(|| self.article.text().len(), |row| row.span.start)
    }

    /// The row `count` rows below `spot`, or the last one.
    pub fn down(&self, spot: Spot, count: usize) -> Spot {
        let mut spot = spot;
        let mut left = count;
        loop {
            let here = self.piece_rows((spot.block, spot.piece)).len();
            if spot.row + left < here {
                return Spot { row: spot.row + left, ..spot };
            }
            let (block, piece) = self.after((spot.block, spot.piece));
            if block >= self.article.blocks().len() {
                return Spot { row: here.saturating_sub(1), ..spot };
            }
            left = (spot.row + left).saturating_sub(here);
            spot = Spot { block, piece, row: 0 };
        }
    }

    /// The row `count` rows above `spot`, or the first one.
    pub fn up(&self, spot: Spot, count: usize) -> Spot {
        let mut spot = spot;
        let mut left = count;
        while left > spot.row {
            let Some((block, piece)) = self.before((spot.block, spot.piece)) else {
                return Spot { row: 0, ..spot };
            };
            left -= spot.row + 1;
            let row = self.piece_rows((block, piece)).len().saturating_sub(1);
            spot = Spot { block, piece, row };
        }
        Spot { row: spot.row - left, ..spot }
    }

    /// The last row.
    pub fn last(&self) -> Spot {
        let block = self.article.blocks().len().saturating_sub(1);
        let piece = self.pieces(block).saturating_sub(1);
        Spot { block, piece, row: self.piece_rows((block, piece)).len().saturating_sub(1) }
    }

    /// How many rows `below` lies below `above`; `limit` when it is that many or more.
    pub fn rows_between(&self, above: Spot, below: Spot, limit: usize) -> usize {
        let mut count = 0;
        let mut at = (above.block, above.piece);
        let mut from = above.row;
        while count < limit && at < (below.block, below.piece) && at.0 < self.article.blocks().len() {
            count += self.piece_rows(at).len().saturating_sub(from);
            from = 0;
            at = self.after(at);
        }
        if at == (below.block, below.piece) {
            count += below.row.saturating_sub(from);
        }
        count.min(limit)
    }

    /// The rows of one piece, a gap above it first where there is one.
    fn piece_rows(&self, (block, piece): (usize, usize)) -> PieceRows {
        let make = || {
            let span = self.piece(block, piece);
            let gap = piece == 0 && typeset::gap_above(self.article, block);
            let indent = typeset::indent(self.article, block, self.width);
            let free = indent + typeset::spare(self.article, block, self.width);
            let rows = wrap::rows(self.article.words(span), self.width.saturating_sub(free).max(1)).into();
            WrappedPiece { start: span.start, gap, indent, rows }
        };
        PieceRows { block, piece: self.wrapped.piece(self.article, self.width, (block, piece), make) }
    }

    fn after(&self, (block, piece): (usize, usize)) -> (usize, usize) {
        if piece + 1 < self.pieces(block) { (block, piece + 1) } else { (block + 1, 0) }
    }

    fn before(&self, (block, piece): (usize, usize)) -> Option<(usize, usize)> {
        match piece.checked_sub(1) {
            Some(piece) => Some((block, piece)),
            None => block.checked_sub(1).map(|block| (block, self.pieces(block).saturating_sub(1))),
        }
    }

    /// How many pieces a block has, at least one.
    fn pieces(&self, block: usize) -> usize {
        let Some(whole) = self.article.blocks().get(block).map(|block| block.span) else { return 1 };
        let most = whole.len().div_ceil(PIECE).max(1);
        // The last cut may have slid to the end in search of a blank.
        if most > 1 && self.cut(whole, most - 1) >= whole.end { most - 1 } else { most }
    }

    fn piece(&self, block: usize, piece: usize) -> Span {
        let Some(whole) = self.article.blocks().get(block).map(|block| block.span) else { return Span::new(0, 0) };
        Span::new(self.cut(whole, piece), self.cut(whole, piece + 1))
    }

    /// Where piece `index` of a block over `whole` begins: after a blank near its share, else between two graphemes.
    fn cut(&self, whole: Span, index: usize) -> usize {
        let share = whole.start + index * PIECE;
        if index == 0 || share >= whole.end {
            return if index == 0 { whole.start } else { whole.end };
        }
        let text = self.article.text();
        let ahead = text.as_bytes().get(share..whole.end.min(share + PIECE / 2)).unwrap_or_default();
        if let Some(blank) = ahead.iter().position(|byte| *byte == b' ') {
            return (share + blank + 1).min(whole.end);
        }
        let from = text.ceil_char_boundary(share);
        let mut cursor = GraphemeCursor::new(from, text.len(), true);
        cursor.next_boundary(text, 0).ok().flatten().unwrap_or(whole.end).min(whole.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Block, BlockKind};
    use proptest::prelude::*;

    fn article(blocks: &[&str]) -> Article {
        let mut text = String::new();
        let mut spans = Vec::new();
        for words in blocks {
            let start = text.len();
            text.push_str(words);
            spans.push(Block::new(BlockKind::Paragraph, Span::new(start, text.len())));
            text.push_str("\n\n");
        }
        Article::new("t", text, spans).unwrap()
    }

    #[test]
    fn blocks_are_a_blank_row_apart() {
        let article = article(&["one two", "three"]);
        let wrapped = Wrapped::default();
        let page = Page::new(&article, 4, &wrapped);
        let rows: Vec<&str> = page.rows(Spot::default(), 9).iter().map(|row| article.words(row.span)).collect();
        assert_eq!(rows, ["one ", "two", "", "thre", "e"]);
    }

    #[test]
    fn the_end_of_a_line_of_ten_megabytes_is_as_near_as_its_beginning() {
        let line = "word ".repeat(2_000_000);
        let article = article(&[line.trim_end()]);
        let wrapped = Wrapped::default();
        let page = Page::new(&article, 80, &wrapped);
        let last = page.last();
        assert!(last.piece > 1000);
        let rows = page.rows(page.up(last, 20), 40);
        assert_eq!(rows.len(), 21);
        assert!(article.words(rows[20].span).ends_with("word"));
    }

    proptest! {
        #[test]
        fn going_down_and_up_meets_every_row(blocks in prop::collection::vec("[a-z é]{1,30}", 1..8), width in 1usize..12, long in any::<bool>()) {
            let long_line = "ab é ".repeat(2000);
            let mut words: Vec<&str> = blocks.iter().map(String::as_str).collect();
            if long { words.push(&long_line); }
            let article = article(&words);
            let wrapped = Wrapped::default();
            let page = Page::new(&article, width, &wrapped);
            let all = page.rows(Spot::default(), 1_000_000);
            prop_assert_eq!(page.down(Spot::default(), all.len() * 2), page.last());
            for (index, row) in all.iter().enumerate().step_by(1 + all.len() / 12) {
                let spot = page.down(Spot::default(), index);
                let there = page.rows(spot, 1);
                prop_assert_eq!(there.first(), Some(row));
                prop_assert_eq!(page.up(spot, index), Spot::default());
                prop_assert_eq!(page.rows_between(Spot::default(), spot, usize::MAX), index);
                if !row.gap { prop_assert_eq!(page.spot(row.span.start), spot); }
            }
        }
    }
}
