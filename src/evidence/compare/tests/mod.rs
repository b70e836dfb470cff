//! What differs and what does not.

mod kinds;

use std::sync::Arc;

use super::super::{Citation, EvidenceFolder, Inquiry, Material, plain, table};
use super::Agrees;

/// What differs between `claim` and what a folder of one file says, that a note of the writer names.
fn differs(claim: &str, material: Material, language: &str) -> Vec<(String, String)> {
    let folder = EvidenceFolder::new(vec![Arc::new(material)], language).unwrap();
    let note = Citation { file: Some(0), ..Citation::default() };
    let shown = folder.excerpts(&Inquiry { words: claim, notes: vec![&note], ..Inquiry::default() }, 10).unwrap();
    let all = shown.iter().take(5).flat_map(|excerpt| &excerpt.compares);
    all.filter(|one| one.agrees == Agrees::No).map(|one| (one.claim.clone(), one.source.clone())).collect()
}

fn pairs(told: &[(&str, &str)]) -> Vec<(String, String)> {
    told.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_figure_that_differs_is_told_in_every_language_that_is_read() {
    let text = "Die Brücke kostet die Gemeinde 2,15 Millionen Euro im Jahr.";
    let found = differs("Die Brücke kostet die Gemeinde jedes Jahr 2,5 Millionen Euro", plain("a.txt", text), "de");
    assert_eq!(found, pairs(&[("2,5 Millionen Euro", "2,15 Millionen Euro")]));
}

#[test]
fn the_same_number_about_something_else_bears_nothing_out() {
    let text = "The two ferrymen worked together for 19 years.\n\nThe pier was mended 29 years later.\n";
    let found = differs("The ferrymen worked together for 29 years", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("29 years", "19 years")]));
}

#[test]
fn of_a_row_the_latest_year_counts_where_none_is_named() {
    let rows = || table("a.csv", "quay,2023,2024\nTimber Quay,51200,52100\n");
    assert_eq!(differs("Timber Quay took in 51,200 tonnes", rows(), "en"), pairs(&[("51,200 tonnes", "52100")]));
    assert_eq!(differs("Timber Quay took in 52,100 tonnes", rows(), "en"), []);
    assert_eq!(differs("In 2023 Timber Quay took in 51,200 tonnes", rows(), "en"), []);
}

#[test]
fn a_thousand_is_a_thousand_however_it_is_parted() {
    let rows = table("a.csv", "Jahr;Gäste\n2019;148300\n");
    assert_eq!(differs("Im Jahr 2019 zählte das Museum 148.300 Gäste", rows, "de"), []);
}

#[test]
fn a_share_that_a_table_stores_as_a_fraction_is_a_percentage() {
    let rows = || table("a.csv", "quay,share\nTimber Quay,0.12\n");
    let folder = EvidenceFolder::new(vec![Arc::new(rows())], "en").unwrap();
    let agrees = |words: &str| {
        let shown = folder.excerpts(&Inquiry { words, ..Inquiry::default() }, 5).unwrap();
        shown.iter().flat_map(|excerpt| &excerpt.compares).any(|one| one.agrees.is_agreement() && one.source == "0.12")
    };
    assert!(agrees("Timber Quay has a share of 12 percent"));
    assert!(!agrees("Timber Quay has a share of 14 percent"));
}

#[test]
fn turned_digits_where_the_note_says_differ_although_the_figure_stands_elsewhere() {
    let rows = || table("a.csv", "year;guests\n2022;97600\n2025;79600\n");
    let folder = EvidenceFolder::new(vec![Arc::new(rows())], "en").unwrap();
    let note = Citation { file: Some(0), locator: Some("row 2025".to_owned()), ..Citation::default() };
    let shown = folder
        .excerpts(&Inquiry { words: "Last year it had 97,600 guests", notes: vec![&note], ..Inquiry::default() }, 10)
        .unwrap();
    let against = shown.iter().flat_map(|excerpt| &excerpt.compares).filter(|one| one.agrees == Agrees::No);
    assert_eq!(against.map(|one| one.source.as_str()).collect::<Vec<_>>(), ["79600"]);
}

#[test]
fn what_was_so_in_another_year_bears_nothing_out() {
    let text = "Costs were 18.4 million euros.\n\nIn 2024 they had been 14.8 million.\n";
    let found = differs("The costs were 14.8 million", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("14.8 million", "18.4 million euros")]));
    let text = "Costs were 18.4 million euros.\n\nIn 2024 they had been 14.1 million.\n";
    assert_eq!(differs("The costs were 18.4 million", plain("a.txt", text), "en"), []);
}

#[test]
fn more_than_a_figure_is_not_less() {
    let text = "The offer for the quay names 29.5 million crowns.";
    let found = differs("The offer for the quay names more than 30 million", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("30 million", "29.5 million crowns")]));
}

#[test]
fn a_vote_is_set_beside_a_vote_side_by_side() {
    let text = "The plan was carried by 14 votes to 10.";
    assert_eq!(
        differs("The plan was carried by 15 votes to 9", plain("a.txt", text), "en"),
        pairs(&[("15", "14"), ("9", "10")])
    );
    assert_eq!(differs("The plan was carried by 14 votes to 10", plain("a.txt", text), "en"), []);
}

#[test]
fn a_year_is_set_beside_the_year_of_a_day() {
    let text = "The mill went bankrupt on 2 May 1977, six years after the quay had closed, in 1971.";
    assert_eq!(differs("until the mill went bankrupt in 1971", plain("a.txt", text), "en"), pairs(&[("1971", "1977")]));
}

#[test]
fn another_name_in_the_same_place_differs() {
    let text = "The choice is between growing and closing, writes Rhea Palm, chairwoman of the board.";
    let found =
        differs("Ivor Thrale writes that the choice is between growing and closing", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("Ivor Thrale", "Rhea Palm")]));
    let text = "We blame two dams upstream of Kellby.\n\nThe weir upstream of Kelham plays no part.";
    let found = differs("They blame two dams upstream of Kelham", plain("a.txt", text), "en");
    assert_eq!(found, pairs(&[("Kelham", "Kellby")]));
}

#[test]
fn somebody_else_who_is_spoken_of_beside_it_is_no_contradiction() {
    let text = "Rhea Palm opened the quay, and Ivor Thrale sang.\n\nIvor Thrale left in 2019.";
    assert_eq!(differs("Rhea Palm opened the quay", plain("a.txt", text), "en"), []);
    let text = "His contract ran to 2027.\n\nIn the whole League riders are on a contract of a year.";
    assert_eq!(differs("His contract with Norby ran to 2027", plain("a.txt", text), "en"), []);
}

/// Who says a thing in the article is nobody that the source must name.
#[test]
fn who_says_it_takes_nothing_from_what_is_said() {
    let differing = |claim: &str, text: &str| {
        let folder = EvidenceFolder::new(vec![Arc::new(plain("a.txt", text))], "en").unwrap();
        let shown = folder.excerpts(&Inquiry { words: claim, ..Inquiry::default() }, 5).unwrap();
        shown.iter().any(super::super::Excerpt::differs)
    };
    let text = "The quay cost 42 million crowns in 2023.";
    for claim in [
        "Mayor Ivor Thrale said the quay cost 44 million crowns in 2023.",
        "The quay cost 44 million crowns in 2023, the mayor said.",
        "According to the board, the quay cost 44 million crowns in 2023.",
    ] {
        assert!(differing(claim, text), "{claim}");
    }
    assert!(!differing("Mayor Ivor Thrale said the school cost 44 million crowns in 2023.", text));
}
