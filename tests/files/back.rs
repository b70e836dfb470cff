//! What comes back from others after the next draft was brought in: no verdict stands over words it was not given on.

use factdesk::export::back::{self, ImportHand};
use factdesk::export::{Format, Options, export};
use factdesk::review::{Change, Claim, Edit, Query, field};

use crate::drafts::{bring, holds, marked, session, text};

/// The formats that come back with verdicts.
const BACK: [Format; 7] =
    [Format::Annotations, Format::Hypothesis, Format::Csv, Format::Xlsx, Format::Json, Format::Jsonl, Format::Docx];

#[test]
fn a_verdict_on_an_earlier_draft_stands_over_no_words_of_the_next() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let first = session(&text(&order, &[]));
    for format in BACK {
        // With the eighth edit nothing is left of the text.
        for how in (0..14).filter(|how| *how != 8) {
            let mut theirs = first.clone();
            let given = marked(&mut theirs, "bea");
            let file = export(&theirs, format, &Options::default()).unwrap();
            let mut ours = first.clone();
            // The same again is no draft.
            if bring(&mut ours, &text(&order, &[how; 8])).is_err() {
                continue;
            }
            let hand = ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
            let came = back::read(&file, &ours, &hand, factdesk::term::back::document)
                .unwrap_or_else(|error| panic!("{format}: {error}"));
            ours.commit_all(came.edits, &hand.by, &hand.at).unwrap();
            holds(&ours, &given);
            let said = ours.claims().iter().filter(|claim| {
                claim.mark.is_some() || claim.record.remarks.iter().any(|one| one.text.starts_with("verified, on “"))
            });
            assert!(said.count() >= 5, "{format}, {how}: what bea found is lost");
        }
    }
}

#[test]
fn a_row_that_names_neither_words_nor_draft_judges_no_words_that_a_draft_changed() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let mut ours = session(&text(&order, &[]));
    let before = ours.clone();
    bring(&mut ours, &text(&order, &[0])).unwrap();
    let changed = ours
        .claims()
        .iter()
        .find(|claim| before.claims().by_id(&claim.id).is_some_and(|was| before.exact(was) != ours.exact(claim)));
    let (changed, same) = (changed.unwrap().id.clone(), ours.claims().iter().last().unwrap().id.clone());
    let table = format!("id,verdict\r\n{changed},verified\r\n{same},verified\r\n");
    let hand = ImportHand { by: "bea".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
    let came = back::read(table.as_bytes(), &ours, &hand, factdesk::term::back::document).unwrap();
    ours.commit_all(came.edits.clone(), &hand.by, &hand.at).unwrap();
    assert!(ours.claims().by_id(&changed).unwrap().mark.is_none(), "{:?}", came.told);
    assert!(ours.claims().by_id(&same).unwrap().mark.is_some());
    assert_eq!(came.left_out(), 1, "and it is said");
}

#[test]
fn questions_that_were_asked_before_a_draft_are_answered_after_it() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let mut ours = session(&text(&order, &[]));
    let asked: Vec<_> = [0, 1, 3].map(|at| ours.claims().get(at + 1).unwrap().clone()).to_vec();
    for (at, claim) in asked.iter().enumerate() {
        let query = Query { question: format!("Where is number {at} from?"), ..Query::to_author(&[]) };
        let change = Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap();
        ours.commit(Edit::of(claim.id.clone(), change), &"anna".into(), &"2026-11-24T07:00:00Z".into()).unwrap();
    }
    let mail = String::from_utf8(export(&ours, Format::QueriesMail, &Options::default()).unwrap()).unwrap();
    let mut filled = String::new();
    for (at, part) in mail.split("Answer:").enumerate() {
        filled.extend([
            if at == 0 { "" } else { "Answer: a" }.to_owned(),
            at.saturating_sub(1).to_string(),
            part.to_owned(),
        ]);
    }
    let filled = filled.replacen('0', "", 1);
    // The first two have other words, the third one's are gone.
    bring(&mut ours, &text(&[0, 1, 2, 4, 5, 6, 7], &[0, 3, 13])).unwrap();
    let hand = ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
    let untouched = back::read(mail.as_bytes(), &ours, &hand, factdesk::term::back::document).unwrap();
    assert!(untouched.edits.is_empty(), "{:?}", untouched.told);
    let came = back::read(filled.as_bytes(), &ours, &hand, factdesk::term::back::document).unwrap();
    ours.commit_all(came.edits.clone(), &hand.by, &hand.at).unwrap();
    let answers: Vec<&str> =
        asked.iter().map(|claim| &*ours.any_claim(&claim.id).unwrap().record.queries[0].answer).collect();
    assert_eq!(answers, ["a0", "a1", "a2"], "{filled}\n{:?}", came.told);
}

