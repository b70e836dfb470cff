//! A quote as its marks part it: words, places where words were left out, words put in.

use crate::evidence::words::{self, Weight, Word};
use crate::text::Span;

/// A part of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A word that should have been said.
    Word(Word),
    /// […] or an ellipsis: words were left out.
    Gap,
    /// Words in square brackets: put in, for others or beside them.
    Put(String),
}

/// A quote cut into its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The parts in order; no gap at either end.
    pub(super) parts: Vec<Part>,
    /// A letter stands in brackets, "\[T\]he": marked, and the same words.
    pub(super) letter: bool,
}

/// The parts of `quote` in `language` (BCP 47); spans are bytes of it, two less for every letter in brackets before.
pub(super) fn pattern(quote: &str, language: &str) -> Pattern {
    let mut made = Pattern::default();
    let mut run = String::new();
    let mut start = 0;
    let mut rest = quote;
    while let Some(c) = rest.chars().next() {
        if let Some((part, len)) = mark(rest) {
            let Part::Put(inside) = &part else {
                made.flush(&mut run, start, Some(part), language);
                (rest, start) = after(quote, rest, len);
                continue;
            };
            let letter = inside.chars().count() == 1
                && rest.get(len..).is_some_and(|next| next.starts_with(char::is_alphabetic));
            if letter {
                made.letter = true;
                run.push_str(inside);
                rest = rest.get(len..).unwrap_or_default();
            } else {
                made.flush(&mut run, start, Some(part), language);
                (rest, start) = after(quote, rest, len);
            }
            continue;
        }
        run.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    made.flush(&mut run, start, None, language);
    while made.parts.last() == Some(&Part::Gap) {
        made.parts.pop();
    }
    made
}

/// What follows `len` bytes of `rest`, and where that stands in `quote`.
fn after<'a>(quote: &str, rest: &'a str, len: usize) -> (&'a str, usize) {
    let next = rest.get(len..).unwrap_or_default();
    (next, quote.len() - next.len())
}

/// The mark that `rest` begins with, and its length in bytes.
fn mark(rest: &str) -> Option<(Part, usize)> {
    let dots = rest.len() - rest.trim_start_matches(['.', '…', ' ']).len();
    let run = rest.get(..dots).unwrap_or_default();
    let trimmed = run.trim_end();
    let counted: usize = trimmed.chars().map(|c| usize::from(c == '.') + 3 * usize::from(c == '…')).sum();
    if counted >= 3 && !run.starts_with(' ') {
        return Some((Part::Gap, trimmed.len()));
    }
    let close = match rest.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let end = rest.find(close)?;
    let inside = rest.get(1..end)?.trim();
    let hollow = !inside.contains(char::is_alphanumeric) && (inside.contains('…') || inside.contains(".."));
    match (close, hollow) {
        (_, true) => Some((Part::Gap, end + 1)),
        (']', false) => Some((Part::Put(inside.to_owned()), end + 1)),
        _ => None,
    }
}

impl Pattern {
    /// Adds the words of `run`, which begins at byte `start`, and the mark after them.
    fn flush(&mut self, run: &mut String, start: usize, mark: Option<Part>, language: &str) {
        for mut word in words::words(run, language) {
            word.span = Span::new(word.span.start + start, word.span.end + start);
            // Only who speaks stumbles: what a quote has twice was written twice.
            if word.weight == Weight::Stumble {
                word.weight = Weight::Said;
            }
            self.parts.push(Part::Word(word));
        }
        run.clear();
        let open = self.parts.last().is_some_and(|part| *part != Part::Gap);
        self.parts.extend(mark.filter(|mark| open || *mark != Part::Gap));
    }

    /// How many words it holds.
    pub(super) fn words(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, Part::Word(_))).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(quote: &str) -> String {
        let part = |part: Part| match part {
            Part::Word(word) => word.form,
            Part::Gap => "_".to_owned(),
            Part::Put(words) => format!("[{words}]"),
        };
        pattern(quote, "en").parts.into_iter().map(part).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_part_a_quote() {
        assert_eq!(told("We […] asked [the mayor] ... twice …"), "we _ asked [the mayor] _ twice");
        assert_eq!(told("…and then (...) nothing. We left."), "and then _ nothing we left");
    }

    #[test]
    fn a_letter_in_brackets_is_part_of_its_word() {
        let found = pattern("[T]he bridge is shut", "en");
        assert!(found.letter);
        assert_eq!(told("[T]he bridge is shut"), "the bridge is shut");
    }
}
