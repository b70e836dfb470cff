//! The number, letter or bullet before a list's item, which is no word of it: an item put in before it counts on all that follow.

use crate::review::{Article, BlockKind, Span};

/// Months, before which a number with a stop is a day.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "januar", "jänner", "januari", "februar", "februari", "märz", "mars", "marts", "april", "mai", "maj", "juni", "juli", "august",
    "augusti", "september", "oktober", "november", "dezember", "desember", "december",
];

/// How many bytes of each of `sentences`, which are those of `article` in order, are the mark of a list's item and what parts it from the
/// words.
pub fn list_marks(article: &Article, sentences: &[Span]) -> Vec<usize> {
    let text = article.text();
    let mut blocks = article.blocks().iter().peekable();
    let mark = |span: &Span| {
        while blocks.next_if(|block| block.span.end <= span.start).is_some() {}
        let block = blocks.peek().filter(|block| block.kind == BlockKind::ListItem)?;
        (block.span.start == span.start).then(|| mark(span.of(text)))
    };
    sentences.iter().map(mark).map(Option::unwrap_or_default).collect()
}

/// The bytes of the mark that `text` begins with, and of the blanks behind it.
fn mark(text: &str) -> usize {
    let Some((mark, rest)) = text.split_once(char::is_whitespace) else { return 0 };
    let rest = rest.trim_start();
    let counts = |name: &str| match name.as_bytes() {
        [one] => one.is_ascii_alphanumeric(),
        few => few.len() <= 3 && !few.is_empty() && few.iter().all(u8::is_ascii_digit),
    };
    let stopped = mark.strip_suffix(['.', ')']).map(|name| name.strip_prefix('(').unwrap_or(name));
    let month = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_day = || mark.ends_with('.') && MONTHS.contains(&&*month);
    let is_mark = matches!(mark, "*" | "-" | "+" | "–") || stopped.is_some_and(counts) && !is_day();
    if is_mark && !rest.is_empty() { text.len() - rest.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_a_bullet_a_number_or_a_letter_and_no_day_and_no_word() {
        for (text, bare) in [
            ("1. Berg paid.", "Berg paid."),
            ("12)  Berg paid.", "Berg paid."),
            ("(a) Berg paid.", "Berg paid."),
            ("* Berg paid.", "Berg paid."),
            ("- Berg paid.", "Berg paid."),
            ("1. Mai ist Feiertag.", "1. Mai ist Feiertag."),
            ("2024. Berg paid.", "2024. Berg paid."),
            ("5 ships left.", "5 ships left."),
            ("No. 5 left.", "No. 5 left."),
            ("1.", "1."),
        ] {
            assert_eq!(text.get(mark(text)..), Some(bare));
        }
    }
}
