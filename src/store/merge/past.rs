//! Two histories made one, so that it still folds to the state it leads to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::Sides;
use crate::review::{Change, Claim, ClaimId, Edit, Entry, Extra, History, Recut, Session, Stamp, Step, Swap};

/// Who the entries are by that a merge itself makes.
const MERGE: &str = "merge";

/// The session with the claims `merged`, and a history that holds both sides' entries; and whose entries came in, in words.
///
/// Their history stands first, as it is, so that what others have read stays where it was. Then, for every claim that both
/// sides touched, come entries that take theirs back, so that ours apply to what they were made for. Then ours, renumbered.
/// Last, entries that lead to the merged state.
pub(super) fn unite(sides: &Sides<'_>, merged: &HashMap<ClaimId, Claim>, at: &Stamp) -> (Session, Vec<String>) {
    let Sides { base, ours, theirs } = *sides;
    let came = beyond(theirs, base);
    let went = without(beyond(ours, base), &came);
    let mut line = Line::after(theirs, base, &came);
    let ids = sides.ids();
    // What a hand changed in their file without an entry gets one.
    line.lead_to(&ids, |id| theirs.claims().by_id(id).cloned(), at);
    let (by_us, by_them) = (touched(&went), touched(&came));
    let changed = |side: &Session, id: &ClaimId| side.claims().by_id(id) != base.claims().by_id(id);
    let wanted = |id: &ClaimId| {
        let both = (by_us.contains(id) || changed(ours, id)) && (by_them.contains(id) || changed(theirs, id));
        (if both { base } else { theirs }).claims().by_id(id).cloned()
    };
    line.lead_to(&ids, wanted, at);
    line.append(&went, ours);
    line.lead_to(&ids, |id| merged.get(id).cloned(), at);
    line.blocks(sides, at);
    let told = tell(&came);
    (line.end(ours), told)
}

/// The entries of `side` that `base` has not, in order. The two mostly begin alike.
fn beyond<'a>(side: &'a Session, base: &Session) -> Vec<&'a Entry> {
    let alike = side.history().iter().zip(base.history().iter()).take_while(|(a, b)| a == b).count();
    without(side.history().iter().skip(alike).collect(), &base.history().iter().skip(alike).collect::<Vec<_>>())
}

/// `entries` without one for each of `known`.
fn without<'a>(entries: Vec<&'a Entry>, known: &[&Entry]) -> Vec<&'a Entry> {
    let mut known = known.to_vec();
    let is_new = |entry: &&Entry| {
        let found = known.iter().position(|other| same(other, entry));
        found.map(|index| known.swap_remove(index)).is_none()
    };
    entries.into_iter().filter(is_new).collect()
}

/// True for one entry in two histories, which may have given it different numbers.
fn same(one: &Entry, other: &Entry) -> bool {
    one.at == other.at && one.by == other.by && one.edit == other.edit
}

/// The claims that entries are about, also where they left them as they were.
fn touched<'a>(entries: &[&'a Entry]) -> HashSet<&'a ClaimId> {
    let mut ids = HashSet::new();
    for entry in entries {
        ids.extend(&entry.edit.claim);
        if let Change::Recut(_, swap) = &entry.edit.change {
            ids.extend(swap.before.iter().chain(&swap.after).map(|claim| &claim.id));
        }
    }
    ids
}

/// `3 changes by pavel came in`, one sentence a reviewer.
fn tell(came: &[&Entry]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in came {
        *counts.entry(&entry.by).or_default() += 1;
    }
    let said = |(by, count): (&str, usize)| {
        let by = if by.is_empty() { "somebody" } else { by };
        if count == 1 { format!("1 change by {by} came in") } else { format!("{count} changes by {by} came in") }
    };
    counts.into_iter().map(said).collect()
}

/// A history under construction, with the state it has led to so far.
struct Line {
    state: Session,
    entries: Vec<Entry>,
    by: Arc<str>,
}

impl Line {
    /// Their history, with the state that it leads to: `base`, and the entries that `came` since.
    fn after(theirs: &Session, base: &Session, came: &[&Entry]) -> Self {
        let mut state = base.clone();
        for entry in came {
            // One that does not fit is made good by what follows.
            let _ = state.commit(entry.edit.clone(), &entry.by, &entry.at);
        }
        Self { state, entries: theirs.history().iter().cloned().collect(), by: MERGE.into() }
    }

    fn next_number(&self) -> u64 {
        self.entries.last().map_or(1, |entry| entry.n + 1)
    }

    /// Appends entries of our side, renumbered. One that does not fit the state is kept as a record all the same.
    fn append(&mut self, entries: &[&Entry], ours: &Session) {
        for entry in entries {
            let step = match entry.step {
                Step::Do => None,
                Step::Undo(old) => self.number_of(ours, old).map(Step::Undo),
                Step::Redo(old) => self.number_of(ours, old).map(Step::Redo),
            };
            let n = self.next_number();
            let _ = self.state.commit(entry.edit.clone(), &entry.by, &entry.at);
            self.entries.push(Entry { n, step: step.unwrap_or(Step::Do), ..(*entry).clone() });
        }
    }

