//! What is found where the source says it in another way: abbreviations, formulas, words of one family.

use crate::Desk;

/// The files of the passages for `claim` in `sources`, best first.
fn found(claim: &str, sources: &[(&str, &str)]) -> Vec<String> {
    let draft = format!("The day at the harbour\n\n{claim}\n");
    let files: Vec<(String, &str)> = sources.iter().map(|(name, text)| (format!("sources/{name}"), *text)).collect();
    let files = files.iter().map(|(name, text)| (name.as_str(), *text));
    let desk = Desk::with(&files.chain([("draft.txt", draft.as_str())]).collect::<Vec<_>>());
    let (rows, _) = desk.told(&["evidence", "draft.txt", "sources", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["exact"] == claim).unwrap();
    let passages = row["passages"].as_array().unwrap().iter();
    passages.map(|passage| passage["file"].as_str().unwrap().trim_start_matches("sources/").to_owned()).collect()
}

/// Does `one` come before `other`?
fn before(found: &[String], one: &str, other: &str) -> bool {
    let at = |name| found.iter().position(|file| file == name).unwrap_or(usize::MAX);
    at(one) < at(other)
}

const BOARD: [(&str, &str); 4] = [
    ("letter.txt", "Letter\n\nOur members wrote to the Harbour Safety Board (HSB) twice.\n"),
    ("minutes.txt", "Minutes\n\nThe Harbour Safety Board shut the slipway after the storm, and the crane beside it.\n"),
    ("log.txt", "Log\n\nThe slipway and the crane behind it were shut by order of the HSB.\n"),
    ("diary.txt", "Diary\n\nBoys shut the slipway in jest.\n"),
];

#[test]
fn an_abbreviation_that_one_file_explains_finds_the_full_name_in_another() {
    let found = found("The HSB shut the slipway in spring.", &BOARD);
    assert!(before(&found, "minutes.txt", "diary.txt"), "{found:?}");
}

#[test]
fn a_full_name_finds_the_abbreviation_that_another_file_explains() {
    let found = found("The Harbour Safety Board shut the slipway in spring.", &BOARD);
    assert!(before(&found, "log.txt", "diary.txt"), "{found:?}");
}

#[test]
fn a_formula_is_found_where_its_figure_stands_apart() {
    let survey =
        "Survey\n\nOf CO 2 the old kiln at the upper works shed nine tonnes a day, more than all the lorries.\n";
    let found = found(
        "The kiln sheds less CO2 than before.",
        &[("survey.txt", survey), ("diary.txt", "Diary\n\nThe kiln sheds dust.\n")],
    );
    assert_eq!(found.first().unwrap(), "survey.txt");
}

#[test]
fn a_word_finds_another_of_its_family() {
    let found = found(
        "The inquiry concluded that the pier was sound.",
        &[
            ("report.txt", "Report\n\nThe conclusion of it all, after two years: a sound pier.\n"),
            ("diary.txt", "Diary\n\nThe painter of it said: a sound pier.\n"),
        ],
    );
    assert_eq!(found.first().unwrap(), "report.txt");
}
