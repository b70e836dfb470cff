//! What a merge keeps, shown on small sessions; `laws` holds it over many.

use std::sync::Arc;

use super::*;
use crate::review::field::{self, Verdict};
use crate::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Edit, Entry, Origin, Recut, Source, Span, Stamp, Swap, marking,
};

/// A text with three sentences, and a claim for each: `k1`, `k2`, `k3`.
pub(super) fn session() -> Session {
    let text = "The ferry is late. It carried 310 people. Nobody was hurt.";
    let spans = [Span::new(0, 18), Span::new(19, 41), Span::new(42, text.len())];
    let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
    let article = Article::new("Ferry", text, vec![block]).unwrap();
    let claims = spans
        .iter()
        .enumerate()
        .map(|(index, span)| Claim::new(ClaimId::from(format!("k{}", index + 1).as_str()), *span, Origin::Proposed));
    let claims = claims.collect();
    Session::new("s", article, claims)
}

pub(super) fn at(minute: usize) -> Stamp {
    Stamp::from(format!("2026-11-23T12:{:02}:00Z", minute % 60).as_str())
}

pub(super) fn mark(session: &mut Session, id: &str, verdict: Verdict, by: &str, minute: usize) {
    let claim = session.claims().by_id(&id.into()).unwrap().clone();
    let edits = marking(&claim, Some(verdict), &by.into(), &at(minute));
    session.commit_all(edits, &by.into(), &at(minute)).unwrap();
}

pub(super) fn change(
    session: &mut Session,
    id: &str,
    field: &'static field::Field,
    by: &str,
    edit: impl FnOnce(&mut Claim),
) {
    let claim = session.claims().by_id(&id.into()).unwrap().clone();
    if let Some(change) = Change::of(&claim, field, edit) {
        session.commit(Edit::of(id.into(), change), &by.into(), &at(5)).unwrap();
    }
}

fn note(session: &mut Session, id: &str, text: &str, by: &str) {
    change(session, id, &field::NOTE, by, |claim| text.clone_into(&mut claim.record.note));
}

pub(super) fn claim<'a>(session: &'a Session, id: &str) -> &'a Claim {
    session.claims().by_id(&id.into()).unwrap()
}

pub(super) fn merged(ours: &Session, theirs: &Session) -> Session {
    let one = merge(ours, theirs).unwrap().session;
    let other = merge(theirs, ours).unwrap().session;
    assert_eq!(one.claims(), other.claims(), "whoever merges");
    assert_eq!(one.history(), other.history());
    one
}

/// `session` as a file without a history would hold it.
pub(super) fn untold(session: &Session) -> Session {
    Session::resumed(session.id.clone(), session.article.clone(), session.claims().clone(), History::default())
}

#[test]
fn a_verdict_that_no_history_tells_never_stands_over_readers_who_differ() {
    let mut apart = session();
    mark(&mut apart, "k1", Verdict::Verified, "anna", 1);
    mark(&mut apart, "k1", Verdict::Disputed, "bea", 2);
    let mut third = session();
    mark(&mut third, "k1", Verdict::Verified, "cara", 3);
    let both = merged(&untold(&apart), &untold(&third));
    let claim = claim(&both, "k1");
    assert!(claim.differs() && claim.mark.is_none(), "{claim:?}");
    assert_eq!(claim.readers().collect::<Vec<_>>(), ["anna", "bea", "cara"]);
}

#[test]
fn files_that_two_add_apart_stay_what_their_sources_point_at() {
    let with = |path: &str, sha256: &str, by: &str| {
        let mut session = session();
        let file = Evidence {
            id: Evidence::id_of(sha256),
            path: path.to_owned(),
            sha256: sha256.to_owned(),
            ..Evidence::default()
        };
        change(&mut session, "k1", &field::SOURCES, by, |claim| {
            let id = Source::fresh_id(&claim.record.sources);
            claim.record.sources.push(Source {
                id,
                title: path.to_owned(),
                evidence: file.id.clone(),
                ..Source::default()
            });
        });
        session.evidence = Arc::new(vec![file]);
        session
    };
    let both = merged(&with("minutes.pdf", &"ab".repeat(32), "anna"), &with("survey.csv", &"cd".repeat(32), "bea"));
    assert_eq!((both.evidence.len(), claim(&both, "k1").record.sources.len()), (2, 2));
    for source in &claim(&both, "k1").record.sources {
        let file = both.evidence.iter().find(|file| file.id == source.evidence).unwrap();
        assert_eq!(file.path, source.title);
    }
}

