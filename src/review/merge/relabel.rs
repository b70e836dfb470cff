//! The drafts of a session under other numbers, and its writer's notes under other ids: two copies that each brought in drafts of
//! their own gave the same ones to different things.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use serde_json::Value;

use super::super::field::{CONFLICTS, CORRECTIONS, FATE, Field, SOURCES};
use super::super::{Article, Carried, Carry, Change, Claim, Entry, History, Lead, Session, Swap};

/// The fields that name a draft or a note of the writer's: see [`Relabel::value`].
const NAMING: [&Field; 4] = [&FATE, &CORRECTIONS, &SOURCES, &CONFLICTS];

/// What is called otherwise now.
#[derive(Debug, Default)]
pub(super) struct Relabel {
    /// The drafts' numbers, the old ones leading to the new.
    pub(super) drafts: HashMap<u32, u32, RandomState>,
    /// The ids of the writer's notes.
    pub(super) notes: HashMap<String, String, RandomState>,
}

impl Relabel {
    /// True when everything keeps its name.
    fn is_none(&self) -> bool {
        self.notes.is_empty() && self.drafts.iter().all(|(old, new)| old == new)
    }

    /// `session` with the new names, wherever it has the old ones.
    pub(super) fn session(&self, session: &Session) -> Session {
        if self.is_none() {
            return session.clone();
        }
        let mut named = session.clone();
        named.article = self.article(&session.article);
        for past in Arc::make_mut(&mut named.drafts) {
            let shape = Arc::make_mut(&mut past.shape);
            (shape.n, shape.against) = (self.draft(shape.n), self.draft(shape.against));
            for note in &mut shape.annotations {
                self.note(&mut note.id);
            }
            past.article = past.article.as_ref().map(|article| self.article(article));
        }
        named.drafts = {
            let mut drafts = Arc::unwrap_or_clone(named.drafts);
            drafts.sort_by_key(super::super::PastDraft::n);
            Arc::new(drafts)
        };
        named.claims = session.claims.iter().map(|claim| self.claim(claim)).collect();
        named.apart = Arc::new(session.apart.iter().map(|claim| self.claim(claim)).collect());
        named.history = History::of(session.history.shared().map(|entry| self.entry(entry)));
        named
    }

    fn draft(&self, n: u32) -> u32 {
        self.drafts.get(&n).copied().unwrap_or(n)
    }

    fn note(&self, id: &mut String) {
        if let Some(new) = self.notes.get(id) {
            id.clone_from(new);
        }
    }

    fn article(&self, article: &Article) -> Article {
        let mut notes = article.annotations().to_vec();
        for note in &mut notes {
            self.note(&mut note.id);
        }
        let changes = article.changes().to_vec();
        let mut named = article.clone().annotated(notes, changes);
        named.draft = self.draft(article.draft);
        named
    }

    fn claim(&self, claim: &Claim) -> Claim {
        let mut named = claim.clone();
        for field in NAMING {
            let mut value = field.value(claim);
            if !Field::is_empty(&value) {
                self.value(field, &mut value);
                // The value comes from a claim, so it is of the field's shape.
                let _ = field.put(&mut named, value);
            }
        }
        named
    }

    fn entry(&self, entry: &Arc<Entry>) -> Arc<Entry> {
        let mut named = Entry::clone(entry);
        named.draft = self.draft(entry.draft);
        match &mut named.edit.change {
            Change::Field(field, swap) => self.swap(field, swap),
            Change::Recut(_, swap) => {
                for claim in swap.before.iter_mut().chain(&mut swap.after) {
                    *claim = self.claim(claim);
                }
            }
            Change::Draft(carry) => *carry = Arc::new(self.carry(carry)),
            Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
        Arc::new(named)
    }

    fn carry(&self, carry: &Carry) -> Carry {
        let lead = |lead: &Lead| {
            let mut named = lead.clone();
            for (field, swap) in &mut named.fields {
                self.swap(field, swap);
            }
            named
        };
        let claims = carry.claims.iter().map(|carried| match carried {
            Carried::Came(claim) => Carried::Came(Box::new(self.claim(claim))),
            Carried::Went(claim) => Carried::Went(Box::new(self.claim(claim))),
            Carried::Led(held) => Carried::Led(Box::new(lead(held))),
        });
        Carry {
            draft: Swap::new(self.draft(carry.draft.before), self.draft(carry.draft.after)),
            claims: claims.collect(),
            turned: carry.turned.clone(),
        }
    }

    fn swap(&self, field: &'static Field, swap: &mut Swap<Value>) {
        self.value(field, &mut swap.before);
        self.value(field, &mut swap.after);
    }

    /// A field's value, or a thing of its list.
    fn value(&self, field: &'static Field, value: &mut Value) {
        if let Value::Array(things) = value {
            for thing in things {
                self.value(field, thing);
            }
            return;
        }
        let number = |value: &mut Value, key: &str| {
            let Some(held) = value.get_mut(key) else { return };
            let old = held.as_u64().and_then(|n| u32::try_from(n).ok());
            if let Some(old) = old {
                *held = self.draft(old).into();
            }
        };
        if field == &FATE {
            number(value, "draft");
            number(value, "from");
        } else if field == &CORRECTIONS {
            number(value, "passed_by");
        } else if field == &SOURCES {
            if let Some(Value::String(id)) = value.get_mut("annotation") {
                self.note(id);
            }
        } else if field == &CONFLICTS {
            let named = value.get("field").and_then(Value::as_str).and_then(Field::named);
            if let (Some(field), Some(theirs)) = (named, value.get_mut("theirs")) {
                self.value(field, theirs);
            }
        }
    }
}
