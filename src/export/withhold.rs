//! Takes confidential sources out of a session, and out of everything that remembers them.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use crate::review::{Change, Claim, ClaimId, Claims, Conflict, Edit, Entry, Extra, History, Session, Source, Swap};

/// How many sources of `session` are confidential now.
pub fn confidential_sources(session: &Session) -> usize {
    session.claims().iter().flat_map(|claim| &claim.record.sources).filter(|source| source.confidential).count()
}

/// `session` without confidential sources: in its claims, in both sides of its history, in unsettled conflicts and in fields
/// of later versions. The history also loses entries' sources that only became confidential afterwards.
pub(super) fn publishable(session: &Session) -> Cow<'_, Session> {
    let secrets = Secrets::of(session);
    if secrets.names.is_empty() && secrets.ids.is_empty() {
        return Cow::Borrowed(session);
    }
    let claims = session.claims().iter().map(|claim| {
        let mut claim = secrets.claim(claim, |_, source| source.confidential);
        claim.record.conflicts = claim.record.conflicts.iter().map(|conflict| secrets.conflict(conflict)).collect();
        claim
    });
    let claims: Claims = claims.collect();
    let history: History = session.history().iter().map(|entry| secrets.entry(entry)).collect();
    let mut clean = Session::resumed(session.id.clone(), session.article.clone(), claims, history);
    clean.place = session.place.clone();
    clean.extra = secrets.extra(&session.extra);
    Cow::Owned(clean)
}

/// What gives away a source that is or once was confidential.
#[derive(Default)]
struct Secrets<'a> {
    /// Its id within its claim.
    ids: HashSet<(&'a ClaimId, &'a str)>,
    /// Its title, address, archive and passage.
    names: HashSet<&'a str>,
}

impl<'a> Secrets<'a> {
    fn of(session: &'a Session) -> Self {
        let mut secrets = Self::default();
        for claim in session.claims().iter() {
            secrets.learn(&claim.id, &claim.record.sources);
        }
        for entry in session.history().iter() {
            match (&entry.edit.change, &entry.edit.claim) {
                (Change::Sources(swap), Some(id)) => {
                    secrets.learn(id, &swap.before);
                    secrets.learn(id, &swap.after);
                }
                (Change::Recut(_, swap), _) => {
                    for claim in swap.before.iter().chain(&swap.after) {
                        secrets.learn(&claim.id, &claim.record.sources);
                    }
                }
                _ => {}
            }
        }
        secrets
    }

    fn learn(&mut self, claim: &'a ClaimId, sources: &'a [Source]) {
        for source in sources.iter().filter(|source| source.confidential) {
            self.ids.insert((claim, &source.id));
            let names = [&source.title, &source.url, &source.archive, &source.quote];
            self.names.extend(names.into_iter().map(String::as_str).filter(|name| !name.trim().is_empty()));
        }
    }

    fn knows(&self, claim: &ClaimId, source: &Source) -> bool {
        let names = [&source.title, &source.url, &source.archive, &source.quote];
        source.confidential
            || self.ids.contains(&(claim, source.id.as_str()))
            || names.into_iter().any(|name| self.names.contains(name.as_str()))
    }

    fn claim(&self, claim: &Claim, secret: impl Fn(&ClaimId, &Source) -> bool) -> Claim {
        let mut clean = claim.clone();
        clean.record.sources.retain(|source| !secret(&claim.id, source));
        clean.extra = self.extra(&claim.extra);
        clean.anchor_extra = self.extra(&claim.anchor_extra);
        clean
    }

    fn entry(&self, entry: &Entry) -> Entry {
        let list = |list: &[Source], id: &ClaimId| {
            list.iter().filter(|source| !self.knows(id, source)).cloned().collect::<Vec<_>>()
        };
        let claims = |list: &[Claim]| list.iter().map(|one| self.claim(one, |id, it| self.knows(id, it))).collect();
        let conflicts = |list: &[Conflict]| list.iter().map(|one| self.conflict(one)).collect();
        let change = match (&entry.edit.change, &entry.edit.claim) {
            (Change::Sources(swap), Some(id)) => {
                Change::Sources(Swap::new(list(&swap.before, id), list(&swap.after, id)))
            }
            (Change::Recut(how, swap), _) => Change::Recut(*how, Swap::new(claims(&swap.before), claims(&swap.after))),
            (Change::Conflicts(swap), _) => {
                Change::Conflicts(Swap::new(conflicts(&swap.before), conflicts(&swap.after)))
            }
            (Change::Later(name, swap), _) => {
                Change::Later(name.clone(), Swap::new(self.scrub(&swap.before), self.scrub(&swap.after)))
            }
            (other, _) => other.clone(),
        };
        let edit = Edit { claim: entry.edit.claim.clone(), change };
        Entry { edit, extra: self.extra(&entry.extra), ..entry.clone() }
    }

    fn conflict(&self, conflict: &Conflict) -> Conflict {
        Conflict { theirs: self.scrub(&conflict.theirs), extra: self.extra(&conflict.extra), ..conflict.clone() }
    }

    fn extra(&self, extra: &Extra) -> Extra {
        match self.scrub(&Value::Object(extra.to_map())) {
            Value::Object(map) => Extra::new(map),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Extra::default(),
        }
    }

    /// `value` without any object in it that is confidential or looks like one that is.
    fn scrub(&self, value: &Value) -> Value {
        match value {
            Value::Array(list) => list.iter().filter(|one| !self.secret(one)).map(|one| self.scrub(one)).collect(),
            Value::Object(map) => map
                .iter()
                .filter(|(_, one)| !self.secret(one))
                .map(|(key, one)| (key.clone(), self.scrub(one)))
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
        }
    }

    fn secret(&self, value: &Value) -> bool {
        let Value::Object(map) = value else { return false };
        map.get("confidential") == Some(&Value::Bool(true))
            || ["title", "url", "archive", "quote"]
                .iter()
                .any(|field| map.get(*field).and_then(Value::as_str).is_some_and(|name| self.names.contains(name)))
    }
}
