//! What changed since a draft: for the report, and for whoever read that draft.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use factdesk::export::{Format, Options, SinceWhen, export};
use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{
    Annotation, AnnotationKind, Article, Change, Edit, Extra, FateAnswer, Session, Span, Stamp, Verdict, field, merge,
};

const FIRST: &str = "Ferry fares\n\n\
    Fares rose by 12 percent in May 2024, the operator said.\n\n\
    The ferry carried 310,000 passengers in 2023.\n\n\
    The council paid 4 million crowns for the quay in 2022.\n";

fn article(text: &str) -> Article {
    intake::read(text.as_bytes(), &Hint { name: "ferry.txt", language: Some("en") }).unwrap().article
}

/// Three claims, verified on draft 1; draft 2 changes a figure and drops one, draft 3 changes the figure again and adds one.
pub(crate) fn session() -> Session {
    let first = article(FIRST);
    let claims = propose::claims(&first, 0.3);
    let mut session = Session::new("id", first, claims);
    let by: Arc<str> = "anna".into();
    let at = Stamp::from("2026-11-23T09:41:07Z");
    for claim in session.claims().iter().cloned().collect::<Vec<_>>() {
        let change = field::marked(&claim, Some(Verdict::Verified), &by, &at).unwrap();
        session.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    }
    let second = FIRST
        .replace("12 percent", "13 percent")
        .replace("The council paid 4 million crowns for the quay in 2022.\n", "");
    let third = format!("{}\nThe pier opens on 3 March 2027.\n", second.replace("13 percent", "14 percent"));
    for text in [second, third] {
        let weights = Weights::default();
        let plan = propose::next_draft::plan(&mut session, article(&text), true, (THRESHOLD, &weights)).unwrap();
        session.commit(plan.edit, &by, &Stamp::from("2026-11-24T08:00:00Z")).unwrap();
    }
    session
}

#[test]
fn each_claim_is_told_with_the_words_of_the_draft_that_was_read() {
    let session = session();
    let told = |n| -> Vec<(String, String, String)> {
        let since = session.since(n).unwrap();
        since.claims.iter().map(|one| (one.is.to_string(), one.was.to_owned(), one.now.to_owned())).collect()
    };
    let fares = |percent| format!("Fares rose by {percent} percent in May 2024, the operator said.");
    let quay = "The council paid 4 million crowns for the quay in 2022.";
    let pier = "The pier opens on 3 March 2027.";
    let row = |is: &str, was: &str, now: &str| (is.to_owned(), was.to_owned(), now.to_owned());
    assert_eq!(told(1), [row("changed", &fares(12), &fares(14)), row("new", "", pier), row("gone", quay, "")]);
    assert_eq!(told(2), [row("changed", &fares(13), &fares(14)), row("new", "", pier)]);
    assert!(session.since(3).is_none() && session.since(9).is_none());
    assert_eq!(session.since(1).unwrap().claims[0].had[0].0.verdict, Verdict::Verified);
    assert_eq!(session.since(1).unwrap().fates.to_string(), "1 same · 1 changed · 1 gone · 1 new");
}

/// What another came to on the words between is told with the draft it was said of.
#[test]
fn every_verdict_since_is_told_with_the_draft_whose_words_it_was_given_on() {
    let mut session = session();
    let (by, at): (Arc<str>, Stamp) = ("bea".into(), "2026-11-25T08:00:00Z".into());
    let fares = session.claims().iter().find(|claim| session.exact(claim).contains("14 percent")).unwrap().clone();
    let change = field::marked(&fares, Some(Verdict::Disputed), &by, &at).unwrap();
    session.commit(Edit::of(fares.id, change), &by, &at).unwrap();
    let fourth = format!("{}\n", session.article.text()).replace("14 percent", "15 percent");
    let weights = Weights::default();
    let plan = propose::next_draft::plan(&mut session, article(&fourth), true, (THRESHOLD, &weights)).unwrap();
    session.commit(plan.edit, &by, &Stamp::from("2026-11-26T08:00:00Z")).unwrap();
    let options = Options { since: Some(SinceWhen::Draft(1)), ..Options::default() };
    let report = String::from_utf8(export(&session, Format::Markdown, &options).unwrap()).unwrap();
    let told = "(was verified by anna, 2026-11-23 09:41 UTC; was disputed by bea, 2026-11-25 08:00 UTC on draft 3; now unchecked)";
    assert!(report.contains(told), "{report}");
}

