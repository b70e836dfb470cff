//! What a draft makes of each kind of claim: whole sentences, words within one, claims over one another, claims over paragraphs, one
//! word, a bare number. A small change of what is said always withdraws the verdict; no change never does.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test, where a panic is the report"
)]

use std::sync::Arc;

use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{
    Article, Change, Claim, ClaimId, Correction, CorrectionStatus, Edit, Origin, Session, Span, Stamp, Swap, Verdict,
    field, merge,
};

const FIRST: &str = "Pier costs rise\n\n\
    The harbour board met on Tuesday in the old town hall.\n\n\
    The new pier cost nearly 310 million crowns, Anna Roe told the board, and nobody was asked before.\n\n\
    It opened in Norby in 1987. Ferries left it twice an hour.\n";

/// A claim of each kind; all stand in words that the edits below change, or over them.
const KINDS: [(&str, &str); 7] = [
    (
        "a whole sentence",
        "The new pier cost nearly 310 million crowns, Anna Roe told the board, and nobody was asked before.",
    ),
    ("words within a sentence", "The new pier cost nearly 310 million crowns"),
    ("words over those", "nearly 310 million crowns, Anna Roe told the board"),
    ("a bare number", "310"),
    ("one word", "pier"),
    (
        "two paragraphs",
        "The new pier cost nearly 310 million crowns, Anna Roe told the board, and nobody was asked before.\n\nIt opened in Norby in 1987.",
    ),
    ("the end of one and the beginning of the next", "nobody was asked before.\n\nIt opened in Norby"),
];

/// The smallest changes that turn a statement round, all in the sentence of the pier.
const EDITS: [(&str, &str, &str); 9] = [
    ("a figure", "310 million", "301 million"),
    ("a figure's unit", "310 million", "310 billion"),
    ("a name", "Anna Roe", "Anna Rowe"),
    ("a negation", "nobody was asked", "somebody was asked"),
    ("a negation put in", "pier cost", "pier never cost"),
    ("a hedge taken out", "cost nearly 310", "cost 310"),
    ("a hedge put in", "The new pier cost", "The new pier may have cost"),
    ("who said it", "Anna Roe told the board", "the builder told the board"),
    ("how it was said", "told the board", "denied before the board"),
];

fn article(text: &str) -> Article {
    intake::read(text.as_bytes(), &Hint { name: "pier.txt", language: Some("en") }).unwrap().article
}

/// A session in which each of `words` is a claim that anna has verified.
fn session(text: &str, words: &[&str]) -> Session {
    let article = article(text);
    let claims = words.iter().enumerate().map(|(number, words)| {
        let start = article.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", article.text()));
        Claim::new(ClaimId::from(format!("k{number}").as_str()), Span::new(start, start + words.len()), Origin::Added)
    });
    let claims = claims.collect();
    let mut session = Session::new("id", article, claims);
    let by: Arc<str> = "anna".into();
    let at = Stamp::from("2026-11-23T09:41:07Z");
    let all: Vec<Claim> = session.claims().iter().cloned().collect();
    for claim in all {
        let change = field::marked(&claim, Some(Verdict::Verified), &by, &at).unwrap();
        session.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    }
    session
}

fn bring(session: &mut Session, text: &str) {
    let plan = propose::next_draft::plan(session, article(text), false, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &"anna".into(), &"2026-11-24T08:00:00Z".into()).unwrap();
}

fn own(session: &Session) -> Vec<&Claim> {
    let all = session.claims().iter().chain(session.apart());
    all.filter(|claim| claim.origin == Origin::Added).collect()
}

