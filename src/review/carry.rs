//! Bringing another draft in, as one change: which draft stands, and what becomes of each claim.
//!
//! A claim in words that both drafts share is not named: it stands where they stand. All others are, with what they are before and
//! after, so that the change can be taken back and grows by what changed.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use serde_json::Value;

use super::field::{FATE, FIELDS, Fate, FateKind, Field, READINGS, SETTLED};
use super::history::JudgedClaims;
use super::redraft::Lanes;
use super::{
    Article, Claim, ClaimId, Claims, EditError, Proposal, Reason, Session, Span, Swap, TurnedSentence, are_same_words,
};

/// Leads from one draft to another, and every claim with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Carry {
    /// The draft before and after.
    pub draft: Swap<u32>,
    /// The claims that do not merely stand where their words stand.
    pub claims: Vec<Carried>,
    /// The sentences that say something else though their words are the same.
    pub turned: Vec<Swap<TurnedSentence>>,
}

/// What becomes of one claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// The later draft alone has it.
    Came(Box<Claim>),
    /// The earlier draft alone has it.
    Went(Box<Claim>),
    /// Both have it.
    Led(Box<Lead>),
}

/// A claim before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The claim.
    pub id: ClaimId,
    /// Where it sits; a claim that is kept apart, in the draft that has its words.
    pub span: Swap<Span>,
    /// Why the program suggests it.
    pub proposal: LedProposal,
    /// The fields that differ, with their whole values.
    pub fields: Vec<(&'static Field, Swap<Value>)>,
}

/// Why the program suggests a claim, before and after.
#[derive(Clone, Debug, PartialEq)]
pub enum LedProposal {
    /// For the same reasons, which go along with the words.
    Along,
    /// For other ones.
    Given(Box<Swap<Option<Box<Proposal>>>>),
}

impl LedProposal {
    /// What leads from the proposal of `before` to that of `after`, which is on the `same` words or on others.
    fn between(before: &Claim, after: &Claim, same: bool) -> Self {
        if same && after.proposal.is_some() && moved_proposal(before, after.span) == after.proposal {
            return Self::Along;
        }
        Self::Given(Box::new(Swap::new(before.proposal.clone(), after.proposal.clone())))
    }

    fn inverse(self) -> Self {
        match self {
            Self::Along => Self::Along,
            Self::Given(swap) => Self::Given(Box::new(swap.inverse())),
        }
    }

    /// What it was before; `None` where it is the same.
    pub fn before(&self) -> Option<&Option<Box<Proposal>>> {
        match self {
            Self::Along => None,
            Self::Given(swap) => Some(&swap.before),
        }
    }
}

/// Why the program suggests `claim`, where its words stand at `span`: nothing where a reason points beside them.
fn moved_proposal(claim: &Claim, span: Span) -> Option<Box<Proposal>> {
    claim.proposal.as_ref()?.moved(claim.span, span).map(Box::new)
}

impl Carry {
    /// What takes it back.
    #[must_use]
    pub(super) fn inverse(self) -> Self {
        let turned = self.turned.into_iter().map(Swap::inverse).collect();
        Self { draft: self.draft.inverse(), claims: self.claims.into_iter().map(Carried::inverse).collect(), turned }
    }

    /// What leads claim `id` to its new place, where it is named.
    pub fn lead(&self, id: &ClaimId) -> Option<&Lead> {
        self.claims.iter().filter_map(Carried::led).find(|lead| lead.id == *id)
    }

    /// The claims that it names.
    pub fn ids(&self) -> impl Iterator<Item = &ClaimId> {
        self.claims.iter().map(Carried::id)
    }

