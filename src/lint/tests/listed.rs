//! Tests of counts against what is listed, and of one count told twice: lists in lines of their own, years in a row, headlines, the dead.

use super::{Certainty, article, codes, findings};
use crate::review::{Article, Block, BlockKind, Span};

/// A text with a slip, the same without it, and the kind of the slip.
const SLIPS: &[(&str, &str, &str)] = &[
    (
        "times",
        "She won the cup three times, in 1991, 1995, 1999 and 2003.",
        "She won the cup four times, in 1991, 1995, 1999 and 2003.",
    ),
    (
        "times",
        "She has won three times: 1991, 1995, 1999 and 2003.",
        "She has won four times: 1991, 1995, 1999 and 2003.",
    ),
    (
        "times",
        "In 1991 and 1995 she won the cup, three times in all.",
        "In 1991, 1993 and 1995 she won the cup, three times in all.",
    ),
    (
        "times",
        "The two-time champion won in 1991, 1995 and 1999.",
        "The three-time champion won in 1991, 1995 and 1999.",
    ),
    (
        "times",
        "It was her fourth title, after those of 1991 and 1995.",
        "It was her third title, after those of 1991 and 1995.",
    ),
    (
        "casualties",
        "The storm killed 21 people. The 27 dead were at sea.",
        "The storm killed 21 people. The 21 dead were at sea.",
    ),
    (
        "headline",
        "# Storm kills 21 off Alby\nA storm killed 27 people off Alby on Monday.",
        "# Storm kills 21 off Alby\nA storm killed 21 people off Alby on Monday.",
    ),
    (
        "headline",
        "# Alby pier to get 30 new berths\nThe pier in Alby will get 20 new berths, she said.",
        "# Alby pier to get 20 new berths\nThe pier in Alby will get 20 new berths, she said.",
    ),
    (
        "headline",
        "# Tolls up 5 percent\nTolls rose by 15 percent in May, the port said.",
        "# Tolls up 15 percent\nTolls rose by 15 percent in May, the port said.",
    ),
    (
        "quantity",
        "The hall has 700 seats.\nAll 900 seats were taken.",
        "The hall has 700 seats.\nAll 700 seats were taken.",
    ),
    (
        "quantity",
        "The 12-member choir met.\nAll 14 members of it sang.",
        "The 12-member choir met.\nAll 12 members of it sang.",
    ),
    ("acronym", "The Alby Coast Guard (AGC) came.", "The Alby Coast Guard (ACG) came."),
];

#[test]
fn what_is_counted_is_held_against_what_is_listed() {
    let told = |text: &str| codes(text, "en").into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS.iter().filter(|(code, wrong, _)| told(wrong) != [*code]);
    assert_eq!(missed.map(|(_, wrong, _)| (told(wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(.., right)| !told(right).is_empty());
    assert_eq!(alarmed.map(|(.., right)| (told(right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn counts_of_other_things_are_left_alone() {
    for text in [
        "She won the cup three times, most lately in 1999 and 2003.",
        "She won three times between 1991 and 2003, and twice in 1999.",
        "It was her fourth title, and her first after 1991 and 1995.",
        "The storm killed 21 people and a flood killed six. The 27 dead were at sea.",
        "# Storm kills 21 off Alby\nA storm off Alby killed 20 people at once; one died later, 21 in all.",
        "The hall has 700 seats below and 200 seats above.\nAll 900 seats were taken.",
        "The hall has 700 seats.\nAll 90 seats of the bus were taken.",
        "The hall has 700 seats and the church 850 seats.\nAll 900 seats of the fair were taken.",
        "The Body for Standards (ISO) and the Alby Guild of Coopers (AGCO) met.",
        "The Alby Coast Guard (AGC) came. AGC boats are old, and the AGC is new.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}

/// An article whose lines that begin with `- ` are items of lists, those with `## ` headings, that with `# ` the headline.
fn listed(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let (kind, skip) = if line.trim_start().starts_with("- ") {
            (BlockKind::ListItem, line.len() - line.trim_start().len())
        } else if line.starts_with("## ") {
            (BlockKind::Heading, 3)
        } else if line.starts_with("# ") {
            (BlockKind::Headline, 2)
        } else {
            (BlockKind::Paragraph, 0)
        };
        if !line.is_empty() {
            blocks.push(Block::new(kind, Span::new(at + skip, at + line.len())));
        }
        at += line.len() + 1;
    }
    let mut article = Article::new("A title", text, blocks).unwrap();
    article.language = "en".into();
    article
}

#[test]
fn a_list_in_lines_of_its_own_is_counted() {
    let told = |text: &str| findings(&listed(text)).iter().map(|one| (one.kind.code(), one.weight)).collect::<Vec<_>>();
    assert_eq!(
        told("The port has four aims:\n- new quays\n- old cranes\n- no tolls\nShe left."),
        [("count", Certainty::Error)]
    );
    assert_eq!(
        told("The port has two aims:\n- new quays\n- old cranes\n- no tolls\nShe left."),
        [("count", Certainty::Doubt)]
    );
    let numbered =
        "# Five things to know\n## 1. It is old\nSo it is.\n## 2. It is wet\nSo it is.\n## 3. It is ours\nSo it is.";
    assert_eq!(told(numbered), [("count", Certainty::Doubt)]);
    for text in [
        "The port has three aims:\n- new quays\n- old cranes\n- no tolls\nShe left.",
        "The port has two aims:\n- new quays\n  - of stone\n- old cranes\nShe left.",
        "The port has five aims, such as these three:\n- new quays\n- old cranes\n- no tolls\nShe left.",
        "The port has four aims:\n- new quays\n- old cranes\nOf the tolls more below.\n- no tolls\n- no fees\nShe left.",
        "In 2019 the port began with four of the aims:\n- new quays\n- old cranes\nShe left.",
        "# Three things to know\n## 1. It is old\nSo it is.\n## 2. It is wet\nSo it is.\n## 3. It is ours\nSo it is.",
        "# Storm kills 21 people\n## 1. It is old\nSo it is.\n## 3. It is wet\nSo it is.\n## 4. It is ours\nTwenty-one died.",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
    assert!(findings(&article("The port has four aims:", "en")).is_empty());
}
