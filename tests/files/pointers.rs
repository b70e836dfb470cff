//! Sentences that point to what others say, by a pronoun, a time, an amount, a noun, or what they leave out; and those that lean on a heading, a
//! line before them or one behind: a draft that changes that takes their verdict, and a draft that changes anything else leaves it.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Article, Claim, Origin, Session, Span, Verdict, marking};

fn article(text: &str, language: &str) -> Article {
    intake::read(
        text.as_bytes(),
        &Hint { name: if text.starts_with('#') { "port.md" } else { "port.txt" }, language: Some(language) },
    )
    .unwrap()
    .article
}

/// A session of `text` in which the sentence `words` is a claim that anna has verified.
fn session(text: &str, words: &str, language: &str) -> Session {
    let article = article(text, language);
    let start = article.text().find(words).unwrap();
    let claim = Claim::new("k1".into(), Span::new(start, start + words.len()), Origin::Added);
    let mut session = Session::new("id", article, [claim.clone()].into_iter().collect());
    let at = "2026-11-23T10:00:00Z".into();
    let edits = marking(&claim, Some(Verdict::Verified), &"anna".into(), &at);
    session.commit_all(edits, &"anna".into(), &at).unwrap();
    session
}

fn bring(session: &mut Session, text: &str, language: &str) {
    let article = article(text, language);
    let plan = propose::next_draft::plan(session, article, true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &"anna".into(), &"2026-11-23T11:00:00Z".into()).unwrap();
}

const REST: &str = "The harbour is old. Nobody drowned there.";

/// Brings each second wording of a sentence in, and back again: the sentence behind it keeps its verdict, or leans on what it does not say.
fn holds(rows: &[(&str, &str, &str, bool)], language: &str) {
    for (was, is, words, stands) in rows {
        let (first, second) = (format!("{was} {words}\n\n{REST}\n"), format!("{is} {words}\n\n{REST}\n"));
        let mut session = session(&first, words, language);
        bring(&mut session, &second, language);
        let claim = session.any_claim(&"k1".into()).unwrap();
        assert_eq!(claim.mark.is_some(), *stands, "{is} {words}: {:?}", claim.fate());
        if !stands {
            let fate = claim.fate().unwrap();
            assert!(was.contains(&*fate.leant_on) && fate.leans_elsewhere(), "{fate:?}");
            bring(&mut session, &first, language);
            let claim = session.any_claim(&"k1".into()).unwrap();
            assert!(claim.mark.is_some() && claim.fate().is_none(), "back to {was} {words}: {:?}", claim.fate());
        }
    }
}

#[test]
fn a_pronoun_points_to_whoever_the_sentence_before_names_wherever_it_does() {
    holds(
        &[
            ("The quay belongs to Eva Lund.", "The quay belongs to Maria Dahl.", "She paid 3 million crowns.", false),
            ("The quay belongs to Eva Lund.", "The quay belonged to Eva Lund.", "She paid 3 million crowns.", true),
            (
                "The port let Peter Moe go in May.",
                "The port let Oskar Vik go in May.",
                "The crew had liked him.",
                false,
            ),
            (
                "The port let Peter Moe go in May.",
                "The port let Peter Moe go in June.",
                "The crew had liked him.",
                true,
            ),
            ("Its pilot, Tim Moe, was away.", "Its pilot, Ulf Vik, was away.", "He owns 3 ships.", false),
            ("Its pilot, Tim Moe, was away.", "Its pilot, Tim Moe, was ill.", "He owns 3 ships.", true),
            ("Tim Moe fined the dairy.", "Tim Moe fined the mill.", "He fined the bakery in June.", true),
            ("Eva Lund met the teachers.", "Eva Lund met the nurses.", "It rained in May.", true),
        ],
        "en",
    );
}

#[test]
fn a_pronoun_points_to_what_the_sentence_before_names_in_its_number() {
    holds(
        &[
            ("The museum bought a boat in 1998.", "The museum bought a bus in 1998.", "It is 14 metres long.", false),
            ("The museum bought a boat in 1998.", "The museum got a boat in 1999.", "It is 14 metres long.", true),
            ("The museum bought a boat.", "The museum bought a bus.", "Visitors have damaged it twice.", false),
            ("The museum bought a boat.", "The museum bought a bus.", "It rained in May.", true),
            ("The museum bought a boat.", "The museum bought a bus.", "The council said it would close.", true),
            ("The report names two officials.", "The report names two judges.", "They took 400 crowns.", false),
            ("The report names two officials.", "The report names nine officials.", "They took 400 crowns.", true),
            ("The town closed two schools.", "The town closed two libraries.", "Both had 40 pupils.", false),
            ("The town closed two schools.", "The city closed two schools.", "Both had 40 pupils.", true),
            ("There were 12 complaints.", "There were 12 letters.", "The hotel rejected all of them.", false),
            ("Thieves took 14 cars.", "Thieves took 14 bicycles.", "Another 9 were stolen in August.", false),
            ("Thieves took 14 cars.", "Thieves took 15 cars.", "Another 9 were stolen in August.", true),
            ("The clinic has a data base.", "The clinic has a database.", "It holds 900 names.", true),
        ],
        "en",
    );
}

