//! Finds quoted words in an article, whatever became of the blanks between them on the way.

use unicode_segmentation::GraphemeCursor;

use super::item::Quote;
use crate::review::{Article, Span};

/// Bytes behind the place where a quote is looked for first.
const SOON: usize = 4096;

/// An article's text with every run of blanks as one, and the way back to its bytes.
pub(super) struct Places {
    flat: String,
    /// For each byte of `flat` the byte of the article's text, and one past the end.
    bytes: Vec<usize>,
}

impl Places {
    /// Reads the article once.
    pub(super) fn new(article: &Article) -> Self {
        let text = article.text();
        let (mut flat, mut bytes) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
        for (at, character) in text.char_indices() {
            if !character.is_whitespace() {
                flat.push(character);
                bytes.extend(at..at + character.len_utf8());
            } else if !flat.ends_with(' ') {
                flat.push(' ');
                bytes.push(at);
            }
        }
        bytes.push(text.len());
        Self { flat, bytes }
    }

    /// Where the words of `quote` stand, in bytes of `article`: of several places the one whose surroundings agree furthest with
    /// the quote's, then the one nearest to where it should begin. `None` when they stand nowhere, or only inside a grapheme.
    ///
    /// A place soon after byte `near`, or after where the quote should begin, is taken at once when all of the surroundings
    /// agree; else the whole article is searched. Files quote in the article's order, so that few searches go that far.
    pub(super) fn find(&self, article: &Article, quote: &Quote, near: usize) -> Option<Span> {
        let words = flattened(&quote.exact);
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        let (prefix, suffix) = (flattened(&quote.prefix), flattened(&quote.suffix));
        let (prefix, suffix) = (prefix.trim_end(), suffix.trim_start());
        let wanted = quote.start.and_then(|start| article.byte(start));
        let place = |at: usize| {
            let end = at + words.len();
            let span = Span::new(*self.bytes.get(at)?, *self.bytes.get(end - 1)? + 1);
            let agree = agreement(self.flat.get(..at)?.trim_end().chars().rev(), prefix.chars().rev())
                + agreement(self.flat.get(end..)?.trim_start().chars(), suffix.chars());
            let whole = [span.start, span.end].into_iter().all(|at| boundary(article.text(), at));
            whole.then_some((span, agree, wanted.map_or(0, |wanted| wanted.abs_diff(span.start))))
        };
        let surroundings = prefix.chars().count() + suffix.chars().count();
        if surroundings > 0 {
            let from = self.flat.floor_char_boundary(self.bytes.partition_point(|byte| *byte < wanted.unwrap_or(near)));
            let to = self.flat.floor_char_boundary(from + words.len() + SOON);
            let soon = self.flat.get(from..to).unwrap_or_default();
            let mut places = soon.match_indices(words).filter_map(|(at, _)| place(from + at));
            if let Some((span, ..)) = places.find(|(_, agree, _)| *agree == surroundings) {
                return Some(span);
            }
        }
        let places = self.flat.match_indices(words).filter_map(|(at, _)| place(at));
        places.min_by_key(|(_, agree, far)| (std::cmp::Reverse(*agree), *far)).map(|(span, ..)| span)
    }
}

/// `text` with every run of blanks as one.
fn flattened(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            flat.push(character);
        } else if !flat.ends_with(' ') {
            flat.push(' ');
        }
    }
    flat
}

/// How many characters two texts share from where they begin.
fn agreement(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// True when no grapheme goes on across byte `at`.
fn boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, exact: &str, prefix: &str, suffix: &str, start: Option<usize>) -> Option<String> {
        let article = Article::new("", text, Vec::new()).unwrap();
        let quote = Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned(), start };
        let span = Places::new(&article).find(&article, &quote, 0)?;
        Some(format!("{}|{}", article.code_point(span.start), article.words(span)))
    }

    #[test]
    fn blanks_do_not_matter() {
        let text = "The ferry\n\nleft  at “nine”.";
        assert_eq!(find(text, "ferry left\tat “nine”", "", "", None).as_deref(), Some("4|ferry\n\nleft  at “nine”"));
    }

    #[test]
    fn of_several_places_the_surroundings_decide_then_the_distance() {
        let text = "é It rose. Fares: It rose. Then It rose.";
        assert_eq!(find(text, "It rose.", "Fares: ", " Then", None).as_deref(), Some("18|It rose."));
        assert_eq!(find(text, "It rose.", "", "", Some(40)).as_deref(), Some("32|It rose."));
        assert_eq!(find(text, "It fell.", "", "", Some(2)), None);
    }

    #[test]
    fn a_place_nearby_is_taken_only_when_all_around_it_agrees() {
        let text = "Fares: It rose. Then It rose. Fares: It rose. Now It rose.";
        let article = Article::new("", text, Vec::new()).unwrap();
        let find = |prefix: &str, suffix: &str, near| {
            let quote = Quote { exact: "It rose.".into(), prefix: prefix.into(), suffix: suffix.into(), start: None };
            Places::new(&article).find(&article, &quote, near).map(|span| span.start)
        };
        assert_eq!(find("Fares:", "", 20), Some(37), "the next with these surroundings");
        assert_eq!(find("Fares:", "Then", 20), Some(7), "none after it has them");
        assert_eq!(find("", "", 20), Some(7), "nothing to tell them apart by");
    }

    #[test]
    fn no_grapheme_is_cut() {
        assert_eq!(find("a 👩‍👧 b", "👩", "", "", None), None);
    }
}