    /// Does it. Nothing is changed when it can't be done. `judged` are claims that somebody has judged since it was planned.
    ///
    /// # Errors
    /// When another draft stands, the one to come is not there, or a claim is not as it says.
    pub(super) fn apply(&self, session: &mut Session, judged: &JudgedClaims) -> Result<(), EditError> {
        if session.article.draft != self.draft.before {
            return Err(EditError::OtherDraft(self.draft.before));
        }
        let (article, way) = session.way_to(self.draft.after).ok_or(EditError::NoDraft(self.draft.after))?;
        let lanes = Lanes::of(session.article.text(), &way);
        let articles = Swap::new(&session.article, &article);
        let mut named: HashMap<&ClaimId, &Carried, RandomState> =
            self.claims.iter().map(|carried| (carried.id(), carried)).collect();
        let mut claims = Vec::with_capacity(session.claims.len() + named.len());
        for claim in session.claims.iter().chain(session.apart.iter()) {
            match named.remove(&claim.id) {
                None if claim.is_apart() => claims.push(claim.clone()),
                None => claims.push(shifted(claim, &lanes).ok_or_else(|| EditError::Stale(claim.id.clone()))?),
                Some(carried) => claims.extend(carried.after(claim, &articles, judged.contains(&claim.id))?),
            }
        }
        for carried in self.claims.iter().filter(|carried| named.contains_key(carried.id())) {
            match carried {
                Carried::Came(claim) => claims.push(Claim::clone(claim)),
                Carried::Went(_) | Carried::Led(_) => return Err(EditError::NoClaim(carried.id().clone())),
            }
        }
        for claim in claims.iter().filter(|claim| !claim.is_apart()) {
            fits(&article, claim.span)?;
        }
        session.stand(article, &way);
        session.put(claims);
        Ok(())
    }
}

/// Passes when a claim can sit there.
///
/// # Errors
/// When the span is empty, outside the text or cuts a character.
fn fits(article: &Article, span: Span) -> Result<(), EditError> {
    let Span { start, end } = span;
    if article.words(span).is_empty() { Err(EditError::Span { start, end }) } else { Ok(()) }
}

/// `claim` where its words stand in the other text; `None` when they do not, or what it was proposed for.
pub(super) fn shifted(claim: &Claim, lanes: &Lanes) -> Option<Claim> {
    let mut there = claim.clone();
    there.span = lanes.span(claim.span)?;
    if let Some(proposal) = &mut there.proposal {
        for Reason { span, .. } in &mut proposal.reasons {
            *span = lanes.span(*span)?;
        }
    }
    Some(there)
}

impl Carried {
    /// The claim's name.
    pub fn id(&self) -> &ClaimId {
        match self {
            Self::Came(claim) | Self::Went(claim) => &claim.id,
            Self::Led(lead) => &lead.id,
        }
    }

    /// What leads the claim to its new place; `None` for one that comes or goes.
    pub fn led(&self) -> Option<&Lead> {
        match self {
            Self::Led(lead) => Some(lead),
            Self::Came(_) | Self::Went(_) => None,
        }
    }

    /// The claim that comes or goes; `None` for one that is led to its new place.
    pub(super) fn whole(&self) -> Option<&Claim> {
        match self {
            Self::Came(claim) | Self::Went(claim) => Some(claim),
            Self::Led(_) => None,
        }
    }

    fn inverse(self) -> Self {
        match self {
            Self::Came(claim) => Self::Went(claim),
            Self::Went(claim) => Self::Came(claim),
            Self::Led(lead) => Self::Led(Box::new(lead.inverse())),
        }
    }

    /// What `claim` becomes, be it nothing, where one draft gives way to another.
    ///
    /// # Errors
    /// When it is not as this says.
    fn after(&self, claim: &Claim, articles: &Swap<&Article>, is_judged: bool) -> Result<Option<Claim>, EditError> {
        let after = match self {
            Self::Came(_) => return Err(EditError::Taken(claim.id.clone())),
            Self::Went(held) if **held == (Claim { number: held.number, ..claim.clone() }) => return Ok(None),
            Self::Went(_) => None,
            Self::Led(lead) if is_judged && lead.strands(claim, articles) => None,
            Self::Led(lead) => lead.applied(claim),
        };
        after.map(Some).ok_or_else(|| EditError::Stale(claim.id.clone()))
    }
}

impl Carried {
    /// True when the claim is on other words by it, or was not there before.
    pub(super) fn brings_words(&self) -> bool {
        match self {
            Self::Came(_) => true,
            Self::Went(_) => false,
            Self::Led(lead) => lead.changes_words(),
        }
    }
}

