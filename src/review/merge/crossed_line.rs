//! One claim where a copy brought in a draft beside the way to the one that stands: what was done on that draft is carried over as a
//! claim is. A verdict comes along where the words it was given on stand; elsewhere it is told as the one that was.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use serde_json::Value;

use super::super::carry::shifted;
use super::super::field::{FATE, FIELDS, Fate, FateKind, Field, Shape, VERDICT};
use super::super::{Article, Carried, Change, Claim, ClaimId, Entry, EntryId, Number, Recut, Span, Swap};
use super::crossing::{Crossing, HeldClaim};
use super::fold::{HistoryLine, beginning, carried, first_place, first_proposal, numbered};
use super::led::{LedWords, led};

/// Folds the entries that touch claim `id`, in their order, along the way to the draft that stands.
pub(super) fn fold_over<'a>(
    crossing: &'a Crossing<'a>,
    article: &'a Article,
    held: HeldClaim<'_>,
    (id, entries): (&'a ClaimId, &'a [&'a Entry]),
) -> HistoryLine<'a> {
    let mut line = CrossedLine {
        crossing,
        id,
        entries,
        places: HashMap::default(),
        line: HistoryLine::begun(article, None, entries),
    };
    line.begin(article, held, entries);
    let mut stages: Vec<Vec<(&Entry, bool)>> = vec![Vec::new(); crossing.branches.stages()];
    let edits = entries.iter().filter(|entry| entry.edit.change.draft().is_none());
    let staged: Vec<(&Entry, (usize, bool))> = edits.map(|entry| (*entry, crossing.branches.stage(entry))).collect();
    // What was done beside the way and taken back there leaves nothing that could be carried over.
    let on_the_way: HashSet<&EntryId, RandomState> =
        staged.iter().filter(|(_, (_, aside))| !aside).map(|(entry, _)| entry.deed()).collect();
    for (entry, (stage, aside)) in staged {
        let is_idle = crossing.branches.is_idle(entry) && !on_the_way.contains(entry.deed());
        if let Some(held) = stages.get_mut(stage).filter(|_| !is_idle) {
            held.push((entry, aside));
        }
    }
    let mut late: Vec<(&Entry, bool)> = Vec::new();
    for (stage, entries) in stages.into_iter().enumerate() {
        line.arrive(stage);
        for (entry, aside) in std::mem::take(&mut late).into_iter().chain(entries) {
            if matches!(entry.edit.change, Change::Field(..) | Change::Mend(_)) && !line.is_there() {
                // A later draft brought the claim, and an earlier one stood again where this was made.
                late.push((entry, true));
            } else if aside || line.line.claim.as_ref().is_some_and(Claim::is_apart) {
                line.cross(entry);
            } else {
                line.line.enter(entry, id);
                line.stands_at(entry.draft);
            }
        }
    }
    let mut line = line.line;
    line.article = article;
    numbered(&mut line, held.sides);
    line
}

/// A claim on its way through the drafts.
struct CrossedLine<'a> {
    crossing: &'a Crossing<'a>,
    id: &'a ClaimId,
    /// What touches it.
    entries: &'a [&'a Entry],
    /// Where it sits in each draft, as far as that is known.
    places: HashMap<u32, Span, RandomState>,
    line: HistoryLine<'a>,
}

