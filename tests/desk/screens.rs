//! The whole screen at the sizes that matter, as text and with its runs of style.

use std::sync::Arc;

use crate::support::{TestDesk, desk, desk_of, rows};
use factdesk::app::exporting::Preview;
use factdesk::app::listing::Listing;
use factdesk::app::pointer::{Deed, Pointer};
use factdesk::app::settings::{Colours, Theme};
use factdesk::app::{Action, Effect, Outcome};
use factdesk::export;
use factdesk::review::{Article, Block, BlockKind, Claims, ListPlace, Session, Span, Stamp, Tally};

/// A desk halfway through: verdicts of every kind, a note, the fourth claim selected.
fn halfway() -> TestDesk {
    desk().keys("v d e").types("Asked her office; no answer yet.").keys("ctrl-s u").saved().keys("down up")
}

#[test]
fn the_desk_at_80_by_24() {
    insta::assert_snapshot!(halfway().sized(80, 24).styled());
}

#[test]
fn the_desk_at_120_by_40() {
    insta::assert_snapshot!(halfway().sized(120, 40).styled());
}

#[test]
fn the_desk_at_40_by_12() {
    insta::assert_snapshot!(halfway().sized(40, 12).styled());
}

#[test]
fn the_desk_without_colours() {
    let mut desk = halfway().sized(80, 24);
    desk.model.settings.look.colours = Colours::None;
    desk.model.settings.look.ascii = true;
    insta::assert_snapshot!(desk.styled());
}

#[test]
fn the_desk_with_sixteen_colours() {
    let mut desk = halfway().sized(80, 24);
    desk.model.settings.look.colours = Colours::Sixteen;
    insta::assert_snapshot!(desk.styled());
}

#[test]
fn the_desk_on_a_light_ground() {
    let mut desk = halfway().sized(80, 24);
    desk.model.settings.look.theme = Theme::Light;
    insta::assert_snapshot!(desk.styled());
}

#[test]
fn the_full_card_at_80_by_24() {
    insta::assert_snapshot!(halfway().sized(80, 24).keys("k enter").styled());
}

#[test]
fn the_note_at_80_by_24() {
    insta::assert_snapshot!(halfway().sized(80, 24).keys("e").types("東京 and a family 👩‍👩‍👧").styled());
}

#[test]
fn the_export_picker_at_80_by_24() {
    let desk = halfway().sized(80, 24).keys("E");
    let Some(Effect::Preview(sight)) = desk.owed.last().cloned() else { return };
    let text = export::preview(desk.session(), sight.wanted.format, &sight.wanted.options).unwrap_or_default();
    let preview = Arc::new(Preview::new(text, sight.width));
    insta::assert_snapshot!(desk.action(Action::Came(Outcome::Previewed(sight, Ok(preview)))).styled());
}

/// A snapshot of what is open after `keys`, at the three sizes that matter.
fn at_three_sizes(name: &str, open: impl Fn(TestDesk) -> TestDesk) {
    for (width, height) in [(80, 24), (120, 40), (40, 12)] {
        insta::assert_snapshot!(
            format!("{name}_at_{width}_by_{height}"),
            open(halfway().sized(width, height)).styled()
        );
    }
}

#[test]
fn the_choice_of_filters() {
    at_three_sizes("the_choice_of_filters", |desk| desk.keys("f k"));
}

#[test]
fn a_speaker_being_found() {
    at_three_sizes("a_speaker_being_found", |desk| desk.keys("f p").types("r").keys("down"));
}

#[test]
fn a_source_being_written() {
    at_three_sizes("a_source_being_written", |desk| {
        let desk =
            desk.keys("s tab").types("Council minutes, 3 March").keys("tab").types("https://example.org/minutes.pdf");
        let desk = desk.keys("tab").types("d").keys("tab tab tab tab");
        desk.types("The committee was told of a total of 44.1 million crowns, of which 2.1 million were for steel.")
            .keys("backtab backtab backtab backtab")
    });
}

#[test]
fn a_source_on_one_line() {
    at_three_sizes("a_source_on_one_line", |desk| {
        desk.keys("s").types("Council minutes, 3 March https://example.org/minutes.pdf p. 12")
    });
}

