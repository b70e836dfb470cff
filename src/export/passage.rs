//! The article cut wherever a claim begins or ends, so that overlapping claims can be marked in it.

use std::collections::HashMap;

use super::sheet::is_told;
use crate::review::{Article, Block, BlockKind, Claims, ListPlace, Span, Status};

/// A run of words that lie in the same claims.
pub(super) struct ArticlePiece<'a> {
    /// The words.
    pub(super) text: &'a str,
    /// Where they stand, in bytes.
    pub(super) span: Span,
    /// Numbers of the claims they lie in, in article order, from 1.
    pub(super) claims: Vec<usize>,
    /// Numbers of the claims whose first words these are.
    pub(super) opens: Vec<usize>,
    /// Numbers of the claims whose last words these are.
    pub(super) closes: Vec<usize>,
}

/// A block as its pieces.
pub(super) struct ArticlePassage<'a> {
    /// What the block is.
    pub(super) kind: BlockKind,
    /// How it stands in a list.
    pub(super) item: ListPlace,
    /// Its words, in order; none for an empty block.
    pub(super) pieces: Vec<ArticlePiece<'a>>,
}

/// Which claims are marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkedClaims {
    /// Those that are told of.
    Told,
    /// The dismissed ones, too.
    All,
}

/// Every passage of `article` with the claims that are `marked`. Page furniture is left out unless a claim to be checked sits in it;
/// words outside all blocks count as paragraphs.
pub(super) fn passages<'a>(article: &'a Article, claims: &Claims, marked: MarkedClaims) -> Vec<ArticlePassage<'a>> {
    let mut found = Vec::new();
    for Block { kind, span, item, .. } in stretches(article) {
        let pieces = pieces(article, claims, span, marked);
        let claimed = claims.touching(span).any(|(_, claim)| claim.status() != Status::Dismissed);
        if !pieces.is_empty() && (claimed || kind != BlockKind::Furniture) {
            found.push(ArticlePassage { kind, item, pieces });
        }
    }
    note_ends(&mut found);
    found
}

/// The blocks, and the lines between them that hold more than blanks.
fn stretches(article: &Article) -> Vec<Block> {
    let mut found = Vec::new();
    let mut last = 0;
    let gap = |found: &mut Vec<Block>, from: usize, to: usize| {
        let mut at = from;
        for line in article.words(Span::new(from, to)).split_inclusive('\n') {
            let words = line.trim_end();
            if !words.is_empty() {
                found.push(Block::new(BlockKind::Paragraph, Span::new(at, at + words.len())));
            }
            at += line.len();
        }
    };
    for block in article.blocks() {
        gap(&mut found, last, block.span.start);
        found.push(block.clone());
        last = block.span.end;
    }
    gap(&mut found, last, article.text().len());
    found
}

fn pieces<'a>(article: &'a Article, claims: &Claims, block: Span, marked: MarkedClaims) -> Vec<ArticlePiece<'a>> {
    let touching: Vec<(usize, Span)> = claims
        .touching(block)
        .filter(|(_, claim)| marked == MarkedClaims::All || is_told(claim))
        .map(|(index, claim)| (index + 1, claim.span))
        .collect();
    let ends = touching.iter().flat_map(|(_, span)| [span.start, span.end]);
    let mut cuts: Vec<usize> = ends.filter(|at| block.contains(*at)).chain([block.start, block.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = touching.into_iter().peekable();
    let mut open: Vec<(usize, Span)> = Vec::new();
    let mut found = Vec::new();
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        open.retain(|(_, span)| span.end > *from);
        while let Some(next) = waiting.next_if(|(_, span)| span.start <= *from) {
            open.push(next);
        }
        found.push(ArticlePiece {
            text: article.words(Span::new(*from, *to)),
            span: Span::new(*from, *to),
            claims: open.iter().map(|(number, _)| *number).collect(),
            opens: Vec::new(),
            closes: Vec::new(),
        });
    }
    found
}

/// Notes in the first and last piece of each claim that it opens and closes there.
fn note_ends(passages: &mut [ArticlePassage<'_>]) {
    let mut last: HashMap<usize, usize> = HashMap::new();
    let all = || passages.iter().flat_map(|passage| &passage.pieces).enumerate();
    for (index, piece) in all() {
        last.extend(piece.claims.iter().map(|number| (*number, index)));
    }
    let mut seen = std::collections::HashSet::new();
    for (index, piece) in passages.iter_mut().flat_map(|passage| &mut passage.pieces).enumerate() {
        for number in &piece.claims {
            if seen.insert(*number) {
                piece.opens.push(*number);
            }
            if last.get(number) == Some(&index) {
                piece.closes.push(*number);
            }
        }
    }
}
