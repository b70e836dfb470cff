//! Tests of what a sentence states beside the figures that it follows from: days without a year, sums behind their parts, differences,
//! multiples in words, votes, lengths of time.

use super::{codes, found};

/// Language, kind, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("en", "calendar", "The ferry is laid up on 31 September.", "The ferry is laid up on 30 September."),
    ("en", "calendar", "They are to move out on June 31.", "They are to move out on June 30."),
    ("en", "calendar", "On 30 February the shop shut.", "On 29 February the shop shut."),
    ("de", "calendar", "Die Fähre fuhr am 31. November nicht.", "Die Fähre fuhr am 30. November nicht."),
    ("fr", "calendar", "Le bac a coulé le 31 avril.", "Le bac a coulé le 30 avril."),
    ("es", "calendar", "La barca zarpó el 31 de junio.", "La barca zarpó el 30 de junio."),
    ("sv", "calendar", "Färjan gick den 31 september.", "Färjan gick den 30 september."),
    (
        "en",
        "sum",
        "They caught nine seals in May, seven in June and four in July, 25 in all.",
        "They caught nine seals in May, seven in June and four in July, 20 in all.",
    ),
    (
        "de",
        "sum",
        "Sie fingen neun Robben im Mai, sieben im Juni und vier im Juli, insgesamt 25.",
        "Sie fingen neun Robben im Mai, sieben im Juni und vier im Juli, insgesamt 20.",
    ),
    (
        "fr",
        "sum",
        "Ils ont pris 9 phoques en mai, 7 en juin et 4 en juillet, 25 au total.",
        "Ils ont pris 9 phoques en mai, 7 en juin et 4 en juillet, 20 au total.",
    ),
    (
        "es",
        "sum",
        "Pescaron 9 focas en mayo, 7 en junio y 4 en julio, 25 en total.",
        "Pescaron 9 focas en mayo, 7 en junio y 4 en julio, 20 en total.",
    ),
    (
        "sv",
        "sum",
        "De fångade 9 sälar i maj, 7 i juni och 4 i juli, totalt 25.",
        "De fångade 9 sälar i maj, 7 i juni och 4 i juli, totalt 20.",
    ),
    (
        "en",
        "sum",
        "The mill costs 50 million: 40 million for the wheel and 18 million for the dam.",
        "The mill costs 50 million: 40 million for the wheel and 10 million for the dam.",
    ),
    (
        "en",
        "sum",
        "The yard has 90 hands in three sheds: 40 in the north, 30 in the south and 25 by the quay.",
        "The yard has 90 hands in three sheds: 40 in the north, 30 in the south and 20 by the quay.",
    ),
    (
        "en",
        "sum",
        "The yard has 90 hands, of whom 40 work in Alby, 30 in Borg and 25 in Corvo.",
        "The yard has 90 hands, of whom 40 work in Alby, 30 in Borg and 20 in Corvo.",
    ),
    (
        "de",
        "sum",
        "Die Werft hat 90 Leute, von denen 40 in Alby arbeiten, 30 in Borg und 25 in Corvo.",
        "Die Werft hat 90 Leute, von denen 40 in Alby arbeiten, 30 in Borg und 20 in Corvo.",
    ),
    (
        "en",
        "sum",
        "Of the nine smugglers, four were arrested on Monday and six on Friday.",
        "Of the nine smugglers, four were arrested on Monday and five on Friday.",
    ),
    (
        "en",
        "difference",
        "The dam cost 500 million crowns, 90 million more than the 440 million planned.",
        "The dam cost 500 million crowns, 60 million more than the 440 million planned.",
    ),
    (
        "en",
        "difference",
        "The club has 640 members, 80 fewer than the 740 of 2019.",
        "The club has 640 members, 100 fewer than the 740 of 2019.",
    ),
    (
        "de",
        "difference",
        "Der Damm kostete 500 Millionen Euro, 90 Millionen mehr als die 440 Millionen Euro im Plan.",
        "Der Damm kostete 500 Millionen Euro, 60 Millionen mehr als die 440 Millionen Euro im Plan.",
    ),
    (
        "fr",
        "difference",
        "Le barrage a coûté 500 millions d'euros, 90 millions de plus que les 440 millions d'euros prévus.",
        "Le barrage a coûté 500 millions d'euros, 60 millions de plus que les 440 millions d'euros prévus.",
    ),
    (
        "es",
        "difference",
        "La presa costó 500 millones de euros, 90 millones más que los 440 millones de euros previstos.",
        "La presa costó 500 millones de euros, 60 millones más que los 440 millones de euros previstos.",
    ),
    (
        "sv",
        "difference",
        "Dammen kostade 500 miljoner kronor, 90 miljoner mer än de 440 miljoner kronor som beräknats.",
        "Dammen kostade 500 miljoner kronor, 60 miljoner mer än de 440 miljoner kronor som beräknats.",
    ),
    ("en", "difference", "He won by 310 votes, 4,120 to 3,910.", "He won by 210 votes, 4,120 to 3,910."),
    (
        "en",
        "change",
        "They sold 900 boats, twice as many as the 300 of 2020.",
        "They sold 900 boats, three times as many as the 300 of 2020.",
    ),
    (
        "en",
        "change",
        "It took 40 days, half as long as the 120 days of the first try.",
        "It took 60 days, half as long as the 120 days of the first try.",
    ),
    (
        "en",
        "change",
        "It now costs 90 crowns, double the 30 crowns of 2010.",
        "It now costs 60 crowns, double the 30 crowns of 2010.",
    ),
    (
        "de",
        "change",
        "Sie verkauften 900 Boote, doppelt so viele wie die 300 im Jahr 2020.",
        "Sie verkauften 600 Boote, doppelt so viele wie die 300 im Jahr 2020.",
    ),
    ("en", "share", "Half of the 80 pilots, 60 people, will stay.", "Half of the 80 pilots, 40 people, will stay."),
    (
        "en",
        "share",
        "30 percent of the 200 pilots, or 90, will stay.",
        "30 percent of the 200 pilots, or 60, will stay.",
    ),
    (
        "en",
        "share",
        "The fund holds 2.5 billion crowns, of which 40 percent (800 million) is lent out.",
        "The fund holds 2.5 billion crowns, of which 40 percent (1 billion) is lent out.",
    ),
    (
        "de",
        "share",
        "Der Fonds hält 2,5 Milliarden Euro, davon 40 Prozent (800 Millionen Euro) in Aktien.",
        "Der Fonds hält 2,5 Milliarden Euro, davon 40 Prozent (1 Milliarde Euro) in Aktien.",
    ),
    (
        "sv",
        "share",
        "Fonden har 500 miljoner kronor, varav 40 procent (150 miljoner kronor) i aktier.",
        "Fonden har 500 miljoner kronor, varav 40 procent (200 miljoner kronor) i aktier.",
    ),
    ("en", "share", "Yes got 53.5 percent, no 49.5.", "Yes got 53.5 percent, no 46.5."),
    (
        "de",
        "share",
        "Ja kam auf 53,5 Prozent, Nein auf 49,5 Prozent.",
        "Ja kam auf 53,5 Prozent, Nein auf 46,5 Prozent.",
    ),
    (
        "en",
        "share",
        "The Quay List took 51.5 percent, the Farmers 33.5 and the Port Party 21.5 percent of the vote.",
        "The Quay List took 51.5 percent, the Farmers 33.5 and the Port Party 11.5 percent of the vote.",
    ),
    ("en", "points", "The share rose 4 points, from 3 to 5 percent.", "The share rose 2 points, from 3 to 5 percent."),
    (
        "en",
        "duration",
        "From 1990 to 1995, over eight years, rents doubled.",
        "From 1990 to 1998, over eight years, rents doubled.",
    ),
    (
        "en",
        "duration",
        "She ran it from 2001 to 2005, for eight years.",
        "She ran it from 2001 to 2009, for eight years.",
    ),
    (
        "en",
        "duration",
        "Between 1990 and 1995, a period of eight years, rents doubled.",
        "Between 1990 and 1998, a period of eight years, rents doubled.",
    ),
    (
        "en",
        "duration",
        "The crossing takes three hours, from 8 a.m. to 1 p.m.",
        "The crossing takes five hours, from 8 a.m. to 1 p.m.",
    ),
    (
        "en",
        "duration",
        "The fair lasts nine days, from 3 May to 17 May.",
        "The fair lasts 15 days, from 3 May to 17 May.",
    ),
    (
        "de",
        "duration",
        "Die Messe dauert neun Tage, vom 3. Mai bis 17. Mai.",
        "Die Messe dauert 15 Tage, vom 3. Mai bis 17. Mai.",
    ),
    (
        "fr",
        "duration",
        "Elle l'a dirigé de 2001 à 2005, soit huit ans.",
        "Elle l'a dirigé de 2001 à 2009, soit huit ans.",
    ),
    (
        "es",
        "duration",
        "Lo dirigió de 2001 a 2005, durante ocho años.",
        "Lo dirigió de 2001 a 2009, durante ocho años.",
    ),
    (
        "sv",
        "duration",
        "Hon ledde det från 2001 till 2005, i hela åtta år.",
        "Hon ledde det från 2001 till 2009, i hela åtta år.",
    ),
    (
        "en",
        "casualties",
        "Two sailors were killed in the blast.\nThe three dead were from Alby.",
        "Two sailors were killed in the blast.\nThe two dead were from Alby.",
    ),
    (
        "en",
        "age",
        "Erik Dahl, 41, was born in 1973. Published on 9 June 2024.",
        "Erik Dahl, 51, was born in 1973. Published on 9 June 2024.",
    ),
];