#[test]
fn what_a_copy_found_on_a_draft_that_is_not_here_comes_in_without_its_verdict() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let first = session(&text(&order, &[]));
    for format in BACK {
        let mut theirs = first.clone();
        // One sentence is worded anew.
        bring(&mut theirs, &text(&order, &[0])).unwrap();
        let changed = theirs
            .claims()
            .iter()
            .find(|claim| first.claims().by_id(&claim.id).is_some_and(|was| first.exact(was) != theirs.exact(claim)));
        let changed = changed.unwrap().clone();
        let given = marked(&mut theirs, "bea");
        let note = Change::of(&changed, &field::NOTE, |claim| claim.record.note = "Roe was asked.".into()).unwrap();
        theirs.commit(Edit::of(changed.id.clone(), note), &"bea".into(), &"2026-11-24T09:00:00Z".into()).unwrap();
        let file = export(&theirs, format, &Options::default()).unwrap();
        let mut ours = first.clone();
        let hand = ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
        let came = back::read(&file, &ours, &hand, factdesk::term::back::document)
            .unwrap_or_else(|error| panic!("{format}: {error}"));
        ours.commit_all(came.edits.clone(), &hand.by, &hand.at).unwrap();
        holds(&ours, &given);
        let claim = ours.claims().by_id(&changed.id).unwrap();
        assert!(claim.mark.is_none(), "{format}: it was given on other words");
        let remarks: Vec<&str> = claim.record.remarks.iter().map(|one| &*one.text).collect();
        let said = claim.record.note == "Roe was asked." || remarks.iter().any(|text| text.contains("Roe was asked."));
        assert!(said, "{format}: {remarks:?} {:?}", came.told);
    }
}

#[test]
fn what_is_said_of_words_that_a_draft_dropped_reaches_the_claim_that_had_them_by_every_format() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let first = session(&text(&order, &[]));
    for format in BACK {
        for dropped in 1..7 {
            let mut theirs = first.clone();
            marked(&mut theirs, "bea");
            let file = export(&theirs, format, &Options::default()).unwrap();
            let mut ours = first.clone();
            let rest: Vec<usize> = order.into_iter().filter(|one| *one != dropped).collect();
            bring(&mut ours, &text(&rest, &[])).unwrap();
            let gone = ours.apart().first().unwrap().id.clone();
            let hand = ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
            let came = back::read(&file, &ours, &hand, factdesk::term::back::document).unwrap();
            let told = came.told.clone();
            ours.commit_all(came.edits, &hand.by, &hand.at).unwrap();
            let remarks = |claim: &Claim| claim.record.remarks.len();
            assert_eq!(ours.apart().iter().map(remarks).sum::<usize>(), 1, "{format}, {dropped}: {told:?}");
            assert_eq!(ours.claims().iter().map(remarks).sum::<usize>(), 0, "{format}, {dropped}: {told:?}");
            assert!(told.iter().any(|told| told.claim.as_ref() == Some(&gone)), "{format}, {dropped}: {told:?}");
        }
    }
}

#[test]
fn a_document_says_which_of_its_words_are_others_and_none_of_those_that_a_later_draft_changed() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let first = session(&text(&order, &[]));
    // One says as of which edit it was made, the other as of one that nobody knows here.
    let mut theirs = first.clone();
    marked(&mut theirs, "bea");
    let files = [&first, &theirs].map(|session| export(session, Format::Docx, &Options::default()).unwrap());
    for how in (0..14).filter(|how| *how != 8) {
        let mut ours = first.clone();
        if bring(&mut ours, &text(&order, &[how; 8])).is_err() {
            continue;
        }
        let hand = ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None };
        let others = |file: &[u8], ours: &factdesk::review::Session| {
            let told = back::read(file, ours, &hand, factdesk::term::back::document).unwrap().told;
            told.into_iter().filter(|told| told.item == "document").count()
        };
        for file in &files {
            assert_eq!(others(file, &ours), 0, "{how}: it is the document of the first draft, as it was");
        }
        // The next draft's document, brought to who knows the first alone, has other words wherever that changed a claim.
        let next = export(&ours, Format::Docx, &Options::default()).unwrap();
        let letters = |words: &str| words.chars().filter(|one| one.is_alphanumeric()).collect::<String>();
        let all = letters(ours.article.text());
        let changed = first.claims().iter().filter(|claim| !all.contains(&letters(first.exact(claim)))).count();
        let half = first.claims().iter().count().div_ceil(2);
        if changed <= half {
            assert_eq!(others(&next, &first), changed, "{how}");
        }
    }
}
