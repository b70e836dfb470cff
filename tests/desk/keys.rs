//! Whatever is typed on a screen of whatever size, the desk stays sound.

use crate::support::{TestDesk, desk};
use factdesk::app::bindings;
use factdesk::app::keymap::{Keymap, Rebinding, Scope};
use factdesk::app::layout::Size;
use factdesk::app::{Action, Mode};
use factdesk::review::{Span, Tally};
use proptest::prelude::*;

/// Something that can happen to a desk.
#[derive(Clone, Debug)]
enum Happening {
    Key(usize),
    Text(String),
    Paste(String),
    Size(u16, u16),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        8 => any::<prop::sample::Index>().prop_map(|row| Happening::Key(row.index(bindings().count()))),
        1 => "[a-z ]{1,6}|é|東京|👩‍👩‍👧".prop_map(Happening::Text),
        1 => "(\\PC|[\u{0}-\u{9f}]|\u{202e}){0,30}".prop_map(Happening::Paste),
        1 => (0u16..160, 0u16..60).prop_map(|(width, height)| Happening::Size(width, height)),
    ]
}

fn happen(desk: TestDesk, happening: &Happening) -> TestDesk {
    match happening {
        Happening::Key(row) => {
            let keys = bindings().nth(*row).map_or("", |binding| binding.keys);
            desk.keys(keys.split_whitespace().next().unwrap_or_default())
        }
        Happening::Text(text) => desk.types(text),
        Happening::Paste(text) => desk.action(Action::Paste(text.clone())),
        Happening::Size(width, height) => desk.action(Action::Resize(Size::new(*width, *height))),
    }
}

#[test]
fn other_keys_work_and_are_shown_wherever_keys_are_shown() {
    let change = |name: &str, keys: &str| Rebinding {
        scope: Scope::Desk,
        name: name.to_owned(),
        keys: keys.split_whitespace().map(|key| key.parse().unwrap()).collect(),
    };
    let changes = [change("verified", "!"), change("undo", "ctrl-x"), change("note", ""), change("claim", "A")];
    let mut desk = desk();
    desk.model.keymap = Keymap::rebound(&changes).unwrap().into();
    let desk = desk.sees("! verified").sees_no("e note").keys("v").sees("✓0").keys("!").sees("✓1");
    let desk = desk
        .keys("?")
        .sees("!                       Marks the claim verified")
        .keys("esc :")
        .types("takes the last change");
    let desk = desk.sees("ctrl-x").keys("enter").sees("undone: verdict");
    desk.keys("G tab j").sees("! d u mark this sentence, A claims it");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn counts_place_and_screen_stay_sound(happenings in prop::collection::vec(happening(), 1..60)) {
        let mut desk = desk();
        for one in &happenings {
            desk = happen(desk, one);
            let screen = desk.grid();
            prop_assert_eq!(screen.size(), desk.model.size);
            let Mode::Desk(held) = &desk.model.mode else { continue };
            let mut counted = Tally::default();
            for claim in held.session.claims().iter() {
                match claim.status() {
                    factdesk::review::Status::Unchecked => counted.unchecked += 1,
                    factdesk::review::Status::Verified => counted.verified += 1,
                    factdesk::review::Status::Disputed => counted.disputed += 1,
                    factdesk::review::Status::Unknown => counted.unknown += 1,
                    factdesk::review::Status::Differs => counted.differs += 1,
                    factdesk::review::Status::Other => counted.other += 1,
                    factdesk::review::Status::Dismissed => counted.dismissed += 1,
                }
            }
            prop_assert_eq!(held.session.claims().tally(), &counted);
            if let Some(item) = &held.selected {
                prop_assert!(item.span(&held.session).is_some(), "what is selected is there");
            }
            let blocks = held.session.article.blocks().len();
            prop_assert!(held.scroll.top.block < blocks.max(1), "what is in view is in the article");
        }
    }

    #[test]
    fn the_selected_claim_or_the_cursor_is_always_in_view(happenings in prop::collection::vec(happening(), 1..30)) {
        let mut desk = desk();
        for one in &happenings {
            desk = happen(desk, one);
            let Mode::Desk(held) = &desk.model.mode else { continue };
            let cursor = held.picking.as_ref().map(|picking| Span::new(picking.head, picking.head + 1));
            let Some(span) = cursor.or_else(|| held.span()) else { continue };
            if !desk.model.size.is_enough() { continue }
            let layout = held.layout(desk.model.size);
            let rows = held.page(&layout).rows(held.scroll.top, usize::from(layout.words.height));
            prop_assert!(rows.iter().any(|row| row.span.overlaps(span)), "{:?} at {:?}", span, desk.model.size);
            let (items, row) = held.list(usize::from(layout.list.height));
            prop_assert!(row.is_some_and(|row| row < items.len().min(usize::from(layout.list.height))));
        }
    }
}
