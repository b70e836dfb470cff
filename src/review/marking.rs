//! Marking, dismissing and assigning: what a verdict on a claim changes, and a name for who is to check it, whoever gives it and from where.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use super::field::{self, Mark, Settled, Verdict};
use super::{Change, Claim, ClaimId, Edit, Entry, EntryId, Session, Stamp, Step, Swap};

/// Whose flag it was, in an entry that takes one back: others may have dismissed the claim meanwhile.
const OFF: &str = "off";

/// The edits by which `by` gives `claim` a verdict, or takes it back: a dismissed claim that gets one is to be checked after all.
/// None where that changes nothing. Another reader's dismissal stays beside it: of one that is a flag the session that does them knows
/// whose it is, see [`Session::commit_all`]. Who has settled what readers differ about settles it anew.
pub fn marking(claim: &Claim, verdict: Option<Verdict>, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
    if let Some(anew) = settling_anew(claim, verdict.as_ref(), by, at) {
        return anew;
    }
    // Who has not read it takes back nobody's.
    if verdict.is_none() && claim.readers().any(|name| !name.is_empty()) && claim.reading_by(by).is_none() {
        return Vec::new();
    }
    let back = if verdict.is_some() { brought_back(claim, by) } else { None };
    let mut uncovered = Cow::Borrowed(claim);
    if let Some(Change::Field(field, swap)) = &back {
        field.apply(uncovered.to_mut(), swap);
    }
    let mark = field::marked(&uncovered, verdict, by, at);
    back.into_iter().chain(mark).map(|change| Edit::of(claim.id.clone(), change)).collect()
}

/// The edits by which `by`, who has settled what the readers of `claim` differ about, settles it as `verdict` or lets it be open again;
/// `None` where they have not. The kind of difference stays, the reason in words was given for another verdict.
fn settling_anew(claim: &Claim, verdict: Option<&Verdict>, by: &Arc<str>, at: &Stamp) -> Option<Vec<Edit>> {
    let held = claim.settlement().filter(|held| held.by == *by)?;
    if verdict == Some(&held.verdict) {
        return Some(Vec::new());
    }
    let settled =
        verdict.map(|verdict| Settled { verdict: verdict.clone(), at: at.clone(), why: String::new(), ..held.clone() });
    let settled = serde_json::to_value(settled).unwrap_or_default();
    let change = Change::to(claim, &field::SETTLED, settled);
    Some(change.into_iter().map(|change| Edit::of(claim.id.clone(), change)).collect())
}

/// The change by which `by` takes back a dismissal: their own, or one that is nobody's reading.
fn brought_back(claim: &Claim, by: &Arc<str>) -> Option<Change> {
    let own = claim.reading_by(by).filter(|mark| mark.verdict.is_dismissal());
    match own {
        Some(own) => Some(Change::Field(&field::VERDICT, Swap::new(mark_value(Some(&own)), mark_value(None)))),
        None if !claim.is_flagged() => None,
        None => Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = false),
    }
}

/// The edits by which `by` says that there is nothing to check in `claim`, or brings it back. Where another reader has marked it,
/// that is a reading beside theirs. None where it changes nothing.
pub fn dismissing(claim: &Claim, goes: bool, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
    if let Some(anew) = settling_anew(claim, goes.then_some(&Verdict::Dismissed), by, at) {
        return anew;
    }
    let changes: Vec<Change> = if !goes {
        let dismissals = claim.record.readings.iter().filter(|reading| reading.verdict.is_dismissal());
        match brought_back(claim, by) {
            Some(back) => vec![back],
            // Who has not dismissed it takes back the dismissals that stand, as they would the verdict.
            None if claim.dismissed => dismissals
                .map(|reading| Swap::new(mark_value(Some(&reading.mark())), mark_value(None)))
                .map(|swap| Change::Field(&field::VERDICT, swap))
                .collect(),
            None => Vec::new(),
        }
    } else if claim.is_dismissed_by(by) {
        Vec::new()
    } else if claim.has_dismissal() || claim.readers().any(|reader| reader != &**by) {
        let mark = Mark { verdict: Verdict::Dismissed, by: Arc::clone(by), at: at.clone() };
        vec![Change::Field(&field::VERDICT, Swap::new(mark_value(None), mark_value(Some(&mark))))]
    } else {
        Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = true).into_iter().collect()
    };
    changes.into_iter().map(|change| Edit::of(claim.id.clone(), change)).collect()
}

/// A mark is names and words, so it always is JSON.
fn mark_value(mark: Option<&Mark>) -> Value {
    serde_json::to_value(mark).unwrap_or_default()
}

