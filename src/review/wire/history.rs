//! A history entry as JSON.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{
    Article, Change, Claim, ClaimId, Conflict, Edit, Entry, Extra, Mark, Recut, Source, Span, Stamp, Step, Swap,
    Verdict, Whys,
};
use super::{
    AnchorShape, ClaimShape, ConflictShape, CorrectionShape, QueryShape, ReplyShape, SourceShape, SpeakerShape,
    WireError,
};

/// One entry of `history`.
///
/// `before` and `after` are the field's values as the claim has them; for `add`, `delete`, `split` and `join` lists of claims,
/// for `mend` anchors, for `block` kinds. A verdict that was marked earlier than this entry says so in `before_by`/`before_at`
/// (what is taken back) and `after_by`/`after_at` (what comes back), so that undo restores who marked it and when.
#[derive(Debug, Serialize, Deserialize)]
pub struct EntryShape {
    /// Its number, from 1.
    pub n: u64,
    /// When.
    #[serde(default)]
    pub at: Stamp,
    /// Who.
    #[serde(default)]
    pub by: Cow<'static, str>,
    /// The claim it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
    /// For `block`: the code point at which the block begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<usize>,
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
    pub undoes: Option<u64>,
    /// The entry it does again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<u64>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

impl EntryShape {
    /// `entry` of a session over `article` as the file has it.
    pub fn of(article: &Article, entry: &Entry) -> Self {
        let (before, after) = values(article, &entry.edit.change);
        let mut shape = Self {
            n: entry.n,
            at: entry.at.clone(),
            by: entry.by.to_string().into(),
            claim: entry.edit.claim.clone(),
            block: None,
            edit: entry.edit.name().to_owned(),
            before,
            after,
            before_by: None,
            before_at: None,
            after_by: None,
            after_at: None,
            undoes: None,
            redoes: None,
            extra: entry.extra.clone(),
        };
        match entry.step {
            Step::Do => {}
            Step::Undo(n) => shape.undoes = Some(n),
            Step::Redo(n) => shape.redoes = Some(n),
        }
        if let Change::Block(at, _) = &entry.edit.change {
            shape.block = Some(article.code_point(*at));
        }
        if let Change::Verdict(swap) = &entry.edit.change {
            if let Some(mark) = &swap.before {
                shape.before_by = Some(mark.by.to_string());
                shape.before_at = Some(mark.at.clone());
            }
            if let Some(mark) = &swap.after {
                shape.after_by = (mark.by != entry.by).then(|| mark.by.to_string());
                shape.after_at = (mark.at != entry.at).then(|| mark.at.clone());
            }
        }
        shape
    }

    /// The entry it describes.
    ///
    /// # Errors
    /// When `before` or `after` is not of the shape its edit asks for.
    pub fn into_entry(self, article: &Article) -> Result<Entry, WireError> {
        let change =
            self.change(article).map_err(|reason| WireError::Entry { n: self.n, edit: self.edit.clone(), reason })?;
        let step = match (self.undoes, self.redoes) {
            (Some(n), _) => Step::Undo(n),
            (None, Some(n)) => Step::Redo(n),
            (None, None) => Step::Do,
        };
        let edit = Edit { claim: self.claim, change };
        Ok(Entry { n: self.n, at: self.at, by: self.by.into(), edit, step, extra: self.extra })
    }

