//! Kinds of differences beyond figures: each with a twin that says the same or something else.

use std::sync::Arc;

use super::super::super::{Citation, EvidenceFolder, Inquiry, Material, QuotedPart, plain, table};
use super::super::Agrees;
use super::{differs, pairs};
use crate::text::Span;

/// What differs of what is asked, the one file being named by a note that says where.
fn differing(asked: Inquiry<'_>, material: Material, locator: Option<&str>) -> Vec<(String, String)> {
    let folder = EvidenceFolder::new(vec![Arc::new(material)], "en").unwrap();
    let note = Citation { file: Some(0), locator: locator.map(str::to_owned), ..Citation::default() };
    let shown = folder.excerpts(&Inquiry { notes: vec![&note], ..asked }, 10).unwrap();
    let all = shown.iter().take(5).flat_map(|excerpt| &excerpt.compares);
    all.filter(|one| one.agrees == Agrees::No).map(|one| (one.claim.clone(), one.source.clone())).collect()
}

#[test]
fn parts_of_a_month_are_set_side_by_side() {
    let text = "The ferry sails again in the third week of June, says the harbour master.";
    let told = |claim: &str| differs(claim, plain("a.txt", text), "en");
    assert_eq!(
        told("The ferry sails again in the first week of June"),
        pairs(&[("first week of June", "third week of June")])
    );
    assert_eq!(told("The ferry sails again in early June"), pairs(&[("early June", "third week of June")]));
    for same in [
        "The ferry sails again in the third week of June",
        "The ferry sails again in mid-June",
        "The ferry sails again in June",
    ] {
        assert_eq!(told(same), [], "{same}");
    }
    // Another year's part is no contradiction, nor is it borne out by it.
    let text = "This year the ferry sails in the second week of May, last year it was the last week of April.";
    let told = |claim: &str| differs(claim, plain("a.txt", text), "en");
    assert_eq!(told("The ferry sails in the second week of May"), []);
    assert_eq!(
        told("The ferry sails in the last week of April"),
        pairs(&[("last week of April", "second week of May")])
    );
    let german = "Die Fähre fährt wieder Ende Juni.";
    assert_eq!(
        differs("Die Fähre fährt wieder Anfang Juni", plain("a.txt", german), "de"),
        pairs(&[("Anfang Juni", "Ende Juni")])
    );
    assert_eq!(differs("Die Fähre fährt wieder in der letzten Woche im Juni", plain("a.txt", german), "de"), []);
}

#[test]
fn a_multiple_in_a_word_is_set_beside_a_ratio_and_a_rise() {
    let text = "Traffic on the quay rose by 62 percent in ten years.";
    let told = |claim: &str| differs(claim, plain("a.txt", text), "en");
    assert_eq!(
        told("Traffic on the quay has more than doubled in ten years"),
        pairs(&[("more than doubled", "62 percent")])
    );
    let text = "Traffic on the quay rose by 104 percent in ten years.";
    assert_eq!(differs("Traffic on the quay has more than doubled in ten years", plain("a.txt", text), "en"), []);
    assert_eq!(differs("Traffic on the quay has doubled in ten years", plain("a.txt", text), "en"), []);
    // A share of something else is no rise.
    let text = "Traffic on the quay is 62 percent of what it was in ten years before.";
    assert_eq!(differs("Traffic on the quay has doubled in ten years", plain("a.txt", text), "en"), []);
    let rows = || table("a.csv", "quay,2014,2024,ratio 2024 to 2014\nTimber Quay,3.4,5.5,1.62\n");
    let asked = Inquiry { words: "Traffic on Timber Quay has more than doubled", ..Inquiry::default() };
    let found = differing(asked, rows(), Some("row Timber Quay"));
    assert_eq!(found, pairs(&[("more than doubled", "1.62")]));
    let asked = Inquiry { words: "Traffic on Timber Quay has grown by more than a half", ..Inquiry::default() };
    assert_eq!(differing(asked, rows(), Some("row Timber Quay")), []);
}

