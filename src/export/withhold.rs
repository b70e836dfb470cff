//! Takes confidential things out of a session, and out of everything that remembers them.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value;

use super::telltale::Telltales;
use crate::evidence;
use crate::review::field::{FIELDS, Field, Input, Shape};
use crate::review::{
    Annotation, Article, Carried, Carry, Change, Claim, ClaimId, Claims, Conflict, Edit, Entry, Evidence, Extra,
    FileAccess, History, Lead, Session, SignOff, Source, Swap,
};

/// How much of a session is left out of an export that was not asked for what is confidential.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WithheldCount {
    /// Sources.
    pub sources: usize,
    /// Texts that speak of what is confidential, and notes of the writer's that are held back by hand.
    pub texts: usize,
}

impl WithheldCount {
    /// What is withheld of `session`.
    pub fn of(session: &Session) -> Self {
        Self::between(session, &publishable(session))
    }

    /// What `clean` has no more of `session`.
    pub(super) fn between(session: &Session, clean: &Session) -> Self {
        let sources =
            |session: &Session| session.claims().iter().map(|claim| claim.record.sources.len()).sum::<usize>();
        let silenced = |(one, other): (&Claim, &Claim)| {
            let others = FIELDS.iter().filter(|field| field.name != "sources" && may_speak(field));
            others.filter(|field| field.value(one) != field.value(other)).count()
        };
        let fields: usize = session.claims().iter().zip(clean.claims().iter()).map(silenced).sum();
        let left = clean.article.annotations();
        let notes = session.article.annotations().iter();
        let notes = notes.filter(|note| !evidence::is_private(&note.text) && !left.iter().any(|one| one.id == note.id));
        Self { sources: sources(session).saturating_sub(sources(clean)), texts: fields + notes.count() }
    }

    /// In words; `None` where nothing is withheld.
    pub fn told(self) -> Option<String> {
        let sources = match self.sources {
            0 => None,
            1 => Some("1 confidential source".to_owned()),
            many => Some(format!("{many} confidential sources")),
        };
        let texts = match self.texts {
            0 => None,
            1 => Some("1 text that speaks of what is confidential".to_owned()),
            many => Some(format!("{many} texts that speak of what is confidential")),
        };
        let both: Vec<String> = sources.into_iter().chain(texts).collect();
        (!both.is_empty()).then(|| both.join(" and "))
    }

    /// True where it is one thing.
    pub const fn is_one(self) -> bool {
        self.sources + self.texts == 1
    }
}

/// How many sources of `session` are confidential now, by themselves, by the file of evidence or the note that they rest on, or by what
/// they say.
pub fn confidential_sources(session: &Session) -> usize {
    WithheldCount::of(session).sources
}

/// The ids of the files of evidence that are confidential.
fn closed(session: &Session) -> HashSet<String> {
    session.evidence.iter().filter(|file| file.confidential).map(|file| file.id.clone()).collect()
}

/// `session` without confidential things: in its claims, in both sides of its history, in unsettled conflicts and in fields
/// of later versions. The history also loses entries' things that only became confidential afterwards.
pub(super) fn publishable(session: &Session) -> Cow<'_, Session> {
    let secrets = Secrets::of(session);
    let kept = |file: &&Evidence| !file.confidential && !secrets.is_of_none_else(session, &file.id);
    let hidden = session.evidence.iter().any(|file| !kept(&file));
    let article = secrets.without_notes(&session.article);
    let none = secrets.names.is_empty() && secrets.ids.is_empty() && secrets.closed.is_empty();
    if none && !hidden && article.is_none() {
        return Cow::Borrowed(session);
    }
    let article = article.unwrap_or_else(|| session.article.clone());
    let claims = session.claims().iter().map(|claim| {
        let mut claim = secrets.claim(claim, |field, _, thing| secrets.hides(field, thing));
        claim.record.conflicts = claim.record.conflicts.iter().map(|conflict| secrets.conflict(conflict)).collect();
        claim
    });
    let claims: Claims = claims.collect();
    let history: History = session.history().iter().map(|entry| secrets.entry(entry)).collect();
    let mut clean = Session::resumed(session.id.clone(), article, claims, history);
    clean.drafts.clone_from(&session.drafts);
    let gone = session.apart().iter().map(|claim| secrets.claim(claim, |field, _, thing| secrets.hides(field, thing)));
    clean.set_apart(gone.collect());
    clean.evidence = session.evidence.iter().filter(kept).cloned().collect::<Vec<_>>().into();
    let signed = session.signed.iter().map(|signed| SignOff { note: secrets.quiet(&signed.note), ..signed.clone() });
    clean.signed = signed.collect::<Vec<_>>().into();
    clean.place = session.place.clone();
    clean.extra = secrets.extra(&session.extra);
    Cow::Owned(clean)
}