#[test]
fn several_claims_chosen_and_what_was_done() {
    at_three_sizes("several_claims_chosen", |desk| desk.keys("V j j"));
    at_three_sizes("what_was_done", |desk| desk.keys("H j"));
}

#[test]
fn a_correction_being_written() {
    at_three_sizes("a_correction_being_written", |desk| desk.keys("k w end ctrl-left").types("cold "));
}

#[test]
fn the_sources_of_a_claim() {
    at_three_sizes("the_sources_of_a_claim", |desk| {
        let desk = desk
            .keys("s tab")
            .types("Council minutes")
            .keys("tab tab")
            .types("d")
            .keys("tab")
            .types("p")
            .keys("ctrl-s");
        desk.keys("alt-s a").types("Steel index").keys("tab").types("https://example.org/steel").keys("ctrl-s")
    });
}

#[test]
fn a_match_in_a_note_with_a_filter_in_force() {
    at_three_sizes("a_match_in_a_note", |desk| desk.keys("f n / ").types("answer").keys("enter"));
}

#[test]
fn a_correction_and_its_history_in_the_card() {
    at_three_sizes("a_correction_in_the_card", |desk| {
        desk.keys("k w end ctrl-left ctrl-left").types("cold ").keys("ctrl-s enter")
    });
}

#[test]
fn three_nested_claims() {
    at_three_sizes("three_nested_claims", |desk| desk.keys("g tab space w w w w w a space w w w w w o w w w w b a"));
}

#[test]
fn the_home_screen_at_80_by_24() {
    let listing = |name: &str, title: &str, tally: Tally| Listing {
        name: name.to_owned(),
        path: format!("/s/{name}.factdesk.json").into(),
        title: title.to_owned(),
        tally,
        last: Some(Stamp::from("2026-11-23T09:41:07Z")),
        ..Default::default()
    };
    let mut torn = listing("ferry", "", Tally::default());
    torn.trouble = Some("the file is empty; its backups: factdesk restore ferry.factdesk.json".to_owned());
    let listed = vec![
        listing(
            "bridge",
            "Bridge repair runs over budget",
            Tally { verified: 3, disputed: 1, unchecked: 2, ..Tally::default() },
        ),
        listing(
            "tunnel",
            "Harbour tunnel opens two years late and 180 million over budget",
            Tally { verified: 9, ..Tally::default() },
        ),
        torn,
    ];
    let home = desk().sized(80, 24).action(Action::Came(Outcome::Listed(listed))).keys("j");
    insta::assert_snapshot!(home.styled());
}

#[test]
fn too_small_a_screen_says_so_and_comes_back() {
    let small = desk().sized(20, 5).sees("too small").sees("needs 24×8");
    // Nobody marks what cannot be seen.
    let large = small.keys("v d x").types("n").sized(100, 30).sees("The repair cost");
    assert!(large.session().history().is_empty());
}

#[test]
fn no_size_breaks_the_drawing_whatever_is_open() {
    for keys in ["", "enter", "e", "/", "?", "f", "q", "D", "E", "E j j j j j j"] {
        for (width, height) in
            [(0, 0), (1, 1), (24, 8), (25, 9), (79, 7), (80, 8), (81, 17), (1, 500), (300, 9), (999, 200)]
        {
            let desk = halfway().keys(keys).sized(width, height);
            assert_eq!(rows(&desk.grid()).len(), usize::from(height));
        }
    }
}

#[test]
fn with_ascii_only_no_screen_shows_anything_else() {
    let desk =
        ["", "?", "? G", "f", ":", "s", "enter", "enter I", "e", "H", "w", "E", "v", "/ x enter", "V j", "A", "A tab"];
    let forms =
        ["p", "R", "W", "t", "r", "alt-s", "alt-s a", "D", "o", "i", "K", "C", "B", "T", "!", "z", "f c", "f p"];
    let more = ["tab", "tab space w w", "m", "S", "F", "9 9", "O", "y", "f s", "f v", ": p 9 enter"];
    let home = ["q", "q ?", "q /", "q r", "q D", "q s", "q :", "q o"];
    for keys in [desk.as_slice(), &forms, &more, &home].concat() {
        let mut desk = halfway().keys("r");
        desk.model.settings.look.ascii = true;
        let desk = desk.types("Why 42?").keys("enter g").keys(keys);
        let screen = desk.screen();
        assert!(screen.is_ascii(), "{keys}: {:?}\n{screen}", screen.chars().find(|c| !c.is_ascii()));
    }
}

