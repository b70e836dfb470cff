//! List items and headings inside one block.

use factdesk::propose::split;

use super::cuts;

fn lines(text: &str) -> Vec<&str> {
    split(text, "en").into_iter().map(|span| span.of(text)).collect()
}

#[test]
fn items_in_one_line_are_parted() {
    cuts(
        "en",
        &[
            "1) Buy rope | 2) Tie the boat | 3) Go home",
            "1. Buy rope | 2. Tie the boat",
            "1. Buy rope. | 2. Tie the boat. | 3. Go home.",
            "1.) Buy rope. | 2.) Tie the boat.",
            "a. buy rope | b. tie the boat | c. go home",
            "(i) Rope is bought. | (ii) The boat is tied. | (iii) Everyone goes home.",
            "(a) rope | (b) boat | (c) home",
            "• Rope is cheap | • Boats are not | • Homes are dear",
            "• 3. Rope | • 4. Boats",
            "It went on. | a) rope was bought | b) boats were tied",
        ],
    );
}

#[test]
fn numbers_that_only_look_like_markers_are_left() {
    cuts(
        "en",
        &[
            "He finished 2. | Then came the rest.",
            "The sins are: a) greed and b) sloth.",
            "How many? | 12. | The rest fled.",
            "J. Cole met K. Roe on 2nd Ave. in May.",
            "In 2019. it was 4 p.m. already.",
        ],
    );
    cuts("de", &["1. Altenhof steigt in die 2. Liga ab. | Der 3. Platz blieb leer."]);
}

#[test]
fn an_item_begins_on_its_own_line() {
    assert_eq!(
        lines("What is known:\n• Rope is cheap\n• Dr. Ode sells boats\nThe shop is shut."),
        ["What is known:", "• Rope is cheap", "• Dr. Ode sells boats", "The shop is shut."]
    );
    assert_eq!(
        lines("1. Rope is cheap.\n2. Boats are not.\n3. Go home."),
        ["1. Rope is cheap.", "2. Boats are not.", "3. Go home."]
    );
    assert_eq!(lines("Needed:\n- rope\n- a boat\n- Mr. Ode"), ["Needed:", "- rope", "- a boat", "- Mr. Ode"]);
    assert_eq!(lines("Much is needed.\n- rope\n- a boat"), ["Much is needed.", "- rope", "- a boat"]);
    assert_eq!(lines("i) Rope.\nii) Boats.\niii) Homes."), ["i) Rope.", "ii) Boats.", "iii) Homes."]);
    assert_eq!(lines("A. The rope\nB. The boat"), ["A. The rope", "B. The boat"]);
}

#[test]
fn a_blank_line_parts_and_a_line_break_does_not() {
    assert_eq!(lines("A heading\n\nThe ferry sank."), ["A heading", "The ferry sank."]);
    assert_eq!(lines("A heading\r\n \r\nThe ferry sank."), ["A heading", "The ferry sank."]);
    assert_eq!(lines("The ferry\nsank. Mr.\nCole swam."), ["The ferry\nsank.", "Mr.\nCole swam."]);
}

#[test]
fn blanks_are_no_sentence() {
    for text in ["", " ", "\n\n \t", "\u{a0}\u{3000}"] {
        assert!(split(text, "en").is_empty(), "{text:?}");
    }
    assert_eq!(lines("  The ferry sank. \n"), ["The ferry sank."]);
}
