//! Text from outside on its way to a terminal: characters that would act on it, or hide, are shown instead.

/// `text` with every control, bidi and invisible character made visible; on one line.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// As [`clean`], line by line.
pub(super) fn clean_lines(text: &str) -> String {
    text.chars().map(|one| if one == '\n' { one } else { shown(one) }).collect()
}

/// True for a character that acts on a terminal, or is not to be seen there.
pub(super) fn hidden(one: char) -> bool {
    one.is_control()
        || matches!(one,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The picture of a control character, and a replacement character for anything else that is hidden.
fn shown(one: char) -> char {
    match one {
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(one)).unwrap_or('\u{fffd}'),
        other if hidden(other) => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_on_the_terminal_is_shown_instead() {
        assert_eq!(clean("a\u{1b}[2J\r\n\u{7f}"), "a␛[2J␍␊␡");
        assert_eq!(
            clean("\u{9b}31m \u{202e}txt\u{2066} \u{200b}\u{e0041}"),
            "\u{fffd}31m \u{fffd}txt\u{fffd} \u{fffd}\u{fffd}"
        );
        assert_eq!(clean("Žluťoučký 汽车 👩‍👩‍👧 עברית"), "Žluťoučký 汽车 👩‍👩‍👧 עברית");
        assert_eq!(clean_lines("a\nb\t"), "a\nb␉");
    }
}
