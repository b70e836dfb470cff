//! What keyboards type found in what typesetters set, and the other way round: quotes and dashes of any kind, ligatures, fractions,
//! accents.

use memchr::memchr2_iter;
use unicode_normalization::UnicodeNormalization as _;

use super::Span;

/// Every match of `needle` in `text`, in bytes, none over another.
pub fn all(text: &str, needle: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    let (wanted, plain) = (KeyboardNeedle::new(needle), text.is_ascii());
    std::iter::from_fn(move || {
        let span = wanted.forward(text, from, plain)?;
        from = span.end.max(from + 1);
        Some(span)
    })
}

/// What is looked for, in the characters of a keyboard.
struct KeyboardNeedle {
    chars: Vec<char>,
    /// True when capitals matter: when the words looked for hold one.
    exact: bool,
}

impl KeyboardNeedle {
    fn new(needle: &str) -> Self {
        let chars = needle.chars().flat_map(|c| plain(c).collect::<Vec<_>>()).collect();
        Self { chars, exact: needle.chars().any(char::is_uppercase) }
    }

    /// The first match that begins at byte `from` or later; `ascii` is true for a text of ASCII only.
    fn forward(&self, text: &str, from: usize, ascii: bool) -> Option<Span> {
        let (low, high) = self.first_bytes()?;
        let tail = text.as_bytes().get(from..)?;
        if ascii {
            return memchr2_iter(low, high, tail).find_map(|at| self.matches(text, from + at));
        }
        // What stands for the first character may lie beyond ASCII: `é` for `e`, `’` for `'`.
        let begins = |byte: u8| byte == low || byte == high || byte >= 0xc2;
        let starts = tail.iter().enumerate().filter(|(_, byte)| begins(**byte));
        starts.map(|(at, _)| at).find_map(|at| self.matches(text, from + at))
    }

    /// The bytes a match can begin with where the text has ASCII only. Letters beyond ASCII begin with one of two bytes in either
    /// case.
    fn first_bytes(&self) -> Option<(u8, u8)> {
        let first = *self.chars.first()?;
        let mut buffer = [0; 4];
        let low = *first.encode_utf8(&mut buffer).as_bytes().first()?;
        let upper = if self.exact { first } else { first.to_uppercase().next()? };
        let high = *upper.encode_utf8(&mut buffer).as_bytes().first()?;
        Some((low, high))
    }

    /// The match that begins at byte `at`, if one does. Soft hyphens and accents that stand apart count for nothing in the text.
    fn matches(&self, text: &str, at: usize) -> Option<Span> {
        let tail = text.get(at..)?;
        let mut chars = tail.char_indices().peekable();
        let (mut end, mut wanted) = (0, self.chars.as_slice());
        while let Some(want) = wanted.first() {
            while end > 0 && chars.next_if(|(_, have)| have != want && is_passed(*have)).is_some() {}
            let mut have = chars.next()?.1;
            // A letter and its accent may be set as two, where the letter that is typed is one.
            while !want.is_ascii()
                && let Some((_, accent)) = chars.peek().filter(|(_, next)| is_accent(*next))
                && let Some(letter) = unicode_normalization::char::compose(have, *accent)
            {
                have = letter;
                chars.next();
            }
            let taken = self.stands_for(have, wanted)?;
            wanted = wanted.get(taken..).unwrap_or_default();
            end = chars.peek().map_or(tail.len(), |(next, _)| *next);
        }
        // An accent behind the last letter belongs to it.
        while let Some((offset, mark)) = chars.next_if(|(_, have)| is_accent(*have)) {
            end = offset + mark.len_utf8();
        }
        Some(Span::new(at, at + end))
    }

    /// How many of `wanted` the character `have` of the text stands for: what keyboards can type stands for what typesetters set, a
    /// letter without an accent for the same letter with one. An accent that is typed is meant, and so is a capital where `exact`.
    fn stands_for(&self, have: char, wanted: &[char]) -> Option<usize> {
        let alike = |have: char, want: char| have == want || !self.exact && have.to_lowercase().eq(want.to_lowercase());
        // Of a ligature or a fraction the words may end with a part.
        let begins = |parts: &mut dyn Iterator<Item = char>| {
            let mut count = 0;
            for (part, want) in parts.zip(wanted) {
                if !alike(part, *want) {
                    return None;
                }
                count += 1;
            }
            (count > 0).then_some(count)
        };
        if have.is_ascii() {
            return wanted.first().filter(|want| alike(have, **want)).map(|_| 1);
        }
        begins(&mut plain(have)).or_else(|| {
            let count = begins(&mut plain(have).flat_map(unaccented))?;
            wanted.iter().take(count).all(char::is_ascii).then_some(count)
        })
    }
}

/// True for what is in a text and not seen, or not typed.
const fn is_passed(c: char) -> bool {
    c == '\u{ad}' || is_accent(c)
}