/// A claim that was let go is told with who did, and comes back when its words do, with all that was said of it.
#[test]
fn what_was_let_go_is_kept_apart_told_and_back_with_its_words() {
    let mut session = session();
    let (by, at): (Arc<str>, Stamp) = ("bea".into(), "2026-11-25T08:00:00Z".into());
    let quay = session.apart()[0].clone();
    let change = Change::of(&quay, &field::FATE, |claim| {
        claim.record.fate.as_mut().unwrap().answer = Some(FateAnswer::LetGo);
    });
    session.commit(Edit::of(quay.id.clone(), change.unwrap()), &by, &at).unwrap();
    assert!(session.apart()[0].is_let_go());
    let options = Options { since: Some(SinceWhen::Draft(1)), ..Options::default() };
    let report = String::from_utf8(export(&session, Format::Markdown, &options).unwrap()).unwrap();
    assert!(report.contains("stands nowhere, let go by bea, 2026-11-25)"), "{report}");
    assert!(report.contains("  - let go by bea, 2026-11-25\n"), "{report}");
    // Its words with another figure are not what was let go; its own are.
    for (text, is_back) in [(FIRST.replace("4 million", "5 million"), false), (FIRST.to_owned(), true)] {
        let weights = Weights::default();
        let plan = propose::next_draft::plan(&mut session, article(&text), true, (THRESHOLD, &weights)).unwrap();
        session.commit(plan.edit, &by, &Stamp::from("2026-11-26T08:00:00Z")).unwrap();
        let claim = session.any_claim(&quay.id).unwrap();
        assert_eq!((claim.is_apart(), claim.mark.is_some()), (!is_back, is_back), "{text}");
    }
}

/// Whoever lets it go, and whatever another copy has been at meanwhile, it is let go in what they make together.
#[test]
fn what_one_let_go_is_let_go_in_a_merge() {
    let start = session();
    let quay = start.apart()[0].clone();
    let let_go = |session: &mut Session, answer| {
        let claim = session.apart()[0].clone();
        let change = Change::of(&claim, &field::FATE, |claim| claim.record.fate.as_mut().unwrap().answer = answer);
        let edit = Edit::of(quay.id.clone(), change.unwrap());
        session.commit(edit, &"bea".into(), &"2026-11-25T08:00:00Z".into()).unwrap();
    };
    let (mut ours, mut theirs) = (start.clone(), start.clone());
    let_go(&mut ours, Some(FateAnswer::LetGo));
    let other = theirs.claims().iter().next().unwrap().clone();
    let note = Change::of(&other, &field::NOTE, |claim| "looked at".clone_into(&mut claim.record.note));
    theirs.commit(Edit::of(other.id.clone(), note.unwrap()), &"carl".into(), &"2026-11-25T09:00:00Z".into()).unwrap();
    let whole = quay.clone();
    for copies in [[&ours, &theirs], [&theirs, &ours]] {
        let [one, another] = copies;
        let merged = merge(one, another).unwrap().session;
        assert!(merged.apart()[0].is_let_go(), "{:?}", merged.apart()[0].fate());
        assert_eq!(merged.apart()[0].record.note, whole.record.note);
    }
    // And back, where that was thought better of.
    let mut back = merge(&ours, &theirs).unwrap().session;
    let_go(&mut back, None);
    assert!(!merge(&ours, &back).unwrap().session.apart()[0].is_let_go());
}

