//! Readings: each reader's own verdict where there is more than one, and what they were settled to.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::vocabulary::vocabulary;
use super::super::{Claim, Extra, Stamp, Swap};
use super::verdict::{Mark, Verdict};
use super::{Field, Input, Row, Shape, json, read};

vocabulary! {
    /// What kind of reason two readings differ for.
    Because {
        /// The guideline can be read in two ways.
        Guideline = "guideline",
        /// One reader missed a source.
        Source = "source",
        /// A slip of the hand or the eye.
        Slip = "slip",
        /// Both can be argued.
        Judgement = "judgement",
    }
}

/// One reader's own verdict on a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Who.
    pub by: Arc<str>,
    /// What they came to.
    pub verdict: Verdict,
    /// When.
    #[serde(default)]
    pub at: Stamp,
    /// Why it differs from another's, once that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
    /// Of a dismissal, what its reader had come to before: it counts again when they bring the claim back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Box<Self>>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl From<Mark> for Reading {
    fn from(mark: Mark) -> Self {
        Self { by: mark.by, verdict: mark.verdict, at: mark.at, because: None, over: None, extra: Extra::default() }
    }
}

impl Reading {
    /// The verdict with who and when.
    pub fn mark(&self) -> Mark {
        Mark { verdict: self.verdict.clone(), by: Arc::clone(&self.by), at: self.at.clone() }
    }

    /// Who came to what, and why, in words: `anna: verified (slip)`.
    pub fn told(&self) -> String {
        let because = self.because.as_ref().map(|because| format!(" ({because})")).unwrap_or_default();
        format!("{}: {}{because}", self.by, self.verdict)
    }

    /// True when it holds more than a mark does.
    pub(super) fn says_more(&self) -> bool {
        self.because.is_some() || self.verdict.is_dismissal() || !self.extra.is_empty()
    }
}

/// What different readings were settled to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    /// The verdict that stands.
    pub verdict: Verdict,
    /// Who settled it.
    pub by: Arc<str>,
    /// When.
    #[serde(default)]
    pub at: Stamp,
    /// What kind of difference it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
    /// Why, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Settled {
    /// To what, by whom and why, in words: `verified by anna (slip): It is 1999.`.
    pub fn told(&self) -> String {
        let because = self.because.as_ref().map(|because| format!(" ({because})")).unwrap_or_default();
        let why = if self.why.is_empty() { String::new() } else { format!(": {}", self.why) };
        format!("{} by {}{because}{why}", self.verdict, self.by)
    }

    /// The verdict with who and when.
    pub fn mark(&self) -> Mark {
        Mark { verdict: self.verdict.clone(), by: Arc::clone(&self.by), at: self.at.clone() }
    }
}

/// The verdict that stands: what it was settled to, else the one that all readings share. The earliest reader gave it. What it was settled
/// to gives way where readers have come to agree on another.
fn effective(readings: &[Reading], settled: Option<&Settled>) -> Option<Mark> {
    match settled {
        Some(settled) if !is_overruled(settled, readings) => Some(settled.mark()),
        _ => shared(readings).map(Reading::mark),
    }
}

/// The first reading, where all say the same.
fn shared(readings: &[Reading]) -> Option<&Reading> {
    let first = readings.first()?;
    readings.iter().all(|reading| reading.verdict == first.verdict).then_some(first)
}

/// True when several readers have come to agree, and on something else.
fn is_overruled(settled: &Settled, readings: &[Reading]) -> bool {
    readings.len() > 1 && shared(readings).is_some_and(|first| first.verdict != settled.verdict)
}

/// Puts a claim's readings down, with the verdict that follows from them. One that says no more than the mark is the mark. Where one
/// of them is a dismissal, whether the claim is dismissed follows from them too.
pub(super) fn keep(claim: &mut Claim, mut readings: Vec<Reading>) {
    readings.sort_by(|a, b| (&a.at, &a.by).cmp(&(&b.at, &b.by)));
    let follows = claim.has_dismissal() || readings.iter().any(|reading| reading.verdict.is_dismissal());
    let stands = effective(&readings, claim.record.settled.as_deref());
    if follows {
        claim.dismissed = stands.as_ref().is_some_and(|mark| mark.verdict.is_dismissal());
    }
    claim.mark = stands.filter(|mark| !mark.verdict.is_dismissal());
    let told = readings.len() > 1 || claim.record.settled.is_some() || readings.iter().any(Reading::says_more);
    if told || !claim.record.readings.is_empty() {
        claim.record.readings = if told { readings } else { Vec::new() };
    }
}

