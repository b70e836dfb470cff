//! What the hand is in the middle of: where it came from, and what it did last.

use super::places::Places;

/// What the hand is in the middle of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand {
    /// Where it came from.
    pub places: Places,
}
