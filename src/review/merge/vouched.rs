//! The last look at what a merge comes to: a verdict stands on words that an entry says its reader judged, or it is told as one that was.
//! Whatever way cuts, joins and drafts of several people led a claim, no verdict is left over words that nobody gave it on.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde_json::Value;

use super::super::field::{DISMISSED, Mark, Reading, VERDICT};
use super::super::given_on::seen;
use super::super::reworded::are_same_words;
use super::super::{Change, Claim, ClaimId, Entry, Session, Swap};

/// The entries that say where each claim was and who judged it there, in their order.
type EntriesByClaim<'a> = HashMap<&'a ClaimId, Vec<&'a Entry>, RandomState>;

/// The claims of `session`, and those that it keeps apart, without the verdicts that no entry of its history gave on the words they have.
/// A verdict that no entry gave at all is left: an earlier version may have written it. `None` where all stand.
pub(super) fn kept(session: &Session) -> Option<Vec<Claim>> {
    let leads = |entry: &Entry| matches!(entry.edit.change, Change::Mend(_) | Change::Recut(..) | Change::Draft(_));
    // Nearly always nobody has put a claim on other words.
    if !session.history().iter().any(leads) {
        return None;
    }
    let entries = of_judged(session);
    let mut withdrawn: HashMap<ClaimId, Claim> = HashMap::new();
    for claim in session.claims().iter() {
        let Some(entries) = entries.get(&claim.id) else { continue };
        let words = session.exact(claim);
        for mark in claim.readings().iter().map(Reading::mark) {
            if let Some((draft, seen)) = other_words(session, entries, &claim.id, (&mark, words)) {
                let now = withdrawn.entry(claim.id.clone()).or_insert_with(|| claim.clone());
                if VERDICT.apply(now, &Swap::new(json(&mark), Value::Null)) {
                    now.had(&Swap::new(None, Some(mark)), (draft, &seen), session.article.draft);
                }
            }
        }
    }
    if withdrawn.is_empty() {
        return None;
    }
    let all = session.claims().iter().chain(session.apart());
    Some(all.map(|claim| withdrawn.remove(&claim.id).unwrap_or_else(|| claim.clone())).collect())
}

fn json(mark: &Mark) -> Value {
    serde_json::to_value(mark).unwrap_or_default()
}

/// The entries about each claim that somebody has judged.
fn of_judged(session: &Session) -> EntriesByClaim<'_> {
    let mut entries = EntriesByClaim::default();
    for claim in session.claims().iter().filter(|claim| claim.is_judged()) {
        entries.insert(&claim.id, Vec::new());
    }
    for entry in session.history().iter() {
        let mut note = |id: &ClaimId| {
            if let Some(list) = entries.get_mut(id) {
                list.push(entry);
            }
        };
        match &entry.edit.change {
            Change::Field(field, _) if [&VERDICT, &DISMISSED].contains(field) => {
                entry.edit.claim.iter().for_each(&mut note);
            }
            Change::Mend(_) => entry.edit.claim.iter().for_each(&mut note),
            Change::Recut(_, swap) => {
                let gone = swap.before.iter().filter(|one| swap.after.iter().all(|after| after.id != one.id));
                swap.after.iter().chain(gone).for_each(|claim| note(&claim.id));
            }
            Change::Draft(carry) => carry.ids().for_each(&mut note),
            Change::Field(..)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
    }
    entries
}

/// True when `entry` gives the verdict `mark`: a flag that others' verdicts came to stand beside is its setter's dismissal.
fn gives(entry: &Entry, mark: &Mark) -> bool {
    let Change::Field(field, swap) = &entry.edit.change else { return false };
    if *field == &DISMISSED {
        let sets = swap.after == Value::Bool(true) && mark.verdict.is_dismissal();
        return sets && entry.by == mark.by && entry.at == mark.at;
    }
    Mark::sides(swap).after.as_ref() == Some(mark)
}

/// True when `reading` is `mark`, or lies over it and gives it back when it is taken off.
fn holds(reading: &Reading, mark: &Mark) -> bool {
    reading.mark() == *mark || reading.over.as_ref().is_some_and(|over| holds(over, mark))
}

/// The words that the verdict `mark` was given on, with their draft, where these are others than `now` and no entry of the claim says that it
/// stands on those.
fn other_words(
    session: &Session,
    entries: &[&Entry],
    id: &ClaimId,
    (mark, now): (&Mark, &str),
) -> Option<(u32, String)> {
    let mut other = None;
    for (at, entry) in entries.iter().enumerate() {
        let judged = match &entry.edit.change {
            Change::Field(..) if gives(entry, mark) => seen(session, entries, at, id)?,
            Change::Recut(_, swap) => {
                // Two claims that were dismissed are one that is, whoever dismissed which.
                let says = |claim: &&Claim| {
                    claim.dismissed && mark.verdict.is_dismissal()
                        || claim.readings().iter().any(|one| holds(one, mark))
                };
                let Some(held) = swap.after.iter().find(|claim| claim.id == *id).filter(says) else { continue };
                (entry.draft, session.texts().of(entry.draft)?.words(held.span).to_owned())
            }
            Change::Draft(carry) => {
                // What came with a draft came with its verdicts.
                let came = carry.claims.iter().find(|one| one.id() == id && one.led().is_none());
                if came.is_some() {
                    return None;
                }
                continue;
            }
            Change::Field(..)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => continue,
        };
        if are_same_words(&judged.1, now) {
            return None;
        }
        other = Some(judged);
    }
    other
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, claim, mark, merged, session};
    use crate::review::{Change, Claim, Edit, Origin, Recut, Session, Span, Swap, Verdict, dismissing};

    fn dismiss(session: &mut Session, goes: bool, minute: usize) {
        let edits = dismissing(claim(session, "k1"), goes, &"bea".into(), &at(minute));
        session.commit_all(edits, &"bea".into(), &at(minute)).unwrap();
    }

    #[test]
    fn what_a_cut_took_along_under_a_dismissal_stands_as_that_would_whoever_merges_and_however_often() {
        for with_another in [false, true] {
            let (mut start, mut hers) = (session(), session());
            mark(&mut start, "k1", Verdict::Unknown, "bea", 1);
            dismiss(&mut start, true, 2);
            if with_another {
                mark(&mut hers, "k1", Verdict::Verified, "anna", 1);
            }
            let start = merged(&start, &hers);
            // As a program cuts that leaves on the words whatever was said of the longer ones.
            let (mut worked, before) = (start.clone(), claim(&start, "k1").clone());
            let head = Claim { span: Span::new(0, 9), ..before.clone() };
            let tail = Claim::new("t".into(), Span::new(9, before.span.end), Origin::Added);
            let cut = Change::Recut(Recut::Split, Swap::new(vec![before], vec![head, tail]));
            worked.commit(Edit::of("k1".into(), cut), &"bea".into(), &at(3)).unwrap();
            dismiss(&mut worked, false, 4);
            assert!(claim(&worked, "k1").reading_by("bea").is_some_and(|mark| mark.verdict == Verdict::Unknown));
            for one in [&start, &hers, &session(), &worked] {
                assert_eq!(merged(&worked, one).claims(), worked.claims(), "{with_another}");
            }
        }
    }
}
