//! Where one may cut: the rest of a text, its blanks, the bounds of its graphemes.

use unicode_segmentation::GraphemeCursor;

use super::marks;

/// The text from byte `at` on.
pub(super) fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// Where the white space that begins at `at` ends.
pub(super) fn blanks(text: &str, at: usize) -> usize {
    let rest = from(text, at);
    text.len() - rest.trim_start().len()
}

/// True when a grapheme may begin at byte `at`.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(left), Some(right)) = (at.checked_sub(1).and_then(|left| bytes.get(left)), bytes.get(at)) else {
        return true;
    };
    if left.is_ascii() && right.is_ascii() {
        return !(*left == b'\r' && *right == b'\n');
    }
    let next = from(text, at).chars().next();
    let last = text.get(..at).and_then(|left| left.chars().next_back());
    if next.is_some_and(marks::is_alone) && last.is_some_and(marks::is_alone) {
        return true;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}
