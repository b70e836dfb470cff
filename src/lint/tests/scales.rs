//! Tests of orders of magnitude: long and short scale, lakh and crore.

use super::{Certainty, codes, found};

/// Language, a text with an order of magnitude that is wrong, the same with the right one, what is said.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "The road costs Rs 5 crore (5 million rupees) a mile.",
        "The road costs Rs 5 crore (50 million rupees) a mile.",
        "Rs 5 crore is 50 million, the text says 5 million rupees",
    ),
    (
        "en",
        "Some 2 lakh families, or 20,000, moved out.",
        "Some 2 lakh families, or 200,000, moved out.",
        "2 lakh is 200,000, the text says 20,000",
    ),
    (
        "en",
        "The plan needs Rs 3 lakh crore, or 300 billion rupees.",
        "The plan needs Rs 3 lakh crore, or 3 trillion rupees.",
        "Rs 3 lakh crore is 3,000 billion, the text says 300 billion rupees",
    ),
    (
        "en",
        "The ministry spoke of 3 Milliarden (3 million) for the canal.",
        "The ministry spoke of 3 Milliarden (3 billion) for the canal.",
        "3 Milliarden is 3,000 million, the text says 3 million",
    ),
    (
        "en",
        "The debt is 2 Billionen euros, that is 2 billion euros.",
        "The debt is 2 Billionen euros, that is 2 trillion euros.",
        "2 Billionen euros is 2,000 billion, the text says 2 billion euros",
    ),
    (
        "de",
        "Der Kanal kostet 3 Milliarden Euro (3 Millionen Euro).",
        "Der Kanal kostet 3 Milliarden Euro (3000 Millionen Euro).",
        "3 Milliarden Euro is 3,000 Millionen, the text says 3 Millionen Euro",
    ),
    (
        "de",
        "Die Schulden liegen bei 2 Billionen Dollar (2 billion dollar).",
        "Die Schulden liegen bei 2 Billionen Dollar (2 trillion dollar).",
        "2 Billionen Dollar is 2,000 billion, the text says 2 billion dollar",
    ),
    (
        "fr",
        "Le plan coûte 4 milliards d'euros, soit 4 millions d'euros.",
        "Le plan coûte 4 milliards d'euros, soit 4 000 millions d'euros.",
        "4 milliards d'euros is 4,000 millions, the text says 4 millions d'euros",
    ),
    (
        "es",
        "La obra cuesta 7 mil millones de euros, es decir, 7 millones de euros.",
        "La obra cuesta 7 mil millones de euros, es decir, 7000 millones de euros.",
        "7 mil millones de euros is 7,000 millones, the text says 7 millones de euros",
    ),
    (
        "sv",
        "Bron kostar 6 miljarder kronor (6 miljoner kronor).",
        "Bron kostar 6 miljarder kronor (6000 miljoner kronor).",
        "6 miljarder kronor is 6,000 miljoner, the text says 6 miljoner kronor",
    ),
];

#[test]
fn one_amount_in_two_scales_comes_out_or_is_found() {
    for (language, wrong, right, says) in SLIPS {
        let told = found(wrong, language);
        assert_eq!(told.iter().map(|finding| finding.says.as_str()).collect::<Vec<_>>(), [*says], "{wrong}");
        assert!(told.iter().all(|one| one.kind.code() == "magnitude" && one.weight == Certainty::Error), "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn one_amount_in_two_scales_is_found_across_sentences() {
    for (language, wrong, right) in [
        (
            "en",
            "The state granted Rs 45 crore for the flood wall in Talpur.\nOf the flood wall in Talpur, worth Rs 45 lakh, nothing stands.",
            "The state granted Rs 45 crore for the flood wall in Talpur.\nOf the flood wall in Talpur, worth Rs 45 crore, nothing stands.",
        ),
        (
            "en",
            "The state granted Rs 45 crore for the flood wall in Talpur.\nThe flood wall in Talpur took Rs 45 million.",
            "The state granted Rs 45 crore for the flood wall in Talpur.\nThe flood wall in Talpur took Rs 450 million.",
        ),
        (
            "de",
            "Die Brücke kostet 45 Milliarden Euro.\nWarum die Brücke 45 Millionen Euro kostet, ist offen.",
            "Die Brücke kostet 45 Milliarden Euro.\nWarum die Brücke 45 Milliarden Euro kostet, ist offen.",
        ),
    ] {
        assert_eq!(codes(wrong, language), [("magnitude", Certainty::Doubt)], "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn scales_that_agree_or_say_other_things_are_left_alone() {
    for (language, text) in [
        ("en", "Profits came to 5 million (7 million in 2019) and fell."),
        ("en", "It may cost 3 million or 3 billion, nobody knows."),
        ("en", "In the long scale a billion is a million million."),
        ("en", "The German word Milliarde, 3 Milliarden (3 million), was mistaken for a million."),
        ("en", "The grant is about Rs 5 crore (roughly 48 million rupees)."),
        ("en", "One crore is 10 million and one lakh is 100,000."),
        ("en", "They counted 1 lakh votes in the first hall and ten.\nThey counted 10 lakh votes in the second hall."),
        ("fr", "Le fonds gère 3 billions d'euros, soit 3 000 milliards d'euros."),
        ("es", "El fondo gestiona 3 billones de euros, es decir, 3 millones de millones de euros."),
        ("sv", "Fonden har 3 biljoner kronor (3000 miljarder kronor)."),
        ("de", "Der Fonds hat 3 Billionen Euro (3000 Milliarden Euro)."),
    ] {
        assert_eq!(codes(text, language), [], "{text}");
    }
}
