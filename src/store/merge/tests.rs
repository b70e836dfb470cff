//! What a merge keeps, shown on small sessions and held as a law over many.

use std::sync::Arc;

use super::*;
use crate::review::{Change, Claims, Edit, History, Origin, Recut, Span, Step, Swap, Verdict};
use crate::store::sample::{self, mark, noon, note, verdict};
use proptest::prelude::*;

fn merged(base: &Session, ours: &Session, theirs: &Session) -> Merged {
    merge(base, ours, theirs, &noon()).unwrap()
}

/// The history folded over the claims a session began with.
fn fold(imported: &Session, session: &Session) -> Session {
    let mut state = imported.clone();
    for entry in session.history().iter() {
        state
            .commit(entry.edit.clone(), &entry.by, &entry.at)
            .unwrap_or_else(|error| panic!("entry {}: {error}", entry.n));
    }
    state
}

fn delete(session: &mut Session, id: &str, by: &str) {
    let claim = session.claims().by_id(&id.into()).unwrap().clone();
    let edit = Edit::of(id.into(), Change::Recut(Recut::Delete, Swap::new(vec![claim], Vec::new())));
    session.commit(edit, &by.into(), &noon()).unwrap();
}

#[test]
fn marks_on_different_claims_and_fields_come_together() {
    let base = sample::session();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    mark(&mut ours, "k1", Some(Verdict::Verified), "anna");
    mark(&mut theirs, "k2", Some(Verdict::Disputed), "pavel");
    note(&mut theirs, "k1", "See the harbour log.", "pavel");
    let Merged { session, notices } = merged(&base, &ours, &theirs);
    assert_eq!((verdict(&session, "k1"), verdict(&session, "k2")), ("verified".into(), "disputed".into()));
    assert_eq!(session.claims().by_id(&"k1".into()).unwrap().record.note, "See the harbour log.");
    assert_eq!(notices, ["2 changes by pavel came in"]);
    let numbers: Vec<u64> = session.history().iter().map(|entry| entry.n).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    assert!(session.history().iter().any(|entry| &*entry.by == "anna"));
    assert_eq!(fold(&base, &session).claims(), session.claims());
}

#[test]
fn of_two_verdicts_ours_stands_and_theirs_is_kept_beside_it() {
    let base = sample::session();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    mark(&mut ours, "k1", Some(Verdict::Verified), "anna");
    mark(&mut theirs, "k1", Some(Verdict::Disputed), "pavel");
    let Merged { session, notices } = merged(&base, &ours, &theirs);
    let claim = session.claims().by_id(&"k1".into()).unwrap();
    assert_eq!(verdict(&session, "k1"), "verified");
    assert_eq!(
        (claim.record.conflicts[0].field.as_str(), &claim.record.conflicts[0].theirs),
        ("verdict", &"disputed".into())
    );
    assert!(notices[1].contains("claim k1") && notices[1].contains("both sides changed the verdict"), "{notices:?}");
    assert_eq!(fold(&base, &session).claims(), session.claims());
}

#[test]
fn one_verdict_from_both_sides_is_no_conflict() {
    let base = sample::session();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    mark(&mut ours, "k1", Some(Verdict::Unknown), "anna");
    mark(&mut theirs, "k1", Some(Verdict::Unknown), "pavel");
    let session = merged(&base, &ours, &theirs).session;
    assert!(session.claims().by_id(&"k1".into()).unwrap().record.conflicts.is_empty());
    assert_eq!(fold(&base, &session).claims(), session.claims());
}

#[test]
fn a_claim_deleted_on_one_side_and_changed_on_the_other_is_kept() {
    let base = sample::session();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    delete(&mut ours, "k1", "anna");
    note(&mut theirs, "k1", "Worth it after all.", "pavel");
    note(&mut ours, "k2", "Mine.", "anna");
    delete(&mut theirs, "k2", "pavel");
    delete(&mut theirs, "k3", "pavel");
    let Merged { session, notices } = merged(&base, &ours, &theirs);
    let ids: Vec<&str> = session.claims().iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["k1", "k2"]);
    assert_eq!(notices.iter().filter(|notice| notice.contains("is kept")).count(), 2, "{notices:?}");
    assert_eq!(fold(&base, &session).claims(), session.claims());
}

#[test]
fn an_undo_still_points_at_what_it_took_back() {
    let base = sample::session();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    for id in ["k1", "k2"] {
        mark(&mut ours, id, Some(Verdict::Verified), "anna");
    }
    ours.undo(&"anna".into(), &noon()).unwrap();
    mark(&mut theirs, "k3", Some(Verdict::Disputed), "pavel");
    let mut session = merged(&base, &ours, &theirs).session;
    let undo = session.history().iter().find(|entry| entry.step != Step::Do).unwrap();
    let Step::Undo(taken_back) = undo.step else { panic!("{undo:?}") };
    let target = session.history().iter().find(|entry| entry.n == taken_back).unwrap();
    assert_eq!((target.edit.claim.as_ref().unwrap().as_str(), &*target.by), ("k2", "anna"));
    session.redo(&"anna".into(), &noon()).unwrap();
    assert_eq!(verdict(&session, "k2"), "verified");
}

