//! Raised and lowered figures: the characters of their own that keep a power or an index apart from the number before it.

/// Figures and signs that have a raised form of their own.
const RAISED: [(char, char); 16] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('–', '⁻'),
    ('(', '⁽'),
    (')', '⁾'),
];

/// The same, lowered.
const LOWERED: [(char, char); 16] = [
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
    ('–', '₋'),
    ('(', '₍'),
    (')', '₎'),
];

fn form(c: char, forms: &[(char, char)]) -> Option<char> {
    forms.iter().find(|(plain, _)| *plain == c).map(|(_, form)| *form)
}

fn each(text: &str, forms: &[(char, char)]) -> Option<String> {
    text.chars().map(|c| form(c, forms)).collect()
}

/// `text` in raised characters, when each has one.
pub(super) fn raised(text: &str) -> Option<String> {
    each(text, &RAISED)
}

/// A figure with its signs, and with an n, in raised characters: a power.
pub(super) fn power(words: &str) -> Option<String> {
    let words = words.trim();
    let raised = |c: char| if c == 'n' { Some('ⁿ') } else { form(c, &RAISED) };
    words.chars().any(|c| c.is_ascii_digit()).then(|| words.chars().map(raised).collect()).flatten()
}

/// A raised figure as a plain one.
pub(super) fn plain(raised: char) -> Option<char> {
    let plain = RAISED.iter().find(|(_, form)| *form == raised).map(|(plain, _)| *plain);
    plain.filter(char::is_ascii_digit)
}

/// `text` in lowered characters, when each has one.
pub(super) fn lowered(text: &str) -> Option<String> {
    each(text, &LOWERED)
}