#[test]
fn a_small_change_of_what_is_said_is_seen_in_every_kind_of_claim() {
    for (kind, words) in KINDS {
        for (what, was, now) in EDITS {
            let mut session = session(FIRST, &[words]);
            assert!(FIRST.contains(was));
            bring(&mut session, &FIRST.replacen(was, now, 1));
            let claims = own(&session);
            let [claim] = claims.as_slice() else { panic!("{kind}: {} claims", claims.len()) };
            assert!(claim.mark.is_none(), "{kind}, {what}: the verdict stands over {:?}", session.words_of(claim));
            let fate = claim.fate().unwrap();
            assert!(fate.is_other_words() || claim.is_apart(), "{kind}, {what}: {}", fate.is);
            assert_eq!((fate.was.as_str(), fate.had.len()), (words, 1), "{kind}, {what}");
            assert!(claim.is_pending() || claim.is_apart(), "{kind}, {what}: nobody is told");
        }
    }
}

#[test]
fn a_change_elsewhere_and_typography_leave_every_kind_of_claim_its_verdict() {
    let elsewhere = FIRST.replace("on Tuesday in", "on Wednesday in").replace("twice an hour", "three times an hour");
    for text in [elsewhere, FIRST.replace("Roe told", "Roe  told").replace("\n\nIt", "\n\n\nIt")] {
        for (kind, words) in KINDS {
            let mut session = session(FIRST, &[words]);
            let article = article(&text);
            if article.text() == session.article.text() {
                continue;
            }
            bring(&mut session, &text);
            let claims = own(&session);
            assert!(claims[0].mark.is_some() && claims[0].fate().is_none(), "{kind}: {:?}", claims[0].fate());
        }
    }
}

#[test]
fn words_that_a_later_draft_has_again_get_their_verdict_back() {
    // Edited, and the edit taken out again; dropped with its paragraph, and put in again, elsewhere too.
    let first = FIRST.trim_end();
    let pier = first.split("\n\n").find(|block| block.contains("pier cost")).unwrap();
    let without = first.split("\n\n").filter(|block| *block != pier).collect::<Vec<_>>().join("\n\n");
    let later = format!("{without}\n\n{pier}\n\nIt rained on Sunday.\n");
    for (kind, words) in KINDS.into_iter().filter(|(_, words)| pier.contains(words)) {
        for (second, third) in [
            (first.replace("310 million", "311 million"), format!("{first}\n\nIt rained on Sunday.\n")),
            (without.clone(), later.clone()),
        ] {
            let mut session = session(FIRST, &[words]);
            bring(&mut session, &second);
            let claim = own(&session)[0];
            assert!(claim.mark.is_none(), "{kind}: {:?}", claim.fate());
            bring(&mut session, &third);
            let [claim] = own(&session)[..] else { panic!("{kind}: lost, or there twice") };
            assert_eq!(session.words_of(claim), words, "{kind}");
            assert!(claim.mark.is_some() && claim.fate().is_none(), "{kind}: {:?}", claim.fate());
            let proposed = session.claims().iter().filter(|one| one.id != claim.id);
            assert!(proposed.into_iter().all(|one| !one.span.overlaps(claim.span)), "{kind}: proposed anew beside it");
            session.undo(&"anna".into(), &"2026-11-24T09:00:00Z".into()).unwrap();
            assert!(own(&session)[0].mark.is_none(), "{kind}: the draft before, again");
        }
    }
    // Another sentence round the same words is not the one that the verdict was given in.
    let mut session = session(FIRST, &["The new pier cost nearly 310 million crowns"]);
    bring(&mut session, &without);
    bring(&mut session, &later.replace("310 million crowns", "310 million crowns, critics wrongly say"));
    assert!(own(&session)[0].mark.is_none());
}

