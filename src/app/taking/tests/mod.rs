//! How a passage bears on a claim that it is taken for: each kind of turn, rate, part, year and name with its twin.

mod bounds;
mod exchanged;
mod rows;

use std::sync::Arc;

use super::bearing;
use crate::evidence::{Agrees, Citation, Compared, EvidenceFolder, Excerpt, Inquiry, plain};
use crate::review::Support;

/// The passage of a file with the words `passage` that is found for `claim`, the file being named by a note of the writer or not.
fn excerpt(claim: &str, passage: &str, language: &str, noted: bool) -> Excerpt {
    let folder = EvidenceFolder::new(vec![Arc::new(plain("a.txt", passage))], language).unwrap();
    let note = Citation { file: Some(0), ..Citation::default() };
    let notes = if noted { vec![&note] } else { Vec::new() };
    let found = folder.excerpts(&Inquiry { words: claim, notes, ..Inquiry::default() }, 5).unwrap();
    found.into_iter().next().unwrap_or_else(|| panic!("nothing was found for {claim}"))
}

/// How the passage bears on the claim where no note names it, and where one does.
fn bears(claim: &str, passage: &str, language: &str) -> (Option<Support>, Option<Support>) {
    let told = |noted| bearing(claim, language, &excerpt(claim, passage, language, noted));
    (told(false), told(true))
}

