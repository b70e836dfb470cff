//! Folding: what two spellings of the same words have in common, so that a new blank or another quotation mark is no change.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The words of `text` without what only typography tells apart; borrowed where there is nothing to fold.
///
/// NFC; invisible characters dropped; ligatures spelled out; an ellipsis as three dots; runs of white space as one blank, none at
/// the ends; bullets before a list's item dropped; quotation marks, primes, hyphens and the minus made alike; dashes, two or three hyphens, and a hyphen between blanks
/// as one long dash without blanks, between two digits as a hyphen. Case, stops, commas and spelling stay: they are words.
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let seen = spelled(text);
    let mut folding = Folding { text: String::with_capacity(seen.len()), blank: false };
    let mut rest = without_bullet(seen.trim());
    while let Some(c) = rest.chars().next() {
        rest = match dash(rest, folding.blank || folding.text.is_empty()) {
            Some(behind) => folding.dash(behind),
            None => folding.character(c, rest),
        };
    }
    Cow::Owned(folding.text)
}

/// What stands behind the bullets that a list has in one format and not in another: `• The port` is `The port`.
fn without_bullet(text: &str) -> &str {
    // The last two are those of the font Symbol, as text that was copied from a page has them.
    const BULLETS: [char; 12] = ['•', '‣', '▪', '▫', '◦', '●', '○', '■', '□', '►', '\u{f0b7}', '\u{f0a7}'];
    let mut text = text;
    while let Some(rest) = text.strip_prefix(BULLETS).filter(|rest| rest.starts_with(char::is_whitespace)) {
        text = rest.trim_start();
    }
    text
}

/// `text` in NFC with its typographic variants spelled.
fn spelled(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    if text.chars().all(is_composed) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let run = rest.bytes().take_while(|byte| byte.is_ascii() && *byte != b'`').count();
            let (plain, behind) = rest.split_at(if run > 0 { run } else { c.len_utf8() });
            match run {
                0 if is_dropped(c) => {}
                0 => spell(c, &mut seen),
                _ => seen.push_str(plain),
            }
            rest = behind;
        }
        return seen;
    }
    // Composed first: the Greek accents that stand alone become marks that are spelled, and what is spelled composes again.
    text.chars().filter(|c| !is_dropped(*c)).nfc().for_each(|c| spell(c, &mut seen));
    if is_nfc(&seen) { seen } else { seen.nfc().collect() }
}

/// True for characters that are in NFC beside any other of their kind, as what they are spelled as is: all up to the combining marks
/// (U+0300), and general punctuation but for the two quads that stand for spaces (Unicode, `NFC_Quick_Check`).
const fn is_composed(c: char) -> bool {
    c < '\u{300}' || matches!(c, '\u{2002}'..='\u{206f}')
}

/// True when `text` folds to itself: ASCII with single blanks and no mark that has variants. It may miss some, and they cost time only.
fn is_plain(text: &str) -> bool {
    let mut last = b' ';
    for byte in text.bytes() {
        let plain = match byte {
            b' ' | b'-' => last != b' ' && last != b'-',
            b'!'..=b'~' => byte != b'`',
            _ => false,
        };
        if !plain {
            return false;
        }
        last = byte;
    }
    !matches!(last, b' ')
}

/// Characters that nobody sees: soft hyphen, zero-width space, word joiner, byte order mark and marks of direction.
pub(super) const fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Writes `c`, or what it is a typographic variant of.
fn spell(c: char, text: &mut String) {
    match c {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        '…' => text.push_str("..."),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => text.push('"'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '`' | '´' => text.push('\''),
        '‐' | '‑' | '−' => text.push('-'),
        other => text.push(other),
    }
}

/// What stands behind the dash at the beginning of `text`, if there is one; `parted` tells that a blank or nothing stands before it.
fn dash(text: &str, parted: bool) -> Option<&str> {
    if let Some(behind) = text.strip_prefix(['–', '—', '―']) {
        return Some(behind);
    }
    let behind = text.trim_start_matches('-');
    match text.len() - behind.len() {
        1 if parted && behind.starts_with(char::is_whitespace) => Some(behind),
        2 | 3 => Some(behind),
        _ => None,
    }
}

/// A folded text in the making.
struct Folding {
    text: String,
    /// True when white space was read and not yet written.
    blank: bool,
}

impl Folding {
    /// Writes a dash, before which and behind which blanks do not count, and returns what stands behind them.
    fn dash<'a>(&mut self, behind: &'a str) -> &'a str {
        let rest = behind.trim_start();
        let digit = |c: char| c.is_ascii_digit();
        let range = self.text.ends_with(digit) && rest.starts_with(digit);
        self.text.push(if range { '-' } else { '—' });
        self.blank = false;
        rest
    }

    /// Writes `c`, with which `rest` begins, and returns what is to be read next.
    fn character<'a>(&mut self, c: char, rest: &'a str) -> &'a str {
        if c.is_whitespace() {
            self.blank = true;
            return rest.trim_start();
        }
        if std::mem::take(&mut self.blank) {
            self.text.push(' ');
        }
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '-' {
            // A rule of four and more stays as it is.
            let after = rest.trim_start_matches('-');
            let run = rest.len() - after.len();
            self.text.extend(std::iter::repeat_n('-', run));
            return after;
        }
        self.text.push(c);
        let run = behind.bytes().take_while(|byte| byte.is_ascii_graphic() && *byte != b'-').count();
        let (run, behind) = behind.split_at(run);
        self.text.push_str(run);
        behind
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn typography_is_no_change() {
        for (one, other) in [
            ("“We paid,” he said…", "\"We paid,\" he said..."),
            ("It’s  a\u{a0}bridge\n", "It's a bridge"),
            ("steel – and wood", "steel--and wood"),
            ("steel - and wood", "steel—and wood"),
            ("from 5 – 7 May", "from 5-7 May"),
            ("cafe\u{301} o\u{ad}pens", "café opens"),
            ("a ﬁne oﬃce", "a fine office"),
            ("• The port handled 7 tonnes.", "The port handled 7 tonnes."),
            ("\u{f0b7}\tThe port", "The port"),
            ("a −5 frost", "a -5 frost"),
            ("\u{1fef}so\u{1ffd}", "'so'"),
        ] {
            assert_eq!(fold(one), fold(other), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn words_figures_case_and_stops_are() {
        for (one, other) in [
            ("It cost 18.4 million.", "It cost 18.9 million."),
            ("It cost 4.", "It cost 4"),
            ("Steel", "steel"),
            ("re-elected", "reelected"),
            ("It was not paid.", "It was paid."),
            ("a, b", "a b"),
            ("-----", "---"),
            ("5 kg", "5kg"),
            ("1. The port", "The port"),
        ] {
            assert_ne!(fold(one), fold(other), "{one:?} and {other:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_composed_by_itself_is_in_nfc(text in "[\\x00-\u{2ff}\u{2002}-\u{206f}]{0,24}") {
            prop_assert!(text.chars().all(super::is_composed));
            prop_assert!(super::is_nfc(&text) && super::is_nfc(&super::spelled(&text)), "{text:?}");
        }

        #[test]
        fn what_is_folded_folds_to_itself(text in "([-–—\"'“` .a5é•\u{301}\u{ad}\n]|--|ﬁ|…|\\PC){0,24}") {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once), once.as_str());
        }
    }
}
