//! Readers side by side: what each came to on every claim, in one session or in several copies and sessions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::agreement::{self, Alike, Ratings};
use super::field::{DISMISSED, Mark, Reading, Verdict};
use super::{Change, Claim, ClaimId, Session};

/// A claim with what each reader came to.
#[derive(Clone, Debug)]
pub struct ComparedUnit<'s> {
    /// The session that it stands in; of several copies the first.
    pub session: &'s Session,
    /// The claim there.
    pub claim: &'s Claim,
    /// The verdicts, in the order of the readers; `None` where one has not read it.
    pub verdicts: Vec<Option<Verdict>>,
}

impl ComparedUnit<'_> {
    /// True when two readers came to different verdicts.
    pub fn differs(&self) -> bool {
        let mut given = self.verdicts.iter().flatten();
        given.next().is_some_and(|first| given.any(|other| other != first))
    }
}

/// How far two readers agree on what both have read.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoReaders<'s> {
    /// Their names.
    pub names: [&'s str; 2],
    /// On how many claims they are at one.
    pub alike: Alike,
    /// Cohen's kappa.
    pub kappa: Option<f64>,
}

/// Readers side by side.
#[derive(Clone, Debug)]
pub struct SideBySide<'s> {
    /// Their names, each once. One who came to different verdicts on one claim in two copies is two people of one name, or one at
    /// two times: named with the copy.
    pub readers: Vec<String>,
    /// Every claim, in the order of the sessions and of their articles.
    pub units: Vec<ComparedUnit<'s>>,
}