/// Words that were changed, dropped, and changed again on the way: whatever wording stands again, its verdict is there.
#[test]
fn words_come_back_over_any_drafts_between_and_no_new_claim_takes_their_place() {
    let first = FIRST.trim_end();
    let pier = first.split("\n\n").find(|block| block.contains("pier cost")).unwrap();
    let edited = first.replace("310 million", "311 million");
    let without = first.split("\n\n").filter(|block| *block != pier).collect::<Vec<_>>().join("\n\n");
    let again = format!("{first}\n\nIt rained on Sunday.\n");
    for way in
        [vec![&edited, &without, &again], vec![&without, &edited, &again], vec![&without, &edited, &without, &again]]
    {
        let mut session = session(FIRST, &[pier]);
        for text in &way {
            bring(&mut session, text);
        }
        let [claim] = own(&session)[..] else { panic!("lost, or there twice") };
        assert_eq!(session.words_of(claim), pier);
        assert!(claim.mark.is_some() && claim.fate().is_none(), "{:?}", claim.fate());
        let others = session.claims().iter().filter(|one| one.id != claim.id && one.span.overlaps(claim.span));
        assert_eq!(others.count(), 0, "beside it");
    }
    // A dropped sentence that returns edited is the claim with other words, and no new one.
    let mut session = session(FIRST, &[pier]);
    bring(&mut session, &without);
    bring(&mut session, &edited);
    let [claim] = own(&session)[..] else { panic!("lost, or there twice") };
    let fate = claim.fate().unwrap();
    assert!(fate.is_other_words() && claim.is_pending() && claim.mark.is_none(), "{fate:?}");
    assert_eq!((fate.was.as_str(), fate.had.len()), (pier, 1));
    assert_eq!(
        session.claims().iter().filter(|one| one.span.overlaps(claim.span)).count(),
        1,
        "proposed anew beside it"
    );
}

#[test]
fn words_that_come_back_bring_the_verdicts_of_all_readers_with_them() {
    let words = "The new pier cost nearly 310 million crowns";
    let base = session(FIRST, &[words]);
    let mut bea = base.clone();
    let claim = own(&bea)[0].clone();
    let at = Stamp::from("2026-11-23T10:00:00Z");
    let change = field::marked(&claim, Some(Verdict::Disputed), &"bea".into(), &at).unwrap();
    bea.commit(Edit::of(claim.id, change), &"bea".into(), &at).unwrap();
    for second in [FIRST.replace("310 million", "311 million"), FIRST.replace("pier cost", "pier never cost")] {
        let mut ours = base.clone();
        bring(&mut ours, &second);
        let mut both = merge(&ours, &bea).unwrap().session;
        assert!(own(&both)[0].mark.is_none());
        bring(&mut both, &format!("{FIRST}\nIt rained on Sunday.\n"));
        let readings = own(&both)[0].readings();
        let mut readers: Vec<&str> = readings.iter().map(|reading| &*reading.by).collect();
        readers.sort_unstable();
        assert_eq!(readers, ["anna", "bea"], "{:?}", own(&both)[0]);
    }
}

/// What readers had been settled to stands no more than what each of them had come to, and both are told.
#[test]
fn a_settled_difference_is_withdrawn_with_every_reading() {
    let words = "The new pier cost nearly 310 million crowns";
    for (settler, told) in [
        ("carl", vec!["carl unknown", "anna verified", "bea disputed"]),
        // Who settles it may have come to something else themselves.
        ("anna", vec!["anna unknown", "anna verified", "bea disputed"]),
    ] {
        let mut session = session(FIRST, &[words]);
        let (bea, by, at): (Arc<str>, Arc<str>, Stamp) = ("bea".into(), settler.into(), "2026-11-23T10:00:00Z".into());
        let claim = own(&session)[0].clone();
        session.commit_all(factdesk::review::marking(&claim, Some(Verdict::Disputed), &bea, &at), &bea, &at).unwrap();
        let claim = own(&session)[0].clone();
        assert!(claim.differs());
        let value = serde_json::json!({ "verdict": "unknown", "by": settler, "at": "2026-11-23T11:00:00Z" });
        let settled = Change::Field(&field::SETTLED, Swap::new(serde_json::Value::Null, value));
        session.commit(Edit::of(claim.id, settled), &by, &at).unwrap();
        bring(&mut session, &FIRST.replace("310 million", "311 million"));
        let claim = own(&session)[0];
        assert!(claim.mark.is_none() && !claim.differs());
        let fate = claim.fate().unwrap();
        let had = fate.had.iter().map(|mark| format!("{} {}", mark.by, mark.verdict)).collect::<Vec<_>>();
        assert_eq!(had, told);
        assert_eq!(fate.stood(), None, "no one of them is confirmed by a key");
    }
}