#[test]
fn a_time_points_to_a_date_and_what_was_told_to_all_of_it() {
    holds(
        &[
            (
                "The clinic took 500 people in 2022.",
                "The clinic took 500 people in 2017.",
                "The next year 620 came.",
                false,
            ),
            (
                "The clinic took 500 people in 2022.",
                "The clinic took 600 people in 2022.",
                "Two years later it closed.",
                true,
            ),
            ("The mill opened in May 2021.", "The mill opened in June 2021.", "By then 300 people had left.", false),
            ("Sales rose to 620 in May.", "Sales rose to 640 in May.", "That is 24 percent more.", false),
            (
                "Quay A cost 12 crowns. Quay B cost 15.",
                "Quay B cost 15 crowns. Quay A cost 12.",
                "The former is new.",
                false,
            ),
        ],
        "en",
    );
}

#[test]
fn a_noun_for_a_figure_or_a_part_of_it_points_to_the_figure() {
    let storm = "The storm killed 12 people in May.";
    holds(
        &[
            (storm, "The storm killed 21 people in May.", "The number has doubled since 2015.", false),
            (storm, "The storm killed 21 people in May.", "Half were under 30 years old.", false),
            (storm, "The storm killed 21 people in May.", "In 2015 it was twice as many.", false),
            (storm, "The storm killed 21 people in May.", "The death toll rose to 30 in June.", false),
            (storm, "The gale killed 12 people in May.", "The number has doubled since 2015.", true),
            (storm, "The storm killed 21 people in May.", "The number of ships fell to 40.", true),
            (storm, "The storm killed 21 people in May.", "The port sold twice as many ships as in 2015.", true),
        ],
        "en",
    );
}

#[test]
fn a_noun_for_a_place_or_a_project_points_to_its_name() {
    holds(
        &[
            ("Norrhamn lost 400 jobs in 2021.", "Sundby lost 400 jobs in 2021.", "The city has 45,000 people.", false),
            ("Norrhamn lost 400 jobs in 2021.", "Norrhamn lost 500 jobs in 2021.", "The city has 45,000 people.", true),
            (
                "Norrhamn lost 400 jobs in 2021.",
                "Sundby lost 400 jobs in 2021.",
                "The city of Vik has 40 schools.",
                true,
            ),
            ("The board met in Norrhamn.", "The board met in Sundby.", "Some 40 people work there.", false),
            ("The board met in Norrhamn.", "The council met in Norrhamn.", "Some 40 people work there.", true),
            (
                "The bridge project began in 2019.",
                "The tunnel project began in 2019.",
                "The project cost 3 million.",
                false,
            ),
            (
                "The bridge project began in 2019.",
                "The bridge project began in 2018.",
                "The project cost 3 million.",
                true,
            ),
            (
                "The bridge project began in 2019.",
                "The tunnel project began in 2019.",
                "The ferry sailed on 30 days.",
                true,
            ),
            ("Ole Vik met Kari Moe in May.", "Ole Vik met Per Dahl in May.", "The two paid 300 crowns.", false),
            ("Ole Vik met Kari Moe in May.", "Ole Vik saw Kari Moe in May.", "The two paid 300 crowns.", true),
            ("The firm closed in 2019.", "The firm closed in 2015.", "Five years on, 12 shops remain.", false),
        ],
        "en",
    );
}

#[test]
fn what_a_sentence_leaves_out_stands_in_the_one_before() {
    let voted = "Ole Vik voted for the levy in 2021.";
    let against = "Ole Vik voted against the levy in 2021.";
    let grew = "Norrhamn grew by 4 percent in 2021.";
    holds(
        &[
            (voted, against, "So did 12 of his party.", false),
            (voted, against, "Nor did 12 of his party.", false),
            (voted, against, "Twelve others did the same.", false),
            (voted, against, "Twelve others did not.", false),
            (voted, against, "So many people came that 12 had to stand.", true),
            (grew, "Norrhamn shrank by 4 percent in 2021.", "Sundby only by 2 percent.", false),
            (grew, "Norrhamn shrank by 4 percent in 2021.", "Sundby lost 2 percent of its people.", true),
            ("Did the port make a profit?", "Did the port make a loss?", "Yes, of 12 million crowns.", false),
            ("The port made a profit.", "The port made some profit.", "No ship was lost in 2021.", true),
        ],
        "en",
    );
    holds(&[("Machte der Hafen Gewinn?", "Machte der Hafen Verlust?", "Ja, 12 Millionen.", false)], "de");
}