impl Claim {
    /// True when `by` has dismissed it, or it is dismissed whoever did it: dismissing it again brings it back.
    pub fn is_dismissed_by(&self, by: &str) -> bool {
        self.dismissed || self.reading_by(by).is_some_and(|mark| mark.verdict.is_dismissal())
    }
}

impl Session {
    /// The edits by which `by` says that there is nothing to check in `claim`, or brings it back, as [`dismissing`]: where it was another
    /// who dismissed it, that is a reading beside theirs, and they alone take theirs back.
    pub fn dismissing(&self, claim: &Claim, goes: bool, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
        if !self.is_anothers_flag(claim, by) {
            return dismissing(claim, goes, by, at);
        }
        let mark = Mark { verdict: Verdict::Dismissed, by: Arc::clone(by), at: at.clone() };
        let change = Change::Field(&field::VERDICT, Swap::new(mark_value(None), mark_value(Some(&mark))));
        if goes { vec![Edit::of(claim.id.clone(), change)] } else { Vec::new() }
    }

    /// True when `by` has dismissed `claim`, or nobody knows who did: dismissing it again brings it back.
    pub fn is_dismissed_by(&self, claim: &Claim, by: &str) -> bool {
        claim.is_dismissed_by(by) && !self.is_anothers_flag(claim, by)
    }

    /// True when it was another than `by` who dismissed `claim`, and `by` has not.
    fn is_anothers_flag(&self, claim: &Claim, by: &str) -> bool {
        let another = || self.dismissal(claim).is_some_and(|mark| !mark.by.is_empty() && *mark.by != *by);
        claim.dismissed && claim.reading_by(by).is_none() && another()
    }

    /// Who said, and when, that there is nothing to check in a claim that is dismissed: by their reading, or else by the latest edit
    /// that dismissed it. `None` where no edit tells, as in a file that was written by hand.
    pub fn dismissal(&self, claim: &Claim) -> Option<Mark> {
        if !claim.dismissed {
            return None;
        }
        let reading = claim.record.readings.iter().find(|reading| reading.verdict.is_dismissal());
        let edit = || self.flagging(&claim.id).filter(|entry| entry.edit.is_dismissal());
        let mark = |by: &Arc<str>, at: &Stamp| Mark { verdict: Verdict::Dismissed, by: Arc::clone(by), at: at.clone() };
        reading.map(|reading| mark(&reading.by, &reading.at)).or_else(|| edit().map(|entry| mark(&entry.by, &entry.at)))
    }
}

impl Edit {
    /// True when it sets the flag of a claim that has nothing to check.
    pub(super) fn is_dismissal(&self) -> bool {
        matches!(&self.change, Change::Field(changed, swap) if *changed == &field::DISMISSED && swap.after == Value::Bool(true))
    }

    /// True when it takes the flag back.
    pub(super) fn is_brought_back(&self) -> bool {
        matches!(&self.change, Change::Field(changed, swap) if *changed == &field::DISMISSED && swap.after == Value::Bool(false))
    }

    /// The edit as its claim now takes it, where it sets or takes back the flag of a dismissal that a merge has made a reading of.
    #[must_use]
    pub(super) fn with_reading(self, session: &Session, by: &Arc<str>, at: &Stamp) -> Self {
        let Change::Field(changed, swap) = &self.change else { return self };
        let goes = swap.after == Value::Bool(true);
        let claim = self.claim.as_ref().filter(|_| *changed == &field::DISMISSED).and_then(|id| session.any_claim(id));
        let Some(claim) = claim else { return self };
        let own = claim.reading_by(by).is_some_and(|mark| mark.verdict.is_dismissal());
        let others = claim.has_dismissal() || claim.readers().any(|reader| reader != &**by);
        let reading = if goes { !own && others } else { own };
        if reading { dismissing(claim, goes, by, at).pop().unwrap_or(self) } else { self }
    }
}

impl Session {
    /// The edits of one key as they are to be done: who gives a verdict on a claim that another has dismissed takes back nothing of
    /// theirs. The maker of a blind copy does not know whose the dismissals in it are.
    pub(super) fn beside_dismissals(&self, mut edits: Vec<Edit>) -> Vec<Edit> {
        if self.is_blind() || !edits.iter().any(Edit::is_brought_back) {
            return edits;
        }
        let givers: HashMap<ClaimId, Mark> = edits.iter().filter_map(Edit::gives).collect();
        edits.retain(|edit| {
            let given = edit.claim.as_ref().filter(|_| edit.is_brought_back()).and_then(|id| givers.get(id));
            given.is_none_or(|given| self.dismissal_beside(edit.claim.as_ref(), given).is_none())
        });
        edits
    }