#[test]
fn marks_on_different_claims_and_fields_come_together() {
    let (mut ours, mut theirs) = (session(), session());
    mark(&mut ours, "k1", Verdict::Verified, "anna", 1);
    mark(&mut theirs, "k2", Verdict::Disputed, "bea", 2);
    note(&mut theirs, "k1", "See the log.", "bea");
    let Merged { session: both, notices } = merge(&ours, &theirs).unwrap();
    assert_eq!(claim(&both, "k1").status().word(), "verified");
    assert_eq!(claim(&both, "k2").status().word(), "disputed");
    assert_eq!(claim(&both, "k1").record.note, "See the log.");
    assert!(notices.contains(&"2 changes by bea came in".to_owned()), "{notices:?}");
    assert!(both.claims().iter().all(|claim| claim.record.conflicts.is_empty()));
}

#[test]
fn two_readers_stand_side_by_side_until_somebody_settles_it() {
    let (mut ours, mut theirs) = (session(), session());
    for id in ["k1", "k2"] {
        mark(&mut ours, id, Verdict::Verified, "anna", 1);
    }
    mark(&mut theirs, "k1", Verdict::Verified, "bea", 2);
    mark(&mut theirs, "k2", Verdict::Disputed, "bea", 3);
    let both = merged(&ours, &theirs);
    assert_eq!(claim(&both, "k1").status().word(), "verified");
    assert!(claim(&both, "k2").differs());
    assert_eq!(claim(&both, "k2").readings().len(), 2);
    assert!(claim(&both, "k2").record.conflicts.is_empty());
}

#[test]
fn one_reader_at_two_desks_is_a_conflict() {
    let (mut ours, mut theirs) = (session(), session());
    mark(&mut ours, "k1", Verdict::Verified, "anna", 1);
    mark(&mut theirs, "k1", Verdict::Disputed, "anna", 2);
    let both = merged(&ours, &theirs);
    assert_eq!(claim(&both, "k1").status().word(), "verified");
    assert_eq!(claim(&both, "k1").record.conflicts[0].field, "verdict");
}

#[test]
fn of_two_notes_one_stands_and_the_other_is_kept_beside_it_until_it_is_settled() {
    let (mut ours, mut theirs) = (session(), session());
    note(&mut ours, "k1", "Ours", "anna");
    note(&mut theirs, "k1", "Theirs", "bea");
    let mut both = merged(&ours, &theirs);
    let kept = [claim(&both, "k1").record.note.clone(), claim(&both, "k1").record.conflicts[0].theirs.to_string()];
    assert!(kept.concat().contains("Ours") && kept.concat().contains("Theirs"), "{kept:?}");
    change(&mut both, "k1", &field::CONFLICTS, "anna", |claim| claim.record.conflicts.clear());
    // Whoever has not seen the settling yet does not undo it.
    assert!(claim(&merged(&both, &theirs), "k1").record.conflicts.is_empty());
}

