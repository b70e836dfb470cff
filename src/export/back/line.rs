//! A line of what somebody writes back, and how often it was quoted.

/// A line or paragraph, and how many times it was quoted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The words, without marks of quoting.
    pub(super) words: String,
    /// How often it was quoted; 0 for what was written last.
    pub(super) depth: usize,
    /// True when a mail program broke the line where it was full, so that the next goes on.
    pub(super) wrapped: bool,
    /// True in the mail that was answered where its lines bear no marks of quoting: what is not of that mail was written into it.
    pub(super) carried: bool,
}

impl Line {
    /// A line that nobody quoted.
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// True when there is nothing on it.
    pub(super) fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }
}
