//! The standing of a quote: how its words compare with those that were said.

/// What a quote is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The same words.
    Exact,
    /// All that differs is marked by brackets or an ellipsis.
    Marked,
    /// The same words but for what is marked, and somebody else's than the article says.
    Misattributed,
    /// Found, and words differ without a mark.
    Altered,
    /// Never said in what is at hand.
    NotFound,
}
