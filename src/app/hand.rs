//! What the hand is in the middle of: where it came from, and what it did last.

use super::places::Places;
use crate::review::{ClaimId, Stamp};

/// What the hand is in the middle of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand {
    /// Where the choice of several claims began; the selected one is its other end.
    pub range: Option<ClaimId>,
    /// How many edits there were when the reviewer was told what undo would take back out of view.
    pub warned: Option<usize>,
    /// True when the last key changed something.
    pub did: bool,
    /// How many edits there were when what is selected was last brought into view.
    pub settled: usize,
    /// Claims whose words have changed under what is open or chosen: nobody judges them before they have been told.
    pub unseen: Vec<ClaimId>,
    /// True when the words that are picked were begun to be picked in the list of claims, where the keys go back to.
    pub from_list: bool,
    /// True when words that were being picked were let go since the last key, which was meant for them.
    pub dropped: bool,
    /// When the last of them came; empty while there is none.
    pub unseen_since: Stamp,
    /// Where it came from.
    pub places: Places,
}
