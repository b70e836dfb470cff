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
    /// `word` with the letters of ASCII made small; `None` when it is longer than any word of a list.
    pub(super) fn of(word: &'a str) -> Option<Self> {
        let written = word.as_bytes();
        if written.len() > LONGEST {
            return None;
        }
        if !written.iter().any(u8::is_ascii_uppercase) {
            return Some(Self::Written(written));
        }
        let mut letters = [0; LONGEST];
        for (to, from) in letters.iter_mut().zip(written) {
            *to = from.to_ascii_lowercase();
        }
        Some(Self::Copied(letters, written.len()))
    }

    /// `word` in small letters with straight apostrophes; `None` when it is longer, or has other letters than ASCII's.
    pub(super) fn straight(word: &'a str) -> Option<Self> {
        let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if small && word.len() <= LONGEST {
            return Some(Self::Written(word.as_bytes()));
        }
        let mut small = Self::Copied([0; LONGEST], 0);
        for c in word.chars() {
            let plain = if c == '\u{2019}' { '\'' } else { c.to_ascii_lowercase() };
            small = small.with(u8::try_from(plain).ok().filter(u8::is_ascii)?)?;
        }
        Some(small)
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

    fn straight(word: &str) -> Option<String> {
        Small::straight(word).map(|small| String::from_utf8_lossy(small.bytes()).into_owned())
    }

    #[test]
    fn case_and_the_shape_of_an_apostrophe_do_not_matter() {
        assert_eq!(straight("Don’t").as_deref(), Some("don't"));
        assert_eq!(straight("WHO").as_deref(), Some("who"));
        assert_eq!(straight("größer"), None);
        assert_eq!(Small::of("Größer").map(|small| small.bytes().to_vec()), Some("größer".into()));
    }

    #[test]
    fn a_word_longer_than_any_of_a_list_is_none() {
        let longest = "A".repeat(LONGEST);
        assert_eq!(straight(&longest), Some(longest.to_ascii_lowercase()));
        assert_eq!(straight(&(longest.clone() + "a")), None);
        assert!(Small::of(&longest).and_then(|small| small.with(b's')).is_none());
    }
}
