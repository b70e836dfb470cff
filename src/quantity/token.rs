//! A text as words, figures and marks, in one pass.

use crate::text::{SievePlace, Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexemeKind {
    /// A run of letters.
    Word,
    /// A run of figures, 0 to 9.
    Digits,
    /// A single character of any other sort, white space excepted.
    Mark(char),
}

/// A word, a run of figures, or a mark. A book has millions, so it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexeme {
    start: u32,
    end: u32,
    /// What it is.
    pub kind: LexemeKind,
    /// Where a sieve of words looks for it, if it is a word.
    pub place: SievePlace,
    /// It is a word that begins with a capital.
    pub is_capital: bool,
    /// It is no word with characters beyond ASCII.
    pub is_ascii: bool,
}

impl Lexeme {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// The tokens of `text`, in order; only white space lies between them. Of a text beyond four gigabytes the beginning is read.
pub fn tokens(text: &str) -> Vec<Lexeme> {
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    tokens_into(text, &mut found);
    found
}

/// [`tokens`], behind what `found` has.
pub fn tokens_into(text: &str, found: &mut Vec<Lexeme>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        let kind = if byte.is_ascii_alphabetic() {
            at = run(text, at);
            LexemeKind::Word
        } else if byte.is_ascii_digit() {
            at += bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
            LexemeKind::Digits
        } else if byte.is_ascii() {
            at += 1;
            if byte.is_ascii_whitespace() {
                continue;
            }
            LexemeKind::Mark(char::from(*byte))
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            if c.is_whitespace() {
                continue;
            }
            if c.is_alphabetic() {
                at = run(text, at);
                LexemeKind::Word
            } else {
                LexemeKind::Mark(c)
            }
        };
        let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(at)) else { break };
        let mut token =
            Lexeme { start: from, end: to, kind, place: SievePlace::default(), is_capital: false, is_ascii: true };
        if kind == LexemeKind::Word {
            let word = bytes.get(start..at).unwrap_or_default();
            token.place = SievePlace::of(word);
            token.is_ascii = word.is_ascii();
            token.is_capital = byte.is_ascii_uppercase()
                || !byte.is_ascii() && text.get(start..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        }
        found.push(token);
    }
}

/// Where the run of letters and combining marks that is open at byte `at` ends.
fn run(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            at += 1;
        }
        // Most words end at a character of the keyboard.
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return at };
        if !(c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)) {
            return at;
        }
        at += c.len_utf8();
    }
}