/// Puts the reading `after` in the place of `before`; false when `before` is not there, or its reader has given another one. A
/// dismissal lies over its reader's verdict and uncovers it when it goes.
pub(super) fn swap(claim: &mut Claim, swap: &Swap<Value>) -> bool {
    let side = |value| Option::<Mark>::deserialize(value);
    let (Ok(before), Ok(after)) = (side(&swap.before), side(&swap.after)) else { return false };
    let mut readings = claim.readings();
    let mut held = None;
    if let Some(before) = before {
        let Some(at) = readings.iter().position(|reading| reading.mark() == before) else { return false };
        held = Some(readings.remove(at));
    }
    match (after, held) {
        (None, held) => readings.extend(held.and_then(|held| held.over).map(|over| *over)),
        (Some(after), held) => {
            let own = readings.iter().position(|reading| reading.by == after.by).map(|at| readings.remove(at));
            let mut reading = match held.filter(|held| held.by == after.by && held.verdict == after.verdict) {
                Some(held) => Reading { at: after.at, ..held },
                None => Reading::from(after),
            };
            match own {
                None => {}
                Some(own) if reading.verdict.is_dismissal() && !own.verdict.is_dismissal() => {
                    reading.over = Some(Box::new(own));
                }
                Some(_) => return false,
            }
            readings.push(reading);
        }
    }
    keep(claim, readings);
    true
}

impl Claim {
    /// Every reader's own verdict, the earliest first.
    pub fn readings(&self) -> Vec<Reading> {
        if self.record.readings.is_empty() {
            return self.only_mark().cloned().map(Reading::from).into_iter().collect();
        }
        self.record.readings.clone()
    }

    /// Makes a reading of the flag of a dismissed claim, which `dismissal` says whose it is.
    pub(in super::super) fn raise_dismissal(&mut self, dismissal: Mark) {
        self.dismissed = false;
        swap(self, &Swap::new(Value::Null, json(&Some(dismissal))));
    }

    /// The one mark that says all of its readings. What was settled is nobody's reading.
    fn only_mark(&self) -> Option<&Mark> {
        self.mark.as_ref().filter(|_| self.record.readings.is_empty() && self.record.settled.is_none())
    }

    /// Everybody who has marked it, the earliest first.
    pub fn readers(&self) -> impl Iterator<Item = &str> {
        let readings = self.record.readings.iter().map(|reading| &*reading.by);
        readings.chain(self.only_mark().map(|mark| &*mark.by))
    }

    /// What `by` came to, if they have marked it.
    pub fn reading_by(&self, by: &str) -> Option<Mark> {
        self.readings().iter().find(|reading| &*reading.by == by).map(Reading::mark)
    }

    /// True when readers came to different verdicts and nobody has settled it.
    pub fn differs(&self) -> bool {
        self.mark.is_none() && !self.dismissed && self.record.readings.len() > 1
    }

    /// What its readers were settled to, as long as they have not come to agree on something else.
    pub fn settlement(&self) -> Option<&Settled> {
        self.record.settled.as_deref().filter(|settled| !is_overruled(settled, &self.record.readings))
    }

    /// What its readers were settled to, in words, and whether that gives way to them.
    pub fn told_settled(&self) -> Option<String> {
        let told = self.record.settled.as_deref()?.told();
        let way = if self.settlement().is_some() { "" } else { "; its readers agree since, and theirs stands" };
        Some(format!("{told}{way}"))
    }

    /// True when it is dismissed, and no reading says who found that there is nothing to check.
    pub fn is_flagged(&self) -> bool {
        self.dismissed && !self.has_dismissal()
    }

    /// True when a reader's dismissal is among its readings, or it was settled as having nothing to check: whether it is dismissed
    /// then follows from that.
    pub fn has_dismissal(&self) -> bool {
        let settled = self.record.settled.as_deref().is_some_and(|settled| settled.verdict.is_dismissal());
        settled || self.record.readings.iter().any(|reading| reading.verdict.is_dismissal())
    }
}

/// The readings, where there is more than one. They follow from the edits to the verdict.
pub static READINGS: Field = Field {
    name: "readings",
    title: "readings",
    key: "readings",
    heading: "Readings",
    shape: Shape::Derived,
    always: false,
    get: |claim| json(&claim.record.readings),
    set: |claim, value| read(value).map(|readings| claim.record.readings = readings),
    join: |claim, _| claim.record.readings.clear(),
};

/// What different readings were settled to.
pub static SETTLED: Field = Field {
    name: "settled",
    title: "settled",
    key: "settle",
    heading: "Settled",
    shape: Shape::One(&[
        Row::needed("verdict", "verdict", Input::Choice(Verdict::WORDS, false)),
        Row::new("by", "by", Input::Text),
        Row::new("because", "because", Input::Choice(Because::WORDS, true)),
        Row::new("why", "why", Input::Text),
    ]),
    always: false,
    get: |claim| json(&claim.record.settled),
    set: |claim, value| {
        let readings = claim.readings();
        let settled = read(value)?;
        claim.dismissed &= !claim.has_dismissal();
        claim.record.settled = settled;
        keep(claim, readings);
        Ok(())
    },
    join: |claim, _| claim.record.settled = None,
};
