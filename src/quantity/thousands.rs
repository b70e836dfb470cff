//! An ordinary blank between the thousands of a number, in languages that write a mark there: where it is sure to be one.

use super::token::{Lexeme, LexemeKind};

/// Figures of one group.
const GROUP: usize = 3;

/// True where the blank before the figures at `next` parts the thousands of the number that begins with `parts`, and not one number
/// from another: no further figure stands beside them, and a sentence goes on or ends behind them.
pub(super) fn sure(text: &str, tokens: &[Lexeme], next: usize, parts: &[(char, &str)]) -> bool {
    let own = parts.iter().rposition(|(mark, _)| matches!(mark, '-' | '–')).unwrap_or(0);
    let Some(((_, first), groups)) = parts.get(own..).and_then(<[_]>::split_first) else { return false };
    let blanks = groups.iter().all(|(mark, figures)| *mark == ' ' && figures.len() == GROUP);
    if !blanks || first.starts_with('0') || first.len() > GROUP {
        return false;
    }
    // Nobody writes a number "000" or "050".
    let nought = groups.iter().any(|(_, figures)| figures.starts_with('0')) || starts_with_nought(text, tokens, next);
    let begins = next.saturating_sub(1 + groups.len());
    let last = last_group(text, tokens, next);
    !is_figure_before(text, tokens, begins) && goes_on(text, tokens, last, nought || opens(text, tokens, begins))
}

fn starts_with_nought(text: &str, tokens: &[Lexeme], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.span().of(text).starts_with('0'))
}

/// The last of the groups that begin with the one at `next`.
fn last_group(text: &str, tokens: &[Lexeme], next: usize) -> usize {
    let is_next = |at: usize| {
        let (Some(one), Some(other)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
        let gap = text.get(one.span().end..other.span().start);
        other.kind == LexemeKind::Digits && other.span().len() == GROUP && gap == Some(" ")
    };
    let mut last = next;
    while is_next(last) {
        last += 1;
    }
    last
}

/// True where a figure stands before the token at `begins`, with nothing but a blank or a mark of a number between.
fn is_figure_before(text: &str, tokens: &[Lexeme], begins: usize) -> bool {
    let Some(before) = begins.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    let gap = tokens.get(begins).and_then(|first| text.get(before.span().end..first.span().start)).unwrap_or_default();
    match before.kind {
        LexemeKind::Digits => !gap.contains('\n'),
        // "+47 555 010": a telephone.
        LexemeKind::Mark(c) => gap.is_empty() && matches!(c, '+' | '/' | '.' | ',' | ':'),
        LexemeKind::Word => false,
    }
}

/// True where the number begins its line, or what stands before it calls for one: a sign, a mark, a word within a sentence. Behind a
/// name it may be the cells of a row.
fn opens(text: &str, tokens: &[Lexeme], begins: usize) -> bool {
    let Some(before) = begins.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
    let gap = tokens.get(begins).and_then(|first| text.get(before.span().end..first.span().start)).unwrap_or_default();
    gap.contains('\n') || before.kind != LexemeKind::Word || !before.is_capital
}

/// True where a word or a mark follows the figures at `last`, or nothing does and the end is `sure`.
fn goes_on(text: &str, tokens: &[Lexeme], last: usize, sure: bool) -> bool {
    let (Some(token), Some(next)) = (tokens.get(last), tokens.get(last + 1)) else { return sure };
    let gap = text.get(token.span().end..next.span().start).unwrap_or_default();
    match next.kind {
        _ if gap.contains('\n') => sure,
        LexemeKind::Digits => false,
        LexemeKind::Word => true,
        // What hangs on them by a stroke is a telephone, a code.
        LexemeKind::Mark(c) => !(gap.is_empty() && matches!(c, '/' | '_' | '#')),
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::read;

    /// A page sets no-break and narrow blanks between thousands, and reading it makes ordinary ones of them.
    #[test]
    fn thousands_are_parted_by_any_blank_where_it_is_sure() {
        for (text, wanted) in [
            ("The town counted 12 400 visitors.", vec!["12,400"]),
            ("It cost 3 250 000 crowns, then 3\u{a0}250\u{a0}000 crowns.", vec!["3,250,000 crown", "3,250,000 crown"]),
            ("It rose from 9 800 to 12 400. In 2023 12\u{202f}400 came.", vec!["9,800", "12,400", "12,400"]),
            (
                "between 12 400 and 13 500, or $12 400, or 12 400.50 dollars",
                vec!["12,400", "13,500", "$12,400", "$12,400.5"],
            ),
            ("Visitors: 12 400\nGuests 12 050", vec!["12,400", "12,050"]),
            ("48’700 books, 48'700 books, 12,34,567 rupees", vec!["48,700", "48,700", "1,234,567 INR"]),
            // Cells of a row, or two numbers that merely meet.
            ("Kelham 12 400", vec!["12", "400"]),
            ("Kelham 12 400 350 18", vec!["12", "400", "350", "18"]),
            ("In 2019 400 people came", vec!["400"]),
            ("It took 12.5 400 times", vec!["12.5", "400"]),
        ] {
            let amounts: Vec<String> =
                read(text, "en").iter().filter_map(|one| Some(one.amount()?.to_string())).collect();
            assert_eq!(amounts, wanted, "{text}");
        }
    }
}