#[test]
fn a_file_mended_by_hand_still_folds_after_the_merge() {
    let base = sample::session();
    let mut ours = base.clone();
    mark(&mut ours, "k1", Some(Verdict::Verified), "anna");
    // Somebody wrote a note into the file and no entry into its history.
    let claims: Claims = base
        .claims()
        .iter()
        .cloned()
        .map(|mut claim| {
            claim.record.note = format!("By hand, {}", claim.id);
            claim
        })
        .collect();
    let theirs = Session::resumed(base.id.clone(), base.article.clone(), claims, History::default());
    let session = merged(&base, &ours, &theirs).session;
    assert!(session.claims().iter().all(|claim| claim.record.note.starts_with("By hand")));
    assert_eq!(fold(&base, &session).claims(), session.claims());
}

#[test]
fn another_article_is_not_merged() {
    let base = sample::session();
    let other = Article::new("Another", "Another text.\n", Vec::new()).unwrap();
    let theirs = Session::new("other", other, Claims::default());
    assert_eq!(merge(&base, &base, &theirs, &noon()), None);
}

/// Something a reviewer does to one of the claims; what can't be done is passed over.
fn act(session: &mut Session, (what, which, word): (u8, u8, u8), by: &str) {
    let id: ClaimId = ["k1", "k2", "k3", "new"][usize::from(which) % 4].into();
    let Some(claim) = session.claims().by_id(&id).cloned() else {
        let mut claim = Claim::new(id.clone(), Span::new(21, 24), Origin::Added);
        claim.statement = format!("Statement {word}");
        let edit = Edit::of(id, Change::Recut(Recut::Add, Swap::new(Vec::new(), vec![claim])));
        return session.commit(edit, &by.into(), &noon()).unwrap();
    };
    let text = format!("{by} {word}");
    let change = match what % 8 {
        0 | 1 => return mark(session, id.as_str(), Verdict::KNOWN.get(usize::from(word)).cloned(), by),
        2 => Change::Note(Swap::new(claim.record.note.clone(), text)),
        3 => Change::Tags(Swap::new(claim.record.tags.clone(), [claim.record.tags.clone(), vec![text]].concat())),
        4 => Change::Dismissed(Swap::new(claim.dismissed, !claim.dismissed)),
        5 => Change::Mend(Swap::new(claim.span, Span::new(claim.span.start, claim.span.start + 3 + usize::from(word)))),
        6 => Change::Recut(Recut::Delete, Swap::new(vec![claim], Vec::new())),
        _ => return drop(session.undo(&by.into(), &noon())),
    };
    session.commit(Edit::of(id, change), &Arc::from(by), &noon()).unwrap();
}

fn acts() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((any::<u8>(), any::<u8>(), 0u8..4), 0..7)
}

proptest! {
    #[test]
    fn nothing_of_either_side_is_lost((before, here, there) in (acts(), acts(), acts())) {
        let imported = sample::session();
        let mut base = imported.clone();
        for one in before {
            act(&mut base, one, "base");
        }
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        for one in here {
            act(&mut ours, one, "anna");
        }
        for one in there {
            act(&mut theirs, one, "pavel");
        }
        let session = merged(&base, &ours, &theirs).session;
        // The history holds every entry of both, and folds to what is there.
        let folded = fold(&imported, &session);
        prop_assert_eq!(folded.claims(), session.claims());
        for side in [&ours, &theirs] {
            for entry in side.history().iter() {
                prop_assert!(session.history().iter().any(|kept| kept.edit == entry.edit && kept.by == entry.by));
            }
        }
        // A note, tag or verdict given on either side is on the claim, or kept beside it.
        for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
            for claim in side.claims().iter() {
                let was = base.claims().by_id(&claim.id);
                if was == Some(claim) || other.claims().by_id(&claim.id).is_none() && was.is_some_and(|was| was == claim) { continue }
                let now = session.claims().by_id(&claim.id).unwrap();
                let beside = |field: &str| now.record.conflicts.iter().any(|conflict| conflict.field == field);
                let changed_note = was.map_or(!claim.record.note.is_empty(), |was| was.record.note != claim.record.note);
                prop_assert!(!changed_note || now.record.note == claim.record.note || beside("note"));
                let given = claim.mark.as_ref().map(|mark| &mark.verdict);
                let changed_mark = was.map_or(given.is_some(), |was| was.mark.as_ref().map(|mark| &mark.verdict) != given);
                prop_assert!(!changed_mark || now.mark.as_ref().map(|mark| &mark.verdict) == given || beside("verdict"));
            }
        }
        // What nobody but us changed is ours, and merging what is already in changes nothing.
        let (only_ours, only_theirs) = (merged(&base, &ours, &base).session, merged(&base, &base, &theirs).session);
        prop_assert_eq!(only_ours.claims(), ours.claims());
        prop_assert_eq!(only_theirs.claims(), theirs.claims());
        prop_assert_eq!(merged(&theirs, &session, &theirs).session, session);
    }
}

#[test]
fn merging_again_and_again_doubles_no_entry() {
    let base = sample::session();
    let (mut ours, mut disk) = (base.clone(), base.clone());
    let mut before = base.clone();
    for round in 0..6 {
        // Somebody else extends what is on disk; we go on from our own line, which never takes that in.
        let read = disk.clone();
        let mut theirs = disk.clone();
        note(&mut theirs, "k2", &format!("Theirs {round}"), "pavel");
        note(&mut ours, "k1", &format!("Ours {round}"), "anna");
        let handed = merged(&before, &ours, &disk).session;
        disk = merged(&read, &handed, &theirs).session;
        before = ours.clone();
    }
    let by = |who: &str| disk.history().iter().filter(|entry| &*entry.by == who).count();
    assert_eq!((by("anna"), by("pavel"), by("merge")), (6, 6, 0));
    assert_eq!(fold(&base, &disk).claims(), disk.claims());
}
