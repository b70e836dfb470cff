//! How a passage bears on a claim that it is taken for: each kind of turn, rate, part, year and name with its twin.

use std::sync::Arc;

use super::bearing;
use crate::evidence::{Citation, EvidenceFolder, Excerpt, Inquiry, plain};
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

fn all_bear(wanted: &Option<Support>, pairs: &[(&str, &str, &str)]) {
    let wrong = pairs.iter().filter_map(|(language, claim, passage)| {
        let told = bears(claim, passage, language);
        let compares = excerpt(claim, passage, language, true).compares;
        (told != (wanted.clone(), wanted.clone())).then(|| format!("{claim} | {passage}: {told:?} {compares:#?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "wanted {wanted:?}:\n{}", wrong.join("\n"));
}

const SUPPORTS: Option<Support> = Some(Support::Supports);
const CONTRADICTS: Option<Support> = Some(Support::Contradicts);

#[test]
fn a_passage_that_denies_or_only_means_a_thing_never_bears_it_out() {
    all_bear(
        &None,
        &[
            ("en", "The tannery employs 340 people.", "The tannery does not employ 340 people."),
            ("en", "The tannery employs 340 people.", "The owner denied that the tannery employs 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery never employed 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery plans to employ 340 people."),
            ("en", "The tannery employs 340 people.", "The tannery would employ 340 people."),
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
        &SUPPORTS,
        &[
            ("en", "The tannery employs 340 people.", "The tannery employs 340 people and does not export."),
            ("en", "The tannery employs 340 people.", "The tannery employs not only 340 people but their sons."),
            ("en", "The tannery does not employ 340 people.", "The tannery has never employed 340 people."),
            ("en", "The lock opened in 2019.", "The lock did not open until 2019."),
            ("en", "The tannery plans to employ 340 people.", "The tannery hopes to employ 340 people."),
            ("de", "Die Gerberei beschäftigt 340 Leute.", "Die Gerberei beschäftigt 340 Leute."),
        ],
    );
}

#[test]
fn a_figure_that_goes_the_other_way_contradicts() {
    all_bear(
        &CONTRADICTS,
        &[
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay rose by 12 percent."),
            ("en", "The guild grew by 45 members.", "The guild shrank by 45 members."),
            ("en", "The board raised the toll by 3 crowns.", "The board lowered the toll by 3 crowns."),
            ("en", "The guild saw a 12 percent rise in fees.", "The guild saw a 12 percent fall in fees."),
            ("de", "Die Miete am Kai sank um 12 Prozent.", "Die Miete am Kai stieg um 12 Prozent."),
        ],
    );
    all_bear(
        &SUPPORTS,
        &[
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay dropped by 12 percent."),
            ("en", "Rents on the quay fell by 12 percent.", "Rents on the quay fell by 12 percent, while wages rose."),
        ],
    );
    // Of something else it is no contradiction.
    let (unnamed, _) = bears("Rents fell by 12 percent.", "Wages of coopers in the old dockyard rose by 12 percent.", "en");
    assert_eq!(unnamed, None);
}
