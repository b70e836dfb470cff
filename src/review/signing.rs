//! Signing a session off, and what was done since.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::Arc;

use super::{Change, Entry, Extra, Session, SignOff, Stamp};

impl Session {
    /// Signs the session off as it stands.
    pub fn sign_off(&mut self, by: &str, at: &Stamp, note: &str) -> SignOff {
        let mut seen = BTreeMap::new();
        for entry in self.history().iter() {
            *seen.entry(entry.by.to_string()).or_default() += 1;
        }
        let signed = SignOff {
            by: by.to_owned(),
            at: at.clone(),
            draft: self.article.draft,
            sha256: self.state_sha256(),
            seen,
            note: note.to_owned(),
            extra: Extra::default(),
        };
        let all = Arc::make_mut(&mut self.signed);
        let place = all.partition_point(|held| (&held.at, &held.by) <= (&signed.at, &signed.by));
        all.insert(place, signed.clone());
        signed
    }

    /// The latest sign-off of each reviewer, the earliest first.
    pub fn signed_by_each(&self) -> Vec<&SignOff> {
        let last = |by: &str| self.signed.iter().rposition(|signed| signed.by == by);
        self.signed
            .iter()
            .enumerate()
            .filter(|(at, signed)| last(&signed.by) == Some(*at))
            .map(|(_, one)| one)
            .collect()
    }

    /// The latest sign-off of `by`.
    pub fn signed_last(&self, by: &str) -> Option<&SignOff> {
        self.signed.iter().rev().find(|signed| signed.by == by)
    }

    /// The edits that were not there when it was signed off, in the history's order.
    pub fn behind(&self, signed: &SignOff) -> Vec<&Entry> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut behind = Vec::new();
        for entry in self.history().iter() {
            let count = counts.entry(&entry.by).or_default();
            *count += 1;
            if *count > signed.seen.get(&*entry.by).copied().unwrap_or_default() {
                behind.push(entry);
            }
        }
        behind
    }

    /// The edits from `moment` on, an RFC 3339 stamp in UTC or the beginning of one, and the draft that stood then.
    pub fn from(&self, moment: &str) -> (Vec<&Entry>, u32) {
        let mut draft = 1;
        for entry in self.history().iter().filter(|entry| entry.at.as_str() < moment) {
            draft = if let Change::Draft(carry) = &entry.edit.change { carry.draft.after } else { entry.draft };
        }
        (self.history().iter().filter(|entry| entry.at.as_str() >= moment).collect(), draft)
    }

    /// A sign-off in words: who, when, of which draft, on what, and what was done since.
    pub fn told_of(&self, signed: &SignOff) -> String {
        let SignOff { by, at, draft, note, .. } = signed;
        let by = if by.is_empty() { "somebody without a name" } else { by };
        let mut told = format!("{by}, {} UTC, draft {draft}, state {}", at.local(0), signed.digits());
        if !note.is_empty() {
            let _ = write!(told, ", “{note}”");
        }
        match self.behind(signed).len() {
            0 if self.state_sha256() == signed.sha256 => told.push_str("; it stands as it was signed"),
            0 => told.push_str("; it is not as it was signed, though no edit tells why"),
            1 => told.push_str("; 1 change since"),
            many => {
                let _ = write!(told, "; {many} changes since");
            }
        }
        told
    }
}
