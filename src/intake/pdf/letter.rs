//! Which way letters are written.

/// True for letters that are written from right to left.
pub(super) const fn is_right_to_left(c: char) -> bool {
    let figure = matches!(c, '\u{660}'..='\u{669}' | '\u{66b}' | '\u{66c}' | '\u{6f0}'..='\u{6f9}');
    let letter = matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    );
    letter && !figure
}

/// True for letters of a script that turns the figures before its signs, as Hebrew does not.
pub(super) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{7bf}' | '\u{860}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// True for letters that are written from left to right.
pub(super) fn is_left_to_right(c: char) -> bool {
    c.is_alphabetic() && !is_right_to_left(c)
}

/// A text of one glyph as it would be seen, were it of several.
pub(super) fn as_seen(text: String) -> String {
    if text.chars().count() > 1 && text.chars().all(is_right_to_left) { text.chars().rev().collect() } else { text }
}
