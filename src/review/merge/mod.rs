//! Merging two copies of a session by their common history: the union of their entries, folded in one order.
//!
//! A session is what its entries make of the article it began with, so two copies need no third: what both have is their base. The
//! fold looks at each claim by itself and at every entry that touches it, in the order that all copies have them in, and what
//! comes of it follows from the set of entries alone. Merging is therefore commutative, associative and idempotent on entries.
//! An entry that does not fit what the entries before it led to was made without knowledge of them: what it says is kept
//! beside the value that stands, as a conflict on the claim, or as a second reading where two readers marked it.

mod aside;
mod beginning;
mod blocks;
mod branches;
mod clash;
mod compare;
mod crossed_line;
mod crossing;
mod dismissals;
mod drafts;
mod fates;
mod fold;
mod forks;
mod gave_way;
mod idle;
mod items;
mod joined;
mod joined_part;
mod joins;
mod kept;
mod led;
mod moved;
mod notes;
mod numbers;
mod pieces;
mod put_on;
mod readings;
mod relabel;
mod seen;
mod taken_back;
mod turned;
mod twins;
mod unaware;
mod union;
mod views;
mod vouched;
mod withdrawn;

use std::sync::Arc;

use super::{Claims, Evidence, History, Session, SignOff};
use branches::Branches;
pub use clash::Clash;
use union::Union;

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
    /// Each has brought in drafts of its own, and one of them can't be rebuilt.
    #[error(
        "each copy has brought in drafts of its own, and draft {0} can't be rebuilt from its file, so what was done on it can't be placed; \
         export the one copy's claims (factdesk export COPY --to annotations) and import them into the other (factdesk import)"
    )]
    LostDraft(u32),
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
    let labels = branches::agreed(ours, theirs);
    let named = labels.as_ref().map(|[here, there]| (here.session(ours), there.session(theirs)));
    let (ours, theirs) = named.as_ref().map_or((ours, theirs), |(ours, theirs)| (ours, theirs));
    let union = Union::of(ours, theirs);
    let is_held = |n| [ours, theirs].into_iter().any(|copy| copy.texts().of(n).is_some());
    let branches = Branches::of(&union.entries, is_held);
    if ours.article.text() != theirs.article.text() && (branches.is_none() || !branches::are_akin(ours, theirs)) {
        let (ours, theirs) = (ours.article.title.clone(), theirs.article.title.clone());
        return Err(NotMerged::OtherArticle { ours, theirs });
    }
    if cfg!(sabotage = "take-theirs") {
        return Ok(Merged { session: theirs.clone(), notices: Vec::new() });
    }
    folded(base, [ours, theirs], &union, branches.as_ref()).map_err(NotMerged::LostDraft)
}

impl Session {
    /// The session with the claims that its last `count` entries touch as all its entries make them. Taking back what put a claim on other
    /// words leads it to them and no further, though verdicts may have come in meanwhile that stand on them.
    #[must_use]
    pub(super) fn made_anew(&self, count: usize) -> Self {
        let union = Union::own(self, count);
        let branches = Branches::of(&union.entries, |n| self.texts().of(n).is_some());
        // Where a draft can't be rebuilt it stays as it is.
        let merged = folded(None, [self, self], &union, branches.as_ref());
        merged.map_or_else(|_| self.clone(), |merged| merged.session)
    }
}

/// The session that the entries of two copies make.
///
/// # Errors
/// The number of a draft that can't be rebuilt.
fn folded(
    base: Option<&Session>,
    [ours, theirs]: [&Session; 2],
    union: &Union,
    branches: Option<&Branches<'_>>,
) -> Result<Merged, u32> {
    let (mut notices, mut kept) = (union.came_in(), Vec::new());
    let (mut article, drafts, claims) = if let Some(branches) = branches {
        let forked = forks::merged(base, [ours, theirs], union, branches)?;
        notices.extend(forked.notices);
        kept = forked.kept;
        (forked.article, forked.drafts, forked.claims)
    } else {
        let claims = union.claims(base, ours, theirs, (&mut notices, &mut kept));
        let (article, stands) = (compare::articles(&ours.article, &theirs.article), ours.article.draft);
        (article, drafts::held([ours, theirs], &drafts::texts([ours, theirs]), stands), claims)
    };
    // Blocks of another draft are none of this one.
    let stands = article.clone();
    let sides = [ours, theirs].map(|copy| if copy.article.draft == stands.draft { &copy.article } else { &stands });
    blocks::led([&union.entries, &union.came], sides, &mut article, &mut notices);
    let mut session = Session::resumed(ours.id.clone(), article, Claims::default(), History::default());
    session.place = ours.place.clone();
    session.extra = compare::extras(&ours.extra, &theirs.extra);
    session.blind_as([ours, theirs]);
    session.drafts = drafts;
    session.evidence = Arc::new(evidence(&ours.evidence, &theirs.evidence, &mut notices));
    session.signed = Arc::new(signed(&ours.signed, &theirs.signed));
    session.log(History::of(union.entries.iter().cloned()));
    session.put(numbers::settled(claims, &session.history));
    session.unlist(|| union.entries.iter().map(AsRef::as_ref));
    session.article.held_back_as([ours, theirs].map(|copy| &copy.article));
    if let Some(claims) = vouched::kept(&session) {
        session.put(claims);
    }
    notices.extend(kept::told(kept, &session));
    notices.extend(withdrawn::told(ours, theirs, &session));
    notices.extend(gave_way::told(ours, theirs, &session));
    Ok(Merged { session, notices })
}

/// The sign-offs of both, in the order of time.
fn signed(ours: &[SignOff], theirs: &[SignOff]) -> Vec<SignOff> {
    let mut all: Vec<SignOff> = ours.iter().chain(theirs).cloned().collect();
    all.sort_by(|a, b| (&a.at, &a.by, &a.sha256, &a.note).cmp(&(&b.at, &b.by, &b.sha256, &b.note)));
    all.dedup_by(|a, b| (&a.at, &a.by, &a.sha256) == (&b.at, &b.by, &b.sha256));
    all
}

/// The evidence of both, by its checksum. An id follows from the file's bytes, so two files have one id only where another program
/// gave it: both are kept, and that is said, for a source by that id may mean either. A file that one copy holds back is held back.
fn evidence(ours: &[Evidence], theirs: &[Evidence], notices: &mut Vec<String>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = ours.iter().chain(theirs).cloned().collect();
    all.sort_by(|a, b| {
        (&a.added_at, &a.id, &a.sha256, &a.by, &a.path).cmp(&(&b.added_at, &b.id, &b.sha256, &b.by, &b.path))
    });
    let mut kept: Vec<Evidence> = Vec::with_capacity(all.len());
    for mut one in all {
        if let Some(held) = kept.iter_mut().find(|held| held.sha256 == one.sha256 && held.id == one.id) {
            held.confidential |= one.confidential;
            continue;
        }
        let name = one.id.clone();
        let namesake = kept.iter().find(|held| held.id == name).map(|held| held.path.clone());
        if let Some(namesake) = namesake {
            one.id = Evidence::id_of(&one.sha256);
            if let Some(held) = kept.iter_mut().find(|held| held.id == one.id) {
                held.confidential |= one.confidential;
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
mod rounds;
#[cfg(test)]
mod tests;