#[test]
fn what_is_stated_is_held_against_its_figures() {
    let told = |language: &str, text: &str| codes(text, language).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS.iter().filter(|(language, code, wrong, _)| told(language, wrong) != [*code]);
    assert_eq!(missed.map(|(.., wrong, _)| (told("en", wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(language, .., right)| !codes(right, language).is_empty());
    assert_eq!(alarmed.map(|(.., right)| (told("en", right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn large_amounts_are_told_in_the_words_of_the_text() {
    for (text, says) in [
        (
            "The dam cost 500 million crowns, 90 million more than the 440 million planned.",
            "Between 500 million crowns and 440 million it is 60 million, not 90 million",
        ),
        (
            "The fund holds 2.5 billion crowns, of which 40 percent (800 million) is lent out.",
            "40 percent of 2.5 billion crowns is 1,000 million, not 800 million",
        ),
        (
            "The mill costs $50 million: $40 million for the wheel and $18 million for the dam.",
            "$40 million + $18 million = $58 million, the text says $50 million",
        ),
        (
            "Exports rose by 50 percent, from 40 to 50 million crowns.",
            "From 40 to 50 million crowns is a rise of 25 percent, not 50",
        ),
    ] {
        assert_eq!(found(text, "en").into_iter().map(|one| one.says).collect::<Vec<_>>(), [says]);
    }
}

/// Right texts that are like those.
const RIGHT: &[&str] = &[
    "Exports rose by 25 percent, from 40 to 50 million crowns; imports fell to $40 from $50 million, down 20 percent.",
    "Exports doubled, from 4 to 8 billion euros.",
    "In June 31 people were fined, in February 30 boats sank.",
    "Of the 31 February births, none was early. The 31 June arrests were quiet ones.",
    "\"Call me on 30 February,\" she joked.",
    "It has 3 schools, 2 shops and 1 bank, 45 houses in all.",
    "They caught nine seals in May and seven in June, more than in all of 2020.",
    "The mill costs about 50 million: 40.4 million for the wheel and 9.9 million for the dam.",
    "The yard has 90 hands in three sheds: some in the north, 30 in the south.",
    "The yard has 90 hands, of whom 60 have boats, 50 have cars and 10 have both.",
    "The yard has 90 hands, of whom 60 work in Alby and 40 in Borg part of the year.",
    "Of the 90 guests, 60 came on Monday and 50 on Friday.",
    "The dam cost 500 million crowns, about 60 million more than the 435 million planned.",
    "The dam cost 512 million crowns, 80 million more than the 430 million planned.",
    "She earned 900 crowns, 100 more than he did in the 12 weeks before.",
    "They sold 900 boats, nearly twice as many as the 500 of 2020.",
    "They sold 900 boats, more than twice as many as the 300 of 2020.",
    "They sold 580 boats, twice as many as the 300 of 2020.",
    "Half of the 80 pilots, 60 drivers and 20 clerks will stay.",
    "Half of the 80 pilots, 60 women, and 20 clerks will stay.",
    "30 percent of the 200 pilots, or 59, will stay.",
    "Yes got 53.5 percent in May, no 49.5 in June.",
    "They paid 60 percent for milk, against 55 last year; among men 60 percent agree, 55 percent of women disagree.",
    "She took 60 percent of the vote in Alby and 55 in Borg.",
    "Turnout was 71 percent; the Quay List took 40 percent of the vote.",
    "From 1990 to 2005, over eight years in all, she was at sea.",
    "From 2001 to 2005, the chairman for 20 years, Erik Dahl, wrote.",
    "From 3 February to 3 March, 28 days, it rained; from 3 May to 10 May, seven days, it snowed.",
    "He won by two sets, 6-4, 7-5, and by 30 seconds, 2:10 to 2:40.",
    "Two sailors were killed in the blast. A third died on Monday.\nThe three dead were from Alby.",
    "Twelve people were killed.\nThe four dead children were from Alby; the three dead from Borg were old.",
    "Three people were killed.\nBy evening four were dead. The four dead were from Alby.",
    "The share rose 12 points, to 95, and the index fell from 2 to 1 percent.",
];

#[test]
fn what_is_right_beside_its_figures_is_left_alone() {
    let alarmed = RIGHT.iter().map(|text| (codes(text, "en"), text)).filter(|(told, _)| !told.is_empty());
    assert_eq!(alarmed.collect::<Vec<_>>(), []);
}