#[test]
fn a_verdict_that_a_mend_in_the_other_copy_withdraws_is_told() {
    let (mut marked, mut mended) = (session(), session());
    mark(&mut marked, "k1", Verdict::Verified, "anna", 1);
    mark(&mut marked, "k2", Verdict::Verified, "anna", 2);
    let shorter = Change::Mend(Swap::new(claim(&mended, "k1").span, Span::new(4, 18)));
    mended.commit(Edit::of("k1".into(), shorter), &"bea".into(), &at(3)).unwrap();
    let both = merge(&marked, &mended).unwrap();
    assert!(claim(&both.session, "k1").mark.is_none() && claim(&both.session, "k2").mark.is_some());
    let number = claim(&both.session, "k1").number.to_string();
    let told = format!("withdrawn, given on other words: claim {number} (anna verified)");
    let theirs = merge(&mended, &marked).unwrap();
    for merged in [&both, &theirs] {
        assert_eq!(merged.notices.iter().filter(|notice| **notice == told).count(), 1, "{:?}", merged.notices);
    }
    let again = merge(&theirs.session, &marked).unwrap().notices;
    assert!(!again.iter().any(|notice| notice.contains("withdrawn")), "once is enough: {again:?}");
    // Why the verdict is off the claim in the one copy and was never on it in the other, the history tells.
    for (one, other) in [(&mended, &both.session), (&both.session, &mended)] {
        let back = merge(one, other).unwrap().notices;
        assert!(!back.iter().any(|notice| notice.contains("no history tells")), "{back:?}");
    }
}

/// Puts `k1` on its words up to `end`, by a mend or by a cut, and leaves whatever was said of it.
pub(super) fn put_on(session: &mut Session, end: usize, is_cut: bool, minute: usize) {
    let before = claim(session, "k1").clone();
    let after = before.reworded(Span::new(0, end), &session.article);
    let change = if is_cut {
        let tail = Claim::new(format!("t{minute}").as_str().into(), Span::new(end, before.span.end), Origin::Added);
        Change::Recut(Recut::Split, Swap::new(vec![before], vec![after, tail]))
    } else {
        Change::Mend(Swap::new(before.span, after.span))
    };
    session.commit(Edit::of("k1".into(), change), &"bea".into(), &at(minute)).unwrap();
}

#[test]
fn a_verdict_that_a_mend_withdrew_is_told_after_the_claim_is_put_on_other_words_again() {
    let said = ["verdict", "dismissal"].into_iter().flat_map(|said| [(said, false), (said, true)]);
    for (said, is_cut) in said {
        let (mut marked, mut mended) = (session(), session());
        mark(&mut marked, "k1", Verdict::Verified, "anna", 1);
        put_on(&mut mended, 12, is_cut, 2);
        let mut third = mended.clone();
        match said {
            "verdict" => mark(&mut third, "k1", Verdict::Disputed, "cleo", 3),
            _ => change(&mut third, "k1", &field::DISMISSED, "cleo", |claim| claim.dismissed = true),
        }
        // Of neither anna's verdict nor cleo's did bea know.
        put_on(&mut mended, 9, is_cut, 9);
        let both = merged(&merged(&marked, &third), &mended);
        assert_eq!(both.claims(), merged(&marked, &merged(&third, &mended)).claims());
        let told = claim(&both, "k1").fate().unwrap();
        let readers: Vec<&str> = told.had.iter().map(|mark| &*mark.by).collect();
        assert!(readers.contains(&"anna"), "{said} {is_cut}: {told:?}");
        assert!(readers.contains(&"cleo"), "{said} {is_cut}: {told:?}");
        assert!(!claim(&both, "k1").is_judged());
    }
}

#[test]
fn a_claim_deleted_on_one_side_and_changed_on_the_other_is_kept() {
    let (mut ours, mut theirs) = (session(), session());
    let gone = claim(&ours, "k3").clone();
    ours.commit(Edit::of("k3".into(), Change::delete(gone)), &"anna".into(), &at(1)).unwrap();
    note(&mut theirs, "k3", "Worth it.", "bea");
    assert_eq!(claim(&merged(&ours, &theirs), "k3").record.note, "Worth it.");
}

