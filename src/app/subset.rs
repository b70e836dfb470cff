//! Claims that share some traits: found once, kept in article order, and kept right by the edits that touch them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::item::Item;
use crate::advice::Advice;
use crate::review::{Change, Claim, ClaimId, Number, Policy, Session, Span, Stamp, Status};

/// A trait that the table of filters names: what a claim has, or lacks.
#[derive(Clone, Copy, Debug)]
pub struct TraitKind {
    /// Its name on the screen. No two have the same.
    pub words: &'static str,
    /// True for a claim of the session that has it.
    pub holds: fn(&Claim, &Session) -> bool,
    /// True for one of those of which a claim has one at most: where several are asked for, any of them will do.
    pub adds_up: bool,
}

impl PartialEq for TraitKind {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl Eq for TraitKind {}

/// What claims are asked to have, or to lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trait {
    /// This state.
    Is(Status),
    /// One of the table of filters.
    Has(TraitKind),
    /// This tag.
    Tag(String),
    /// This speaker.
    Speaker(SaidBy),
    /// Something that this policy misses.
    Breaks(Arc<Policy>),
    /// Words that one of these, if it is not put away, is about.
    Contradicts(Arc<[Advice]>),
    /// A verdict by this reader.
    MarkedBy(String),
    /// This assignee; none when empty.
    AssignedTo(String),
    /// A beginning in this block, counted from 1, of these bytes of the article.
    Within(usize, Span),
    /// A change since.
    Changed(Changes),
}

/// Whoever says something, by all the names that the article has for them.
#[derive(Clone, Debug)]
pub struct SaidBy {
    /// The fullest of their names.
    name: String,
    /// The names that are theirs alone.
    names: Arc<HashSet<String>>,
    /// The claims that they assert under a name which others share, each with that name.
    claims: Arc<HashMap<ClaimId, String>>,
}

impl PartialEq for SaidBy {
    fn eq(&self, other: &Self) -> bool {
        self.names == other.names && self.claims == other.claims
    }
}

impl Eq for SaidBy {}

impl SaidBy {
    /// The one who is called `name`, and alone each of `names`; of a name that others share too, these claims are theirs.
    pub fn new(name: String, names: HashSet<String>, claims: HashMap<ClaimId, String>) -> Self {
        Self { name, names: Arc::new(names), claims: Arc::new(claims) }
    }

    /// True for a claim that is theirs.
    pub fn says(&self, claim: &Claim) -> bool {
        let Some(name) = claim.speaker.as_ref().map(|speaker| &speaker.name) else { return false };
        self.names.contains(name) || self.claims.get(&claim.id) == Some(name)
    }

    /// The fullest of their names.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The claims that were changed since a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// How the moment is called: `today`.
    words: String,
    claims: Arc<HashSet<ClaimId>>,
}

impl Changes {
    /// What of `session` was changed at `since` or later, by whomever.
    pub fn since(words: &str, since: &Stamp, session: &Session) -> Self {
        let entries = session.history().iter().rev().take_while(|entry| entry.at >= *since);
        let claims = entries.flat_map(|entry| entry.edit.touches()).cloned().collect();
        Self { words: words.to_owned(), claims: Arc::new(claims) }
    }

    /// How the moment is called.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// How many claims were changed since.
    pub fn count(&self) -> usize {
        self.claims.len()
    }
}

impl Trait {
    /// Its name on the screen.
    pub fn name(&self) -> String {
        match self {
            Self::Is(status) => status.word().to_owned(),
            Self::Has(kind) => kind.words.to_owned(),
            Self::Tag(tag) => format!("tag {tag}"),
            Self::Speaker(person) => format!("speaker {}", person.name),
            Self::Breaks(_) => "against the policy".to_owned(),
            Self::Contradicts(_) => "contradicts".to_owned(),
            Self::MarkedBy(name) => format!("marked by {name}"),
            Self::AssignedTo(name) if name.is_empty() => "unassigned".to_owned(),
            Self::AssignedTo(name) => format!("assigned to {name}"),
            Self::Within(block, _) => format!("in paragraph {block}"),
            Self::Changed(changes) => format!("changed {}", changes.words),
        }
    }

