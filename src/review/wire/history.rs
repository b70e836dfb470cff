//! A history entry as JSON.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::field::{Field, Mark, Shape, Verdict};
use super::super::{
    Article, Change, Claim, ClaimId, Edit, Entry, EntryId, Evidence, Extra, FileAccess, Recut, Span, Stamp, Step, Swap,
    Texts, Whys,
};
use super::article::{first, is_first};
use super::carry;
use super::{AnchorShape, ClaimShape, WireError};

/// One entry of `history`.
///
/// `before` and `after` are the field's values as the claim has them; for `add`, `delete`, `split` and `join` lists of claims,
/// for `mend` anchors, for `block` kinds, for `waive` yes or no, for `evidence` the file or nothing, for `withhold` yes, no or nothing. Of a verdict they are the reader's own: one that was given earlier than this entry
/// says so in `before_by`/`before_at` (what is taken back) and `after_by`/`after_at` (what comes back).
#[derive(Debug, Serialize, Deserialize)]
pub struct EntryShape {
    /// Its id.
    pub id: EntryId,
    /// When.
    #[serde(default)]
    pub at: Stamp,
    /// Who.
    #[serde(default)]
    pub by: Cow<'static, str>,
    /// The draft that its places are in, from 1; left out for the first.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub draft: u32,
    /// The claim it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
    /// For `block`: the code point at which the block begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<usize>,
    /// For `waive`: the name of the advice: its code, the words it is about, and the sentence they stand in, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Box<str>>,
    /// For `withhold`: the name of the writer's annotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotation: Option<Box<str>>,
    /// What changes.
    pub edit: String,
    /// The value before.
    #[serde(default)]
    pub before: Value,
    /// The value after.
    #[serde(default)]
    pub after: Value,
    /// Who had given the verdict before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_by: Option<String>,
    /// When the verdict before was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_at: Option<Stamp>,
    /// Who had given the verdict after, if not this entry's reviewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_by: Option<String>,
    /// When the verdict after was given, if not now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_at: Option<Stamp>,
    /// The entry it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<EntryId>,
    /// The entry it does again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<EntryId>,
    /// The entry that the same key made before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<EntryId>,
    /// The entry it came after though its own stamp is earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<EntryId>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

impl EntryShape {
    /// `entry` of a session with these drafts as the file has it.
    pub fn of(texts: Texts<'_>, entry: &Entry) -> Self {
        let article = texts.or_now(entry.draft);
        let (before, after) = values(texts, entry.draft, &entry.edit.change);
        let mut shape = Self {
            id: entry.id.clone(),
            at: entry.at.clone(),
            by: entry.by.to_string().into(),
            draft: entry.draft,
            claim: entry.edit.claim.clone(),
            block: None,
            advice: None,
            annotation: None,
            edit: entry.edit.name().to_owned(),
            before,
            after,
            before_by: None,
            before_at: None,
            after_by: None,
            after_at: None,
            undoes: None,
            redoes: None,
            with: entry.with.clone(),
            behind: entry.after.clone(),
            extra: entry.extra.clone(),
        };
        match &entry.step {
            Step::Do => {}
            Step::Undo(id) => shape.undoes = Some(id.clone()),
            Step::Redo(id) => shape.redoes = Some(id.clone()),
        }
        if let Change::Block(at, _) = &entry.edit.change {
            shape.block = Some(article.code_point(*at));
        }
        if let Change::Waive(name, _) = &entry.edit.change {
            shape.advice = Some(name.clone());
        }
        if let Change::Withhold(note, _) = &entry.edit.change {
            shape.annotation = Some(note.clone());
        }
        if let Change::Field(field, swap) = &entry.edit.change
            && matches!(field.shape, Shape::Mark)
        {
            if let Some(mark) = mark(&swap.before) {
                shape.before_by = Some(mark.by.to_string());
                shape.before_at = Some(mark.at);
            }
            if let Some(mark) = mark(&swap.after) {
                shape.after_by = (mark.by != entry.by).then(|| mark.by.to_string());
                shape.after_at = (mark.at != entry.at).then_some(mark.at);
            }
        }
        shape
    }

    /// The entry it describes.
    ///
    /// # Errors
    /// When `before` or `after` is not of the shape its edit asks for.
    pub fn into_entry(self, texts: Texts<'_>) -> Result<Entry, WireError> {
        let change = self.change(texts).map_err(|reason| WireError::Entry {
            id: self.id.to_string(),
            edit: self.edit.clone(),
            reason,
        })?;
        let step = match (self.undoes, self.redoes) {
            (Some(id), _) => Step::Undo(id),
            (None, Some(id)) => Step::Redo(id),
            (None, None) => Step::Do,
        };
        Ok(Entry {
            id: self.id,
            at: self.at,
            by: self.by.into(),
            draft: self.draft,
            edit: Edit { claim: self.claim, change },
            step,
            with: self.with,
            after: self.behind,
            extra: self.extra,
        })
    }