fn all_bear(wanted: Option<&Support>, pairs: &[(&str, &str, &str)]) {
    let wrong = pairs.iter().filter_map(|(language, claim, passage)| {
        let told = bears(claim, passage, language);
        let compares = excerpt(claim, passage, language, true).compares;
        ((told.0.as_ref(), told.1.as_ref()) != (wanted, wanted))
            .then(|| format!("{claim} | {passage}: {told:?} {compares:#?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "wanted {wanted:?}:\n{}", wrong.join("\n"));
}

const SUPPORTS: Option<Support> = Some(Support::Supports);
const CONTRADICTS: Option<Support> = Some(Support::Contradicts);

#[test]
fn a_passage_that_denies_or_only_means_a_thing_never_bears_it_out() {
    all_bear(
        None,
        &[
            ("en", "The tannery employs 340 people.", "The tannery does not employ 340 people."),
            ("en", "The tannery employs 340 people.", "The owner denied that the tannery employs 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery never employed 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery plans to employ 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery would employ 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery was said to have employed 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery failed to employ 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery employs fewer than 340 people."),
            ("en", "The tannery employs 340 people.", "It isn't true that the tannery employs 340 people."),
            ("en", "The tannery does not employ 340 people.", "The tannery employs 340 people."),
            ("en", "The council approved 27 sheds.", "The council rejected 27 sheds."),
            ("en", "The Herons won 14 matches.", "The Herons lost 14 matches."),
            ("en", "Exports of herring came to 620 tonnes.", "Imports of herring came to 620 tonnes."),
            ("en", "The cooper was born in 1874.", "The cooper died in 1874."),
            ("de", "Die Gerberei beschäftigt 340 Leute.", "Die Gerberei beschäftigt keine 340 Leute."),
            ("de", "Die Gerberei beschäftigt 340 Leute.", "Die Gerberei beschäftigt 340 Leute nicht."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "The tannery employs 340 people.", "The tannery employs 340 people and does not export."),
            ("en", "The tannery employs 340 people.", "The tannery employs not only 340 people but their sons."),
            ("en", "The tannery does not employ 340 people.", "The tannery has never employed 340 people."),
            ("en", "The lock opened in 2019.", "The lock did not open until 2019."),
            ("en", "The tannery employs 340 people.", "The tannery, which never closed, employs 340 people."),
            ("en", "The tannery plans to employ 340 people.", "The tannery hopes to employ 340 people."),
            ("de", "Die Gerberei beschäftigt 340 Leute.", "Die Gerberei beschäftigt 340 Leute."),
        ],
    );
}

/// That both have a figure bears nothing out where something else is said of it, whatever the words.
#[test]
fn a_passage_that_says_something_else_of_the_figure_never_bears_it_out() {
    all_bear(
        None,
        &[
            ("en", "The constables held 17 dockers.", "The constables looked for 17 dockers."),
            ("en", "The guild paid the fine of 5 million crowns.", "The guild fought the fine of 5 million crowns."),
            ("en", "The town owns 51 percent of the quay.", "The town rents 51 percent of the quay."),
            ("en", "The well is safe in 12 villages.", "The well is unsafe in 12 villages."),
            ("en", "The 9 coopers were paid.", "The 9 coopers were unpaid."),
            ("en", "The toll applies to 5,000 carters.", "The toll spares 5,000 carters."),
            ("en", "The clinic treated 900 patients for burns.", "The clinic treated 900 patients for measles."),
            ("en", "Marsh said 40 herons nest on the quay.", "Thrale said 40 herons nest on the quay."),
        ],
    );
    // The same words, and another that does it, was it, or may be it.
    all_bear(
        None,
        &[
            ("en", "Norby sued Asker for 5 million crowns.", "Asker sued Norby for 5 million crowns."),
            ("en", "Norby sued Asker for 5 million crowns.", "Norby was sued by Asker for 5 million crowns."),
            ("en", "Marsh gave 200 crowns to Thrale.", "Thrale gave 200 crowns to Marsh."),
            ("en", "The tannery employs 340 people.", "The tannery used to employ 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery once employed 340 people."),
            ("en", "The guild granted 12 million crowns.", "The guild has yet to grant 12 million crowns."),
            ("en", "The school has 400 pupils.", "The school has room for 400 pupils."),
            ("en", "The rule took effect on 1 July 2022.", "The rule was due to take effect on 1 July 2022."),
            ("en", "Just 3 of the 40 wells are clean.", "All but 3 of the 40 wells are clean."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "Norby sued Asker for 5 million crowns.", "Asker was sued by Norby for 5 million crowns."),
            ("en", "Marsh and Thrale gave 200 crowns.", "Thrale and Marsh gave 200 crowns."),
            ("en", "Between 30 and 40 carts sank in the harbour.", "In the harbour 36 carts sank."),
            ("en", "The storm killed 14 dockers.", "Fourteen dockers died in the storm."),
            ("en", "Marsh said 40 herons nest on the quay.", "On the quay 40 herons nest."),
            ("en", "The pier is 120 metres long.", "The pier has a length of 120 metres."),
            ("en", "The guild resigned in 2014.", "The resignation of the guild came in 2014."),
        ],
    );
}

#[test]
fn a_figure_that_goes_the_other_way_contradicts() {
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay rose by 12 percent."),
            ("en", "The guild grew by 45 members.", "The guild shrank by 45 members."),
            ("en", "The board raised the toll by 3 crowns.", "The board lowered the toll by 3 crowns."),
            ("en", "The guild saw a 12 percent rise in fees.", "The guild saw a 12 percent fall in fees."),
            ("de", "Der Umsatz am Kai wuchs um 8 Prozent.", "Der Umsatz am Kai schrumpfte um 8 Prozent."),
            ("de", "Die Miete am Kai sank um 12 Prozent.", "Die Miete am Kai stieg um 12 Prozent."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay dropped by 12 percent."),
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay fell by 12 percent, while wages rose."),
        ],
    );
    // Of something else it is no contradiction.
    let (unnamed, _) =
        bears("Rents fell by 12 percent.", "Wages of coopers in the old dockyard rose by 12 percent.", "en");
    assert_eq!(unnamed, None);
}

#[test]
fn a_round_figure_bears_out_what_rounds_to_it_and_no_more() {
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "The flood ruined 100 sheds.", "The flood ruined 98 sheds."),
            ("en", "The flood ruined about 40 sheds.", "The flood ruined 36 sheds."),
            ("en", "The flood ruined 12,000 barrels.", "The flood ruined 12,340 barrels."),
            ("en", "The flood ruined nearly 1 million bricks.", "The flood ruined 958,000 bricks."),
        ],
    );
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("en", "The flood ruined 100 sheds on the island.", "The flood ruined 149 sheds on the island."),
            (
                "en",
                "The flood ruined 1 million bricks on the island.",
                "The flood ruined 550,000 bricks on the island.",
            ),
            ("en", "The herring made up 60 percent of the catch.", "The herring made up 55 percent of the catch."),
            ("en", "The lock keeper served for 40 years.", "The lock keeper served for 36 years."),
        ],
    );
}

#[test]
fn a_part_in_words_is_as_round_as_its_hedge_says() {
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "A third of the boats were leaking.", "Of the boats 33.4 percent were leaking."),
            ("en", "Two thirds of the boats were leaking.", "Of the boats 66.5 percent were leaking."),
            ("en", "Nearly half of the boats were leaking.", "Of the boats 48.7 percent were leaking."),
            ("en", "More than half of the boats were leaking.", "Of the boats 54 percent were leaking."),
            ("en", "Three in four boats were leaking.", "Of the boats 75 percent were leaking."),
            ("en", "Three in four boats were leaking.", "Three out of four boats were leaking."),
            ("en", "It cost a quarter of a million crowns.", "It cost 250,000 crowns."),
        ],
    );
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("en", "More than half of the boats were leaking.", "Of the boats 46 percent were leaking."),
            ("en", "Eight in ten boats were leaking.", "Seven in ten boats were leaking."),
            ("en", "Between 30 and 40 carts sank in the harbour.", "In the harbour 52 carts sank."),
        ],
    );
    let told = bears("Three in four boats were leaking.", "Three boats were leaking and four were sold.", "en");
    assert_eq!(told.0, None);
}

