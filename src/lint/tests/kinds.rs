//! Tests of kinds that come in many forms: days that follow, lists, headlines, names.

use super::{Certainty, article, codes, findings};

/// Language, kind, a text with a slip, the same without it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "relative",
        "The council voted on 4 March 2024. The next day, 7 March, the clerk resigned.",
        "The council voted on 4 March 2024. The next day, 5 March, the clerk resigned.",
    ),
    (
        "en",
        "relative",
        "The council voted on Monday, 4 March 2024. Two days later, on Friday, the clerk resigned.",
        "The council voted on Monday, 4 March 2024. Two days later, on Wednesday, the clerk resigned.",
    ),
    (
        "en",
        "relative",
        "The hearing began on 2 June 2020. It ended three weeks later, on 30 June.",
        "The hearing began on 2 June 2020. It ended three weeks later, on 23 June.",
    ),
    (
        "en",
        "relative",
        "On Thursday the judge ruled. The following day, Saturday, the clerk resigned.",
        "On Thursday the judge ruled. The following day, Friday, the clerk resigned.",
    ),
    (
        "en",
        "order",
        "The barge left on 12 April 2012. The bells rang on 10 April 2012, the day before, on 14 April.",
        "The barge left on 12 April 2012. The bells rang on 10 April 2012, the day before, on 9 April.",
    ),
    (
        "de",
        "relative",
        "Der Rat stimmte am 4. März 2024 ab. Am nächsten Tag, dem 7. März, trat er zurück.",
        "Der Rat stimmte am 4. März 2024 ab. Am nächsten Tag, dem 5. März, trat er zurück.",
    ),
    (
        "fr",
        "relative",
        "Le conseil a voté le 4 mars 2024. Le lendemain, le 7 mars, il a démissionné.",
        "Le conseil a voté le 4 mars 2024. Le lendemain, le 5 mars, il a démissionné.",
    ),
    (
        "es",
        "relative",
        "El consejo votó el 4 de marzo de 2024. Al día siguiente, el 7 de marzo, dimitió.",
        "El consejo votó el 4 de marzo de 2024. Al día siguiente, el 5 de marzo, dimitió.",
    ),
    (
        "sv",
        "relative",
        "Rådet röstade den 4 mars 2024. Dagen efter, den 7 mars, avgick han.",
        "Rådet röstade den 4 mars 2024. Dagen efter, den 5 mars, avgick han.",
    ),
    ("en", "count", "Two parishes, Alby, Borg and Dalen, signed.", "Three parishes, Alby, Borg and Dalen, signed."),
    (
        "en",
        "count",
        "She toured four towns – Alby, Borg and Dalen – in a week.",
        "She toured three towns – Alby, Borg and Dalen – in a week.",
    ),
    (
        "en",
        "count",
        "The three clerks are Ana Ruiz, Ben Cole, Dora Finch and Eli Stone.",
        "The four clerks are Ana Ruiz, Ben Cole, Dora Finch and Eli Stone.",
    ),
    (
        "en",
        "count",
        "He gave 3 reasons: cost, time, safety and noise.",
        "He gave 4 reasons: cost, time, safety and noise.",
    ),
    (
        "en",
        "headline",
        "# Seven dead in quarry blast\nNine people died when a blast shook the quarry on Friday.",
        "# Nine dead in quarry blast\nNine people died when a blast shook the quarry on Friday.",
    ),
    (
        "en",
        "headline",
        "# Three ferries to stop in June\nFour ferries on the sound will stop in June, the line said.",
        "# Four ferries to stop in June\nFour ferries on the sound will stop in June, the line said.",
    ),
    (
        "en",
        "headline",
        "# Man, 34, held for theft of bell\nA 43-year-old man was held on Monday for the theft of a bell.",
        "# Man, 43, held for theft of bell\nA 43-year-old man was held on Monday for the theft of a bell.",
    ),
    (
        "en",
        "name",
        "Sarah McAllen won the seat.\nMcAlen thanked her team.",
        "Sarah McAllen won the seat.\nMcAllen thanked her team.",
    ),
    ("en", "name", "Mayor Jean Dumont spoke.\nDumond later left.", "Mayor Jean Dumont spoke.\nDumont later left."),
];