/// A draft that brings nothing but a note stays one of its own beside that with the same words.
#[test]
fn a_draft_of_the_same_words_keeps_its_notes_in_a_merge() {
    let first = article(FIRST);
    let base = Session::new("id", first.clone(), propose::claims(&first, 0.3));
    let mut ours = base.clone();
    let note = Annotation {
        id: "w1".into(),
        kind: AnnotationKind::Footnote,
        by: None,
        at: Stamp::default(),
        span: Span::new(0, 5),
        text: "Minutes, p. 4".into(),
        confidential: None,
        extra: Extra::default(),
    };
    let noted = first.annotated(vec![note], Vec::new());
    let plan = propose::next_draft::plan(&mut ours, noted, false, (THRESHOLD, &Weights::default())).unwrap();
    ours.commit(plan.edit, &"anna".into(), &Stamp::from("2026-11-24T08:00:00Z")).unwrap();
    let mut theirs = base;
    let claim = theirs.claims().iter().next().unwrap().clone();
    let (by, at): (Arc<str>, Stamp) = ("bea".into(), "2026-11-25T08:00:00Z".into());
    let change = field::marked(&claim, Some(Verdict::Verified), &by, &at).unwrap();
    theirs.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    for both in [merge(&ours, &theirs).unwrap().session, merge(&theirs, &ours).unwrap().session] {
        assert_eq!((both.article.draft, both.article.annotations().len()), (2, 1));
        assert_eq!(both.claims().tally().verified, 1);
    }
}

#[test]
fn the_report_says_it_since_the_draft_before_or_the_one_asked_for() {
    let session = session();
    let report = |format, since: Option<u32>| {
        let options = Options { since: since.map(SinceWhen::Draft), ..Options::default() };
        String::from_utf8(export(&session, format, &options).unwrap()).unwrap()
    };
    let before = report(Format::Markdown, None);
    assert!(before.contains("## Since draft 2\n\n"), "{before}");
    assert!(before.contains("changed: Fares rose by ~~13~~ **14** percent"), "{before}");
    let first = report(Format::Markdown, Some(1));
    assert!(
        first.contains("Fares rose by ~~12~~ **14** percent in May 2024, the operator said. (was verified by anna")
    );
    assert!(first.contains("gone: ~~The council paid 4 million crowns for the quay in 2022.~~"), "{first}");
    assert!(first.contains("### The words that changed"));
    let page = report(Format::Html, Some(1));
    assert!(page.contains("<h2 id=\"since\">Since draft 1</h2>") && page.contains("<del>12</del>"), "{page}");
    let digest = |since: Option<u32>| Options { since: since.map(SinceWhen::Draft), ..Options::default() };
    let docx = export(&session, Format::DigestDocx, &digest(Some(1))).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut xml).unwrap();
    assert!(xml.contains("Since draft 1") && xml.contains("was verified by anna"), "{xml}");
    assert!(xml.contains("<w:strike/></w:rPr><w:t xml:space=\"preserve\">12</w:t>"), "{xml}");
    assert!(xml.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">14</w:t>"), "{xml}");
    assert!(report(Format::Digest, None).contains("Since draft 2"));
    let error = export(&session, Format::Html, &Options { since: Some(SinceWhen::Draft(7)), ..Options::default() })
        .unwrap_err();
    assert!(error.to_string().contains("no draft 7"), "{error}");
    let one = Session::new("id", article(FIRST), propose::claims(&article(FIRST), 0.3));
    let plain = export(&one, Format::Markdown, &Options::default()).unwrap();
    assert!(!String::from_utf8(plain).unwrap().contains("Since draft"));
}

#[test]
fn of_two_drafts_that_were_brought_in_apart_each_is_told_since_the_one_it_came_on() {
    let first = article(FIRST);
    let base = Session::new("id", first.clone(), propose::claims(&first, 0.3));
    let brought = |by: &str, day: u8, percent: &str| {
        let mut copy = base.clone();
        let text = FIRST.replace("12 percent", percent);
        let plan =
            propose::next_draft::plan(&mut copy, article(&text), true, (THRESHOLD, &Weights::default())).unwrap();
        copy.commit(plan.edit, &by.into(), &Stamp::from(format!("2026-11-{day}T08:00:00Z").as_str())).unwrap();
        copy
    };
    let both = merge(&brought("anna", 24, "13 percent"), &brought("bea", 25, "15 percent")).unwrap().session;
    assert_eq!((both.article.draft, both.draft_before()), (3, Some(1)));
    let told = |n| {
        let since = both.since(n).unwrap();
        since.claims.iter().map(|one| (one.was.to_owned(), one.now.to_owned())).collect::<Vec<_>>()
    };
    let fares = |percent| format!("Fares rose by {percent} percent in May 2024, the operator said.");
    assert_eq!(told(1), [(fares(12), fares(15))]);
    assert_eq!(told(2), [(fares(13), fares(15))], "of the other's draft, its own words");
}