const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What keyboards type for what typesetters set: one quote for another, the letters of a ligature, the digits of a fraction. Any
/// other character is itself, accents included.
fn plain(c: char) -> impl Iterator<Item = char> {
    let mut parts = ['\0'; 4];
    let mut count = 0;
    let mut put = |c: char| {
        if let Some(part) = parts.get_mut(count) {
            *part = c;
            count += 1;
        }
    };
    match c {
        '’' | '‘' | '‛' | 'ʼ' | '′' => put('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => put('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => put('-'),
        '‹' => put('<'),
        '›' => put('>'),
        '×' => put('x'),
        // Spaces of any width, ligatures, dots, indices, fractions, wide letters.
        '\u{a0}'
        | '²'
        | '³'
        | '¹'
        | '¼'..='¾'
        | '\u{2000}'..='\u{200a}'
        | '…'
        | '\u{202f}'
        | '\u{2070}'..='\u{209f}'
        | '\u{2150}'..='\u{215f}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{ff01}'..='\u{ff5e}' => {
            unicode_normalization::char::decompose_compatible(c, |part| put(if part == '⁄' { '/' } else { part }));
        }
        _ => put(c),
    }
    parts.into_iter().take(count)
}

/// `text` as what is typed is compared with it: in small letters, without accents and without what is not seen.
pub fn folded(text: &str) -> String {
    text.chars().flat_map(typed_for).flat_map(char::to_lowercase).collect()
}

/// What keyboards type for `c`, the letter without its accent; nothing for what is not seen.
pub(super) fn typed_for(c: char) -> impl Iterator<Item = char> {
    Some(c).filter(|c| !is_passed(*c)).into_iter().flat_map(plain).flat_map(unaccented)
}

/// True for words with a letter that is typed with its accent.
pub fn has_accent(words: &str) -> bool {
    words.chars().any(|c| is_accent(c) || !plain(c).eq(typed_for(c)))
}

/// True when `set` is what `words` stand for, from its begin to its end and whatever their case: an accent that is typed is meant.
pub fn stand_for(words: &str, set: &str) -> bool {
    all(set, &words.nfc().flat_map(char::to_lowercase).collect::<String>()).next() == Some(Span::new(0, set.len()))
}

/// A Latin letter without its accent or stroke, a double one as two; any other character as it is.
fn unaccented(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ł' => ('l', None),
        'Ł' => ('L', None),
        'ø' => ('o', None),
        'Ø' => ('O', None),
        'đ' | 'ð' => ('d', None),
        'Đ' | 'Ð' => ('D', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ß' => ('s', Some('s')),
        'ẞ' => ('S', Some('S')),
        'æ' => ('a', Some('e')),
        'Æ' => ('A', Some('E')),
        'œ' => ('o', Some('e')),
        'Œ' => ('O', Some('E')),
        'þ' => ('t', Some('h')),
        'Þ' => ('T', Some('h')),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            let mut first = None;
            unicode_normalization::char::decompose_canonical(c, |part| first = first.or(Some(part)));
            (first.unwrap_or(c), None)
        }
        _ => (c, None),
    };
    [Some(first), second].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forward(text: &str, needle: &str, from: usize) -> Option<Span> {
        KeyboardNeedle::new(needle).forward(text, from, text.is_ascii())
    }

    #[test]
    fn a_capital_makes_case_matter() {
        let text = "The bridge. A Bridge. ÄRA ära";
        assert_eq!(forward(text, "bridge", 5), Some(Span::new(14, 20)));
        assert_eq!(forward(text, "Bridge", 0), Some(Span::new(14, 20)));
        assert_eq!(forward(text, "ära", 0), Some(Span::new(22, 26)));
        assert_eq!(forward(text, "", 0), None);
    }

    #[test]
    fn what_a_keyboard_types_finds_what_was_set() {
        let found = |text: &'static str, needle: &str| forward(text, needle, 0).map(|span| span.of(text));
        assert_eq!(found("the mayor’s office", "mayor's"), Some("mayor’s"));
        assert_eq!(found("she said “never” then", "\"never\""), Some("“never”"));
        assert_eq!(found("from 2019–2021 on", "2019-2021"), Some("2019–2021"));
        assert_eq!(found("the Café Émile", "cafe emile"), Some("Café Émile"));
        assert_eq!(found("a cafe\u{301} there", "cafe t"), Some("cafe\u{301} t"));
        assert_eq!(found("a cafe\u{301} there", "cafe"), Some("cafe\u{301}"));
        assert_eq!(found("the bud\u{ad}get", "budget"), Some("bud\u{ad}get"));
        assert_eq!(found("42\u{a0}million", "42 million"), Some("42\u{a0}million"));
        assert_eq!(found("a resume and a résumé", "résumé"), Some("résumé"), "an accent typed is meant");
        assert_eq!(
            found("a re\u{301}sume\u{301} on", "résumé"),
            Some("re\u{301}sume\u{301}"),
            "in two characters as well"
        );
        assert_eq!(found("a résumé", "Resume"), None, "a capital typed is meant");
        assert_eq!(found("Bürgermeister", "burger"), Some("Bürger"));
        for (text, typed) in [
            ("the ﬁrm stayed", "firm"),
            ("an oﬃce block", "office"),
            ("we waited…", "waited..."),
            ("a yard of 2×3 metres", "2x3"),
            ("they said ‹so› twice", "<so>"),
            ("CO₂ over 4 km² of land", "co2 over 4 km2"),
            ("½ of it", "1/2"),
            ("the firm ＡＣＭＥ paid", "acme"),
            ("from Łódź to the Øresund", "lodz to the oresund"),
            ("in Hauptstraße 3", "hauptstrasse"),
            ("the cœur and the Ægir", "coeur and the aegir"),
        ] {
            assert!(found(text, typed).is_some(), "{typed} does not find {text}");
        }
        // What was pasted as it was set finds what was typed.
        assert_eq!(found("I Don't know", "Don’t"), Some("Don't"));
        assert_eq!(found("from 2019-2021 on", "2019–2021"), Some("2019-2021"));
        assert_eq!(found("a \"firm\" no", "“ﬁrm” no"), Some("\"firm\" no"));
        // A letter with a stroke that is typed is meant, and no letter is two others.
        assert_eq!(found("a lodz", "łodz"), None);
        assert_eq!(found("the strase", "strasse"), None);
        assert_eq!(folded("Łódź ﬁrm ½"), "lodz firm 1/2");
    }
}
