//! A value before and after a change.

/// A value before and after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap<T> {
    /// What it was.
    pub before: T,
    /// What it becomes.
    pub after: T,
}

impl<T> Swap<T> {
    /// From `before` to `after`.
    pub const fn new(before: T, after: T) -> Self {
        Self { before, after }
    }

    /// The same the other way round.
    pub(super) fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}
