//! The eye: nothing on the screen touches what it does not belong to, nothing is told twice, and what one works on is in view.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests, where a panic is the report"
)]

use crate::support::{TestDesk, desk_of, session_of};
use factdesk::app::listing::Listing;
use factdesk::app::{Action, Outcome};
use factdesk::review::Tally;

/// Claims that begin in one row, one that contradicts the calendar, and more of them than one figure counts.
fn crowded() -> TestDesk {
    let head =
        "Bridges\nIt met on Monday, 13 May 2025. It fell. It rose. It stood there for a year and then it was sold.";
    let claims =
        ["It met on Monday, 13 May 2025.", "It fell.", "It rose.", "It stood there for a year and then it was sold."];
    let more: Vec<String> = (0..14).map(|n| format!("Pier {n} was shut on Monday, {} May 2025.", n + 10)).collect();
    let article = format!("{head}\n{}", more.join(" "));
    let claims: Vec<(&str, &str)> =
        claims.into_iter().chain(more.iter().map(String::as_str)).map(|claim| (claim, "")).collect();
    desk_of(session_of(&article, &claims)).keys("g").advised()
}

#[test]
fn a_sign_a_glyph_and_a_number_in_the_margin_never_touch() {
    for ascii in [false, true] {
        for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
            for keys in ["g", "G", "g V j j"] {
                let mut desk = crowded();
                desk.model.settings.look.ascii = ascii;
                let desk = desk.sized(width, height).keys(keys);
                let layout = desk.model.desk().unwrap().layout(desk.model.size);
                let from = layout.article.x.max(layout.margin.x.saturating_sub(1));
                let list = (layout.list.x, layout.list.x + layout.margin.width);
                for columns in [(from, layout.words.x), list] {
                    let is_sign = |c: char| !c.is_ascii_digit() && !" ▌▏".contains(c);
                    for row in desk.screen().lines().skip(2).take(usize::from(layout.list.height)) {
                        let cut: Vec<char> =
                            row.chars().skip(columns.0.into()).take((columns.1 - columns.0).into()).collect();
                        let touch = |pair: &[char]| {
                            let counts = pair[0] == '+' && pair[1].is_ascii_digit();
                            !counts
                                && pair.iter().all(|c| *c != ' ' && !"▌▏".contains(*c))
                                && pair.iter().any(|c| is_sign(*c))
                        };
                        assert!(!cut.windows(2).any(touch), "{row}\n{}", desk.screen());
                    }
                }
            }
        }
    }
    let said = |desk: TestDesk| desk.screen().lines().filter(|row| row.chars().take(10).any(|c| c == '!')).count();
    assert!(said(crowded().sized(200, 60).keys("j")) > 0 && said(crowded().sized(80, 24).keys("j")) > 0);
}

#[test]
fn a_panel_says_its_keys_once() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for keys in
            ["f", "H", "v k H", "e", "s", "s tab", "r", "w", "S esc :", ",", "A", "i", "enter", "E", "F", "v k y r"]
        {
            let desk = crate::support::desk().keys("s").types("Minutes").keys("enter j v k");
            let desk = desk.sized(width, height).keys(keys);
            if desk.model.panels.is_empty() {
                continue;
            }
            let screen = desk.screen();
            let told = screen.lines().filter(|row| row.contains("esc ")).count();
            assert!(told <= 1, "{keys} at {width}:\n{screen}");
            let last = screen.lines().last().unwrap_or_default();
            assert!(last.contains("esc ") || last.contains("n no"), "{keys} at {width}:\n{screen}");
        }
    }
}

#[test]
fn a_panel_leaves_the_whole_selected_sentence_in_view_where_there_is_room() {
    let long = |n: usize| {
        format!(
            "Pier {n} of the old harbour was shut for repairs in the spring of 1999, and nobody was told why it was so{n}."
        )
    };
    let lines: Vec<String> = (0..12).map(long).collect();
    let claims: Vec<(&str, &str)> = lines.iter().map(|line| (line.as_str(), "")).collect();
    let article = format!("Piers\n{}", lines.join("\n"));
    for (width, height) in [(80, 24), (120, 40)] {
        for place in ["g", "3 G", "4 G", "5 G", "6 G", "7 G", "G"] {
            for keys in ["H", ":", "e", "r", "s"] {
                let desk =
                    desk_of(session_of(&article, &claims)).sized(width, height).keys("2 G v d u v d 8 G").keys(place);
                let desk = desk.keys(keys);
                assert!(!desk.model.panels.is_empty(), "{keys}");
                let words =
                    desk.model.desk().and_then(|held| Some(held.session.words_of(held.claim()?).to_owned())).unwrap();
                let end = words.rsplit(' ').next().unwrap_or_default();
                let place_of = desk.model.desk().unwrap().layout(desk.model.size).words;
                let screen = desk.screen();
                let article: Vec<String> = screen
                    .lines()
                    .map(|row| row.chars().skip(place_of.x.into()).take(place_of.width.into()).collect())
                    .collect();
                let told = article.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(told.contains(end), "{place} {keys} at {width}:\n{screen}");
            }
        }
    }
}

