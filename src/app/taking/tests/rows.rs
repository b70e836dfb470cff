//! Rows of tables: the right row, the right column, and what is the same by chance.

use std::sync::Arc;

use super::super::bearing;
use super::{CONTRADICTS, SUPPORTS};
use crate::evidence::{Citation, EvidenceFolder, Inquiry, table};
use crate::review::Support;

const FERRIES: &str = "ferry,built,inspected,cars,pilots\nGull,1978,2022-05-14,120,30\nHeron,1984,2021-06-01,96,12\n";
const QUAYS: &str = "quay,year,tonnes landed\nTimber Quay,2020,1840\nTimber Quay,2021,1978\nHerring Quay,2021,1650\n";
const BOATS: &str = "Boot;Baujahr;Autos\nMöwe;1978;120\nReiher;1984;96\n";

/// How the best row of a table that a note names bears on a claim.
fn bears(claim: &str, rows: &str, language: &str) -> Option<Support> {
    let folder = EvidenceFolder::new(vec![Arc::new(table("a.csv", rows))], language).unwrap();
    let note = Citation { file: Some(0), ..Citation::default() };
    let found = folder.excerpts(&Inquiry { words: claim, notes: vec![&note], ..Inquiry::default() }, 5).unwrap();
    bearing(claim, language, found.first().unwrap_or_else(|| panic!("nothing was found for {claim}")))
}

fn all_bear(wanted: Option<&Support>, claims: &[(&str, &str, &str)]) {
    for (language, claim, rows) in claims {
        assert_eq!(bears(claim, rows, language).as_ref(), wanted, "{claim}");
    }
}

#[test]
fn a_figure_of_another_row_or_column_contradicts() {
    all_bear(
        CONTRADICTS.as_ref(),
        &[
            ("en", "The Gull carries 96 cars.", FERRIES),
            ("en", "The Gull has 12 pilots and 120 cars.", FERRIES),
            ("en", "The Heron carries 12 cars.", FERRIES),
            ("en", "The Gull has 120 pilots and 30 cars.", FERRIES),
            ("en", "The Gull was built in 1984.", FERRIES),
            ("en", "The Gull was built in 1984 and carries 120 cars.", FERRIES),
            ("en", "The Gull was inspected on 4 May 2022.", FERRIES),
            ("de", "Die Möwe fasst 96 Autos.", BOATS),
            ("de", "Die Möwe wurde 1984 gebaut und fasst 120 Autos.", BOATS),
        ],
    );
}

#[test]
fn the_figure_of_its_own_row_bears_it_out() {
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "The Gull carries 120 cars.", FERRIES),
            ("en", "The Gull has 30 pilots and 120 cars.", FERRIES),
            ("en", "The Heron carries 96 cars.", FERRIES),
            ("en", "The Gull was built in 1978.", FERRIES),
            ("en", "The Gull was inspected on 14 May 2022.", FERRIES),
            ("de", "Die Möwe wurde 1978 gebaut und fasst 120 Autos.", BOATS),
            // 1978 is no year there.
            ("en", "In 2021 Timber Quay landed 1,978 tonnes.", QUAYS),
        ],
    );
}

#[test]
fn a_row_of_something_else_bears_nothing_out() {
    all_bear(
        None,
        &[
            ("en", "The Tern carries 96 cars.", FERRIES),
            ("en", "The voyage took 30 days.", FERRIES),
            ("en", "In 2021 Timber Quay landed 1,840 tonnes.", QUAYS),
            ("en", "Salt Quay landed 1,650 tonnes in 2021.", QUAYS),
        ],
    );
}
