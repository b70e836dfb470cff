//! Any keys, pastes and sizes on a desk: no panic, and every frame can be drawn.
#![no_main]

use factdesk::app::key::Key;
use factdesk::app::layout::Size;
use factdesk::app::settings::Settings;
use factdesk::app::{Action, Model, Opened, update};
use factdesk::intake::{self, Hint};
use factdesk::review::{Session, Stamp};
use factdesk::view::grid::Grid;
use factdesk::{propose, view};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "Bridge repair runs over budget\n\nThe repair cost 42 million crowns, the mayor said on Monday. Traffic fell by 14 percent.\n\nRead more\n";

/// Keys that are no characters.
const NAMED: [&str; 24] = [
    "enter", "esc", "tab", "backtab", "backspace", "del", "up", "down", "left", "right", "home", "end", "pgup", "pgdn",
    "ctrl-s", "ctrl-c", "ctrl-u", "ctrl-d", "ctrl-z", "ctrl-y", "ctrl-w", "shift-left", "shift-right", "ctrl-right",
];

fuzz_target!(|keys: &str| {
    let taken = intake::read(TEXT.as_bytes(), &Hint { name: "a.txt", language: None }).expect("an article");
    let claims = propose::claims(&taken.article, propose::THRESHOLD);
    let session = Session::new("id", taken.article, claims);
    let mut model = Model::new(Size::new(80, 24), Settings::default());
    let name = "fuzz".to_owned();
    model.lay(Opened { session, name, read_only: None, notices: Vec::new(), drafts: Vec::new() });
    let now = Stamp::from("2026-11-23T12:00:00Z");
    for c in keys.chars() {
        let number = c as u32;
        let action = match c {
            '\u{1}'..='\u{18}' => named(&model, number as usize - 1),
            '\u{e000}'..='\u{e0ff}' => Some(Action::Resize(Size::new((number & 0xff) as u16, (number & 0x3f) as u16))),
            '\u{e100}'..='\u{e1ff}' => Some(Action::Paste(keys.to_owned())),
            c => c.to_string().parse::<Key>().ok().and_then(|key| model.keymap.action(model.scope(), key)),
        };
        if let Some(action) = action {
            update(&mut model, action, &now);
        }
        view::draw(&model, &mut Grid::new(model.size));
    }
});

fn named(model: &Model, index: usize) -> Option<Action> {
    model.keymap.action(model.scope(), NAMED.get(index)?.parse().ok()?)
}
