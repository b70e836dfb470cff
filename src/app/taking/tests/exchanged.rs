//! Figures in each other's places and dates of what happens once: each pair with its twin that says the same.

use super::{CONTRADICTS, SUPPORTS, all_bear, bears};
use crate::review::Support;

/// The pairs, in English.
fn english<const N: usize>(
    pairs: [(&'static str, &'static str); N],
) -> [(&'static str, &'static str, &'static str); N] {
    pairs.map(|(claim, passage)| ("en", claim, passage))
}

#[test]
fn figures_in_each_others_places_contradict() {
    let pairs = [
        ("The barge holds 140 crates and 260 barrels.", "The barge holds 260 crates and 140 barrels."),
        (
            "The guild paid 3 crowns for hemp and 8 crowns for tar.",
            "The guild paid 8 crowns for hemp and 3 crowns for tar.",
        ),
        (
            "Norby paid 3 million crowns and Asker 5 million crowns.",
            "Norby paid 5 million crowns and Asker 3 million crowns.",
        ),
        ("The kennel took in 12 dogs in 2020 and 15 in 2021.", "The kennel took in 15 dogs in 2020 and 12 in 2021."),
        ("The toll rose from 16 to 29 crowns.", "The toll rose from 29 to 16 crowns."),
        ("Ada Lunt and Per Odal drew 310 and 280 votes.", "Ada Lunt and Per Odal drew 280 and 310 votes."),
        ("Ada Lunt and Per Odal drew 310 and 280 votes.", "Ada Lunt drew 280 votes and Per Odal drew 310 votes."),
        ("The choir has 24 women and 18 men.", "The choir has 18 women and 24 men."),
        ("The yard sold 800 sails in Norby and 450 in Asker.", "The yard sold 450 sails in Norby and 800 in Asker."),
        ("Norby (3,000 crates) and Asker (4,500) will merge.", "Norby (4,500 crates) and Asker (3,000) will merge."),
        ("Twelve coopers and 18 sawyers signed the pledge.", "Twelve sawyers and 18 coopers signed the pledge."),
        ("The fire killed 14 people and injured 52.", "The fire killed 52 people and injured 14."),
        ("The tower is 80 metres high and 12 metres wide.", "The tower is 12 metres high and 80 metres wide."),
        ("There were 9 votes for the pier and 4 against.", "There were 4 votes for the pier and 9 against."),
    ];
    all_bear(CONTRADICTS.as_ref(), &english(pairs));
}

#[test]
fn figures_in_each_others_places_contradict_in_every_language() {
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("de", "Die Barke fasst 140 Kisten und 260 Fässer.", "Die Barke fasst 260 Kisten und 140 Fässer."),
            ("de", "Die Zahl der Böttcher stieg von 29 auf 41.", "Die Zahl der Böttcher sank von 41 auf 29."),
            ("fr", "La barque porte 130 caisses et 45 tonneaux.", "La barque porte 45 caisses et 130 tonneaux."),
            ("es", "La barca lleva 130 cajas y 45 barriles.", "La barca lleva 45 cajas y 130 barriles."),
            ("sv", "Pråmen har 340 lådor och 28 tunnor.", "Pråmen har 28 lådor och 340 tunnor."),
        ],
    );
}

