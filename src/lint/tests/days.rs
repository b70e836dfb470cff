//! Tests of weekdays beside their dates: dates in figures, in brackets, before and behind, in runs, and of feasts.

use super::{Certainty, codes, found};

/// Language, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str)] = &[
    ("en", "The pier shuts on Friday, 2021-06-03, at noon.", "The pier shuts on Thursday, 2021-06-03, at noon."),
    ("en", "The pier shut on Friday 23/06/2022.", "The pier shut on Thursday 23/06/2022."),
    ("en", "The pier shut on Friday, 6/23/2022.", "The pier shut on Thursday, 6/23/2022."),
    ("en", "The pier shut on Friday (23 June 2022) at noon.", "The pier shut on Thursday (23 June 2022) at noon."),
    (
        "en",
        "The pier shut on 23 June 2022, which was a Friday.",
        "The pier shut on 23 June 2022, which was a Thursday.",
    ),
    ("en", "The pier shut on 23 June 2022 (a Friday) at noon.", "The pier shut on 23 June 2022 (a Thursday) at noon."),
    ("en", "The pier shut on June 23, 2022, Friday.", "The pier shut on June 23, 2022, Thursday."),
    ("en", "The pier shut on 23 June 2022 — Friday — at noon.", "The pier shut on 23 June 2022 — Thursday — at noon."),
    ("en", "On Friday evening, 23 June 2022, the pier shut.", "On Thursday evening, 23 June 2022, the pier shut."),
    (
        "en",
        "The fair ran from Tuesday, 5 May to Thursday, 8 May 2025 on the pier.",
        "The fair ran from Monday, 5 May to Wednesday, 7 May 2025 on the pier.",
    ),
    (
        "en",
        "The fair ran from Tuesday, 5 May 2025 to Wednesday, 7 May 2025.",
        "The fair ran from Monday, 5 May 2025 to Wednesday, 7 May 2025.",
    ),
    (
        "en",
        "It runs from Sunday, 5 May until Wednesday, 7 May 2025.",
        "It runs from Monday, 5 May until Wednesday, 7 May 2025.",
    ),
    (
        "en",
        "It runs from Monday, 29 December to Saturday, 2 January 2027.",
        "It runs from Tuesday, 29 December to Saturday, 2 January 2027.",
    ),
    ("en", "Christmas Day 2023 was a Sunday.", "Christmas Day 2023 was a Monday."),
    ("en", "The vote is planned for June 31, she said.", "The vote is planned for June 30, she said."),
    (
        "en",
        "The pier shut on 23 June 2022. It was a Friday, and it rained.",
        "The pier shut on 23 June 2022. It was a Thursday, and it rained.",
    ),
    (
        "de",
        "Der Steg schloss am Freitag, 23.06.2022, um zwölf.",
        "Der Steg schloss am Donnerstag, 23.06.2022, um zwölf.",
    ),
    ("de", "Der Steg schloss am Freitag, den 23.6.2022.", "Der Steg schloss am Donnerstag, den 23.6.2022."),
    ("de", "Der Steg schloss am Freitag, 23. 6. 2022.", "Der Steg schloss am Donnerstag, 23. 6. 2022."),
    ("de", "Am Freitag (23.6.2022) schloss der Steg.", "Am Donnerstag (23.6.2022) schloss der Steg."),
    ("de", "Der Steg schloss am 23.06.2022, einem Freitag.", "Der Steg schloss am 23.06.2022, einem Donnerstag."),
    ("de", "Am Freitagabend, 23. Juni 2022, schloss der Steg.", "Am Donnerstagabend, 23. Juni 2022, schloss der Steg."),
    ("fr", "Le quai a fermé le vendredi 23/06/2022 à midi.", "Le quai a fermé le jeudi 23/06/2022 à midi."),
    ("fr", "Le quai a fermé le 23 juin 2022, un vendredi.", "Le quai a fermé le 23 juin 2022, un jeudi."),
    ("es", "El muelle cerró el viernes 23/06/2022.", "El muelle cerró el jueves 23/06/2022."),
    ("es", "El muelle cerró el viernes (23 de junio de 2022).", "El muelle cerró el jueves (23 de junio de 2022)."),
    ("sv", "Bryggan stängdes fredag 2022-06-23 mitt på dagen.", "Bryggan stängdes torsdag 2022-06-23 mitt på dagen."),
    (
        "sv",
        "Bryggan stängdes den 23 juni 2022, som var en fredag.",
        "Bryggan stängdes den 23 juni 2022, som var en torsdag.",
    ),
];

#[test]
fn a_weekday_is_held_against_its_date_however_the_two_are_written() {
    let told = |language: &str, text: &str| codes(text, language).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS
        .iter()
        .filter(|(language, wrong, _)| !matches!(told(language, wrong).as_slice(), ["weekday" | "calendar"]));
    assert_eq!(missed.map(|(language, wrong, _)| (told(language, wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(language, _, right)| !codes(right, language).is_empty());
    assert_eq!(alarmed.map(|(language, _, right)| (told(language, right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn a_day_of_the_week_that_is_not_the_dates_own_is_left_alone() {
    for text in [
        // Nobody knows which of the two is the month.
        "The pier shut on Friday, 03/06/2022, at noon.",
        "Version 23/06/2022/4 of the plan came on Friday.",
        "It is open Monday to Friday (23 June 2022 to 30 June 2022).",
        "It is open every Friday (23 June 2022 excepted).",
        "It shuts on 23 June 2022, Friday's storm or not.",
        "It shuts on 23 June 2022, Friday, Saturday and Sunday.",
        "23 June 2022 was a Monday-to-Friday sort of day.",
        "The pier shut on 23 June 2022. It was a Friday that she never forgot.",
        "The pier shut on 23 June 2022 and opened on 25 June 2022. It was a Saturday.",
        "She came on Friday (her letter of 23 June 2022 was lost).",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    for text in ["Heft 23.6.2022.4 kam am Freitag.", "Am Freitag, 14.30 Uhr, kam sie.", "Freitag, 2.5.: Ruhetag."] {
        assert_eq!(codes(text, "de"), [], "{text}");
    }
}

#[test]
fn degrees_below_zero_are_converted_with_their_sign() {
    for text in [
        "It was -10 °C (14 °F) on the pier.",
        "It was −10 °C (14 °F) on the pier.",
        "It was minus 10 degrees Celsius (14 degrees Fahrenheit).",
        "It was 10 degrees Celsius below zero (14 degrees Fahrenheit).",
        "It was minus 40 degrees Celsius (minus 40 degrees Fahrenheit).",
        "It was 40 C (104 F), or 40 degrees Celsius (104 Fahrenheit).",
        "Vitamin 40 C (84 of them) and the 12 F (bus) came.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    for text in [
        "It was minus 20 degrees Celsius (minus 20 degrees Fahrenheit).",
        "It was -10 °C (50 °F) on the pier.",
        "It was 40 C (84 F) on the pier.",
        "It was 40 degrees Celsius (84 Fahrenheit) on the pier.",
    ] {
        assert_eq!(codes(text, "en"), [("unit", Certainty::Error)], "{text}");
    }
}

#[test]
fn the_sentence_about_a_date_in_figures_names_it_as_it_stands() {
    let told = found("Der Steg schloss am Freitag, 23.06.2022.", "de");
    assert_eq!(
        told.iter().map(|one| one.says.as_str()).collect::<Vec<_>>(),
        ["23.06.2022 was a Thursday, the text says Freitag"]
    );
}