#[test]
fn on_a_narrow_screen_a_title_has_what_its_row_has() {
    let listing = |n: usize| Listing {
        name: format!("session-{n}"),
        path: format!("/tmp/session-{n}.factdesk.json").into(),
        title: format!("Harbour plan number {n} wins the vote of all"),
        tally: Tally { unchecked: 90 + n, verified: 4, ..Tally::default() },
        assigned: vec![("anna".to_owned(), 20), ("bea".to_owned(), 30)],
        ..Listing::default()
    };
    let desk =
        crate::support::desk().sized(40, 12).action(Action::Came(Outcome::Listed((0..170).map(listing).collect())));
    let screen = desk.screen();
    let shown: Vec<&str> = screen.lines().filter(|row| row.contains("Harbour")).collect();
    assert!(!shown.is_empty(), "{screen}");
    for row in shown {
        let title = row.trim_start_matches(['▌', ' ']).split("  ").next().unwrap_or_default();
        assert!(title.chars().count() >= 26, "{screen}");
        assert!(row.contains("4/"), "{screen}");
    }
}

#[test]
fn n_goes_through_what_was_found_in_the_help() {
    let at = |desk: &TestDesk| match desk.model.panels.last() {
        Some(factdesk::app::panel::Panel::Help(help)) => help.at,
        _ => None,
    };
    let desk = crate::support::desk().sized(80, 24).keys("? n").sees("/ finds words");
    let desk = desk.keys("/").types("claim").keys("enter");
    let rows = |desk: &TestDesk| desk.screen();
    let first = desk.keys("n");
    let one = at(&first);
    let second = first.keys("n");
    let two = at(&second);
    assert!(one.is_some() && two > one, "{one:?} {two:?}");
    let back = second.keys("N");
    assert_eq!(at(&back), one);
    let before = rows(&back);
    let far = back.keys("n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n");
    assert_ne!(rows(&far), before, "what is gone to comes into view");
    far.sees_no("means nothing");
}

#[test]
fn a_cut_is_no_full_stop_where_there_is_only_ascii() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut desk = crate::support::desk();
        desk.model.settings.look.ascii = true;
        let screen = desk.sized(width, height).keys("j").screen();
        for line in screen.lines() {
            assert!(!line.contains(" . ") && !line.contains(".."), "{line}\n{screen}");
        }
    }
}

/// Where the frame on the screen begins, and how many columns are free behind it.
fn sides(screen: &str) -> Option<(usize, usize)> {
    let row: Vec<char> = screen.lines().find(|row| row.contains('╭'))?.chars().collect();
    let wide = screen.lines().map(|row| row.chars().count()).max().unwrap_or_default();
    let at = |corner| row.iter().position(|c| *c == corner);
    Some((at('╭')?, wide - at('╮')? - 1))
}

#[test]
fn beside_a_panel_no_scraps_of_words_are_left() {
    for (width, height) in [(28, 9), (40, 12), (80, 24), (100, 30), (120, 40), (200, 60)] {
        for keys in ["?", "f", "E", "e", "s", "r", "w", ":", ",", "A", "i", "enter", "H", "q o"] {
            let desk = crate::support::desk().keys("s").types("Minutes").keys("enter j v k").sized(width, height);
            let desk = desk.keys(keys);
            let beside = desk.model.desk().and_then(|desk| desk.layout(desk_size(width, height)).divider);
            let screen = desk.screen();
            let Some((left, right)) = sides(&screen) else { continue };
            let in_pane = beside.is_some_and(|x| left > usize::from(x));
            assert!(left + right == 0 || left + right >= 16 || in_pane, "{keys} at {width}:\n{screen}");
        }
    }
}

