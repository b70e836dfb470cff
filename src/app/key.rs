//! A key as the key table, the settings file and the screen name it: `j`, `G`, `ctrl-d`, `pgdn`.

use std::fmt;
use std::str::FromStr;

/// Which key, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character as typed, shift included: `G` is `Char('G')`.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Shift and tabulator.
    BackTab,
    /// Delete to the left.
    Backspace,
    /// Delete to the right.
    Delete,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, 1 to 24.
    F(u8),
}

/// A key with its modifiers. Shift counts only where the character does not show it already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Held with control.
    pub ctrl: bool,
    /// Held with alt.
    pub alt: bool,
    /// Held with shift, on keys that are no characters.
    pub shift: bool,
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no key; write a character, or ctrl-d, alt-x, shift-left, enter, esc, tab, space, up, pgdn, f1")]
pub struct NoKey(String);

/// Names of keys that are no characters. `space` and `minus` stand for characters that can't be read otherwise.
const NAMES: [(&str, Code); 17] = [
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backtab", Code::BackTab),
    ("backspace", Code::Backspace),
    ("del", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("minus", Code::Char('-')),
    ("plus", Code::Char('+')),
];

impl Key {
    /// The key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character it types, when it types one.
    pub const fn types(self) -> Option<char> {
        if let Code::Char(c) = self.code
            && !self.ctrl
            && !self.alt
        {
            Some(c)
        } else {
            None
        }
    }
}

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            if let Some(tail) = rest.strip_prefix("ctrl-") {
                (key.ctrl, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("alt-") {
                (key.alt, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("shift-") {
                (key.shift, rest) = (true, tail);
            } else {
                break;
            }
        }
        let named = NAMES.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
        let function = || rest.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
        let mut chars = rest.chars();
        key.code = match (named, chars.next(), chars.next()) {
            (Some(code), ..) => code,
            (None, Some(c), None) if !c.is_control() && !c.is_whitespace() => Code::Char(c),
            _ => function().map(Code::F).ok_or_else(|| NoKey(text.to_owned()))?,
        };
        let is_char = matches!(key.code, Code::Char(_));
        if key.shift && is_char { Err(NoKey(text.to_owned())) } else { Ok(key) }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                text.push_str(name);
            }
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => text.push_str(name),
            (None, Code::Char(c)) => text.push(c),
            (None, Code::F(n)) => text.extend(['f'].into_iter().chain(n.to_string().chars())),
            (None, _) => {}
        }
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shift_does_not_go_with_a_character_that_shows_it() {
        assert!("shift-g".parse::<Key>().is_err());
        assert_eq!("G".parse(), Ok(Key::plain(Code::Char('G'))));
    }

    proptest! {
        #[test]
        fn a_printed_key_reads_back(c in prop::char::range('!', '~'), ctrl: bool, alt: bool, n in 1u8..=24, named in 0usize..17) {
            for code in [Code::Char(c), Code::F(n), NAMES[named].1] {
                let shift = ctrl && !matches!(code, Code::Char(_));
                let key = Key { code, ctrl, alt, shift };
                prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
            }
        }

        #[test]
        fn no_text_makes_reading_a_key_fail_badly(text in "\\PC{0,12}") {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
            }
        }
    }
}
