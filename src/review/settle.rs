//! Settling a conflict: which change puts the other copy's value in the place of the one that stands.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use super::field::{Conflict, Field, Mark, Shape, Verdict, marked};
use super::wire::AnchorShape;
use super::{Article, Change, Claim, Edit, Recut, Session, Stamp, Swap};

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

    /// What brings back the claims that were joined to `claim` where it is to sit on their words, which leave those of the others out;
    /// `None` where it leaves none out.
    pub fn brought_back(&self, claim: &Claim, session: &Session) -> Option<Edit> {
        let article = &session.article;
        let there = AnchorShape::deserialize(&self.theirs).ok().filter(|_| self.field == "anchor")?.resolve(article)?;
        let mut back: Vec<Claim> = Vec::new();
        for entry in session.history().iter().rev().filter(|entry| entry.draft == article.draft) {
            let Change::Recut(Recut::Join, swap) = &entry.edit.change else { continue };
            if swap.after.iter().all(|joined| joined.id != claim.id) {
                continue;
            }
            let is_left_out = |one: &&Claim| {
                let is_known = session.any_claim(&one.id).is_some() || back.iter().any(|held| held.id == one.id);
                !is_known && claim.span.covers(one.span) && !there.covers(one.span)
            };
            let left_out: Vec<Claim> = swap.before.iter().filter(is_left_out).cloned().collect();
            back.extend(left_out);
        }
        let id = back.first()?.id.clone();
        Some(Edit::of(id, Change::Recut(Recut::Add, Swap::new(Vec::new(), back))))
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
    use crate::review::{Block, BlockKind, ClaimId, Extra, Origin, Source, Span, merge};
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

    #[test]
    fn what_was_joined_is_kept_whichever_place_of_two_is_taken() {
        let text = "The ferry is late. It carried 310 people.";
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))]);
        let claims = [("k1", Span::new(0, 18)), ("k2", Span::new(19, text.len()))]
            .map(|(id, span)| Claim::new(ClaimId::from(id), span, Origin::Proposed));
        let start = Session::new("id", article.unwrap(), claims.into_iter().collect());
        let (anna, bea): (Arc<str>, Arc<str>) = ("anna".into(), "bea".into());
        for (early, late) in [("01", "02"), ("02", "01")] {
            let at = |minute: &str| Stamp::from(format!("2026-11-23T12:{minute}:00Z").as_str());
            let [first, second] = [0, 1].map(|index| start.claims().get(index).unwrap().clone());
            let (mut joined, mut mended) = (start.clone(), start.clone());
            let whole = first.joined_over(&second, &start.article);
            let change = Change::Recut(Recut::Join, Swap::new(vec![first.clone(), second.clone()], vec![whole]));
            joined.commit(Edit::of(first.id.clone(), change), &anna, &at(early)).unwrap();
            let change = Change::Mend(Swap::new(first.span, Span::new(0, 9)));
            mended.commit(Edit::of(first.id.clone(), change), &bea, &at(late)).unwrap();
            let mut both = merge(&joined, &mended).unwrap().session;
            assert_eq!(merge(&mended, &joined).unwrap().session.claims(), both.claims());
            for again in [&joined, &mended, &start] {
                assert_eq!(merge(&both, again).unwrap().session.claims(), both.claims());
            }
            let held = both.claims().by_id(&first.id).unwrap().clone();
            let conflict = held.record.conflicts.first().unwrap();
            let taken = conflict.taken(&held, &both.article, &bea, &at("09")).unwrap();
            let edits = [Edit::of(held.id.clone(), taken)].into_iter().chain(conflict.brought_back(&held, &both));
            let edits: Vec<Edit> = edits.collect();
            both.commit_all(edits, &bea, &at("09")).unwrap();
            let sits = |start: usize| both.claims().iter().any(|claim| claim.span.covers(Span::new(start, start + 5)));
            assert!(sits(0) && sits(22), "{early} {late}: {:?}", both.claims());
            both.undo(&bea, &at("10")).unwrap();
            assert_eq!(both.claims().by_id(&first.id).unwrap().span, held.span);
        }
    }
}
