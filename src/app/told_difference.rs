//! What the history says of a difference, looked up once and kept until the session changes.

use std::cell::RefCell;
use std::rc::Rc;

use super::conflict::ConflictSide;
use crate::review::Session;

/// What is told of a difference besides the claim itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldDifference {
    /// Which of all differences it is, from 1; 0 for one that is there no more.
    pub at: usize,
    /// How many differences there are.
    pub of: usize,
    /// The two sides of a conflict, each by whose it is.
    pub sides: Option<[ConflictSide; 2]>,
    /// The claim's sources, each with who entered it.
    pub sources: Vec<String>,
}

/// What was told last.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct KeptDifference(RefCell<KeptTold>);

#[derive(Clone, Debug, Default)]
struct KeptTold {
    /// How many edits the session had, and where its article's text lies.
    of: Option<(usize, usize)>,
    told: Rc<ToldDifference>,
    /// How many times the history was walked.
    made: usize,
}

impl PartialEq for KeptDifference {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for KeptDifference {}

impl KeptDifference {
    /// What `tell` says; it is asked once for a session as it stands.
    pub fn of(&self, session: &Session, tell: impl FnOnce() -> ToldDifference) -> Rc<ToldDifference> {
        let of = Some((session.history().len(), session.article.text().as_ptr().addr()));
        let mut kept = self.0.borrow_mut();
        if kept.of != of {
            (kept.of, kept.told) = (of, Rc::new(tell()));
            kept.made += 1;
        }
        Rc::clone(&kept.told)
    }

    /// How many times it was told so far: what a test counts instead of time.
    pub fn made(&self) -> usize {
        self.0.borrow().made
    }
}