    fn change(&self, article: &Article) -> Result<Change, String> {
        Ok(match self.edit.as_str() {
            "verdict" => Change::Verdict(self.verdict()?),
            "dismissed" => Change::Dismissed(self.swap(|value: bool| Ok(value))?),
            "note" => Change::Note(self.swap(|value: String| Ok(value))?),
            "statement" => Change::Statement(self.swap(|value: String| Ok(value))?),
            "speaker" => Change::Speaker(self.swap(|value: Option<SpeakerShape>| Ok(boxed(value)))?),
            "sources" => Change::Sources(self.swap(|value: Vec<SourceShape>| Ok(listed::<_, Source>(value)))?),
            "correction" => Change::Correction(self.swap(|value: Option<CorrectionShape>| Ok(boxed(value)))?),
            "query" => Change::Query(self.swap(|value: Option<QueryShape>| Ok(boxed(value)))?),
            "reply" => Change::Reply(self.swap(|value: Option<ReplyShape>| Ok(boxed(value)))?),
            "tags" => Change::Tags(self.swap(|value: Vec<String>| Ok(value))?),
            "conflicts" => Change::Conflicts(self.swap(|value: Vec<ConflictShape>| Ok(listed::<_, Conflict>(value)))?),
            // An anchor that says more than where it is can't be an edit of this version without losing that.
            "mend" if [&self.before, &self.after].into_iter().any(says_more) => self.later(),
            "mend" => Change::Mend(self.swap::<AnchorShape<'_>, _>(|anchor| anchored(article, &anchor))?),
            "add" => Change::Recut(Recut::Add, self.claims(article)?),
            "delete" => Change::Recut(Recut::Delete, self.claims(article)?),
            "split" => Change::Recut(Recut::Split, self.claims(article)?),
            "join" => Change::Recut(Recut::Join, self.claims(article)?),
            "block" => {
                let at = self.block.and_then(|at| article.byte(at)).ok_or("no such block")?;
                Change::Block(at, self.swap(Ok)?)
            }
            _ => self.later(),
        })
    }

    fn later(&self) -> Change {
        Change::Later(self.edit.clone(), Swap::new(self.before.clone(), self.after.clone()))
    }

    fn verdict(&self) -> Result<Swap<Option<Mark>>, String> {
        let Swap { before, after } = self.swap(|value: Option<Verdict>| Ok(value))?;
        let mark = |verdict, by: Option<&String>, at: Option<&Stamp>| {
            let by: Arc<str> = by.map_or_else(|| self.by.as_ref().into(), |by| by.as_str().into());
            Mark { verdict, by, at: at.unwrap_or(&self.at).clone() }
        };
        Ok(Swap::new(
            before.map(|verdict| mark(verdict, self.before_by.as_ref(), self.before_at.as_ref())),
            after.map(|verdict| mark(verdict, self.after_by.as_ref(), self.after_at.as_ref())),
        ))
    }

    fn claims(&self, article: &Article) -> Result<Swap<Vec<Claim>>, String> {
        self.swap::<Vec<ClaimShape<'_>>, _>(|list| {
            let mut whys = Whys::default();
            let read = list.into_iter().map(|claim| claim.into_claim(article, &mut whys));
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

fn boxed<S, T: From<S>>(shape: Option<S>) -> Option<Box<T>> {
    shape.map(|shape| Box::new(T::from(shape)))
}

fn listed<S, T: From<S>>(shapes: Vec<S>) -> Vec<T> {
    shapes.into_iter().map(T::from).collect()
}

/// Both sides of a change as JSON.
fn values(article: &Article, change: &Change) -> (Value, Value) {
    match change {
        Change::Verdict(swap) => both(swap, |mark| json(&mark.as_ref().map(|mark| &mark.verdict))),
        Change::Dismissed(swap) => both(swap, json),
        Change::Note(swap) | Change::Statement(swap) => both(swap, json),
        Change::Speaker(swap) => both(swap, |speaker| json(&speaker.as_deref().map(SpeakerShape::from))),
        Change::Sources(swap) => both(swap, |list| json(&list.iter().map(SourceShape::from).collect::<Vec<_>>())),
        Change::Correction(swap) => both(swap, |value| json(&value.as_deref().map(CorrectionShape::from))),
        Change::Query(swap) => both(swap, |value| json(&value.as_deref().map(QueryShape::from))),
        Change::Reply(swap) => both(swap, |value| json(&value.as_deref().map(ReplyShape::from))),
        Change::Tags(swap) => both(swap, json),
        Change::Conflicts(swap) => both(swap, |list| json(&list.iter().map(ConflictShape::from).collect::<Vec<_>>())),
        Change::Mend(swap) => both(swap, |span| json(&AnchorShape::of(article, *span))),
        Change::Recut(_, swap) => {
            both(swap, |list| json(&list.iter().map(|claim| ClaimShape::of(article, claim)).collect::<Vec<_>>()))
        }
        Change::Block(_, swap) => both(swap, json),
        Change::Later(_, swap) => (swap.before.clone(), swap.after.clone()),
    }
}

fn both<T>(swap: &Swap<T>, write: impl Fn(&T) -> Value) -> (Value, Value) {
    (write(&swap.before), write(&swap.after))
}

/// These shapes hold only strings, numbers, lists and maps with text keys, so they always are JSON.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