#[test]
fn figures_told_in_another_order_bear_it_out() {
    let pairs = [
        ("The barge holds 140 crates and 260 barrels.", "The barge holds 260 barrels and 140 crates."),
        (
            "The guild paid 3 crowns for hemp and 8 crowns for tar.",
            "The guild paid 8 crowns for tar and 3 crowns for hemp.",
        ),
        (
            "The kennel took in 12 dogs in 2020 and 15 in 2021.",
            "In 2021 the kennel took in 15 dogs, in 2020 it took in 12.",
        ),
        ("Ada Lunt and Per Odal drew 310 and 280 votes.", "Ada Lunt drew 310 votes and Per Odal drew 280 votes."),
        ("The choir has 24 women and 18 men.", "The choir has 18 men and 24 women."),
        ("The barge holds 140 crates and 260 barrels.", "Some 260 barrels and 140 crates are what the barge holds."),
        ("Twelve coopers and 18 sawyers signed the pledge.", "The pledge was signed by 18 sawyers and twelve coopers."),
        // The noun stands once, and is said of both.
        ("The fire killed 14 people and injured 52.", "The fire injured 52 people and killed 14."),
        ("There were 9 votes for the pier and 4 against.", "There were 4 votes against the pier and 9 for."),
        ("The toll rose to 41 crowns from 29.", "The toll rose from 29 to 41 crowns."),
    ];
    all_bear(SUPPORTS.as_ref(), &english(pairs));
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("de", "Die Barke fasst 140 Kisten und 260 Fässer.", "Die Barke fasst 260 Fässer und 140 Kisten."),
            ("fr", "La barque porte 130 caisses et 45 tonneaux.", "La barque porte 45 tonneaux et 130 caisses."),
            ("sv", "Pråmen har 340 lådor och 28 tunnor.", "Pråmen har 28 tunnor och 340 lådor."),
        ],
    );
}

#[test]
fn another_date_of_what_happens_once_contradicts_whatever_else_agrees() {
    let pairs = [
        ("The cooper was born in 1874.", "The cooper was born in 1847 and died in 1874."),
        ("The ferry was built in 1987 and carried 96 cars.", "The ferry was built in 1978 and carried 96 cars."),
        (
            "The ferry was built in 1987 and carries 96 cars.",
            "The ferry was built in 1978, refitted in 1987 and carries 96 cars.",
        ),
        ("The museum opened in 1962 and shows 240 boats.", "The museum opened in 1964 and shows 240 boats."),
        (
            "The mill closed in 1998 and 230 people lost their jobs.",
            "When the mill closed in 1989, 230 people lost their jobs.",
        ),
        ("Built in 1987, the ferry carries 96 cars.", "The ferry, which was built in 1978, carries 96 cars."),
    ];
    all_bear(CONTRADICTS.as_ref(), &english(pairs));
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            (
                "de",
                "Die Fähre wurde 1987 gebaut und fasst 96 Autos.",
                "Die Fähre wurde 1978 gebaut und fasst 96 Autos.",
            ),
            (
                "fr",
                "Le bac a été construit en 1987 et porte 96 autos.",
                "Le bac a été construit en 1978 et porte 96 autos.",
            ),
            ("sv", "Färjan byggdes 1987 och tar 96 bilar.", "Färjan byggdes 1978 och tar 96 bilar."),
        ],
    );
}

#[test]
fn the_same_date_bears_it_out_and_that_of_something_else_contradicts_nothing() {
    let pairs = [
        ("The ferry was built in 1987 and carried 96 cars.", "The ferry, built in 1987, carried 96 cars."),
        (
            "The ferry was built in 1987 and carries 96 cars.",
            "The ferry was built in 1987, refitted in 1999 and carries 96 cars.",
        ),
        (
            "The mill closed in 1998 and 230 people lost their jobs.",
            "When the mill closed in March 1998, 230 people lost their jobs.",
        ),
    ];
    all_bear(SUPPORTS.as_ref(), &english(pairs));
    // What was built then is something else.
    let told = |noted: (Option<Support>, Option<Support>)| [noted.0, noted.1].contains(&CONTRADICTS);
    for passage in [
        "The quay was built in 1978, and the ferry carries 96 cars.",
        "The ferry carries 96 cars, and its slip was built in 1978.",
    ] {
        assert!(!told(bears("The ferry was built in 1987 and carries 96 cars.", passage, "en")), "{passage}");
    }
    // What recurs is told of another year, and is no contradiction.
    all_bear(None, &english([("The yard sold 12 boats in 2020.", "The yard sold 12 boats in 2019.")]));
}
