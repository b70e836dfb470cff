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

fn each(text: &str, forms: &[(char, char)]) -> Option<String> {
    let form = |c: char| forms.iter().find(|(plain, _)| *plain == c).map(|(_, form)| *form);
    text.chars().map(form).collect()
}

/// `text` in raised characters, when each has one.
pub(super) fn raised(text: &str) -> Option<String> {
    each(text, &RAISED)
}

/// `text` in lowered characters, when each has one.
pub(super) fn lowered(text: &str) -> Option<String> {
    each(text, &LOWERED)
}
