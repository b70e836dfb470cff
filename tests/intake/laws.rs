//! Laws that hold for any text: order, boundaries, nothing lost, and reading what was read gives the same.

use proptest::prelude::*;

use super::{named, read};

/// Lines of words, lists, stops, odd blanks and hidden characters, with and without blank lines between.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Zåß東。]{1,9}",
        3 => Just(" ".to_owned()),
        2 => Just("\n".to_owned()),
        1 => prop_oneof![Just("\n\n".to_owned()), Just("\r\n".to_owned()), Just("\u{a0}".to_owned()), Just("\u{2028}".to_owned())],
        1 => prop_oneof![Just(". ".to_owned()), Just("- ".to_owned()), Just("1. ".to_owned()), Just("“".to_owned()), Just("\u{200b}".to_owned())],
        1 => prop_oneof![Just("\u{feff}".to_owned()), Just("\u{202e}".to_owned()), Just("e\u{301}".to_owned()), Just("Advertisement".to_owned())],
    ];
    prop::collection::vec(piece, 1..120)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("no words", |text| text.chars().any(char::is_alphanumeric))
}

fn readable(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    start.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #[test]
    fn no_readable_character_is_lost(text in texts()) {
        let taken = read(&text);
        prop_assert_eq!(readable(taken.article.text()), readable(&text));
    }

    #[test]
    fn reading_it_again_gives_the_same_text(text in texts()) {
        let once = read(&text).article.text().to_owned();
        let again = read(&once);
        prop_assert_eq!(again.article.text(), once);
    }

    #[test]
    fn blocks_hold_all_the_text_in_order(text in texts()) {
        let article = read(&text).article;
        let joined: Vec<&str> = article.blocks().iter().map(|block| article.words(block.span)).collect();
        prop_assert_eq!(joined.join("\n\n") + "\n", article.text());
        prop_assert!(joined.iter().all(|words| !words.is_empty() && words.trim() == *words));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = named("x", &bytes);
    }

    #[test]
    fn any_tags_are_read_or_refused(tags in prop::collection::vec("<(/)?(div|p|b|table|td|script|article|li|a href=x)>|words and more. |&amp;|<!--", 0..80)) {
        let _ = named("x.html", format!("<html>{}", tags.concat()).as_bytes());
    }

    #[test]
    fn any_marks_are_read_or_refused(marks in prop::collection::vec("# |\\* |> |\\[\\^a\\]|\\[a\\](http://b) |`|\\*\\*|words |\\n|---\\n|\\|", 0..80)) {
        let _ = named("x.md", marks.concat().as_bytes());
    }
}
