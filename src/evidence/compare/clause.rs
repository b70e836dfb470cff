//! Which words of a text are said of a figure: its clause, and the stretch in which a "not" may turn it.

use crate::text::{Span, is_sentence_end};

/// What joins a clause of its own to another.
const JOINERS: [&str; 14] = [
    "; ",
    " but ",
    " while ",
    " whereas ",
    " although ",
    " though ",
    ", which ",
    ", who ",
    ", whose ",
    ", where ",
    " aber ",
    " während ",
    " obwohl ",
    " sondern ",
];
/// What begins a second predicate behind "and".
const PREDICATES: [&str; 20] = [
    "does", "do", "did", "is", "was", "were", "are", "has", "had", "have", "will", "would", "can", "could", "never",
    "not", "nicht", "hat", "wird", "ist",
];

/// The sentence of `text` in which `at` stands.
pub(super) fn sentence(text: &str, at: Span) -> Span {
    let ends = |place: usize, c: char| c == '\n' || c.is_whitespace() && is_sentence_end(text, place);
    let before = text.get(..at.start).unwrap_or_default();
    let start = before.char_indices().rfind(|(place, c)| ends(*place, *c)).map_or(0, |(place, c)| place + c.len_utf8());
    let behind = text.get(at.end..).unwrap_or_default();
    let end = behind.char_indices().find(|(place, c)| ends(at.end + place, *c));
    Span::new(start, end.map_or(text.len(), |(place, _)| at.end + place))
}

/// The stretch around `at` in which a word such as "not" may turn what is said there: its sentence, without what is joined to it by
/// words that begin a clause of its own. Where in doubt it goes on.
pub(super) fn scope(text: &str, at: Span) -> Span {
    let whole = sentence(text, at);
    let before = Span::new(whole.start, at.start).of(text);
    let start = JOINERS.iter().filter_map(|joiner| Some(before.rfind(joiner)? + joiner.len())).max().unwrap_or(0);
    // What denies that it is so governs the clause behind it.
    let governed = |word: &str| matches!(word, "that" | "dass" | "daß" | "que" | "att");
    let governs = before.get(..start).is_some_and(|left| left.split_whitespace().any(governed));
    let start = whole.start + if governs { 0 } else { start };
    let behind = Span::new(at.end, whole.end).of(text);
    let joined = JOINERS.iter().filter_map(|joiner| behind.find(joiner)).min().unwrap_or(behind.len());
    let predicate = [" and ", " und "].iter().flat_map(|and| behind.match_indices(and)).find(|(place, and)| {
        let next = behind.get(place + and.len()..).and_then(|rest| rest.split_whitespace().next());
        next.is_some_and(|next| PREDICATES.contains(&next))
    });
    let end = predicate.map_or(joined, |(place, _)| place.min(joined));
    Span::new(start, at.end + end)
}
