//! One claim where a copy brought in a draft beside the way to the one that stands: what was done on that draft is carried over as a
//! claim is. A verdict comes along where the words it was given on stand; elsewhere it is told as the one that was.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use serde_json::Value;

use super::super::field::{Fate, FateKind, Field, Shape, VERDICT};
use super::super::{Article, Carried, Carry, Change, Claim, ClaimId, Entry, EntryId, Number, Span, Swap};
use super::beginning::{ToldProposal, beginning, carried, first_place, is_brought, recut};
use super::crossing::{Crossing, HeldClaim, KnownPlace};
use super::fold::{HistoryLine, numbered};
use super::joined_part::JoinedPart;
use super::joins::IdleJoins;
use super::led::{LedWords, led};
use super::taken_back::came_back;
use super::views::ClaimViews;

/// Folds the entries that touch claim `id`, in their order, along the way to the draft that stands.
pub(super) fn fold_over<'a>(
    crossing: &'a Crossing<'a>,
    article: &'a Article,
    held: HeldClaim<'_>,
    (id, entries): (&'a ClaimId, &'a [&'a Entry]),
    idle: &IdleJoins<'_>,
) -> HistoryLine<'a> {
    let mut line = CrossedLine {
        crossing,
        id,
        entries,
        places: HashMap::default(),
        given: HashMap::default(),
        line: HistoryLine::begun(article, None, entries),
        views: ClaimViews::default(),
        known: None,
        parts: Vec::new(),
        is_cut: false,
        lost: None,
    };
    line.begin(article, held, entries);
    let mut late: Vec<(&Entry, MadeWhere)> = Vec::new();
    for (stage, entries) in staged(crossing, (id, entries), idle).into_iter().enumerate() {
        line.arrive(stage);
        for (entry, made) in std::mem::take(&mut late).into_iter().chain(entries) {
            if matches!(made, MadeWhere::ForNothing) {
                line.pass(entry);
            } else if matches!(entry.edit.change, Change::Field(..) | Change::Mend(_)) && !line.is_there() {
                // A later draft brought the claim, and an earlier one stood again where this was made.
                late.push((entry, MadeWhere::Aside));
            } else if matches!(made, MadeWhere::Aside) || line.is_apart_for(entry) {
                line.cross(entry);
            } else {
                line.enter(entry);
            }
        }
    }
    line.give_up(article.draft);
    let mut line = line.line;
    line.article = article;
    numbered(&mut line, held.sides);
    line
}

/// Where an entry was made, seen from the way to the draft that stands.
#[derive(Clone, Copy)]
enum MadeWhere {
    /// On a draft of the way.
    OnTheWay,
    /// On one beside it.
    Aside,
    /// To be taken back.
    ForNothing,
}

/// The entries that touch claim `id` and bring no draft, by the stage of the way at which they count.
fn staged<'e>(
    crossing: &Crossing<'_>,
    (id, entries): (&ClaimId, &[&'e Entry]),
    idle: &IdleJoins<'_>,
) -> Vec<Vec<(&'e Entry, MadeWhere)>> {
    let mut stages: Vec<Vec<(&Entry, MadeWhere)>> = vec![Vec::new(); crossing.branches.stages()];
    let edits = entries.iter().filter(|entry| entry.edit.change.draft().is_none());
    let staged: Vec<(&Entry, (usize, bool))> = edits.map(|entry| (*entry, crossing.branches.stage(entry))).collect();
    let on_the_way: HashSet<&EntryId, RandomState> =
        staged.iter().filter(|(_, (_, aside))| !aside).map(|(entry, _)| entry.deed()).collect();
    let mut back = came_back(entries, id);
    back.extend(idle.among(entries, id));
    for (entry, (stage, aside)) in staged {
        // What was done beside the way and taken back there leaves nothing that could be carried over.
        let is_idle = crossing.branches.is_idle(entry) && !on_the_way.contains(entry.deed());
        let made = match aside {
            _ if is_idle || back.contains(&entry.id) => MadeWhere::ForNothing,
            true => MadeWhere::Aside,
            false => MadeWhere::OnTheWay,
        };
        if let Some(held) = stages.get_mut(stage) {
            held.push((entry, made));
        }
    }
    stages
}

/// A claim on its way through the drafts.
pub(super) struct CrossedLine<'a> {
    pub(super) crossing: &'a Crossing<'a>,
    pub(super) id: &'a ClaimId,
    /// What touches it.
    pub(super) entries: &'a [&'a Entry],
    /// Where it sits in each draft, as far as that is known.
    pub(super) places: HashMap<u32, Span, RandomState>,
    /// Where it sat for those who judged it, by what they did: the draft and the place there.
    pub(super) given: HashMap<&'a EntryId, (u32, Span), RandomState>,
    pub(super) line: HistoryLine<'a>,
    /// Where it sits in the draft of this stage for those who judge it there.
    pub(super) views: ClaimViews<'a>,
    /// As those know it who have not seen that it was put on other words; `None` when nobody put it on any since the last draft that
    /// was brought in with that known.
    pub(super) known: Option<KnownPlace>,
    /// What it was joined from.
    pub(super) parts: Vec<JoinedPart<'a>>,
    /// True where a cut put it on its words last.
    pub(super) is_cut: bool,
    /// Where its place is known, as long as none is in the draft of this stage.
    pub(super) lost: Option<(u32, Span)>,
}

