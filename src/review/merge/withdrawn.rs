//! Which verdicts a merge takes off claims, since they were given on other words than the claims have now: told by what was on the claims
//! of both copies before and is on them after, whichever way it came off.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::field::{DISMISSED, Mark, Reading, VERDICT, Verdict};
use super::super::{Change, Claim, ClaimId, Entry, Number, Session};

/// A verdict that stood in a copy.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Stood {
    /// The number that its claim has now.
    number: Number,
    id: ClaimId,
    by: String,
    verdict: String,
}

/// The verdicts that stood in `ours`, or that `theirs` brings, and that stand no more in `merged` though their readers have not taken them
/// back, in the order of the claims.
pub(super) fn told(ours: &Session, theirs: &Session, merged: &Session) -> Option<String> {
    let (mut lost, theirs) = (lost(ours, merged), lost(theirs, merged));
    if !theirs.is_empty() {
        let known = given(ours, &theirs, |_| true);
        // What ours had heard of before it has told before.
        lost.extend(theirs.into_iter().filter(|one| !known.contains_key(&key(one))));
    }
    if lost.is_empty() {
        return None;
    }
    let taken_back: HashSet<(ClaimId, String, String)> =
        given(merged, &lost, |is_given| !is_given).into_keys().collect();
    lost.retain(|one| !taken_back.contains(&key(one)));
    lost.sort_unstable();
    lost.dedup();
    let claims = lost.chunk_by(|one, next| one.id == next.id).filter_map(|claim| {
        let marks: Vec<String> = claim.iter().map(|one| format!("{} {}", one.by, one.verdict)).collect();
        Some(format!("claim {} ({})", claim.first()?.number, marks.join(", ").trim_start()))
    });
    let claims: Vec<String> = claims.collect();
    (!claims.is_empty()).then(|| format!("withdrawn, given on other words: {}", claims.join(", ")))
}

fn key(one: &Stood) -> (ClaimId, String, String) {
    (one.id.clone(), one.by.clone(), one.verdict.clone())
}

/// The verdicts that stood in `side` and stand no more in `merged`.
fn lost(side: &Session, merged: &Session) -> Vec<Stood> {
    let same_text = side.article.text() == merged.article.text();
    let mut lost = Vec::new();
    for claim in side.claims().iter().chain(side.apart()).filter(|claim| claim.is_judged()) {
        let now = merged.any_claim(&claim.id).or_else(|| {
            // Of one that was joined with another there is what that one has; one that was deleted was judged with that known.
            merged.claims().iter().find(|now| same_text && now.span.covers(claim.span))
        });
        let Some(now) = now else { continue };
        if now.mark == claim.mark && now.dismissed == claim.dismissed && now.readers().eq(claim.readers()) {
            continue;
        }
        let mut marks: Vec<Mark> = claim.readings().iter().map(Reading::mark).collect();
        if claim.is_flagged() {
            marks.push(side.dismisser(&claim.id));
        }
        lost.extend(marks.into_iter().filter(|mark| !stands(now, mark)).map(|mark| Stood {
            number: merged.any_claim(&claim.id).map_or(claim.number, |now| now.number),
            id: claim.id.clone(),
            by: mark.by.to_string(),
            verdict: mark.verdict.to_string(),
        }));
    }
    lost
}

/// True when the reader of `mark` has a verdict on `claim`, or theirs is in conflict with another.
fn stands(claim: &Claim, mark: &Mark) -> bool {
    let flag = claim.is_flagged() && mark.verdict.is_dismissal();
    let beside =
        || claim.record.conflicts.iter().filter_map(super::super::Conflict::mark).any(|held| held.by == mark.by);
    flag || claim.reading_by(&mark.by).is_some() || beside()
}

/// Those of `marks` of which the last entry of `session` says that they were given, or taken back, as `wanted` asks.
fn given(
    session: &Session,
    marks: &[Stood],
    wanted: impl Fn(bool) -> bool,
) -> HashMap<(ClaimId, String, String), bool, RandomState> {
    let claims: HashSet<&ClaimId, RandomState> = marks.iter().map(|one| &one.id).collect();
    let mut last: HashMap<(ClaimId, String, String), bool, RandomState> = HashMap::default();
    for entry in session.history().iter() {
        let Some(id) = entry.edit.claim.as_ref().filter(|id| claims.contains(*id)) else { continue };
        let sides = sides(entry);
        for (mark, is_given) in sides.into_iter().zip([false, true]) {
            last.extend(mark.map(|(by, verdict)| ((id.clone(), by, verdict), is_given)));
        }
    }
    last.retain(|_, is_given| wanted(*is_given));
    last
}

/// The verdict that `entry` takes off, and the one that it gives: who gave it, and what it is.
fn sides(entry: &Entry) -> [Option<(String, String)>; 2] {
    let Change::Field(field, swap) = &entry.edit.change else { return [None, None] };
    if *field == &VERDICT {
        let marks = Mark::sides(swap);
        return [marks.before, marks.after]
            .map(|mark| mark.map(|mark| (mark.by.to_string(), mark.verdict.to_string())));
    }
    if *field != &DISMISSED {
        return [None, None];
    }
    let flag = |by: &str| Some((by.to_owned(), Verdict::Dismissed.to_string()));
    match swap.after.as_bool() {
        Some(true) => [None, flag(&entry.by)],
        _ => [flag(entry.seen_flag().unwrap_or(&entry.by)), None],
    }
}
