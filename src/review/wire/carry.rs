//! Bringing a draft in as JSON: the draft before and after, and under each the claims that both do not share as they are.
//!
//! Of one that goes along with its words the later side has the place alone: the words and why they were suggested are as they were.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::field::{FATE, FIELDS, Fate, FateKind, Field};
use super::super::{
    Article, Carried, Carry, Claim, ClaimId, Extra, Lead, LedProposal, Proposal, Span, Swap, Texts, TurnedSentence,
    Whys,
};
use super::claim::{AnchorShape, ClaimShape};
use super::proposal::{Offsets, ProposalShape};

/// One side: a draft with claims as they are in it. One that the other side has too says only what differs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SideShape {
    /// The draft, from 1.
    draft: u32,
    /// The claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    claims: Vec<Value>,
    /// The sentences that say something else on the other side, in the same words; in the order of that side's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    turned: Vec<TurnedShape>,
}

/// A sentence that says something else on the other side, in code points.
#[derive(Debug, Serialize, Deserialize)]
struct TurnedShape {
    start: usize,
    end: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said_by: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    leans_on: String,
}

impl TurnedShape {
    fn of(article: &Article, one: &TurnedSentence) -> Self {
        let (start, end) = (article.code_point(one.span.start), article.code_point(one.span.end));
        Self { start, end, said_by: one.said_by.clone(), leans_on: one.leans_on.clone() }
    }

    /// `None` where no words stand there.
    fn into_sentence(self, article: &Article) -> Option<TurnedSentence> {
        let span = Span::new(article.byte(self.start)?, article.byte(self.end)?);
        let is_there = !article.words(span).is_empty();
        is_there.then_some(TurnedSentence { span, said_by: self.said_by, leans_on: self.leans_on })
    }
}

/// What one side says of a claim that the other has too.
#[derive(Deserialize)]
struct Half<'a> {
    #[serde(borrow)]
    anchor: HalfAnchor<'a>,
    #[serde(borrow, default)]
    proposal: Option<ProposalShape<'a>>,
    #[serde(default)]
    fate: Option<Fate>,
}

/// Where one side has a claim.
#[derive(Serialize, Deserialize)]
struct HalfAnchor<'a> {
    start: usize,
    end: usize,
    /// Left out where the words and what they were suggested for are those of the other side.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    exact: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    prefix: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    suffix: Cow<'a, str>,
}

/// The draft that a claim's words stand in when it is `on` a draft: of one that is kept apart the one that had them.
const fn home_draft(fate: Option<&Fate>, on: u32) -> u32 {
    match fate {
        // A hand has taken it out.
        Some(Fate { is: FateKind::Gone, from: 0, draft, .. }) => draft.saturating_sub(1),
        Some(Fate { is: FateKind::Gone, from, .. }) => *from,
        _ => on,
    }
}

/// The article that a claim's words stand in when it is `on` a draft.
pub(super) fn home<'a>(texts: Texts<'a>, fate: Option<&Fate>, on: u32) -> &'a Article {
    texts.or_now(home_draft(fate, on))
}

/// [`home`] of a claim that is still as the file has it; `None` when that draft can't be rebuilt.
pub(super) fn home_of<'a>(texts: Texts<'a>, claim: &ClaimShape<'_>, on: u32) -> Option<&'a Article> {
    let fate = claim.fields.iter().find(|(field, _)| *field == &FATE);
    let fate = fate.and_then(|(_, value)| Option::<Fate>::deserialize(value).ok().flatten());
    texts.of(home_draft(fate.as_ref(), on))
}

/// True when the drafts of both sides are there.
pub(super) fn is_at_hand(texts: Texts<'_>, before: &Value, after: &Value) -> bool {
    [before, after].into_iter().all(|side| {
        let draft = side.get("draft").and_then(Value::as_u64).and_then(|draft| u32::try_from(draft).ok());
        draft.is_none_or(|draft| texts.of(draft).is_some())
    })
}

/// Both sides of a carry as JSON.
pub(super) fn values(texts: Texts<'_>, carry: &Carry) -> (Value, Value) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for carried in &carry.claims {
        match carried {
            Carried::Came(claim) => after.push(whole(texts, claim, carry.draft.after)),
            Carried::Went(claim) => before.push(whole(texts, claim, carry.draft.before)),
            Carried::Led(lead) => {
                before.push(half(texts, lead, carry.draft.before, true));
                let is_along = lead.proposal == LedProposal::Along;
                after.push(half(texts, &lead.clone().inverse(), carry.draft.after, !is_along));
            }
        }
    }
    let side = |draft, claims, turned: &mut dyn Iterator<Item = &TurnedSentence>| {
        let article = texts.or_now(draft);
        json(&SideShape { draft, claims, turned: turned.map(|one| TurnedShape::of(article, one)).collect() })
    };
    (
        side(carry.draft.before, before, &mut carry.turned.iter().map(|one| &one.before)),
        side(carry.draft.after, after, &mut carry.turned.iter().map(|one| &one.after)),
    )
}

fn whole(texts: Texts<'_>, claim: &Claim, on: u32) -> Value {
    json(&ClaimShape::of(home(texts, claim.fate(), on), claim))
}

