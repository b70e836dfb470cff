//! A run of stops with the quotation marks and brackets that close behind it.

use super::from;
use super::marks::{self, Kind, Stop};

/// Stops in a row and what closes behind them: `.`, `?!”`, `. . .`, `.)`.
#[derive(Debug)]
pub(super) struct Cluster {
    /// Where its first stop stands, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// What weighs most in it.
    pub(super) kind: Kind,
    /// How many dots it has; an ellipsis in one character counts three.
    pub(super) dots: usize,
    /// True when blanks part its dots.
    pub(super) spaced: bool,
    /// True when a quotation closes in it.
    pub(super) quote: bool,
    /// The last bracket that closes in it.
    pub(super) bracket: Option<char>,
}

impl Cluster {
    /// Reads the cluster whose first stop, `stop`, stands at byte `at`.
    pub(super) fn read(text: &str, at: usize, stop: Stop) -> Self {
        let mut cluster =
            Self { start: at, end: at, kind: stop.kind, dots: 0, spaced: false, quote: false, bracket: None };
        cluster.take(stop);
        while cluster.step(text) {}
        cluster
    }

    /// Takes one more mark; false when there is none.
    fn step(&mut self, text: &str) -> bool {
        let rest = from(text, self.end);
        if let Some(stop) = marks::stop(rest) {
            self.take(stop);
            return true;
        }
        let mut letters = rest.chars();
        let Some(c) = letters.next() else { return false };
        let behind = letters.clone().next();
        let taken = if marks::is_quote(c) {
            // One that a letter follows opens the next sentence.
            let closes =
                c == '”' || c == '」' || c == '』' || behind.is_none_or(|next| !next.is_alphanumeric() && next != '¿');
            self.quote |= closes;
            if closes { c.len_utf8() } else { 0 }
        } else if marks::is_bracket_end(c) {
            self.bracket = Some(c);
            c.len_utf8()
        } else if marks::is_invisible(c) || matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}') {
            c.len_utf8()
        } else if c == '[' {
            footnote(rest).unwrap_or(0)
        } else if c.is_whitespace() {
            self.behind_blank(c, letters.as_str())
        } else {
            0
        };
        self.end += taken;
        taken > 0
    }

    fn take(&mut self, stop: Stop) {
        self.dots += match stop.kind {
            Kind::Dot => 1,
            Kind::Ellipsis => 3,
            Kind::Loud | Kind::Full | Kind::Tight => 0,
        };
        self.kind = match (self.kind, stop.kind) {
            (Kind::Full | Kind::Tight, _) | (Kind::Loud, Kind::Dot | Kind::Ellipsis | Kind::Loud) => self.kind,
            (_, Kind::Dot) if self.dots > 1 => Kind::Ellipsis,
            (_, kind) => kind,
        };
        self.end += stop.len;
    }

    /// How many bytes to take of a blank `c` and what comes behind it: the next dot of `. . .`, a closing » or ".
    fn behind_blank(&mut self, c: char, rest: &str) -> usize {
        let mut letters = rest.chars();
        let (first, second) = (letters.next(), letters.next());
        let bare =
            second.is_none_or(|next| next.is_whitespace() || marks::is_quote(next) || marks::is_bracket_end(next));
        match first {
            Some('.') if self.dots > 0 && !self.quote && (bare || second == Some('.') && self.spaced) => {
                self.spaced = true;
                c.len_utf8()
            }
            Some(mark @ ('»' | '"' | '”')) if second.is_none_or(|next| next.is_whitespace() || next == ',') => {
                self.quote = true;
                c.len_utf8() + mark.len_utf8()
            }
            _ => 0,
        }
    }

    /// Where the sentence ends when an ellipsis of its own follows its stop: `word. . . . The next`.
    pub(super) fn split_ellipsis(&self, text: &str, next: usize) -> Option<usize> {
        if !self.spaced {
            return None;
        }
        let attached = text.get(..self.start).is_some_and(|left| !left.ends_with(char::is_whitespace));
        let dotted = self.kind == Kind::Ellipsis && self.dots == 4 && !self.quote && self.bracket.is_none();
        let goes_on =
            next > self.end && from(text, next).starts_with(|c: char| c.is_uppercase() || marks::is_opening(c));
        (attached && dotted && goes_on).then_some(self.start + 1)
    }
}

/// Where the numbers of footnotes end that stand at byte `at`, behind the stop of a full word: `sank.3 The`, `sank.11,12 The`.
pub(super) fn notes(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let word = bytes.get(at.checked_sub(5)?..at - 1)?;
    let digit = bytes.get(at).is_some_and(u8::is_ascii_digit);
    if !digit || !word.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    let rest = from(text, at);
    let len =
        rest.bytes().take(16).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'-' | b' ')).count();
    let written = rest.get(..len)?;
    let short = written.split([',', '-', ' ']).all(|number| number.len() <= 3);
    let goes_on = written.ends_with(' ') && from(rest, len).starts_with(char::is_uppercase);
    (short && goes_on).then(|| at + written.trim_end().len())
}

/// The length of a footnote's mark: `[12]`.
fn footnote(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('[')?;
    let len = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (len > 0 && inner.as_bytes().get(len) == Some(&b']')).then_some(len + 2)
}
