//! Claims whose words a draft had changed or dropped, and a later one has again: they come back as they were, whatever was said of the words
//! between.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;
use serde_json::Value;

use super::field::{
    CONFLICTS, FATE, FIELDS, Fate, FateKind, Field, Mark, NOTE, READINGS, Settled, Shape, VERDICT, add_line,
};
use super::leant::{Leant, SentenceLeanings};
use super::redraft::{Cut, Redraft, fold};
use super::sayers::{SaidSentences, other_leaning};
use super::{Carried, Carry, Change, Claim, ClaimId, Conflict, Lead, Session, Span, Swap};

/// An earlier draft with what the program found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierDraft {
    /// Its number.
    pub n: u32,
    /// Its sentences, in bytes, in order.
    pub sentences: Vec<Span>,
    /// What each leans on, in the same order.
    pub leanings: Vec<SentenceLeanings>,
    /// How many bytes of each are a list's mark.
    pub marks: Vec<usize>,
}

impl Session {
    /// The earlier drafts whose words a claim may have again: all that it was led from to other words, or to none.
    pub fn left_behind(&self) -> Vec<u32> {
        let claims = self.claims_by_id();
        let led_away = |carry: &Carry| {
            let mut leads = carry.claims.iter().filter_map(Carried::led);
            leads.any(|lead| claims.get(&lead.id).is_some_and(|claim| self.may_return(claim, carry, lead)))
        };
        let carries = self.history.iter().filter_map(|entry| entry.edit.change.draft());
        let mut drafts: Vec<u32> = carries.filter(|carry| led_away(carry)).map(|carry| carry.draft.before).collect();
        drafts.retain(|n| *n != self.article.draft);
        drafts.sort_unstable();
        drafts.dedup();
        drafts
    }

    /// Its claims, those that are kept apart included, by name.
    fn claims_by_id(&self) -> HashMap<&ClaimId, &Claim, RandomState> {
        self.claims.iter().chain(self.apart()).map(|claim| (&claim.id, claim)).collect()
    }

    /// True when `lead` led `claim` from words that it may have again as it was. Where somebody has judged other words of it since, that is
    /// where a verdict had been given on those: else nothing would come back, and what was said of the others would go untold.
    fn may_return(&self, claim: &Claim, carry: &Carry, lead: &Lead) -> bool {
        may_give_back(claim, lead) && self.leads_away(carry, lead)
    }

    /// True for what leads a claim from words that it had to others, or to none.
    fn leads_away(&self, carry: &Carry, lead: &Lead) -> bool {
        let told = |value: &Value| serde_json::from_value::<Fate>(value.clone()).ok();
        let fate = lead.fields.iter().find(|(field, _)| *field == &FATE);
        if let Some((_, swap)) = fate {
            let was_apart = told(&swap.before).is_some_and(|fate| fate.is == FateKind::Gone);
            if was_apart || told(&swap.after).is_some_and(|fate| fate.is_elsewhere()) {
                return !was_apart;
            }
        }
        // Nor does it tell of other words where these came back themselves.
        let words = |draft, span| self.texts().of(draft).map(|article| article.words(span));
        let (before, after) = (words(carry.draft.before, lead.span.before), words(carry.draft.after, lead.span.after));
        before.zip(after).is_some_and(|(before, after)| before != after && fold(before) != fold(after))
    }
}

/// What led a claim from the words that it had in a draft.
struct LedAway<'a> {
    /// The draft.
    from: u32,
    /// The place of it in the history.
    at: usize,
    lead: &'a Lead,
}

/// The drafts before the one that stands, each compared with a new one.
pub(super) struct Returning<'a> {
    redrafts: BTreeMap<u32, Redraft<'a>>,
    /// Their sentences and texts, and those of the new one.
    said: HashMap<u32, (SaidSentences<'a>, &'a str), RandomState>,
    now: (SaidSentences<'a>, &'a str),
    /// What led each claim from the words it had in which draft, the latest last; one for each draft.
    left: HashMap<&'a ClaimId, Vec<LedAway<'a>>, RandomState>,
    /// The verdicts that the history has of each, with the draft that they were given on.
    given: HashMap<&'a ClaimId, Vec<(Mark, u32)>, RandomState>,
    /// Those that somebody has put on other words by hand.
    reworded: HashSet<&'a ClaimId, RandomState>,
    /// Where in the history, and in which draft, the note of each was changed since it was last led from its words.
    noted: HashMap<&'a ClaimId, Vec<(usize, u32)>, RandomState>,
    /// The number of the new draft.
    draft: u32,
}

