//! Tests of what an article says against itself.

mod again;
mod ballots;
mod days;
mod intervals;
mod kinds;
mod listed;
mod meant;
mod odd;
mod parts;
mod reckoned;
mod rises;
mod scales;
mod stated;
mod wholes;
mod years;

use super::{Certainty, KINDS, LintFinding, findings};
use crate::review::{Article, Block, BlockKind, Span};

/// An article with a paragraph a line; a line that begins with `# ` is the headline, with `> ` the dek, with `! ` a caption, with `~ ` furniture.
fn article(text: &str, language: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let (kind, skip) = match line.get(..2) {
            Some("# ") => (BlockKind::Headline, 2),
            Some("> ") => (BlockKind::Dek, 2),
            Some("! ") => (BlockKind::Caption, 2),
            Some("~ ") => (BlockKind::Furniture, 2),
            _ => (BlockKind::Paragraph, 0),
        };
        if !line.is_empty() {
            blocks.push(Block::new(kind, Span::new(at + skip, at + line.len())));
        }
        at += line.len() + 1;
    }
    let mut article = Article::new("A title", text, blocks).unwrap();
    article.language = language.to_owned();
    article
}

fn found(text: &str, language: &str) -> Vec<LintFinding> {
    findings(&article(text, language))
}

/// Codes and weights of what is found.
fn codes(text: &str, language: &str) -> Vec<(&'static str, Certainty)> {
    found(text, language).iter().map(|finding| (finding.kind.code(), finding.weight)).collect()
}

