//! The rows of the home screen in their order, found once and kept until other sessions, other words or another order come.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::listing::{FoundPlace, ListGroup, Listing};
use crate::review::Status;
use crate::text::gate;

/// In which order sessions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The one that most answers are owed to first; of those that none is owed to, the one changed last.
    #[default]
    Owed,
    /// The one changed last first.
    Newest,
    /// The one with most claims left first.
    Left,
    /// By their titles.
    Title,
}

impl Order {
    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Left => "most left first",
            Self::Owed => "what is owed first",
            Self::Title => "by title",
        }
    }

    pub(super) const fn next(self) -> Self {
        match self {
            Self::Owed => Self::Newest,
            Self::Newest => Self::Left,
            Self::Left => Self::Title,
            Self::Title => Self::Owed,
        }
    }
}

/// What the rows follow from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arranging<'a> {
    /// The sessions, newest first.
    pub(super) listed: &'a [Listing],
    /// Words that a session must hold to be shown; empty for all.
    pub(super) query: &'a str,
    pub(super) order: Order,
    /// Who looks at them.
    pub(super) reader: &'a str,
    /// Where the words are in the sessions, the best place first.
    pub(super) places: &'a [FoundPlace],
}

/// The least that titles are made room for, in columns: what stands over them says in which order they stand.
const SHORTEST: usize = 32;

/// The widest a title is made room for, in columns, before what stands in further columns is worth more.
const LONGEST: u16 = 70;

/// Columns of the screen that are told behind a title of who is to check what.
const SHARES: usize = 36;

/// Columns of the screen that are told behind it of copies beside it.
const COPIES: usize = 26;

/// Of what any of the sessions has something to tell: columns that would stay empty are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FilledColumns {
    /// How many are behind their first draft.
    pub drafts: usize,
    /// How many are owed answers.
    pub owed: usize,
    /// How many were marked by somebody.
    pub readers: usize,
    /// How many came from a file.
    pub files: usize,
    /// How many places hold the words asked for: they stand where other columns would.
    pub places: usize,
    /// Columns of the screen that the widest of the titles takes with what is told behind it, as far as they are worth having.
    pub titles: u16,
}

/// Sessions in their order; each by its place among those listed.
#[derive(Debug, Default)]
pub struct Arranged {
    pub(super) shown: Vec<usize>,
    /// Before which of those shown a group's head stands, and how many are in it.
    pub(super) heads: Vec<(usize, ListGroup, usize)>,
    /// Those whose title another session has too.
    pub(super) twice: HashSet<usize, RandomState>,
    /// Which of the places found is the best one of a session.
    pub(super) places: HashMap<PathBuf, usize, RandomState>,
    pub(super) filled: FilledColumns,
}

impl Arranged {
    fn new(of: Arranging<'_>) -> Self {
        let shown = shown(of);
        let group = |at: &usize| of.listed.get(*at).map(|listing| listing.group(of.reader));
        let mut heads: Vec<(usize, ListGroup, usize)> = Vec::new();
        for (place, group) in shown.iter().map(group).enumerate() {
            match (heads.last_mut(), group) {
                (Some((_, last, count)), Some(group)) if *last == group => *count += 1,
                (_, Some(group)) => heads.push((place, group, 1)),
                (_, None) => {}
            }
        }
        if heads.len() < 2 || !of.query.trim().is_empty() {
            heads.clear();
        }
        let mut titles: HashMap<&str, usize, RandomState> = HashMap::default();
        for listing in of.listed {
            *titles.entry(&listing.title).or_default() += 1;
        }
        let is_twice = |listing: &Listing| titles.get(listing.title.as_str()).is_some_and(|count| *count > 1);
        let wide = |listing: &Listing| {
            let name = if is_twice(listing) { 3 + gate::width(&listing.name) } else { 0 };
            let shares = if listing.assigned.is_empty() { 0 } else { SHARES };
            let copies = if listing.copies.is_empty() { 0 } else { COPIES };
            gate::width(&listing.title) + name + shares + copies
        };
        let widest = shown.iter().filter_map(|at| of.listed.get(*at)).map(wide).max().unwrap_or(0).max(SHORTEST);
        let twice = of.listed.iter().enumerate().filter(|(_, listing)| is_twice(listing)).map(|(at, _)| at);
        let places = of.places.iter().enumerate().rev().map(|(at, place)| (place.path.clone(), at));
        let count = |has: fn(&Listing) -> bool| of.listed.iter().filter(|listing| has(listing)).count();
        let filled = FilledColumns {
            drafts: count(|listing| listing.draft > 1),
            owed: count(|listing| listing.owed > 0),
            readers: count(|listing| !listing.reviewers.is_empty()),
            files: count(|listing| !listing.source.is_empty()),
            places: of.places.len(),
            titles: u16::try_from(widest).unwrap_or(LONGEST).min(LONGEST),
        };
        Self { shown, heads, twice: twice.collect(), places: places.collect(), filled }
    }