/// Calendar, sums, units and number words of the four languages beside English.
const LANGUAGES: &[(&str, &str, &str, &str)] = &[
    ("de", "weekday", "Am Montag, dem 13. Mai 2025, begann es.", "Am Dienstag, dem 13. Mai 2025, begann es."),
    ("de", "calendar", "Es begann am 31. April 2019 in Köln.", "Es begann am 30. April 2019 in Köln."),
    (
        "de",
        "sum",
        "Von den 60 Mitgliedern stimmten 30 dafür, 20 dagegen und 15 enthielten sich.",
        "Von den 60 Mitgliedern stimmten 30 dafür, 20 dagegen und 10 enthielten sich.",
    ),
    ("de", "unit", "Die Strecke ist 50 Meilen (30 km) lang.", "Die Strecke ist 50 Meilen (80 km) lang."),
    (
        "de",
        "sum",
        "Von den einundzwanzig Orten liegen zwölf am Meer, sechs am Fluss und vier im Wald.",
        "Von den zweiundzwanzig Orten liegen zwölf am Meer, sechs am Fluss und vier im Wald.",
    ),
    ("fr", "weekday", "Il a ouvert le lundi 13 mai 2025.", "Il a ouvert le mardi 13 mai 2025."),
    ("fr", "calendar", "Il a ouvert le 31 avril 2019.", "Il a ouvert le 30 avril 2019."),
    ("fr", "unit", "La route fait 50 miles (30 km) de long.", "La route fait 50 miles (80 km) de long."),
    (
        "fr",
        "sum",
        "Sur les vingt et un villages, douze sont en bord de mer, six sur le fleuve et quatre en forêt.",
        "Sur les vingt-deux villages, douze sont en bord de mer, six sur le fleuve et quatre en forêt.",
    ),
    ("es", "weekday", "Abrió el lunes 13 de mayo de 2025.", "Abrió el martes 13 de mayo de 2025."),
    ("es", "calendar", "Abrió el 31 de abril de 2019.", "Abrió el 30 de abril de 2019."),
    ("es", "unit", "La ruta tiene 50 millas (30 km) de largo.", "La ruta tiene 50 millas (80 km) de largo."),
    (
        "es",
        "sum",
        "De los 60 miembros, 30 votaron a favor, 20 en contra y 15 se abstuvieron.",
        "De los 60 miembros, 30 votaron a favor, 20 en contra y 10 se abstuvieron.",
    ),
    ("sv", "weekday", "Den öppnade måndagen den 13 maj 2025.", "Den öppnade tisdagen den 13 maj 2025."),
    ("sv", "calendar", "Den öppnade den 31 april 2019.", "Den öppnade den 30 april 2019."),
    ("sv", "unit", "Vägen är 50 kilometer (10 mile) lång.", "Vägen är 50 kilometer (31 mile) lång."),
    (
        "sv",
        "sum",
        "Av de tjugoen byarna ligger tolv vid havet, sex vid floden och fyra i skogen.",
        "Av de tjugotvå byarna ligger tolv vid havet, sex vid floden och fyra i skogen.",
    ),
];

#[test]
fn calendar_sums_units_and_number_words_are_known_in_five_languages() {
    for (language, code, wrong, right) in LANGUAGES {
        assert_eq!(codes(wrong, language), [(*code, Certainty::Error)], "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn each_form_is_found_where_it_is_wrong_and_not_where_it_is_right() {
    for (language, code, wrong, right) in SLIPS {
        assert_eq!(codes(wrong, language).iter().map(|(code, _)| *code).collect::<Vec<_>>(), [*code], "{wrong}");
        assert_eq!(codes(right, language), [], "{right}");
    }
}

#[test]
fn days_are_counted_from_the_date_that_a_text_begins_with_or_its_page_tells() {
    for head in ["HOLMVIK, 13 May 2025 – ", "HOLMVIK, 13 May 2025\n", "Holmvik (13 May 2025) — "] {
        assert_eq!(
            codes(&format!("{head}It rained yesterday (Sunday)."), "en"),
            [("relative", Certainty::Doubt)],
            "{head}"
        );
        assert_eq!(codes(&format!("{head}It rained yesterday (Monday)."), "en"), [], "{head}");
    }
    let mut told = article("It rained yesterday (Sunday), and on Friday, 10 May.", "en");
    assert!(findings(&told).is_empty(), "nobody knows of which day it is");
    for published in ["2025-05-13T09:30:00Z", "13 May 2025", "Published on Tuesday, 13 May 2025 at 9:30"] {
        told.provenance.published = Some(published.to_owned());
        assert_eq!(findings(&told).len(), 2, "{published}");
    }
    told.provenance.published = Some("2025-05-12".to_owned());
    assert_eq!(findings(&told).len(), 1, "yesterday was a Sunday then");
}

#[test]
fn two_of_one_surname_whom_the_text_tells_apart_are_two() {
    let slip = "Erik Holm came to the quay.\nThe herring are gone, said Peter Holm.";
    assert_eq!(codes(slip, "en"), [("firstname", Certainty::Doubt)]);
    for text in [
        "Anna Holm came to the quay.\nThe herring are gone, said Peter Holm.",
        "Erik Holm met Peter Holm at the quay.",
        "Erik Holm came to the quay.\nPeter Holm, who is not related to the mayor, stayed away.",
        "Erik Holm, the mayor of Ulvik, came.\nThe herring are gone, said Peter Holm, a fisher.",
        "Erik Holm came.\nErik Holm, a former teacher, spoke.\nPeter Holm, a young reporter, wrote.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
    let same = "Erik Holm, the mayor, came to the quay.\nThe herring are gone, said Peter Holm, the mayor.";
    assert_eq!(codes(same, "en"), [("firstname", Certainty::Doubt)]);
}

#[test]
fn what_looks_like_a_slip_and_is_none_is_left_alone() {
    for text in [
        "Chapter 3 covers: a boat, a barge, a raft and a bell.",
        "On page 3 reasons: cost, time, safety and noise.",
        "Two parishes, Alby, in the north, and Borg, in the south, signed.",
        "The vote was on 4 March 2024 and 6 March 2024. The next day, 7 March, he left.",
        "The vote was on 4 March 2024. Nobody came. The next day, 9 March, was better.",
        "\"The vote was on 4 March 2024.\" The next day, 9 March, was better, she wrote.",
        "# Three boats sink\nThe owner of three boats said nine boats sank in all.",
        "# Man, 34, held for theft of bell\nAdam Cole, 34, was held; a 43-year-old man was freed, the bell is back.",
    ] {
        assert_eq!(codes(text, "en"), [], "{text}");
    }
}
