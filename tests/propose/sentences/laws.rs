//! What holds for every text, however odd.

use factdesk::propose::{language, split};
use factdesk::review::Span;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that sentences turn on, with some that no sentence has.
const PIECES: [&str; 60] = [
    ".",
    "!",
    "?",
    "…",
    ". . .",
    "...",
    "。",
    "？",
    "؟",
    "।",
    "։",
    ":",
    ";",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "[3]",
    "《",
    "》",
    "「",
    "」",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\t",
    "•",
    "- ",
    "1.",
    "2)",
    "(a)",
    "b.",
    "Mr",
    "U.S",
    "e.g",
    "No",
    "Sept",
    "said",
    "The",
    "sank",
    "市",
    "은",
    "é",
    "\u{301}",
    "\u{200d}",
    "\u{202a}",
    "👩‍🚒",
    "🇩🇪",
    "\u{600}",
];

fn odd_text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![4 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned), 1 => ".{0,3}"],
        0..40,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_is_torn(text in odd_text(), tongue in prop::sample::select(&["", "en", "de", "ru", "zh", "el", "hy", "xx"][..])) {
        let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut last = 0;
        for span in split(&text, tongue) {
            prop_assert!(last <= span.start && span.start < span.end && span.end <= text.len(), "{span:?} in {text:?}");
            prop_assert!(Span::new(last, span.start).of(&text).trim().is_empty(), "words are left out before {span:?} of {text:?}");
            prop_assert!(boundaries.contains(&span.start) && boundaries.contains(&span.end), "{span:?} tears a grapheme of {text:?}");
            prop_assert!(!span.of(&text).trim().is_empty());
            last = span.end;
        }
        prop_assert!(Span::new(last, text.len()).of(&text).trim().is_empty(), "words are left out at the end of {text:?}");
    }

    #[test]
    fn a_language_is_always_found(text in odd_text()) {
        prop_assert!(!language::detect(&text).is_empty());
    }
}

#[test]
fn a_block_of_megabytes_is_cut() {
    for piece in [
        "no stop ",
        "! ",
        "...",
        ". . ",
        "\"Open. ",
        "1. a 2) b ",
        "\n",
        "A. B. ",
        "\u{202a}.",
        "[1].",
        "(",
        "。",
        "Who? so? ",
        " »",
    ] {
        let text = piece.repeat(400_000 / piece.len());
        let spans = split(&text, "en");
        assert!(
            spans.last().is_some_and(|span| span.end == text.trim_end().len()) || text.trim().is_empty(),
            "{piece:?}"
        );
    }
}
