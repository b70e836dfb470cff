//! A search: every place of a session that holds the words looked for, in reading order, found once and kept.
//!
//! Case is ignored unless a capital is asked for, accents unless one is typed; straight quotes and hyphens find those that are set. What was written about a claim comes where the claim ends. Stepping
//! costs a few halvings, and an edit only the claims it touched, however long the article is.

use crate::review::field::{FIELDS, SOURCES, Shape};
use crate::review::{Claim, ClaimId, Session, Span};

pub use crate::text::typed::{all, folded};

/// Which part of what is written about a claim holds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordPart {
    /// The field, by its place in the list of fields.
    field: usize,
    /// Which of its things, from 0.
    thing: usize,
    /// True when there are several, or may be: it is told with its number.
    numbered: bool,
}

impl RecordPart {
    /// Its name on the status line.
    pub fn name(self) -> String {
        let title = FIELDS.get(self.field).map_or("", |field| field.title);
        if self.numbered { format!("{title} {}", self.thing + 1) } else { title.to_owned() }
    }
}

/// A claim's record with the words in it. Ordered as they are read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordHit {
    /// Where the claim ends, in bytes.
    end: usize,
    /// Where it begins.
    start: usize,
    /// The claim.
    pub claim: ClaimId,
    /// Which part of its record.
    pub part: RecordPart,
}

/// One place that holds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Words of the article, in bytes.
    Words(Span),
    /// A part of a claim's record.
    Record(RecordHit),
}

/// A search under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words looked for.
    pub needle: String,
    /// The match the reviewer is at.
    pub at: Option<Match>,
    words: Vec<Span>,
    records: Vec<RecordHit>,
    /// How many entries the history had when the records were searched.
    seen: usize,
}

impl Search {
    /// Searches the whole session for `needle`; this is the one pass over the article.
    pub fn new(needle: &str, session: &Session) -> Self {
        let mut records: Vec<RecordHit> = session.claims().iter().flat_map(|claim| hits(claim, needle)).collect();
        records.sort_unstable();
        Self {
            needle: needle.to_owned(),
            at: None,
            words: all(session.article.text(), needle).collect(),
            records,
            seen: session.history().len(),
        }
    }

    /// The same search in another copy of the session.
    #[must_use]
    pub fn renewed(self, session: &Session) -> Self {
        Self { at: self.at, ..Self::new(&self.needle, session) }
    }

    /// Searches again the claims that were edited since.
    pub fn refresh(&mut self, session: &Session) {
        let touched: Vec<&ClaimId> =
            session.history().since(self.seen).flat_map(|entry| entry.edit.touches()).collect();
        if touched.is_empty() {
            return;
        }
        self.records.retain(|hit| !touched.contains(&&hit.claim));
        for claim in touched.into_iter().filter_map(|id| session.claims().by_id(id)) {
            self.records.extend(hits(claim, &self.needle));
        }
        self.records.sort_unstable();
        self.records.dedup();
        self.seen = session.history().len();
    }

    /// How many places hold the words.
    pub const fn len(&self) -> usize {
        self.words.len() + self.records.len()
    }

    /// True when none does.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The matches in the article that lie in `view`, in order.
    pub fn in_view(&self, view: Span) -> &[Span] {
        let first = self.words.partition_point(|words| words.end <= view.start);
        let end = self.words.partition_point(|words| words.start < view.end);
        self.words.get(first..end.max(first)).unwrap_or_default()
    }

    /// How many matches stand before byte `at`.
    pub fn before(&self, at: usize) -> usize {
        self.words.partition_point(|words| words.start < at) + self.records.partition_point(|hit| hit.end < at)
    }

    /// The place of `found` among all matches, from 0; of one that has gone, where it would be.
    pub fn rank(&self, found: &Match) -> usize {
        match found {
            Match::Words(span) => self.rank_of_words(self.words.partition_point(|words| words.start < span.start)),
            Match::Record(hit) => {
                let index = self.records.partition_point(|other| other < hit);
                index + self.words.partition_point(|words| words.start < hit.end)
            }
        }
    }

