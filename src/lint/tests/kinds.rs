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