    /// The dismissal that stands on a claim as a flag, where it is another reader's than `given`: it becomes a reading beside it.
    pub(super) fn dismissal_beside(&self, id: Option<&ClaimId>, given: &Mark) -> Option<Mark> {
        let claim = self.any_claim(id?).filter(|claim| claim.is_flagged())?;
        Some(self.dismisser(&claim.id)).filter(|mark| mark.by != given.by)
    }

    /// Who set the flag that stands on a claim; nobody where the history does not tell.
    pub(super) fn dismisser(&self, id: &ClaimId) -> Mark {
        let set = self.flagging(id);
        let (by, at) = set.map(|entry| (Arc::clone(&entry.by), entry.at.clone())).unwrap_or_default();
        Mark { verdict: Verdict::Dismissed, by, at }
    }

    /// The entry that set the flag that stands on a claim. One that was set on other words than the claim is on is told as one that was, and
    /// does not stand; one that a cut took along does.
    fn flagging(&self, id: &ClaimId) -> Option<&Entry> {
        let is_here = |entry: &Entry| {
            let here = self.put_there(&entry.edit).map(EntryId::as_str);
            matches!(entry.edit.change, Change::Recut(..)) || entry.seen_rewording() == here
        };
        let fate = self.any_claim(id).and_then(Claim::fate);
        let is_told = |entry: &Entry| {
            let is_it = |mark: &Mark| mark.verdict.is_dismissal() && mark.by == entry.by && mark.at == entry.at;
            fate.is_some_and(|fate| fate.had.iter().any(is_it))
        };
        let stands = || self.last_dismissal(id, |entry| !is_told(entry));
        self.last_dismissal(id, is_here).or_else(stands).or_else(|| self.last_dismissal(id, |_| true))
    }

    /// The last entry in force that set the flag of claim `id` and that `counts`.
    fn last_dismissal(&self, id: &ClaimId, counts: impl Fn(&Entry) -> bool) -> Option<&Entry> {
        let mut behind: Option<&EntryId> = None;
        self.history().iter().rev().find(|entry| {
            match behind {
                Some(undone) if entry.id == *undone => behind = None,
                Some(_) => {}
                None if !entry.edit.dismisses(id) => {}
                None => match &entry.step {
                    // Who takes back that it was brought back says no more than the one who dismissed it.
                    Step::Undo(undone) => behind = Some(undone),
                    Step::Do | Step::Redo(_) => return counts(entry),
                },
            }
            false
        })
    }
}

impl Edit {
    /// The claim that it gives a verdict, and the verdict.
    fn gives(&self) -> Option<(ClaimId, Mark)> {
        let Change::Field(changed, swap) = &self.change else { return None };
        let mark = if *changed == &field::VERDICT { given_by(swap) } else { None };
        Some((self.claim.clone()?, mark?))
    }

    /// True when it sets the flag of claim `id`, or brings the claim in with it set.
    fn dismisses(&self, id: &ClaimId) -> bool {
        let flagged = |claims: &[Claim]| claims.iter().any(|claim| claim.id == *id && claim.is_flagged());
        match &self.change {
            Change::Field(..) => self.claim.as_ref() == Some(id) && self.is_dismissal(),
            Change::Recut(_, swap) => flagged(&swap.after) && !flagged(&swap.before),
            Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => false,
        }
    }
}

/// The verdict that a change of one reader's mark gives.
pub(super) fn given_by(swap: &Swap<Value>) -> Option<Mark> {
    Option::<Mark>::deserialize(&swap.after).ok()?
}

impl Session {
    /// Whose the flag is that `edit` takes back; `None` where it takes none back.
    pub(super) fn flag_of(&self, edit: &Edit) -> Option<Arc<str>> {
        edit.claim.as_ref().filter(|_| edit.is_brought_back()).map(|id| self.dismisser(id).by)
    }
}

impl Entry {
    /// The same, which takes back the flag that `by` had set.
    #[must_use]
    pub(super) fn having_seen_flag(mut self, by: Option<&Arc<str>>) -> Self {
        if let Some(by) = by {
            self.extra = self.extra.with_text(OFF, by);
        }
        self
    }

    /// Who had set the flag that it takes back; `None` where the file does not say.
    pub(super) fn seen_flag(&self) -> Option<&str> {
        self.extra.text(OFF)
    }
}

