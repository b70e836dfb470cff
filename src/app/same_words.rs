//! Where the words at the top of what is scrolled stand once its rows are of another width.

/// The row of `after` that begins nearest to the first word of row `top` of `before`: both hold the same letters, cut into rows of
/// other widths. What is at its beginning stays there, and over many changes of the width the words go neither up nor down.
pub fn row_of<B, A>(top: usize, before: impl IntoIterator<Item = B>, after: impl IntoIterator<Item = A>) -> usize
where
    B: AsRef<str>,
    A: AsRef<str>,
{
    let ahead: usize = before.into_iter().take(top).map(|row| letters(row.as_ref())).sum();
    let mut nearest = (0, ahead);
    let mut begins: usize = 0;
    for (row, words) in after.into_iter().enumerate().skip_while(|_| top == 0) {
        let own = letters(words.as_ref());
        if own > 0 && begins.abs_diff(ahead) < nearest.1 {
            nearest = (row, begins.abs_diff(ahead));
        }
        if own > 0 && begins >= ahead {
            break;
        }
        begins += own;
    }
    nearest.0
}

/// Blanks come and go where rows are cut.
fn letters(row: &str) -> usize {
    row.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::row_of;

    #[test]
    fn the_words_at_the_top_are_found_in_wider_and_in_narrower_rows() {
        let (wide, narrow) = (["one two three", "", "four five"], ["one two", "three", "", "four", "five"]);
        assert_eq!([0, 1, 2].map(|top| row_of(top, wide, narrow)), [0, 3, 3]);
        assert_eq!([0, 1, 3, 4].map(|top| row_of(top, narrow, wide)), [0, 2, 2, 2]);
    }

    #[test]
    fn however_often_the_width_changes_the_words_stay() {
        let text = "It was a long day at the harbour, and the boats lay there until the evening came. ".repeat(40);
        let rows =
            |width| crate::text::wrap::rows(&text, width).into_iter().map(|row| row.of(&text)).collect::<Vec<_>>();
        let (mut top, mut width) = (30, 60);
        for other in (20..60).rev().chain(21..=60) {
            top = row_of(top, rows(width), rows(other));
            width = other;
        }
        assert!(usize::abs_diff(top, 30) <= 2, "{top}");
    }
}
