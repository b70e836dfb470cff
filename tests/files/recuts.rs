//! Copies in which claims are mended, cut and joined while drafts are brought in: it does not matter who merges what with whom.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Change, Claim, ClaimId, Edit, Origin, Recut, Session, Span, Swap, Verdict, field, merge};

use crate::drafts::{article, session};

/// Where the words of a claim begin and end.
fn words(session: &Session, claim: &Claim) -> Vec<Span> {
    let text = session.exact(claim);
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize + claim.span.start;
    text.split_whitespace().map(|word| Span::new(start(word), start(word) + word.len())).collect()
}

fn mended(session: &Session, claim: &Claim, cut: u8) -> Option<Change> {
    let words = words(session, claim);
    let at = usize::from(cut) / 2 % words.len();
    let span = if cut.is_multiple_of(2) {
        Span::new(claim.span.start, words[at].end)
    } else {
        Span::new(words[at].start, claim.span.end)
    };
    (span != claim.span).then(|| Change::Mend(Swap::new(claim.span, span)))
}

fn split(session: &Session, claim: &Claim, cut: u8) -> Option<Change> {
    let words = words(session, claim);
    let at = usize::from(cut) % words.len();
    let before = words.get(at.checked_sub(1)?)?;
    let head = claim.reworded(Span::new(claim.span.start, before.end), &session.article);
    let rest = Span::new(words[at].start, claim.span.end);
    let tail = Claim::new(
        propose::fresh_id(&session.article, rest, |id| session.any_claim(id).is_some()),
        rest,
        Origin::Added,
    );
    Some(Change::Recut(Recut::Split, Swap::new(vec![claim.clone()], vec![head, tail])))
}

fn joined(session: &Session, claim: &Claim) -> Option<Change> {
    let next = session.claims().get(session.claims().index_of(&claim.id)? + 1)?.clone();
    let joined = claim.joined_over(&next, &session.article);
    Some(Change::Recut(Recut::Join, Swap::new(vec![claim.clone(), next], vec![joined])))
}

fn both(one: &Session, other: &Session) -> Session {
    merge(one, other).unwrap().session
}

/// A session of `text`, and the claim that begins with `words`.
fn found(session: &Session, words: &str) -> Claim {
    let all = || session.claims().iter().chain(session.apart());
    all().find(|claim| session.words_of(claim).starts_with(words)).unwrap().clone()
}

fn bring(session: &mut Session, text: &str, by: &str, at: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &by.into(), &at.into()).unwrap();
}

fn commit(session: &mut Session, id: &ClaimId, change: Change, by: &str, at: &str) {
    session.commit(Edit::of(id.clone(), change), &by.into(), &at.into()).unwrap();
}

const FERRY: &str = "The ferry was built in 1931 and refitted in 1974.";
const HARBOUR: &str = "The harbour employs 310 people in Norby.";
const FARES: &str = "Fares rose by 12 percent in 2019.";

#[test]
fn a_join_on_a_draft_that_shifts_claims_stays_when_an_untouched_copy_comes() {
    let start = session(&format!("A ferry\n\n{FARES}\n\n{HARBOUR} {FERRY}\n"));
    let mut ours = start.clone();
    bring(
        &mut ours,
        &format!("A ferry\n\n{}\n\n{HARBOUR} {FERRY}\n", FARES.replace("12 percent", "nearly 13 percent")),
        "anna",
        "2026-11-24T08:00:00Z",
    );
    let first = found(&ours, "The harbour");
    let change = joined(&ours, &first).unwrap();
    commit(&mut ours, &first.id, change, "anna", "2026-11-24T09:00:00Z");
    for (one, other) in [(&ours, &start), (&start, &ours)] {
        let merged = merge(one, other).unwrap();
        assert_eq!(merged.session.claims(), ours.claims());
        assert!(merged.notices.iter().all(|notice| !notice.contains("kept")), "{:?}", merged.notices);
    }
}

#[test]
fn a_mend_or_cut_goes_along_with_a_sentence_that_a_draft_moves_in_another_copy() {
    let start = session(&format!("A ferry\n\n{FERRY} {HARBOUR}\n\n{FARES}\n"));
    let mut moved = start.clone();
    bring(&mut moved, &format!("A ferry\n\n{HARBOUR}\n\n{FARES} {FERRY}\n"), "anna", "2026-11-24T08:00:00Z");
    let whole = found(&start, "The ferry");
    for cut in [true, false] {
        let mut ours = start.clone();
        let change = if cut { split(&start, &whole, 6) } else { mended(&start, &whole, 10) };
        commit(&mut ours, &whole.id, change.unwrap(), "cleo", "2026-11-24T09:00:00Z");
        let short = found(&ours, "The ferry");
        assert_eq!(ours.exact(&short), "The ferry was built in 1931");
        let change = field::marked(&short, Some(Verdict::Verified), &"cleo".into(), &"2026-11-24T10:00:00Z".into());
        commit(&mut ours, &short.id, change.unwrap(), "cleo", "2026-11-24T10:00:00Z");
        for merged in [both(&ours, &moved), both(&moved, &ours)] {
            let claim = found(&merged, "The ferry");
            assert_eq!(merged.words_of(&claim), "The ferry was built in 1931");
            assert!(claim.mark.is_some() && !claim.is_apart());
            assert_eq!(merged.claims().iter().any(|claim| merged.exact(claim) == "and refitted in 1974."), cut);
        }
        // In a draft that has other words there it is withdrawn.
        let mut changed = start.clone();
        let text = format!("A ferry\n\n{HARBOUR}\n\n{FARES} {}\n", FERRY.replace("1931", "1932"));
        bring(&mut changed, &text, "anna", "2026-11-24T08:00:00Z");
        for merged in [both(&ours, &changed), both(&changed, &ours)] {
            let claim = found(&merged, "The ferry");
            assert!(claim.mark.is_none(), "{:?}", merged.words_of(&claim));
            assert_eq!(claim.fate().unwrap().had.len(), 1);
        }
    }
}
