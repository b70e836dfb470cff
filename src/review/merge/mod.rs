//! Merging two copies of a session by their common history: the union of their entries, folded in one order.
//!
//! A session is what its entries make of the article it began with, so two copies need no third: what both have is their base. The
//! fold looks at each claim by itself and at every entry that touches it, in the order that all copies have them in, and what
//! comes of it follows from the set of entries alone. Merging is therefore commutative, associative and idempotent on entries.
//! An entry that does not fit what the entries before it led to was made without knowledge of them: what it says is kept
//! beside the value that stands, as a conflict on the claim, or as a second reading where two readers marked it.

mod blocks;
mod clash;
mod compare;
mod dismissals;
mod drafts;
mod fold;
mod items;
mod notes;
mod readings;
mod twins;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::history::{self, BLIND};
use super::{Article, Claim, ClaimId, Claims, Entry, EntryId, Evidence, History, Session, SignOff};
pub use clash::Clash;
use fold::HistoryLine;

/// A merged session, and what happened in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The session with both sides' work.
    pub session: Session,
    /// What a reviewer should know, a sentence each.
    pub notices: Vec<String>,
}

/// Why two sessions are no copies of one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMerged {
    /// Each has brought in a draft of its own under one number: neither stands on a later draft of the other.
    #[error(
        "both copies have a draft {draft} of their own, and neither is the later one: {ours} and {theirs}; export the one copy's claims \
         (factdesk export COPY --to annotations) and import them into the other (factdesk import)"
    )]
    TwoDrafts {
        /// The number, from 1.
        draft: u32,
        /// Where ours came from, and when.
        ours: String,
        /// Where theirs came from, and when.
        theirs: String,
    },
    /// They are over different texts.
    #[error("the two copies are of different articles: \u{201c}{ours}\u{201d} and \u{201c}{theirs}\u{201d}")]
    OtherArticle {
        /// Our article's title.
        ours: String,
        /// Their article's title.
        theirs: String,
    },
}

/// Merges `ours` and `theirs`. Place and name of the session stay ours; all else follows from what both hold.
///
/// # Errors
/// When they are not copies of one session.
pub fn merge(ours: &Session, theirs: &Session) -> Result<Merged, NotMerged> {
    merge_over(None, ours, theirs)
}

/// Merges as [`merge()`] does, where somebody knows a `base` that both copies came of, as git does. It decides where no history
/// tells why the copies differ: of a field that one of them has as the base had it, the other's value is the newer.
///
/// # Errors
/// When they are not copies of one session.
pub fn merge_over(base: Option<&Session>, ours: &Session, theirs: &Session) -> Result<Merged, NotMerged> {
    if ours.article.text() != theirs.article.text() {
        if let Some(brought) = drafts::brought(theirs, ours) {
            return merge_over(base, ours, &brought);
        }
        if let Some(brought) = drafts::brought(ours, theirs) {
            return merge_over(base, &brought, theirs);
        }
        if let Some((ours, theirs)) = drafts::parted(ours, theirs) {
            let told = |one: &Article| format!("{} ({})", one.provenance.source, one.provenance.imported_at.day());
            return Err(NotMerged::TwoDrafts { draft: ours.draft, ours: told(ours), theirs: told(theirs) });
        }
        let (ours, theirs) = (ours.article.title.clone(), theirs.article.title.clone());
        return Err(NotMerged::OtherArticle { ours, theirs });
    }
    if cfg!(sabotage = "take-theirs") {
        return Ok(Merged { session: theirs.clone(), notices: Vec::new() });
    }
    let union = Union::of(ours, theirs);
    let mut notices = union.came_in();
    let claims = union.claims(base, ours, theirs, &mut notices);
    let mut article = compare::articles(&ours.article, &theirs.article);
    blocks::led([&union.entries, &union.came], [&ours.article, &theirs.article], &mut article, &mut notices);
    let mut session = Session::resumed(ours.id.clone(), article, Claims::default(), History::of(union.entries));
    session.place = ours.place.clone();
    session.extra = compare::extras(&ours.extra, &theirs.extra);
    if !(ours.is_blind() && theirs.is_blind()) {
        session.extra = session.extra.without(BLIND);
    }
    session.drafts = drafts::held(ours, theirs);
    session.evidence = Arc::new(evidence(&ours.evidence, &theirs.evidence, &mut notices));
    session.signed = Arc::new(signed(&ours.signed, &theirs.signed));
    session.put(claims);
    Ok(Merged { session, notices })
}