#[test]
fn two_sources_added_under_one_id_are_both_kept() {
    let (mut ours, mut theirs) = (session(), session());
    for (session, title, by) in [(&mut ours, "Minutes", "anna"), (&mut theirs, "Ledger", "bea")] {
        change(session, "k1", &field::SOURCES, by, |claim| {
            let (id, title) = ("s1".to_owned(), title.to_owned());
            claim.record.sources.push(Source { id, title, ..Source::default() });
        });
    }
    let both = merged(&ours, &theirs);
    let titles: Vec<&str> = claim(&both, "k1").record.sources.iter().map(|source| source.title.as_str()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
}

#[test]
fn a_source_that_was_added_and_taken_back_apart_stays_away_though_another_was_added_under_its_id() {
    let (mut ours, mut theirs) = (session(), session());
    for (session, title, by) in [(&mut ours, "Minutes", "anna"), (&mut theirs, "Ledger", "bea")] {
        change(session, "k1", &field::SOURCES, by, |claim| {
            claim.record.sources.push(Source { id: "s1".to_owned(), title: title.to_owned(), ..Source::default() });
        });
    }
    theirs.undo(&"bea".into(), &at(6)).unwrap();
    let both = merged(&ours, &theirs);
    let titles: Vec<&str> = claim(&both, "k1").record.sources.iter().map(|source| source.title.as_str()).collect();
    assert_eq!(titles, ["Minutes"]);
}

#[test]
fn undo_takes_back_ones_own_after_a_merge() {
    let (mut ours, mut theirs) = (session(), session());
    mark(&mut ours, "k1", Verdict::Verified, "anna", 1);
    mark(&mut theirs, "k2", Verdict::Disputed, "bea", 9);
    let mut both = merged(&ours, &theirs);
    both.undo(&"anna".into(), &at(10)).unwrap();
    assert_eq!(claim(&both, "k1").status().word(), "unchecked");
    assert_eq!(claim(&both, "k2").status().word(), "disputed");
}

#[test]
fn undo_passes_over_what_a_merge_has_changed() {
    let (mut ours, mut theirs) = (session(), session());
    mark(&mut ours, "k1", Verdict::Verified, "anna", 1);
    change(&mut ours, "k2", &field::NOTE, "anna", |claim| claim.record.note = "mine".to_owned());
    change(&mut theirs, "k2", &field::NOTE, "bea", |claim| claim.record.note = "hers".to_owned());
    let mut both = merged(&ours, &theirs);
    let note = claim(&both, "k2").record.note.clone();
    let undone = both.undo_passing(&"anna".into(), &at(50)).unwrap();
    assert_eq!((undone.edits.len(), undone.passed.len()), (1, 1));
    assert_eq!((claim(&both, "k1").status().word(), &claim(&both, "k2").record.note), ("unchecked", &note));
    // Nothing else can be taken back, and only what was is done again.
    let before = both.clone();
    assert!(both.undo(&"anna".into(), &at(51)).is_err());
    assert_eq!(both, before);
    assert_eq!(both.redo(&"anna".into(), &at(52)).unwrap().len(), 1);
    assert_eq!((claim(&both, "k1").status().word(), &claim(&both, "k2").record.note), ("verified", &note));
}

#[test]
fn another_article_is_refused_with_both_titles() {
    let other = Session::new("o", Article::new("Bridge", "Another text.", Vec::new()).unwrap(), Claims::default());
    let said = merge(&session(), &other).unwrap_err().to_string();
    assert!(said.contains("“Ferry”") && said.contains("“Bridge”"), "{said}");
}

/// A session whose first claim somebody gave a note in the file itself, without an entry.
fn mended(note: &str) -> Session {
    let whole = session();
    let claims = whole.claims().iter().cloned().map(|mut claim| {
        if claim.id == "k1".into() {
            note.clone_into(&mut claim.record.note);
        }
        claim
    });
    Session::resumed("s", whole.article.clone(), claims.collect(), History::default())
}

#[test]
fn what_was_mended_by_hand_is_compared_and_said_and_a_base_tells_which_is_newer() {
    let (old, new) = (mended("Old."), mended("New."));
    let both = merge(&old, &new).unwrap();
    assert_eq!(both.notices, ["1 claim differs though no history tells why: its fields were compared"]);
    assert_eq!(claim(&both.session, "k1").record.conflicts.len(), 1);
    for (ours, theirs) in [(&old, &new), (&new, &old)] {
        let known = merge_over(Some(&old), ours, theirs).unwrap().session;
        assert_eq!(claim(&known, "k1").record.note, "New.");
        assert!(claim(&known, "k1").record.conflicts.is_empty());
    }
    // What entries tell is not said.
    let (mut ours, mut theirs) = (session(), session());
    note(&mut ours, "k1", "Ours", "anna");
    mark(&mut theirs, "k1", Verdict::Disputed, "bea", 1);
    assert_eq!(merge(&ours, &theirs).unwrap().notices, ["1 change by bea came in"]);
}

#[test]
fn a_clash_is_told_once_with_its_claim() {
    let (mut ours, mut theirs) = (session(), session());
    note(&mut ours, "k2", "Ours", "anna");
    note(&mut theirs, "k2", "Theirs", "bea");
    mark(&mut ours, "k3", Verdict::Verified, "anna", 1);
    mark(&mut theirs, "k3", Verdict::Disputed, "bea", 2);
    let both = merge(&ours, &theirs).unwrap().session;
    let told: Vec<String> =
        Clash::between(&ours, &both).iter().map(|one| format!("{}: {}", one.number, one.told())).collect();
    assert_eq!(told, ["2: two versions of its note, by anna and bea", "3: anna verified, bea disputed"]);
    assert!(Clash::between(&both, &both).is_empty());
    let mut third = session();
    note(&mut third, "k2", "A third", "carl");
    let all = merge(&both, &third).unwrap().session;
    let told: Vec<String> = Clash::between(&both, &all).iter().map(Clash::told).collect();
    assert_eq!(told, ["three versions of its note, by anna and bea and carl"]);
}

#[test]
fn an_entry_that_one_copy_tells_otherwise_is_kept_beside_the_other() {
    let mut base = session();
    note(&mut base, "k1", "As it was written.", "anna");
    let told = |text: &str, session: &Session| {
        let entries = session.history().shared().map(|entry| {
            let mut entry = Entry::clone(entry);
            if let Change::Field(field, swap) = &entry.edit.change {
                entry.edit.change = Change::Field(field, Swap::new(swap.before.clone(), text.into()));
            }
            Arc::new(entry)
        });
        let mut claims: Vec<Claim> = session.claims().iter().cloned().collect();
        text.clone_into(&mut claims[0].record.note);
        Session::resumed("s", session.article.clone(), claims.into_iter().collect(), History::of(entries))
    };
    let (one, other) = (told("As one tells it.", &base), told("As the other tells it.", &base));
    let all = merged(&merged(&base, &one), &other);
    assert_eq!(all.claims(), merged(&base, &merged(&other, &one)).claims());
    assert_eq!(all.history().len(), 3);
    for again in [&base, &one, &other, &all] {
        let again = merge(&all, again).unwrap();
        assert_eq!((again.session.claims(), again.notices), (all.claims(), Vec::new()));
    }
    let held = claim(&all, "k1");
    let mut texts: Vec<String> =
        held.record.conflicts.iter().map(|one| one.theirs.as_str().unwrap().to_owned()).collect();
    texts.push(held.record.note.clone());
    texts.sort();
    assert_eq!(texts, ["As it was written.", "As one tells it.", "As the other tells it."]);
    let notices = merge(&base, &one).unwrap().notices;
    assert!(notices.iter().any(|notice| notice.contains("both are kept")), "{notices:?}");
}

#[test]
fn an_entry_that_was_made_of_what_nobody_wrote_is_a_conflict() {
    let (mut ours, theirs) = (session(), session());
    note(&mut ours, "k1", "Ours.", "anna");
    let change = Change::Field(&field::NOTE, Swap::new("What never stood there.".into(), "Theirs.".into()));
    let lie =
        theirs.history().next(Edit::of("k1".into(), change), &"bea".into(), &at(9), crate::review::Step::Do, None);
    let history = History::of([Arc::new(lie)]);
    let theirs = Session::resumed("s", theirs.article.clone(), theirs.claims().clone(), history);
    let both = merged(&ours, &theirs);
    let held = claim(&both, "k1");
    let mut texts = vec![held.record.note.as_str()];
    texts.extend(held.record.conflicts.iter().filter_map(|one| one.theirs.as_str()));
    texts.sort_unstable();
    assert!(texts.contains(&"Ours.") && texts.contains(&"Theirs."), "{texts:?}");
    assert_eq!(both.history().len(), 2);
}
