//! Claims on their way to a new draft, one after the other.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::carry::shifted;
use super::super::fates::Fates;
use super::super::field::{Fate, FateKind};
use super::super::leant::Leant;
use super::super::occupied::OccupiedSpans;
use super::super::parted::{PartedClaims, groups, parted};
use super::super::redraft::{self, ClaimFate, Lanes, Redraft};
use super::super::returning::Returning;
use super::super::sayers::Sayers;
use super::super::{Article, Carried, Claim, ClaimId, Lead, LedProposal, Proposal, Session, Span};

/// A claim in the new draft.
struct FoundClaim<'t> {
    /// What became of it.
    fate: ClaimFate,
    /// Who said it, where somebody else does now; empty where the article itself did.
    said_by: Option<String>,
    /// What its words leaned on, where those are the same and lean on something else now.
    leant: Option<Leant<'t>>,
}

/// True where words that the claim had before may be its again: it has lost those of now, or is on a part of what it was over.
fn may_come_back(claim: &Claim, found: &FoundClaim<'_>) -> bool {
    let is_part = || claim.is_pending() && claim.fate().is_some_and(|fate| fate.is == FateKind::Split);
    !found.fate.is.is_same() || is_part()
}

pub(super) struct Planner<'a> {
    pub(super) session: &'a Session,
    pub(super) returning: Returning<'a>,
    pub(super) article: &'a Article,
    pub(super) lanes: &'a Lanes,
    pub(super) fates: Fates,
    pub(super) came_back: HashSet<ClaimId>,
    pub(super) claims: Vec<Carried>,
    /// Where claims that both drafts have stand in the new one.
    pub(super) taken: Vec<Span>,
    pub(super) said_by: Sayers<'a>,
    /// The parts of claims that stand away from the rest of their words now.
    pub(super) parted: Vec<Claim>,
    /// The new draft's sentences.
    pub(super) sentences: &'a [Span],
    /// Those of them that no earlier draft had, by their folded words.
    pub(super) fresh: OnceCell<HashMap<String, Span>>,
}

