//! What a merge leaves for a reviewer to settle, claim by claim.

use super::super::field::{Field, SETTLED, Settled};
use super::super::{Change, Claim, ClaimId, Conflict, Number, Session, versions};

/// A claim that two copies have differently, and that somebody has to settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The claim.
    pub claim: ClaimId,
    /// Its number after the merge.
    pub number: Number,
    /// The fields of the versions that are kept beside what stands, as the file names them: one that stands in three versions is here twice.
    pub fields: Vec<String>,
    /// Whose versions of them there are, each once, what stands first; empty where that is not known of all.
    pub whose: Vec<String>,
    /// Who came to what, where readers came to different verdicts.
    pub readings: Vec<(String, String)>,
    /// Who settled it to what, where that was done in two ways.
    pub settled: Vec<(String, String)>,
}

impl Clash {
    /// What is in two versions on claims of `after` that was not so in `before`, in the order of the article.
    pub fn between(before: &Session, after: &Session) -> Vec<Self> {
        after.claims().iter().filter_map(|claim| Self::of(before.claims().by_id(&claim.id), claim, after)).collect()
    }

    fn of(was: Option<&Claim>, claim: &Claim, session: &Session) -> Option<Self> {
        let known = |conflict: &&Conflict| was.is_some_and(|was| was.record.conflicts.contains(conflict));
        let new: Vec<&str> = claim.record.conflicts.iter().filter(|one| !known(one)).map(|one| &*one.field).collect();
        // A version that was known counts with the new one beside it.
        let beside = claim.record.conflicts.iter().filter(|one| new.contains(&&*one.field));
        let fields: Vec<String> = beside.map(|one| one.field.clone()).collect();
        let said = |claim: &Claim| -> Vec<(String, String)> {
            let told = |by: &str, verdict: &str| (by.to_owned(), verdict.to_owned());
            claim.readings().iter().map(|reading| told(&reading.by, reading.verdict.as_str())).collect()
        };
        let mut readings = if claim.differs() { said(claim) } else { Vec::new() };
        if was.is_some_and(|was| was.differs() && said(was) == readings) {
            readings.clear();
        }
        if fields.is_empty() && readings.is_empty() {
            return None;
        }
        let settled = if fields.iter().any(|field| *field == SETTLED.name) { ways(claim) } else { Vec::new() };
        let whose = whose(claim, &fields, session);
        Some(Self { claim: claim.id.clone(), number: claim.number, fields, whose, readings, settled })
    }

    /// True when a field stands in two versions; readers who differ leave each their own.
    pub fn is_conflict(&self) -> bool {
        !self.fields.is_empty()
    }

    /// In words, behind the claim's number: `two versions of its note, by anna and bea; anna verified, bea disputed`.
    pub fn told(&self) -> String {
        let mut told = Vec::new();
        let is_settling = |field: &&String| **field == SETTLED.name && !self.settled.is_empty();
        let fields: Vec<&String> = self.fields.iter().filter(|field| !is_settling(field)).collect();
        if !fields.is_empty() {
            let by = if self.whose.is_empty() { String::new() } else { format!(", by {}", self.whose.join(" and ")) };
            told.push(format!("{}{by}", versions::counted(&fields)));
        }
        if !self.settled.is_empty() {
            let each: Vec<String> = self.settled.iter().map(|(by, verdict)| format!("{verdict} by {by}")).collect();
            told.push(format!("settled in two ways: {}", each.join(", ")));
        }
        if !self.readings.is_empty() {
            let each: Vec<String> = self.readings.iter().map(|(by, verdict)| format!("{by} {verdict}")).collect();
            told.push(each.join(", "));
        }
        told.join("; ")
    }
}

/// Whose the versions of these `fields` of `claim` are, as the history of `session` tells: of what stands, and of what is kept beside it.
fn whose(claim: &Claim, fields: &[String], session: &Session) -> Vec<String> {
    let mut whose: Vec<String> = Vec::new();
    for name in fields.iter().filter(|name| **name != SETTLED.name) {
        let Some(field) = Field::named(name) else { return Vec::new() };
        let value = field.value(claim);
        let stands = session.history().iter().rev().find(|entry| {
            let says =
                |change: &Change| matches!(change, Change::Field(held, swap) if *held == field && swap.after == value);
            entry.edit.claim.as_ref() == Some(&claim.id) && says(&entry.edit.change)
        });
        let Some(stands) = stands else { return Vec::new() };
        let beside = claim.record.conflicts.iter().filter(|one| one.field == *name).map(|one| one.by.as_str());
        for by in std::iter::once(&*stands.by).chain(beside).filter(|by| !by.is_empty()) {
            if whose.iter().all(|held| held != by) {
                whose.push(by.to_owned());
            }
        }
    }
    whose
}

/// Who settled `claim` to what: what stands, and what is kept beside it. Empty where one of the two is that it is not settled.
fn ways(claim: &Claim) -> Vec<(String, String)> {
    let told = |settled: &Settled| (settled.by.to_string(), settled.verdict.to_string());
    let beside = claim.record.conflicts.iter().filter(|one| one.field == SETTLED.name);
    let all: Option<Vec<Settled>> = beside.map(|one| serde_json::from_value(one.theirs.clone()).ok()).collect();
    let stands = claim.record.settled.as_deref();
    stands.zip(all).map(|(stands, all)| std::iter::once(stands).chain(&all).map(told).collect()).unwrap_or_default()
}