impl<'a> Returning<'a> {
    /// Compares `earlier` drafts of the session with the new one, `new`. It takes n log n each.
    pub(super) fn of(
        session: &'a Session,
        earlier: &'a [EarlierDraft],
        (draft, new, after): (u32, Cut<'a>, SaidSentences<'a>),
    ) -> Self {
        let compared = earlier.iter().filter_map(|draft| {
            let article = session.texts().of(draft.n)?;
            let old = Cut {
                text: article.text(),
                sentences: &draft.sentences,
                marks: &draft.marks,
                language: &article.language,
            };
            Some((draft.n, Redraft::of(old, new)))
        });
        let claims = session.claims_by_id();
        let said = earlier.iter().filter_map(|draft| {
            let spans = SaidSentences {
                spans: &draft.sentences,
                speakers: &[],
                leanings: &draft.leanings,
                marks: &draft.marks,
            };
            Some((draft.n, (spans, session.texts().of(draft.n)?.text())))
        });
        let mut returning = Self {
            redrafts: compared.collect(),
            said: said.collect(),
            now: (after, new.text),
            left: HashMap::default(),
            given: HashMap::default(),
            reworded: HashSet::default(),
            noted: HashMap::default(),
            draft,
        };
        for (at, entry) in session.history.iter().enumerate() {
            let carry = entry.edit.change.draft();
            let leads = carry
                .into_iter()
                .flat_map(|carry| carry.claims.iter().filter_map(move |one| Some((carry, one.led()?))));
            for (carry, lead) in leads {
                if claims.contains_key(&lead.id) && session.leads_away(carry, lead) {
                    let left = returning.left.entry(&lead.id).or_default();
                    // Of one draft the last that led it away counts.
                    left.retain(|led| led.from != carry.draft.before);
                    left.push(LedAway { from: carry.draft.before, at, lead });
                }
            }
            returning.reworded.extend(entry.edit.rewords().filter(|id| claims.contains_key(id)));
            if let (Some(id), Change::Field(field, _)) = (&entry.edit.claim, &entry.edit.change)
                && *field == &NOTE
            {
                returning.noted.entry(id).or_default().push((at, entry.draft));
            }
            let judged = entry.edit.claim.as_ref().filter(|id| claims.contains_key(id));
            if let Some((id, mark)) = judged.and_then(|id| Some((id, entry.mark()?))) {
                returning.given.entry(id).or_default().push((mark, entry.draft));
            }
        }
        returning
    }

    /// The claim as it was before its words were changed or dropped, where they stand again, in the same sentence, and what had led it
    /// away from them.
    pub(super) fn claim(&self, claim: &Claim) -> Option<(Claim, &Lead)> {
        let left = self.left.get(&claim.id)?.iter().rev().filter(|led| may_give_back(claim, led.lead));
        left.into_iter().find_map(|led| self.again(claim, led))
    }

    /// Where the words of a claim stand that is kept apart, if they have become others that one sentence of the new draft has, or lean on
    /// others; what they leaned on then and lean on now, where that differs.
    pub(super) fn changed(&self, claim: &Claim) -> Option<(Span, Option<Leant<'_>>)> {
        self.left.get(&claim.id)?.iter().rev().find_map(|LedAway { from, lead, .. }| {
            let found = self.redrafts.get(from)?.fate(lead.span.before);
            let [span] = found.spans.as_slice() else { return None };
            let leant_on = self.leant_on(*from, lead.span.before, *span);
            (!span.is_empty() && (!found.is.is_same() || leant_on.is_some())).then_some((*span, leant_on))
        })
    }