/// Brings each second text in, and back again: the sentence in both keeps its verdict, or leans on what it does not say.
fn holds_in(rows: &[(&str, &str, &str, bool)]) {
    for (was, is, words, stands) in rows {
        let mut session = session(was, words, "en");
        bring(&mut session, is, "en");
        let claim = session.any_claim(&"k1".into()).unwrap();
        assert_eq!(claim.mark.is_some(), *stands, "{is}: {:?}", claim.fate());
        bring(&mut session, was, "en");
        assert!(session.any_claim(&"k1".into()).unwrap().mark.is_some(), "back to {was}");
    }
}

#[test]
fn a_sentence_leans_on_the_heading_that_says_where_and_when() {
    let under = |heading: &str| format!("# Growth\n\n## {heading}\n\nThe population fell by 2 percent.\n\n{REST}\n");
    let rows = [
        ("Norrhamn", "Sundby", false),
        ("Norrhamn", "How Norrhamn shrank", true),
        ("Background", "History", true),
        ("Figures of 2021", "Figures of 2020", false),
        ("Figures of 2021", "The figures for 2021", true),
    ];
    for (was, is, stands) in rows {
        holds_in(&[(&under(was), &under(is), "The population fell by 2 percent.", stands)]);
    }
}

#[test]
fn a_sentence_leans_on_the_one_behind_that_denies_it() {
    let then = |more: &str| format!("# Levy\n\nThe levy brought in 12 million crowns.{more}\n\n{REST}\n");
    let words = "The levy brought in 12 million crowns.";
    for (was, is, stands) in [
        ("", " That is not true.", false),
        (" That is not true.", "", false),
        (" That is wrong.", " This is not true.", true),
        ("", " That is true.", true),
        ("", " It was wrong to raise it in May without a vote of the council.", true),
        ("", "\n\nFalse. It brought in 9 million.", false),
    ] {
        holds_in(&[(&then(was), &then(is), words, stands)]);
    }
}

#[test]
fn a_row_leans_on_the_line_above_its_table_and_an_item_of_a_ranking_on_its_place() {
    let table = |line: &str| {
        format!("# Firms\n\n{line}\n\n| Firm | 2020 | 2021 |\n|---|---|---|\n| Lind | 12 | 15 |\n\n{REST}\n")
    };
    let row = "Lind | 12 | 15";
    let million = table("Turnover, in million crowns:");
    holds_in(&[
        (&million, &table("Turnover, in billion crowns:"), row, false),
        (&million, &table("The turnover in million crowns:"), row, true),
    ]);
    let list =
        |line: &str, first: &str, second: &str| format!("# Towns\n\n{line}\n\n1. {first}\n2. {second}\n\n{REST}\n");
    let (north, south) = ("Norrhamn (45,000 people)", "Sundby (90,000 people)");
    let towns = list("The largest towns:", north, south);
    holds_in(&[
        (&towns, &list("The largest towns:", south, north), north, false),
        (&towns, &list("The largest towns:", north, "Sundby (now 91,000 people)"), north, true),
        (&list("Our towns:", north, south), &list("Our towns:", south, north), north, true),
    ]);
}

#[test]
fn a_quotation_without_a_speaker_leans_on_whoever_is_named_before_it() {
    let quote = |before: &str| format!("# Talk\n\n{before} “We lost 12 million crowns in May.”\n\n{REST}\n");
    let words = "“We lost 12 million crowns in May.”";
    holds_in(&[
        (&quote("Asked about it, Lind shrugged."), &quote("Asked about it, Berg shrugged."), words, false),
        (&quote("Asked about it, Lind shrugged."), &quote("Asked for it, Lind shrugged."), words, true),
    ]);
}

#[test]
fn other_languages_point_as_well() {
    holds(
        &[
            (
                "Die Stadt verkaufte das Haus an Peter Rask.",
                "Die Stadt verkaufte das Haus an Oskar Lund.",
                "Er hat 200 Leute.",
                false,
            ),
            ("Die Stadt kaufte 1998 ein Boot.", "Die Stadt kaufte 1999 ein Boot.", "Es ist 14 Meter lang.", true),
            ("Die Stadt kaufte 1998 ein Boot.", "Die Stadt kaufte 1998 ein Flugzeug.", "Es ist 14 Meter lang.", false),
        ],
        "de",
    );
}
