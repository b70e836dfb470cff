//! Tests of what must not alarm: figures that are none, and texts that are odd.

use super::codes;

/// What is wrong with a text, and the text; nothing contradicts itself in any.
const ODD: &[(&str, &str)] = &[
    (
        "years that are none",
        "It was told on 14 March 0 and on 3 June 99999, and in the year 0 and in 99999 nothing happened.",
    ),
    ("year 0 against a weekday", "It was Monday, 1 January 0, or Sunday, 1 January 99999, in the game."),
    (
        "percent of zero",
        "Of 0 boats, 0, or 0 percent, sank; growth fell by 0 percent, from 0 to 0, a rise of 0 percent.",
    ),
    ("from zero", "Membership rose from 0 to 12, a rise of 100 percent, and fell from 12 to 0."),
    (
        "Roman numerals",
        "Chapter XIV of volume III tells how Louis XIV and Louis XVI met Pius IX, not Pius XI, in MCMXCIX.",
    ),
    ("scores", "They won 3-2, 21:19 and 104–98, after 2-3 and 19:21, and the set went 7-6 (7-5), 6-7 (5-7)."),
    ("phone numbers", "Call 1-202-555-0100, (202) 555-0199, +44 20 7946 0018 or 0049 30 901820, not 1-202-555-0101."),
    ("versions", "Version 2.0.1 mends version 2.0.10 and 1.2.0; use 10.4 or 10.40, not v4.10."),
    ("coordinates", "It lies at 51°30′ N, 0°7′ W, at 51.5074, -0.1278, and not at 51.5047, -0.1287."),
    (
        "models",
        "An A320 beside an A230, the G7 and the G20, a 4x4, a 747-400, an F-16, an MP3, STS-135 and a Boeing 737.",
    ),
    ("prices", "It cost $5, then $10, then $20 in the shop, £4 or 5 euros apart, $1,200 and $2,100 with tax."),
    ("prices in a row", "Tickets are $12, $15 and $21; children pay $6, $7.50 and $10.50, families $30, $37 and $52."),
    ("times and places", "The 9.15 from platform 4 left at 9:51 a.m. from platform 14, row 12, seat 21."),
    ("dates by the bar", "On 9/11, on 11/9, at 24/7 and in 1/2 of the cases, 3/4 of an inch wide."),
    ("a thousand digits with marks", "It says 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15.16.17 and 1.1.1.1.1.1.1.1.1.1.1."),
    ("signs alone", "$ % € 5$ $$5 %% 5 %5 £- -5 +5 ±5 5± 5° °5 №5 #5 §5."),
];

#[test]
fn figures_that_are_none_alarm_nobody() {
    for (what, text) in ODD {
        for language in ["en", "de", "fr", "es", "sv", "pl", ""] {
            assert_eq!(codes(text, language), [], "{what}, {language}: {text}");
        }
    }
}

#[test]
fn numbers_of_a_thousand_digits_alarm_nobody() {
    let (nines, ones) = ("9".repeat(1000), "1".repeat(1000));
    for text in [
        format!("From {nines} to {ones} is a rise of {nines} percent, {nines} times {ones}."),
        format!("It cost ${nines} million billion trillion, or {ones} crore (5 million)."),
        format!("{nines}.{ones} miles ({ones},{nines} km) in {nines} years, from {ones} until {nines}."),
        format!("Founded in {nines}, {ones} years before it was sold in {nines}."),
        format!("Die {nines} Milliarden ({ones} Millionen) und {nines} Prozent."),
        format!("9{} crore crore crore crore (5 million)", "0".repeat(27)),
    ] {
        assert_eq!(codes(&text, "en"), [], "{}", text.chars().take(60).collect::<String>());
        assert_eq!(codes(&text, "de"), [], "{}", text.chars().take(60).collect::<String>());
    }
}

#[test]
fn tables_and_texts_without_a_stop_alarm_nobody() {
    let rows = |row: &str| row.repeat(10_000);
    for text in [
        rows("| 12 | 340 | 7,5 | 1999 | A-12 |\n"),
        rows("12\t340\t7.5 %\t1999\t$4\n"),
        rows("so many words without a stop 12 and 13 from 5 to 4 percent "),
        rows("one and two and three hundred and forty "),
        rows("1999 2001 1998 "),
        rows("(5 million "),
        rows("in 1998, 12 years before "),
        rows("“ "),
        rows("\u{301}\u{202e}12\u{a0}%"),
    ] {
        assert_eq!(codes(&text, "en"), [], "{}", text.chars().take(40).collect::<String>());
    }
}

#[test]
fn a_table_with_prices_and_names_alarms_nobody() {
    let row = |at: usize| format!("{at},{} homes,{}.5 %,{},${}", at * 37 % 1000, at % 100, 1900 + at % 120, at * 13);
    let named = |at: usize| {
        let first = ["Anna", "Carl", "Dora", "Erik"][at % 4];
        let last = ["Halberg", "Lindal", "Stenvik", "Rosmark", "Holmgren"][at % 5];
        format!("{first} {last}, {} votes, fee ${}", at * 7919 % 20_011, at * 104_729 % 9973)
    };
    for rows in [100, 10_000] {
        for text in [(0..rows).map(row).collect::<Vec<_>>(), (0..rows).map(named).collect()] {
            assert_eq!(codes(&text.join("\n"), "en"), [], "{rows} rows: {}", text[7]);
        }
    }
}