#[test]
fn another_who_did_it_differs() {
    let text = "It was Rhea Palm who began it, she was a cooper by the quay.";
    let told = |claim: &str| differs(claim, plain("a.txt", text), "en");
    assert_eq!(told("The market was started by Ivor Thrale, a cooper"), pairs(&[("Ivor Thrale", "Rhea Palm")]));
    assert_eq!(told("The market was started by Rhea Palm, a cooper"), []);
    // Whoever bought something of a cooper began nothing.
    let text = "Rhea Palm bought barrels on the quay, paying twice what they were worth to a cooper.";
    assert_eq!(differs("The market was started by Ivor Thrale, a cooper", plain("a.txt", text), "en"), []);
    // Somebody of the name who is told of elsewhere bears nothing out.
    let text = "Ivor Thrale, the vet, took over from her in 1990.\n\nIt was Rhea Palm who began it, she was a cooper by the quay.";
    let found = differs("The market was started by Ivor Thrale, a cooper", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("Ivor Thrale", "Rhea Palm")]));
    // Two began it: which is meant nobody can say.
    let text = "Rhea Palm began it, a cooper, and Odile Marsh began it anew.";
    assert_eq!(differs("The market was started by Ivor Thrale, a cooper", plain("a.txt", text), "en"), []);
}

#[test]
fn a_work_of_one_kind_by_another_differs() {
    let text = "Great Hall, Saturday evening: Marsh, Organ Sonata in D. Soloist: Rhea Palm.";
    let told = |claim: &str| differs(claim, plain("a.txt", text), "en");
    assert_eq!(told("On Saturday evening they gave the organ sonata by Thrale"), pairs(&[("Thrale", "Marsh")]));
    assert_eq!(told("On Saturday evening they gave the organ sonata by Marsh"), []);
    assert_eq!(told("On Saturday evening they gave the cello sonata by Thrale"), []);
}

#[test]
fn words_left_out_between_two_sentences_of_a_quote_are_told() {
    let whole = "Nobody asked me. They only wanted the keys";
    let claim = "They only wanted the keys, she says";
    let part = |whole| vec![QuotedPart { span: Span::new(0, "They only wanted the keys".len()), whole }];
    let asked = || Inquiry { words: claim, quotes: part(whole), ..Inquiry::default() };
    let text = "Nobody asked me twice. They only wanted the keys.";
    assert_eq!(
        differing(asked(), plain("a.txt", text), None),
        pairs(&[(whole, "Nobody asked me twice. They only wanted the keys")])
    );
    let text = "Nobody asked me. They only wanted the keys.";
    assert_eq!(differing(asked(), plain("a.txt", text), None), []);
}

#[test]
fn a_row_is_of_whom_the_sentence_before_speaks() {
    let rows = || table("a.csv", "team,wins,rank\nAlder Rowers,21,fourth\nTeam Birch,19,fifth\n");
    let asked = |words, before| Inquiry { words, before, ..Inquiry::default() };
    let before = "Team Birch won nineteen races";
    let found = differing(asked("and was fourth in the ranking of the rowers", before), rows(), Some("row Team Birch"));
    assert_eq!(found, pairs(&[("fourth", "fifth")]));
    assert_eq!(
        differing(asked("and was fifth in the ranking of the rowers", before), rows(), Some("row Team Birch")),
        []
    );
}

#[test]
fn two_files_that_say_the_same_of_different_figures_are_both_told_where_no_note_names_one() {
    let minutes = plain("minutes.txt", "Minutes\n\nThe board paid 44 million crowns for the pier in 2024.\n");
    let notes = plain("notes.txt", "Notes\n\nPer Odal said the board paid 42 million crowns for the pier in 2024.\n");
    let folder = EvidenceFolder::new(vec![Arc::new(minutes), Arc::new(notes)], "en").unwrap();
    let words = "The board paid 42 million crowns for the pier in 2024.";
    let shown = folder.excerpts(&Inquiry { words, ..Inquiry::default() }, 10).unwrap();
    let told = |agrees: Agrees| {
        let all = shown.iter().flat_map(|excerpt| &excerpt.compares).filter(move |one| one.agrees == agrees);
        all.map(|one| one.source.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(Agrees::No), ["44 million crowns"]);
    assert!(told(Agrees::Yes).contains(&"42 million crowns".to_owned()));
}