    fn change(&self, texts: Texts<'_>) -> Result<Change, String> {
        let article = texts.or_now(self.draft);
        Ok(match self.edit.as_str() {
            // Words of a draft that is missing, or can't be rebuilt, are kept as they are.
            "mend" | "add" | "delete" | "split" | "join" | "attach" | "block" if texts.of(self.draft).is_none() => {
                self.later()
            }
            "draft" if !carry::is_at_hand(texts, &self.before, &self.after) => self.later(),
            "draft" => Change::Draft(Arc::new(carry::read(texts, &self.before, &self.after)?)),
            // An anchor that says more than where it is can't be an edit of this version without losing that.
            "mend" if [&self.before, &self.after].into_iter().any(says_more) => self.later(),
            "mend" => Change::Mend(self.swap::<AnchorShape<'_>, _>(|anchor| anchored(article, &anchor))?),
            "add" => Change::Recut(Recut::Add, self.claims(texts)?),
            "delete" => Change::Recut(Recut::Delete, self.claims(texts)?),
            "split" => Change::Recut(Recut::Split, self.claims(texts)?),
            "join" => Change::Recut(Recut::Join, self.claims(texts)?),
            "attach" => Change::Recut(Recut::Attach, self.claims(texts)?),
            "block" => {
                let at = self.block.and_then(|at| article.byte(at)).ok_or("no such block")?;
                Change::Block(at, self.swap(Ok)?)
            }
            "waive" => match &self.advice {
                Some(name) => Change::Waive(name.clone(), self.swap(Ok)?),
                None => self.later(),
            },
            "evidence" => self.listed().unwrap_or_else(|| self.later()),
            "withhold" => match &self.annotation {
                Some(note) => Change::Withhold(note.clone(), self.swap(Ok)?),
                None => self.later(),
            },
            name => match Field::named(name) {
                Some(field) if matches!(field.shape, Shape::Mark) => Change::Field(field, self.verdict()?),
                Some(field) => Change::Field(field, Swap::new(field.sound(&self.before)?, field.sound(&self.after)?)),
                None => self.later(),
            },
        })
    }

    fn later(&self) -> Change {
        Change::Later(self.edit.clone(), Swap::new(self.before.clone(), self.after.clone()))
    }

    /// How a file of evidence stands in the list; `None` where more than that changes, which is for a later version.
    fn listed(&self) -> Option<Change> {
        let side = |value: &Value| Option::<Evidence>::deserialize(value).ok();
        let (before, after) = (side(&self.before)?, side(&self.after)?);
        let swap = Swap::new(FileAccess::of(before.as_ref()), FileAccess::of(after.as_ref()));
        let bare = |file: Evidence| Evidence { confidential: false, ..file };
        let (before, after) = (before.map(bare), after.map(bare));
        let is_one = before.is_none() || after.is_none() || before == after;
        after.or(before).filter(|_| is_one).map(|file| Change::List(Box::new(file), swap))
    }

    /// A verdict's words as the marks that they are part of.
    fn verdict(&self) -> Result<Swap<Value>, String> {
        let Swap { before, after } = self.swap(|value: Option<Verdict>| Ok(value))?;
        let mark = |verdict, by: Option<&String>, at: Option<&Stamp>| {
            let by: Arc<str> = by.map_or_else(|| self.by.as_ref().into(), |by| by.as_str().into());
            json(&Mark { verdict, by, at: at.unwrap_or(&self.at).clone() })
        };
        Ok(Swap::new(
            before.map_or(Value::Null, |verdict| mark(verdict, self.before_by.as_ref(), self.before_at.as_ref())),
            after.map_or(Value::Null, |verdict| mark(verdict, self.after_by.as_ref(), self.after_at.as_ref())),
        ))
    }

    fn claims(&self, texts: Texts<'_>) -> Result<Swap<Vec<Claim>>, String> {
        self.swap::<Vec<ClaimShape<'_>>, _>(|list| {
            let mut whys = Whys::default();
            let read = list.into_iter().map(|claim| {
                let home = carry::home_of(texts, &claim, self.draft).unwrap_or(texts.now);
                claim.into_claim(home, &mut whys)
            });
            read.map(|claim| claim.map_err(|error| error.to_string())).collect()
        })
    }

    fn swap<'v, S: Deserialize<'v>, T>(&'v self, read: impl Fn(S) -> Result<T, String>) -> Result<Swap<T>, String> {
        let side = |value: &'v Value| S::deserialize(value).map_err(|error| error.to_string()).and_then(&read);
        Ok(Swap::new(side(&self.before)?, side(&self.after)?))
    }
}

/// True for an anchor with fields that this version does not know.
fn says_more(anchor: &Value) -> bool {
    AnchorShape::deserialize(anchor).is_ok_and(|anchor| !anchor.extra.is_empty())
}

fn anchored(article: &Article, anchor: &AnchorShape<'_>) -> Result<Span, String> {
    anchor.resolve(article).ok_or_else(|| format!("its words are not in the article: \"{}\"", anchor.exact))
}

fn mark(value: &Value) -> Option<Mark> {
    Option::<Mark>::deserialize(value).ok().flatten()
}

/// Both sides of a change as JSON.
fn values(texts: Texts<'_>, draft: u32, change: &Change) -> (Value, Value) {
    let article = texts.or_now(draft);
    match change {
        Change::Field(field, swap) if matches!(field.shape, Shape::Mark) => {
            both(swap, |value| mark(value).map_or(Value::Null, |mark| mark.verdict.as_str().into()))
        }
        Change::Field(_, swap) | Change::Later(_, swap) => (swap.before.clone(), swap.after.clone()),
        Change::Mend(swap) => both(swap, |span| json(&AnchorShape::of(article, *span))),
        Change::Recut(_, swap) => {
            let of = |claim: &Claim| json(&ClaimShape::of(carry::home(texts, claim.fate(), draft), claim));
            both(swap, |list| Value::Array(list.iter().map(of).collect()))
        }
        Change::Draft(held) => carry::values(texts, held),
        Change::Block(_, swap) => both(swap, json),
        Change::Waive(_, swap) => both(swap, json),
        Change::List(file, swap) => both(swap, |listing| json(&listing.of_file(file))),
        Change::Withhold(_, swap) => both(swap, json),
    }
}

fn both<T>(swap: &Swap<T>, write: impl Fn(&T) -> Value) -> (Value, Value) {
    (write(&swap.before), write(&swap.after))
}

/// These shapes hold only strings, numbers, lists and maps with text keys, so they always are JSON.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
