//! Makes characters visible that a reader of a report could not see, or that change what is seen.

use std::borrow::Cow;

/// `text` with every control and direction character made visible; line breaks and tabs stay. Reports only: exchange formats
/// keep the characters as they are.
pub(super) fn legible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| shown(character) == Some(character)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

fn shown(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\r' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fffe}'
        | '\u{ffff}' => Some(char::REPLACEMENT_CHARACTER),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn what_hides_becomes_visible() {
        assert_eq!(legible("a\u{1b}[2Jb\u{202e}c\0\u{7f}\u{9b}d"), "a␛[2Jb\u{fffd}c␀␡\u{fffd}d");
        assert_eq!(legible("two\r\nlines\tתל אביב 👩‍👩‍👧"), "two\nlines\tתל אביב 👩‍👩‍👧");
    }
}
