//! Numbers by their shape, in any language and at the cost of a glance: for who reads every sentence and wants no value.

use std::ops::Range;

/// True for a mark that parts the thousands or the decimals of one number.
pub const fn is_number_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{2019}')
}

/// True for a mark that may stand between the figures of one number, date, time of day or range.
pub(super) const fn joins(c: char) -> bool {
    is_number_mark(c) || matches!(c, '\u{a0}' | '\u{202f}' | ':' | '/' | '-' | '\u{2013}')
}

/// Years that four figures may be.
pub(super) const YEARS: Range<i16> = 1000..2200;

/// True for the figures of a year.
fn is_year(figures: &str) -> bool {
    figures.len() == 4 && figures.parse().is_ok_and(|year: i16| YEARS.contains(&year))
}

/// What a number is by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// 42, 3.5, 1,200, 3-0.
    Plain,
    /// Four digits from 1000 to 2199.
    Year,
    /// 2024-03-02, 2/3/2024, 1990s, 2004-09, 3月.
    Date,
    /// 12:30.
    Clock,
    /// 22nd.
    Ordinal,
}

impl Numeral {
    /// The number that `text` begins with, and its length in bytes, the letters that belong to it among them.
    pub fn at_start(text: &str) -> (usize, Self) {
        let mut end = 0;
        let mut joint = None;
        while let Some(c) = char_at(text, end) {
            if !c.is_numeric() {
                let digit_next = char_at(text, end + c.len_utf8()).is_some_and(char::is_numeric);
                if !digit_next || !joins(c) {
                    break;
                }
                joint = joint.filter(|known| matches!(known, '-' | '/')).or(Some(c));
            }
            end += c.len_utf8();
        }
        let (digits, behind) = text.split_at_checked(end).unwrap_or((text, ""));
        let (tail, numeral) = Self::ending(digits, behind, joint);
        (end + tail, numeral)
    }

    /// The length of the letters that belong to the number `digits`, before `behind`, and its shape.
    fn ending(digits: &str, behind: &str, joint: Option<char>) -> (usize, Self) {
        if let Some(c) = behind.chars().next().filter(|c| "年月日년월일".contains(*c)) {
            return (c.len_utf8(), Self::Date);
        }
        let letters = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let shape = match letters {
            "" => Self::plain(digits, joint),
            "st" | "nd" | "rd" | "th" => Self::Ordinal,
            "s" if digits.len() == 4 || digits.len() == 2 => Self::Date,
            _ => Self::Plain,
        };
        (letters.len(), shape)
    }

    /// The shape of a number without letters.
    fn plain(digits: &str, joint: Option<char>) -> Self {
        match joint {
            None if is_year(digits) => Self::Year,
            Some(':') => Self::Clock,
            Some('-' | '/' | '.' | '\u{2013}')
                if digits.split(['-', '/', '.', '\u{2013}']).any(is_year) && digits.len() > 5 =>
            {
                Self::Date
            }
            _ => Self::Plain,
        }
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::Numeral;

    #[test]
    fn numbers_are_told_apart_by_shape() {
        for (text, numeral) in [
            ("1,200.50", Numeral::Plain),
            ("1987", Numeral::Year),
            ("9871", Numeral::Plain),
            ("2024-03-02", Numeral::Date),
            ("02.03.2024", Numeral::Date),
            ("2004–2009", Numeral::Date),
            ("1990s", Numeral::Date),
            ("2019年", Numeral::Date),
            ("12:30", Numeral::Clock),
            ("22nd", Numeral::Ordinal),
            ("3-0", Numeral::Plain),
            ("1.2345", Numeral::Plain),
        ] {
            assert_eq!(Numeral::at_start(text), (text.len(), numeral), "{text}");
        }
    }
}