    /// What the words at `claim` of draft `from` leaned on, where those at `to` of the new draft lean on something else.
    fn leant_on(&self, from: u32, claim: Span, to: Span) -> Option<Leant<'_>> {
        let (before, was) = self.said.get(&from)?;
        let (after, is) = self.now;
        other_leaning((*before, claim), (after, to), (was, is))
    }

    /// The claim as it was before `lead` led it away from draft `from`, where its words stand again.
    fn again<'l>(&self, claim: &Claim, &LedAway { from, at, lead }: &LedAway<'l>) -> Option<(Claim, &'l Lead)> {
        let found = self.redrafts.get(&from)?.fate(lead.span.before);
        let [span] = found.spans.as_slice() else { return None };
        if !found.is.is_same() || span.is_empty() || self.leant_on(from, lead.span.before, *span).is_some() {
            return None;
        }
        let mut back = Claim { span: *span, proposal: None, ..claim.clone() };
        // What was said of the words between is told, and stands no more.
        back.unjudge();
        // Readings go with the verdict.
        let is_said = |field: &Field| field.is_judged() || matches!(field.shape, Shape::Derived) || *field == FATE;
        for (field, swap) in lead.fields.iter().filter(|(field, _)| is_said(field)) {
            // The value comes from a claim, so it is of the field's shape.
            let _ = field.put(&mut back, swap.before.clone());
        }
        // A note goes on, and tells that it is on words that these are not.
        let noted = self.noted.get(&claim.id).into_iter().flatten();
        let elsewhere = noted.rev().find(|(noted, draft)| *noted > at && *draft != from);
        if let Some((_, draft)) = elsewhere.filter(|_| !back.record.note.is_empty()) {
            add_line(&mut back.record.note, &format!("this note was changed in draft {draft}, on other words"));
        }
        // What another copy said of the words is to be settled again.
        let conflicts = lead.fields.iter().filter(|(field, _)| *field == &CONFLICTS);
        let before = conflicts.flat_map(|(_, swap)| CONFLICTS.items(&swap.before));
        let judged = before.filter_map(|one| serde_json::from_value::<Conflict>(one.clone()).ok());
        back.record.conflicts.extend(judged.filter(Conflict::is_judged));
        // What was answered before is done with.
        if !back.is_pending() {
            back.record.fate = None;
        }
        if claim.is_left_behind() {
            self.others(claim.fate()?, from, &mut back);
        } else if !back.is_judged() || strands(claim, &back) {
            return None;
        }
        Some((back, lead))
    }

    /// Lays beside it what a merge brought of other readers after it had been led away: their verdicts stand where they were given on that
    /// draft, and are told as those that were elsewhere.
    fn others(&self, fate: &Fate, from: u32, back: &mut Claim) {
        let is_dismissed = fate.dismissed && !back.dismissed;
        let mut elsewhere = Vec::new();
        let settled = back.settlement().map(Settled::mark);
        let is_other = |mark: &&Mark| back.reading_by(&mark.by).is_none() && settled.as_ref() != Some(*mark);
        let others: Vec<&Mark> = fate.had.iter().filter(is_other).collect();
        for mark in others {
            let given = self.given.get(&back.id).into_iter().flatten().any(|(one, on)| one == mark && *on == from);
            let told = back.fate().is_some_and(|fate| fate.had.contains(mark));
            if given && !self.reworded.contains(&back.id) && !back.is_pending() {
                VERDICT.apply(back, &Swap::new(Value::Null, serde_json::to_value(mark).unwrap_or_default()));
            } else if !told {
                elsewhere.push(mark.clone());
            }
        }
        if is_dismissed || !elsewhere.is_empty() {
            let kept = || Box::new(Fate { draft: self.draft, is: FateKind::Changed, had: Vec::new(), ..fate.clone() });
            let told = back.record.fate.get_or_insert_with(kept);
            told.had.extend(elsewhere);
            told.dismissed |= is_dismissed;
        }
    }
}

/// True where what `lead` took from `claim` may be its again: whatever it was while nobody has said anything since, else a verdict.
fn may_give_back(claim: &Claim, lead: &Lead) -> bool {
    let is_judged = |field: &Field| field.is_judged() || *field == READINGS;
    let had = || lead.fields.iter().any(|(field, swap)| is_judged(field) && !Field::is_empty(&swap.before));
    claim.is_left_behind() || had()
}

/// True when something that was said of one claim would look as if it had been said of the other: both were found to be nothing to check.
fn strands(one: &Claim, other: &Claim) -> bool {
    let is_same = |field: &&&Field| {
        let value = field.value(one);
        (field.is_judged() || **field == &READINGS) && !Field::is_empty(&value) && value == field.value(other)
    };
    FIELDS.iter().any(|field| is_same(&field))
}
