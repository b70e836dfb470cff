//! A correction as the words it takes out and puts in, in the words that stay.

use super::rows::Ink;
use crate::app::settings::{Colours, Settings};
use crate::review::Span;
use crate::text::word_diff::{self, Op, Run};

/// Bytes that are compared word by word at most: a comparison is made anew for every frame.
const LONGEST: usize = 6000;

/// Words that stay, shown on each side of a change.
const CONTEXT: usize = 4;

/// How a correction is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorrectionLook {
    /// Only the changes with a few words around them.
    pub brief: bool,
    /// What goes stands in `[-…-]`, what comes in `{+…+}`: for terminals without colours or with ASCII only.
    pub bracketed: bool,
}

/// A text and the styles laid over parts of it, in bytes.
pub type Marked = (String, Vec<(Span, Ink)>);

/// The correction of `before` to `after`: what goes is struck through, what comes is bold and underlined.
pub fn marked(before: &str, after: &str, look: CorrectionLook) -> Marked {
    if before.len() + after.len() > LONGEST {
        return (after.to_owned(), Vec::new());
    }
    let runs = word_diff::runs(before, after);
    if runs.iter().all(|run| run.op == Op::Equal) {
        return (format!("{after} (as it stands)"), Vec::new());
    }
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (index, run) in runs.iter().enumerate() {
        let last = index + 1 == runs.len();
        let (open, close, ink) = match run.op {
            Op::Equal => {
                text.push_str(&if look.brief { brief(&run.text, index == 0, last) } else { run.text.clone() });
                continue;
            }
            Op::Delete => ("[-", "-]", Ink::Gone),
            Op::Insert => ("{+", "+}", Ink::Put),
        };
        part(&mut text, &runs, index);
        let words = run.text.trim_end();
        let start = text.len();
        if look.bracketed {
            text.extend([open, words, close]);
        } else {
            text.push_str(words);
        }
        marks.push((Span::new(start, text.len()), ink));
        text.push_str(run.text.get(words.len()..).unwrap_or_default());
    }
    (text, marks)
}

/// The marks that lie in `row`, in bytes of the row's text of `len` bytes.
pub fn in_row(marks: &[(Span, Ink)], row: Span, len: usize) -> impl Iterator<Item = (Span, Ink)> {
    marks.iter().filter(move |(span, _)| span.overlaps(row)).map(move |(span, ink)| {
        let (start, end) = (span.start.max(row.start) - row.start, span.end.min(row.end) - row.start);
        (Span::new(start, end.min(len)), *ink)
    })
}

/// True when a look marks what goes and comes by brackets: without colours, or with ASCII only.
pub fn bracketed(settings: &Settings) -> bool {
    settings.look.ascii || settings.look.colours == Colours::None
}

/// A blank between what goes and what comes in its place, unless they bring one.
fn part(text: &mut String, runs: &[Run], index: usize) {
    let behind_gone = index.checked_sub(1).and_then(|before| runs.get(before)).is_some_and(|run| run.op == Op::Delete);
    if behind_gone && !text.ends_with(char::is_whitespace) {
        text.push(' ');
    }
}

/// The words next to the changes, an ellipsis for those between.
fn brief(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let few = |count: usize| words.len() <= count;
    let head = || words.iter().take(CONTEXT).copied().collect::<String>();
    let tail = || words.iter().skip(words.len().saturating_sub(CONTEXT)).copied().collect::<String>();
    match (first, last) {
        (true, _) if few(CONTEXT + 1) => text.to_owned(),
        (true, _) => format!("… {}", tail()),
        (_, true) if few(CONTEXT + 1) => text.to_owned(),
        (_, true) => format!("{} …", head().trim_end()),
        _ if few(2 * CONTEXT + 1) => text.to_owned(),
        _ => format!("{} … {}", head().trim_end(), tail()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str, brief: bool) -> String {
        marked(before, after, CorrectionLook { brief, bracketed: true }).0
    }

    #[test]
    fn a_change_stands_in_its_context() {
        let before =
            "According to the mayor of the city the repair cost 42 million crowns in all, she said on Monday at noon.";
        let after = before.replace("42", "44.1");
        assert_eq!(shown(before, &after, true), "… city the repair cost [-42-] {+44.1+} million crowns in …");
        assert_eq!(
            shown(before, &after, false),
            "According to the mayor of the city the repair cost [-42-] {+44.1+} million crowns in all, she said on Monday at noon."
        );
    }

    #[test]
    fn words_only_taken_out_or_only_put_in_keep_their_blanks() {
        assert_eq!(shown("a very old bridge", "a bridge", false), "a [-very old-] bridge");
        assert_eq!(shown("a bridge", "a very old bridge", false), "a {+very old+} bridge");
        assert_eq!(shown("one", "two", true), "[-one-] {+two+}");
        assert_eq!(shown("one", "one", true), "one (as it stands)");
    }
}
