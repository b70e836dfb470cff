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
/// Those of them that end with the next comma.
const RELATIVE: [&str; 4] = [", which ", ", who ", ", whose ", ", where "];
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

/// The stretch in which a word such as "not" may turn what is said of a figure.
pub(super) struct NegationScope {
    span: Span,
    /// A clause within it that says something else: ", which never closed,".
    aside: Option<Span>,
}

impl NegationScope {
    /// All of a text.
    pub(super) fn all(text: &str) -> Self {
        Self { span: Span::new(0, text.len()), aside: None }
    }

    pub(super) fn covers(&self, at: Span) -> bool {
        self.span.covers(at) && !self.aside.is_some_and(|aside| aside.covers(at))
    }
}

/// The stretch around `at` in which a word such as "not" may turn what is said there: its sentence, without what is joined to it by
/// words that begin a clause of its own. Where in doubt it goes on.
pub(super) fn scope(text: &str, at: Span) -> NegationScope {
    let whole = sentence(text, at);
    let before = Span::new(whole.start, at.start).of(text);
    let joined = |head: &str| {
        let found = JOINERS.iter().filter_map(|joiner| Some((head.rfind(joiner)?, *joiner)));
        let found = found.filter(|(place, joiner)| *joiner != " but " || !excepts(head, *place));
        found.max_by_key(|(place, joiner)| place + joiner.len())
    };
    let mut aside = None;
    let start = joined(before).map_or(0, |(place, joiner)| {
        let begins = place + joiner.len();
        let closed = before.get(begins..).and_then(|rest| rest.find(", ")).filter(|_| RELATIVE.contains(&joiner));
        let Some(closed) = closed else { return begins };
        aside = Some(Span::new(whole.start + place, whole.start + begins + closed));
        before.get(..place).and_then(joined).map_or(0, |(place, joiner)| place + joiner.len())
    });
    // What denies that it is so governs the clause behind it.
    let governed = |word: &str| matches!(word, "that" | "dass" | "daß" | "que" | "att");
    let governs = before.get(..start).is_some_and(|left| left.split_whitespace().any(governed));
    let start = whole.start + if governs { 0 } else { start };
    let behind = Span::new(at.end, whole.end).of(text);
    let found = JOINERS.iter().filter_map(|joiner| Some((behind.find(joiner)?, *joiner)));
    let found = found.filter(|(place, joiner)| *joiner != " but " || !excepts(behind, *place));
    let joined = found.map(|(place, _)| place).min().unwrap_or(behind.len());
    let predicate = [" and ", " und "].iter().flat_map(|and| behind.match_indices(and)).find(|(place, and)| {
        let next = behind.get(place + and.len()..).and_then(|rest| rest.split_whitespace().next());
        next.is_some_and(|next| PREDICATES.contains(&next))
    });
    let end = predicate.map_or(joined, |(place, _)| place.min(joined));
    NegationScope { span: Span::new(start, at.end + end), aside }
}

/// True where "but" at this place begins no clause of its own: "all but three", "anything but".
fn excepts(text: &str, place: usize) -> bool {
    let last = text.get(..place).and_then(|before| before.split_whitespace().next_back()).unwrap_or_default();
    ["all", "none", "nothing", "anything"].iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// Marks and words that part what is said of one figure from what is said of another.
const PARTS: [&str; 15] = [
    ", ",
    "; ",
    ": ",
    " (",
    ") ",
    " — ",
    " – ",
    " but ",
    " while ",
    " whereas ",
    " against ",
    " aber ",
    " während ",
    " gegenüber ",
    " mais ",
];
/// They part only where both sides have a figure: "Ada and Ole got 12" is one.
const AND: [&str; 5] = [" and ", " und ", " et ", " y ", " och "];

/// The pieces of the sentence at `at`, in order; `counts` is true for a stretch with an amount in it.
pub(super) fn pieces(text: &str, at: Span, counts: impl Fn(Span) -> bool) -> Vec<Span> {
    let whole = sentence(text, at);
    let mut cuts: Vec<(Span, bool)> = Vec::new();
    for (marks, soft) in [(&PARTS[..], false), (&AND[..], true)] {
        let found = marks.iter().flat_map(|mark| whole.of(text).match_indices(mark));
        cuts.extend(found.map(|(place, mark)| {
            let start = whole.start + place;
            (Span::new(start, start + mark.len()), soft)
        }));
    }
    cuts.sort_by_key(|(cut, _)| cut.start);
    let mut found: Vec<Span> = Vec::new();
    let mut open = Span::new(whole.start, whole.start);
    for (place, (cut, soft)) in cuts.iter().enumerate() {
        let end = cuts.get(place + 1).map_or(whole.end, |(next, _)| next.start);
        open.end = open.end.max(cut.start);
        let next = Span::new(cut.end.min(end), end);
        if !soft || counts(open) && counts(next) {
            found.push(open);
            open = next;
        }
    }
    open.end = whole.end;
    found.push(open);
    found
}
