//! Sentences in which a pronoun, a time or an amount points to what the sentence before names, wherever it stands in it: a draft that changes
//! that takes their verdict, and a draft that changes anything else leaves it.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Article, Claim, Origin, Session, Span, Verdict, marking};

fn article(text: &str, language: &str) -> Article {
    intake::read(text.as_bytes(), &Hint { name: "port.txt", language: Some(language) }).unwrap().article
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