/// A text with a slip, the same without it, and the kind of the slip.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("en", "weekday", "It opened on Monday, 13 May 2025.", "It opened on Tuesday, 13 May 2025."),
    ("en", "calendar", "It opened on 31 April 2019.", "It opened on 30 April 2019."),
    ("en", "age", "Born in 1950, she was 60 when she died in 2020.", "Born in 1950, she was 70 when she died in 2020."),
    (
        "en",
        "anniversary",
        "Founded in 1920, the choir kept its 90th birthday in 2020.",
        "Founded in 1920, the choir kept its 100th birthday in 2020.",
    ),
    ("en", "order", "She led it from 2010 until 2008.", "She led it from 2008 until 2010."),
    (
        "en",
        "duration",
        "It ran from 8 a.m. until 11 a.m., five hours.",
        "It ran from 8 a.m. until 11 a.m., three hours.",
    ),
    (
        "en",
        "relative",
        "It fell on 3 June 2019 and rose three days later, on 9 June.",
        "It fell on 3 June 2019 and rose three days later, on 6 June.",
    ),
    (
        "en",
        "sum",
        "Of the 90 members, 40 came by bus, 30 by boat and 25 on foot.",
        "Of the 90 members, 40 came by bus, 30 by boat and 20 on foot.",
    ),
    ("en", "sum", "The 27 listed and 4 rented offices make 33.", "The 27 listed and 4 rented offices make 31."),
    ("en", "share", "Of 400 trees, 100, or 35 percent, were ill.", "Of 400 trees, 100, or 25 percent, were ill."),
    (
        "en",
        "points",
        "It went from 10 percent to 14 percent, a rise of 4 percent.",
        "It went from 10 percent to 14 percent, a rise of 40 percent.",
    ),
    ("en", "change", "Prices rose by 50 percent, from 40 to 50.", "Prices rose by 25 percent, from 40 to 50."),
    ("en", "change", "Traffic dropped from 200 to 300.", "Traffic dropped from 300 to 200."),
    ("en", "change", "The staff tripled, from 10 to 50.", "The staff tripled, from 10 to 30."),
    (
        "en",
        "difference",
        "The club earned $8 million and spent $5 million, a profit of $4 million.",
        "The club earned $8 million and spent $5 million, a profit of $3 million.",
    ),
    ("en", "rate", "At $20 an hour for 10 hours, he got $250.", "At $20 an hour for 10 hours, he got $200."),
    ("en", "count", "They met three clerks: the bursar and the dean.", "They met two clerks: the bursar and the dean."),
    ("en", "times", "She lost in 2001 and 2005, three times in all.", "She lost in 2001 and 2005, two times in all."),
    ("en", "unit", "The wall is 100 miles (60 km) long.", "The wall is 100 miles (161 km) long."),
    ("en", "currency", "It costs 50 euros ($900).", "It costs 50 euros ($60)."),
    (
        "en",
        "magnitude",
        "The tunnel costs $45 million.\nA $45 billion tunnel is too dear.",
        "The tunnel costs $45 million.\nA $45 million tunnel is too dear.",
    ),
    (
        "en",
        "quantity",
        "The fire burnt 260 barns in the valley.\nThe 620 burnt barns were old.",
        "The fire burnt 260 barns in the valley.\nThe 260 burnt barns were old.",
    ),
    (
        "en",
        "headline",
        "# 70 boats lost in harbour storm\nThe storm sank 90 boats in the harbour.",
        "# 70 boats lost in harbour storm\nThe storm sank 70 boats in the harbour.",
    ),
    (
        "en",
        "name",
        "Judge Kellerman spoke first.\nThen Kellermen left.",
        "Judge Kellerman spoke first.\nThen Kellerman left.",
    ),
    (
        "en",
        "firstname",
        "Peter Ashworth came.\nThen George Ashworth spoke.",
        "Peter Ashworth came.\nThen Peter Ashworth spoke.",
    ),
    (
        "en",
        "title",
        "Captain Hollis came.\nThen Colonel Hollis spoke.",
        "Captain Hollis came.\nThen Captain Hollis spoke.",
    ),
    (
        "en",
        "acronym",
        "The Harbour Trust Board (HTB) met.\nThe HTB voted; the BTH paid, said HBT.",
        "The Harbour Trust Board (HTB) met.\nThe HTB voted, said HTB.",
    ),
    (
        "en",
        "title",
        "Eva Lindqvist, a dentist, called the police.\nLindqvist, who works as a nurse, saw it all.",
        "Eva Lindqvist, a dentist, called the police.\nLindqvist, who works as a dentist, saw it all.",
    ),
    (
        "en",
        "pronoun",
        "Martin Rehn lost her post in June. He had led the library for years.",
        "Martin Rehn lost his post in June. He had led the library for years.",
    ),
    (
        "en",
        "attribution",
        "\"The bridge will hold the load,\" said Karl Winter.\nIn May Rosa Fuchs said: \"The bridge will hold the load.\"",
        "\"The bridge will hold the load,\" said Karl Winter.\nIn May Karl Winter said: \"The bridge will hold the load.\"",
    ),
    (
        "en",
        "relative",
        "# Ferry aground\n~ 13 May 2025\nThe ferry ran aground yesterday (Sunday).",
        "# Ferry aground\n~ 13 May 2025\nThe ferry ran aground yesterday (Monday).",
    ),
    (
        "en",
        "weekday",
        "# Ferry aground\n~ 13 May 2025\nIt ran aground on Friday, 10 May, in the fog.",
        "# Ferry aground\n~ 13 May 2025\nIt ran aground on Saturday, 10 May, in the fog.",
    ),
    ("de", "weekday", "Am Montag, dem 13. Mai 2025, begann es.", "Am Dienstag, dem 13. Mai 2025, begann es."),
    (
        "de",
        "change",
        "Der Preis stieg von 40 auf 50 Euro, ein Plus von 50 Prozent.",
        "Der Preis stieg von 40 auf 50 Euro, ein Plus von 25 Prozent.",
    ),
    (
        "fr",
        "sum",
        "Sur les 50 membres, 30 ont voté pour, 20 contre et 10 se sont abstenus.",
        "Sur les 50 membres, 20 ont voté pour, 20 contre et 10 se sont abstenus.",
    ),
    ("es", "weekday", "Fue el lunes 13 de mayo de 2025.", "Fue el martes 13 de mayo de 2025."),
    ("sv", "age", "Hon föddes 1940 och dog 2000, 80 år gammal.", "Hon föddes 1940 och dog 2000, 60 år gammal."),
];