/// The entries of both copies.
struct Union {
    /// All of them, in their order.
    entries: Vec<Arc<Entry>>,
    /// Those that only one copy had.
    single: HashSet<EntryId, RandomState>,
    /// Those that only theirs had.
    came: Vec<Arc<Entry>>,
    /// How many say something else in the two copies.
    twins: usize,
}

impl Union {
    fn of(ours: &Session, theirs: &Session) -> Self {
        let here: HashMap<&EntryId, &Arc<Entry>, RandomState> =
            ours.history.shared().map(|entry| (&entry.id, entry)).collect();
        let there: HashSet<&EntryId, RandomState> = theirs.history.iter().map(|entry| &entry.id).collect();
        let mut single: HashSet<EntryId, RandomState> =
            here.keys().copied().filter(|id| !there.contains(*id)).cloned().collect();
        let (mut came, mut kept, mut twins) = (Vec::new(), Vec::new(), 0);
        for entry in theirs.history.shared() {
            match here.get(&entry.id) {
                None => came.push(Arc::clone(entry)),
                Some(own) if twins::are_alike(own, entry) => {}
                Some(own) => {
                    // The one of ours is put in its own place again, under whichever id it has now.
                    let [first, rest] = twins::parted(own, entry);
                    twins += usize::from(!here.contains_key(&rest.id));
                    single.extend([first.id.clone(), rest.id.clone()]);
                    came.extend((!here.contains_key(&rest.id)).then_some(rest));
                    kept.push(first);
                }
            }
        }
        single.extend(came.iter().map(|entry| entry.id.clone()));
        // Of several with one id the first stands.
        let mut both: Vec<Arc<Entry>> =
            kept.into_iter().chain(ours.history.shared().cloned()).chain(came.clone()).collect();
        if cfg!(sabotage = "drop-base") {
            both.retain(|entry| single.contains(&entry.id));
        }
        Self { entries: history::order(both).0, single, came, twins }
    }

    /// Whose entries came in, in words.
    fn came_in(&self) -> Vec<String> {
        let mut people: Vec<(&str, usize)> = Vec::new();
        for entry in &self.came {
            match people.iter_mut().find(|(by, _)| *by == &*entry.by) {
                Some((_, count)) => *count += 1,
                None => people.push((&entry.by, 1)),
            }
        }
        let told = people.into_iter().map(|(by, count)| {
            let by = if by.is_empty() { "somebody without a name" } else { by };
            if count == 1 { format!("1 change by {by} came in") } else { format!("{count} changes by {by} came in") }
        });
        let lies = match self.twins {
            0 => None,
            1 => Some("an entry of the history says something else in the two copies: both are kept".to_owned()),
            many => Some(format!("{many} entries of the history say something else in the two copies: both are kept")),
        };
        told.chain(lies).collect()
    }