/// A verdict that another copy gave the same words is no more to be had on the new ones.
#[test]
fn a_verdict_in_conflict_is_withdrawn_with_the_words() {
    let words = "The new pier cost nearly 310 million crowns";
    let mut one = session(FIRST, &[words]);
    let id = own(&one)[0].id.clone();
    let mut claim = own(&one)[0].clone();
    let theirs = serde_json::json!({ "verdict": "disputed", "by": "anna", "at": "2026-11-23T11:00:00Z" });
    claim.record.conflicts.push(factdesk::review::Conflict::of("verdict", theirs));
    let before = own(&one)[0].clone();
    let change = Change::of(&before, &field::CONFLICTS, |held| held.record.conflicts = claim.record.conflicts.clone());
    one.commit(Edit::of(id, change.unwrap()), &"anna".into(), &"2026-11-23T12:00:00Z".into()).unwrap();
    bring(&mut one, &FIRST.replace("310 million", "311 million"));
    let claim = own(&one)[0];
    assert!(claim.record.conflicts.is_empty() && claim.mark.is_none());
    let told: Vec<&str> = claim.fate().unwrap().had.iter().map(|mark| mark.verdict.as_str()).collect();
    assert_eq!(told, ["verified", "disputed"]);
    // And to be settled again where the words stand again.
    bring(&mut one, FIRST);
    let claim = own(&one)[0];
    assert!(claim.mark.is_some() && claim.record.conflicts.len() == 1, "{:?}", claim.fate());
}

#[test]
fn a_verdict_on_words_that_were_mended_since_does_not_come_back_with_them() {
    let words = "The new pier cost nearly 310 million crowns";
    let (base, at) = (session(FIRST, &[words]), Stamp::from("2026-11-23T10:00:00Z"));
    let claim = own(&base)[0].clone();
    let mut bea = base.clone();
    let change = field::marked(&claim, Some(Verdict::Disputed), &"bea".into(), &at).unwrap();
    bea.commit(Edit::of(claim.id.clone(), change), &"bea".into(), &at).unwrap();
    let mut ours = base;
    let shorter = Span::new(claim.span.start, claim.span.end - " crowns".len());
    let mend = Change::Mend(Swap::new(claim.span, shorter));
    ours.commit(Edit::of(claim.id.clone(), mend), &"anna".into(), &"2026-11-23T11:00:00Z".into()).unwrap();
    let at = Stamp::from("2026-11-23T11:01:00Z");
    let change = field::marked(own(&ours)[0], Some(Verdict::Verified), &"anna".into(), &at).unwrap();
    ours.commit(Edit::of(claim.id, change), &"anna".into(), &at).unwrap();
    let pier = FIRST.split("\n\n").find(|block| block.contains("pier cost")).unwrap();
    bring(&mut ours, &FIRST.replace(&format!("{pier}\n\n"), ""));
    let mut both = merge(&ours, &bea).unwrap().session;
    bring(&mut both, &format!("{FIRST}\nIt rained on Sunday.\n"));
    let claims = own(&both);
    assert_eq!(both.words_of(claims[0]), "The new pier cost nearly 310 million");
    assert!(claims[0].readings().iter().all(|reading| &*reading.by == "anna"), "{:?}", claims[0]);
    assert!(claims[0].fate().unwrap().had.iter().any(|mark| &*mark.by == "bea"), "{:?}", claims[0].fate());
}

