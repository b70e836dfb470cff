//! Settling a conflict: which change puts the other copy's value in the place of the one that stands.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use super::field::{Conflict, Field, Mark, Shape, Verdict, marked};
use super::wire::AnchorShape;
use super::{Article, Change, Claim, Stamp, Swap};

impl Conflict {
    /// The value that stands in the field that is in conflict, as the file has it; of a list the thing with the same id.
    pub fn ours(&self, claim: &Claim, article: &Article) -> Value {
        let Some(field) = Field::named(&self.field) else {
            let anchor = || serde_json::to_value(AnchorShape::of(article, claim.span)).unwrap_or_default();
            return if self.field == "anchor" { anchor() } else { Value::Null };
        };
        let held = field.value(claim);
        match field.shape {
            Shape::Many(..) => {
                let same = |thing: &&Value| thing.get("id") == self.theirs.get("id");
                field.items(&held).iter().find(same).cloned().unwrap_or_default()
            }
            Shape::Mark => claim.mark.as_ref().map_or(Value::Null, |mark| mark.verdict.as_str().into()),
            Shape::Flag | Shape::Text | Shape::Words | Shape::One(_) | Shape::Conflicts | Shape::Derived => held,
        }
    }

    /// The change that puts their value in the place of ours; a verdict is then `by`'s, given `at`.
    /// `None` when this version can't: the field is not one that edits change, or the value is not of its shape.
    pub fn taken(&self, claim: &Claim, article: &Article, by: &Arc<str>, at: &Stamp) -> Option<Change> {
        if self.field == "anchor" {
            let span = AnchorShape::deserialize(&self.theirs).ok()?.resolve(article)?;
            return Some(Change::Mend(Swap::new(claim.span, span)));
        }
        let field = Field::named(&self.field)?;
        let value = match field.shape {
            Shape::Mark => return marked(claim, self.verdict().ok()?, by, at),
            Shape::Many(..) => {
                let held = field.value(claim);
                let mut list = field.items(&held).to_vec();
                let same = |thing: &Value| thing.get("id") == self.theirs.get("id");
                match list.iter_mut().find(|thing| same(thing)) {
                    Some(slot) => slot.clone_from(&self.theirs),
                    None => list.push(self.theirs.clone()),
                }
                Value::Array(list)
            }
            Shape::Flag | Shape::Text | Shape::Words | Shape::One(_) => self.theirs.clone(),
            Shape::Conflicts | Shape::Derived => return None,
        };
        let mut taken = claim.clone();
        field.put(&mut taken, value).ok()?;
        Change::to(claim, field, field.value(&taken))
    }

    /// Their verdict, when they had one. Files of version 1 hold the word alone.
    ///
    /// # Errors
    /// When it is neither a mark nor a word.
    fn verdict(&self) -> serde_json::Result<Option<Verdict>> {
        Option::<Mark>::deserialize(&self.theirs)
            .map(|mark| mark.map(|mark| mark.verdict))
            .or_else(|_| Option::<Verdict>::deserialize(&self.theirs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Block, BlockKind, ClaimId, Edit, Extra, Origin, Session, Source, Span};
    use serde_json::json;

    fn session() -> Session {
        let text = "The ferry is late.";
        let span = Span::new(0, text.len());
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
        let mut claim = Claim::new(ClaimId::from("k1"), span, Origin::Proposed);
        "Ours".clone_into(&mut claim.record.note);
        claim.record.sources = vec![Source { id: "s1".to_owned(), title: "Log".to_owned(), ..Source::default() }];
        Session::new("id", article, [claim].into_iter().collect())
    }

    fn conflict(field: &str, theirs: Value) -> Conflict {
        Conflict { field: field.to_owned(), theirs, by: String::new(), at: Stamp::default(), extra: Extra::default() }
    }

    #[test]
    fn every_field_that_can_clash_can_be_taken_and_taken_back() {
        let (by, at) = (Arc::from("anna"), Stamp::from("2026-11-23T12:00:00Z"));
        for (field, theirs) in [
            ("verdict", json!("disputed")),
            ("dismissed", json!(true)),
            ("statement", json!("It is late.")),
            ("assignee", json!("bea")),
            ("speaker", json!({ "name": "Roe", "stance": "denies" })),
            ("note", json!("Theirs")),
            ("corrections", json!({ "id": "c1", "text": "on time", "status": "proposed" })),
            ("queries", json!({ "id": "q1", "to": "author", "question": "When?", "answer": "" })),
            ("tags", json!(["money"])),
            ("replies", json!({ "id": "r1", "who": "the line", "asked_at": "", "answer": "no" })),
            ("remarks", json!({ "id": "m1", "by": "bea", "text": "Late again." })),
            ("sources", json!({ "id": "s1", "title": "Timetable" })),
            ("anchor", json!({ "start": 4, "end": 9, "exact": "ferry", "prefix": "The ", "suffix": " is late." })),
        ] {
            let mut session = session();
            let before = session.clone();
            let claim = session.claims().get(0).unwrap().clone();
            let change = conflict(field, theirs.clone()).taken(&claim, &session.article, &by, &at).unwrap();
            session.commit(Edit::of(claim.id, change), &by, &at).unwrap();
            let ours = conflict(field, theirs.clone()).ours(session.claims().get(0).unwrap(), &session.article);
            if let Value::Object(fields) = &theirs {
                for (key, value) in fields {
                    assert_eq!(ours.get(key).unwrap_or(&Value::Null), value, "{field}.{key}");
                }
            } else {
                assert_eq!(ours, theirs, "{field}");
            }
            session.undo(&by, &at).unwrap();
            assert_eq!(session.claims(), before.claims(), "{field}");
        }
    }

    #[test]
    fn a_field_or_value_of_a_later_version_can_only_be_kept_beside_ours() {
        let (by, at) = (Arc::from("anna"), Stamp::default());
        let session = session();
        let claim = session.claims().get(0).unwrap();
        for (field, theirs) in [("mood", json!("grim")), ("note", json!(7)), ("origin", json!("added"))] {
            assert_eq!(conflict(field, theirs).taken(claim, &session.article, &by, &at), None);
        }
    }
}