    /// How many rows there are, heads included.
    pub(super) fn len(&self) -> usize {
        self.shown.len() + self.heads.len()
    }

    /// The row at which the session stands that is at `place` among those shown.
    pub(super) fn row_of(&self, place: usize) -> usize {
        place + self.heads.iter().filter(|(first, ..)| *first <= place).count()
    }
}

/// Group by group; where words are asked for instead those whose name, title or file holds every one of them, whatever the case,
/// then those that hold them elsewhere, the one that fits best first.
fn shown(of: Arranging<'_>) -> Vec<usize> {
    let words: Vec<String> = of.query.split_whitespace().map(str::to_lowercase).collect();
    let holds = |listing: &Listing| {
        words.is_empty() || {
            let text = format!("{} {} {}", listing.name, listing.title, listing.source).to_lowercase();
            words.iter().all(|word| text.contains(word))
        }
    };
    let all = of.listed.iter().enumerate();
    let mut shown: Vec<(usize, &Listing)> = all.clone().filter(|(_, listing)| holds(listing)).collect();
    if !of.places.is_empty() {
        let named: HashSet<usize> = shown.iter().map(|(at, _)| *at).collect();
        let others: HashMap<&PathBuf, (usize, &Listing)> =
            all.filter(|(at, _)| !named.contains(at)).map(|(at, listing)| (&listing.path, (at, listing))).collect();
        let mut met = HashSet::new();
        let places = of.places.iter().filter(|place| met.insert(&place.path));
        shown.extend(places.filter_map(|place| others.get(&place.path).copied()));
    }
    // What is alike in one order stays as it was listed: the newest first.
    match of.order {
        // The best place first.
        Order::Owed if !words.is_empty() => {}
        Order::Newest => {}
        Order::Left => shown.sort_by_key(|(_, listing)| Reverse(listing.tally.of(Status::Unchecked))),
        Order::Owed => shown.sort_by_key(|(_, listing)| Reverse(listing.owed)),
        Order::Title => shown.sort_by_cached_key(|(_, listing)| listing.title.to_lowercase()),
    }
    if words.is_empty() {
        shown.sort_by_cached_key(|(_, listing)| listing.group(of.reader));
    }
    shown.into_iter().map(|(at, _)| at).collect()
}

/// What was arranged last.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct KeptRows(Box<RefCell<KeptArrangement>>);

#[derive(Clone, Debug, Default)]
struct KeptArrangement {
    /// Where the sessions lie and how many, the same of the places found, the words and the order.
    of: Option<(usize, usize, usize, usize, String, Order)>,
    arranged: Rc<Arranged>,
    /// How many times they were arranged.
    made: usize,
}

impl PartialEq for KeptRows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl KeptRows {
    /// The rows that follow from `of`. Whoever changes a session in its place forgets them first; other lists have other places.
    pub(super) fn of(&self, of: Arranging<'_>) -> Rc<Arranged> {
        let (listed, places) = (of.listed.as_ptr().addr(), of.places.as_ptr().addr());
        let key = (listed, of.listed.len(), places, of.places.len());
        let mut kept = self.0.borrow_mut();
        let same = kept.of.as_ref().is_some_and(|(listed, many, places, found, query, order)| {
            (*listed, *many, *places, *found) == key && query == of.query && *order == of.order
        });
        if !same {
            kept.of = Some((key.0, key.1, key.2, key.3, of.query.to_owned(), of.order));
            kept.arranged = Rc::new(Arranged::new(of));
            kept.made += 1;
        }
        Rc::clone(&kept.arranged)
    }

    /// Has them arranged anew.
    pub(super) fn forget(&mut self) {
        self.0.get_mut().of = None;
    }

    /// How many times sessions were arranged so far: what a test counts instead of time.
    pub fn made(&self) -> usize {
        self.0.borrow().made
    }
}
