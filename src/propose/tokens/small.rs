//! A word in small letters, as the word lists have it, without an allocation.

/// A word in small letters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Small<'a> {
    /// As it is written: most words have no capitals.
    Written(&'a [u8]),
    /// The first bytes, so many, hold it.
    Copied([u8; LONGEST], usize),
}

/// Longer words, in bytes, are on no list.
const LONGEST: usize = 24;

impl<'a> Small<'a> {
    /// `word` with the letters of ASCII made small and its apostrophes straight; `None` when it is longer than any word of a list.
    pub(super) fn of(word: &'a str) -> Option<Self> {
        // The first byte of the curly apostrophe tells it well enough.
        let small = !word.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0xe2);
        if small {
            return (word.len() <= LONGEST).then_some(Self::Written(word.as_bytes()));
        }
        let (mut letters, mut len) = ([0; LONGEST], 0);
        for c in word.chars() {
            let plain = if c == '\u{2019}' { '\'' } else { c.to_ascii_lowercase() };
            plain.encode_utf8(letters.get_mut(len..len + plain.len_utf8())?);
            len += plain.len_utf8();
        }
        Some(Self::Copied(letters, len))
    }

    /// With `letter`, a small one, at its end.
    pub(super) fn with(self, letter: u8) -> Option<Self> {
        let mut letters = [0; LONGEST];
        let len = self.bytes().len();
        letters.get_mut(..len)?.copy_from_slice(self.bytes());
        *letters.get_mut(len)? = letter;
        Some(Self::Copied(letters, len + 1))
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Written(bytes) => bytes,
            Self::Copied(letters, len) => letters.get(..*len).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Small};

    fn small(word: &str) -> Option<String> {
        Small::of(word).map(|small| String::from_utf8_lossy(small.bytes()).into_owned())
    }

    #[test]
    fn case_and_the_shape_of_an_apostrophe_do_not_matter() {
        assert_eq!(small("O’Neil").as_deref(), Some("o'neil"));
        assert_eq!(small("WHO").as_deref(), Some("who"));
        assert_eq!(small("größer").as_deref(), Some("größer"));
        assert_eq!(small("Größer").as_deref(), Some("größer"));
    }

    #[test]
    fn a_word_longer_than_any_of_a_list_is_none() {
        let longest = "A".repeat(LONGEST);
        assert_eq!(small(&longest), Some(longest.to_ascii_lowercase()));
        assert_eq!(small(&(longest.clone() + "a")), None);
        assert!(Small::of(&longest).and_then(|small| small.with(b's')).is_none());
    }
}