impl<'s> SideBySide<'s> {
    /// The readers of these sessions, each with the name of its file. Sessions over one text are copies: a claim is one claim in all.
    pub fn of(sessions: &[(&str, &'s Session)]) -> Self {
        let parted = parted(sessions);
        let mut readers: Vec<String> = Vec::new();
        let mut units: Vec<ComparedUnit<'s>> = Vec::new();
        let mut places: HashMap<(&str, &ClaimId), usize, RandomState> = HashMap::default();
        for (file, session) in sessions {
            let flags = flags(session);
            for claim in session.claims().iter() {
                let place = *places.entry((session.article.text(), &claim.id)).or_insert_with(|| {
                    units.push(ComparedUnit { session, claim, verdicts: Vec::new() });
                    units.len() - 1
                });
                for reading in came_to(claim, &flags) {
                    let name = if parted.contains(&*reading.by) {
                        format!("{} ({file})", reading.by)
                    } else {
                        reading.by.to_string()
                    };
                    let at = readers.iter().position(|known| *known == name).unwrap_or_else(|| {
                        readers.push(name);
                        readers.len() - 1
                    });
                    let Some(unit) = units.get_mut(place) else { continue };
                    if unit.verdicts.len() <= at {
                        unit.verdicts.resize(at + 1, None);
                    }
                    if let Some(slot) = unit.verdicts.get_mut(at) {
                        *slot = Some(reading.verdict);
                    }
                }
            }
        }
        for unit in &mut units {
            unit.verdicts.resize(readers.len(), None);
        }
        Self { readers, units }
    }

    /// The verdicts as numbers.
    pub fn ratings(&self) -> Ratings {
        let mut numbers: HashMap<&Verdict, u32, RandomState> = HashMap::default();
        let mut ratings = Ratings::with_capacity(self.units.len());
        for unit in &self.units {
            let mut row = Vec::with_capacity(unit.verdicts.len());
            for given in &unit.verdicts {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                row.push(given.as_ref().map(|verdict| *numbers.entry(verdict).or_insert(next)));
            }
            ratings.push(row);
        }
        ratings
    }

    /// How many claims each of the readers has read, in their order.
    pub fn read(&self) -> Vec<usize> {
        let read = |at: usize| self.units.iter().filter(move |unit| unit.verdicts.get(at).is_some_and(Option::is_some));
        (0..self.readers.len()).map(|at| read(at).count()).collect()
    }

    /// On how many claims all who have read them are at one.
    pub fn alike(&self) -> Alike {
        Alike::of(self.ratings().iter().map(Vec::as_slice))
    }

    /// Krippendorff's alpha of all readers.
    pub fn alpha(&self) -> Option<f64> {
        agreement::alpha(&self.ratings())
    }

    /// Every two of the readers, in their order.
    pub fn pairs(&self) -> Vec<TwoReaders<'_>> {
        let ratings = self.ratings();
        let places =
            (0..self.readers.len()).flat_map(|one| (one + 1..self.readers.len()).map(move |other| (one, other)));
        let pair = |(one, other): (usize, usize)| {
            let both: Vec<[Option<u32>; 2]> =
                ratings.iter().map(|unit| [one, other].map(|at| unit.get(at).copied().flatten())).collect();
            let alike = Alike::of(both.iter().map(<[_; 2]>::as_slice));
            let names = [self.readers.get(one)?.as_str(), self.readers.get(other)?.as_str()];
            Some(TwoReaders { names, alike, kappa: agreement::kappa(&ratings, one, other) })
        };
        places.filter_map(pair).collect()
    }

    /// How far they agree on each kind of claim: where it comes from, each tag, each reason why it was proposed. The kind in one word
    /// (`origin`, `tag`, `reason`) and its name; kinds of which no claim was read by two are left out.
    pub fn kinds(&self) -> Vec<(&'static str, String, Alike)> {
        let mut kinds: BTreeMap<(&'static str, String), Vec<usize>> = BTreeMap::new();
        for (at, unit) in self.units.iter().enumerate() {
            let reasons = unit.claim.proposal.iter().flat_map(|proposal| &proposal.reasons);
            let reasons = reasons.map(|reason| ("reason", reason.code.to_string()));
            let tags = unit.claim.record.tags.iter().map(|tag| ("tag", tag.clone()));
            let origin = ("origin", unit.claim.origin.as_str().to_owned());
            for kind in std::iter::once(origin).chain(tags).chain(reasons).collect::<HashSet<_>>() {
                kinds.entry(kind).or_default().push(at);
            }
        }
        let ratings = self.ratings();
        let alike = |units: Vec<usize>| Alike::of(units.iter().filter_map(|at| ratings.get(*at)).map(Vec::as_slice));
        let told = kinds.into_iter().map(|((kind, name), units)| (kind, name, alike(units)));
        told.filter(|(.., alike)| alike.compared > 0).collect()
    }
}

/// Who dismissed each claim of which the session holds no more than that it is dismissed. The history tells; where it does not, nobody
/// is known to have read the claim.
fn flags(session: &Session) -> HashMap<&ClaimId, Mark, RandomState> {
    let mut flags: HashMap<&ClaimId, Mark, RandomState> = HashMap::default();
    for entry in session.history().iter() {
        let (Some(id), Change::Field(field, swap)) = (&entry.edit.claim, &entry.edit.change) else { continue };
        if *field != &DISMISSED {
            continue;
        }
        if swap.after == true {
            let (by, at) = (Arc::clone(&entry.by), entry.at.clone());
            flags.insert(id, Mark { verdict: Verdict::Dismissed, by, at });
        } else {
            flags.remove(id);
        }
    }
    flags
}

/// What each reader came to on `claim`: a dismissal is a verdict of its own here, and goes before the one that it lies over.
fn came_to(claim: &Claim, flags: &HashMap<&ClaimId, Mark, RandomState>) -> Vec<Mark> {
    let mut given: Vec<Mark> = claim.readings().iter().map(Reading::mark).collect();
    if claim.dismissed
        && !claim.has_dismissal()
        && let Some(flag) = flags.get(&claim.id)
    {
        given.retain(|mark| mark.by != flag.by);
        given.push(flag.clone());
    }
    given
}

/// Readers who came to two different verdicts on one claim, in two copies of it.
fn parted<'s>(sessions: &[(&str, &'s Session)]) -> HashSet<String> {
    let mut given: HashMap<(&'s str, &'s ClaimId, String), Verdict, RandomState> = HashMap::default();
    let mut parted = HashSet::new();
    for (_, session) in sessions {
        let flags = flags(session);
        for claim in session.claims().iter() {
            for reading in came_to(claim, &flags) {
                let key = (session.article.text(), &claim.id, reading.by.to_string());
                let held = given.entry(key).or_insert_with(|| reading.verdict.clone());
                if *held != reading.verdict {
                    parted.insert(reading.by.to_string());
                }
            }
        }
    }
    parted
}
