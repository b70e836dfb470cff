//! Chemical formulas, whose lowered figures many programs set apart when they take the text out of a page: "CO 2", "N 2 O".

use crate::text::Span;

/// Symbols of the elements that gases and acids of the news are made of; of all there are, most would be found in "UK 3" and "US 2".
const SYMBOLS: [&str; 9] = ["Cl", "Si", "H", "C", "N", "O", "F", "P", "S"];
/// Letters of two of them at most.
const LETTERS: usize = 4;

/// The first formula in `text` whose figure stands apart, in bytes.
pub(super) fn find(text: &str) -> Option<Span> {
    spans(text).next()
}

/// The formulas in `text` whose figures stand apart, in order, in bytes.
pub(super) fn spans(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let figure = |at: &usize| {
        let around = [at.checked_sub(1), at.checked_sub(2)].map(|at| at.and_then(|at| bytes.get(at)));
        bytes.get(*at).is_some_and(u8::is_ascii_digit)
            && around[0] == Some(&b' ')
            && around[1].is_some_and(u8::is_ascii_alphabetic)
    };
    (2..bytes.len()).filter(figure).filter_map(move |at| around(bytes, at))
}

/// The formula whose figure stands at `at`, after a space.
fn around(bytes: &[u8], at: usize) -> Option<Span> {
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let end = at - 1;
    let start = (0..end).rev().take(LETTERS + 1).take_while(|at| is_letter(*at)).last()?;
    let symbols = bytes.get(start..end)?;
    let begins = start.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|before| is_apart(*before));
    if !begins || symbols.len() > LETTERS || !are_symbols(symbols) || goes_on(bytes, at + 1) {
        return None;
    }
    // Of the usual ones two end in oxygen: N2O and H2O.
    let oxygen = bytes.get(at + 1..at + 3) == Some(b" O") && bytes.get(at + 3).is_none_or(|after| is_apart(*after));
    Some(Span::new(start, if oxygen { at + 3 } else { at + 1 }))
}

fn is_apart(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// Do these letters read as one or two of the symbols?
fn are_symbols(letters: &[u8]) -> bool {
    let after = |letters: &'_ [u8]| SYMBOLS.iter().find(|one| letters.starts_with(one.as_bytes())).map(|one| one.len());
    let Some(first) = after(letters) else { return false };
    let rest = letters.get(first..).unwrap_or_default();
    rest.is_empty() || after(rest) == Some(rest.len())
}

/// Is the figure before `at` part of a longer number or word?
fn goes_on(bytes: &[u8], at: usize) -> bool {
    let is_word = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let mark = matches!(bytes.get(at), Some(b'.' | b',' | b'%' | b'/' | b':' | b'-'));
    is_word(at) || bytes.get(at) == Some(&b'%') || mark && is_word(at + 1)
}

#[cfg(test)]
mod tests {
    use super::spans;

    fn told(text: &str) -> Vec<&str> {
        spans(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_figure_that_was_set_lower_belongs_to_the_letters_before_it() {
        assert_eq!(told("Vents shed CO 2, CH 4 and N 2 O; SiO 2 (SO 2)"), ["CO 2", "CH 4", "N 2 O", "SiO 2", "SO 2"]);
    }

    #[test]
    fn an_amount_or_a_number_after_a_word_is_none() {
        assert_eq!(
            told(
                "In May 2 boats; USD 2, EU 7, UK 3, US 4, No 2, BBC 5, CO 4-hour, OÖ 4, CO2 2, NO 2%, P 1,200, C 14, H 3rd"
            ),
            [""; 0]
        );
    }
}
