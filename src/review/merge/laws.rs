//! Laws of merging over edit scripts that touch every field of a claim, its words, its place among the others and the blocks.
//! `PROPTEST_CASES` says how many are tried.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::tests::{at, session};
use super::*;
use crate::review::field::{self, FIELDS, Field, Input, Shape, Verdict};
use crate::review::{
    BlockKind, Change, Claim, ClaimId, Edit, Fate, FileAccess, LastPlace, Number, Origin, Record, Recut, Span, Stamp,
    Swap, dismissing, marking,
};

/// What a reviewer does: which deed, to which claim, with which word, in which minute.
pub(super) type ScriptStep = (u8, u8, u8, u8);

pub(super) type Acts = Vec<ScriptStep>;

/// Deeds that are no filling in of a field.
const OTHERS: u8 = 12;

pub(super) fn acts() -> impl Strategy<Value = Acts> {
    // Behind the fields stands what is done to a file of evidence.
    let deeds = OTHERS + u8::try_from(FIELDS.len()).unwrap();
    prop::collection::vec((0..=deeds, any::<u8>(), 0u8..4, 0u8..6), 0..8)
}

/// Something a reviewer does to one of the claims; what can't be done is passed over.
pub(super) fn act(session: &mut Session, one: ScriptStep, by: &str) {
    let (what, which, word, minute) = one;
    let ids: Vec<ClaimId> = session.claims().iter().map(|claim| claim.id.clone()).collect();
    let Some(id) = ids.get(usize::from(which) % ids.len().max(1)).cloned() else { return };
    let claim = session.claims().by_id(&id).unwrap().clone();
    let (stamp, by) = (at(minute.into()), Arc::from(by));
    let fresh = |kind: &str| ClaimId::from(format!("{kind}{by}{minute}{word}").as_str());
    let edits = match what {
        0..=2 => marking(&claim, Verdict::KNOWN.get(usize::from(word)).cloned(), &by, &stamp),
        3 => {
            let end = claim.span.start + 3 + usize::from(word);
            vec![Edit::of(id, Change::Mend(Swap::new(claim.span, Span::new(claim.span.start, end))))]
        }
        4 => vec![Edit::of(id, Change::delete(claim))],
        5 => {
            let new = Claim::new(fresh("n"), Span::new(4, 9), Origin::Added);
            vec![Edit::of(new.id.clone(), Change::Recut(Recut::Add, Swap::new(Vec::new(), vec![new])))]
        }
        6 => split(&claim, fresh("s")).into_iter().collect(),
        7 => joined(session, &claim).into_iter().collect(),
        8 => {
            let kinds = ["paragraph", "quote", "furniture", "heading"];
            let block = session.article.blocks().first().unwrap();
            let kind = BlockKind::from(*kinds.get(usize::from(word)).unwrap());
            let change = Change::Block(block.span.start, Swap::new(block.kind.clone(), kind));
            if block.kind.as_str() == kinds[usize::from(word)] {
                Vec::new()
            } else {
                vec![Edit { claim: None, change }]
            }
        }
        9 => return drop(session.redo(&by, &stamp)),
        10 | 11 => return drop(session.undo(&by, &stamp)),
        other if usize::from(other - OTHERS) == FIELDS.len() => {
            listed(session, which, word, (&by, &stamp)).into_iter().collect()
        }
        // Whose dismissal it is decides what it changes.
        other if FIELDS.get(usize::from(other - OTHERS)) == Some(&&field::DISMISSED) => {
            dismissing(&claim, !claim.is_dismissed_by(&by), &by, &stamp)
        }
        other => FIELDS
            .get(usize::from(other - OTHERS))
            .and_then(|field| filled(field, &claim, &format!("{by} {word}"), word))
            .map(|change| Edit::of(id, change))
            .into_iter()
            .collect(),
    };
    let _ = session.commit_all(edits, &by, &stamp);
}

/// The edit that makes one of two files stand otherwise among the evidence. None gives a file free: one copy that holds it back is
/// enough, whatever the other made of that.
fn listed(session: &Session, which: u8, word: u8, (by, at): (&str, &Stamp)) -> Option<Edit> {
    let sha256 = if which.is_multiple_of(2) { "ab" } else { "cd" }.repeat(32);
    let file = Evidence { id: Evidence::id_of(&sha256), sha256, path: format!("{which}.txt"), ..Evidence::default() };
    let wanted = *[FileAccess::Open, FileAccess::Confidential, FileAccess::Open, FileAccess::Absent]
        .get(usize::from(word))
        .unwrap();
    let held = FileAccess::of(session.evidence.iter().find(|held| held.sha256 == file.sha256));
    session.listing(file, if wanted == FileAccess::Absent { wanted } else { wanted.max(held) }, by, at)
}

