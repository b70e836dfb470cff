//! The claims of a session in article order: found by place, by number or by id without a pass over all of them.

mod numbering;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use foldhash::fast::RandomState;

pub(super) use numbering::GivenNumbers;

use super::tally::Tallied;
use super::{Claim, ClaimId, Number, Span, Status, Tally};

/// Claims in one shelf at most; a full shelf is cut in two. Small enough that copying one while a save reads it is nothing.
const FULL: usize = 128;

/// Claims in a shelf that is made of a list: half of what it holds, so that there is room to add some.
pub const RUN: usize = FULL / 2;

/// Where each claim is, and the number it has there.
type ClaimPlaces = HashMap<ClaimId, (Span, Number), RandomState>;

/// What claims are sorted by: the start, then the longer first; on the very same words the number, then the id.
type ArticleOrder<'a> = (usize, Reverse<usize>, Number, &'a ClaimId);

fn key(claim: &Claim) -> ArticleOrder<'_> {
    (claim.span.start, Reverse(claim.span.end), claim.number, &claim.id)
}

/// What a tally counts a claim as.
fn counted(claim: &Claim) -> Tallied {
    let fate = claim.is_pending().then_some(true).or_else(|| claim.is_new().then_some(false));
    let conflict = !claim.record.conflicts.is_empty();
    Tallied { status: claim.status(), conflict, contradicted: claim.is_contradicted(), fate }
}

/// A run of claims with what a search must know to pass it by. Never empty.
#[derive(Clone, Debug)]
struct Shelf {
    claims: Arc<Vec<Claim>>,
    /// How many they are: asked of every shelf before a claim, and so kept where no pointer must be followed.
    count: usize,
    tally: Tally,
    /// The furthest end of any claim in it, in bytes.
    reach: usize,
    /// Bytes of the longest claim that it has had since it was made: what begins further before a place ends before it.
    longest: usize,
    /// The byte at which its last claim begins, kept where no pointer must be followed.
    last: usize,
    /// The index of its first claim; kept by [`Claims::settle`].
    first: usize,
    /// The furthest end of any claim in it or before it, in bytes; kept by [`Claims::settle`].
    reached: usize,
}

impl Shelf {
    fn new(claims: Vec<Claim>) -> Self {
        let mut tally = Tally::default();
        let (mut reach, mut longest, mut last) = (0, 0, 0);
        for claim in &claims {
            tally.add(counted(claim));
            reach = reach.max(claim.span.end);
            longest = longest.max(claim.span.len());
            last = claim.span.start;
        }
        Self { count: claims.len(), claims: Arc::new(claims), tally, reach, longest, last, first: 0, reached: 0 }
    }
}

/// Claims sorted by start, the longer first, then by number and id. A copy costs one pointer per 128 claims and shares the rest.
///
/// Limits: ids are unique; positions are bytes of one article; an index is a claim's rank, and shifts when claims come and go.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    shelves: Vec<Shelf>,
    places: Arc<ClaimPlaces>,
    tally: Tally,
    len: usize,
    /// Columns that the widest number takes; never less than it did, so that a screen does not jump.
    widest: usize,
}

impl PartialEq for Claims {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl FromIterator<Claim> for Claims {
    /// Sorts the claims; of two with one id the first given stays.
    fn from_iter<I: IntoIterator<Item = Claim>>(claims: I) -> Self {
        let mut places = ClaimPlaces::default();
        let mut all: Vec<Claim> = claims.into_iter().collect();
        all.retain(|claim| match places.entry(claim.id.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert((claim.span, claim.number));
                true
            }
        });
        all.sort_by(|a, b| key(a).cmp(&key(b)));
        let mut rest = all.into_iter().peekable();
        let mut runs = Vec::new();
        while rest.peek().is_some() {
            runs.push(rest.by_ref().take(RUN).collect());
        }
        Self::shelved(runs, places)
    }
}

impl Claims {
    /// The claims of `runs`, none of which has more than [`RUN`]. Those that stand in order, each run and the runs among
    /// themselves, are shelved as they are, so that no claim is copied; of two with one id the first given stays.
    pub fn from_runs(runs: Vec<Vec<Claim>>) -> Self {
        let count = runs.iter().map(Vec::len).sum();
        let mut places = ClaimPlaces::with_capacity_and_hasher(count, RandomState::default());
        places.extend(runs.iter().flatten().map(|claim| (claim.id.clone(), (claim.span, claim.number))));
        let fit = runs.iter().all(|run| (1..=RUN).contains(&run.len()));
        let in_order = runs.iter().flatten().is_sorted_by(|one, next| key(one) < key(next));
        if !fit || !in_order || places.len() < count {
            return runs.into_iter().flatten().collect();
        }
        Self::shelved(runs, places)
    }

