//! What differs and what does not.

use std::sync::Arc;

use super::super::{Citation, Folder, Material, plain, table};
use super::Agrees;

/// What differs between `claim` and what a folder of one file says, that a note of the writer names.
fn differs(claim: &str, material: Material, language: &str) -> Vec<(String, String)> {
    let folder = Folder::new(vec![Arc::new(material)], language).unwrap();
    let note = Citation { file: Some(0), ..Citation::default() };
    let shown = folder.excerpts(claim, &[], &[&note], 10).unwrap();
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