#[test]
fn each_kind_is_found_where_it_is_wrong_and_not_where_it_is_right() {
    for (language, code, wrong, right) in SLIPS {
        let told = found(wrong, language);
        assert_eq!(told.iter().map(|finding| finding.kind.code()).collect::<Vec<_>>(), [*code], "{wrong}");
        assert!(told.iter().all(|finding| finding.spans.len() >= 2), "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn the_sentence_says_what_is_wrong() {
    for (text, says) in [
        ("It opened on Monday, 13 May 2025.", "13 May 2025 was a Tuesday, not a Monday"),
        ("Prices rose by 20 percent, from 40 to 50.", "From 40 to 50 is a rise of 25 percent, not 20"),
        ("Of the 16 seats, 8 are red, 5 blue and 4 green.", "8 + 5 + 4 = 17, the text says 16"),
    ] {
        assert_eq!(found(text, "en").iter().map(|finding| finding.says.as_str()).collect::<Vec<_>>(), [says]);
    }
}

#[test]
fn what_may_be_right_is_left_alone() {
    for text in [
        "Of the 90 members, 40 came and 30 wrote; the rest slept.",
        "About a third, 30 percent, came; figures may not add up because of rounding.",
        "Prices nearly doubled, from 40 to 70.",
        "\"It was Monday, 13 May 2025,\" the letter said wrongly.",
        "Rents went up from 20 to 21 percent, which is 5 percent more.",
        "Two of the three towns, Alby and Borg, agreed.",
        "Anna Holt and her sister Clara Holt sang.\nThen Holt left.",
        "Captain Hollis was promoted in May.\nColonel Hollis leads now.",
        "The team won 3-2 and then 104-98 with an A320 and a 4x4 at the G7.",
        "Call 1-202-555-0100 about version 2.0.1 at 51°30′ N, Chapter XIV.",
        "Martin Rehn thanked the nurse. She smiled and he left.\nAnna Holm praised Martin Rehn; he was her friend.",
        "Eva Lindqvist, a former nurse, called.\nLindqvist, a dentist, saw it all.",
        "\"The bridge will hold the load,\" said Karl Winter.\nThe report: \"The bridge will hold the load\".",
        "Growth fell by 0 percent, from 0 to 0.",
        "It cost $5, then $10, then $20 in the shop, and £4 or 5 euros.",
        "On 14 March 0 and 3 June 99999 nothing happened.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

#[test]
fn an_age_set_between_commas_is_that_of_the_day_of_writing() {
    for text in [
        "Holm, 62, born in 1963, joined the department in 2009.",
        "Lund, 45, who was born in 1980 and took office in 2015, said no.",
        "Anna Holm, 62, was born in Quay in 1963 and moved to the city in 1985.",
        "Erik Berg, 70, born in 1955, retired in 2020.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    for text in [
        "Erik Berg, 70, born in 1955, died in 2020 at the yard.",
        "Holm, 72, born in 1963, joined the department in 2009.",
        "Holm, 42, born in 1963, joined the department in 2009.",
    ] {
        let mut article = article(text, "en");
        article.provenance.imported_at = "2026-03-03T10:00:00Z".into();
        assert_eq!(findings(&article).len(), 1, "{text}");
    }
}

#[test]
fn furniture_is_never_spoken_of_and_the_date_line_is_none() {
    assert_eq!(codes("It rained.\n~ Monday, 13 May 2025\nIt snowed.", "en"), []);
    assert_eq!(codes("~ Fell from 50 to 40, a fall of 30 percent\nIt rained.", "en"), []);
    // What is wrong in the date line is told as the article's metadata.
    let told = found("~ Monday, 13 May 2025\nIt rained.", "en");
    assert_eq!(told[0].says, "In the article's date line: 13 May 2025 was a Tuesday, not a Monday");
    // The date of the article is a measure for others, and none where it is wrong itself.
    assert_eq!(codes("~ Monday, 13 May 2025\nIt rained yesterday (Sunday).", "en"), [("weekday", Certainty::Error)]);
    let text = "~ 13 May 2025\nIt rained yesterday (Sunday), and on Friday, 10 May.";
    for finding in found(text, "en") {
        let places: Vec<&str> = finding.spans.iter().map(|span| span.of(text)).collect();
        assert!(places == ["yesterday", "Sunday"] || places == ["Friday", "10 May"], "{places:?}");
    }
    assert_eq!(codes(text, "en").len(), 2);
}

#[test]
fn dek_and_captions_are_held_against_the_body() {
    for (wrong, right, code, says) in [
        (
            "# Storm in the harbour\n> 70 boats lost in the harbour storm\nThe storm sank 90 boats in the harbour.",
            "# Storm in the harbour\n> 70 boats lost in the harbour storm\nThe storm sank 70 boats in the harbour.",
            "headline",
            "The dek says 70, the body 90",
        ),
        (
            "The storm sank 90 boats in the harbour.\n! Some of the 70 boats that the storm sank in the harbour.",
            "The storm sank 90 boats in the harbour.\n! Some of the 90 boats that the storm sank in the harbour.",
            "headline",
            "The caption says 70, the body 90",
        ),
        (
            "Judge Kellerman spoke first and left.\n! Judge Kellermen at the court.",
            "Judge Kellerman spoke first and left.\n! Judge Kellerman at the court.",
            "name",
            "\"Kellerman\" and \"Kellermen\": one name in two spellings?",
        ),
        (
            "Peter Ashworth came to the court.\n! George Ashworth, at the court.",
            "Peter Ashworth came to the court.\n! Peter Ashworth, at the court.",
            "firstname",
            "\"Peter Ashworth\" and \"George Ashworth\": one person with two first names?",
        ),
    ] {
        let told = found(wrong, "en");
        assert_eq!(told.iter().map(|one| (one.kind.code(), one.says.as_str())).collect::<Vec<_>>(), [(code, says)]);
        assert_eq!(codes(right, "en"), [], "{right}");
    }
}

#[test]
fn every_kind_has_a_code_of_its_own_and_an_example() {
    let mut codes: Vec<&str> = KINDS.iter().map(|row| row.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), KINDS.len());
    assert!(KINDS.iter().all(|row| !row.about.is_empty() && !row.example.is_empty() && row.kind.code() == row.code));
}