    /// Runs of claims in order, none empty, and where each of them is.
    fn shelved(runs: Vec<Vec<Claim>>, places: ClaimPlaces) -> Self {
        let shelves: Vec<Shelf> = runs.into_iter().map(Shelf::new).collect();
        let mut made = Self { len: places.len(), places: Arc::new(places), ..Self::default() };
        for shelf in &shelves {
            made.tally.add_all(&shelf.tally);
        }
        made.shelves = shelves;
        made.settle(0);
        made
    }

    /// How many there are, the dismissed included.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Columns that the widest of their numbers takes.
    pub const fn widest(&self) -> usize {
        self.widest
    }

    /// True when there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many are in each state.
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The claim at `index`, counted from 0 in article order.
    pub fn get(&self, index: usize) -> Option<&Claim> {
        let (shelf, within) = self.locate(index)?;
        self.shelves.get(shelf)?.claims.get(within)
    }

    /// The claim with this id.
    pub fn by_id(&self, id: &ClaimId) -> Option<&Claim> {
        let (shelf, within) = self.place(id)?;
        self.shelves.get(shelf)?.claims.get(within)
    }

    /// The index of the claim with this id.
    pub fn index_of(&self, id: &ClaimId) -> Option<usize> {
        let (shelf, within) = self.place(id)?;
        Some(self.before(shelf) + within)
    }