impl CrossedLine<'_> {
    /// The claim before any entry, in the first draft.
    fn begin(&mut self, article: &Article, held: HeldClaim<'_>, entries: &[&Entry]) {
        let Some(mut claim) = beginning(article, held.sides, entries, self.id) else { return };
        let led = || entries.iter().filter_map(|entry| Some((entry.edit.change.draft()?, carried(entry, self.id)?)));
        if led().next().is_some_and(|(_, one)| matches!(one, Carried::Came(_))) {
            return;
        }
        // What no entry but a draft tells was as the first draft found it.
        let is_told = |field: &Field| {
            // Readings follow from the edits to the verdict.
            let field = if matches!(field.shape, Shape::Derived) { &VERDICT } else { field };
            entries.iter().any(|entry| matches!(&entry.edit.change, Change::Field(held, _) if *held == field))
        };
        let mut known: Vec<&Field> = Vec::new();
        for (_, one) in led() {
            let Carried::Led(lead) = one else { continue };
            for (field, swap) in lead.fields.iter().filter(|(field, _)| !is_told(field)) {
                if !known.contains(field) {
                    known.push(field);
                    // Of the wrong shape it could not have been read.
                    let _ = field.put(&mut claim, swap.before.clone());
                }
            }
        }
        let home = match claim.fate().filter(|_| claim.is_apart()) {
            Some(fate) => self.crossing.before(held.home, fate.from),
            None => held.home,
        };
        let (home, span) = match first_place(entries, self.id) {
            Some((entry, span)) => (self.crossing.home(entry), span),
            None => (home, claim.span),
        };
        let (drawn, proposal) = match first_proposal(entries, self.id) {
            Some((entry, proposal)) => (self.crossing.home(entry), proposal),
            None => (held.home, claim.proposal.take()),
        };
        self.places.insert(home.draft, span);
        claim.record.fate = None;
        claim.span = self.crossing.back(home, span).unwrap_or(span);
        claim.proposal = proposal.and_then(|mut proposal| {
            for reason in &mut proposal.reasons {
                reason.span = self.crossing.back(drawn, reason.span)?;
            }
            Some(proposal)
        });
        self.line.claim = Some(claim);
    }

    /// Takes the claim along to the draft at `stage` of the way.
    fn arrive(&mut self, stage: usize) {
        let branches = self.crossing.branches;
        let Some(now) = branches.stood.get(stage).copied() else { return };
        if let Some(article) = self.crossing.texts.get(&now) {
            self.line.article = article;
        }
        if let (Some(carry), Some(before)) = (branches.leads_to(stage), stage.checked_sub(1)) {
            let before = branches.stood.get(before).copied().unwrap_or_default();
            match carry.claims.iter().find(|carried| carried.id() == self.id) {
                Some(carried) => self.carry(carried, before, now),
                None => self.line.claim = self.line.claim.take().map(|claim| self.moved(claim, before, now)),
            }
            if let Some(claim) = &mut self.line.claim {
                // Places of the draft before are none of this one.
                claim.record.conflicts.retain(|one| one.field != "anchor");
            }
        }
        self.stands_at(now);
    }

    /// Does what a draft says of the claim.
    fn carry(&mut self, carried: &Carried, before: u32, now: u32) {
        let claim = self.line.claim.take();
        self.line.gone.clone_from(&claim);
        self.line.claim = match (carried, claim) {
            // Another draft had brought it, and somebody has done something to it.
            (Carried::Came(came), Some(mut claim)) => {
                let apart = claim.record.fate.take_if(|fate| fate.is == FateKind::Gone);
                (claim.span, claim.proposal) = (came.span, came.proposal.clone());
                match apart {
                    Some(fate)
                        if self.crossing.is_same(
                            (fate.from, self.places.get(&fate.from).copied().unwrap_or(came.span)),
                            (now, came.span),
                        ) =>
                    {
                        claim.record.fate.clone_from(&came.record.fate);
                        for mark in &fate.had {
                            let mark = serde_json::to_value(mark).unwrap_or_default();
                            VERDICT.apply(&mut claim, &Swap::new(Value::Null, mark));
                        }
                    }
                    Some(fate) => {
                        claim.record.fate = Some(Box::new(Fate { draft: now, is: FateKind::Changed, ..*fate }));
                    }
                    None => {}
                }
                Some(claim)
            }
            // Somebody has done something to it whom its maker did not know of.
            (Carried::Went(held), Some(claim)) if **held != (Claim { number: held.number, ..claim.clone() }) => {
                let words = self.crossing.words((before, claim.span));
                let mut gone = claim;
                if !gone.is_apart() {
                    gone.part(now, before, words);
                }
                Some(gone)
            }
            (_, claim) => {
                let span = |claim: &Claim| claim.span;
                let was = (before, claim.as_ref().map_or(Span::default(), span));
                let is = (now, carried.led().map_or(Span::default(), |lead| lead.span.after));
                led(
                    carried,
                    claim,
                    now,
                    &LedWords { crossing: self.crossing, entries: self.entries, places: &self.places, was, is },
                )
            }
        };
    }

    fn stands_at(&mut self, draft: u32) {
        if let Some(claim) = self.line.claim.as_ref().filter(|claim| !claim.is_apart()) {
            self.places.insert(draft, claim.span);
        }
    }

    /// `claim`, which sits in one draft, where its words stand in another; kept apart when they do not.
    fn moved(&self, claim: Claim, from: u32, to: u32) -> Claim {
        if claim.is_apart() {
            return claim;
        }
        if let Some(there) = self.crossing.lanes(from, to).and_then(|lanes| shifted(&claim, &lanes)) {
            return there;
        }
        if let Some(span) = self.crossing.span(from, to, claim.span).or_else(|| self.places.get(&to).copied()) {
            return Claim { span, proposal: None, ..claim };
        }
        let words = self.crossing.words((from, claim.span));
        let mut gone = claim;
        gone.part(to, from, words);
        gone
    }

    /// True when the claim is there, or was. One that a draft beside the way brought comes once somebody has done something to it.
    fn is_there(&mut self) -> bool {
        let to = self.line.article.draft;
        self.born(to);
        self.line.claim.is_some() || self.line.gone.is_some()
    }

    /// Brings the claim that a draft beside the way brought.
    fn born(&mut self, to: u32) {
        if self.line.claim.is_some() || self.line.gone.is_some() {
            return;
        }
        let found = self.crossing.branches.side.iter().find_map(|one| {
            let carried = one.carry.claims.iter().find(|carried| carried.id() == self.id);
            if let Some(Carried::Came(claim)) = carried { Some((one.carry.draft.after, claim)) } else { None }
        });
        let Some((from, came)) = found else { return };
        let mut claim = Claim::clone(came);
        claim.record.fate = Some(Box::new(Fate::of(to, FateKind::New)));
        self.places.insert(from, claim.span);
        let mut there = self.moved(claim, from, to);
        there.number = Number::default();
        self.line.claim = Some(there);
    }

    /// Where the claim sits in draft `n`, which is not on the way; `None` when it sits nowhere there.
    fn there(&self, n: u32) -> Option<Span> {
        if let Some(span) = self.places.get(&n) {
            return Some(*span);
        }
        let carry = self.crossing.branches.brought_aside(n).filter(|carry| carry.draft.before != n)?;
        match carry.claims.iter().find(|carried| carried.id() == self.id) {
            Some(Carried::Led(lead)) => {
                let gone = FateKind::Gone.as_str();
                let parts = lead
                    .fields
                    .iter()
                    .any(|(field, swap)| *field == &FATE && swap.after.get("is").and_then(Value::as_str) == Some(gone));
                (!parts).then_some(lead.span.after)
            }
            Some(Carried::Came(claim)) => Some(claim.span),
            Some(Carried::Went(_)) => None,
            None => {
                let before = carry.draft.before;
                // A draft that was left comes before the one it was left for, or is on the way.
                let span = self.places.get(&before).copied()?;
                self.crossing.span(before, n, span)
            }
        }
    }

    /// Does on the draft of this stage what was done on one beside the way.
    fn cross(&mut self, entry: &Entry) {
        let (from, to) = (entry.draft, self.line.article.draft);
        if let Some(span) = self.there(from) {
            self.places.insert(from, span);
        }
        match &entry.edit.change {
            // What became of it there is none of what became of it here.
            Change::Field(field, _) if *field == &FATE => {}
            Change::Field(field, swap) => {
                if field.is_judged() && !self.is_same(from, to) {
                    self.had(field, swap, from);
                } else {
                    self.line.enter(entry, self.id);
                }
            }
            Change::Mend(swap) => drop(self.places.insert(from, swap.after)),
            Change::Recut(kind, swap) => self.recut(*kind, swap, entry),
            Change::Draft(_) | Change::Block(..) | Change::Waive(..) | Change::Later(..) => {}
        }
    }

    /// True when the claim sits on the same words in the two drafts.
    fn is_same(&self, from: u32, to: u32) -> bool {
        let here = self.line.claim.as_ref().filter(|claim| !claim.is_apart());
        here.zip(self.there(from)).is_some_and(|(claim, there)| self.crossing.is_same((from, there), (to, claim.span)))
    }

    /// Tells a verdict that was given on other words, in draft `from`, as the one that was.
    fn had(&mut self, field: &Field, swap: &Swap<Value>, from: u32) {
        let words = self.there(from).map_or("", |span| self.crossing.words((from, span)));
        self.line.had(field, swap, (from, words));
    }

    /// Re-cuts the claim as it was re-cut on a draft beside the way.
    fn recut(&mut self, kind: Recut, swap: &Swap<Vec<Claim>>, entry: &Entry) {
        let (from, to) = (entry.draft, self.line.article.draft);
        let of = |list: &[Claim]| list.iter().find(|claim| claim.id == *self.id).cloned();
        let (before, after) = (of(&swap.before), of(&swap.after));
        if before.is_some() {
            self.born(to);
        }
        let place = after.as_ref().filter(|claim| !claim.is_apart()).map(|claim| claim.span);
        match (before, after, self.line.claim.clone()) {
            (None, Some(after), _) => {
                let there = self.landed(after, from, to);
                self.line.recut(None, Some(there), entry);
            }
            (Some(before), None, Some(now)) => self.line.recut(Some(like(before, &now)), None, entry),
            (Some(_), Some(after), Some(mut now)) if kind == Recut::Attach => {
                if let Some(span) = place.and_then(|span| self.crossing.span(from, to, span)) {
                    now = now.reworded(span, self.line.article);
                    if now.fate().is_none_or(|fate| fate.had.is_empty()) {
                        now.record.fate.clone_from(&after.record.fate);
                    }
                    if let Some(fate) = &mut now.record.fate {
                        fate.draft = to;
                    }
                    self.line.claim = Some(now);
                }
            }
            (Some(before), Some(after), Some(now)) => {
                let judged = self.is_same(from, to);
                let there = |span: Span| self.crossing.span(from, to, span);
                let mended = there(before.span).filter(|span| *span == now.span).and(there(after.span));
                let (before, mut after) = (like(before, &now), like(after, &now));
                after.span = mended.unwrap_or(now.span);
                if !judged {
                    for field in FIELDS.iter().filter(|field| field.is_judged()) {
                        // The value comes from a claim, so it is of the field's shape.
                        let _ = field.put(&mut after, field.value(&before));
                    }
                }
                self.line.recut(Some(before), Some(after), entry);
            }
            (_, _, None) | (None, None, Some(_)) => {}
        }
        if let Some(span) = place {
            self.places.insert(from, span);
        }
    }

    /// A claim that was added to draft `from`, on draft `to`; its verdict withdrawn where its words are others.
    fn landed(&self, claim: Claim, from: u32, to: u32) -> Claim {
        let (span, had) = (claim.span, claim.clone());
        let mut there = self.moved(claim, from, to);
        there.number = Number::default();
        if !there.is_apart()
            && !self.crossing.is_same((from, span), (to, there.span))
            && (had.mark.is_some() || had.dismissed)
        {
            let was = self.crossing.words((from, span)).to_owned();
            there.record.fate = Some(Box::new(Fate { was, from, ..Fate::of(to, FateKind::Changed) }));
            there.withdraw(&had);
        }
        there
    }
}

/// `claim` in the place of `now`, with what a draft alone says of that.
fn like(claim: Claim, now: &Claim) -> Claim {
    let mut like = Claim { span: now.span, proposal: now.proposal.clone(), ..claim };
    like.record.fate.clone_from(&now.record.fate);
    like
}
