//! Tests of figures that mean something else than they seem to: measures in two units, differences of degrees, lists in brackets, figures of
//! another year or of a part, and slips that the text names itself.

use super::codes;

/// Kind of the slip, a text with it, and the same without.
const SLIPS: &[(&str, &str, &str)] = &[
    ("unit", "The mast is 7 feet 3 inches (2.51 m) high.", "The mast is 7 feet 3 inches (2.21 m) high."),
    ("unit", "The mast is 2.51 m (7 feet 3 inches) high.", "The mast is 2.21 m (7 feet 3 inches) high."),
    ("unit", "The calf weighed 5 pounds 6 ounces (3.9 kg).", "The calf weighed 5 pounds 6 ounces (2.4 kg)."),
    ("unit", "He weighs 12 stone 5 pounds (92 kg).", "He weighs 12 stone 5 pounds (78 kg)."),
    ("unit", "The path is 2 miles 400 yards (5.6 km) long.", "The path is 2 miles 400 yards (3.6 km) long."),
    (
        "unit",
        "The pond warmed to 20 degrees Celsius (36 degrees Fahrenheit).",
        "The pond warmed by 20 degrees Celsius (36 degrees Fahrenheit).",
    ),
    (
        "unit",
        "It was 20 degrees Celsius (36 degrees Fahrenheit) at noon.",
        "It was 20 degrees Celsius (68 degrees Fahrenheit) at noon.",
    ),
    (
        "unit",
        "A 20-gallon (130-litre) tank leaked.",
        "A 20-gallon (91-litre) tank leaked, and so did one of 20 gallons (76 litres).",
    ),
    (
        "unit",
        "It used 200 tons (100,000 kg) of straw.",
        "It used 200 tons (203,000 kg) of straw, and 200 tons (200 tonnes) of sand.",
    ),
    (
        "unit",
        "The tank lost 2,000 barrels (500,000 litres).",
        "The tank lost 2,000 barrels (318,000 litres), and the brewer 100 barrels (16,400 litres) of ale.",
    ),
    (
        "count",
        "It has yards in four towns (Alby, Borg and Dal).",
        "It has yards in four towns (Alby, Borg, Dal and Ek).",
    ),
    ("count", "Three clerks (Anna Dahl and Per Lind) left.", "Two clerks (Anna Dahl and Per Lind) left."),
    (
        "change",
        "Fares rose from 40 to 50 crowns, an increase of 20 percent.",
        "Fares rose from 40 to 50 crowns, an increase of 2.3 percent a year.",
    ),
    ("share", "Of 80 boats, 20 sank, or 40 percent.", "Of 80 boats, 20 sank, or 40 percent of those at sea."),
    (
        "difference",
        "The fair took in $9,000 and spent $7,000, a profit of $1,500.",
        "The fair took in $9,000 and spent $7,000, a profit of $1,500 after tax.",
    ),
    ("weekday", "It sank on Monday, 13 May 2025.", "The letter, dated Monday, 13 May 2025, is a forgery."),
    (
        "order",
        "She ran the yard from 2012 to 1987.",
        "The story is told back, from 2012 to 1987, and lice fell from 2012 to 1987 in a year.",
    ),
    (
        "count",
        "It was signed by the two cities Alby, Borg and Corvo.",
        "It was signed by the three cities Alby, Borg and Corvo.",
    ),
    ("age", "In 2003 the painter, born in 1936, died aged 36.", "In 2003 the painter, born in 1936, died aged 66."),
    (
        "unit",
        "The sea warmed to 20 degrees Celsius (36 degrees Fahrenheit).",
        "The sea warmed to 20 degrees Celsius (68 degrees Fahrenheit).",
    ),
    (
        "points",
        "It raised its rate by 50 basis points from 4.25 percent to 4.50 percent.",
        "It raised its rate by 25 basis points from 4.25 percent to 4.50 percent.",
    ),
    ("change", "The catch rose from 15 to 9 tons.", "The catch fell from 15 to 9 tons."),
    (
        "headline",
        "# Yard cuts 700 jobs\nThe yard cuts 750 jobs this year, it said.",
        "# Yard cuts 700 jobs\nThe yard cuts 300 jobs this year and 400 jobs next year, it said.",
    ),
    (
        "acronym",
        "The Coast Rescue Board (CRB) and the Choir of Roda Bay (CRB) met.",
        "The Coast Rescue Corporation (CRC) met. The Coast Rescue Corp (CRC) left.",
    ),
];

