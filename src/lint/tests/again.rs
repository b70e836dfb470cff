//! Tests of figures told a second time: in another unit, for each, as one in so many; and of the years that feasts are counted from.

use super::{Certainty, article, codes, found};
use crate::lint::findings;

#[test]
fn so_much_for_each_is_no_second_telling_of_the_whole() {
    for (language, text) in [
        ("en", "The fleet cost 8 million crowns, or 800,000 crowns for each of its 10 boats."),
        ("en", "The fleet cost 8 million crowns, or 800,000 crowns per boat."),
        ("en", "The fleet cost 8 million crowns, or 800,000 crowns a boat."),
        ("en", "The fleet cost 8 million crowns, or 800,000 a year."),
        ("en", "The fleet cost 8 million crowns (800,000 crowns each)."),
        ("en", "The fleet cost 8 million crowns, or 800,000 crowns more than planned."),
        ("en", "They ran 20 miles, or 4 kilometres a day."),
        ("en", "The stones weigh 3 tonnes, or 60 pounds each."),
        ("en", "The fleet cost 8 million crowns, or 800,000 crowns, for each of its 10 boats."),
        ("de", "Die Flotte kostet 8 Millionen Euro, also 800.000 Euro pro Schiff."),
        ("de", "Die Flotte kostet 8 Millionen Euro, also 800.000 Euro im Jahr."),
    ] {
        assert_eq!(codes(text, language), [], "{text}");
    }
    // The whole told again is held against the whole.
    assert_eq!(codes("The fleet cost Rs 8 crore, or 8 million rupees.", "en"), [("magnitude", Certainty::Error)]);
    assert_eq!(codes("They ran 20 miles, or 4 kilometres.", "en"), [("unit", Certainty::Error)]);
}

#[test]
fn one_in_so_many_is_held_against_its_percentage() {
    assert_eq!(codes("One in four, or 33 percent, said no.", "en"), [("share", Certainty::Doubt)]);
    for text in [
        "One in three, or 33 percent, said no.",
        "One in four, or 23 percent, said no.",
        "One in ten, or 11 percent, said no.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn a_majority_is_held_against_the_votes() {
    assert_eq!(codes("The vote was 31 to 20, a majority of 12.", "en"), [("difference", Certainty::Doubt)]);
    for text in [
        "The vote was 31 to 20, a majority of 11.",
        "The vote was 31 to 20, a majority of 31.",
        "The vote was 31 to 20, a majority of 61 percent.",
        "They moved 31 to 20, a majority of 12 friends.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn a_weekday_in_brackets_behind_what_was_on_that_day_is_its_own() {
    // 5 March 2024 was a Tuesday.
    assert_eq!(codes("The 5 March 2024 hearing (Monday) was short.", "en"), [("weekday", Certainty::Error)]);
    for text in ["The 5 March 2024 hearing (Tuesday) was short.", "On 5 March 2024 they left (Monday was too early)."] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn a_feast_is_held_against_what_it_is_of_and_the_year_it_is_kept_in() {
    assert_eq!(
        codes("The 20th anniversary of the flood of 1962 was marked in 1992.", "en"),
        [("anniversary", Certainty::Error)]
    );
    for text in [
        "The 30th anniversary of the flood of 1962 was marked in 1992.",
        "The 30th anniversary of the flood of 1962 was planned in 1990.",
        "On the 30th anniversary of the flood, of 1962 in the main, a book of 1999 came out.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    let dated = |text: &str| codes(&format!("~ 13 May 2024\n{text}"), "en");
    let choir = "The choir, founded in 1994, celebrates its";
    assert_eq!(dated(&format!("{choir} 20th anniversary this year.")), [("anniversary", Certainty::Error)]);
    assert_eq!(dated(&format!("{choir} 30th anniversary this year.")), []);
    assert_eq!(dated(&format!("{choir} 40th anniversary in ten years.")), []);
    assert_eq!(codes(&format!("{choir} 20th anniversary this year."), "en"), []);
}

#[test]
fn an_age_told_with_the_birth_is_held_against_the_day_of_writing() {
    let told = |text: &str| found(&format!("~ 13 May 2024\n{text}"), "en").len();
    assert_eq!(told("She is 50 and was born in 1964."), 1);
    assert_eq!(told("She is 60 and was born in 1964."), 0);
    assert_eq!(told("The table is 50 and was bought by those born in 1964."), 0);
    let mut undated = article("She is 70 and was born in 1964.", "en");
    undated.provenance.imported_at = "2024-05-13T10:00:00Z".into();
    assert_eq!(findings(&undated).len(), 1);
}
