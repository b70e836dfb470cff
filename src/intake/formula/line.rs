//! The parts of a formula, and their setting in one line.

use crate::intake::figures;

/// Says that what comes is what the function before it is of; nobody sees it.
pub(super) const OF: char = '\u{2061}';

/// Signs between numbers, which stand apart, as in print.
const APART: &str = "=+−×≤≥<>≈±·÷≠→";

/// A formula, or a part of one.
#[derive(Debug)]
pub(super) enum Formula {
    /// Letters, figures and signs as they stand.
    Word(String),
    /// Parts side by side.
    Row(Vec<Self>),
    /// Parts one below another, with no line between them.
    Stack(Vec<Self>),
    Fraction(Box<[Self; 2]>),
    Power(Box<[Self; 2]>),
    Index(Box<[Self; 2]>),
    /// What stands under a root's sign, and its degree.
    Root(Box<Self>, Option<Box<Self>>),
    /// Parts within brackets, with a sign between them.
    Fenced {
        open: String,
        close: String,
        between: String,
        inside: Vec<Self>,
    },
}

impl Default for Formula {
    fn default() -> Self {
        Self::Row(Vec::new())
    }
}

impl Formula {
    /// Sets the formula behind what stands in the line.
    pub(super) fn set(&self, line: &mut String) {
        match self {
            Self::Word(word) => set_word(word, line),
            Self::Row(parts) => parts.iter().for_each(|part| part.set(line)),
            Self::Stack(parts) => {
                line.push_str(&parts.iter().map(Self::alone).collect::<Vec<_>>().join("; "));
            }
            Self::Fraction(parts) => {
                let [above, below] = &**parts;
                let fraction = format!("{}/{}", above.whole(), below.whole());
                if is_apart(line, &fraction) {
                    line.push(' ');
                }
                line.push_str(&fraction);
            }
            Self::Power(parts) => {
                let [base, power] = &**parts;
                // An index between the base and its power belongs to the base.
                line.push_str(&if matches!(base, Self::Index(_)) { base.alone() } else { base.whole() });
                let power = power.whole();
                line.push_str(&figures::raised(&power).unwrap_or_else(|| format!("^{power}")));
            }
            Self::Index(parts) => {
                let [base, index] = &**parts;
                line.push_str(&base.whole());
                let index = index.whole();
                line.push_str(&figures::lowered(&index).unwrap_or_else(|| format!("_{index}")));
            }
            Self::Root(base, degree) => {
                if let Some(degree) = degree {
                    if line.ends_with(char::is_alphanumeric) {
                        line.push(' ');
                    }
                    let degree = degree.whole();
                    line.push_str(&figures::raised(&degree).unwrap_or(degree));
                }
                line.push('√');
                line.push_str(&base.whole());
            }
            Self::Fenced { open, close, between, inside } => {
                line.push_str(open);
                let inside: Vec<String> = inside.iter().map(Self::alone).collect();
                line.push_str(&inside.join(between));
                line.push_str(close);
            }
        }
    }

    pub(super) fn alone(&self) -> String {
        let mut line = String::new();
        self.set(&mut line);
        line
    }

    /// The formula as one thing: in brackets unless it is one.
    fn whole(&self) -> String {
        let part = self.alone().trim().to_owned();
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−');
        let whole = part.chars().all(char::is_alphanumeric) || part.chars().all(number) || is_bracketed(&part);
        if whole || part.chars().count() == 1 { part } else { format!("({part})") }
    }
}

/// True where a figure would run into the one before it.
pub(super) fn is_apart(before: &str, behind: &str) -> bool {
    before.ends_with(char::is_numeric) && behind.starts_with(char::is_numeric)
}

/// True for a part whose first bracket is closed by its last character.
fn is_bracketed(part: &str) -> bool {
    let mut open = 0_usize;
    for (at, c) in part.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return at > 0 && at + c.len_utf8() == part.len();
        }
    }
    false
}

pub(super) fn is_sign(word: &str) -> bool {
    word == "-" || (!word.is_empty() && word.chars().all(|c| APART.contains(c)))
}

/// Sets words with the signs in them apart; one with nothing before it belongs to what comes.
fn set_word(word: &str, line: &mut String) {
    if is_sign(word) {
        let first = line.is_empty() || line.ends_with(['(', '[', '{', ' ', '|']);
        let blank = if first { "" } else { " " };
        line.extend([blank, word, blank]);
        return;
    }
    let mut rest = word;
    while let Some(at) = rest.find(|c| APART.contains(c)) {
        let (before, behind) = rest.split_at(at);
        let sign = behind.chars().next().map_or(0, char::len_utf8);
        let (sign, after) = behind.split_at(sign);
        line.push_str(before.trim_end());
        set_word(sign, line);
        rest = after.trim_start();
    }
    line.push_str(rest);
}

/// The line without the signs that nobody sees: they stand for "of", "times", a comma and "and".
pub(super) fn seen(line: &str) -> String {
    let mut seen = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let between = seen.ends_with(char::is_numeric) && rest.peek().copied().is_some_and(char::is_numeric);
        match c {
            OF if rest.peek() != Some(&'(') => seen.push(' '),
            '\u{2062}' if between => seen.push('·'),
            '\u{2063}' if between => seen.push(','),
            '\u{2064}' if between => seen.push(' '),
            OF..='\u{2064}' => {}
            c => seen.push(c),
        }
    }
    crate::intake::lines::tidy(&seen).into_owned()
}
