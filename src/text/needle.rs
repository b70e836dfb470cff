//! Finding words in a text whatever their case, at the speed of the memory.

use memchr::{memchr_iter, memchr2_iter};

use super::Span;

/// Letters of running text, the most frequent first; what stands in none of the languages often is not listed and counts as rare.
const FREQUENT: &[u8] = b" etaonirshdlcumwfgypbvk";

/// Words to be found, whatever their case.
#[derive(Clone, Debug)]
pub struct Needle {
    /// In lower case.
    lower: String,
    /// The rarest byte that any match holds: in lower case, in upper case, and how far from the match's begin. `None` when no
    /// byte of it is ASCII, or one before it may be of another length in another case.
    rarest: Option<(u8, u8, usize)>,
}

impl Needle {
    /// What finds `words`; `None` when there is nothing to find.
    pub fn new(words: &str) -> Option<Self> {
        let lower: String = words.chars().flat_map(char::to_lowercase).collect();
        // A letter beyond ASCII may have fewer bytes in the other case, so that only what stands before it has its place.
        let fixed = lower.bytes().take_while(u8::is_ascii).enumerate();
        let often = |byte: u8| FREQUENT.iter().position(|other| *other == byte).unwrap_or(FREQUENT.len());
        let rarest = fixed.max_by_key(|(_, byte)| often(*byte));
        let rarest = rarest.map(|(at, byte)| (byte, byte.to_ascii_uppercase(), at));
        (!lower.is_empty()).then_some(Self { lower, rarest })
    }

    /// How many bytes it has, in lower case.
    pub const fn len(&self) -> usize {
        self.lower.len()
    }

    /// True for no words; there is no such needle.
    pub const fn is_empty(&self) -> bool {
        self.lower.is_empty()
    }

    /// The first match in `text` that begins at byte `from` or later, in bytes.
    pub fn find(&self, text: &str, from: usize) -> Option<Span> {
        let tail = text.as_bytes().get(from..)?;
        match self.rarest {
            None => text.get(from..)?.char_indices().find_map(|(at, _)| self.at(text, from + at)),
            Some((byte, other, before)) if byte == other => {
                memchr_iter(byte, tail).find_map(|at| self.at(text, from + at.checked_sub(before)?))
            }
            Some((lower, upper, before)) => {
                memchr2_iter(lower, upper, tail).find_map(|at| self.at(text, from + at.checked_sub(before)?))
            }
        }
    }

    /// Every match in `text`, in bytes, none over another.
    pub fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let span = self.find(text, from)?;
            from = span.end;
            Some(span)
        })
    }

    /// The match that begins at byte `at`, if one does.
    fn at(&self, text: &str, at: usize) -> Option<Span> {
        let bytes = text.as_bytes().get(at..)?;
        let wanted = self.lower.as_bytes();
        if bytes.get(..wanted.len()).is_some_and(|there| there.eq_ignore_ascii_case(wanted))
            && text.is_char_boundary(at)
        {
            return Some(Span::new(at, at + wanted.len()));
        }
        if self.lower.is_ascii() {
            return None;
        }
        let mut wanted = self.lower.chars();
        let mut end = at;
        for c in text.get(at..)?.chars() {
            if wanted.as_str().is_empty() {
                break;
            }
            for lower in c.to_lowercase() {
                if wanted.next() != Some(lower) {
                    return None;
                }
            }
            end += c.len_utf8();
        }
        wanted.as_str().is_empty().then(|| Span::new(at, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(words: &str, text: &str) -> Vec<(usize, usize)> {
        Needle::new(words).unwrap().all(text).map(|span| (span.start, span.end)).collect()
    }

    #[test]
    fn words_are_found_in_any_case_and_any_script() {
        assert_eq!(found("quay", "The Quay, the QUAY and a quayside"), [(4, 8), (14, 18), (25, 29)]);
        assert_eq!(found("ÄRA", "eine Ära, die ära"), [(5, 9), (15, 19)]);
        assert_eq!(found("42", "42,42"), [(0, 2), (3, 5)]);
        assert!(Needle::new("").is_none());
    }

    proptest! {
        #[test]
        fn the_same_is_found_as_by_looking_everywhere(words in "[aAéÉxz ]{1,3}", text in "[aAéÉxz ]{0,30}") {
            let needle = Needle::new(&words).unwrap();
            let slow = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).find_map(|at| needle.at(&text, at));
            prop_assert_eq!(needle.find(&text, 0), slow);
        }
    }
}
