//! Words that one reader picks as a claim in their copy, and another's draft: merged they come to what they do at one desk, and no verdict
//! stands on them where the draft turned what they say.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{
    Change, Claim, ClaimId, Edit, Fate, FateKind, Origin, Recut, Session, Span, Swap, Verdict, field, merge,
};
use factdesk::store::format;

use crate::drafts::{article, session};

const FIRST: &str = "Quay sold\n\n\
    \u{201c}We lost 40 boats in the storm. It hurt. The harbour was closed for 9 days,\u{201d} said harbour master Ole Berg.\n\n\
    Nordvik was fined 4 million kroner in 2023. It is old. It runs 14 tankers.\n\n\
    The city of Maren will sell its ferry terminal for 18.4 million crowns, the council decided by 23 votes to 8. Nobody was hurt.\n\n\
    The repair took 14 months. Holt Property plans 240 flats on the site.\n";

/// What is picked, and a draft's edits: what stood there and what stands there now.
const CASES: [(&str, &[(&str, &str)]); 8] = [
    ("It hurt.", &[("Ole Berg", "Eva Lund")]),
    ("It is old.", &[("Nordvik was fined", "Sundfragt was fined")]),
    ("It hurt", &[("Ole Berg", "Eva Lund")]),
    ("was hurt", &[("Nobody was", "Somebody was")]),
    ("23 votes to 8", &[("23 votes to 8", "28 votes to 3")]),
    ("It is old.", &[("Quay sold", "Quay not sold")]),
    ("It hurt.", &[("Quay sold", "Quay sold at last")]),
    (
        "The repair took 14 months.",
        &[("The repair took 14 months. ", ""), ("Quay sold\n\n", "Quay sold\n\nThe repair took 14 months.\n\n")],
    ),
];

fn bring(session: &mut Session, text: &str, at: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &"anna".into(), &at.into()).unwrap();
}

/// Makes a claim of `words` and finds it so.
fn pick(session: &mut Session, words: &str, at: &str) {
    let start = session.article.text().find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
    let claim = Claim::new(ClaimId::from("picked"), Span::new(start, start + words.len()), Origin::Added);
    let change = Change::Recut(Recut::Add, Swap::new(Vec::new(), vec![claim.clone()]));
    session.commit(Edit::of(claim.id.clone(), change), &"carl".into(), &at.into()).unwrap();
    let change = field::marked(&claim, Some(Verdict::Verified), &"carl".into(), &at.into()).unwrap();
    session.commit(Edit::of(claim.id, change), &"carl".into(), &at.into()).unwrap();
}

/// The words that the picked claim is on, the verdict that stands on them, and what became of it.
fn told(session: &Session) -> (String, Option<Verdict>, Option<(FateKind, usize)>) {
    let claim = session.any_claim(&"picked".into()).unwrap_or_else(|| panic!("it is gone"));
    let fate = claim.fate().map(|fate: &Fate| (fate.is.clone(), fate.had.len()));
    (session.words_of(claim).to_owned(), claim.mark.as_ref().map(|mark| mark.verdict.clone()), fate)
}

/// Merged both ways and once more, and through the file.
fn both(one: &Session, other: &Session) -> Session {
    let merged = merge(one, other).unwrap().session;
    assert_eq!(merge(other, one).unwrap().session.claims(), merged.claims(), "whoever merges");
    for again in [one, other, &merged] {
        assert_eq!(merge(&merged, again).unwrap().session.claims(), merged.claims(), "once more");
    }
    let read = |session: &Session| format::parse(&format::print(session)).unwrap().session;
    assert_eq!(merge(&read(one), &read(other)).unwrap().session.claims(), merged.claims(), "as read from its file");
    merged
}

#[test]
fn words_picked_in_one_copy_come_to_the_same_with_another_s_draft_as_at_one_desk() {
    for (words, edits) in CASES {
        let second = edits.iter().fold(FIRST.to_owned(), |text, (was, is)| {
            assert!(text.contains(was), "{was:?} is not there");
            text.replacen(was, is, 1)
        });
        for at in ["2026-11-24T07:00:00Z", "2026-11-24T09:00:00Z"] {
            let base = session(FIRST);
            let (mut carl, mut anna) = (base.clone(), base.clone());
            pick(&mut carl, words, at);
            let mut one_desk = carl.clone();
            bring(&mut one_desk, &second, "2026-11-24T10:00:00Z");
            bring(&mut anna, &second, "2026-11-24T08:00:00Z");
            assert_eq!(told(&both(&anna, &carl)), told(&one_desk), "{words:?} {edits:?}");
        }
    }
}

#[test]
fn why_words_that_are_the_same_are_another_claim_is_told_after_a_merge_as_at_one_desk() {
    for (words, was, is) in
        [("It hurt.", "Ole Berg", "Eva Lund"), ("It is old.", "Nordvik was fined", "Sundfragt was fined")]
    {
        let (mut carl, mut anna) = (session(FIRST), session(FIRST));
        pick(&mut carl, words, "2026-11-24T07:00:00Z");
        let mut one_desk = carl.clone();
        for copy in [&mut anna, &mut one_desk] {
            bring(copy, &FIRST.replace(was, is), "2026-11-24T08:00:00Z");
        }
        let why = |session: &Session| {
            let fate = session.any_claim(&"picked".into()).unwrap().fate().unwrap().clone();
            (fate.said_by, fate.leant_on, fate.leans_on)
        };
        let told = why(&both(&anna, &carl));
        assert!(told.0.as_deref().is_some_and(|name| name.contains(was)) || told.1.contains(was), "{told:?}");
        assert_eq!(told, why(&one_desk), "{words:?}");
    }
}

#[test]
fn a_draft_that_is_taken_back_takes_no_verdict_to_what_another_says() {
    let mut anna = session(FIRST);
    bring(&mut anna, &FIRST.replace("Ole Berg", "Eva Lund"), "2026-11-24T08:00:00Z");
    let mut carl = anna.clone();
    pick(&mut carl, "It hurt.", "2026-11-24T09:00:00Z");
    anna.undo(&"anna".into(), &"2026-11-24T10:00:00Z".into()).unwrap();
    let (words, verdict, fate) = told(&both(&anna, &carl));
    assert_eq!((words.as_str(), verdict), ("It hurt.", None), "{fate:?}");
}
