//! Why evidence can't be searched.

/// The search engine fails; it says why.
#[derive(Debug, thiserror::Error)]
#[error("the evidence can't be indexed: {0}")]
pub struct IndexError(String);

/// What the engine says, as an error of ours.
pub(super) fn trouble(error: impl std::fmt::Display) -> IndexError {
    IndexError(error.to_string())
}