#[test]
fn claims_over_one_another_each_have_their_own_fate() {
    let words = KINDS.map(|(_, words)| words);
    let mut all = words.to_vec();
    all.push("It opened in Norby in 1987.");
    all.push("1987");
    let mut session = session(FIRST, &all);
    bring(&mut session, &FIRST.replace("Ferries left it", "Some ferries left it").replace("310", "311"));
    for claim in own(&session) {
        let words = session.words_of(claim);
        let untouched = words == "It opened in Norby in 1987." || words == "1987";
        assert_eq!(claim.mark.is_some(), untouched, "{words}");
    }
    assert_eq!(own(&session).len(), all.len(), "none was lost");
    // The number went where the number went, and the sentence where the sentence went.
    let now: Vec<&str> = own(&session).into_iter().map(|claim| session.words_of(claim)).collect();
    assert!(now.contains(&"311") && now.contains(&"The new pier cost nearly 311 million crowns"), "{now:?}");
}

#[test]
fn one_of_two_equal_words_goes_with_its_sentence() {
    let text = "Two piers\n\nThe pier in Norby cost 40 crowns.\n\nThe pier in Oslo cost 40 crowns.\n";
    let mut session = session(text, &["40 crowns.\n\nThe pier in Oslo cost 40 crowns", "Norby", "Oslo"]);
    bring(&mut session, &text.replace("The pier in Norby cost 40 crowns.\n\n", ""));
    let fates: Vec<(bool, bool)> =
        own(&session).into_iter().map(|claim| (claim.mark.is_some(), claim.is_apart())).collect();
    assert_eq!(fates.iter().filter(|(marked, _)| *marked).count(), 1, "{fates:?}");
    assert!(session.claims().iter().any(|claim| session.exact(claim) == "Oslo" && claim.mark.is_some()));
    assert!(session.apart().iter().any(|claim| session.words_of(claim) == "Norby"));
}

/// A correction of the first claim, and what becomes of it and of the claim in the draft `text`.
fn corrected(words: &str, instead: &str, text: &str) -> (CorrectionStatus, u32, Option<String>) {
    let mut session = session(FIRST, &[words]);
    let claim = session.claims().get(0).unwrap().clone();
    let change = Change::of(&claim, &field::CORRECTIONS, |claim| {
        claim.record.corrections.push(Correction::proposed(instead, &[]));
    });
    session.commit(Edit::of(claim.id, change.unwrap()), &"anna".into(), &"2026-11-23T10:00:00Z".into()).unwrap();
    bring(&mut session, text);
    let claim = own(&session)[0];
    let one = &claim.record.corrections[0];
    (one.status.clone(), one.passed_by, (!claim.is_apart()).then(|| session.exact(claim).to_owned()))
}

#[test]
fn a_correction_is_taken_over_where_its_words_stand_and_told_where_they_do_not() {
    use CorrectionStatus::{Accepted, Proposed};
    let (whole, within) = (KINDS[0].1, KINDS[1].1);
    let better = within.replace("310", "301");
    let taken = FIRST.replace("310", "301");
    assert_eq!(corrected(within, &better, &taken), (Accepted, 0, Some(better.clone())));
    assert_eq!(corrected(whole, &whole.replace("310", "301"), &taken).0, Accepted);
    // Words only taken out stood there before, too.
    assert_eq!(corrected(within, "The new pier cost", &FIRST.replace(" nearly 310 million crowns", "")).0, Accepted);
    // Another edit of the sentence passes it by, and so does an edit elsewhere.
    assert_eq!(corrected(within, &better, &FIRST.replace("310", "319")).0, Proposed);
    let (state, passed_by, words) = corrected(within, &better, &FIRST.replace("on Tuesday", "on Monday"));
    assert_eq!((state, passed_by, words.as_deref()), (Proposed, 2, Some(within)));
    // Rewritten so that nothing of the old words is left but what was proposed.
    let anew = "Each citizen pays 40 crowns for it.";
    let (state, _, words) =
        corrected("Ferries left it twice an hour.", anew, &FIRST.replace("Ferries left it twice an hour.", anew));
    assert_eq!((state, words.as_deref()), (Accepted, Some(anew)));
}
