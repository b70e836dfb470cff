//! Tests of parts that have names of their own beside their whole: behind it, before it, and what is left of it.

use super::{Certainty, codes};

/// Language, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str)] = &[
    (
        "en",
        "The choir has 41 men and 52 women, 97 singers in all.",
        "The choir has 41 men and 52 women, 93 singers in all.",
    ),
    (
        "en",
        "They own 61 barges and 17 tugs, a total of 76 boats.",
        "They own 61 barges and 17 tugs, a total of 78 boats.",
    ),
    ("en", "They own 61 barges and 17 tugs, making 76 boats.", "They own 61 barges and 17 tugs, making 78 boats."),
    ("en", "The 93 singers, 41 men and 50 women, came by boat.", "The 93 singers, 41 men and 52 women, came by boat."),
    (
        "en",
        "Nineteen children, 12 girls and 8 boys, missed the boat.",
        "Nineteen children, 12 girls and 7 boys, missed the boat.",
    ),
    ("en", "The boat held 60 people (34 women and 29 men).", "The boat held 60 people (34 women and 26 men)."),
    (
        "en",
        "Sixteen people drowned when the ferry sank off Alby in May: nine women, six men and two children.",
        "Sixteen people drowned when the ferry sank off Alby in May: nine women, five men and two children.",
    ),
    (
        "en",
        "The fleet has 90 boats, 40 of them in Alby and the other 60 in Borg.",
        "The fleet has 90 boats, 40 of them in Alby and the other 50 in Borg.",
    ),
    (
        "en",
        "Of 70 pilots, 30 were from Alby and the remaining 50 from Borg.",
        "Of 70 pilots, 30 were from Alby and the remaining 40 from Borg.",
    ),
    (
        "en",
        "The sum is made up of $30 million for quays, $20 million for cranes and $10 million for pilots, $70 million altogether.",
        "The sum is made up of $30 million for quays, $20 million for cranes and $10 million for pilots, $60 million altogether.",
    ),
    (
        "en",
        "Together the three mills employ 90 people: the old mill 40, the new mill 30 and the dye works 25.",
        "Together the three mills employ 90 people: the old mill 40, the new mill 30 and the dye works 20.",
    ),
    (
        "de",
        "Der Chor hat 41 Männer und 52 Frauen, insgesamt 97 Stimmen.",
        "Der Chor hat 41 Männer und 52 Frauen, insgesamt 93 Stimmen.",
    ),
    ("de", "Neunzehn Kinder, 12 Mädchen und 8 Jungen, kamen.", "Neunzehn Kinder, 12 Mädchen und 7 Jungen, kamen."),
    (
        "de",
        "Von den 70 Lotsen kamen 30 aus Alby und die übrigen 50 aus Borg.",
        "Von den 70 Lotsen kamen 30 aus Alby und die übrigen 40 aus Borg.",
    ),
    (
        "fr",
        "Le chœur compte 41 hommes et 52 femmes, soit 97 voix au total.",
        "Le chœur compte 41 hommes et 52 femmes, soit 93 voix au total.",
    ),
    (
        "fr",
        "Quatre-vingts personnes étaient à bord : soixante adultes et trente enfants.",
        "Quatre-vingt-dix personnes étaient à bord : soixante adultes et trente enfants.",
    ),
    (
        "es",
        "El coro tiene 41 hombres y 52 mujeres, 97 voces en total.",
        "El coro tiene 41 hombres y 52 mujeres, 93 voces en total.",
    ),
    ("sv", "Kören har 41 män och 52 kvinnor, totalt 97 röster.", "Kören har 41 män och 52 kvinnor, totalt 93 röster."),
];

#[test]
fn parts_with_names_of_their_own_are_added_up() {
    let told = |language: &str, text: &str| codes(text, language).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let missed =
        SLIPS.iter().filter(|(language, wrong, _)| !matches!(told(language, wrong).as_slice(), ["sum" | "casualties"]));
    assert_eq!(missed.map(|(language, wrong, _)| (told(language, wrong), wrong)).collect::<Vec<_>>(), []);
    let alarmed = SLIPS.iter().filter(|(language, _, right)| !codes(right, language).is_empty());
    assert_eq!(alarmed.map(|(language, _, right)| (told(language, right), right)).collect::<Vec<_>>(), []);
}

#[test]
fn what_may_be_some_of_more_is_doubted_at_most() {
    // Others than barges and tugs may be among them.
    assert_eq!(codes("They own 61 barges and 17 tugs, 85 boats in all.", "en"), [("sum", Certainty::Doubt)]);
    assert_eq!(
        codes("Sixteen people died, nine women and five men, she said.", "en"),
        [("casualties", Certainty::Doubt)]
    );
    assert_eq!(codes("With 27 barges and 4 tugs the port has 33 boats.", "en"), [("sum", Certainty::Doubt)]);
}

#[test]
fn parts_that_are_only_some_of_the_whole_are_left_alone() {
    for text in [
        "It has 3 barges, 2 tugs and 1 ferry, 45 boats in all.",
        "They own 61 barges and 17 tugs, more than 90 boats in all.",
        "The 93 singers, including 41 men and 50 women, came by boat.",
        "Nineteen children, among them 12 girls and 8 boys of the choir, missed it.",
        "Sixteen people died, nine women, five men and an infant, she said.",
        "Sixteen people died, nine women and five men, and two children.",
        "In a choir of 24, 10 girls and 8 boys sang alone.",
        "Of 30 guests only ten, six men and four women, came.",
        "The hall has 60 seats, and 40 men and 30 women came.",
        "He met 12 people, two men and a woman he knew among them, and 3 dogs.",
        "The fleet has 90 boats, 40 of them in Alby; ten of those are new, the other 30 old.",
        "Of 70 pilots, 30 were from Alby; ten of these stayed and the other 20 left.",
        "Of the 12 boats in 3 ports, 5 sank and the other 7 were sold.",
        "She wrote 12 books, 5 of them here, and the other 2 sisters wrote none.",
        "With 27 barges and 4 tugs the port has 600 berths.",
        "With 27 barges and 4 tugs it has more than the 30 boats of Borg.",
        "The three mills sold 900 sacks: the old one 400 and the new one 300.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}