/// One thing of a list, each of its rows filled in.
fn thing(rows: &[field::Row], text: &str, word: u8) -> Map<String, Value> {
    let fill = |row: &field::Row| match row.input {
        Input::Text => text.into(),
        Input::Link => format!("https://{}.example/", text.replace(' ', "-")).into(),
        Input::Day => "2026-11-20".into(),
        Input::Choice(words, _) => words[usize::from(word) % words.len()].into(),
        Input::Flag => (word == 1).into(),
    };
    rows.iter().map(|row| (row.key.to_owned(), fill(row))).collect()
}

/// The change that fills a field in: lists get one thing more, or one changed, or lose one. None for fields that follow from others.
fn filled(field: &'static Field, claim: &Claim, text: &str, word: u8) -> Option<Change> {
    let now = field.value(claim);
    let thing = |rows: &[field::Row]| thing(rows, text, word);
    let value: Value = match field.shape {
        Shape::Text => text.into(),
        Shape::Flag => (!now.as_bool().unwrap_or_default()).into(),
        Shape::Words => {
            let mut words = field.items(&now).to_vec();
            let had = words.len();
            words.retain(|held| word != 0 || held.as_str() != Some(text));
            if had == words.len() {
                words.push(text.into());
            }
            words.into()
        }
        // A claim is settled where its readers differ, and nowhere else.
        Shape::One(rows) if field == &field::SETTLED => {
            if word == 0 || !claim.differs() {
                Value::Null
            } else {
                thing(rows).into()
            }
        }
        // What became of a claim is told by a draft.
        Shape::One(_) if field == &field::FATE => return None,
        Shape::One(rows) => {
            if word == 0 {
                Value::Null
            } else {
                thing(rows).into()
            }
        }
        Shape::Many(rows, _) => {
            let mut list = field.items(&now).to_vec();
            let mut new = thing(rows);
            match (word, list.len()) {
                (0, 1..) => drop(list.pop()),
                (1, 1..) => {
                    let id = list[0].get("id").cloned().unwrap_or_default();
                    new.insert("id".to_owned(), id);
                    list[0] = new.into();
                }
                _ => {
                    new.insert("id".to_owned(), field.fresh_id(&now).into());
                    list.push(new.into());
                }
            }
            list.into()
        }
        Shape::Conflicts => {
            let mut list = field.items(&now).to_vec();
            list.pop()?;
            list.into()
        }
        Shape::Mark | Shape::Derived => return None,
    };
    let mut after = claim.clone();
    field.put(&mut after, value).ok()?;
    Change::to(claim, field, field.value(&after))
}

fn split(claim: &Claim, id: ClaimId) -> Option<Edit> {
    let at = claim.span.start + 4;
    if at >= claim.span.end {
        return None;
    }
    let (mut head, mut tail) = (claim.clone(), Claim::new(id, Span::new(at, claim.span.end), claim.origin.clone()));
    head.span.end = at;
    tail.number = Number::default();
    let swap = Swap::new(vec![claim.clone()], vec![head, tail]);
    Some(Edit::of(claim.id.clone(), Change::Recut(Recut::Split, swap)))
}

fn joined(session: &Session, claim: &Claim) -> Option<Edit> {
    let next = session.claims().get(session.claims().index_of(&claim.id)? + 1)?.clone();
    let mut joined = claim.clone();
    joined.span.end = joined.span.end.max(next.span.end);
    for field in FIELDS {
        field.join(&mut joined, &next);
    }
    let swap = Swap::new(vec![claim.clone(), next], vec![joined]);
    Some(Edit::of(claim.id.clone(), Change::Recut(Recut::Join, swap)))
}

/// All of a session but where its reviewer is.
pub(super) fn whole(session: &Session) -> Session {
    Session { place: LastPlace::default(), ..session.clone() }
}

fn after(base: &Session, acts: &Acts, by: &str) -> Session {
    let mut session = base.clone();
    for one in acts {
        act(&mut session, *one, by);
    }
    session
}

#[test]
fn the_scripts_reach_every_field_and_every_kind_of_edit() {
    let mut reached: Vec<String> = Vec::new();
    for deed in 0..=OTHERS + u8::try_from(FIELDS.len()).unwrap() {
        for word in 0..4 {
            let mut one = session();
            let marks = [(0, 0, 0, 0), (5, 0, 0, 0)];
            for mark in marks {
                act(&mut one, mark, "bea");
            }
            for minute in 1..4 {
                act(&mut one, (deed, minute, word, minute), "anna");
            }
            reached.extend(one.history().iter().map(|entry| entry.edit.name().to_owned()));
        }
    }
    let fields = FIELDS.into_iter().filter(|field| !matches!(field.shape, Shape::Derived | Shape::Conflicts));
    let fields = fields.filter(|field| ![&field::SETTLED, &field::FATE].contains(field)).map(|field| field.name);
    for name in fields.chain(["mend", "add", "delete", "split", "join", "block", "evidence"]) {
        assert!(reached.iter().any(|one| one == name), "{name} is in no script: {reached:?}");
    }
}