#[test]
fn the_figure_of_another_year_or_person_never_bears_it_out() {
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            (
                "en",
                "In 2023 the clinic treated 7,400 patients.",
                "The clinic treated 7,400 patients in 2022 and 8,100 in 2023.",
            ),
            (
                "en",
                "In 2023 the clinic treated 7,400 patients.",
                "In 2022, the clinic treated 7,400 patients; in 2023, it treated 8,100 patients.",
            ),
            ("en", "Anna Roe received 512 votes.", "Ben Ash received 512 votes and Anna Roe 215 votes."),
        ],
    );
    all_bear(
        None,
        &[
            ("en", "In 2023 the clinic treated 7,400 patients.", "In 2022 the clinic treated 7,400 patients."),
            ("en", "Karl Brandt received 512 votes.", "Kurt Brandt received 512 votes."),
            ("en", "The women's team drew 1,840 guests.", "The men's team drew 2,310 guests."),
            ("en", "The old bridge carried 4,100 carts.", "The new bridge carried 5,200 carts."),
            ("en", "North Ferring has 8,140 inhabitants.", "South Ferring has 6,220 inhabitants."),
            ("en", "In the first quarter the yard sold 310 boats.", "In the second quarter the yard sold 280 boats."),
            ("en", "The girls' school has 420 pupils.", "The boys' school has 385 pupils."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            (
                "en",
                "In 2023 the clinic treated 8,100 patients.",
                "The clinic treated 7,400 patients in 2022 and 8,100 in 2023.",
            ),
            ("en", "Anna Roe received 215 votes.", "Ben Ash received 512 votes and Anna Roe 215 votes."),
            (
                "en",
                "The women's team drew 1,840 guests.",
                "The men's team drew 2,310 guests and the women's team 1,840 guests.",
            ),
            ("en", "The mill opened in the 1970s.", "The mill opened in 1974."),
        ],
    );
    let told = bears("The mill opened in the 1970s.", "The mill opened in 1983.", "en");
    assert_eq!(told, (CONTRADICTS, CONTRADICTS));
}

#[test]
fn a_rate_is_set_beside_the_same_rate_alone() {
    all_bear(
        None,
        &[
            ("en", "The museum draws 4,000 visitors a year.", "The museum draws 4,000 visitors a month."),
            ("en", "The toll is 12 crowns per tonne.", "The toll is 12 crowns per day."),
            ("en", "The toll rose to 12 percent.", "The toll rose by 12 percent."),
            ("en", "The van does 47 miles per gallon.", "The van uses 5 litres per 100 km."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "The museum draws 4,000 visitors a year.", "The museum draws 4,000 visitors annually."),
            ("en", "The toll rose by 12 percent.", "The toll rose 12 percent."),
            ("en", "The bay warmed by 2 degrees Celsius.", "The bay warmed by 3.6 degrees Fahrenheit."),
        ],
    );
}

#[test]
fn a_multiple_in_a_word_is_held_against_the_other() {
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("en", "Rents on the quay doubled in two years.", "Rents on the quay tripled in two years."),
            ("en", "The new ferry carries twice as many cars.", "The new ferry carries three times as many cars."),
        ],
    );
    all_bear(
        None,
        &[("en", "Rents on the quay doubled in two years.", "Rents on the quay were capped for two years.")],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[("en", "Rents on the quay doubled in two years.", "In two years rents on the quay doubled.")],
    );
}

/// What denies a passage denies all of its figures, and is told once.
#[test]
fn one_doubt_is_told_once_however_many_figures_it_turns() {
    let told = |claim: &str, passage: &str| {
        let compares = excerpt(claim, passage, "en", true).compares;
        let open = compares.into_iter().filter(|one| one.agrees == Agrees::Open);
        open.map(|one| (one.claim, one.source)).collect::<Vec<_>>()
    };
    let claim = "The guild built 12 berths, and it added 30 sheds, and it paid 4 million crowns.";
    let passage =
        "The guild never built 12 berths, and it has not added 30 sheds, but it refused to have paid 4 million crowns.";
    assert_eq!(told(claim, passage).len(), 1, "{:?}", told(claim, passage));
    let compares =
        excerpt("Rents on the quay fell by 12 percent.", "Rents on the quay rose by 12 percent.", "en", true).compares;
    assert_eq!(compares.len(), 1, "{compares:?}");
}