impl Lead {
    /// What leads from `before` to `after`, which have one name and are on the `same` words or on others.
    pub(super) fn between(before: &Claim, after: &Claim, same: bool) -> Self {
        let changes = FIELDS.iter().filter_map(|field| {
            let swap = Swap::new(field.value(before), field.value(after));
            (swap.before != swap.after).then_some((*field, swap))
        });
        Self {
            id: before.id.clone(),
            span: Swap::new(before.span, after.span),
            proposal: LedProposal::between(before, after, same),
            fields: changes.collect(),
        }
    }

    /// The fate that it leads away from, where that told of other words or of none, and what it makes of it does not.
    pub(super) fn settles(&self) -> Option<Fate> {
        let fate = |value: &Value| serde_json::from_value::<Fate>(value.clone()).ok().filter(Fate::is_elsewhere);
        let (_, swap) = self.fields.iter().find(|(field, _)| *field == &FATE)?;
        fate(&swap.before).filter(|_| fate(&swap.after).is_none())
    }

    /// True when the claim has other words by it.
    fn changes_words(&self) -> bool {
        let led = self.fields.iter().find(|(field, _)| *field == &FATE);
        let fate = led.and_then(|(_, swap)| serde_json::from_value::<Fate>(swap.after.clone()).ok());
        fate.is_some_and(|fate| fate.is_other_words())
    }

    /// True when it keeps the claim apart: its words stand nowhere in the draft that it leads to.
    pub(super) fn parts(&self) -> bool {
        let gone = FateKind::Gone.as_str();
        let is_gone = |value: &Value| value.get("is").and_then(Value::as_str) == Some(gone);
        self.fields.iter().any(|(field, swap)| *field == &FATE && is_gone(&swap.after))
    }

    /// The draft that had the words of the claim before, where it tells that it was kept apart.
    pub(super) fn kept_in(&self) -> Option<u32> {
        let (_, swap) = self.fields.iter().find(|(field, _)| *field == &FATE)?;
        let fate = serde_json::from_value::<Fate>(swap.before.clone()).ok();
        fate.filter(|fate| fate.is == FateKind::Gone).map(|fate| fate.from)
    }

    /// What takes it back.
    #[must_use]
    pub fn inverse(self) -> Self {
        let fields = self.fields.into_iter().map(|(field, swap)| (field, swap.inverse())).collect();
        Self { id: self.id, span: self.span.inverse(), proposal: self.proposal.inverse(), fields }
    }

    /// `claim` after it; `None` when it is not as it says.
    fn applied(&self, claim: &Claim) -> Option<Claim> {
        let same = claim.span == self.span.before
            && self.proposal.before().is_none_or(|before| claim.proposal == *before)
            && self.fields.iter().all(|(field, swap)| field.value(claim) == swap.before);
        same.then(|| self.after(claim)).flatten()
    }

    /// True when it would lead `claim`, which somebody has judged since, to other words with a verdict that it does not know of.
    fn strands(&self, claim: &Claim, articles: &Swap<&Article>) -> bool {
        let told = |value: &Value| serde_json::from_value::<Fate>(value.clone()).ok().filter(Fate::is_elsewhere);
        let led = self.fields.iter().find(|(field, _)| *field == &FATE).map(|(_, swap)| swap);
        let (held, given) = (led.and_then(|swap| told(&swap.before)), led.and_then(|swap| told(&swap.after)));
        let words = Swap::new(articles.before.words(self.span.before), articles.after.words(self.span.after));
        // One whose words a draft had changed, and the next one left alone, is told of that again where the next one is taken back.
        let told_again = |fate: &Fate| {
            held.is_none() && fate.from != articles.before.draft && are_same_words(words.before, words.after)
        };
        let to_others = given.is_some_and(|fate| fate.draft == articles.after.draft && !told_again(&fate));
        // Words that are the same, in the same mouth and leaning on the same, are no others.
        let others = |fate: &Fate| {
            !are_same_words(words.before, words.after) || fate.said_by.is_some() || fate.leans_elsewhere()
        };
        let back = held.as_ref().is_some_and(|fate| {
            let there = (articles.before.draft, articles.after.draft, words.after);
            (fate.draft, fate.from, &*fate.was) == there && others(fate)
        }) || self.fields.iter().any(|(field, _)| field.is_judged() || *field == &READINGS);
        let is_named = |field: &Field| self.fields.iter().any(|(named, _)| *named == field);
        let mut verdicts = FIELDS.iter().filter(|field| field.is_judged() || **field == &READINGS);
        (to_others || back) && verdicts.any(|field| !is_named(field) && !Field::is_empty(&field.value(claim)))
    }

