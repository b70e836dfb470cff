//! What became of each claim, and which words changed, since a draft: for whoever read that one.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use serde_json::Value;

use super::field::{DISMISSED, FATE, FateKind, Mark, VERDICT};
use super::redraft::{BlockDiff, blocks, fold};
use super::{Carried, Carry, Change, Claim, ClaimId, Fates, Lead, PastDraft, Recut, Session, Span};

/// What a draft and the one that stands have different.
#[derive(Clone, Debug, PartialEq)]
pub struct SinceDraft<'a> {
    /// The draft, from 1.
    pub draft: u32,
    /// How many claims have which fate since.
    pub fates: Fates,
    /// The claims that are not the same, in article order, those whose words are gone last.
    pub claims: Vec<ClaimSince<'a>>,
    /// The lines that read otherwise, in order.
    pub blocks: Vec<BlockDiff>,
}

/// What became of one claim since a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimSince<'a> {
    /// The claim as it is now.
    pub claim: &'a Claim,
    /// Its fate since.
    pub is: FateKind,
    /// Its words in that draft; empty where it had none.
    pub was: &'a str,
    /// Its words now; empty where they stand nowhere.
    pub now: &'a str,
    /// The verdicts that stood on its words then and on those that it had in the drafts between, the oldest first, each with the draft of
    /// the words it stood on; be it that the draft's maker did not know of them.
    pub had: Vec<(Mark, u32)>,
    /// Who has let it go, in words, where its words stand nowhere and somebody has.
    pub let_go: Option<String>,
}

impl Session {
    /// The draft that the one that stands was brought in on, by the history, or where that is silent the latest before it; `None`
    /// while there is one only.
    pub fn draft_before(&self) -> Option<u32> {
        let now = self.article.draft;
        let is_there = |n: &u32| *n != now && self.texts().of(*n).is_some();
        let mut carries = self.history.iter().rev().filter_map(|entry| entry.edit.change.draft());
        let led = carries.find(|carry| carry.draft.after == now).map(|carry| carry.draft.before);
        let latest = || self.drafts.iter().map(PastDraft::n).filter(|n| *n < now && is_there(n)).max();
        led.filter(is_there).or_else(latest)
    }

    /// What became of each claim since draft `n`, by the history; `None` when that draft stands, or can't be read.
    pub fn since(&self, n: u32) -> Option<SinceDraft<'_>> {
        let before = self.texts().of(n).filter(|_| n != self.article.draft)?;
        let (firsts, between, later) = self.first_led(n);
        let places = self.led_to(n);
        let mut fates = Fates::default();
        let mut claims = Vec::new();
        for claim in self.claims.iter().chain(self.apart.iter()) {
            let now = if claim.is_apart() { "" } else { self.exact(claim) };
            let (was, had) = match firsts.get(&claim.id) {
                Some(First::Led(lead, draft)) => {
                    let home = self.texts().of(*draft).unwrap_or(before);
                    let was = if was_apart(lead) { "" } else { home.words(lead.span.before) };
                    // A draft that was left for another's is not on the way: what it made of the claim says where that stood in it.
                    let aside = places.get(&claim.id).filter(|_| *draft != n).map(|span| before.words(*span));
                    let was = aside.unwrap_or(was);
                    let mut had: Vec<(Mark, u32)> = had(claim, lead, n).into_iter().map(|mark| (mark, n)).collect();
                    for (mark, on, span) in between.get(&claim.id).into_iter().flatten() {
                        let words = self.texts().of(*on).map(|draft| draft.words(*span)).unwrap_or_default();
                        let on = if fold(words) == fold(was) { n } else { *on };
                        match had.iter_mut().find(|(held, _)| held == mark) {
                            Some(held) => held.1 = on,
                            None => had.push((mark.clone(), on)),
                        }
                    }
                    had.sort_by(|one, other| one.0.at.cmp(&other.0.at));
                    (was, had)
                }
                // A part that stands away from the rest is told with the words of the whole.
                Some(First::Came) => match claim.fate().filter(|fate| fate.is == FateKind::Split && fate.from >= n) {
                    Some(fate) => (fate.was.as_str(), fate.had.iter().map(|mark| (mark.clone(), fate.from)).collect()),
                    None => ("", Vec::new()),
                },
                None if later.contains(&claim.id) => ("", Vec::new()),
                None => (now, Vec::new()),
            };
            // It was kept apart then, too.
            if was.is_empty() && now.is_empty() {
                continue;
            }
            let is = kind(claim, was, now, n);
            *fates.of_mut(&is) += 1;
            if is != FateKind::Same {
                let let_go = self.told_let_go(claim);
                claims.push(ClaimSince { claim, is, was, now, had, let_go });
            }
        }
        Some(SinceDraft { draft: n, fates, claims, blocks: blocks(before.text(), self.article.text()) })
    }

    /// Where draft `n` led the claims that it names.
    fn led_to(&self, n: u32) -> HashMap<&ClaimId, Span, RandomState> {
        let mut carries = self.history.iter().rev().filter_map(|entry| entry.edit.change.draft());
        let arrival = carries.find(|carry| carry.draft.after == n);
        let leads = arrival.into_iter().flat_map(|carry| &carry.claims).filter_map(Carried::led);
        leads.map(|lead| (&lead.id, lead.span.after)).collect()
    }

    /// What the first draft behind `n` that touched a claim made of it, the verdicts that those behind it took away with the draft and place that each
    /// stood on, and the claims that were added by hand behind `n`.
    fn first_led(&self, n: u32) -> LedSince<'_> {
        let carries: Vec<&Carry> = self.history.iter().filter_map(|entry| entry.edit.change.draft()).collect();
        // A draft that was taken back and stood again counts from when it stood last.
        let from = carries.iter().rposition(|carry| carry.draft.after == n).map_or(0, |at| at + 1);
        let mut firsts: HashMap<&ClaimId, First<'_>, RandomState> = HashMap::default();
        let mut between: HashMap<&ClaimId, Vec<(Mark, u32, Span)>, RandomState> = HashMap::default();
        for carry in carries.iter().skip(from) {
            for carried in &carry.claims {
                if let Carried::Led(lead) = carried
                    && let Some(mark) = withdrawn(lead)
                {
                    between.entry(&lead.id).or_default().push((mark, carry.draft.before, lead.span.before));
                }
                let first = match carried {
                    Carried::Came(_) => First::Came,
                    Carried::Led(lead) => First::Led(lead, carry.draft.before),
                    Carried::Went(_) => continue,
                };
                firsts.entry(carried.id()).or_insert(first);
            }
        }
        let mut later = HashSet::default();
        for entry in self.history.iter().filter(|entry| entry.draft > n) {
            if let Change::Recut(Recut::Add, swap) = &entry.edit.change {
                later.extend(swap.after.iter().map(|claim| &claim.id));
            }
        }
        (firsts, between, later)
    }
}

