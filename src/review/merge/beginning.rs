//! A claim before the first of a set of entries: as they say that it was, and of what no entry says as the copies have it.

use std::collections::HashSet;

use serde_json::Value;

use super::super::field::{self, CONFLICTS, DISMISSED, FATE, Field, Mark, Shape, VERDICT};
use super::super::{Article, Carried, Change, Claim, ClaimId, Entry, Lead, Proposal, Span, Swap};
use super::crossing::{Crossing, Whereabouts};
use super::{compare, dismissals, notes, readings};

/// The claim before the first of `entries`: as the first says it was, and of what no entry says as the copies have it.
pub(super) fn beginning(
    article: &Article,
    sides: [Option<&Claim>; 2],
    entries: &[&Entry],
    id: &ClaimId,
) -> Option<Claim> {
    let recut_of = |entry: &&Entry| recut(entry, id);
    if let Some((before, _)) = entries.first().and_then(recut_of) {
        return before;
    }
    let held = match sides {
        [Some(one), Some(other)] => Some(compare::claims(article, one, other)),
        [one, other] => one.or(other).cloned(),
    };
    // Both copies have deleted it since.
    let deleted = || entries.iter().filter_map(recut_of).find_map(|(before, _)| before);
    let mut claim = held.or_else(deleted)?;
    dismissals::begin(&mut claim, entries);
    let mut told: HashSet<&str> = HashSet::new();
    for entry in entries {
        match &entry.edit.change {
            // What stood there before, its maker was not shown.
            Change::Field(..) if entry.is_blind() => {}
            Change::Field(field, swap) if told.insert(field.name) => {
                if matches!(field.shape, Shape::Mark) {
                    readings::begin(&mut claim, began(swap, entry, entries), entries);
                } else {
                    // Of the wrong shape it could not have been read.
                    let _ = field.put(&mut claim, swap.before.clone());
                }
            }
            Change::Mend(swap) if told.insert("anchor") => claim.span = swap.before,
            Change::Recut(..) => {
                // What no entry before it tells, it tells itself; what comes behind it says nothing of the beginning.
                let Some((before, _)) = recut_of(entry) else { continue };
                let Some(before) = before else { break };
                // The readings go with the verdict.
                let of = |field: &Field| if matches!(field.shape, Shape::Derived) { VERDICT.name } else { field.name };
                for field in field::FIELDS.iter().filter(|field| !told.contains(of(field))) {
                    let _ = field.put(&mut claim, field.value(&before));
                }
                // A dismissal among the readings goes with the verdict, too.
                if told.contains(VERDICT.name) && !told.contains(DISMISSED.name) {
                    claim.dismissed &= !before.has_dismissal();
                }
                if !told.contains("anchor") {
                    claim.span = before.span;
                }
                (claim.origin, claim.proposal) = (before.origin, before.proposal);
                return Some(claim);
            }
            Change::Field(..)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Draft(_)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
    }
    // What became of it within one draft is told by who mended it.
    if told.contains("anchor") && !told.contains(FATE.name) {
        claim.record.fate.take_if(|fate| fate.from == fate.draft);
    }
    readings::unread(&mut claim, entries, &told);
    notes::begin(&mut claim, &notes::blind(entries));
    if !told.contains(CONFLICTS.name) && !told.is_empty() {
        claim.record.conflicts.retain(|conflict| !told.contains(conflict.field.as_str()));
    }
    Some(claim)
}

/// What stood before the first change of the verdict. A dismissal that was a flag first was none then.
fn began<'v>(swap: &'v Swap<Value>, entry: &Entry, entries: &[&Entry]) -> &'v Value {
    let dismissal = Mark::sides(swap).before.filter(|mark| mark.verdict.is_dismissal());
    let flagged = |mark: &Mark| {
        let mut earlier = entries.iter().take_while(|one| one.id != entry.id);
        earlier.any(|one| one.by == mark.by && one.edit.is_dismissal())
    };
    if dismissal.is_some_and(|mark| flagged(&mark)) { &Value::Null } else { &swap.before }
}

/// Claim `id` before and behind what `entry` re-cuts; `None` where it re-cuts others only, be it said of this one.
pub(super) fn recut(entry: &Entry, id: &ClaimId) -> Option<(Option<Claim>, Option<Claim>)> {
    let Change::Recut(_, swap) = &entry.edit.change else { return None };
    let of = |list: &[Claim]| list.iter().find(|claim| claim.id == *id).cloned();
    let (before, after) = (of(&swap.before), of(&swap.after));
    (before.is_some() || after.is_some()).then_some((before, after))
}

/// What the draft that `entry` brings in makes of claim `id`, where it names it.
pub(super) fn carried<'e>(entry: &'e Entry, id: &ClaimId) -> Option<&'e Carried> {
    entry.edit.change.draft()?.claims.iter().find(|carried| carried.id() == id)
}

