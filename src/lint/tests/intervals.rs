//! Tests of what lies before and after what, and by how long.

use super::{Certainty, codes, found};

/// Language, kind, weight, a text with a wrong length of time, the same with the right one.
const SLIPS: &[(&str, &str, Certainty, &str, &str)] = &[
    (
        "en",
        "relative",
        Certainty::Error,
        "The mill was founded in 1998, 10 years before it was sold in 2011.",
        "The mill was founded in 1998, 13 years before it was sold in 2011.",
    ),
    (
        "en",
        "relative",
        Certainty::Doubt,
        "The mill was founded in 1998, 12 years before it was sold in 2011.",
        "The mill was founded in 1998, 13 years before it was sold in 2011.",
    ),
    (
        "en",
        "relative",
        Certainty::Error,
        "She joined the choir in 2004, nine years after leaving school in 1990.",
        "She joined the choir in 2004, nine years after leaving school in 1995.",
    ),
    (
        "en",
        "order",
        Certainty::Error,
        "He bought the barn in 2010, six years before the fire of 2004.",
        "He bought the barn in 2010, six years after the fire of 2004.",
    ),
    (
        "en",
        "relative",
        Certainty::Error,
        "It opened in 2011 and had been planned eight years earlier, in 1999.",
        "It opened in 2011 and had been planned eight years earlier, in 2003.",
    ),
    (
        "en",
        "relative",
        Certainty::Error,
        "Twelve years after it opened in 1998, in 2015, the pool was drained.",
        "Twelve years after it opened in 1998, in 2010, the pool was drained.",
    ),
    (
        "en",
        "relative",
        Certainty::Doubt,
        "Twelve years after it opened in 1998, it closed in 2015.",
        "Twelve years after it opened in 1998, it closed in 2010.",
    ),
    (
        "en",
        "relative",
        Certainty::Error,
        "The strike began in March 2019, eight months before the vote in June 2020.",
        "The strike began in March 2019, fifteen months before the vote in June 2020.",
    ),
    (
        "en",
        "relative",
        Certainty::Error,
        "It sank on 3 March 2019, 12 days after it was launched on 9 February 2019.",
        "It sank on 3 March 2019, 22 days after it was launched on 9 February 2019.",
    ),
    (
        "en",
        "order",
        Certainty::Doubt,
        "He wrote it in 2010, before moving to Bergen in 2007.",
        "He wrote it in 2010, before moving to Bergen in 2012.",
    ),
    (
        "de",
        "relative",
        Certainty::Error,
        "Das Werk wurde 1998 gegründet, 9 Jahre vor dem Verkauf im Jahr 2011.",
        "Das Werk wurde 1998 gegründet, 13 Jahre vor dem Verkauf im Jahr 2011.",
    ),
    (
        "fr",
        "relative",
        Certainty::Error,
        "L'usine fut fondée en 1998, 9 ans avant sa vente en 2011.",
        "L'usine fut fondée en 1998, 13 ans avant sa vente en 2011.",
    ),
    (
        "es",
        "relative",
        Certainty::Error,
        "La fábrica abrió en 1998, 9 años antes de su venta en 2011.",
        "La fábrica abrió en 1998, 13 años antes de su venta en 2011.",
    ),
    (
        "sv",
        "relative",
        Certainty::Error,
        "Bruket öppnade 1998, 9 år före försäljningen år 2011.",
        "Bruket öppnade 1998, 13 år före försäljningen år 2011.",
    ),
];

#[test]
fn how_long_before_or_after_is_reckoned() {
    for (language, code, weight, wrong, right) in SLIPS {
        assert_eq!(codes(wrong, language), [(*code, *weight)], "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
    let says = &found(SLIPS[0].3, "en")[0].says;
    assert_eq!(says, "From 1998 to 2011 it is 13 years, not 10");
}

#[test]
fn moments_that_are_not_counted_from_each_other_are_left_alone() {
    for text in [
        "It opened in 1998, about 12 years before it was sold in 2011.",
        "It opened in 1998, 12 years after the war of 1980-1986.",
        "It opened in 1998, 12 years before it was sold, which helped the town of 2011.",
        "In 1998, 12 years, before and after, were lost; 2011 was better.",
        "Founded in 1998 by the guild of weavers and dyers of the town, 12 years before 2020 it was bankrupt.",
        "It closed in 2011, before reopening in 2012.",
        "She was born in 1960 and moved 20 years later to a house of 1890.",
        "Since 1998 the fee has risen for 12 years after 2000 buildings fell.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}
