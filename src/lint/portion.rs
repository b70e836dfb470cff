//! What was read of a run of blocks, one behind the other: a book has ten thousand, and none is worth memory of its own.

use super::passage::{CapitalToken, LintBlock, QuantityRow};
use crate::quantity::{Lexeme, Quantity, read_into, tokens_into};
use crate::review::{Article, Block};

/// Blocks of a portion: enough that nobody counts its memory, few enough that all cores end together.
pub(super) const BLOCKS: usize = 64;

/// Some blocks that were read.
#[derive(Default)]
pub(super) struct LintPortion<'a> {
    blocks: Vec<ReadBlock<'a>>,
    tokens: Vec<Lexeme>,
    quantities: Vec<Quantity>,
    capitals: Vec<CapitalToken>,
    rows: Vec<QuantityRow>,
}

/// A block, and where in each row of its portion what was read of it ends.
struct ReadBlock<'a> {
    block: &'a Block,
    tokens: usize,
    quantities: usize,
    capitals: usize,
    rows: usize,
}

impl<'a> LintPortion<'a> {
    /// Reads `blocks` of `article` in `language` (BCP 47).
    pub(super) fn read(article: &Article, blocks: impl Iterator<Item = &'a Block>, language: &str) -> Self {
        let mut made = Self::default();
        for block in blocks {
            made.add(article.words(block.span), block, language);
        }
        made
    }

    fn add(&mut self, text: &str, block: &'a Block, language: &str) {
        let (first, first_quantity) = (self.tokens.len(), self.quantities.len());
        self.tokens.reserve(text.len() / 5 + 1);
        tokens_into(text, &mut self.tokens);
        let tokens = self.tokens.get(first..).unwrap_or_default();
        read_into(text, tokens, language, &mut self.quantities);
        capitals(text, tokens, &mut self.capitals);
        let quantities = self.quantities.get(first_quantity..).unwrap_or_default();
        let (base, kind) = (block.span.start, &block.kind);
        LintBlock { text, base, kind, tokens, quantities, language, capitals: &[], rows: &[] }.cut(&mut self.rows);
        self.blocks.push(ReadBlock {
            block,
            tokens: self.tokens.len(),
            quantities: self.quantities.len(),
            capitals: self.capitals.len(),
            rows: self.rows.len(),
        });
    }

    /// The blocks, each with what was read of it.
    pub(super) fn passages<'b>(
        &'b self,
        article: &'b Article,
        language: &'b str,
    ) -> impl Iterator<Item = LintBlock<'b>> {
        let mut before = (0, 0, 0, 0);
        self.blocks.iter().map(move |read| {
            let passage = LintBlock {
                text: article.words(read.block.span),
                base: read.block.span.start,
                kind: &read.block.kind,
                tokens: self.tokens.get(before.0..read.tokens).unwrap_or_default(),
                quantities: self.quantities.get(before.1..read.quantities).unwrap_or_default(),
                language,
                capitals: self.capitals.get(before.2..read.capitals).unwrap_or_default(),
                rows: self.rows.get(before.3..read.rows).unwrap_or_default(),
            };
            before = (read.tokens, read.quantities, read.capitals, read.rows);
            passage
        })
    }
}

/// Puts the capitalised words of three letters or more among `tokens` behind what `found` has.
fn capitals(text: &str, tokens: &[Lexeme], found: &mut Vec<CapitalToken>) {
    // Where the last capitalised word ends, and how many stood in a row before it.
    let mut last: Option<(usize, u8)> = None;
    for (token, one) in tokens.iter().enumerate().filter(|(_, one)| one.is_capital) {
        let span = one.span();
        let row = last.filter(|(end, _)| end + 1 == span.start && text.get(*end..span.start) == Some(" "));
        let follows = row.map_or(0, |(_, before)| before.saturating_add(1));
        if span.len() >= 3 {
            found.push(CapitalToken { token, span, follows });
        }
        last = Some((span.end, follows));
    }
}