#[test]
fn a_namesake_is_no_agreement() {
    let agrees = |claim: &str, passage: &str| {
        let compares = excerpt(claim, passage, "en", false).compares;
        compares.iter().any(|one| one.kind == Compared::Name && one.agrees == Agrees::Yes)
    };
    let passage = "The keel was laid by the shipwright Kurt Brandt on the quay.";
    assert!(!agrees("The keel was laid by the shipwright Karl Brandt on the quay.", passage));
    for same in ["Kurt Brandt", "K. Brandt", "Mayor Brandt", "Brandt"] {
        assert!(agrees(&format!("The keel was laid by the shipwright {same} on the quay."), passage), "{same}");
    }
}

/// A deed that is only named, asked for, nearly done or possible is none.
#[test]
fn a_deed_that_is_only_named_never_bears_it_out() {
    let pairs = [
        ("The mayor resigned on 9 April.", "The mayor declined to resign on 9 April."),
        ("The mayor resigned on 9 April.", "On 9 April the council demanded that the mayor resign."),
        ("The mayor resigned on 9 April.", "On 9 April the mayor considered resigning."),
        ("The mill opened in 1974.", "The mill was to open in 1974."),
        ("The driver stopped at 3 lights.", "The driver failed to stop at 3 lights."),
        ("The bridge carries 9,000 cars a day.", "The bridge was designed to carry 9,000 cars a day."),
        ("The pool will reopen on 2 June.", "The pool may reopen on 2 June."),
        ("The quay closed on 4 June.", "The quay was close to closing on 4 June."),
        ("The quay closed on 4 June.", "The quay nearly closed on 4 June."),
        ("The hall holds 900 people.", "The hall can hold 900 people."),
        ("The plant produces 40 megawatts.", "The plant is capable of producing 40 megawatts."),
        ("The repair cost 42 million crowns.", "The repair was estimated to cost 42 million crowns."),
        ("The vote of 3 May was unanimous.", "The vote of 3 May was far from unanimous."),
        ("The mill will close in 2026.", "The mill will stay open in 2026."),
        ("The school has 240 pupils.", "The school has places for 240 pupils."),
        ("The yard employs 60 people.", "The yard employed 60 people until 2010."),
        ("All 24 members voted for the plan.", "All 24 members voted against the plan."),
    ];
    all_bear(None, &pairs.map(|(claim, passage)| ("en", claim, passage)));
}

/// Who does it and who suffers it have the same words.
#[test]
fn a_deed_turned_round_never_bears_it_out() {
    let pairs = [
        ("The town owes the builder 4 million crowns.", "The town is owed 4 million crowns by the builder."),
        ("The yard paid 2 million crowns in damages.", "The yard was paid 2 million crowns in damages."),
        ("The bank lent the club 7 million crowns.", "The club lent the bank 7 million crowns."),
    ];
    all_bear(None, &pairs.map(|(claim, passage)| ("en", claim, passage)));
    let pairs = [
        ("The harbour guard arrested 17 people.", "In the night 17 people were arrested by the harbour guard."),
        ("The bridge closed in 2019.", "The bridge was closed in 2019."),
        ("Twelve coopers and 18 sawyers signed the pledge.", "The pledge was signed by 18 sawyers and twelve coopers."),
    ];
    all_bear(SUPPORTS.as_ref(), &pairs.map(|(claim, passage)| ("en", claim, passage)));
    // What a preposition leads does nothing, wherever it stands.
    let german = ("de", "Auf dem Kai lagen 12 Boote.", "12 Boote lagen auf dem Kai.");
    all_bear(SUPPORTS.as_ref(), &[german]);
    // Where the unit stands once, and the other figure has it, nothing differs.
    all_bear(None, &[("en", "Norby paid 3 crowns and Asker paid 5.", "Asker paid 5 crowns and Norby paid 3.")]);
    // Where growth falls, it is another figure than where it grows.
    all_bear(None, &[("en", "Sales grew by 5 percent in 2020.", "Sales growth fell by 5 percent in 2020.")]);
}

#[test]
fn the_same_change_in_other_words_bears_it_out() {
    let pairs = [
        ("Fares on the tram went up 8 percent in March.", "Fares on the tram increased 8 percent in March."),
        ("Fares on the tram rose 8 percent in March.", "Fares on the tram went up 8 percent in March."),
        ("The guild slashed the budget by 3 million crowns.", "The guild cut the budget by 3 million crowns."),
        ("The yard said it would shut 14 shops.", "The yard said it will close 14 shops."),
        ("The mill was founded in 1974.", "The mill was established in 1974."),
        ("The fund received 14 million crowns.", "The fund got 14 million crowns."),
        ("The yard hired 40 sailmakers.", "The yard took on 40 sailmakers."),
        ("The mill closed in 1998.", "The mill shut down in 1998."),
        ("The council rejected 27 sheds.", "The council voted down 27 sheds."),
    ];
    all_bear(SUPPORTS.as_ref(), &pairs.map(|(claim, passage)| ("en", claim, passage)));
}