#[test]
fn lists_tables_and_quotes_look_like_what_they_are() {
    let words = [
        (BlockKind::Paragraph, "The council met on Monday."),
        (BlockKind::ListItem, "A single ticket rises from 28 to 34 crowns on all lines of the company in May"),
        (BlockKind::ListItem, "2. Second reading in April"),
        (BlockKind::Paragraph, "Route | 2024"),
        (BlockKind::Paragraph, "Quay | 41,200"),
        (BlockKind::Quote, "We were never asked about any of it on the island, said Brandt, not once"),
    ];
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (kind, words) in words {
        blocks.push(Block::new(kind, Span::new(text.len(), text.len() + words.len())));
        text.push_str(words);
        text.push_str("\n\n");
    }
    let article = Article::new("Ferry fares", text, blocks).unwrap();
    let desk = desk_of(Session::new("one", article, Claims::default())).sized(100, 20);
    insta::assert_snapshot!(desk.screen());
    // A press on a word that stands in means that word.
    let row = desk.screen().lines().position(|row| row.contains("• A single")).unwrap();
    let at = desk.screen().lines().nth(row).unwrap().chars().take_while(|c| *c != 'A').count();
    let point = Pointer { deed: Deed::Press, x: u16::try_from(at).unwrap(), y: u16::try_from(row).unwrap() };
    let desk = desk.action(Action::Point(point)).keys("space");
    assert!(desk.model.desk().unwrap().picking.as_ref().is_some_and(|picking| picking.head == 28), "{}", desk.screen());
    // The columns of a table stand under one another, and a press on a cell means that cell.
    let desk = desk.keys("esc");
    let row = desk.screen().lines().position(|row| row.contains("Quay  | 41,200")).unwrap();
    let at = desk.screen().lines().nth(row).unwrap().chars().take_while(|c| *c != '4').count();
    let point =
        |deed, x: usize| Action::Point(Pointer { deed, x: u16::try_from(x).unwrap(), y: u16::try_from(row).unwrap() });
    let desk = desk.action(point(Deed::Press, at)).action(point(Deed::Drag, at + 3));
    let picked =
        desk.model.desk().unwrap().picking.as_ref().map(|picking| picking.span(&desk.session().article)).unwrap();
    assert!(desk.session().article.words(picked).starts_with("41,"), "{}", desk.session().article.words(picked));
}

#[test]
fn numbers_of_lists_stand_before_their_items_as_deep_as_their_file_has_them() {
    let items = [
        (None, 0, "The council wants four things:"),
        (Some("9."), 0, "More boats on all lines of the company, by the spring of the year after next"),
        (Some(""), 0, "It costs 5 million crowns."),
        (Some("10."), 0, "Fewer stops"),
        (None, 1, "Quay"),
        (Some("b)"), 1, "Dam"),
        (Some("iv."), 2, "a pier"),
    ];
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (index, (mark, depth, words)) in items.into_iter().enumerate() {
        let kind = if index == 0 { BlockKind::Paragraph } else { BlockKind::ListItem };
        let span = Span::new(text.len(), text.len() + words.len());
        blocks.push(Block::new(kind, span).listed(ListPlace { mark: mark.map(Into::into), depth }));
        text.push_str(words);
        text.push_str("\n\n");
    }
    let article = Article::new("Ferry plan", text, blocks).unwrap();
    let desk = desk_of(Session::new("one", article, Claims::default())).sized(100, 20);
    insta::assert_snapshot!(desk.screen());
    // The narrowest pane keeps the numbers.
    let narrow = desk.sized(24, 20).screen();
    assert!(narrow.contains("9. More boats on"), "{narrow}");
}
