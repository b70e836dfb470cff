//! Another size of the window: what one was reading stays in view, on the desk, in lists and in panels that scroll.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use factdesk::app::at_hand::{Found, Seek};
use factdesk::app::exporting::Preview;
use factdesk::app::listing::Listing;
use factdesk::app::pointer::{Deed, Pointer};
use factdesk::app::{Action, Effect, Outcome};
use factdesk::evidence::{EvidenceFolder, Inquiry, plain};
use factdesk::review::Tally;

use crate::support::{TestDesk, desk_of, session_of};

const CLAIM: &str = "The pier took 310 metres of rope.";

/// Sizes that a window may have.
const SIZES: [(u16, u16); 6] = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (28, 10)];

/// An article of many paragraphs, each told by its number.
fn many() -> TestDesk {
    let line = |n: usize| {
        format!("Paragraph number{n} tells of the old pier, of those who built it and of what it cost them.")
    };
    let lines: Vec<String> = (1..80).map(line).collect();
    desk_of(session_of(&format!("The pier\n{CLAIM}\n{}", lines.join("\n")), &[(CLAIM, "")]))
}

/// The paragraphs that are numbered on the screen.
fn numbers(desk: &TestDesk) -> Vec<String> {
    let screen = desk.screen();
    screen.split_whitespace().filter(|word| word.starts_with("number")).map(ToOwned::to_owned).collect()
}

#[test]
fn an_article_that_was_scrolled_away_from_what_is_selected_stays_where_it_is_read() {
    let mut desk = many().sized(120, 40).keys("g");
    for _ in 0..12 {
        desk = desk.action(Action::Point(Pointer { deed: Deed::WheelDown, x: 10, y: 10 }));
    }
    let first = numbers(&desk).into_iter().next().unwrap();
    assert_ne!(first, "number1", "{}", desk.screen());
    for (width, height) in SIZES {
        desk = desk.sized(width, height);
        assert_eq!(numbers(&desk).first(), Some(&first), "{width} by {height}\n{}", desk.screen());
    }
    // What is selected comes back with the next key.
    desk.sized(120, 40).keys("g").sees("310 metres");
}

#[test]
fn the_selected_session_stays_in_view_on_the_home_screen() {
    let listing = |n: usize| Listing {
        name: format!("pier{n:02}"),
        path: format!("/s/pier{n:02}.factdesk.json").into(),
        title: format!("The pier {n:02}"),
        tally: Tally { unchecked: 2, ..Tally::default() },
        ..Listing::default()
    };
    let listed = Outcome::Listed((0..50).map(listing).collect());
    let mut desk = crate::support::desk().sized(200, 60).action(Action::Came(listed)).keys("pgdn k k");
    for (width, height) in SIZES {
        desk = desk.sized(width, height).sees("The pier 47");
    }
}

/// A desk on which the passage about the claim is read on, in the middle of a long file.
fn reading() -> TestDesk {
    let before = (1..90)
        .map(|n| {
            format!(
                "Line {n} of the report tells of the weather that day, and of the boats that lay in the harbour.\n\n"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let report = format!("{before}The pier took 310 metres of rope, the harbour master wrote.\n\n{before}");
    let desk = many().sized(120, 40).keys("g");
    let folder = vec![Arc::new(plain("report.txt", &report))];
    let listed = factdesk::app::at_hand::Gathered { read: 1, of: 1, done: true, ..Default::default() };
    let desk = desk.action(Action::Came(Outcome::Gathered(Box::new(listed)))).keys("i");
    let asked = desk
        .owed
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Seek(seek) = effect { Some(seek.clone()) } else { None });
    let seek: Seek = *asked.unwrap_or_else(|| panic!("nothing was looked for"));
    let asked = Inquiry { words: &seek.words, notes: Vec::new(), ..Inquiry::default() };
    let excerpts = EvidenceFolder::new(folder, "en").and_then(|folder| folder.excerpts(&asked, 10)).unwrap();
    let found = Found { seek, excerpts, cited: Vec::new(), quotes: Vec::new(), trouble: None };
    desk.action(Action::Came(Outcome::Found(Box::new(found)))).keys("o")
}

#[test]
fn a_passage_that_is_read_stays_in_view() {
    let mut desk = reading().sees("harbour master wrote");
    for (width, height) in SIZES.into_iter().chain(SIZES.into_iter().rev()) {
        desk = desk.sized(width, height).sees("310 metres");
    }
    // What was scrolled to does, too, once the passage is left.
    let mut desk = desk.sized(120, 40).keys("pgdn pgdn");
    let line = |desk: &TestDesk| {
        let screen = desk.screen();
        screen.split("Line ").nth(1).and_then(|rest| rest.split(' ').next()).map(ToOwned::to_owned)
    };
    let first = line(&desk);
    for (width, height) in [(80, 24), (200, 60), (120, 40)] {
        desk = desk.sized(width, height);
        assert!(first.is_some() && line(&desk) == first, "{first:?} at {width}\n{}", desk.screen());
    }
}

#[test]
fn the_row_of_the_help_that_one_has_gone_to_stays_in_view() {
    let mut desk =
        crate::support::desk().sized(120, 24).keys("? /").types("clipboard").keys("enter n").sees("clipboard");
    for (width, height) in SIZES {
        desk = desk.sized(width, height).sees("clipboard");
    }
    let mut desk = crate::support::desk().sized(120, 24).keys("? pgdn");
    let first = |desk: &TestDesk| {
        let row = desk.screen().lines().nth(2).unwrap_or_default().to_owned();
        row.split('│').nth(1).unwrap_or_default().trim().split("  ").next().unwrap_or_default().to_owned()
    };
    let before = first(&desk);
    desk = desk.sized(60, 24);
    assert_eq!(first(&desk), before, "{}", desk.screen());
}

#[test]
fn a_preview_goes_on_where_it_was_read() {
    let shown = |desk: TestDesk| {
        let Some(Effect::Preview(sight)) = desk.owed.last().cloned() else { panic!("no preview was asked for") };
        let rows = (1..400)
            .map(|n| format!("Row {n} of the report, which is about the pier and what it cost.\n"))
            .collect::<Vec<_>>()
            .concat();
        let preview = Arc::new(Preview::new(rows, sight.width));
        desk.action(Action::Came(Outcome::Previewed(sight, Ok(preview))))
    };
    let first = |desk: &TestDesk| {
        let screen = desk.screen();
        screen.split("Row ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default().to_owned()
    };
    let desk = shown(crate::support::desk().sized(120, 40).keys("E")).keys("pgdn pgdn");
    let before = first(&desk);
    let desk = shown(desk.sized(60, 20));
    assert!(before != "1" && first(&desk) == before, "{before}\n{}", desk.screen());
}

#[test]
fn a_card_goes_on_where_it_was_read() {
    let note = (1..60).map(|n| format!("Point{n} is that the pier was repaired. ")).collect::<Vec<_>>().concat();
    let desk = many().sized(120, 24).keys("g e").types(&note).keys("ctrl-s enter pgdn");
    let first = |desk: &TestDesk| {
        let screen = desk.screen();
        screen.split("Point").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default().to_owned()
    };
    let before: usize = first(&desk).parse().unwrap();
    let desk = desk.sized(60, 24);
    let after: usize = first(&desk).parse().unwrap();
    assert!(before > 5 && before.abs_diff(after) <= 1, "{before} and {after}\n{}", desk.screen());
}
