//! Every script: cursor, selection, mouse, wrapping and offsets go by what a reader takes for a character.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "helpers of tests, where a panic is the report"
)]

use crate::support::{TestDesk, desk_of, session_of};
use factdesk::app::Action;
use factdesk::app::pointer::{Deed, Pointer};
use factdesk::view::grid::Grid;

/// A line in each script; a family and a flag are one character each, and so is a letter with its marks.
const WORLD: &str = "\
世界のニュース
修桥花了四千二百万克朗，市长星期一说。 去年没有别的桥花得更多。
ارتفعت أسعار الصلب بنسبة الخمس في عام واحد، قال المقاول.
המועצה הצביעה ב-3 במרץ ואיש לא התנגד.
La re\u{301}paration a cou\u{302}te\u{301} 42 millions, dit-elle. \u{0b95}\u{0bca}\u{0b9f}\u{0bcd}\u{0b9f}\u{0bc1} க்ஷி.
The family 👩‍👩‍👧‍👦 paid 3 crowns 🇸🇪 in March 👍🏽 each.";

fn world() -> TestDesk {
    let claims = [
        ("修桥花了四千二百万克朗，市长星期一说。", "市长"),
        ("ارتفعت أسعار الصلب بنسبة الخمس في عام واحد، قال المقاول.", "المقاول"),
        ("המועצה הצביעה ב-3 במרץ ואיש לא התנגד.", ""),
        ("La re\u{301}paration a cou\u{302}te\u{301} 42 millions, dit-elle.", "dit-elle"),
        ("The family 👩‍👩‍👧‍👦 paid 3 crowns 🇸🇪 in March 👍🏽 each.", ""),
    ];
    desk_of(session_of(WORLD, &claims))
}

/// The words picked at the moment.
fn picked(desk: &TestDesk) -> String {
    let held = desk.model.desk().unwrap();
    let words = held.picking.as_ref().and_then(|picking| picking.words(&held.session.article));
    held.session.article.words(words.unwrap()).to_owned()
}

fn at(desk: TestDesk, deed: Deed, (x, y): (u16, u16)) -> TestDesk {
    desk.action(Action::Point(Pointer { deed, x, y }))
}

fn says(grid: &Grid, (x, y): (u16, u16)) -> String {
    grid.symbol(grid.cell(x, y).unwrap()).to_string()
}

/// The cell of the article pane where `grapheme` is drawn.
#[track_caller]
fn cell(desk: &TestDesk, grapheme: &str) -> (u16, u16) {
    let grid = desk.grid();
    let words = desk.model.desk().unwrap().layout(desk.model.size).words;
    let mut cells =
        (words.y..words.y + words.height).flat_map(|y| (words.x..words.x + words.width).map(move |x| (x, y)));
    cells.find(|at| says(&grid, *at) == grapheme).unwrap_or_else(|| panic!("{}", desk.screen()))
}

#[test]
fn the_desk_in_every_script_at_80_by_24() {
    insta::assert_snapshot!(world().sized(80, 24).styled());
}

#[test]
fn the_cursor_steps_over_a_family_and_a_letter_with_its_marks_as_one() {
    let desk = world().keys("G tab space w w l l");
    assert_eq!(picked(&desk), "The family 👩‍👩‍👧‍👦");
    assert_eq!(picked(&desk.keys("l h h h")), "The family");
    let desk = world().keys("j j j tab space l l l l");
    assert_eq!(picked(&desk), "La re\u{301}paration");
    let head = desk.model.desk().unwrap().picking.as_ref().unwrap().head;
    let rest = desk.session().article.text().get(head..).unwrap();
    assert!(rest.starts_with("e\u{301}p"), "the letter and its mark are one step");
    let desk = world().keys("g tab space l l");
    assert_eq!(picked(&desk), "修桥花");
    let desk = world().keys("j tab space w");
    assert_eq!(picked(&desk), "ارتفعت");
}

#[test]
fn the_second_cell_of_a_wide_character_is_that_character() {
    let desk = world();
    let (bridge, city) = (cell(&desk, "桥"), cell(&desk, "克"));
    let desk = at(at(at(desk, Deed::Press, bridge), Deed::Drag, (city.0 + 1, city.1)), Deed::Release, city);
    assert_eq!(picked(&desk), "桥花了四千二百万克");
    let desk = world();
    let (family, flag) = (cell(&desk, "👩‍👩‍👧‍👦"), cell(&desk, "🇸🇪"));
    let desk = at(at(desk, Deed::Press, (family.0 + 1, family.1)), Deed::Drag, (flag.0 + 1, flag.1));
    assert_eq!(picked(&desk), "👩‍👩‍👧‍👦 paid 3 crowns 🇸🇪");
}

#[test]
fn the_file_counts_code_points() {
    let desk = world().keys("G tab space w w l l a").sees("claimed");
    let bytes = factdesk::store::format::print(desk.session());
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let text: Vec<char> = file["article"]["text"].as_str().unwrap().chars().collect();
    let mut seen = 0;
    for claim in file["claims"].as_array().unwrap() {
        let offset = |name: &str| usize::try_from(claim["anchor"][name].as_u64().unwrap()).unwrap();
        let exact: String = text[offset("start")..offset("end")].iter().collect();
        assert_eq!(exact, claim["anchor"]["exact"].as_str().unwrap());
        seen += usize::from(exact == "The family 👩‍👩‍👧‍👦");
    }
    assert_eq!(seen, 1, "a claim of one's own ends behind the family");
    desk.resumed().sees("The family");
}

#[test]
fn a_note_in_every_script_is_edited_by_whole_characters_and_kept() {
    let desk = world().keys("e").types("e\u{301}東京👩‍👩‍👧مرحبا שלום க்ஷி");
    let desk = desk.keys("backspace left left left left left left left left left left left left backspace ctrl-s");
    let note = desk.model.desk().unwrap().claim().unwrap().record.note.clone();
    // Backspace took the last Tamil syllable, and then the family as one.
    assert_eq!(note, "e\u{301}東京مرحبا שלום க்");
}

#[test]
fn no_width_cuts_a_character_of_any_script_or_draws_over_the_divider() {
    for width in 24..120 {
        let desk = world().sized(width, 30);
        let grid = desk.grid();
        let layout = desk.model.desk().unwrap().layout(desk.model.size);
        for y in layout.article.y..layout.article.y + layout.article.height {
            if let Some(x) = layout.divider {
                assert!(["│", "├"].contains(&says(&grid, (x, y)).as_str()), "{width}: {}", desk.screen());
            }
        }
        let screen = desk.screen().replace(['\n', ' '], "");
        assert!(width < 40 || screen.contains("👩‍👩‍👧‍👦"), "{width}");
    }
}

#[test]
fn what_is_copied_is_one_clean_line_and_no_longer_than_terminals_take() {
    let copied = |words: &str| {
        let desk = desk_of(session_of(&format!("Title\n{words}"), &[(words, "")])).keys("y");
        let copy = desk.owed.iter().find_map(|effect| match effect {
            factdesk::app::Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        (copy, desk)
    };
    assert_eq!(
        copied("Red \u{1b}]52;c;AAAA\u{7} 東京 \u{202e}cost 3.").0.unwrap(),
        "Red ␛]52;c;AAAA␇ 東京 \u{fffd}cost 3."
    );
    let most = "x".repeat(100_000);
    assert_eq!(copied(&most).0.map(|text| text.len()), Some(100_000));
    let (copy, desk) = copied(&format!("{most}x"));
    assert_eq!(copy, None);
    desk.sees("too long to be copied");
}
