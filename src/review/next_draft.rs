//! What bringing a draft in would do to every claim of a session: its fate, and the edit that gives it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::carry::shifted;
use super::fates::Fates;
use super::field::{CorrectionStatus, FATE, FIELDS, Fate, FateKind, Field, SPEAKER};
use super::occupied::OccupiedSpans;
use super::redraft::{self, ClaimFate, Cut, Lanes, Redraft, fold};
use super::returning::{EarlierDraft, Returning};
use super::sayers::{SaidSentences, Sayers};
use super::taken_over;
use super::{
    Article, Carried, Carry, Change, Claim, ClaimId, Correction, Edit, Lead, Number, Origin, Record, Session, Span,
    Swap,
};

/// A draft with what the program found in it.
#[derive(Clone, Debug)]
pub struct Incoming<'a> {
    /// Its number among the session's drafts.
    pub n: u32,
    /// The sentences of the draft that stands.
    pub before: SaidSentences<'a>,
    /// Its own.
    pub after: SaidSentences<'a>,
    /// The claims proposed for it, in order.
    pub proposed: Vec<Claim>,
    /// The drafts that [`Session::left_behind`] tells.
    pub earlier: &'a [EarlierDraft],
}

/// What bringing a draft in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct NextDraft {
    /// The edit.
    pub edit: Edit,
    /// The fates.
    pub fates: Fates,
    /// The share of the earlier draft that is found again, 0 to 1.
    pub kept: f32,
}

/// Drafts that share less are not of one article.
pub const UNRELATED: f32 = 0.1;

/// Plans the edit that brings in draft `incoming.n`, which the session keeps already; `None` when it keeps no such draft.
///
/// A verdict stays only on claims whose words are the same, in sentences that are the same. It takes n log n.
pub fn next_draft(session: &Session, incoming: Incoming<'_>) -> Option<NextDraft> {
    let (article, way) = session.way_to(incoming.n)?;
    let lanes = Lanes::of(session.article.text(), &way);
    let old =
        Cut { text: session.article.text(), sentences: incoming.before.spans, language: &session.article.language };
    let new = Cut { text: article.text(), sentences: incoming.after.spans, language: &article.language };
    let redraft = Redraft::of(old, new);
    let mut planner = Planner {
        session,
        returning: Returning::of(session, incoming.earlier, (incoming.n, new)),
        article: &article,
        lanes: &lanes,
        fates: Fates::default(),
        claims: Vec::new(),
        taken: Vec::new(),
        said_by: Sayers::of(session, incoming.before, incoming.after),
        parted: Vec::new(),
        sentences: incoming.after.spans,
        fresh: OnceCell::new(),
    };
    let found: Vec<FoundClaim> = session.claims().iter().map(|claim| planner.found(claim, &redraft)).collect();
    let kept = found.iter().filter(|found| found.fate.is.is_same()).flat_map(|found| found.fate.spans.clone());
    let kept = OccupiedSpans::of(kept.collect());
    let gone: Vec<&Claim> = session.apart().iter().filter(|claim| !planner.come_back(claim, &kept)).collect();
    let kept = kept.and(&planner.taken);
    let changed: Vec<(&Claim, FoundClaim)> = session
        .claims()
        .iter()
        .zip(found)
        .filter(|(claim, found)| found.fate.is.is_same() || !planner.come_back(claim, &kept))
        .collect();
    let back = OccupiedSpans::of(planner.taken.clone());
    let returned: HashSet<[Span; 1]> = planner.taken.iter().map(|span| [*span]).collect();
    for (claim, mut found) in changed {
        // What was proposed in the place of one that is back, and has nothing to say, would stand there twice. Nor do two claims stand on
        // one wording: what has the words of another by now has lost its own.
        let meets_back = found.fate.spans.iter().any(|span| back.meets(*span));
        let is_twice = says_nothing(claim) && meets_back || returned.contains(&*found.fate.spans);
        if !found.fate.is.is_same() && is_twice {
            found.fate.spans.clear();
        }
        planner.carry(claim, &found, &redraft);
    }
    let free = redraft.new_sentences().filter_map(|at| incoming.after.spans.get(at).copied());
    planner.come_changed(&gone, &OccupiedSpans::of(free.collect()));
    let kept = redraft.kept();
    planner.propose(&redraft, incoming);
    let Planner { fates, claims, .. } = planner;
    let carry = Carry { draft: Swap::new(session.article.draft, article.draft), claims };
    Some(NextDraft { edit: Edit { claim: None, change: Change::Draft(Arc::new(carry)) }, fates, kept })
}

