//! Finding words in the article: forwards and backwards from a place, ignoring case unless a capital is asked for.

use memchr::{memchr2_iter, memrchr2_iter};

use crate::review::Span;

/// A search under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words looked for.
    pub needle: String,
    /// The match the reviewer is at, in bytes of the article's text.
    pub at: Option<Span>,
}

/// The first match that begins at byte `from` or later.
pub fn forward(text: &str, needle: &str, from: usize) -> Option<Span> {
    let (low, high) = first_bytes(needle)?;
    let tail = text.as_bytes().get(from..)?;
    memchr2_iter(low, high, tail).find_map(|at| matches(text, needle, from + at))
}

/// The last match that begins before byte `before`.
pub fn backward(text: &str, needle: &str, before: usize) -> Option<Span> {
    let (low, high) = first_bytes(needle)?;
    let head = text.as_bytes().get(..before)?;
    memrchr2_iter(low, high, head).find_map(|at| matches(text, needle, at))
}

/// True when capitals matter: when the words looked for hold one.
fn exact(needle: &str) -> bool {
    needle.chars().any(char::is_uppercase)
}

/// The bytes a match can begin with. Letters beyond ASCII begin with one of two bytes in either case.
fn first_bytes(needle: &str) -> Option<(u8, u8)> {
    let first = needle.chars().next()?;
    let mut buffer = [0; 4];
    let low = *first.encode_utf8(&mut buffer).as_bytes().first()?;
    let upper = if exact(needle) { first } else { first.to_uppercase().next()? };
    let high = *upper.encode_utf8(&mut buffer).as_bytes().first()?;
    Some((low, high))
}

/// The match that begins at byte `at`, if one does.
fn matches(text: &str, needle: &str, at: usize) -> Option<Span> {
    let tail = text.get(at..)?;
    if exact(needle) {
        return tail.starts_with(needle).then(|| Span::new(at, at + needle.len()));
    }
    let mut wanted = needle.chars();
    let mut chars = tail.char_indices();
    loop {
        let Some(want) = wanted.next() else {
            let len = chars.next().map_or(tail.len(), |(offset, _)| offset);
            return Some(Span::new(at, at + len));
        };
        let (_, have) = chars.next()?;
        let same = have == want || have.to_lowercase().eq(want.to_lowercase());
        if !same {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_makes_case_matter() {
        let text = "The bridge. A Bridge. ÄRA ära";
        assert_eq!(forward(text, "bridge", 5), Some(Span::new(14, 20)));
        assert_eq!(forward(text, "Bridge", 0), Some(Span::new(14, 20)));
        assert_eq!(forward(text, "ära", 0), Some(Span::new(22, 26)));
        assert_eq!(forward(text, "", 0), None);
    }

    #[test]
    fn backwards_finds_the_last_one_before() {
        let text = "steel, steel, steel";
        assert_eq!(backward(text, "steel", 14), Some(Span::new(7, 12)));
        assert_eq!(backward(text, "steel", 0), None);
    }
}
