//! Settling a conflict: which change puts the other copy's value in the place of ours.

use std::sync::Arc;

use serde_json::Value;

use super::wire::ClaimShape;
use super::{Article, Change, Claim, Conflict, Mark, Stamp, Swap, Whys};

impl Conflict {
    /// Our value of the field that is in conflict, as the file has it; of sources the one with the same id.
    pub fn ours(&self, claim: &Claim, article: &Article) -> Value {
        let shape = serde_json::to_value(ClaimShape::of(article, claim)).unwrap_or_default();
        let held = shape.get(&self.field).cloned().unwrap_or_default();
        if self.field != "sources" {
            return held;
        }
        let same = |source: &&Value| source.get("id") == self.theirs.get("id");
        held.as_array().and_then(|list| list.iter().find(same)).cloned().unwrap_or_default()
    }

    /// The change that puts their value in the place of ours; a verdict is then `by`'s, given `at`.
    /// `None` when this version can't: the field is not one that edits change, or the value is not of its shape.
    pub fn taken(&self, claim: &Claim, article: &Article, by: &Arc<str>, at: &Stamp) -> Option<Change> {
        let new = self.claim_with_theirs(claim, article)?;
        let old = claim.clone();
        let (held, record) = (old.record.into_record(), new.record.into_record());
        Some(match self.field.as_str() {
            "verdict" => {
                let mark = new.mark.map(|mark| Mark { verdict: mark.verdict, by: Arc::clone(by), at: at.clone() });
                Change::Verdict(Swap::new(old.mark, mark))
            }
            "dismissed" => Change::Dismissed(Swap::new(old.dismissed, new.dismissed)),
            "statement" => Change::Statement(Swap::new(old.statement, new.statement)),
            "speaker" => Change::Speaker(Swap::new(old.speaker, new.speaker)),
            "anchor" => Change::Mend(Swap::new(old.span, new.span)),
            "note" => Change::Note(Swap::new(held.note, record.note)),
            "sources" => Change::Sources(Swap::new(held.sources, record.sources)),
            "correction" => Change::Correction(Swap::new(held.correction, record.correction)),
            "query" => Change::Query(Swap::new(held.query, record.query)),
            "tags" => Change::Tags(Swap::new(held.tags, record.tags)),
            "reply" => Change::Reply(Swap::new(held.reply, record.reply)),
            _ => return None,
        })
    }

    /// The claim as the file would have it with their value.
    fn claim_with_theirs(&self, claim: &Claim, article: &Article) -> Option<Claim> {
        let mut shape = serde_json::to_value(ClaimShape::of(article, claim)).ok()?;
        let fields = shape.as_object_mut()?;
        let theirs = self.theirs.clone();
        match fields.get_mut(&self.field) {
            Some(Value::Array(list)) if self.field == "sources" => {
                match list.iter_mut().find(|source| source.get("id") == theirs.get("id")) {
                    Some(source) => *source = theirs,
                    None => list.push(theirs),
                }
            }
            _ if theirs.is_null() => drop(fields.remove(&self.field)),
            _ => drop(fields.insert(self.field.clone(), theirs)),
        }
        let text = shape.to_string();
        serde_json::from_str::<ClaimShape<'_>>(&text).ok()?.into_claim(article, &mut Whys::default()).ok()
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
        Conflict { field: field.to_owned(), theirs, at: Stamp::default(), extra: Extra::default() }
    }

    #[test]
    fn every_field_that_can_clash_can_be_taken_and_taken_back() {
        let (by, at) = (Arc::from("anna"), Stamp::from("2026-11-23T12:00:00Z"));
        for (field, theirs) in [
            ("verdict", json!("disputed")),
            ("dismissed", json!(true)),
            ("statement", json!("It is late.")),
            ("speaker", json!({ "name": "Roe", "stance": "denies" })),
            ("note", json!("Theirs")),
            ("correction", json!({ "text": "on time", "status": "proposed" })),
            ("query", json!({ "to": "author", "question": "When?", "answer": "" })),
            ("tags", json!(["money"])),
            ("reply", json!({ "who": "the line", "asked_at": "", "answer": "no" })),
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
