//! One claim that both sides have: merged field by field.

use serde_json::Value;

use super::lists;
use crate::review::wire::{ClaimShape, SourceShape};
use crate::review::{Article, Claim, Conflict, Extra, Stamp};

/// A field of a claim that is merged as one value.
struct Field {
    /// Its name in the session file.
    name: &'static str,
    same: fn(&Claim, &Claim) -> bool,
    /// True when two different values are still no conflict.
    agrees: fn(&Claim, &Claim) -> bool,
    copy: fn(&Claim, &mut Claim),
}

/// What two marks have in common is the verdict: who gave it, and when, makes no conflict.
fn same_verdict(a: &Claim, b: &Claim) -> bool {
    a.mark.as_ref().map(|mark| &mark.verdict) == b.mark.as_ref().map(|mark| &mark.verdict)
}

macro_rules! field {
    ($name:literal, $($at:ident).+) => {
        Field {
            name: $name,
            same: |a, b| a.$($at).+ == b.$($at).+,
            agrees: |a, b| a.$($at).+ == b.$($at).+,
            copy: |from, to| to.$($at).+.clone_from(&from.$($at).+),
        }
    };
}

const FIELDS: [Field; 11] = [
    Field {
        name: "verdict",
        same: |a, b| a.mark == b.mark,
        agrees: same_verdict,
        copy: |from, to| to.mark.clone_from(&from.mark),
    },
    field!("anchor", span),
    field!("origin", origin),
    field!("proposal", proposal),
    field!("speaker", speaker),
    field!("statement", statement),
    field!("dismissed", dismissed),
    field!("note", record.note),
    field!("correction", record.correction),
    field!("query", record.query),
    field!("reply", record.reply),
];

/// A claim as its two sides have it, and as it was before.
pub(super) struct Both<'a> {
    pub(super) article: &'a Article,
    pub(super) base: Option<&'a Claim>,
    pub(super) ours: &'a Claim,
    pub(super) theirs: &'a Claim,
}

impl Both<'_> {
    /// The claim that both make together. Differences that can't be settled go to its conflicts, and to `notices`.
    pub(super) fn merge(&self, at: &Stamp, notices: &mut Vec<String>) -> Claim {
        let bare;
        let base = if let Some(base) = self.base {
            base
        } else {
            // Both sides added it: what neither filled in is what both came of.
            bare = Claim::new(self.ours.id.clone(), self.ours.span, self.ours.origin.clone());
            &bare
        };
        let (ours, theirs) = (self.ours, self.theirs);
        let mut merged = ours.clone();
        let mut clashes: Vec<(&str, Value)> = Vec::new();
        for field in &FIELDS {
            if (field.same)(ours, base) {
                (field.copy)(theirs, &mut merged);
            } else if !(field.same)(theirs, base) && !(field.agrees)(ours, theirs) {
                clashes.push((field.name, self.theirs_of(field.name)));
            }
        }
        let (sources, lost) = lists::sources(&base.record.sources, &ours.record.sources, &theirs.record.sources);
        merged.record.sources = sources;
        clashes.extend(lost.iter().map(|source| ("sources", json(&SourceShape::from(source)))));
        merged.record.tags = lists::united(&base.record.tags, &ours.record.tags, &theirs.record.tags);
        merged.record.conflicts =
            lists::united(&base.record.conflicts, &ours.record.conflicts, &theirs.record.conflicts);
        merged.anchor_extra = lists::extra(&base.anchor_extra, &ours.anchor_extra, &theirs.anchor_extra);
        merged.extra = lists::extra(&base.extra, &ours.extra, &theirs.extra);
        for (field, theirs) in clashes {
            self.tell(field, notices);
            let known = merged.record.conflicts.iter().any(|one| one.field == field && one.theirs == theirs);
            if !known {
                merged.record.conflicts.push(Conflict {
                    field: field.to_owned(),
                    theirs,
                    at: at.clone(),
                    extra: Extra::default(),
                });
            }
        }
        merged
    }

    /// Their value of a field, as their file has it.
    fn theirs_of(&self, field: &str) -> Value {
        let shape = json(&ClaimShape::of(self.article, self.theirs));
        shape.get(field).cloned().unwrap_or(Value::Null)
    }

    fn tell(&self, field: &str, notices: &mut Vec<String>) {
        let words = lists::first_words(self.article.words(self.ours.span));
        notices.push(format!(
            "claim {} ({words}): both sides changed the {field}; yours stands, theirs is kept beside it",
            self.ours.id
        ));
    }
}

/// These shapes hold only strings, numbers, lists and maps with text keys, so they always are JSON.
fn json<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
