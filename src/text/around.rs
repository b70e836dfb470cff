//! The part of a text in which it differs from another.

use super::gate;

/// Columns before what differs that are shown where there is not room for all.
const AHEAD: usize = 3;

/// `text` in at most so many `columns`, as [`gate::fit`] cuts it; where what it has otherwise than `other` would be cut off, from a few words
/// before that on.
pub fn fit_around(text: &str, other: &str, columns: usize) -> String {
    let same = text.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let same: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let (head, _) = text.split_at_checked(same).unwrap_or_default();
    // The beginning of the word in which they part.
    let word = head.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let changed = text.get(word..).unwrap_or_default();
    let longest = changed.split_whitespace().next().map_or(0, gate::width);
    let ahead = text.get(..word).unwrap_or_default();
    if gate::width(text) <= columns || gate::width(ahead) + longest < columns {
        return gate::fit(text, columns).into_owned();
    }
    let from = ahead
        .char_indices()
        .rev()
        .take_while(|(at, _)| gate::width(ahead.get(*at..).unwrap_or_default()) <= columns / AHEAD);
    let from = from.filter(|(_, c)| c.is_whitespace()).last().map_or(word, |(at, c)| at + c.len_utf8());
    format!("…{}", gate::fit(text.get(from..).unwrap_or_default(), columns.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::fit_around;

    #[test]
    fn what_differs_is_in_view() {
        let text =
            |votes: u32| format!("The city of Maren sold its terminal, the council decided by {votes} votes to 8.");
        assert_eq!(fit_around(&text(23), &text(24), 40), "…decided by 23 votes to 8.");
        assert_eq!(fit_around(&text(23), "Else.", 20), "The city of Maren s…");
        assert_eq!(fit_around("Short.", "Shore.", 20), "Short.");
        for columns in 1..40 {
            assert!(crate::text::gate::width(&fit_around(&text(23), &text(24), columns)) <= columns);
        }
        assert_eq!(fit_around("", "x", 5), "");
    }
}
