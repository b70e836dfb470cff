//! Parts against their whole: what can't be in two of them, and what can.

use super::{Certainty, codes};

/// Language and a text whose parts shut each other out and are too many.
const TOO_MANY: &[(&str, &str)] = &[
    ("en", "Of 40 towns asked, 19 said yes and 26 no."),
    ("en", "Of the 40 arrested, 25 were men and 19 women."),
    ("en", "Of the 90 games, 40 were won, 30 lost and 25 drawn."),
    ("en", "Of the 16 seats, 8 are red, 5 blue and 4 green."),
    ("en", "Of 200 letters, 160 were answered and 60 were not."),
    ("en", "Of the 12 shops, nine are open and four closed."),
    ("en", "The fund paid $9 million in all, $5 million to farmers and $6 million to fishermen."),
    ("en", "The storm left seven dead: two men, three women and three children."),
    ("de", "Von 40 Orten sagten 19 ja und 26 nein."),
    ("de", "Von den 40 Gefangenen sind 25 Männer und 19 Frauen."),
    ("fr", "Sur 40 villes, 19 ont dit oui et 26 non."),
    ("es", "De los 40 pueblos, 19 dijeron sí y 26 no."),
    ("sv", "Av de 40 byarna sade 19 ja och 26 nej."),
];

/// Language and a text that is right, because the parts overlap, belong to parts, or are of something else.
const RIGHT: &[(&str, &str)] = &[
    ("en", "Of 40 towns asked, 19 said yes and 21 no."),
    ("en", "Of 40 towns asked, 19 said yes, 21 no."),
    ("en", "Of the 40 towns, 19 said yes and 21 said no in 2019."),
    ("en", "Of the 40 towns asked, 19 said yes and 21 said no, 4 of them loudly."),
    // One thing may be in two parts.
    ("en", "Of 40 towns, 19 said yes and 30 have a school."),
    ("en", "Of the 40 towns, 30 have a school and 25 a library."),
    ("en", "Of the 90 members, 60 own a car, 50 own a house and 40 own a boat."),
    ("en", "Of its 200 workers, 150 are women and 120 live in the town."),
    ("en", "Of the 30 pupils, 20 play football, 15 swim and 10 ride."),
    ("en", "Of the 12 ships, 8 carried coal and 6 carried grain as well."),
    ("en", "Of the 12 ships, 8 carried coal and 6 also grain."),
    ("en", "Of the 10 boats, 6 had sails, and 8 had engines."),
    ("en", "Of the five brothers, four went to sea and three died there."),
    ("en", "Of the 50 states, 38 have signed and 26 have ratified."),
    ("en", "Of the 50 who applied, 40 were interviewed and 12 were hired."),
    ("en", "Of 500 people who got the drug, 400 got better and 200 had side effects."),
    ("en", "Of 90 cases, 70 were in men and 40 in people over 60."),
    ("en", "Of the 8 finalists, 5 are from Norway and 4 have won before."),
    ("en", "Of the 16 goals he scored, 12 came with his left foot and 10 in the second half."),
    ("en", "Of the 40 arrests, 25 were for theft and 30 were made at night."),
    ("en", "Of the 40 countries, 19 are in Europe, 21 are in the north and 12 are rich."),
    ("en", "The fleet has 12 ships in total, 8 with sails and 7 with engines."),
    ("de", "Von den 40 Orten haben 30 eine Schule und 25 eine Bücherei."),
    ("de", "Von den 200 Arbeitern sind 150 Frauen und 120 wohnen im Ort."),
    ("fr", "Sur les 40 villes, 30 ont une école et 25 une bibliothèque."),
    ("es", "De los 40 pueblos, 30 tienen escuela y 25 biblioteca."),
    ("sv", "Av de 40 byarna har 30 skola och 25 bibliotek."),
    // The same question at two times.
    ("en", "Of the 40 towns asked, 19 said yes in May and 25 in June."),
    ("en", "Of the 40 towns asked, 19 said yes in May and 25 said yes in June."),
    ("de", "Von den 40 Orten stimmten 19 zu, 2018 waren es 21 und 2017 25."),
    // Parts of a part.
    ("en", "Of the 90 members, 60 spoke, 45 of them for the plan and 15 against it."),
    ("en", "Of 40 towns, 19 said yes, 12 of them in the north and 7 in the south."),
    ("en", "The choir has 40 singers in all, 30 women and 20 of them over 60."),
    // Figures of something else.
    ("en", "Of the 50 houses, 30 had one floor and 20 had two floors and 40 windows."),
    ("en", "Of the 16 seats, 8 went to the Greens, up from 6, and 8 to Labour."),
    ("en", "Of 100 letters sent to 30 towns, 60 were answered and 40 were not."),
    ("en", "Of the 7 bridges, 3 are closed and 4 open, the mayor said at 9 and again at 11."),
    ("en", "It won 40 games in all, more than the 19 and 30 of its rivals."),
    ("en", "Seven people: two men, three women, two children, and 4 dogs."),
    ("en", "Of 40 towns asked, 19 said yes and 21 no, and 4 had not been asked in 2010."),
    // What several make together is not what they are together.
    ("en", "The 3 sons and 2 daughters make 10 pies a day."),
    ("en", "The 12 men and 3 women make 200 a day."),
    ("en", "He has 3 boats and 4 cars that total 20 tons."),
    ("en", "Teams of 3 and 4 make 12 games in a season."),
    // Of several answers each may give more than one.
    ("en", "Of those asked, 60 percent take the bus, 50 percent ride a bike and 30 percent walk."),
    ("en", "Respondents had read papers (60 percent), books (45 percent) and letters (30 percent)."),
];

#[test]
fn parts_that_shut_each_other_out_cannot_be_more_than_their_whole() {
    for (language, text) in TOO_MANY {
        let found = codes(text, language);
        assert!(matches!(found[..], [("sum" | "casualties", Certainty::Error)]), "{text}: {found:?}");
    }
}

#[test]
fn parts_that_overlap_or_belong_to_something_else_alarm_nobody() {
    for (language, text) in RIGHT {
        assert_eq!(codes(text, language), [], "{text}");
    }
}