    /// Why the program suggests `claim` afterwards, whatever it was before.
    pub(super) fn proposal_of(&self, claim: &Claim) -> Option<Box<Proposal>> {
        match &self.proposal {
            LedProposal::Along => moved_proposal(claim, self.span.after),
            LedProposal::Given(swap) => swap.after.clone(),
        }
    }

    /// `claim` with what it says afterwards, whatever it was before; `None` when a value is not of its field's shape.
    pub fn after(&self, claim: &Claim) -> Option<Claim> {
        let mut after = claim.clone();
        after.span = self.span.after;
        after.proposal = self.proposal_of(claim);
        // What readings were settled to decides which verdict stands, and so comes before them.
        let (settled, rest): (Vec<_>, Vec<_>) = self.fields.iter().partition(|(field, _)| *field == &SETTLED);
        for (field, swap) in settled.into_iter().chain(rest) {
            field.put(&mut after, swap.after.clone()).ok()?;
        }
        Some(after)
    }
}

impl Session {
    /// Puts `claims` in the place of all it has, those whose words stand nowhere apart.
    pub(super) fn put(&mut self, claims: Vec<Claim>) {
        let (apart, here): (Vec<Claim>, Vec<Claim>) = claims.into_iter().partition(Claim::is_apart);
        self.set_apart(apart);
        self.claims = Claims::from_iter(here);
        self.number();
    }

    /// Gives a number to every claim that has none of its own; how many got one.
    pub(super) fn number(&mut self) -> usize {
        let kept = self.apart.iter().map(|claim| claim.number);
        self.claims.number_beside(kept, self.history.numbers())
    }

    /// Changes a claim in place, be it one that is kept apart; the change must leave id and span alone.
    pub(super) fn update<T>(&mut self, id: &ClaimId, change: impl FnOnce(&mut Claim) -> T) -> Option<T> {
        if let Some(at) = self.apart.iter().position(|claim| claim.id == *id) {
            return Arc::make_mut(&mut self.apart).get_mut(at).map(change);
        }
        self.claims.update(id, change)
    }

    /// Takes a claim out, be it one that is kept apart.
    pub(super) fn take(&mut self, id: &ClaimId) {
        if self.claims.remove(id).is_none() {
            Arc::make_mut(&mut self.apart).retain(|claim| claim.id != *id);
        }
    }

    /// Puts `claim` in, with its own number when that is free.
    pub(super) fn insert(&mut self, claim: &Claim) {
        if claim.is_apart() {
            let apart = std::mem::take(&mut self.apart);
            self.set_apart(apart.iter().chain([claim]).cloned().collect());
        } else {
            let number = self.claims.free_number(claim, self.history.numbers());
            self.claims.insert(Claim { number, ..claim.clone() });
        }
    }

    /// Keeps these claims apart, whatever was before.
    pub fn set_apart(&mut self, mut claims: Vec<Claim>) {
        let from = |claim: &Claim| claim.fate().map_or(0, |fate| fate.from);
        claims.sort_by(|a, b| (from(a), a.span, &a.id).cmp(&(from(b), b.span, &b.id)));
        self.apart = Arc::new(claims);
    }

    /// The claims whose words stand nowhere in the article, in the order that they stood in.
    pub fn apart(&self) -> &[Claim] {
        &self.apart
    }

    /// The claim with this id, be it one whose words stand nowhere.
    pub fn any_claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.by_id(id).or_else(|| self.apart.iter().find(|claim| claim.id == *id))
    }

    /// The words of a claim, which of one that is kept apart stand in an earlier draft.
    pub fn words_of<'a>(&'a self, claim: &'a Claim) -> &'a str {
        match claim.fate().filter(|_| claim.is_apart()) {
            Some(fate) => &fate.was,
            None => self.exact(claim),
        }
    }
}