/// A claim in the new draft.
struct FoundClaim {
    /// What became of it.
    fate: ClaimFate,
    /// Who said it, where somebody else does now; empty where the article itself did.
    said_by: Option<String>,
}

/// True for a claim that the program proposed and of which nobody has said anything.
fn says_nothing(claim: &Claim) -> bool {
    let told = claim.fate().is_some_and(|fate| !fate.had.is_empty() || fate.dismissed || fate.answer.is_some());
    let said = |field: &&&Field| ![&SPEAKER, &FATE].contains(*field) && !Field::is_empty(&field.value(claim));
    claim.origin == Origin::Proposed && !told && !FIELDS.iter().any(|field| said(&field))
}

/// The part of `claim` that stands at `span` now, away from the rest: a claim of its own, with what was found out about the whole.
fn parted(claim: &Claim, span: Span) -> Claim {
    let mut part = Claim { span, number: Number::default(), proposal: None, statement: String::new(), ..claim.clone() };
    let Record { note, sources, fate, .. } = std::mem::take(&mut *part.record);
    part.record = Record { fate, note, sources, ..Record::default() }.into();
    part
}

struct Planner<'a> {
    session: &'a Session,
    returning: Returning<'a>,
    article: &'a Article,
    lanes: &'a Lanes,
    fates: Fates,
    claims: Vec<Carried>,
    /// Where claims that both drafts have stand in the new one.
    taken: Vec<Span>,
    said_by: Sayers<'a>,
    /// The parts of claims that stand away from the rest of their words now.
    parted: Vec<Claim>,
    /// The new draft's sentences.
    sentences: &'a [Span],
    /// Those of them that no earlier draft had, by their folded words.
    fresh: OnceCell<HashMap<String, Span>>,
}

