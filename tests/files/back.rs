//! What comes back from others after the next draft was brought in: no verdict stands over words it was not given on.

use factdesk::export::back::{self, ImportHand};
use factdesk::export::{Format, Options, export};

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
            let came = back::read(&file, &ours, &hand).unwrap_or_else(|error| panic!("{format}: {error}"));
            ours.commit_all(came.edits, &hand.by, &hand.at).unwrap();
            holds(&ours, &given);
            let said = ours.claims().iter().filter(|claim| {
                claim.mark.is_some() || claim.record.remarks.iter().any(|one| one.text.starts_with("verified, on “"))
            });
            assert!(said.count() >= 5, "{format}, {how}: what bea found is lost");
        }
    }
}
