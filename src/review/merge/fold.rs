//! One claim as a set of entries makes it: each applied to what the ones before it led to, and kept beside it where it does not fit.

use std::sync::Arc;

use serde_json::Value;

use super::super::field::{self, Conflict, DISMISSED, FATE, Field, Mark, NOTE, Reading, Shape, VERDICT};
use super::super::reworded::Rewording;
use super::super::{Article, Change, Claim, ClaimId, Entry, Extra, Number, Swap};
use super::beginning::beginning;
use super::dismissals::Flag;
use super::idle::Idle;
use super::joined_part::PartLeft;
use super::joins::{IdleJoins, JoinedLine};
use super::kept::KeptClaim;
use super::taken_back::came_back;
use super::{fates, items, notes};

/// What the entries that touch one claim have made of it so far.
pub(super) struct HistoryLine<'a> {
    /// The article that its places are in.
    pub(super) article: &'a Article,
    /// The claim; `None` while it is not there.
    pub(super) claim: Option<Claim>,
    /// The claim as it last was, once it is gone.
    pub(super) gone: Option<Claim>,
    /// Who made blind entries.
    blind: Vec<Arc<str>>,
    /// Who dismissed it.
    pub(super) flag: Flag,
    /// What was said on words that the claim has left, and is taken back.
    pub(super) idle: Idle,
    /// Verdicts on other words over which their readers' dismissals are told.
    pub(super) covered: Vec<Mark>,
    /// The verdicts that were given on it, each with the words that it had for its reader.
    pub(super) given: Vec<(Mark, String)>,
    /// When it was put on other words, the latest last.
    pub(super) rewordings: Vec<Rewording>,
    /// What it was joined from and stands over no more.
    pub(super) left: Vec<PartLeft>,
    /// Why it is kept though one side took it away.
    pub(super) kept: Option<KeptClaim>,
    /// What took it away last.
    taken: Option<KeptClaim>,
}

impl<'a> HistoryLine<'a> {
    /// Folds the entries that touch claim `id`, in their order; `sides` are the claim as the two copies hold it.
    pub(super) fn fold(
        article: &'a Article,
        sides: [Option<&Claim>; 2],
        (id, entries): (&ClaimId, &[&Entry]),
        idle: &IdleJoins<'_>,
    ) -> Self {
        let claim = beginning(article, sides, entries, id);
        let mut line = Self::begun(article, claim, entries);
        let mut back = came_back(entries, id);
        back.extend(idle.among(entries, id));
        for entry in entries {
            if back.contains(&entry.id) {
                line.pass(entry, id);
            } else {
                line.enter(entry, id);
            }
        }
        numbered(&mut line, sides);
        line
    }

    /// What became of a claim to which others were joined.
    pub(super) fn joined(self) -> JoinedLine {
        JoinedLine { rewordings: self.rewordings, left: self.left }
    }

    /// The line before any of `entries`.
    pub(super) fn begun(article: &'a Article, claim: Option<Claim>, entries: &[&Entry]) -> Self {
        let (blind, flag, idle, rewordings) =
            (notes::blind(entries), Flag::default(), Idle::among(entries), Vec::new());
        Self {
            article,
            claim,
            gone: None,
            blind,
            flag,
            idle,
            covered: Vec::new(),
            given: Vec::new(),
            rewordings,
            left: Vec::new(),
            kept: None,
            taken: None,
        }
    }

