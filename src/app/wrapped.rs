//! Remembers how pieces of the article wrap, so that a key wraps only what was not in view before.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use crate::review::{Article, Span};

/// Pieces that are remembered; past that all are forgotten. A screen shows a few dozen, and 512 of the longest take 2 MB.
const MOST: usize = 512;

/// A piece of a block as it is set on the screen.
#[derive(Clone, Debug)]
pub(super) struct WrappedPiece {
    /// Its first byte in the article's text.
    pub(super) start: usize,
    /// True when a blank row stands above.
    pub(super) gap: bool,
    /// Columns before its words.
    pub(super) indent: usize,
    /// The rows of words, in bytes from `start`.
    pub(super) rows: Rc<[Span]>,
}

/// Wrapped pieces of one article at one width. Asking for another width or another article forgets them.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct Wrapped(RefCell<WrappedPieces>);

#[derive(Clone, Debug, Default)]
struct WrappedPieces {
    /// The article, and the width in columns. Held, so that no other can come to lie where this one did.
    of: Option<(Article, usize)>,
    /// By the index of the block and of the piece in it.
    pieces: HashMap<(usize, usize), WrappedPiece, RandomState>,
    /// Pieces that had to be wrapped.
    made: usize,
}

impl PartialEq for Wrapped {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Wrapped {
    /// The piece `at` of `article` (its block, and which one of that block's) in a pane of `width` columns, as `make` makes it where it is
    /// asked for the first time. Every key asks for a dozen.
    pub(super) fn piece(
        &self,
        article: &Article,
        width: usize,
        at: (usize, usize),
        make: impl FnOnce() -> WrappedPiece,
    ) -> WrappedPiece {
        let mut held = self.0.borrow_mut();
        if !held.of.as_ref().is_some_and(|(of, wide)| *wide == width && of.is_copy(article)) {
            held.of = Some((article.clone(), width));
            held.pieces.clear();
        }
        if let Some(piece) = held.pieces.get(&at) {
            return piece.clone();
        }
        if held.pieces.len() >= MOST {
            held.pieces.clear();
        }
        held.made += 1;
        let piece = make();
        held.pieces.insert(at, piece.clone());
        piece
    }

    /// How many pieces have been wrapped so far: what a test counts instead of time.
    pub fn made(&self) -> usize {
        self.0.borrow().made
    }
}
