//! What the gate shows of characters that hide, order or flood.

use super::*;
use proptest::prelude::*;

#[test]
fn an_escape_sequence_is_seen_not_obeyed() {
    assert_eq!(clean("a\u{1b}]52;c;cm0gLXJm\u{7}b"), "a␛]52;c;cm0gLXJm␇b");
    assert_eq!(clean("\u{9b}31m"), "\u{fffd}31m");
    assert_eq!(clean("FALSE\rTRUE"), "FALSE␍TRUE");
}

#[test]
fn plain_characters_show_as_they_are() {
    let plain: Vec<char> = ('\0'..=char::MAX).filter(|c| is_plain(*c)).collect();
    for c in &plain {
        let text = c.to_string();
        assert_eq!(shown(&text), Shown { text: Cow::Borrowed(&*text), width: 1, odd: false });
    }
    assert_eq!(plain.iter().collect::<String>().graphemes(true).count(), plain.len());
}

#[test]
fn bidi_overrides_and_invisible_characters_leave_a_mark() {
    for hidden in ["\u{202e}", "\u{200b}", "\u{2066}", "\u{feff}", "\u{e0069}", "\u{2060}", "\u{ffff}"] {
        assert_eq!(clean(&format!("a{hidden}b")), "a\u{fffd}b", "{:x}", hidden.chars().next().map_or(0, |c| c as u32));
    }
}

#[test]
fn families_flags_and_scripts_pass_whole() {
    for text in [
        "👩‍👩‍👧‍👦",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "🇸🇪",
        "❤️",
        "क्षि",
        "שלום",
        "مرحبا",
        "東京",
        "é",
        "e\u{301}",
    ] {
        assert_eq!(clean(text), text);
    }
    assert_eq!((width("東京"), width("👩‍👩‍👧"), width("e\u{301}")), (4, 2, 1));
}

#[test]
fn a_flood_of_marks_is_capped_and_a_lone_mark_gets_a_circle() {
    let flood = format!("a{}", "\u{301}".repeat(20_000));
    assert!(clean(&flood).len() < 70);
    assert_eq!(clean("\u{301}x"), "\u{25cc}\u{301}x");
    let lone = clean(&"\u{301}".repeat(20_000)).into_owned();
    assert_eq!(lone, format!("\u{25cc}{}…", "\u{301}".repeat(MARKS)));
    // A mark that takes a column leans on what stands before it all the same, here on the sign for a line break.
    let wide = clean(&format!("\n\u{cc1}{}", "\u{301}".repeat(11))).into_owned();
    assert_eq!(clean(&wide), wide);
    assert!(wide.contains("\u{25cc}\u{cc1}"));
}

#[test]
fn what_is_clean_stays_as_it_is() {
    for base in [
        "",
        "a",
        "東",
        "👩",
        " ",
        "\u{200b}",
        "\u{1b}",
        "\u{600}",
        "\u{1161}",
        "\u{b47}",
        "\u{11d46}",
        "\u{115f}\u{1161}",
    ] {
        for marks in [0, 1, 9, 10, 11, 12, 40] {
            let once = clean(&format!("x{base}{}y", "\u{301}".repeat(marks))).into_owned();
            assert_eq!(clean(&once), once, "{base:?} with {marks} marks");
            let alone = clean(&format!("{base}{}", "\u{20dd}".repeat(marks))).into_owned();
            assert_eq!(clean(&alone), alone, "{base:?} alone with {marks} marks");
        }
    }
}

#[test]
fn lines_are_clean_wherever_in_them_something_hides() {
    let plain = "Ein Satz – „so lang“, dass er über viele Bytes geht.\n";
    assert_eq!(clean_lines(&plain.repeat(3)), plain.repeat(3));
    for at in 0..70 {
        let lead = "a".repeat(at);
        assert_eq!(clean_lines(&format!("{lead}\u{1b}b\n{plain}\n")), format!("{lead}␛b\n{plain}\n"));
    }
    assert_eq!(clean_lines("a\r\nb\n\nc"), "a␍\nb\n\nc");
}

#[test]
fn a_report_shows_what_a_screen_shows() {
    for hidden in ["\u{200b}", "\u{2060}", "\u{ad}", "\u{202e}", "\u{1b}"] {
        let words = format!("a{hidden}b");
        assert_eq!(legible(&words), clean(&words));
    }
    assert_eq!(legible("two\r\nlines"), "two\nlines");
}

#[test]
fn a_long_title_ends_in_an_ellipsis_within_its_columns() {
    assert_eq!(fit("Bridge repair", 8), "Bridge…");
    assert_eq!(fit("東京東京", 5), "東京…");
    assert_eq!(fit("Bridge", 6), "Bridge");
    assert_eq!(fit("Bridge", 0), "");
}

#[test]
fn a_mark_stays_with_its_letter_at_the_end_of_what_is_plain() {
    assert_eq!(plain("cafe\u{301} Roe", 20), (3, 3));
    assert_eq!(plain("café Roe", 4), (5, 4));
    assert_eq!(plain("\u{301}", 4), (0, 0));
    assert_eq!((fit("cafe\u{301}", 4), fit("cafe\u{301}s", 4)), ("cafe\u{301}".into(), "caf…".into()));
    assert_eq!(width("cafe\u{301}"), 4);
}

#[test]
fn a_mark_with_a_column_of_its_own_is_counted() {
    assert_eq!(width("並\u{b47}"), UnicodeWidthStr::width("並\u{b47}"));
    assert_eq!(fit("並\u{b47}a", 3), "…");
}

proptest! {
    #[test]
    fn nothing_dangerous_passes(text in "(\\PC|[\u{0}-\u{9f}]|[\u{200b}-\u{206f}]|\u{301}|\u{feff}){0,60}") {
        let out = clean(&text);
        let caught = out.chars().any(|c| c.is_control() || (dangerous(c) && !joins(c, "\u{1f3f4}")));
        prop_assert!(!caught, "{:?}", out);
        prop_assert_eq!(clean(&out), &*out);
        prop_assert!(UnicodeWidthStr::width(&*fit(&text, 20)) <= 20);
        prop_assert!(width(&text) >= out.graphemes(true).count().min(1));
    }
}

#[test]
fn the_plain_beginning_ends_a_character_before_what_is_not_plain() {
    for text in
        ["", "a", "harbour", "é", "caf\u{e9} au lait", "cafe\u{301} au", "a\u{301}", "12 €\u{200b}", "東京", "ab\n"]
    {
        let ends = text.char_indices().find(|(_, c)| !is_plain(*c)).map(|(at, _)| at);
        for most in (0..12).chain([usize::MAX]) {
            let (bytes, columns) = plain(text, most);
            let (begins, rest) = text.split_at(bytes);
            assert_eq!((begins.chars().all(is_plain), begins.chars().count()), (true, columns), "{text:?} {most}");
            // It goes on as far as there is room, but for the last character before one that may join it.
            let goes_on = rest.chars().next().map(|c| bytes + c.len_utf8());
            let may_go_on = goes_on.is_some_and(|behind| ends.is_none_or(|ends| behind < ends));
            assert!(columns == most || !may_go_on, "{text:?} {most}");
        }
    }
}