/// `session` with no path from the root of somebody's disk in its list of evidence, which tells who they are and how they keep
/// things: of such a file the name is told.
pub(super) fn without_homes(mut session: Cow<'_, Session>) -> Cow<'_, Session> {
    if session.evidence.iter().any(Evidence::is_elsewhere) {
        let named = |file: &Evidence| {
            let path = if file.is_elsewhere() { file.file_name().to_owned() } else { file.path.clone() };
            Evidence { path, ..file.clone() }
        };
        session.to_mut().evidence = session.evidence.iter().map(named).collect::<Vec<_>>().into();
    }
    session
}

/// The fields whose things may be confidential.
fn keepers() -> impl Iterator<Item = &'static Field> {
    let may = |field: &&'static Field| match field.shape {
        Shape::Many(rows, _) => rows.iter().any(|row| row.key == "confidential"),
        Shape::Mark | Shape::Flag | Shape::Text | Shape::Words | Shape::One(_) | Shape::Conflicts | Shape::Derived => {
            false
        }
    };
    FIELDS.into_iter().filter(may)
}

/// What gives away a thing that is or once was confidential.
#[derive(Default)]
struct Secrets {
    /// Its id within its claim.
    ids: HashSet<(ClaimId, String)>,
    /// Its texts: title, address, archive, passage.
    names: HashSet<String>,
    /// The files of evidence that it lies in.
    files: HashSet<String>,
    /// The files of evidence that are confidential themselves: whatever rests on one is, too.
    closed: HashSet<String>,
    /// By which words all that is known.
    telltales: Telltales,
}

impl Secrets {
    fn of(session: &Session) -> Self {
        let closed = closed(session);
        let mut telltales = Telltales::of(session, &closed);
        let sources = session.claims().iter().chain(session.apart()).flat_map(|claim| &claim.record.sources);
        let rests = |source: &Source| closed.contains(&source.evidence) || telltales.held.contains(&source.annotation);
        let secret: Vec<&Source> = sources.filter(|source| source.confidential || rests(source)).collect();
        for source in secret {
            telltales.learn_source(source);
        }
        let telltales = telltales.without_article(&session.article);
        let mut secrets = Self { closed, telltales, ..Self::default() };
        for claim in session.claims().iter().chain(session.apart()) {
            secrets.learn_claim(claim);
        }
        for entry in session.history().iter() {
            match (&entry.edit.change, &entry.edit.claim) {
                (Change::Field(field, swap), Some(id)) if keepers().any(|keeper| keeper == *field) => {
                    secrets.learn(field, id, &swap.before);
                    secrets.learn(field, id, &swap.after);
                }
                (Change::Recut(_, swap), _) => {
                    swap.before.iter().chain(&swap.after).for_each(|claim| secrets.learn_claim(claim));
                }
                _ => {}
            }
        }
        secrets
    }

    /// `article` without what its writer noted for the desk alone (telephone numbers, addresses, who is off the record), what is held back
    /// by hand and what speaks of what is confidential. `None` when nothing of it is any of that.
    fn without_notes(&self, article: &Article) -> Option<Article> {
        let notes = article.annotations();
        let is_private = |note: &Annotation| note.confidential.is_none() && evidence::is_private(&note.text);
        let open = |note: &&Annotation| !is_private(note) && !self.telltales.hides(note);
        let kept: Vec<Annotation> = notes.iter().filter(open).cloned().collect();
        (kept.len() < notes.len()).then(|| article.clone().annotated(kept, article.changes().to_vec()))
    }