    /// All claims in article order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Claim> {
        self.shelves.iter().flat_map(|shelf| shelf.claims.iter())
    }

    /// All claims in article order, as they are held: copies share the runs that are the same in both.
    pub fn shelves(&self) -> impl Iterator<Item = &Arc<Vec<Claim>>> {
        self.shelves.iter().map(|shelf| &shelf.claims)
    }

    /// The claims from `index` on, in article order.
    pub fn iter_from(&self, index: usize) -> impl Iterator<Item = &Claim> {
        let (shelf, within) = self.locate(index).unwrap_or((self.shelves.len(), 0));
        self.shelves.iter().skip(shelf).flat_map(|shelf| shelf.claims.iter()).skip(within)
    }

    /// The index of the first claim that begins at byte `at` or later; `len()` when none does.
    pub fn first_from(&self, at: usize) -> usize {
        let shelf = self.shelves.partition_point(|shelf| shelf.last < at);
        let within =
            self.shelves.get(shelf).map_or(0, |shelf| shelf.claims.partition_point(|claim| claim.span.start < at));
        self.before(shelf) + within
    }

    /// The claims that share a byte with `span`, with their indexes, in article order.
    ///
    /// Costs what begins inside `span` or as far before it as the longest claim there is long, and a look at each shelf from the first
    /// that reaches into it.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = (usize, &Claim)> {
        let from = self.shelves.partition_point(|shelf| shelf.reached <= span.start);
        self.shelves
            .iter()
            .skip(from)
            .take_while(move |shelf| shelf.claims.first().is_some_and(|claim| claim.span.start < span.end))
            .filter(move |shelf| shelf.reach > span.start)
            .flat_map(move |shelf| {
                let from = shelf.claims.partition_point(|claim| claim.span.start + shelf.longest <= span.start);
                let claims = shelf.claims.iter().enumerate().skip(from);
                claims
                    .take_while(move |(_, claim)| claim.span.start < span.end)
                    .filter(move |(_, claim)| claim.span.overlaps(span))
                    .map(move |(within, claim)| (shelf.first + within, claim))
            })
    }

    /// The first claim in `status` after `index` (or from the start when `index` is `None`); whole shelves without one are passed by.
    pub fn next_in(&self, status: Status, index: Option<usize>) -> Option<usize> {
        let from = index.map_or(0, |index| index + 1);
        let mut first = 0;
        for shelf in &self.shelves {
            let end = first + shelf.count;
            if end > from && shelf.tally.of(status) > 0 {
                let skip = from.saturating_sub(first);
                let found = shelf.claims.iter().enumerate().skip(skip).find(|(_, claim)| claim.status() == status);
                if let Some((within, _)) = found {
                    return Some(first + within);
                }
            }
            first = end;
        }
        None
    }

    /// The last claim in `status` before `index`; whole shelves without one are passed by.
    pub fn previous_in(&self, status: Status, index: usize) -> Option<usize> {
        let mut end = self.len;
        for shelf in self.shelves.iter().rev() {
            let first = end - shelf.count;
            if first < index && shelf.tally.of(status) > 0 {
                let take = index.saturating_sub(first);
                let found =
                    shelf.claims.iter().take(take).enumerate().rev().find(|(_, claim)| claim.status() == status);
                if let Some((within, _)) = found {
                    return Some(first + within);
                }
            }
            end = first;
        }
        None
    }

    /// Adds a claim; false when its id is taken.
    pub(super) fn insert(&mut self, claim: Claim) -> bool {
        if self.places.contains_key(&claim.id) {
            return false;
        }
        Arc::make_mut(&mut self.places).insert(claim.id.clone(), (claim.span, claim.number));
        self.widest = self.widest.max(claim.number.to_string().len());
        self.tally.add(counted(&claim));
        self.len += 1;
        let shelf = self.shelf_for(&key(&claim)).min(self.shelves.len().saturating_sub(1));
        let Some(old) = self.shelves.get_mut(shelf) else {
            self.shelves.push(Shelf::new(vec![claim]));
            self.settle(0);
            return true;
        };
        old.tally.add(counted(&claim));
        old.reach = old.reach.max(claim.span.end);
        old.longest = old.longest.max(claim.span.len());
        old.last = old.last.max(claim.span.start);
        old.count += 1;
        let claims = Arc::make_mut(&mut old.claims);
        let within = claims.partition_point(|other| key(other) < key(&claim));
        claims.insert(within, claim);
        if claims.len() > FULL {
            let tail = claims.split_off(FULL / 2);
            let head = std::mem::take(claims);
            *old = Shelf::new(head);
            self.shelves.insert(shelf + 1, Shelf::new(tail));
        }
        self.settle(shelf);
        true
    }

    /// Takes a claim out.
    pub(super) fn remove(&mut self, id: &ClaimId) -> Option<Claim> {
        let (shelf, within) = self.place(id)?;
        let old = self.shelves.get_mut(shelf)?;
        let mut claims = std::mem::take(Arc::make_mut(&mut old.claims));
        let gone = claims.remove(within);
        if claims.is_empty() {
            self.shelves.remove(shelf);
        } else {
            *old = Shelf::new(claims);
        }
        self.settle(shelf);
        Arc::make_mut(&mut self.places).remove(id);
        self.tally.remove(counted(&gone));
        self.len -= 1;
        Some(gone)
    }

    /// Changes a claim in place, keeping the counts right. The change must leave id, span and number alone.
    pub(super) fn update<T>(&mut self, id: &ClaimId, change: impl FnOnce(&mut Claim) -> T) -> Option<T> {
        let (shelf, within) = self.place(id)?;
        let shelf = self.shelves.get_mut(shelf)?;
        let claim = Arc::make_mut(&mut shelf.claims).get_mut(within)?;
        let before = counted(claim);
        let out = change(claim);
        let after = counted(claim);
        for tally in [&mut self.tally, &mut shelf.tally] {
            tally.remove(before);
            tally.add(after);
        }
        Some(out)
    }

    /// Sets right what the shelves from `from` on know of those before them.
    fn settle(&mut self, from: usize) {
        let before = from.checked_sub(1).and_then(|before| self.shelves.get(before));
        let (mut first, mut reached) = before.map_or((0, 0), |shelf| (shelf.first + shelf.count, shelf.reached));
        for shelf in self.shelves.iter_mut().skip(from) {
            reached = reached.max(shelf.reach);
            (shelf.first, shelf.reached) = (first, reached);
            first += shelf.count;
        }
    }

    /// How many claims stand before shelf `shelf`.
    fn before(&self, shelf: usize) -> usize {
        self.shelves.get(shelf).map_or(self.len, |shelf| shelf.first)
    }

    fn locate(&self, index: usize) -> Option<(usize, usize)> {
        let shelf = self.shelves.partition_point(|shelf| shelf.first + shelf.count <= index);
        self.shelves.get(shelf).map(|held| (shelf, index - held.first))
    }

    /// The first shelf whose last claim is not before `wanted`.
    fn shelf_for(&self, wanted: &ArticleOrder<'_>) -> usize {
        let near = self.shelves.partition_point(|shelf| shelf.last < wanted.0);
        let is_before = |shelf: &&Shelf| shelf.claims.last().is_some_and(|claim| key(claim) < *wanted);
        near + self.shelves.iter().skip(near).take_while(is_before).count()
    }

    fn place(&self, id: &ClaimId) -> Option<(usize, usize)> {
        let (span, number) = self.places.get(id)?;
        let wanted = (span.start, Reverse(span.end), *number, id);
        let shelf = self.shelf_for(&wanted);
        let within = self.shelves.get(shelf)?.claims.binary_search_by(|claim| key(claim).cmp(&wanted)).ok()?;
        Some((shelf, within))
    }
}

#[cfg(test)]
mod tests;
