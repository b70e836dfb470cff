//! Claims that share a trait: found once, kept in article order, and kept right by the edits that touch them.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::item::Item;
use crate::review::{Claim, ClaimId, Query, Session, Span, Status};

/// What claims are asked to have, or to lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trait {
    /// This tag.
    Tag(String),
    /// This speaker.
    Speaker(String),
    /// A query, whatever became of it.
    Query,
    /// A query that waits for its answer.
    OpenQuery,
    /// No source, though there is something to check.
    NoSource,
}

impl Trait {
    /// Its name on the screen.
    pub fn name(&self) -> String {
        match self {
            Self::Tag(tag) => format!("tag {tag}"),
            Self::Speaker(name) => format!("speaker {name}"),
            Self::Query => "with a query".to_owned(),
            Self::OpenQuery => "with an open query".to_owned(),
            Self::NoSource => "without a source".to_owned(),
        }
    }

    /// True when `claim` has it.
    pub fn is_of(&self, claim: &Claim) -> bool {
        match self {
            Self::Tag(tag) => claim.record.tags.contains(tag),
            Self::Speaker(name) => claim.speaker.as_ref().is_some_and(|speaker| speaker.name == *name),
            Self::Query => !claim.record.queries.is_empty(),
            Self::OpenQuery => claim.record.queries.iter().any(Query::is_open),
            Self::NoSource => claim.record.sources.is_empty() && claim.status() != Status::Dismissed,
        }
    }
}

/// A claim's place in article order.
type Place = (usize, Reverse<usize>, ClaimId);

fn place(claim: &Claim) -> Place {
    (claim.span.start, Reverse(claim.span.end), claim.id.clone())
}

/// The claims of a session that have a trait, as of its latest edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subset {
    /// What they have in common.
    pub what: Trait,
    places: Vec<Place>,
    /// How many entries of the history are taken in.
    seen: usize,
}

impl Subset {
    /// The claims of `session` that have `what`; the one pass over all of them.
    pub fn new(what: Trait, session: &Session) -> Self {
        let places = session.claims().iter().filter(|claim| what.is_of(claim)).map(place).collect();
        Self { what, places, seen: session.history().len() }
    }

    /// True when the session has been edited since.
    pub fn is_stale(&self, session: &Session) -> bool {
        self.seen != session.history().len()
    }

    /// Looks again at the claims that were edited since.
    pub fn refresh(&mut self, session: &Session) {
        let touched: Vec<&ClaimId> =
            session.history().since(self.seen).flat_map(|entry| entry.edit.touches()).collect();
        self.places.retain(|(.., id)| !touched.contains(&id));
        let claims = touched.into_iter().filter_map(|id| session.claims().by_id(id));
        self.places.extend(claims.filter(|claim| self.what.is_of(claim)).map(place));
        self.places.sort_unstable();
        self.places.dedup();
        self.seen = session.history().len();
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// True when there are none.
    pub const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The first one behind `item`, or the first of all.
    pub fn next(&self, session: &Session, item: Option<&Item>) -> Option<&ClaimId> {
        let index = match item {
            None => 0,
            Some(Item::Claim(id)) => {
                let here = place(session.claims().by_id(id)?);
                self.places.partition_point(|place| *place <= here)
            }
            Some(Item::Sentence(span)) => self.from(*span),
        };
        self.places.get(index).map(|(.., id)| id)
    }

    /// The last one before `item`, or the last of all.
    pub fn previous(&self, session: &Session, item: Option<&Item>) -> Option<&ClaimId> {
        let end = match item {
            None => self.places.len(),
            Some(Item::Claim(id)) => {
                let here = place(session.claims().by_id(id)?);
                self.places.partition_point(|place| *place < here)
            }
            Some(Item::Sentence(span)) => self.from(*span),
        };
        self.places.get(end.checked_sub(1)?).map(|(.., id)| id)
    }

    fn from(&self, span: Span) -> usize {
        self.places.partition_point(|(start, ..)| *start < span.start)
    }
}

/// What a session's claims have, each with how many have it: what a reviewer can narrow the list to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The tags, the most frequent first.
    pub tags: Vec<(String, usize)>,
    /// The speakers, the most frequent first.
    pub speakers: Vec<(String, usize)>,
    /// Claims with a query.
    pub queries: usize,
    /// Claims with a query that waits for its answer.
    pub open_queries: usize,
    /// Claims to be checked that have no source.
    pub without_source: usize,
}

impl Census {
    /// Counts, in one pass over all claims.
    pub fn new(session: &Session) -> Self {
        let mut census = Self::default();
        let (mut tags, mut speakers) = (HashMap::new(), HashMap::new());
        for claim in session.claims().iter() {
            for tag in &claim.record.tags {
                *tags.entry(tag.as_str()).or_insert(0) += 1;
            }
            if let Some(speaker) = &claim.speaker {
                *speakers.entry(speaker.name.as_str()).or_insert(0) += 1;
            }
            census.queries += usize::from(Trait::Query.is_of(claim));
            census.open_queries += usize::from(Trait::OpenQuery.is_of(claim));
            census.without_source += usize::from(Trait::NoSource.is_of(claim));
        }
        census.tags = ranked(tags);
        census.speakers = ranked(speakers);
        census
    }
}

/// The most frequent first, those alike by name.
fn ranked(counts: HashMap<&str, usize>) -> Vec<(String, usize)> {
    let mut ranked: Vec<(String, usize)> = counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    ranked.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    ranked
}