    /// The match at place `rank`, from 0.
    pub fn nth(&self, rank: usize) -> Option<Match> {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.rank_of_words(middle) < rank { low = middle + 1 } else { high = middle }
        }
        match self.words.get(low) {
            Some(words) if self.rank_of_words(low) == rank => Some(Match::Words(*words)),
            _ => self.records.get(rank - low).cloned().map(Match::Record),
        }
    }

    fn rank_of_words(&self, index: usize) -> usize {
        let start = self.words.get(index).map_or(usize::MAX, |words| words.start);
        index + self.records.partition_point(|hit| hit.end <= start)
    }
}

/// The parts of a claim's record that hold `needle`.
fn hits(claim: &Claim, needle: &str) -> Vec<RecordHit> {
    let Span { start, end } = claim.span;
    holding(claim, needle).map(|(part, _)| RecordHit { end, start, claim: claim.id.clone(), part }).collect()
}

/// Every part of what is written about a claim that holds `needle`, with its first text that does.
fn holding(claim: &Claim, needle: &str) -> impl Iterator<Item = (RecordPart, String)> {
    let fields = FIELDS.iter().enumerate().filter(|(_, field)| field.is_searched());
    let mut found = Vec::new();
    for (place, field) in fields {
        let value = field.value(claim);
        let things = field.items(&value);
        let numbered = matches!(field.shape, Shape::Many(..)) && (things.len() > 1 || *field == &SOURCES);
        for (thing, item) in things.iter().enumerate() {
            let text = field.texts(item).into_iter().map(|(_, text)| text).find(|text| holds(text, needle));
            // All tags are one part.
            let thing = if matches!(field.shape, Shape::Words) { 0 } else { thing };
            found.extend(text.map(|text| (RecordPart { field: place, thing, numbered }, text.to_owned())));
        }
    }
    found.dedup_by_key(|(part, _)| *part);
    found.into_iter()
}

/// The text of `part` of `claim` that holds `needle`.
pub fn text(claim: &Claim, part: RecordPart, needle: &str) -> Option<String> {
    holding(claim, needle).find(|(other, _)| *other == part).map(|(_, text)| text)
}

/// True when `text` holds `needle`.
fn holds(text: &str, needle: &str) -> bool {
    all(text, needle).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Article, Block, BlockKind, Change, Claims, Edit, Origin, field};
    use proptest::prelude::*;

    /// A session of `a`s and `b`s with claims over it, `a` being in some of their notes.
    fn session(text: &str, claims: &[(usize, usize, bool)]) -> Session {
        let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
        let article = Article::new("t", text, vec![block]).unwrap();
        let made = claims.iter().enumerate().map(|(index, (start, len, noted))| {
            let span = Span::new(*start, (*start + *len).min(text.len()));
            let mut claim = Claim::new(ClaimId::from(format!("k{index}").as_str()), span, Origin::Added);
            claim.record.note = if *noted { "a".to_owned() } else { String::new() };
            claim
        });
        let claims: Claims = made.collect();
        Session::new("s", article, claims)
    }

    proptest! {
        #[test]
        fn every_match_has_its_place_and_edits_keep_them_right(
            text in "[ab]{1,40}",
            claims in prop::collection::vec((0usize..30, 1usize..12, any::<bool>()), 0..9),
            edited in any::<prop::sample::Index>(),
        ) {
            let claims: Vec<_> = claims.into_iter().filter(|(start, ..)| *start < text.len()).collect();
            let mut session = session(&text, &claims);
            let mut search = Search::new("a", &session);
            if !claims.is_empty() {
                let claim = session.claims().get(edited.index(claims.len())).unwrap().clone();
                let change = Change::of(&claim, &field::NOTE, |claim| "b a b".clone_into(&mut claim.record.note)).unwrap();
                session.commit(Edit::of(claim.id, change), &"anna".into(), &"".into()).unwrap();
                search.refresh(&session);
            }
            prop_assert_eq!(&search, &Search::new("a", &session));
            let mut last = 0;
            for rank in 0..search.len() {
                let found = search.nth(rank).unwrap();
                prop_assert_eq!(search.rank(&found), rank);
                let place = match &found { Match::Words(span) => span.start, Match::Record(hit) => hit.end };
                prop_assert!(place >= last, "{:?} comes too late", found);
                last = place;
            }
            prop_assert_eq!(search.nth(search.len()), None);
        }
    }
}
