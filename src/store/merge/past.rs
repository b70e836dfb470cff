//! Two histories made one, so that it still folds to the state it leads to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::Sides;
use crate::review::{Change, Claim, ClaimId, Edit, Entry, Extra, History, Recut, Session, Stamp, Step, Swap};

/// Who the entries are by that a merge itself makes.
const MERGE: &str = "merge";

/// The session with the claims `merged`, and a history that holds both sides' entries; and whose entries came in, in words.
///
/// First come their entries. Then, for every claim that both sides touched, entries that take theirs back, so that ours apply
/// to what they were made for. Then ours. Last, entries that lead to the merged state.
pub(super) fn unite(sides: &Sides<'_>, merged: &HashMap<ClaimId, Claim>, at: &Stamp) -> (Session, Vec<String>) {
    let Sides { base, ours, theirs } = *sides;
    let mut line = Line::from(base);
    let came = new_entries(theirs, base, ours);
    line.append(&came);
    let went: Vec<&Entry> = ours.history().iter().skip(shared(base, ours)).collect();
    let (by_us, by_them) = (touched(&went), touched(&came));
    let changed = |side: &Session, id: &ClaimId| side.claims().by_id(id) != base.claims().by_id(id);
    let wanted = |id: &ClaimId| {
        let both = (by_us.contains(id) || changed(ours, id)) && (by_them.contains(id) || changed(theirs, id));
        (if both { base } else { theirs }).claims().by_id(id).cloned()
    };
    line.lead_to(&sides.ids(), wanted, at);
    line.append(&went);
    line.lead_to(&sides.ids(), |id| merged.get(id).cloned(), at);
    line.blocks(sides, at);
    let told = tell(&came);
    (line.end(ours), told)
}

/// How many entries two histories begin with in common.
fn shared(one: &Session, other: &Session) -> usize {
    one.history().iter().zip(other.history().iter()).take_while(|(a, b)| a == b).count()
}

/// Their entries that neither the base nor our side has.
fn new_entries<'a>(theirs: &'a Session, base: &Session, ours: &Session) -> Vec<&'a Entry> {
    let begin = shared(base, theirs);
    let known = |entry: &Entry| {
        ours.history().iter().skip(begin).any(|our| our.at == entry.at && our.by == entry.by && our.edit == entry.edit)
    };
    theirs.history().iter().skip(begin).filter(|entry| !known(entry)).collect()
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
    fn from(base: &Session) -> Self {
        Self { state: base.clone(), entries: base.history().iter().cloned().collect(), by: MERGE.into() }
    }

    fn next_number(&self) -> u64 {
        self.entries.last().map_or(1, |entry| entry.n + 1)
    }

    /// Appends entries of one side, renumbered. One that does not fit the state is kept as a record all the same.
    fn append(&mut self, entries: &[&Entry]) {
        let first_new = entries.first().map_or(0, |entry| entry.n);
        let mut numbers = HashMap::new();
        for entry in entries {
            let n = self.next_number();
            numbers.insert(entry.n, n);
            let renumbered = |old: u64| numbers.get(&old).copied().or((old < first_new).then_some(old));
            let step = match entry.step {
                Step::Do => None,
                Step::Undo(old) => renumbered(old).map(Step::Undo),
                Step::Redo(old) => renumbered(old).map(Step::Redo),
            };
            let _ = self.state.commit(entry.edit.clone(), &entry.by, &entry.at);
            self.entries.push(Entry { n, step: step.unwrap_or(Step::Do), ..(*entry).clone() });
        }
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