    /// `text`, or nothing where it speaks of what is confidential.
    fn quiet(&self, text: &str) -> String {
        if self.telltales.speaks(text) { String::new() } else { text.to_owned() }
    }

    fn learn_claim(&mut self, claim: &Claim) {
        for field in keepers() {
            self.learn(field, &claim.id, &field.value(claim));
        }
    }

    fn learn(&mut self, field: &'static Field, claim: &ClaimId, value: &Value) {
        let items = field.items(value).iter();
        let closed: Vec<&Value> = items.filter(|thing| self.rests(thing) || field.is_confidential(thing)).collect();
        for thing in closed {
            self.ids.insert((claim.clone(), id(thing).to_owned()));
            self.names.extend(names(field, thing).map(str::to_owned));
            let file = thing.get("evidence").and_then(Value::as_str).filter(|file| !file.is_empty());
            self.files.extend(file.map(str::to_owned));
        }
    }

    /// True for a file of evidence that a confidential thing lies in and nothing else names: its name may tell who it is from.
    fn is_of_none_else(&self, session: &Session, file: &str) -> bool {
        let sources = session.claims().iter().chain(session.apart()).flat_map(|claim| &claim.record.sources);
        self.files.contains(file) && !sources.into_iter().any(|source| source.evidence == file && !source.confidential)
    }

    /// True for a thing that rests on a confidential file of evidence, or on a note of the writer's that is held back by hand.
    fn rests(&self, thing: &Value) -> bool {
        let names = |key: &str, held: &HashSet<String>| {
            thing.get(key).and_then(Value::as_str).is_some_and(|name| held.contains(name))
        };
        names("evidence", &self.closed) || names("annotation", &self.telltales.held)
    }

    /// True for a thing that is confidential now, by itself, by what it rests on or by what it says.
    fn hides(&self, field: &'static Field, thing: &Value) -> bool {
        field.is_confidential(thing) || self.rests(thing) || self.speaks(thing)
    }

