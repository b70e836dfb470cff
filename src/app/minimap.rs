//! The verdicts of the whole article in one column: for each row of it the most pressing state of the claims that begin there.

use std::cell::RefCell;
use std::rc::Rc;

use crate::review::{Change, Edit, Entry, Session, Span, Status};

/// States by how much they press: of several in one row the first is shown.
const PRESSING: [Status; 6] =
    [Status::Differs, Status::Disputed, Status::Unchecked, Status::Unknown, Status::Other, Status::Verified];

/// The column as it was last drawn, so that a frame costs only the rows that an edit touched.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct Minimap(RefCell<DrawnMap>);

#[derive(Clone, Debug, Default)]
struct DrawnMap {
    /// How long the article is, and how many rows the column has.
    of: (usize, usize),
    /// Entries of the history that are taken in.
    seen: usize,
    rows: Rc<[Option<Status>]>,
}

impl PartialEq for Minimap {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Minimap {
    /// The states of `height` rows over the article of `session`; none where no claim begins.
    pub fn rows(&self, session: &Session, height: usize) -> Rc<[Option<Status>]> {
        let of = (session.article.text().len(), height);
        let mut held = self.0.borrow_mut();
        let edits = session.history().len();
        // A draft of the same length has its claims elsewhere.
        let is_draft = |entry: &Entry| matches!(entry.edit.change, Change::Draft(_));
        if held.of != of || edits < held.seen || session.history().since(held.seen).any(is_draft) {
            held.rows = (0..height).map(|row| state(session, slice(of, row))).collect();
        } else if edits > held.seen {
            let mut rows: Vec<Option<Status>> = held.rows.to_vec();
            for start in session.history().since(held.seen).flat_map(|entry| starts(session, &entry.edit)) {
                let row = row_of(of, start);
                if let Some(shown) = rows.get_mut(row) {
                    *shown = state(session, slice(of, row));
                }
            }
            held.rows = rows.into();
        }
        (held.of, held.seen) = (of, edits);
        Rc::clone(&held.rows)
    }
}

/// Where the claims begin, or began, that an edit touches.
fn starts(session: &Session, edit: &Edit) -> Vec<usize> {
    match &edit.change {
        Change::Mend(swap) => vec![swap.before.start, swap.after.start],
        Change::Recut(_, swap) => swap.before.iter().chain(&swap.after).map(|claim| claim.span.start).collect(),
        Change::Field(..)
        | Change::Block(..)
        | Change::Draft(_)
        | Change::Later(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..) => {
            edit.touches().filter_map(|id| session.claims().by_id(id)).map(|claim| claim.span.start).collect()
        }
    }
}

/// The bytes of the article that a row of the column stands for.
fn slice((length, height): (usize, usize), row: usize) -> Span {
    let at = |row: usize| length.saturating_mul(row).div_ceil(height.max(1));
    Span::new(at(row), at(row + 1))
}

/// The row that byte `at` of an article of so many bytes falls into.
pub fn row_of((length, height): (usize, usize), at: usize) -> usize {
    at.saturating_mul(height) / length.max(1)
}

/// The byte at which a row of the column begins.
pub fn byte_at(length: usize, height: usize, row: usize) -> usize {
    slice((length, height), row.min(height)).start
}

fn state(session: &Session, slice: Span) -> Option<Status> {
    let claims = session.claims();
    let held = claims.iter_from(claims.first_from(slice.start)).take_while(|claim| claim.span.start < slice.end);
    let rank = |status: Status| PRESSING.iter().position(|other| *other == status);
    held.filter_map(|claim| rank(claim.status())).min().and_then(|rank| PRESSING.get(rank)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_byte_falls_into_the_row_that_holds_it(length in 1usize..5000, height in 1usize..80, at in any::<prop::sample::Index>()) {
            let at = at.index(length);
            let row = row_of((length, height), at);
            prop_assert!(row < height);
            prop_assert!(slice((length, height), row).contains(at));
        }
    }
}
