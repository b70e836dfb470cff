//! Remembers how pieces of the article wrap, so that a key wraps only what was not in view before.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use crate::review::{Article, Span};
use crate::text::wrap;

/// Pieces that are remembered; past that all are forgotten. A screen shows a few dozen, and 512 of the longest take 2 MB.
const MOST: usize = 512;

/// Wrapped pieces of one article at one width. Asking for another width or another article forgets them.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct Wrapped(RefCell<WrappedPieces>);

#[derive(Clone, Debug, Default)]
struct WrappedPieces {
    /// Where the article's text lies, how long it is, and the width in columns.
    of: (usize, usize, usize),
    rows: HashMap<Span, Rc<[Span]>, RandomState>,
    /// Pieces that had to be wrapped.
    made: usize,
}

impl PartialEq for Wrapped {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Wrapped {
    /// The rows of `piece` of `article` in a pane of `width` columns of which it leaves `free` ones, in bytes from the piece's
    /// beginning. How many those are follows from article and width.
    pub fn rows(&self, article: &Article, piece: Span, width: usize, free: impl FnOnce() -> usize) -> Rc<[Span]> {
        let text = article.text();
        let of = (text.as_ptr().addr(), text.len(), width);
        let mut held = self.0.borrow_mut();
        if held.of != of {
            held.of = of;
            held.rows.clear();
        }
        if let Some(rows) = held.rows.get(&piece) {
            return Rc::clone(rows);
        }
        if held.rows.len() >= MOST {
            held.rows.clear();
        }
        held.made += 1;
        let rows: Rc<[Span]> = wrap::rows(article.words(piece), width.saturating_sub(free()).max(1)).into();
        held.rows.insert(piece, Rc::clone(&rows));
        rows
    }

    /// How many pieces have been wrapped so far: what a test counts instead of time.
    pub fn made(&self) -> usize {
        self.0.borrow().made
    }
}