impl<'a> Planner<'a> {
    /// What became of `claim`: what somebody else says now is another claim, though its words are the same.
    fn found(&self, claim: &Claim, redraft: &Redraft<'_>) -> FoundClaim<'a> {
        let mut fate = redraft.fate(claim.span);
        let said_by = fate.spans.first().and_then(|span| self.said_by.other(claim, *span));
        let texts = (self.session.article.text(), self.article.text());
        let same = fate.spans.first().filter(|_| said_by.is_none() && fate.is.is_same());
        let leant = same.and_then(|span| self.said_by.other_leaning(claim.span, *span, texts));
        let around = || {
            let to = fate.spans.first().filter(|_| fate.around && said_by.is_none())?;
            self.said_by.sentences_around(claim.span, *to, texts)
        };
        let leant = leant.or_else(around);
        if (said_by.is_some() || leant.is_some()) && fate.is.is_same() {
            fate.is = redraft::Fate::Changed;
        }
        FoundClaim { fate, said_by, leant }
    }

    /// Leads every claim of the session to where it was found, or where words of its are that it had before; those that are kept apart still.
    pub(super) fn lead(&mut self, redraft: &Redraft<'_>) -> Vec<&'a Claim> {
        let session = self.session;
        let found: Vec<FoundClaim<'_>> = session.claims().iter().map(|claim| self.found(claim, redraft)).collect();
        let parts = PartedClaims::of(session);
        let led: HashSet<&ClaimId> = session
            .claims()
            .iter()
            .zip(&found)
            .filter(|(claim, found)| may_come_back(claim, found))
            .map(|(claim, _)| &claim.id)
            .collect();
        // What came as a part of words that stand together again is in nobody's way.
        let is_part = |claim: &Claim| parts.whole(claim).is_some_and(|whole| led.contains(whole));
        let kept = session.claims().iter().zip(&found);
        let kept = kept.filter(|(claim, found)| !may_come_back(claim, found) && !is_part(claim));
        let kept = OccupiedSpans::of(kept.flat_map(|(_, found)| found.fate.spans.clone()).collect());
        let (fragments, apart): (Vec<&Claim>, Vec<&Claim>) = session.apart().iter().partition(|claim| is_part(claim));
        let mut gone: Vec<&Claim> = apart.into_iter().filter(|claim| !self.come_back(claim, &kept)).collect();
        let kept = kept.and(&self.taken);
        let changed: Vec<(&Claim, FoundClaim<'_>)> = session
            .claims()
            .iter()
            .zip(found)
            .filter(|(claim, found)| !may_come_back(claim, found) || !self.come_back(claim, &kept))
            .collect();
        let kept = kept.and(&self.taken);
        gone.extend(fragments.into_iter().filter(|claim| !self.go(claim, &parts) && !self.come_back(claim, &kept)));
        let back = OccupiedSpans::of(self.taken.clone());
        let returned: HashSet<[Span; 1]> = self.taken.iter().map(|span| [*span]).collect();
        for (claim, mut found) in changed {
            if self.go(claim, &parts) {
                continue;
            }
            // What was proposed in the place of one that is back, and has nothing to say, would stand there twice. Nor do two claims stand on
            // one wording: what has the words of another by now has lost its own.
            let meets_back = found.fate.spans.iter().any(|span| back.meets(*span));
            let is_twice = claim.says_nothing() && meets_back || returned.contains(&*found.fate.spans);
            if !found.fate.is.is_same() && is_twice {
                found.fate.spans.clear();
            }
            self.carry(claim, &found, redraft);
        }
        gone
    }

    /// Leads `claim` to where it was found.
    fn carry(
        &mut self,
        claim: &Claim,
        FoundClaim { fate: found, said_by, leant }: &FoundClaim<'_>,
        redraft: &Redraft<'_>,
    ) {
        let is_same = found.is.is_same();
        let mut groups = groups(self.article.text(), &found.spans);
        let longest =
            groups.iter().enumerate().max_by_key(|(at, span)| (span.len(), usize::MAX - at)).map(|(at, _)| at);
        let span = longest.map(|at| groups.remove(at));
        let Some(span) = span.or_else(|| self.corrected(claim, redraft)) else {
            return self.part(claim);
        };
        self.taken.push(span);
        let mut after = Claim { span, ..claim.clone() };
        after.leave_places();
        after.proposal = self.proposal(claim, span, is_same);
        let kind = match found.is {
            redraft::Fate::Same => FateKind::Same,
            redraft::Fate::Moved => FateKind::Moved,
            redraft::Fate::Changed if !groups.is_empty() => FateKind::Split,
            redraft::Fate::Split => FateKind::Split,
            redraft::Fate::Merged => FateKind::Merged,
            redraft::Fate::Changed | redraft::Fate::Gone | redraft::Fate::Other(_) => FateKind::Changed,
        };
        *self.fates.of_mut(&kind) += 1;
        if is_same {
            // What nobody has answered yet is still to be answered.
            let fate = claim.record.fate.clone().filter(|_| claim.is_pending());
            let fate = fate.or_else(|| (kind == FateKind::Moved).then(|| Box::new(Fate::of(self.article.draft, kind))));
            after.record.fate = fate;
            self.corrections(claim, &mut after);
            if shifted(claim, self.lanes).is_some_and(|there| there == after) {
                return;
            }
        } else {
            let mut fate = self.fate(claim, kind, self.session.exact(claim));
            fate.said_by = fate.said_by.or_else(|| said_by.clone());
            if let Some(leant) = leant {
                fate.lean(*leant);
            }
            after.record.fate = Some(Box::new(fate));
            after.withdraw(claim);
            self.said_by.renew(&mut after, said_by.is_some());
            for span in groups {
                let mut part = parted(&after, span);
                self.give_corrections(claim, &mut after, &mut part);
                self.parted.push(part);
            }
            self.corrections(claim, &mut after);
        }
        self.push_led(claim, &after);
    }

    /// Leads `claim` to what it is `after`.
    fn push_led(&mut self, claim: &Claim, after: &Claim) {
        let texts = (self.session.texts(), self.article);
        let words = |claim: &Claim, now| match claim.fate().filter(|_| claim.is_apart()) {
            Some(fate) => texts.0.or_now(fate.from).words(claim.span),
            None => claim.span.of(now),
        };
        let same = words(claim, texts.0.now.text()) == words(after, texts.1.text());
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, after, same))));
    }

    /// Brings a claim back whose words an earlier draft had and this one has again; false when they stand nowhere, or in a place that is
    /// `taken` by another claim.
    fn come_back(&mut self, claim: &Claim, taken: &OccupiedSpans) -> bool {
        let Some((mut after, lead)) = self.returning.claim(claim) else { return false };
        if taken.meets(after.span) || self.said_by.is_other_again(claim, lead, after.span) {
            return false;
        }
        self.said_by.renew(&mut after, false);
        self.taken.push(after.span);
        after.leave_places();
        if after.is_left_behind() {
            self.fates.changed += 1;
        } else {
            self.fates.back += 1;
            self.came_back.insert(claim.id.clone());
        }
        self.corrections(claim, &mut after);
        self.push_led(claim, &after);
        true
    }

    /// Lets go of a part of which nobody has said anything, where the claim that it is of is back; false for any other claim.
    fn go(&mut self, claim: &Claim, parts: &PartedClaims<'_>) -> bool {
        let goes = parts.whole(claim).is_some_and(|whole| self.came_back.contains(whole)) && parts.is_idle(claim);
        if goes {
            self.claims.push(Carried::Went(Box::new(claim.clone())));
        }
        goes
    }

    /// Puts claims that are kept apart on what their words have become, in sentences that are `free`: those that the draft before had not.
    pub(super) fn come_changed(&mut self, gone: &[&Claim], free: &OccupiedSpans) {
        let taken = OccupiedSpans::of(self.taken.clone());
        // Where each begins, with its end; none overlaps another.
        let mut put: BTreeMap<usize, usize> = BTreeMap::new();
        for claim in gone {
            // What somebody has let go comes back with its own words only.
            if claim.is_let_go() {
                continue;
            }
            let (Some(held), Some((span, leant))) = (claim.fate(), self.returning.changed(claim)) else { continue };
            let is_put = put.range(..span.end).next_back().is_some_and(|(_, end)| *end > span.start);
            if !free.meets(span) || taken.meets(span) || is_put {
                continue;
            }
            put.insert(span.start, span.end);
            self.fates.changed += 1;
            let mut after = Claim { span, proposal: None, ..Claim::clone(claim) };
            let mut fate = Fate { draft: self.article.draft, is: FateKind::Changed, answer: None, ..held.clone() };
            fate.lean(leant.unwrap_or_default());
            after.record.fate = Some(Box::new(fate));
            self.said_by.renew(&mut after, false);
            self.corrections(claim, &mut after);
            self.push_led(claim, &after);
        }
        self.taken.extend(put.into_iter().map(|(start, end)| Span::new(start, end)));
    }

    /// Keeps a claim apart whose words stand nowhere.
    fn part(&mut self, claim: &Claim) {
        self.fates.gone += 1;
        let mut after = claim.clone();
        after.leave_places();
        let words = self.session.exact(claim);
        after.record.fate = Some(Box::new(Fate {
            // It sits in the draft that stood until now, whatever words its verdict was given on.
            from: self.session.article.draft,
            was: words.to_owned(),
            ..self.fate(claim, FateKind::Gone, words)
        }));
        after.withdraw(claim);
        self.push_led(claim, &after);
    }

    /// The fate of a claim whose words were `words`. One that is still to be looked at keeps the words that its verdict was given on.
    fn fate(&self, claim: &Claim, is: FateKind, words: &str) -> Fate {
        let fresh = Fate::of(self.article.draft, is);
        match claim.fate().filter(|_| claim.is_pending()) {
            Some(held) => Fate {
                was: held.was.clone(),
                from: held.from,
                had: held.had.clone(),
                dismissed: held.dismissed,
                said_by: held.said_by.clone(),
                leant_on: held.leant_on.clone(),
                leans_on: held.leans_on.clone(),
                ..fresh
            },
            None => Fate { was: words.to_owned(), from: self.session.article.draft, ..fresh },
        }
    }

    /// Why the program suggests a claim that stands at `span` now: what it said of the same words, pointing at them there.
    fn proposal(&self, claim: &Claim, span: Span, same: bool) -> Option<Box<Proposal>> {
        if let Some(there) = shifted(claim, self.lanes).filter(|there| there.span == span) {
            return there.proposal;
        }
        let (old, new) = (claim.span.of(self.session.article.text()), span.of(self.article.text()));
        let along = || claim.proposal.as_ref()?.moved(claim.span, span).map(Box::new);
        (same && old == new).then(along).flatten()
    }

    /// Proposes what stands in no sentence that was there before, and gives changed claims the reasons of their new words.
    pub(super) fn propose(&mut self, redraft: &Redraft<'_>, proposed: Vec<Claim>) {
        let kept: HashSet<usize> = redraft
            .successors()
            .iter()
            .filter(|one| one.fate.is_same())
            .flat_map(|one| one.to.iter().copied())
            .collect();
        let taken = OccupiedSpans::of(std::mem::take(&mut self.taken));
        let parts: Vec<Claim> = std::mem::take(&mut self.parted);
        let parts: Vec<Claim> = parts.into_iter().filter(|part| !taken.meets(part.span)).collect();
        let taken = taken.and(&parts.iter().map(|part| part.span).collect::<Vec<_>>());
        let mut ids: HashSet<ClaimId> = self.session.claims().iter().map(|claim| claim.id.clone()).collect();
        ids.extend(self.session.apart().iter().map(|claim| claim.id.clone()));
        let mut fresh: HashMap<Span, Box<Proposal>> = HashMap::new();
        for mut part in parts {
            part.id = self.free_id(part.span, &mut ids);
            self.claims.push(Carried::Came(Box::new(part)));
        }
        for mut claim in proposed {
            if taken.meets(claim.span) {
                fresh.extend(claim.proposal.map(|proposal| (claim.span, proposal)));
                continue;
            }
            let sentence = self.sentences.partition_point(|span| span.end <= claim.span.start);
            if kept.contains(&sentence) {
                continue;
            }
            if !ids.insert(claim.id.clone()) {
                claim.id = self.free_id(claim.span, &mut ids);
            }
            self.fates.new += 1;
            claim.record.fate = Some(Box::new(Fate::of(self.article.draft, FateKind::New)));
            self.claims.push(Carried::Came(Box::new(claim)));
        }
        for carried in &mut self.claims {
            if let Carried::Led(lead) = carried
                && let LedProposal::Given(swap) = &mut lead.proposal
                && swap.after.is_none()
            {
                swap.after = fresh.get(&lead.span.after).cloned();
            }
        }
    }

    /// The id of a claim at `span` that this draft brings, beside `ids`, to which it is added: the same whoever brings the draft in.
    fn free_id(&self, span: Span, ids: &mut HashSet<ClaimId>) -> ClaimId {
        let start = self.article.code_point(span.start);
        let words = format!("{}\n{}", self.article.draft, self.article.words(span));
        let mut digits = 8;
        loop {
            let id = ClaimId::derive(start, &words, digits);
            if ids.insert(id.clone()) || digits == 16 {
                return id;
            }
            digits += 1;
        }
    }
}
