//! Copies with more drafts than one brought together: the newer draft stands, and of two that each brought in their own the one that
//! came last. The others are kept, and what was done on them is carried over as claims are.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::field::{CONFLICTS, FATE, FIELDS, Shape};
use super::super::{Article, Carried, Change, Claim, ClaimId, Entry, PastDraft, Session};
use super::branches::Branches;
use super::crossed_line::fold_over;
use super::crossing::{Crossing, HeldClaim, Whereabouts};
use super::joins;
use super::kept::KeptClaim;
use super::union::{Union, compared, sides};
use super::{compare, drafts};

/// What both copies come to.
pub(super) struct Forked {
    /// The article that stands.
    pub(super) article: Article,
    /// The drafts that do not.
    pub(super) drafts: Arc<Vec<PastDraft>>,
    /// The claims.
    pub(super) claims: Vec<Claim>,
    /// Those of them that one side took away.
    pub(super) kept: Vec<(ClaimId, KeptClaim)>,
    /// What a reviewer should know, a sentence each.
    pub(super) notices: Vec<String>,
}

/// Merges two copies whose entries branch.
///
/// # Errors
/// The number of a draft that can't be rebuilt.
pub(super) fn merged(
    base: Option<&Session>,
    copies: [&Session; 2],
    union: &Union,
    branches: &Branches<'_>,
) -> Result<Forked, u32> {
    let texts = drafts::texts(copies);
    let lost = branches.drafts().find(|n| !texts.contains_key(n));
    let stands = branches.stands();
    let (Some(article), None) = (texts.get(&stands), lost) else { return Err(lost.unwrap_or(stands)) };
    let crossing = Crossing::new(branches, texts.values(), &union.entries);
    let whereabouts = copies.map(|copy| Whereabouts { draft: copy.article.draft, stage: branches.stage_of(copy) });
    let lines = union.lines(|_| true);
    let anew = union.anew();
    let ids: BTreeSet<&ClaimId> = copies
        .iter()
        .flat_map(|copy| copy.claims.iter().chain(copy.apart()).map(|claim| &claim.id))
        .chain(lines.keys().copied())
        .collect();
    let mut claims: Vec<Claim> = Vec::with_capacity(ids.len());
    let mut kept: Vec<(ClaimId, KeptClaim)> = Vec::new();
    let (mut notices, mut untold): (Vec<String>, usize) = (told(copies, article).into_iter().collect(), 0);
    let idle = joins::idle(&lines, |id, entries, idle| {
        let (held, home) = held(copies, whereabouts, (id, entries));
        let held = HeldClaim { sides: [held[0].as_ref(), held[1].as_ref()], home };
        fold_over(&crossing, article, held, (id, entries), idle).joined()
    });
    for id in ids {
        let entries = lines.get(id).map(Vec::as_slice).unwrap_or_default();
        let (held, home) = held(copies, whereabouts, (id, entries));
        let sides = [held[0].as_ref(), held[1].as_ref()];
        if let [Some(one), Some(other)] = sides {
            untold += usize::from(compare::untold(one, other, entries));
        }
        // What no entry touches stands where its words do, in the draft that both copies stand on.
        let is_as_it_was = entries.is_empty() && copies.iter().all(|copy| copy.article.draft == stands);
        if anew.as_ref().is_some_and(|anew| !anew.contains(id)) || is_as_it_was {
            claims.extend(match sides {
                [Some(one), Some(other)] => {
                    let base = base.and_then(|base| base.claims.by_id(id));
                    Some(compare::claims_since(base, article, one, other))
                }
                [one, other] => one.or(other).cloned(),
            });
            continue;
        }
        let line = fold_over(&crossing, article, HeldClaim { sides, home }, (id, entries), &idle);
        kept.extend(line.kept.map(|why| (id.clone(), why)));
        claims.extend(line.claim);
    }
    notices.extend(compared(untold));
    notices.splice(0..0, moved_on(copies[0], article));
    Ok(Forked { article: article.clone(), drafts: drafts::held(copies, &texts, stands), claims, kept, notices })
}

/// How a draft is told: its number, the file it came from, the day.
fn name(article: &Article) -> String {
    let from = &article.provenance;
    format!("draft {} ({}, {})", article.draft, from.source, from.imported_at.day())
}

/// That another draft stands than in our copy.
fn moved_on(ours: &Session, stands: &Article) -> Option<String> {
    (ours.article.text() != stands.text()).then(|| format!("{} stands now", name(stands)))
}

/// Which draft stands, where each copy had brought in its own, and what became of the other.
fn told(copies: [&Session; 2], stands: &Article) -> Option<String> {
    let [ours, theirs] = copies;
    let knows = |one: &Session, other: &Session| one.texts().of(other.article.draft).is_some();
    if knows(ours, theirs) || knows(theirs, ours) {
        return None;
    }
    let other = copies.into_iter().map(|copy| &copy.article).find(|article| article.draft != stands.draft)?;
    let (stands, other) = (name(stands), name(other));
    Some(format!(
        "each copy had brought in drafts of its own: {stands} came last and stands; {other} is kept, and what was done on it is carried over"
    ))
}

/// The claim as the copies hold it, and where it sits. Of the copy that stands further behind only what no entry tells is taken: all else
/// is carried over by the entries.
fn held(
    copies: [&Session; 2],
    [here, there]: [Whereabouts; 2],
    (id, entries): (&ClaimId, &[&Entry]),
) -> ([Option<Claim>; 2], Whereabouts) {
    let [ours, theirs] = copies;
    match sides(ours, theirs, id) {
        [Some(one), Some(other)] if here == there => ([Some(one.clone()), Some(other.clone())], here),
        [Some(one), Some(other)] if (here.stage, here.draft) > (there.stage, there.draft) => {
            ([Some(one.clone()), Some(untold(one, other, entries))], here)
        }
        [Some(one), Some(other)] => ([Some(untold(other, one, entries)), Some(other.clone())], there),
        [Some(one), None] => ([Some(one.clone()), None], here),
        [None, other] => ([None, other.cloned()], there),
    }
}

/// `newer` with what `older` holds differently and no entry tells.
fn untold(newer: &Claim, older: &Claim, entries: &[&Entry]) -> Claim {
    let mut claim = newer.clone();
    let is_told = |name: &str| {
        entries.iter().any(|entry| match &entry.edit.change {
            Change::Field(field, _) => field.name == name,
            Change::Recut(..) => true,
            Change::Draft(carry) => carry.claims.iter().any(|carried| match carried {
                Carried::Led(lead) => lead.id == newer.id && lead.fields.iter().any(|(field, _)| field.name == name),
                Carried::Came(claim) | Carried::Went(claim) => claim.id == newer.id,
            }),
            Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => false,
        })
    };
    for field in FIELDS.iter().filter(|field| ![&FATE, &CONFLICTS].contains(*field) && !field.is_judged()) {
        if !matches!(field.shape, Shape::Derived) && field.value(newer) != field.value(older) && !is_told(field.name) {
            // The value comes from a claim, so it is of the field's shape.
            let _ = field.put(&mut claim, field.value(older));
        }
    }
    claim
}