/// Right texts that are like some of those.
const RIGHT: &[&str] = &[
    "The sea was 3 °C (5.4 °F) warmer than in 2010, and rose to 12 °C (54 °F).",
    "Three guests (a man and two boys) left, and four (Anna Dahl and her sons) stayed.",
    "She has five shops (two in Alby and three in Borg).",
    "Seven and two, nine in all, and one make ten.",
    "An earlier version of this article said that the fair was on Monday, 13 May 2025.",
    "On Wednesday, 7 November 1917 (Old Style), it snowed.",
    "The yard is open Monday to Friday, 13 May 2025 to 20 June 2025.",
    "He won $100 (£5 after costs), and paid 0 euros ($0).",
    "Lena Marsh wrote it. It gave its report in March 2024, and it ran in March.",
    // Each part has a whole of its own.
    "In the drug group 30 of 1,000 patients (3 percent) fell ill, against 50 of 500 (10 percent) in the other.",
    "In Alby 20 of 80 members (25 percent) voted no, in Borg 30 of the 60 (50 percent).",
    "Ten of 40 boys (25 percent) and 20 of 50 girls (40 percent) passed.",
    "In 2023, 3,000 of the 12,000 residents (25 percent) were old; in 2033 it will be 4,000 of 11,000 (36 percent).",
    // Names stand right behind what is counted; a clause tells of an item.
    "It was signed by the three cities Alby, Borg and Corvo.",
    "The prize is shared by the three boatmen Anna Dahl, Carl Lindal and Dora Stenvik.",
    "There were two reasons: cost, which was high, and time.",
    "It has two guests: Anna Dahl, the mayor, and Carl Lindal.",
    // The year is that of something else.
    "The report of 2020 says that the man, born in 1980, was 14 when it happened.",
    "A street was named in 1999 after the painter, born in 1900, who died aged 36.",
    "The 2019 film shows how the singer, born in 1948, became famous at the age of 17.",
    "The writer, born in 1950, recalled in 2010 that he was 20 when the war ended.",
    // Degrees between two temperatures, and those of an oven.
    "The treaty is to limit global warming to 1.5 degrees Celsius (2.7 degrees Fahrenheit).",
    "The 1.5-degree Celsius (2.7-degree Fahrenheit) goal is out of reach.",
    "A margin of 0.5 degrees Celsius (0.9 degrees Fahrenheit) separates the two.",
    "Heat the oven to 200 degrees Celsius (400 degrees Fahrenheit).",
    // The first place is the best, and what is called false is not said.
    "The club rose from 15 to 9 in the standings.",
    "The country rose from 9 to 4 in the press freedom index.",
    "The claim that unemployment has doubled from 5 to 8 percent is false.",
    "It raised its rate by 25 basis points from 4.25 percent to 4.50 percent.",
    "Captain Dahl left in 2001. Promoted at sea, Major Dahl came back.",
];

#[test]
fn what_a_figure_is_of_is_told_by_the_words_around_it() {
    let told = |text: &str| codes(text, "en").into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS.iter().filter(|(code, wrong, _)| told(wrong) != [*code]);
    assert_eq!(missed.map(|(_, wrong, _)| (told(wrong), wrong)).collect::<Vec<_>>(), []);
    let right = || SLIPS.iter().map(|(.., right)| right).chain(RIGHT);
    assert_eq!(right().map(|text| (told(text), text)).filter(|(told, _)| !told.is_empty()).collect::<Vec<_>>(), []);
}

#[test]
fn a_weekday_in_another_language_is_told_as_the_text_has_it() {
    let says = |text: &str| super::found(text, "de").into_iter().map(|one| one.says).collect::<Vec<_>>();
    assert_eq!(says("Das Boot sank am Montag, 13. Mai 2025."), ["13. Mai 2025 was a Tuesday, the text says Montag"]);
}