    /// Every claim as both copies' entries make it.
    fn claims(
        &self,
        base: Option<&Session>,
        ours: &Session,
        theirs: &Session,
        notices: &mut Vec<String>,
    ) -> Vec<Claim> {
        let article = &ours.article;
        // Claims that an entry of only one copy touches are made anew; the others are as they are.
        let anew: HashSet<&ClaimId, RandomState> = self
            .entries
            .iter()
            .filter(|entry| self.single.contains(&entry.id))
            .flat_map(|entry| entry.edit.touches())
            .collect();
        let mut lines: HashMap<&ClaimId, Vec<&Entry>, RandomState> = HashMap::default();
        for entry in &self.entries {
            let mut told: Option<&ClaimId> = None;
            for id in entry.edit.touches().filter(|id| anew.contains(id)) {
                if told != Some(id) {
                    lines.entry(id).or_default().push(entry);
                }
                told = Some(id);
            }
        }
        let mut merged: Vec<Claim> = Vec::with_capacity(ours.claims.len());
        let mut untold = 0;
        for claim in ours.claims.iter().chain(ours.apart()).filter(|claim| !anew.contains(&claim.id)) {
            match sides(ours, theirs, &claim.id) {
                [Some(one), Some(other)] if one != other => {
                    untold += usize::from(compare::untold(one, other, &[]));
                    let base = base.and_then(|base| base.claims.by_id(&claim.id));
                    merged.push(compare::claims_since(base, article, one, other));
                }
                [one, other] => merged.extend(one.or(other).cloned()),
            }
        }
        let only_there = |claim: &&Claim| !anew.contains(&claim.id) && ours.any_claim(&claim.id).is_none();
        merged.extend(theirs.claims.iter().chain(theirs.apart()).filter(only_there).cloned());
        for (id, entries) in lines {
            let sides = sides(ours, theirs, id);
            if let [Some(ours), Some(theirs)] = sides {
                untold += usize::from(compare::untold(ours, theirs, &entries));
            }
            let line = HistoryLine::fold(article, sides, &entries, id);
            notices.extend(line.kept.map(|why| format!("claim {id} is kept: {why}")));
            merged.extend(line.claim);
        }
        match untold {
            0 => {}
            1 => notices.push("1 claim differs though no history tells why: its fields were compared".to_owned()),
            many => {
                notices.push(format!("{many} claims differ though no history tells why: their fields were compared"));
            }
        }
        merged
    }
}

/// A claim as both copies hold it; a blind one says nothing of what the other shows.
fn sides<'s>(ours: &'s Session, theirs: &'s Session, id: &ClaimId) -> [Option<&'s Claim>; 2] {
    match [ours.any_claim(id), theirs.any_claim(id)] {
        [Some(claim), Some(_)] if theirs.is_blind() && !ours.is_blind() => [Some(claim), None],
        [Some(_), Some(claim)] if ours.is_blind() && !theirs.is_blind() => [None, Some(claim)],
        both => both,
    }
}

/// The sign-offs of both, in the order of time.
fn signed(ours: &[SignOff], theirs: &[SignOff]) -> Vec<SignOff> {
    let mut all: Vec<SignOff> = ours.iter().chain(theirs).cloned().collect();
    all.sort_by(|a, b| (&a.at, &a.by, &a.sha256, &a.note).cmp(&(&b.at, &b.by, &b.sha256, &b.note)));
    all.dedup_by(|a, b| (&a.at, &a.by, &a.sha256) == (&b.at, &b.by, &b.sha256));
    all
}

/// The evidence of both, by its checksum. An id follows from the file's bytes, so two files have one id only where another program
/// gave it: both are kept, and that is said, for a source by that id may mean either.
fn evidence(ours: &[Evidence], theirs: &[Evidence], notices: &mut Vec<String>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = ours.iter().chain(theirs).cloned().collect();
    all.sort_by(|a, b| (&a.added_at, &a.id, &a.sha256).cmp(&(&b.added_at, &b.id, &b.sha256)));
    let mut kept: Vec<Evidence> = Vec::with_capacity(all.len());
    for mut one in all {
        if kept.iter().any(|held| held.id == one.id && held.sha256 == one.sha256) {
            continue;
        }
        let name = one.id.clone();
        let namesake = kept.iter().find(|held| held.id == name).map(|held| held.path.clone());
        if let Some(namesake) = namesake {
            one.id = Evidence::id_of(&one.sha256);
            if kept.iter().any(|held| held.id == one.id) {
                continue;
            }
            let path = &one.path;
            notices.push(format!("{namesake} and {path} are both evidence {name}: look at the sources that name it"));
        }
        kept.push(one);
    }
    kept
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