impl<'a> CrossedLine<'a> {
    /// The claim before any entry, in the first draft.
    fn begin(&mut self, article: &Article, held: HeldClaim<'_>, entries: &[&Entry]) {
        let Some(mut claim) = beginning(article, held.sides, entries, self.id) else { return };
        // What re-cuts it tells of all fields what they were before, as far as nothing before that does.
        let before = || entries.iter().take_while(|entry| recut(entry, self.id).is_none());
        let led = || before().filter_map(|entry| Some((entry.edit.change.draft()?, carried(entry, self.id)?)));
        if is_brought(entries, self.id) {
            return;
        }
        // As the copies have it, whatever the first draft found it to be.
        let held_proposal = ToldProposal { home: held.home, kept_in: claim.kept_in(), proposal: claim.proposal.take() };
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
        self.places.insert(home.draft, span);
        claim.record.fate = None;
        let there = self.crossing.back(home, span);
        claim.span = there.unwrap_or_default();
        self.lost = there.is_none().then_some((home.draft, span));
        if let Some(span) = there {
            self.views.begin(self.crossing.branches.stood.first().copied().unwrap_or_default(), span);
        }
        let told = ToldProposal::first(self.crossing, entries, self.id).unwrap_or(held_proposal);
        claim.proposal = told.begun(self.crossing, self.id);
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
            // One that is gone may yet be called back by what somebody did to it on this draft.
            let comes = carry.claims.iter().any(|one| one.id() == self.id && matches!(one, Carried::Came(_)));
            let is_gone = self.line.claim.is_none() && !comes;
            if is_gone {
                self.line.claim = self.line.gone.take();
            }
            self.line.claim.iter_mut().for_each(Claim::leave_places);
            let was = self.sits();
            let parts = self.parts_led(carry, (before, now));
            match self.lead_whole(carry, &parts, (before, now)).or_else(|| self.lead_piece(carry, (before, now))) {
                Some((whole, known)) => (self.line.claim, self.known) = (Some(whole), known),
                None => self.lead(carry, before, now),
            }
            self.leave_parts(parts, was, (before, now));
            self.go_on(carry, (before, now), was);
            if is_gone {
                self.line.gone = self.line.claim.take().or(self.line.gone.take());
            }
        }
        self.stands_at(now);
    }

    /// Leads the claim from draft `before` to draft `now`, which `carry` brings in.
    fn lead(&mut self, carry: &Carry, before: u32, now: u32) {
        if let Some(lead) = self.unaware(carry, before) {
            let known = Some(KnownPlace { id: lead.id.clone(), span: lead.span.after });
            self.line.claim =
                self.line.claim.take().and_then(|claim| self.lead_along(&claim, (carry, lead), (before, now)));
            self.known = known.filter(|_| self.line.claim.as_ref().is_some_and(|claim| !claim.is_apart()));
        } else if let Some((lead, span)) = self.comes_home(carry, now) {
            self.known = Some(KnownPlace { id: lead.id.clone(), span: lead.span.after });
            self.line.claim = self.line.claim.take().map(|claim| self.lead_home(&claim, (lead, span), (before, now)));
        } else if let Some(carried) = carry.claims.iter().find(|carried| carried.id() == self.id) {
            self.carry(carried, before, now);
            (self.known, self.lost) = (None, None);
        } else {
            self.line.claim = self.line.claim.take().map(|claim| self.moved(claim, before, now));
            let there =
                |known: KnownPlace| Some(KnownPlace { span: self.crossing.span(before, now, known.span)?, ..known });
            self.known = self.known.take().and_then(there);
        }
    }

    /// Does what a draft says of the claim.
    fn carry(&mut self, carried: &Carried, before: u32, now: u32) {
        let claim = self.line.claim.take();
        self.line.gone = match (carried, &claim) {
            (Carried::Went(_), Some(claim)) => Some(self.moved(claim.clone(), before, now)),
            _ => claim.clone(),
        };
        self.line.claim = match (carried, claim) {
            // Another draft had brought it, and somebody has done something to it.
            (Carried::Came(came), Some(mut claim)) => {
                let (apart, was) = (claim.record.fate.take_if(|fate| fate.is == FateKind::Gone), claim.span);
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
                    None if claim.is_judged() && !self.crossing.is_same((before, was), (now, claim.span)) => {
                        let there = claim.clone();
                        claim = self.on_other_words(&Claim { span: was, ..claim }, there, (before, now));
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
                    &LedWords { crossing: self.crossing, entries: self.entries, given: &self.given, was, is },
                )
            }
        };
    }

    /// Passes over what was taken back, or takes such a thing back.
    fn pass(&mut self, entry: &'a Entry) {
        if let Some(article) = self.crossing.texts.get(&entry.draft) {
            let at = self.line.noted_on(article, entry, self.id);
            let at = at.filter(|_| entry.draft == self.line.article.draft);
            self.line.holds(at);
            if let Some(span) = at {
                self.views.put(entry, span);
            }
        }
    }

    /// Keeps the claim apart whose words are known in no draft on the way.
    fn give_up(&mut self, now: u32) {
        if let (Some((from, span)), Some(claim)) = (self.lost.take(), &mut self.line.claim) {
            claim.span = span;
            claim.part(now, from, self.crossing.words((from, span)));
        }
    }

    pub(super) fn stands_at(&mut self, draft: u32) {
        if self.lost.is_some() {
            return;
        }
        if let Some(claim) = self.line.claim.as_ref().filter(|claim| !claim.is_apart()) {
            self.places.insert(draft, claim.span);
        }
    }

    /// True when the claim is there, or was. One that a draft beside the way brought comes once somebody has done something to it.
    fn is_there(&mut self) -> bool {
        let to = self.line.article.draft;
        self.born(to);
        self.line.claim.is_some() || self.line.gone.is_some()
    }

    /// Brings the claim that a draft beside the way brought.
    pub(super) fn born(&mut self, to: u32) {
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
}
