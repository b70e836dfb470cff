//! A run of stops with the quotation marks and brackets that close behind it.

use super::bounds::from;
use super::marks::{self, Stop, StopKind};
use crate::propose::lexicon::SentenceLexicon;

/// Stops in a row and what closes behind them: `.`, `?!”`, `. . .`, `.)`.
#[derive(Debug)]
pub(super) struct Cluster {
    /// Where its first stop stands, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// What weighs most in it.
    pub(super) kind: StopKind,
    /// How many dots it has; an ellipsis in one character counts three.
    pub(super) dots: usize,
    /// True when blanks part its dots.
    pub(super) spaced: bool,
    /// True when a quotation closes in it.
    pub(super) quote: bool,
    /// The last bracket that closes in it.
    pub(super) bracket: Option<char>,
    /// True when a stop stands behind a bracket that closes: "(… Inc.)."
    pub(super) sealed: bool,
}

impl Cluster {
    /// Reads the cluster whose first stop, `stop`, stands at byte `at`.
    pub(super) fn read(text: &str, at: usize, stop: Stop) -> Self {
        let mut cluster = Self {
            start: at,
            end: at,
            kind: stop.kind,
            dots: 0,
            spaced: false,
            quote: false,
            bracket: None,
            sealed: false,
        };
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
            reference(rest).unwrap_or(0)
        } else if c.is_whitespace() {
            self.behind_blank(c, letters.as_str())
        } else {
            0
        };
        self.end += taken;
        taken > 0
    }

    fn take(&mut self, stop: Stop) {
        self.sealed |= self.bracket.is_some();
        self.dots += match stop.kind {
            StopKind::Dot => 1,
            StopKind::Ellipsis => 3,
            StopKind::Loud | StopKind::Full | StopKind::Tight => 0,
        };
        self.kind = match (self.kind, stop.kind) {
            (StopKind::Full | StopKind::Tight, _)
            | (StopKind::Loud, StopKind::Dot | StopKind::Ellipsis | StopKind::Loud) => self.kind,
            (_, StopKind::Dot) if self.dots > 1 => StopKind::Ellipsis,
            (_, kind) => kind,
        };
        self.end += stop.len;
    }

    /// How many bytes to take of a blank `c` and what comes behind it: the next dot of `. . .`, a closing » or ", the mark of
    /// a reference.
    fn behind_blank(&mut self, c: char, rest: &str) -> usize {
        if let Some(len) = reference(rest).or_else(|| smile(rest)) {
            return c.len_utf8() + len;
        }
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
            Some('\'') if second == Some('\'') && rest.get(2..).is_some_and(|tail| tail.starts_with(' ')) => {
                self.quote = true;
                c.len_utf8() + 2
            }
            Some(mark @ ('”' | '」' | '』' | '）')) if self.kind == StopKind::Tight => {
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
        let dotted = self.kind == StopKind::Ellipsis && self.dots == 4 && !self.quote && self.bracket.is_none();
        let goes_on =
            next > self.end && from(text, next).starts_with(|c: char| c.is_uppercase() || marks::is_opening(c));
        (attached && dotted && goes_on).then_some(self.start + 1)
    }
}

/// Where the number of a footnote ends that stands apart, behind the stop that ends at byte `at`: `sank. 3 Yet the`.
pub(super) fn note_apart(text: &str, at: usize, lexicon: &SentenceLexicon) -> Option<usize> {
    let word = text.as_bytes().get(at.checked_sub(5)?..at - 1)?;
    let rest = from(text, at).strip_prefix(' ')?;
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let next = from(rest, digits).strip_prefix(' ')?;
    let first = next.split(|c: char| !c.is_alphanumeric()).next()?;
    let opens = first.starts_with(char::is_uppercase) && lexicon.opens(first);
    let short = (1..4).contains(&digits) && word.iter().all(u8::is_ascii_lowercase);
    (short && opens).then_some(at + 1 + digits)
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

/// The length of the mark of a reference: `[12]`, `[a]`, `[note 3]`, `[citation needed]`.
fn reference(rest: &str) -> Option<usize> {
    let (label, _) = rest.strip_prefix('[')?.split_at_checked(REFERENCE.min(rest.len() - 1)).unwrap_or_default();
    let (label, _) = label.split_once(']')?;
    let number = |label: &str| (1..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase());
    let listed = label.bytes().any(|byte| byte.is_ascii_digit())
        && label.split([',', '-', '–', ' ']).all(|part| part.is_empty() || number(part));
    let noted = label.split_once(' ').is_some_and(|(kind, n)| matches!(kind, "note" | "nb" | "fn" | "n") && number(n));
    (letter || listed || noted || label.ends_with(" needed")).then_some(label.len() + 2)
}

/// The longest label of a reference that is looked for, in bytes.
const REFERENCE: usize = 24;

/// The length of a face made of marks, `:)`, as people write behind their stops.
fn smile(rest: &str) -> Option<usize> {
    let face = [":-)", ";-)", ":-(", ":)", ";)", ":(", ":D"].into_iter().find(|face| rest.starts_with(face))?;
    rest.get(face.len()..)?.chars().next().is_none_or(char::is_whitespace).then_some(face.len())
}