    /// True for an object with a text that speaks of what is confidential.
    fn speaks(&self, thing: &Value) -> bool {
        let mut texts = thing.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str());
        texts.any(|text| self.telltales.speaks(text))
    }

    fn knows(&self, field: &'static Field, claim: &ClaimId, thing: &Value) -> bool {
        self.hides(field, thing)
            || self.ids.contains(&(claim.clone(), id(thing).to_owned()))
            || names(field, thing).any(|name| self.names.contains(name))
    }

    fn claim(&self, claim: &Claim, secret: impl Fn(&'static Field, &ClaimId, &Value) -> bool) -> Claim {
        let mut clean = claim.clone();
        for field in keepers() {
            let value = field.value(&clean);
            let left = field.items(&value).iter().filter(|thing| !secret(field, &claim.id, thing)).cloned();
            let left: Vec<Value> = left.collect();
            if left.len() < field.items(&value).len() {
                // What was read out of a claim is of the shape that it takes.
                let _ = field.put(&mut clean, Value::Array(left));
            }
        }
        for field in FIELDS.into_iter().filter(|field| may_speak(field)) {
            let value = field.value(&clean);
            let quiet = self.scrub(&value);
            if quiet != value {
                // A list without some of its things and a text without words are of the field's shape.
                let _ = field.put(&mut clean, quiet);
            }
        }
        clean.extra = self.extra(&claim.extra);
        clean.anchor_extra = self.extra(&claim.anchor_extra);
        clean
    }

    fn entry(&self, entry: &Entry) -> Entry {
        let claims = |list: &[Claim]| {
            list.iter().map(|one| self.claim(one, |field, id, thing| self.knows(field, id, thing))).collect()
        };
        let change = match (&entry.edit.change, &entry.edit.claim) {
            (Change::Field(field, swap), Some(id)) => {
                let left = |value: &Value| match value {
                    Value::Array(list) if keepers().any(|keeper| keeper == *field) => {
                        list.iter().filter(|thing| !self.knows(field, id, thing)).cloned().collect()
                    }
                    Value::Null
                    | Value::Bool(_)
                    | Value::Number(_)
                    | Value::String(_)
                    | Value::Array(_)
                    | Value::Object(_) => self.scrub(value),
                };
                Change::Field(field, Swap::new(left(&swap.before), left(&swap.after)))
            }
            (Change::Recut(how, swap), _) => Change::Recut(*how, Swap::new(claims(&swap.before), claims(&swap.after))),
            (Change::Later(name, swap), _) => {
                Change::Later(name.clone(), Swap::new(self.scrub(&swap.before), self.scrub(&swap.after)))
            }
            (Change::Draft(carry), _) => Change::Draft(self.carry(carry)),
            (Change::List(file, swap), _) if self.is_told(file, swap) => {
                Change::Later(entry.edit.name().to_owned(), Swap::new(Value::Null, Value::Null))
            }
            (
                Change::Field(..)
                | Change::Mend(_)
                | Change::Block(..)
                | Change::Waive(..)
                | Change::List(..)
                | Change::Withhold(..),
                _,
            ) => entry.edit.change.clone(),
        };
        let edit = Edit { claim: entry.edit.claim.clone(), change };
        Entry { edit, extra: self.extra(&entry.extra), ..entry.clone() }
    }

    /// A draft's change: what it names of a claim beside the words.
    fn carry(&self, carry: &Carry) -> Arc<Carry> {
        let known = |claim: &Claim| self.claim(claim, |field, id, thing| self.knows(field, id, thing));
        let claims = carry.claims.iter().map(|carried| match carried {
            Carried::Came(claim) => Carried::Came(Box::new(known(claim))),
            Carried::Went(claim) => Carried::Went(Box::new(known(claim))),
            Carried::Led(lead) => {
                let fields = lead
                    .fields
                    .iter()
                    .map(|(field, swap)| (*field, Swap::new(self.scrub(&swap.before), self.scrub(&swap.after))));
                Carried::Led(Box::new(Lead { fields: fields.collect(), ..Lead::clone(lead) }))
            }
        });
        Arc::new(Carry { draft: carry.draft.clone(), claims: claims.collect(), turned: carry.turned.clone() })
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
        if self.secret(value) {
            return Value::Null;
        }
        match value {
            Value::Array(list) => list.iter().filter(|one| !self.secret(one)).map(|one| self.scrub(one)).collect(),
            Value::Object(map) => map
                .iter()
                .filter(|(_, one)| !self.secret(one))
                .map(|(key, one)| (key.clone(), self.scrub(one)))
                .collect(),
            Value::String(text) => self.quiet(text).into(),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    /// True for a file that is or was confidential: its name may tell who it is from.
    fn is_told(&self, file: &Evidence, swap: &Swap<FileAccess>) -> bool {
        let was = [swap.before, swap.after].contains(&FileAccess::Confidential);
        was || self.closed.contains(&file.id) || self.files.contains(&file.id)
    }

    fn secret(&self, value: &Value) -> bool {
        let Value::Object(map) = value else { return false };
        map.get("confidential") == Some(&Value::Bool(true))
            || self.rests(value)
            || self.speaks(value)
            || keepers().any(|field| names(field, value).any(|name| self.names.contains(name)))
    }
}

/// True for a field that holds words of somebody: not what follows from others, who marked it, or the words of an article.
fn may_speak(field: &'static Field) -> bool {
    match field.shape {
        Shape::Text | Shape::Words | Shape::One(_) | Shape::Many(..) => field.name != "fate",
        Shape::Mark | Shape::Flag | Shape::Conflicts | Shape::Derived => false,
    }
}

fn id(thing: &Value) -> &str {
    thing.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// The texts of a thing that tell which it is: not where in it something stands, which many have alike.
fn names<'v>(field: &'static Field, thing: &'v Value) -> impl Iterator<Item = &'v str> {
    let telling = |key: &str| key != "locator" && key != "checked_at";
    let rows =
        field.rows().iter().filter(move |row| matches!(row.input, Input::Text | Input::Link) && telling(row.key));
    rows.map(|row| row.text(thing)).filter(|name| !name.trim().is_empty())
}