    /// The number here of the entry that has number `old` in our history.
    fn number_of(&self, ours: &Session, old: u64) -> Option<u64> {
        let meant = ours.history().iter().find(|entry| entry.n == old)?;
        self.entries.iter().rev().find(|entry| same(entry, meant)).map(|entry| entry.n)
    }

    /// Appends entries that make every claim as `wanted` has it.
    fn lead_to(&mut self, ids: &[ClaimId], wanted: impl Fn(&ClaimId) -> Option<Claim>, at: &Stamp) {
        for id in ids {
            let (is, shall) = (self.state.claims().by_id(id).cloned(), wanted(id));
            match (is, shall) {
                (is, shall) if is == shall => {}
                (None, Some(shall)) => self.recut(Recut::Add, Vec::new(), vec![shall], at),
                (Some(is), None) => self.recut(Recut::Delete, vec![is], Vec::new(), at),
                (Some(is), Some(shall)) => self.change(&is, shall, at),
                (None, None) => {}
            }
        }
    }

    fn change(&mut self, is: &Claim, shall: Claim, at: &Stamp) {
        for change in differences(is, &shall) {
            self.edit(Edit::of(is.id.clone(), change), at);
        }
        // What no edit can change (why it was proposed, unknown fields) is replaced with the whole claim.
        if let Some(is) = self.state.claims().by_id(&is.id).filter(|is| **is != shall).cloned() {
            self.recut(Recut::Delete, vec![is], Vec::new(), at);
            self.recut(Recut::Add, Vec::new(), vec![shall], at);
        }
    }

    fn recut(&mut self, kind: Recut, before: Vec<Claim>, after: Vec<Claim>, at: &Stamp) {
        if let Some(id) = before.iter().chain(&after).map(|claim| claim.id.clone()).next() {
            self.edit(Edit::of(id, Change::Recut(kind, Swap::new(before, after))), at);
        }
    }

    /// Makes each block of the kind that the side which changed it gave it.
    fn blocks(&mut self, sides: &Sides<'_>, at: &Stamp) {
        let kinds = |session: &Session| {
            session.article.blocks().iter().map(|block| (block.span, block.kind.clone())).collect::<HashMap<_, _>>()
        };
        let (base, ours, theirs) = (kinds(sides.base), kinds(sides.ours), kinds(sides.theirs));
        for block in self.state.article.blocks().to_vec() {
            let side = |kinds: &HashMap<_, _>| kinds.get(&block.span).cloned();
            let (base, ours, theirs) = (side(&base), side(&ours), side(&theirs));
            let wanted = if ours == base { theirs.or(ours) } else { ours };
            if let Some(kind) = wanted.filter(|kind| *kind != block.kind) {
                let change = Change::Block(block.span.start, Swap::new(block.kind, kind));
                self.edit(Edit { claim: None, change }, at);
            }
        }
    }

    fn edit(&mut self, edit: Edit, at: &Stamp) {
        if self.state.commit(edit.clone(), &self.by, at).is_ok() {
            let n = self.next_number();
            self.entries.push(Entry {
                n,
                at: at.clone(),
                by: Arc::clone(&self.by),
                edit,
                step: Step::Do,
                extra: Extra::default(),
            });
        }
    }

    fn end(self, ours: &Session) -> Session {
        let Session { article, .. } = self.state.clone();
        Session::resumed(ours.id.clone(), article, self.state.claims().clone(), History::from_iter(self.entries))
    }
}

/// The edits that lead from one state of a claim to another, as far as edits can.
fn differences(is: &Claim, shall: &Claim) -> Vec<Change> {
    let (old, new) = (&is.record, &shall.record);
    [
        swap(&is.mark, &shall.mark, Change::Verdict),
        swap(&is.dismissed, &shall.dismissed, Change::Dismissed),
        swap(&is.statement, &shall.statement, Change::Statement),
        swap(&is.speaker, &shall.speaker, Change::Speaker),
        swap(&old.note, &new.note, Change::Note),
        swap(&old.sources, &new.sources, Change::Sources),
        swap(&old.correction, &new.correction, Change::Correction),
        swap(&old.query, &new.query, Change::Query),
        swap(&old.reply, &new.reply, Change::Reply),
        swap(&old.tags, &new.tags, Change::Tags),
        swap(&old.conflicts, &new.conflicts, Change::Conflicts),
        swap(&is.span, &shall.span, Change::Mend),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn swap<T: Clone + PartialEq>(is: &T, shall: &T, change: fn(Swap<T>) -> Change) -> Option<Change> {
    (is != shall).then(|| change(Swap::new(is.clone(), shall.clone())))
}