    /// True when `claim` of `session` has it.
    pub fn is_of(&self, claim: &Claim, session: &Session) -> bool {
        match self {
            Self::Is(status) => claim.status() == *status,
            Self::Has(kind) => (kind.holds)(claim, session),
            Self::Tag(tag) => claim.record.tags.contains(tag),
            Self::Speaker(person) => person.says(claim),
            Self::Breaks(policy) => policy.is_missed_by(claim, session),
            Self::Contradicts(all) => {
                all.iter().any(|advice| advice.touches(claim) && !advice.is_waived(session.waived()))
            }
            Self::MarkedBy(name) => claim.readers().any(|by| by == name),
            Self::AssignedTo(name) => claim.record.assignee == *name && (!name.is_empty() || !claim.dismissed),
            Self::Within(_, span) => (span.start..span.end).contains(&claim.span.start),
            Self::Changed(changes) => changes.claims.contains(&claim.id),
        }
    }

    /// True for one of those of which any will do where several are asked for: what became of a claim in a draft.
    pub const fn adds_up(&self) -> bool {
        matches!(self, Self::Has(kind) if kind.adds_up)
    }

    /// True when it takes the place of `other` where both were asked for: no claim has two states.
    pub fn replaces(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Is(_), Self::Is(_))
                | (Self::Speaker(_), Self::Speaker(_))
                | (Self::AssignedTo(_), Self::AssignedTo(_))
                | (Self::Within(..), Self::Within(..))
                | (Self::Changed(_), Self::Changed(_))
        )
    }

    /// Takes in that these claims were changed just now.
    fn changed(&mut self, claims: &[&ClaimId]) {
        if let Self::Changed(changes) = self {
            Arc::make_mut(&mut changes.claims).extend(claims.iter().map(|id| (*id).clone()));
        }
    }
}

/// A claim's place in article order.
type ArticlePlace = (usize, Reverse<usize>, Number, ClaimId);

fn place(claim: &Claim) -> ArticlePlace {
    (claim.span.start, Reverse(claim.span.end), claim.number, claim.id.clone())
}

/// True when `claim` of `session` has all of `what`, and of those that add up any.
pub fn has_all(what: &[Trait], claim: &Claim, session: &Session) -> bool {
    let any = || what.iter().any(|one| one.adds_up() && one.is_of(claim, session));
    what.iter().all(|one| one.is_of(claim, session) || one.adds_up() && any())
}

/// The claims of a session that have some traits, as of its latest edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subset {
    /// What they have in common.
    pub what: Vec<Trait>,
    places: Vec<ArticlePlace>,
    /// How many entries of the history are taken in.
    seen: usize,
}

impl Subset {
    /// The claims of `session` that have all of `what`; the one pass over all of them.
    pub fn new(what: Vec<Trait>, session: &Session) -> Self {
        let places = session.claims().iter().filter(|claim| has_all(&what, claim, session));
        let places = places.map(place).collect();
        Self { what, places, seen: session.history().len() }
    }

    /// True when the session has been edited since.
    pub fn is_stale(&self, session: &Session) -> bool {
        self.seen != session.history().len()
    }

    /// Looks again at the claims that were edited since.
    pub fn refresh(&mut self, session: &Session) {
        // In another draft every claim has another place; what is put away may have been about any of them.
        let anew = |change: &Change| matches!(change, Change::Draft(_) | Change::Waive(..));
        if session.history().since(self.seen).any(|entry| anew(&entry.edit.change)) {
            *self = Self::new(std::mem::take(&mut self.what), session);
            return;
        }
        let touched: Vec<&ClaimId> =
            session.history().since(self.seen).flat_map(|entry| entry.edit.touches()).collect();
        for what in &mut self.what {
            what.changed(&touched);
        }
        self.places.retain(|(.., id)| !touched.contains(&id));
        let claims = touched.into_iter().filter_map(|id| session.claims().by_id(id));
        self.places.extend(claims.filter(|claim| has_all(&self.what, claim, session)).map(place));
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

    /// How many there are behind `item`.
    pub fn behind(&self, session: &Session, item: &Item) -> usize {
        let from = match item {
            Item::Claim(id) => session.claims().by_id(id).map(place),
            Item::Sentence(span) => return self.places.len() - self.from(*span),
        };
        from.map_or(0, |here| self.places.len() - self.places.partition_point(|place| *place <= here))
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