/// The edits that name who is to check these claims, nobody when `name` is empty; none for claims that say so already.
pub fn assigning<'c>(claims: impl Iterator<Item = &'c Claim>, name: &str) -> Vec<Edit> {
    let change = |claim: &Claim| {
        Change::of(claim, &field::ASSIGNEE, |claim| name.clone_into(&mut claim.record.assignee))
            .map(|change| Edit::of(claim.id.clone(), change))
    };
    claims.filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Block, BlockKind, Origin, Span, Status, merge};
    use super::*;

    fn session() -> Session {
        let text = "The ferry is late.";
        let span = Span::new(0, text.len());
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
        Session::new("id", article, [Claim::new(ClaimId::from("k1"), span, Origin::Proposed)].into_iter().collect())
    }

    fn at(minute: usize) -> Stamp {
        Stamp::from(format!("2026-11-23T12:{minute:02}:00Z").as_str())
    }

    fn first(session: &Session) -> &Claim {
        session.claims().get(0).unwrap()
    }

    fn dismiss(session: &mut Session, by: &str, minute: usize) {
        let edits = dismissing(first(session), !first(session).dismissed, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    fn mark(session: &mut Session, verdict: Option<Verdict>, by: &str, minute: usize) {
        let edits = marking(first(session), verdict, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    fn told(session: &Session) -> Vec<String> {
        first(session).readings().iter().map(|reading| format!("{} {}", reading.by, reading.verdict)).collect()
    }

    /// Ways in which a claim comes to be dismissed by anna alone.
    const DISMISSED: [fn(&mut Session); 4] = [
        |session| dismiss(session, "anna", 1),
        |session| {
            mark(session, Some(Verdict::Verified), "anna", 1);
            dismiss(session, "anna", 2);
        },
        |session| {
            dismiss(session, "anna", 1);
            dismiss(session, "anna", 2);
            dismiss(session, "anna", 3);
        },
        |session| {
            dismiss(session, "anna", 1);
            dismiss(session, "bea", 2);
            session.undo(&"bea".into(), &at(3)).unwrap();
        },
    ];

    #[test]
    fn a_verdict_stands_beside_what_another_dismissed_by_whatever_way_it_comes() {
        for dismissed in DISMISSED {
            let mut before = session();
            dismissed(&mut before);
            assert_eq!(first(&before).status(), Status::Dismissed);
            let (mut here, mut brought, mut copy) = (before.clone(), before.clone(), before.clone());
            mark(&mut here, Some(Verdict::Disputed), "carl", 9);
            // What is taken in from a file names its reader, and is entered by somebody else.
            let change = field::marked(first(&brought), Some(Verdict::Disputed), &"carl".into(), &at(9)).unwrap();
            brought.commit(Edit::of("k1".into(), change), &"dora".into(), &at(9)).unwrap();
            mark(&mut copy, Some(Verdict::Disputed), "carl", 9);
            let merged = merge(&before, &copy).unwrap().session;
            for session in [&here, &brought, &merged] {
                assert_eq!(told(session), ["anna dismissed", "carl disputed"]);
                assert_eq!(first(session).status(), Status::Differs);
            }
            assert_eq!(merge(&here, &before).unwrap().session.claims(), here.claims(), "folded it is the same");
            // Each takes back their own.
            here.undo(&"carl".into(), &at(10)).unwrap();
            assert_eq!((told(&here), first(&here).status()), (vec!["anna dismissed".to_owned()], Status::Dismissed));
            here.redo(&"carl".into(), &at(11)).unwrap();
            assert_eq!(first(&here).status(), Status::Differs);
            here.undo(&"anna".into(), &at(12)).unwrap();
            assert!(!told(&here).contains(&"anna dismissed".to_owned()), "{:?}", told(&here));
        }
    }

    #[test]
    fn who_dismissed_it_and_then_marks_it_has_changed_their_mind() {
        let mut session = session();
        dismiss(&mut session, "anna", 1);
        mark(&mut session, Some(Verdict::Verified), "anna", 2);
        assert_eq!((told(&session), first(&session).status()), (vec!["anna verified".to_owned()], Status::Verified));
        assert!(first(&session).record.readings.is_empty());
    }

    #[test]
    fn a_dismissal_of_which_the_history_tells_nothing_is_somebody_s() {
        let mut before = session();
        dismiss(&mut before, "anna", 1);
        let (article, claims) = (before.article.clone(), before.claims().clone());
        let mut session = Session::resumed("id", article, claims, super::super::History::default());
        mark(&mut session, Some(Verdict::Disputed), "carl", 2);
        assert_eq!(
            (told(&session), first(&session).status()),
            (vec![" dismissed".to_owned(), "carl disputed".to_owned()], Status::Differs)
        );
    }
}
