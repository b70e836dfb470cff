//! Tests of years that are counted from: feasts by their name, lives and terms in brackets, weekdays and years later.

use super::{Certainty, codes};

/// Language, kind, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "anniversary",
        "The choir, founded in 1906, marked its centenary in 2016.",
        "The choir, founded in 1906, marked its centenary in 2006.",
    ),
    (
        "en",
        "anniversary",
        "They married in 1950 and kept their golden wedding in 2010.",
        "They married in 1950 and kept their golden wedding in 2000.",
    ),
    (
        "en",
        "anniversary",
        "The bicentennial of the mole, built in 1806, was celebrated in 2016.",
        "The bicentennial of the mole, built in 1806, was celebrated in 2006.",
    ),
    (
        "en",
        "anniversary",
        "In 2016 the choir marked 90 years since its founding in 1906.",
        "In 2016 the choir marked 110 years since its founding in 1906.",
    ),
    (
        "en",
        "anniversary",
        "In 2016, the choir, which was set up in 1906, turned 90.",
        "In 2016, the choir, which was set up in 1906, turned 110.",
    ),
    (
        "de",
        "anniversary",
        "Der Chor wurde 1906 gegründet und feiert 2016 sein 90-jähriges Bestehen.",
        "Der Chor wurde 1906 gegründet und feiert 2016 sein 110-jähriges Bestehen.",
    ),
    ("en", "order", "Ida Lund (1981–1904) built the mole.", "Ida Lund (1904–1981) built the mole."),
    ("en", "order", "She was born in 1954 and graduated in 1945.", "She was born in 1945 and graduated in 1954."),
    (
        "en",
        "duration",
        "She led the port for eight years (1990-2002).",
        "She led the port for twelve years (1990-2002).",
    ),
    (
        "en",
        "duration",
        "She led the port for eight years, from 1990 until 2002.",
        "She led the port for twelve years, from 1990 until 2002.",
    ),
    (
        "en",
        "relative",
        "She was freed on Friday, three days after her arrest on Monday.",
        "She was freed on Thursday, three days after her arrest on Monday.",
    ),
    (
        "en",
        "relative",
        "The mole broke in 1990. Three years later, in 1998, it was mended.",
        "The mole broke in 1990. Three years later, in 1993, it was mended.",
    ),
    (
        "en",
        "relative",
        "They signed on 4 April. A week later, on 19 April, work began.",
        "They signed on 4 April. A week later, on 11 April, work began.",
    ),
    (
        "en",
        "age",
        "Born on 3 March 1950, Lund turned 80 on 3 March 2020.",
        "Born on 3 March 1950, Lund turned 70 on 3 March 2020.",
    ),
    (
        "fr",
        "age",
        "Le peintre, né en 1944, est mort en 2011 à l’âge de 76 ans.",
        "Le peintre, né en 1944, est mort en 2011 à l’âge de 66 ans.",
    ),
];

#[test]
fn years_are_counted_from_what_they_are_counted_from() {
    let told = |language: &str, text: &str| codes(text, language).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed = SLIPS.iter().filter(|(language, code, wrong, _)| told(language, wrong) != [*code]);
    assert_eq!(missed.map(|(language, _, wrong, _)| (told(language, wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(language, .., right)| !codes(right, language).is_empty());
    assert_eq!(alarmed.map(|(language, .., right)| (told(language, right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn years_of_other_things_are_left_alone() {
    for text in [
        "Founded in 1906, the choir joined the union in 1999, before its centenary.",
        "Founded in 1906, the choir sang at the centenary of the mole in 2001, and kept its own later.",
        "The choir, set up in 1906 by a man who turned 90 in 1990, sang.",
        "Thutmose (1479–1425) and the line 555 (1972-1931) are no lives.",
        "She was born in 1954 and her father enlisted in 1945.",
        "She led the port for eight years (1990-1998), and for two (2003-2005).",
        "She was freed on Friday, three weeks after her arrest on Monday.",
        "She was freed on Friday, ten days after her arrest on Tuesday.",
        "The mole broke in 1990. Three years later, in 1994, it was mended.",
        "They signed on 28 February. A week later, on 6 March, work began.",
        "They signed on 4 April. A week later, on Monday, work began.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    assert_eq!(
        codes("They signed on 4 April. A week later, on 19 April, work began.", "en"),
        [("relative", Certainty::Doubt)]
    );
}