    /// Applies one entry, which touches claim `id`.
    pub(super) fn enter(&mut self, entry: &Entry, id: &ClaimId) {
        match &entry.edit.change {
            Change::Field(field, swap) => {
                let unseen = self.unseen(entry).map(|seen| seen.words().to_owned());
                self.gave(entry, unseen.as_deref());
                if let Some(words) = unseen {
                    return self.had(field, swap, entry, (entry.draft, &words));
                }
                self.field(field, swap, entry);
            }
            // Places of another draft are none of this one.
            Change::Mend(_) if entry.draft != self.article.draft => {}
            Change::Mend(swap) => {
                let at = self.noted(entry, id);
                self.enter_mend(swap, entry);
                self.holds(at);
                self.flag.recut(self.claim.as_ref(), entry);
            }
            Change::Recut(_, swap) => {
                let of = |list: &[Claim]| list.iter().find(|claim| claim.id == *id).cloned();
                let (before, after) = (of(&swap.before), of(&swap.after));
                let at = self.noted(entry, id);
                self.recut(before, after, entry);
                self.holds(at);
                self.flag.recut(self.claim.as_ref(), entry);
            }
            // A draft is no matter of one claim alone.
            Change::Draft(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
    }

    /// The claim, brought back when it is gone: what somebody did to it, who did not know that it was taken away, is kept.
    pub(super) fn present(&mut self) -> Option<&mut Claim> {
        if self.claim.is_none() {
            self.claim = self.gone.take();
            if self.claim.is_some() {
                self.kept.clone_from(&self.taken);
            }
        }
        self.claim.as_mut()
    }

    /// Puts the claim `after` in the place of `before`, field by field where it is no longer as it was.
    pub(super) fn recut(&mut self, before: Option<Claim>, after: Option<Claim>, entry: &Entry) {
        let plain = |claim: &Claim| Claim { number: Number::default(), ..claim.clone() };
        if before.is_some() && after.is_none() {
            self.taken = Some(KeptClaim::from(entry));
        }
        match (before, after, self.claim.take()) {
            (None, None, claim) => self.claim = claim,
            (Some(before), after, Some(claim)) if plain(&claim) == plain(&before) => {
                if claim.is_judged() && after.as_ref().is_some_and(|after| !after.is_judged()) {
                    self.cover(&claim);
                }
                self.gone = after.is_none().then_some(claim);
                self.claim = after;
            }
            (Some(_), None, Some(claim)) => {
                self.claim = Some(claim);
                self.kept.clone_from(&self.taken);
            }
            (Some(_), None, None) => {}
            (None, Some(after), None) => (self.claim, self.gone) = (Some(after), None),
            (Some(mut before), Some(mut after), claim) => {
                self.claim = claim;
                if before.span != after.span {
                    self.reword(&mut before, &mut after, entry);
                }
                self.judged_elsewhere(&before, &mut after, entry);
                if self.present().is_some() {
                    self.differences(&before, &after, entry);
                }
            }
            // Both added it: what neither had filled in is what both came of.
            (None, Some(mut after), claim @ Some(_)) => {
                let bare = Claim::new(after.id.clone(), after.span, after.origin.clone());
                self.claim = claim;
                self.judged_elsewhere(&bare, &mut after, entry);
                self.differences(&bare, &after, entry);
            }
        }
    }

    /// Applies what leads from one state of the claim to another.
    fn differences(&mut self, before: &Claim, after: &Claim, entry: &Entry) {
        for swap in judged(before, after) {
            self.field(&VERDICT, &swap, entry);
        }
        let flag = |claim: &Claim| Value::Bool(claim.is_flagged());
        for field in field::FIELDS.iter().filter(|field| !matches!(field.shape, Shape::Derived | Shape::Mark)) {
            let value = |claim: &Claim| if *field == &DISMISSED { flag(claim) } else { field.value(claim) };
            let swap = Swap::new(value(before), value(after));
            if swap.before != swap.after {
                self.field(field, &swap, entry);
            }
        }
    }

    /// Leads a field of the claim from one value to another, as `entry` says.
    pub(super) fn field(&mut self, field: &'static Field, swap: &Swap<Value>, entry: &Entry) {
        let (blind, mut flag) = (std::mem::take(&mut self.blind), std::mem::take(&mut self.flag));
        if let Some(claim) = self.present() {
            let note = *field == NOTE && !blind.is_empty() && notes::enter(claim, swap, entry, &blind);
            if *field == VERDICT && flag.part(claim, swap) {
                beside(claim, DISMISSED.name, &Value::Bool(true), Value::Bool(false), entry);
            }
            let told = note || (*field == DISMISSED && flag.enter(claim, swap, entry));
            if !told {
                change(claim, field, swap, entry);
            }
        }
        (self.blind, self.flag) = (blind, flag);
    }
}

/// Gives the claim its number, which is no matter of the history: the earlier copy's stays, whichever way round they are merged.
pub(super) fn numbered(line: &mut HistoryLine<'_>, sides: [Option<&Claim>; 2]) {
    let number = sides.into_iter().flatten().map(|claim| claim.number).filter(|number| !number.is_none()).min();
    if let (Some(claim), Some(number)) = (&mut line.claim, number) {
        claim.number = number;
    }
}

/// What leads from the readings of `before` to those of `after`, each reader's by itself.
fn judged(before: &Claim, after: &Claim) -> Vec<Swap<Value>> {
    let marks = |claim: &Claim| -> Vec<Mark> { claim.readings().iter().map(Reading::mark).collect() };
    let (had, has) = (marks(before), marks(after));
    let json = |mark: Option<&Mark>| serde_json::to_value(mark).unwrap_or_default();
    let goes = had.iter().filter(|mark| !has.contains(mark));
    let gone = goes
        .clone()
        .filter(|mark| has.iter().all(|new| new.by != mark.by))
        .map(|mark| Swap::new(json(Some(mark)), Value::Null));
    let comes = has.iter().filter(|mark| !had.contains(mark));
    let new = comes.map(|mark| Swap::new(json(goes.clone().find(|old| old.by == mark.by)), json(Some(mark))));
    gone.chain(new).collect()
}

/// Leads a field of `claim` from one value to another; where it holds neither, the new value is kept beside it.
fn change(claim: &mut Claim, field: &'static Field, swap: &Swap<Value>, entry: &Entry) {
    // Nobody else has been at it since.
    if field.apply(claim, swap) {
        return;
    }
    if field == &FATE && fates::change(claim, swap, entry) {
        return;
    }
    match field.shape {
        Shape::Mark => mark(claim, swap, entry),
        Shape::Many(..) => items::change(claim, field, swap, entry),
        Shape::Words => words(claim, field, swap),
        Shape::Conflicts => settle(claim, swap),
        Shape::Flag | Shape::Text | Shape::One(_) | Shape::Derived => {
            let now = field.value(claim);
            if field == &DISMISSED && claim.has_dismissal() {
                // It follows from the readings.
            } else if now == swap.before {
                let _ = field.put(claim, swap.after.clone());
            } else if now != swap.after {
                beside(claim, field.name, &swap.before, swap.after.clone(), entry);
            }
        }
    }
}

/// One reader's mark. Another reader's stands beside it; two by one reader, who was at two desks, are a conflict.
fn mark(claim: &mut Claim, swap: &Swap<Value>, entry: &Entry) {
    if VERDICT.apply(claim, swap) {
        return;
    }
    let Some(after) = Mark::sides(swap).after else { return };
    match claim.reading_by(&after.by) {
        Some(held) if held.verdict == after.verdict => {}
        Some(_) => beside(claim, VERDICT.name, &swap.before, swap.after.clone(), entry),
        // What it was to replace is gone; the mark itself is not.
        None => drop(VERDICT.apply(claim, &Swap::new(Value::Null, swap.after.clone()))),
    }
}

/// Words that one side added come in, those that it took away go.
fn words(claim: &mut Claim, field: &'static Field, swap: &Swap<Value>) {
    let list = |value: &Value| field.items(value).to_vec();
    let (before, after, mut now) = (list(&swap.before), list(&swap.after), list(&field.value(claim)));
    now.retain(|word| after.contains(word) || !before.contains(word));
    for word in after {
        if !before.contains(&word) && !now.contains(&word) {
            now.push(word);
        }
    }
    let _ = field.put(claim, Value::Array(now));
}

/// Conflicts that somebody settled go; those that a merge of an earlier version noticed come.
fn settle(claim: &mut Claim, swap: &Swap<Value>) {
    let list = |value: &Value| serde_json::from_value::<Vec<Conflict>>(value.clone()).unwrap_or_default();
    let same = |a: &Conflict, b: &Conflict| a.field == b.field && a.theirs == b.theirs;
    let (before, after) = (list(&swap.before), list(&swap.after));
    let is_in = |one: &Conflict, list: &[Conflict]| list.iter().any(|other| same(one, other));
    claim.record.conflicts.retain(|one| !is_in(one, &before) || is_in(one, &after));
    for one in after {
        if !is_in(&one, &before) && !is_in(&one, &claim.record.conflicts) {
            claim.record.conflicts.push(one);
        }
    }
}

/// Keeps `after` beside the value that stands: in the place of `before`, when that is kept there, for it was made of it.
pub(super) fn beside(claim: &mut Claim, field: &str, before: &Value, after: Value, entry: &Entry) {
    let stands = Field::named(field).map(|field| field.value(claim));
    let conflicts = &mut claim.record.conflicts;
    conflicts.retain(|one| one.field != field || one.theirs != *before);
    let known = conflicts.iter().any(|one| one.field == field && one.theirs == after);
    if !known && stands.as_ref() != Some(&after) {
        let (by, at) = (entry.by.to_string(), entry.at.clone());
        conflicts.push(Conflict { field: field.to_owned(), theirs: after, by, at, extra: Extra::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, change, claim, mark, merged, session};
    use crate::review::Session;
    use crate::review::field::{self, Field, Verdict};

    /// What is not settled about the first claim, by fields.
    fn open(session: &Session) -> Vec<&str> {
        claim(session, "k1").record.conflicts.iter().map(|one| one.field.as_str()).collect()
    }

    fn settle(session: &mut Session, field: &Field, by: &str) {
        change(session, "k1", &field::CONFLICTS, by, |claim| {
            claim.record.conflicts.retain(|one| one.field != field.name);
        });
    }

    /// A copy whose first claim has two differences: which note, and which verdict of one reader.
    fn twice_apart() -> Session {
        let [ours, theirs] =
            [("Ours.", Verdict::Verified, 1), ("Theirs.", Verdict::Disputed, 2)].map(|(text, verdict, minute)| {
                let mut copy = session();
                mark(&mut copy, "k1", verdict, "anna", minute);
                change(&mut copy, "k1", &field::NOTE, text, |claim| text.clone_into(&mut claim.record.note));
                copy
            });
        merged(&ours, &theirs)
    }

    #[test]
    fn a_settling_that_is_taken_back_is_open_again_whatever_else_was_settled_meanwhile() {
        let mut ours = twice_apart();
        let mut theirs = ours.clone();
        assert_eq!(open(&ours).len(), 2);
        settle(&mut ours, &field::NOTE, "bea");
        ours.undo(&"bea".into(), &at(7)).unwrap();
        settle(&mut theirs, &field::VERDICT, "cara");
        assert_eq!(open(&merged(&ours, &theirs)), ["note"]);
    }

    #[test]
    fn what_each_settled_is_settled() {
        let mut ours = twice_apart();
        let mut theirs = ours.clone();
        settle(&mut ours, &field::NOTE, "bea");
        settle(&mut theirs, &field::VERDICT, "cara");
        assert_eq!(open(&merged(&ours, &theirs)), [""; 0]);
    }
}