proptest! {
    #[test]
    fn merging_is_commutative_and_idempotent_and_loses_no_entry((before, here, there) in (acts(), acts(), acts())) {
        let base = after(&session(), &before, "base");
        let (ours, theirs) = (after(&base, &here, "anna"), after(&base, &there, "bea"));
        let one = merge(&ours, &theirs).unwrap().session;
        let other = merge(&theirs, &ours).unwrap().session;
        prop_assert_eq!(whole(&one), whole(&other));
        prop_assert_eq!(one.history(), other.history());
        for entry in ours.history().iter().chain(theirs.history().iter()) {
            prop_assert!(one.history().iter().any(|kept| kept.id == entry.id));
        }
        for again in [&ours, &theirs, &one] {
            let again = merge(&one, again).unwrap().session;
            prop_assert_eq!(whole(&again), whole(&one));
            prop_assert_eq!(again.history(), one.history());
        }
        // What nobody but us has changed is ours.
        let alone = merge(&ours, &base).unwrap().session;
        prop_assert_eq!(whole(&alone), whole(&ours));
    }

    #[test]
    fn merging_is_associative((a, b, c) in (acts(), acts(), acts())) {
        let [a, b, c] = [(a, "anna"), (b, "bea"), (c, "cleo")].map(|(acts, by)| after(&session(), &acts, by));
        let left = merge(&merge(&a, &b).unwrap().session, &c).unwrap().session;
        let right = merge(&a, &merge(&b, &c).unwrap().session).unwrap().session;
        prop_assert_eq!(whole(&left), whole(&right));
        prop_assert_eq!(left.history(), right.history());
    }

    #[test]
    fn no_note_tag_verdict_or_source_of_either_side_is_lost((here, there) in (acts(), acts())) {
        let base = session();
        let (ours, theirs) = (after(&base, &here, "anna"), after(&base, &there, "bea"));
        let both = merge(&ours, &theirs).unwrap().session;
        for side in [&ours, &theirs] {
            for held in side.claims().iter().filter(|claim| base.claims().by_id(&claim.id) != Some(claim)) {
                let now = both.claims().by_id(&held.id);
                // One that both left without a word may be deleted by either.
                let silent = held.mark.is_none() && held.record.clone().into_record() == Record::default();
                prop_assert!(now.is_some() || silent, "claim {} is gone", held.id);
                let Some(now) = now else { continue };
                let said = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let beside = |text: &str| now.record.conflicts.iter().any(|one| said(&one.theirs).contains(text));
                prop_assert!(held.record.note.is_empty() || now.record.note == held.record.note || beside(&held.record.note));
                for source in &held.record.sources {
                    let stands = now.record.sources.iter().any(|other| other.title == source.title);
                    prop_assert!(stands || beside(&source.title));
                }
                prop_assert!(held.record.tags.iter().all(|tag| now.record.tags.contains(tag)));
                if let Some(mark) = &held.mark {
                    // On other words it is told as the one that was.
                    let had = |fate: &Fate| fate.had.iter().any(|had| had.by == mark.by);
                    let told = now.fate().is_some_and(had);
                    let stands = now.readings().iter().any(|reading| reading.by == mark.by);
                    prop_assert!(stands || told || beside(mark.verdict.as_str()));
                }
            }
        }
    }
}

#[test]
fn a_dismissal_is_told_where_another_mends_the_words() {
    let here = vec![(0, 0, 0, 5), (10, 0, 0, 0), (3, 198, 0, 0)];
    let there = vec![(0, 129, 0, 0), (16, 189, 0, 0)];
    let base = session();
    let both = merge(&after(&base, &here, "anna"), &after(&base, &there, "bea")).unwrap().session;
    let fates: Vec<_> = both.claims().iter().filter_map(Claim::fate).collect();
    let [fate] = fates.as_slice() else { panic!("{fates:?}") };
    assert_eq!((fate.had.len(), fate.stood()), (1, Some(Verdict::Dismissed)), "{fate:?}");
}

#[test]
fn a_file_that_one_copy_holds_back_is_held_back_in_both() {
    let with = |confidential: bool, added_at: &str| {
        let sha256 = "ab".repeat(32);
        let id = crate::review::Evidence::id_of(&sha256);
        vec![crate::review::Evidence { id, sha256, confidential, added_at: added_at.into(), ..Default::default() }]
    };
    let (early, late) = ("2026-11-23T09:30:00Z", "2026-11-23T09:31:00Z");
    for (open, closed) in [(early, late), (late, early)] {
        let both = super::evidence(&with(false, open), &with(true, closed), &mut Vec::new());
        assert!(both.len() == 1 && both.iter().all(|file| file.confidential));
    }
}
