//! Votes against the number of those who vote.

use super::{Certainty, codes, found};

#[test]
fn more_votes_than_voters_are_an_error() {
    for text in [
        "The board has 21 members, 13 against and 9 for.",
        "The plan failed: 21 members, 13 against and 9 for.",
        "The 21-member board turned it down, with 13 against and 9 in favour.",
        "Thirteen of the 21 members voted against and nine for.",
        "The board's 15 trustees were split, eight in favour, six opposed and three abstaining.",
    ] {
        assert_eq!(codes(text, "en"), [("sum", Certainty::Error)], "{text}");
    }
    assert_eq!(found("The board has 21 members, 13 against and 9 for.", "en")[0].says, "13 + 9 = 22, the text says 21");
    let german = "Von den 21 Mitgliedern stimmten 13 dagegen und 9 dafür.";
    assert_eq!(codes(german, "de"), [("sum", Certainty::Error)]);
    // In the sentence before another body may be meant.
    let apart = "The board has 21 members. Thirteen voted against the plan and nine for it.";
    assert_eq!(codes(apart, "en"), [("sum", Certainty::Doubt)]);
}

#[test]
fn votes_that_fit_those_who_vote_are_passed_over() {
    for text in [
        "The board has 21 members, 12 against and 9 for.",
        // Some stay away.
        "The board has 21 members, 11 against and 7 for.",
        "The 21-member board turned it down, with 13 against and 8 in favour.",
        "Thirteen of the 21 members voted against and eight for.",
        // Two matters are two ballots.
        "The board has 21 members, 13 against the bridge, 9 for the ferry.",
        "The board has 21 members; about 13 were against and 9 for.",
        "It had 21 members for 13 years and 9 against whom nothing was said.",
        "The board has 21 members. It met in May. Thirteen voted against the plan and nine for it.",
        "The team has 21 members and won 13 games against 9 teams.",
        "There were 21 members and 40 delegates; 22 voted against and 18 for.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}