/// What a claim is before it is led, with its words or its place alone.
fn half(texts: Texts<'_>, lead: &Lead, on: u32, with_words: bool) -> Value {
    let fate = lead.fields.iter().find(|(field, _)| *field == &FATE);
    let fate = fate.and_then(|(_, swap)| Option::<Fate>::deserialize(&swap.before).ok().flatten());
    let article = home(texts, fate.as_ref(), on);
    let mut map = Map::new();
    map.insert("id".to_owned(), json(&lead.id));
    let anchor = AnchorShape::of(article, lead.span.before);
    map.insert("anchor".to_owned(), if with_words { json(&anchor) } else { json(&HalfAnchor::place(&anchor)) });
    if let Some(Some(proposal)) = lead.proposal.before() {
        map.insert("proposal".to_owned(), json(&ProposalShape::of(article, proposal)));
    }
    for (field, swap) in lead.fields.iter().filter(|(_, swap)| !Field::is_empty(&swap.before)) {
        map.insert(field.name.to_owned(), swap.before.clone());
    }
    Value::Object(map)
}

/// The carry that two sides tell.
///
/// # Errors
/// In words, when a side is not of its shape or its words do not stand in its draft.
pub(super) fn read(texts: Texts<'_>, before: &Value, after: &Value) -> Result<Carry, String> {
    let side = |value: &Value| SideShape::deserialize(value).map_err(|error| error.to_string());
    let (before, after) = (side(before)?, side(after)?);
    let mut others: HashMap<ClaimId, &Value, RandomState> = HashMap::default();
    for claim in &after.claims {
        others.insert(id(claim)?, claim);
    }
    let mut whys = Whys::default();
    let mut claims = Vec::with_capacity(before.claims.len().max(after.claims.len()));
    for claim in &before.claims {
        claims.push(match others.remove(&id(claim)?) {
            Some(other) => {
                let (here, there) = (Half::of(claim)?, Half::of(other)?);
                let words = here.anchor.exact.as_deref();
                let is_along = there.anchor.exact.is_none();
                Carried::Led(Box::new(Lead {
                    id: id(claim)?,
                    span: Swap::new(here.span(texts, before.draft, None)?, there.span(texts, after.draft, words)?),
                    fields: fields(claim, other)?,
                    proposal: if is_along {
                        LedProposal::Along
                    } else {
                        LedProposal::Given(Box::new(Swap::new(
                            Half::of(claim)?.proposal(texts, before.draft, &id(claim)?, &mut whys)?,
                            there.proposal(texts, after.draft, &id(claim)?, &mut whys)?,
                        )))
                    },
                }))
            }
            None => Carried::Went(Box::new(full(texts, claim, before.draft, &mut whys)?)),
        });
    }
    for claim in after.claims.iter().filter(|claim| id(claim).is_ok_and(|id| others.contains_key(&id))) {
        claims.push(Carried::Came(Box::new(full(texts, claim, after.draft, &mut whys)?)));
    }
    let there = |draft: u32| texts.of(draft);
    let pairs = before.turned.into_iter().zip(after.turned);
    let turned = pairs.filter_map(|(was, is)| {
        Some(Swap::new(was.into_sentence(there(before.draft)?)?, is.into_sentence(there(after.draft)?)?))
    });
    Ok(Carry { draft: Swap::new(before.draft, after.draft), claims, turned: turned.collect() })
}

impl HalfAnchor<'_> {
    /// The place of `anchor` without its words.
    fn place(anchor: &AnchorShape<'_>) -> Self {
        Self { start: anchor.start, end: anchor.end, exact: None, prefix: "".into(), suffix: "".into() }
    }
}

impl<'a> Half<'a> {
    fn of(claim: &'a Value) -> Result<Self, String> {
        Self::deserialize(claim).map_err(|error| error.to_string())
    }

    /// Where it sits in draft `on`: its own words, or those that the other side has.
    fn span(&self, texts: Texts<'_>, on: u32, words: Option<&str>) -> Result<Span, String> {
        let HalfAnchor { start, end, exact, prefix, suffix } = &self.anchor;
        let exact = exact.as_deref().or(words).unwrap_or_default();
        let anchor = AnchorShape {
            start: *start,
            end: *end,
            exact: exact.into(),
            prefix: prefix.as_ref().into(),
            suffix: suffix.as_ref().into(),
            extra: Extra::default(),
        };
        let span = anchor.resolve(home(texts, self.fate.as_ref(), on));
        span.ok_or_else(|| format!("its words are not in draft {on}: \"{exact}\""))
    }

    fn proposal(
        self,
        texts: Texts<'_>,
        on: u32,
        id: &ClaimId,
        whys: &mut Whys,
    ) -> Result<Option<Box<Proposal>>, String> {
        let offsets = Offsets::within(home(texts, self.fate.as_ref(), on), None);
        let proposal = self.proposal.map(|proposal| proposal.into_proposal(&offsets, whys, id).map(Box::new));
        proposal.transpose().map_err(|error| error.to_string())
    }
}

fn id(claim: &Value) -> Result<ClaimId, String> {
    claim.get("id").and_then(Value::as_str).map(ClaimId::from).ok_or_else(|| "a claim without an id".to_owned())
}

fn full(texts: Texts<'_>, claim: &Value, on: u32, whys: &mut Whys) -> Result<Claim, String> {
    let fate = Half::of(claim)?.fate;
    let shape = ClaimShape::deserialize(claim).map_err(|error| error.to_string())?;
    shape.into_claim(home(texts, fate.as_ref(), on), whys).map_err(|error| error.to_string())
}

/// The fields that either side tells, as this version writes them.
fn fields(before: &Value, after: &Value) -> Result<Vec<(&'static Field, Swap<Value>)>, String> {
    let mut led = Vec::new();
    for field in FIELDS {
        let sides = [before.get(field.name), after.get(field.name)];
        if sides.iter().all(Option::is_none) {
            continue;
        }
        let [one, other] = sides.map(|value| value.map_or_else(|| Ok(field.empty()), |value| field.sound(value)));
        led.push((field, Swap::new(one?, other?)));
    }
    Ok(led)
}

/// These shapes hold only strings, numbers, lists and maps with text keys, so they always are JSON.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