impl Planner<'_> {
    /// What became of `claim`: what somebody else says now is another claim, though its words are the same.
    fn found(&self, claim: &Claim, redraft: &Redraft<'_>) -> FoundClaim {
        let mut fate = redraft.fate(claim.span);
        let said_by = fate.spans.first().and_then(|span| self.said_by.other(claim, *span));
        if said_by.is_some() && fate.is.is_same() {
            fate.is = redraft::Fate::Changed;
        }
        FoundClaim { fate, said_by }
    }

    /// Leads `claim` to where it was found.
    fn carry(&mut self, claim: &Claim, FoundClaim { fate: found, said_by }: &FoundClaim, redraft: &Redraft<'_>) {
        let is_same = found.is.is_same();
        let mut groups = self.groups(&found.spans);
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
            after.record.fate = Some(Box::new(fate));
            after.withdraw(claim);
            self.said_by.renew(&mut after, said_by.is_some());
            self.parted.extend(groups.into_iter().map(|span| parted(&after, span)));
            self.corrections(claim, &mut after);
        }
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
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
        self.fates.back += 1;
        self.corrections(claim, &mut after);
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
        true
    }

    /// Puts claims that are kept apart on what their words have become, in sentences that are `free`: those that the draft before had not.
    fn come_changed(&mut self, gone: &[&Claim], free: &OccupiedSpans) {
        let taken = OccupiedSpans::of(self.taken.clone());
        // Where each begins, with its end; none overlaps another.
        let mut put: BTreeMap<usize, usize> = BTreeMap::new();
        for claim in gone {
            let (Some(held), Some(span)) = (claim.fate(), self.returning.changed(claim)) else { continue };
            let is_put = put.range(..span.end).next_back().is_some_and(|(_, end)| *end > span.start);
            if !free.meets(span) || taken.meets(span) || is_put {
                continue;
            }
            put.insert(span.start, span.end);
            self.fates.changed += 1;
            let mut after = Claim { span, proposal: None, ..Claim::clone(claim) };
            let fate = Fate { draft: self.article.draft, is: FateKind::Changed, answer: None, ..held.clone() };
            after.record.fate = Some(Box::new(fate));
            self.said_by.renew(&mut after, false);
            self.corrections(claim, &mut after);
            self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
        }
        self.taken.extend(put.into_iter().map(|(start, end)| Span::new(start, end)));
    }

    /// The sentence that no earlier draft had and that is what somebody proposed instead of a claim, however little of the claim's
    /// own words is left in it.
    fn corrected(&self, claim: &Claim, redraft: &Redraft<'_>) -> Option<Span> {
        let mut open =
            claim.record.corrections.iter().filter(|one| one.status == CorrectionStatus::Proposed).peekable();
        open.peek()?;
        let fresh = self.fresh.get_or_init(|| {
            let spans = redraft.new_sentences().filter_map(|at| self.sentences.get(at).copied());
            spans.map(|span| (fold(span.of(self.article.text())).into_owned(), span)).collect()
        });
        open.find_map(|one| fresh.get(&*fold(&one.text)).copied())
    }

    /// The places of a claim's words, those that stand beside each other as one.
    fn groups(&self, spans: &[Span]) -> Vec<Span> {
        let text = self.article.text();
        let mut groups: Vec<Span> = Vec::new();
        for span in spans.iter().filter(|span| !span.is_empty()) {
            match groups.last_mut() {
                Some(last) if text.get(last.end..span.start).is_none_or(|gap| gap.trim().is_empty()) => {
                    last.end = last.end.max(span.end);
                }
                _ => groups.push(*span),
            }
        }
        groups
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
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
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
                ..fresh
            },
            None => Fate { was: words.to_owned(), from: self.session.article.draft, ..fresh },
        }
    }

    /// Why the program suggests a claim that stands at `span` now: what it said of the same words, pointing at them there.
    fn proposal(&self, claim: &Claim, span: Span, same: bool) -> Option<Box<super::Proposal>> {
        let mut proposal = claim.proposal.clone()?;
        if let Some(there) = shifted(claim, self.lanes).filter(|there| there.span == span) {
            return there.proposal;
        }
        let (old, new) = (claim.span.of(self.session.article.text()), span.of(self.article.text()));
        let within = |reason: &super::Reason| claim.span.covers(reason.span);
        if same && old == new && proposal.reasons.iter().all(within) {
            for reason in &mut proposal.reasons {
                let start = span.start + reason.span.start - claim.span.start;
                reason.span = Span::new(start, start + reason.span.len());
            }
            return Some(proposal);
        }
        None
    }

    /// Tells of a claim's corrections what the draft made of them.
    fn corrections(&mut self, claim: &Claim, after: &mut Claim) {
        if claim.record.corrections.is_empty() {
            return;
        }
        let (was, now) = (self.session.words_of(claim), self.article.words(after.span));
        let proposed = |one: &Correction| self.session.corrected(claim, one);
        let count = taken_over::settle(&mut after.record.corrections, (was, now), proposed, self.article.draft);
        self.fates.taken_over += count.taken;
        self.fates.ignored += count.ignored;
    }

    /// Proposes what stands in no sentence that was there before, and gives changed claims the reasons of their new words.
    fn propose(&mut self, redraft: &Redraft<'_>, incoming: Incoming<'_>) {
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
        let mut fresh: HashMap<Span, Box<super::Proposal>> = HashMap::new();
        for mut part in parts {
            part.id = self.free_id(part.span, &mut ids);
            self.claims.push(Carried::Came(Box::new(part)));
        }
        for mut claim in incoming.proposed {
            if taken.meets(claim.span) {
                fresh.extend(claim.proposal.map(|proposal| (claim.span, proposal)));
                continue;
            }
            let sentence = incoming.after.spans.partition_point(|span| span.end <= claim.span.start);
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
                && lead.proposal.after.is_none()
                && let Some(proposal) = fresh.get(&lead.span.after)
            {
                lead.proposal.after = Some(proposal.clone());
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