fn desk_size(width: u16, height: u16) -> factdesk::app::layout::Size {
    factdesk::app::layout::Size::new(width, height)
}

#[test]
fn under_a_panel_that_stands_for_itself_no_other_one_shows() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        for keys in ["alt-s enter", "alt-s ?", "f ?", "E ?", "s f1", "e f1"] {
            let desk = crate::support::desk().keys("s").types("Minutes").keys("enter").sized(width, height);
            let screen = desk.keys(keys).screen();
            assert_eq!(screen.matches('╭').count(), 1, "{keys} at {width}:\n{screen}");
        }
    }
    // A question is about what lies under it.
    let asked = crate::support::desk().sized(120, 40).keys("e").types("Ours").keys("esc").sees("Discard it?");
    assert_eq!(asked.screen().matches('╰').count(), 2);
}

#[test]
fn the_sign_of_what_is_cut_touches_no_word() {
    let long = format!("The quay of {} opened in May 1999.", ["stone and of timber"; 12].join(" and "));
    let text = |word: &str| format!("The quay\n{}\nIt rained all day in the harbour.", long.replace("May", word));
    let changed = || {
        let mut session = session_of(&text("May"), &[(&long, "")]);
        crate::support::mark(&mut session, 0, factdesk::review::Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
        crate::support::redraft(&mut session, &text("June"));
        desk_of(session)
    };
    for (width, height) in [(26, 8), (28, 9), (40, 12), (60, 14), (80, 24)] {
        for keys in ["T", "?", "f", "E", "enter", "i", "H", ":"] {
            let screen = changed().sized(width, height).keys(keys).screen();
            for (row, told) in screen.lines().filter_map(|row| Some((row, row.split_once("▾ ")?.1))) {
                let behind = told.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(" more");
                let free = behind.is_empty() || behind.starts_with(' ') || behind.starts_with('…');
                assert!(free, "{keys} at {width}: {row}\n{screen}");
            }
        }
    }
    changed().sized(40, 12).keys("T").sees("▾ ");
}

#[test]
fn a_list_and_a_sentence_of_the_export_say_where_they_are_cut() {
    let desk = crate::support::desk().sized(80, 24).keys("E").sees("▾ 1 more");
    desk.keys("k").sees("Sources, RIS").sees_no("▾ 1 more");
    let about = |desk: &TestDesk| desk.screen().lines().nth(3).unwrap().trim_end_matches(['│', ' ']).to_owned();
    let desk = crate::support::desk().sized(40, 12).keys("E");
    assert!(about(&desk).ends_with('…'), "{}", desk.screen());
}

#[test]
fn what_may_be_varied_in_an_export_shows_how_it_stands_on_every_screen() {
    for (width, height) in [(28, 10), (28, 20), (40, 12), (60, 20), (80, 24), (120, 40)] {
        let desk = crate::support::desk().sized(width, height).keys("E");
        let row = |desk: &TestDesk, key: &str| {
            let screen = desk.screen();
            let inside = screen.lines().map(|row| row.rsplit('│').nth(1).unwrap_or_default().trim().to_owned());
            inside.into_iter().find(|row| row.starts_with(key)).unwrap_or_else(|| panic!("{screen}"))
        };
        let (no, yes) = (row(&desk, "h  every edit"), row(&desk.keys("h"), "h  every edit"));
        assert!(no.ends_with(" no") && yes.ends_with(" yes"), "{no} {yes} at {width}");
        let desk = crate::support::desk().sized(width, height).keys("E");
        let since = row(&desk, "l ");
        assert!(since.contains("nothing"), "{since} at {width}");
        // The rule above the preview goes from edge to edge.
        let screen = desk.screen();
        assert!(screen.lines().any(|row| row.contains('├') && row.ends_with('┤')) || width > 100, "{screen}");
        if width == 28 {
            assert!(screen.contains("╭─ Report for the editor"), "{screen}");
        }
    }
}

#[test]
fn one_row_that_is_too_long_leaves_a_table_in_its_columns() {
    let long = format!("Deck | 9 | 11,000 | {}", "it was laid twice ".repeat(8));
    let table =
        ["Part | 2023 | 2024 | Remark", "Old Quay | 9 | 41,200 |", long.trim_end(), "Lights | 12,000 | 9 | none"];
    for width in [60, 80, 120, 200] {
        let article = format!("Costs\n{}\nIt fell.", table.join("\n"));
        let desk = desk_of(session_of(&article, &[("It fell.", "")])).sized(width, 24);
        let screen = desk.screen();
        let bars = |words: &str| {
            let row = screen.lines().find(|row| row.contains(words)).unwrap_or_else(|| panic!("{words}\n{screen}"));
            row.match_indices(" | ")
                .map(|(at, _)| row.get(..at).map_or(0, |head| head.chars().count()))
                .take(3)
                .collect::<Vec<_>>()
        };
        let head = bars("Part ");
        for words in ["Old Quay ", "Deck ", "Lights "] {
            let row = bars(words);
            assert!(row.len() > 1 && head.starts_with(&row), "{words} at {width}: {head:?} {row:?}\n{screen}");
        }
    }
}

#[test]
fn a_form_shows_the_words_it_is_about_on_a_low_screen_too() {
    for keys in ["r", "s tab", "R", "p"] {
        for (width, height) in [(40, 12), (28, 10)] {
            let desk = crate::support::desk().keys("G").sized(width, height);
            let number = desk.claim(desk.session().claims().len() - 1);
            let words: String = desk.session().exact(&number).chars().take(9).collect();
            let screen = desk.keys(keys).screen();
            let form: Vec<&str> = screen.lines().skip_while(|row| !row.contains('╭')).collect();
            assert!(form.iter().any(|row| row.contains(&words)), "{keys} at {width}: {words}\n{screen}");
        }
    }
}

#[test]
fn a_correction_is_seen_while_it_is_written_on_a_low_screen_too() {
    let sentence =
        "The repair of the old stone bridge over the river in the middle of the town cost 42 million crowns.";
    let desk = desk_of(session_of(&format!("A bridge\n{sentence}"), &[(sentence, "")])).sized(40, 12).keys("w");
    desk.keys("4 4").sees("… ").sees("42 44 million");
}

#[test]
fn no_key_of_the_help_is_cut() {
    for (width, height) in [(24, 8), (40, 12), (60, 20), (80, 24), (120, 40)] {
        let mut desk = crate::support::desk().sized(width, height).keys("?");
        let mut before = String::new();
        while before != desk.screen() {
            before = desk.screen();
            for row in before.lines().filter_map(|row| row.strip_prefix('│')) {
                let key = row.trim_start().split("  ").next().unwrap_or_default();
                let cut = row.starts_with(' ') && !key.contains(' ') && key.chars().count() > 1 && key.ends_with('…');
                assert!(!cut, "{width}: {row}");
            }
            desk = desk.keys("pgdn");
        }
    }
}

#[test]
fn the_way_out_of_a_panel_stands_last_among_its_keys() {
    let changed = || {
        let mut session = session_of("The quay\nThe quay opened in May 1999.", &[("The quay opened in May 1999.", "")]);
        crate::support::mark(&mut session, 0, factdesk::review::Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
        crate::support::redraft(&mut session, "The quay\nThe quay opened in June 1999.");
        desk_of(session)
    };
    for width in [28, 40, 60, 80, 120] {
        for keys in ["T", "?", "f", "E", "i", "H", "alt-s", "enter"] {
            let desk = changed().sized(width, 24).keys(keys);
            if desk.model.panels.is_empty() {
                continue;
            }
            let screen = desk.screen();
            let last = screen.lines().last().unwrap_or_default().trim_end().to_owned();
            assert!(last.ends_with("esc close") || last.ends_with("esc cancel"), "{keys} at {width}: {last}");
        }
    }
}

#[test]
fn a_sign_means_one_thing() {
    let marks: Vec<&str> = factdesk::app::marks::MARKS.iter().map(|mark| mark.fine).collect();
    assert!(!marks.contains(&"!"), "it says that the text contradicts itself");
    let desk = crate::support::desk().keys("s").types("Minutes").keys("tab tab tab tab tab right right enter");
    desk.sees_no("! 1").sees("1 contradicted by a source");
}

#[test]
fn every_sign_on_the_desk_is_told_in_the_help() {
    for ascii in [false, true] {
        let mut desk = crate::support::desk().sized(120, 200);
        desk.model.settings.look.ascii = ascii;
        let screen = desk.keys("? G").screen();
        let signs: &[&str] = if ascii { &["!", "~", "&", "$", "/"] } else { &["!", "~", "+", "§", "≠", "–"] };
        for sign in signs {
            let told =
                screen.lines().any(|row| row.trim_start_matches(['│', '|', ' ']).starts_with(&format!("{sign}  ")));
            assert!(told, "{sign}\n{screen}");
        }
    }
}

/// The keys on the last row of the screen.
fn told(desk: &TestDesk) -> String {
    desk.screen().lines().last().unwrap_or_default().trim_end().to_owned()
}

#[test]
fn a_key_that_comes_to_nothing_is_not_offered_and_one_that_does_is() {
    for (keys, many) in [("t", false), ("W", false), ("r", true), ("s tab", true)] {
        let row = told(&crate::support::desk().sized(80, 24).keys(keys));
        assert_eq!(row.contains("next field"), many, "{keys}: {row}");
    }
    let desk = crate::support::desk().sized(80, 24).keys("?");
    assert!(!told(&desk).contains("n next"), "{}", told(&desk));
    let found = told(&desk.keys("/").types("claim").keys("enter"));
    assert!(found.contains("n next"), "{found}");
}

#[test]
fn the_way_out_of_picking_is_told_on_every_screen() {
    for width in [28, 40, 60, 80, 120] {
        let row = told(&crate::support::desk().sized(width, 24).keys("space w"));
        assert!(row.contains("a take") && row.contains("esc let go"), "{width}: {row}");
        assert!(width < 40 || row.contains("? keys"), "{width}: {row}");
    }
}

#[test]
fn of_the_verdicts_none_is_offered_where_one_before_it_has_no_room() {
    for keys in ["g", "enter", "V j"] {
        for width in 28..120 {
            let row = told(&crate::support::desk().sized(width, 24).keys(keys));
            let shown = ["v verified", "d disputed", "u unknown"].map(|verdict| row.contains(verdict));
            assert!(shown.is_sorted_by(|one, next| one >= next), "{keys} at {width}: {row}");
        }
    }
}

#[test]
fn a_line_that_is_typed_on_says_how_it_ends_as_long_as_there_is_room() {
    for (keys, width) in [("/", 40), ("/", 28), ("B", 80), ("B", 60), ("? /", 40)] {
        let row = told(&crate::support::desk().sized(width, 24).keys(keys));
        assert!(row.contains("esc cancel"), "{keys} at {width}: {row}");
    }
    // What is typed has the row.
    let row = told(&crate::support::desk().sized(40, 24).keys("/").types("a long word of the article"));
    assert!(row.contains("a long word of the article"), "{row}");
}

#[test]
fn what_belongs_into_a_field_is_told_whole_and_apart_from_the_claims_words() {
    for (keys, said) in [("W", "words stay beside it."), ("R", "right of reply."), ("t", "Parted by commas.")] {
        let screen = crate::support::desk().sized(40, 20).keys("g").keys(keys).screen();
        let rows: Vec<&str> = screen.lines().map(|row| row.trim_matches(['│', ' '])).collect();
        let joined = rows.join(" ");
        let end = said.rsplit(' ').next().unwrap();
        assert!(joined.contains(said), "{keys}: {screen}");
        let at = rows.iter().position(|row| row.ends_with(end)).unwrap();
        assert_eq!(rows[at + 1], "", "{keys}: {screen}");
    }
}

#[test]
fn a_question_is_told_whole_however_small_the_screen_is() {
    for (width, height) in [(28, 10), (40, 12), (80, 24)] {
        let screen = crate::support::desk().sized(width, height).action(Action::SignOff).screen();
        let told =
            screen.lines().skip_while(|row| !row.contains("Sign off?")).skip(1).take_while(|row| !row.contains('╰'));
        let told = told.flat_map(|row| row.trim_matches(['│', ' ']).split_whitespace()).collect::<Vec<_>>().join(" ");
        let said = "6 claims not settled. A report tells what was done since; undo does not take it back.";
        assert_eq!(told, said, "{width} by {height}\n{screen}");
    }
}

#[test]
fn what_is_typed_on_a_line_is_seen_beside_what_it_is_asked_for() {
    for width in [28, 40, 80] {
        for keys in ["I", "B", "/"] {
            let desk = crate::support::desk().sized(width, 12).keys(keys).keys("ctrl-u").types("notes.txt");
            let screen = desk.screen();
            let last = screen.lines().last().unwrap_or_default();
            assert!(last.contains("notes.txt"), "{keys} at {width}:\n{screen}");
        }
    }
}
