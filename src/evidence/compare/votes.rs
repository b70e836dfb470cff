//! Which side of a vote or a score a figure is: the first or the second of "15 votes to 9".

use super::side::Side;
use crate::quantity::Quantity;

/// Words between the two numbers of a vote or a score.
const AGAINST: [&str; 6] = ["to", "gegen", "against", "zu", "contre", "mot"];

/// Whether a number is the first or the second of a vote or score, "15 votes to 9"; `None` where it is of none.
pub(super) fn place_in_pair(number: &Quantity, side: &Side<'_>) -> Option<usize> {
    let at = side.numbers.iter().position(|other| other.span == number.span)?;
    let joined = |one: usize, other: usize| {
        let (Some(one), Some(other)) = (side.numbers.get(one), side.numbers.get(other)) else { return false };
        let between = side.text.get(one.span.end..other.span.start).unwrap_or_default();
        let words: Vec<&str> = between.split_whitespace().collect();
        words.len() <= 2 && words.last().is_some_and(|word| AGAINST.contains(word))
    };
    if joined(at, at + 1) {
        return Some(0);
    }
    at.checked_sub(1).filter(|before| joined(*before, at)).map(|_| 1)
}