/// The first of `entries` that says where claim `id` was before, in the draft it was made on, and where.
pub(super) fn first_place<'e>(entries: &[&'e Entry], id: &ClaimId) -> Option<(&'e Entry, Span)> {
    entries.iter().find_map(|entry| match &entry.edit.change {
        Change::Mend(swap) => Some((*entry, swap.before)),
        Change::Recut(_, swap) => swap.before.iter().find(|claim| claim.id == *id).map(|claim| (*entry, claim.span)),
        Change::Draft(_) => match carried(entry, id) {
            Some(Carried::Led(lead)) => Some((*entry, lead.span.before)),
            Some(Carried::Came(_) | Carried::Went(_)) | None => None,
        },
        Change::Field(..)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Later(..) => None,
    })
}

/// True when a draft is what brought claim `id` first. One that was there, and taken away, may come again with a draft.
pub(super) fn is_brought(entries: &[&Entry], id: &ClaimId) -> bool {
    let first = entries.iter().find_map(|entry| match &entry.edit.change {
        Change::Recut(..) => Some(false),
        Change::Draft(_) => carried(entry, id).map(|one| matches!(one, Carried::Came(_))),
        Change::Field(..)
        | Change::Mend(_)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Later(..) => None,
    });
    first == Some(true)
}

/// Why a claim was suggested.
pub(super) struct ToldProposal {
    /// Where that is told.
    pub(super) home: Whereabouts,
    /// The draft that has the words, where the claim is kept apart there.
    pub(super) kept_in: Option<u32>,
    /// What it says, of the words where they stand.
    pub(super) proposal: Option<Box<Proposal>>,
}

impl ToldProposal {
    /// As the first of `entries` that says why claim `id` was suggested before has it; `None` where no entry says so.
    pub(super) fn first(crossing: &Crossing<'_>, entries: &[&Entry], id: &ClaimId) -> Option<Self> {
        entries.iter().find_map(|entry| {
            let (kept_in, proposal) = match &entry.edit.change {
                Change::Recut(_, swap) => {
                    let claim = swap.before.iter().find(|claim| claim.id == *id)?;
                    (claim.kept_in(), claim.proposal.clone())
                }
                Change::Draft(_) => {
                    let lead = carried(entry, id)?.led()?;
                    (lead.kept_in(), lead.proposal.before()?.clone())
                }
                Change::Field(..)
                | Change::Mend(_)
                | Change::Block(..)
                | Change::Waive(..)
                | Change::List(..)
                | Change::Withhold(..)
                | Change::Later(..) => {
                    return None;
                }
            };
            Some(Self { home: crossing.home(entry), kept_in, proposal })
        })
    }

    /// The same of claim `id` in the first draft: taken back through each draft as that led it, or else where its words stand.
    pub(super) fn begun(self, crossing: &Crossing<'_>, id: &ClaimId) -> Option<Box<Proposal>> {
        let proposal = self.proposal?;
        let drawn = self.kept_in.map_or(self.home, |draft| crossing.before(self.home, draft));
        let begun = led_back(crossing, id, (self.home, self.kept_in), &proposal);
        begun.or_else(|| with_reasons(&proposal, |span| crossing.back(drawn, span))).map(Box::new)
    }
}

/// `proposal` of claim `id` as it was before the drafts that led to `home`, where it is `kept_in` one of them or not; `None` where it was
/// not there all the way.
fn led_back(
    crossing: &Crossing<'_>,
    id: &ClaimId,
    (home, mut kept_in): (Whereabouts, Option<u32>),
    proposal: &Proposal,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    let carries = crossing.ways_back(home)?;
    for (at, carry) in carries.iter().enumerate() {
        let Swap { before, after } = carry.draft;
        // A draft before this one has put it apart, and none has called it back since.
        let stays_apart = || {
            let mut earlier = carries.iter().skip(at + 1);
            kept_in.is_some() && earlier.find_map(|carry| carry.lead(id)).is_some_and(Lead::parts)
        };
        let there = |proposal: &Proposal| with_reasons(proposal, |span| crossing.span(after, before, span));
        proposal = match carry.claims.iter().find(|carried| carried.id() == id) {
            Some(Carried::Led(lead)) => {
                kept_in = lead.kept_in();
                match lead.proposal.before() {
                    None => proposal.moved(lead.span.after, lead.span.before)?,
                    Some(told) => told.as_deref().cloned()?,
                }
            }
            Some(Carried::Came(_) | Carried::Went(_)) => return None,
            None if kept_in.is_some_and(|draft| draft != after) || stays_apart() => proposal,
            // A merge may keep one apart that a draft leads by leaving it out, and it may be apart while its own draft stands again.
            None => match (there(&proposal), kept_in) {
                (Some(there), _) => {
                    kept_in = None;
                    there
                }
                (None, Some(_)) => proposal,
                (None, None) => return None,
            },
        };
    }
    Some(proposal)
}

/// `proposal` with its reasons where `there` has each; `None` where it has one nowhere.
fn with_reasons(proposal: &Proposal, there: impl Fn(Span) -> Option<Span>) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    for reason in &mut proposal.reasons {
        reason.span = there(reason.span)?;
    }
    Some(proposal)
}
