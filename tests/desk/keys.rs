//! Whatever is typed on a screen of whatever size, the desk stays sound.

use crate::support::{TestDesk, desk};
use factdesk::app::bindings;
use factdesk::app::keymap::{Keymap, Rebinding, Scope};
use factdesk::app::layout::Size;
use factdesk::app::panel::finder;
use factdesk::app::{Action, Effect, Mode, Saving};
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
    let changes = [change("verified", "&"), change("undo", "ctrl-x"), change("note", ""), change("claim", "O")];
    let mut desk = desk();
    desk.model.keymap = Keymap::rebound(&changes).unwrap().into();
    let desk = desk.sees("& verified").sees_no("e note").keys("v").sees("✓ 0").keys("&").sees("✓ 1");
    let desk = desk
        .keys("?")
        .sees("&                     Marks the claim verified")
        .keys("esc :")
        .types("takes the last change");
    let desk = desk.sees("ctrl-x").keys("enter").sees("undone: verdict");
    desk.keys("G tab j").sees("& d u mark this sentence, O claims it");
}

/// The desk as it is while another window writes.
fn read_only(mut desk: TestDesk) -> TestDesk {
    if let Mode::Desk(held) = &mut desk.model.mode {
        held.saving = Saving::ReadOnly("somebody else has it".to_owned());
    }
    desk
}

#[test]
fn messages_name_the_keys_in_force() {
    let change =
        |scope, name: &str, key: &str| Rebinding { scope, name: name.to_owned(), keys: vec![key.parse().unwrap()] };
    let names = ["find", "claim", "tags", "speaker", "unlock", "differences"];
    let mut changes: Vec<Rebinding> =
        names.iter().zip(1..).map(|(name, n)| change(Scope::Desk, name, &format!("f{}", n + 1))).collect();
    changes.push(change(Scope::Picking, "cancel", "f9"));
    changes.push(change(finder::SCOPE, "cancel", "f10"));
    let mut desk = desk();
    desk.model.keymap = Keymap::rebound(&changes).unwrap().into();
    let desk = desk.keys("n").sees("nothing to find yet: f2 asks for words").keys("f t").sees("f4 tags one");
    let desk =
        desk.keys("m f9").keys("f p").types("zzzz").keys("enter").sees("delete some letters, or f10").keys("f10");
    let desk = desk.keys("tab g e").sees("no claim is selected; f3 makes one").keys("]");
    let desk = read_only(desk).keys("v").sees("read-only: nothing can be changed here; f6 tries for writing");
    desk.keys("e").sees("f6 tries for writing").keys("s").sees("f6 tries for writing");
}

#[test]
fn what_cannot_be_kept_stays_where_it_was_typed() {
    let desk = read_only(desk().keys("e").types("the minutes say so")).keys("ctrl-s");
    desk.sees("read-only: nothing can be changed here").sees("the minutes say so").sees("Note · claim");
}

#[test]
fn however_many_edits_a_key_comes_to_they_are_saved_once() {
    let saves = |desk: &TestDesk| desk.owed.iter().filter(|effect| matches!(effect, Effect::Save(_))).count();
    let history = |desk: &TestDesk| desk.session().history().iter().count();
    // A sentence that nobody has claimed becomes a claim and is marked.
    let desk = desk().keys("G tab j");
    let (before, entries) = (saves(&desk), history(&desk));
    let desk = desk.keys("d").owes_save();
    assert_eq!([saves(&desk) - before, history(&desk) - entries], [1, 2]);
    let desk = desk.keys("ctrl-d z").owes_save();
    assert_eq!(saves(&desk) - before, 2, "undo takes it back with one save");
    let desk = desk.keys("j k n");
    assert_eq!(saves(&desk) - before, 2, "what edits nothing saves nothing");
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
                counted.contradicted += usize::from(claim.is_contradicted());
                counted.pending += usize::from(claim.is_pending());
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
