//! Tests of changes, differences, rates and shares in whatever order a sentence tells them.

use super::{Certainty, codes};

/// Language, kind, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("en", "change", "Fares rose 50 percent to $50 from $40.", "Fares rose 25 percent to $50 from $40."),
    ("en", "change", "Fares climbed to $50 from $40, up 50 percent.", "Fares climbed to $50 from $40, up 25 percent."),
    (
        "en",
        "change",
        "Catches were 60 million tonnes, up 50 percent from 50 million tonnes.",
        "Catches were 60 million tonnes, up 20 percent from 50 million tonnes.",
    ),
    (
        "en",
        "change",
        "Tolls were up 40 percent to 60 million, compared with 50 million a year earlier.",
        "Tolls were up 20 percent to 60 million, compared with 50 million a year earlier.",
    ),
    (
        "en",
        "change",
        "In 2001 the port had 6,000 berths, in 2021 it had 9,000, an increase of 30 percent.",
        "In 2001 the port had 6,000 berths, in 2021 it had 9,000, an increase of 50 percent.",
    ),
    ("en", "change", "The fleet shrank by a third, from 90 to 80.", "The fleet shrank by a third, from 90 to 60."),
    ("en", "change", "Tolls nearly tripled, from 20 to 30 crowns.", "Tolls nearly tripled, from 20 to 57 crowns."),
    (
        "en",
        "change",
        "Tolls more than doubled, from 20 to 30 crowns.",
        "Tolls more than doubled, from 20 to 50 crowns.",
    ),
    (
        "en",
        "points",
        "The list took 25 percent, up 5 percent from the 20 percent of 2020.",
        "The list took 25 percent, up 5 percentage points from the 20 percent of 2020.",
    ),
    (
        "en",
        "difference",
        "The crew was cut from 80 to 55, a loss of 35 hands.",
        "The crew was cut from 80 to 55, a loss of 25 hands.",
    ),
    ("en", "difference", "The toll went up by $15, from $20 to $45.", "The toll went up by $25, from $20 to $45."),
    (
        "en",
        "difference",
        "The mast is 40 metres tall, 15 metres taller than the 30-metre crane.",
        "The mast is 40 metres tall, 10 metres taller than the 30-metre crane.",
    ),
    (
        "en",
        "difference",
        "She won 4,120 votes to his 3,910, a margin of 310.",
        "She won 4,120 votes to his 3,910, a margin of 210.",
    ),
    (
        "en",
        "rate",
        "The 20 boats cost $30,000 each, a total of $800,000.",
        "The 20 boats cost $30,000 each, a total of $600,000.",
    ),
    (
        "en",
        "rate",
        "Each of the 30 pilots gave 20 hours, 700 hours in all.",
        "Each of the 30 pilots gave 20 hours, 600 hours in all.",
    ),
    (
        "en",
        "rate",
        "A berth is 50 euros a month, or 500 euros a year.",
        "A berth is 50 euros a month, or 600 euros a year.",
    ),
    (
        "en",
        "share",
        "It costs 30 million crowns, ten percent of the budget of 200 million crowns.",
        "It costs 20 million crowns, ten percent of the budget of 200 million crowns.",
    ),
    (
        "en",
        "share",
        "Three in five of the 200 pilots, 90 people, came.",
        "Three in five of the 200 pilots, 120 people, came.",
    ),
    ("en", "share", "Half, or 30, of the 80 pilots asked said yes.", "Half, or 40, of the 80 pilots asked said yes."),
    (
        "de",
        "share",
        "Von 400 Booten sanken 100, das sind 40 Prozent.",
        "Von 400 Booten sanken 100, das sind 25 Prozent.",
    ),
    (
        "de",
        "change",
        "Der Umsatz sank um 40 Prozent auf 30 Millionen Euro nach 40 Millionen Euro im Vorjahr.",
        "Der Umsatz sank um 25 Prozent auf 30 Millionen Euro nach 40 Millionen Euro im Vorjahr.",
    ),
    (
        "de",
        "points",
        "Die Zahl stieg von 40 auf 44 Prozent, also um 4 Prozent.",
        "Die Zahl stieg von 40 auf 44 Prozent, also um 4 Prozentpunkte.",
    ),
    (
        "fr",
        "change",
        "Le nombre de bateaux a doublé, passant de 2 000 à 6 000.",
        "Le nombre de bateaux a doublé, passant de 2 000 à 4 000.",
    ),
    (
        "es",
        "change",
        "El número de barcos se duplicó, de 2.000 a 6.000.",
        "El número de barcos se duplicó, de 2.000 a 4.000.",
    ),
    (
        "es",
        "share",
        "De 400 barcos, 100 se hundieron, es decir, el 40 por ciento.",
        "De 400 barcos, 100 se hundieron, es decir, el 25 por ciento.",
    ),
    (
        "sv",
        "share",
        "Av 400 båtar sjönk 100, det vill säga 40 procent.",
        "Av 400 båtar sjönk 100, det vill säga 25 procent.",
    ),
];

#[test]
fn a_change_a_rate_and_a_share_are_reckoned_in_whatever_order_they_are_told() {
    let told = |language: &str, text: &str| codes(text, language).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS.iter().filter(|(language, code, wrong, _)| told(language, wrong) != [*code]);
    assert_eq!(missed.map(|(language, _, wrong, _)| (told(language, wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(language, .., right)| !codes(right, language).is_empty());
    assert_eq!(alarmed.map(|(language, .., right)| (told(language, right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn figures_that_only_stand_beside_each_other_are_not_reckoned_with() {
    for text in [
        "Fares rose 12 percent to $50 from $40, after inflation.",
        "Tolls rose to 60 million from 50 million, a rise of 17 percent at constant exchange rates.",
        "Tolls were up 12 percent to 60 million, compared with the 70 million that was expected.",
        "In 2001 the port had 6,000 berths, in 2021 it had 9,000 boats, an increase of 30 percent in noise.",
        "Tolls nearly doubled, from 20 to 38 crowns, and more than doubled, from 20 to 90 crowns.",
        "The vote went from 4,000 to 5,000, a gain of three seats.",
        "The crew was cut from 80 to 55, a loss of 35 more than elsewhere.",
        "The 20 boats cost $30,000 each, and the mole $800,000.",
        "She sold 300 maps at $20 each and owed the yard $8,000.",
        "Each of the 30 pilots gave 20 hours, and the yard 700 hours.",
        "A berth is 50 euros a month, or 55 euros a month in June; a clerk has 2,000 euros a month, or 26,000 a day.",
        "It costs 30 million crowns, ten percent of what the 200 million crowns of last year bought.",
        "Three in five of the 200 pilots, 90 women among them, came.",
        "The mast is 40 metres tall, and 15 metres of rope are longer than the 30-metre crane.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    // Thirteen wages a year are paid in places.
    let wages = "A pilot has 2,000 euros a month, or 26,000 euros a year.";
    assert_eq!(codes(wages, "en"), [("rate", Certainty::Doubt)]);
}