/// What [`Session::first_led`] finds.
type LedSince<'a> = (
    HashMap<&'a ClaimId, First<'a>, RandomState>,
    HashMap<&'a ClaimId, Vec<(Mark, u32, Span)>, RandomState>,
    HashSet<&'a ClaimId, RandomState>,
);

/// The verdict that `lead` took away; none where a flag lay over it, for that stands over whatever its maker had come to.
fn withdrawn(lead: &Lead) -> Option<Mark> {
    let flagged = lead.fields.iter().any(|(field, swap)| *field == &DISMISSED && swap.before == Value::Bool(true));
    let (_, swap) = lead.fields.iter().find(|(field, swap)| !flagged && *field == &VERDICT && swap.after.is_null())?;
    serde_json::from_value(swap.before.clone()).ok()
}

/// What the first draft that touched a claim made of it.
enum First<'a> {
    /// It brought it in.
    Came,
    /// It led it from the draft of this number.
    Led(&'a Lead, u32),
}

/// True for a claim whose words stood nowhere before.
fn was_apart(lead: &Lead) -> bool {
    let gone = FateKind::Gone.as_str();
    lead.fields.iter().any(|(field, swap)| *field == &FATE && swap.before.get("is").is_some_and(|is| is == gone))
}

/// The verdicts that stood on the words of `claim` when `lead` led it from draft `n`, or from one since: that which its maker knew of, and
/// those that a merge brought.
fn had(claim: &Claim, lead: &Lead, n: u32) -> Vec<Mark> {
    // A flag lies over whatever its maker had come to.
    let flagged = lead.fields.iter().any(|(field, swap)| *field == &DISMISSED && swap.before == Value::Bool(true));
    let known = lead.fields.iter().find(|(field, _)| !flagged && *field == &VERDICT);
    let known = known.and_then(|(_, swap)| serde_json::from_value::<Mark>(swap.before.clone()).ok());
    let told = claim.fate().filter(|fate| fate.draft > n && fate.from >= n).map(|fate| fate.had.as_slice());
    let came = told.unwrap_or_default().iter().filter(|mark| known.as_ref().is_none_or(|known| known.by != mark.by));
    known.iter().chain(came).cloned().collect()
}

/// The fate since draft `n` of a claim whose words were `was` and are `now`.
fn kind(claim: &Claim, was: &str, now: &str, n: u32) -> FateKind {
    // What an earlier draft changed, and nobody has answered yet, is no change since.
    let fate = claim.fate().filter(|fate| fate.draft > n);
    let told = fate.map(|fate| &fate.is);
    match (was.is_empty(), now.is_empty()) {
        (true, _) => FateKind::New,
        (_, true) => FateKind::Gone,
        _ if fold(was) == fold(now) && told == Some(&FateKind::Moved) => FateKind::Moved,
        // Its own words are the same, the sentence round them is not.
        _ if fold(was) == fold(now) && !fate.is_some_and(super::Fate::is_other_words) => FateKind::Same,
        _ => match told {
            Some(FateKind::Split) => FateKind::Split,
            Some(FateKind::Merged) => FateKind::Merged,
            _ => FateKind::Changed,
        },
    }
}
