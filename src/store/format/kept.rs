//! What shelves of claims or edits were printed as the last time, so that a save prints only those that have changed.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;

use foldhash::fast::RandomState;

/// Bytes that are remembered at most: the claims of a megabyte of text. Of a longer article the rest is printed each time.
const MOST: usize = 1 << 24;

/// A shelf as it was printed. It holds the shelf, so that nobody changes it where it lies and no other comes to lie there.
#[derive(Debug)]
struct PrintedShelf<T> {
    of: Arc<Vec<T>>,
    bytes: Vec<u8>,
}

/// The shelves of the last time, by where they lie in memory.
#[derive(Debug)]
pub(super) struct Kept<T>(HashMap<usize, PrintedShelf<T>, RandomState>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<T> Kept<T> {
    /// Begins to print all shelves once more; what this turn does not come by is forgotten at its end.
    pub(super) fn turn(&mut self) -> Turn<'_, T> {
        Turn { last: std::mem::take(&mut self.0), now: self, bytes: 0 }
    }
}

/// One printing of all shelves.
pub(super) struct Turn<'a, T> {
    last: HashMap<usize, PrintedShelf<T>, RandomState>,
    now: &'a mut Kept<T>,
    bytes: usize,
}

impl<T> Turn<'_, T> {
    /// Writes a shelf, as it was printed the last time if it was, else as `print` does it now.
    pub(super) fn write(
        &mut self,
        shelf: &Arc<Vec<T>>,
        out: &mut dyn Write,
        print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let place = Arc::as_ptr(shelf).addr();
        let piece = match self.last.remove(&place).filter(|piece| Arc::ptr_eq(&piece.of, shelf)) {
            Some(piece) => piece,
            None if self.bytes >= MOST => return print(out),
            None => {
                let mut bytes = Vec::new();
                print(&mut bytes)?;
                bytes.shrink_to_fit();
                PrintedShelf { of: Arc::clone(shelf), bytes }
            }
        };
        out.write_all(&piece.bytes)?;
        self.bytes += piece.bytes.len();
        if self.bytes <= MOST {
            self.now.0.insert(place, piece);
        }
        Ok(())
    }
}
