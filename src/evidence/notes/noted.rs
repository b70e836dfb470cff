//! A note of the writer, as it was read: the name of its annotation, its number, what it says.

/// A note of the writer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// The name of its annotation; empty for one in brackets in the text.
    pub id: String,
    /// Which of the notes at the foot or at the end it is, from 1; none for one that has no number.
    pub number: Option<usize>,
    /// What it says.
    pub text: String,
    /// What was said of it by hand: held back from exports, or free.
    pub confidential: Option<bool>,
}
