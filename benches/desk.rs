//! What a key costs on the desk, from the action to the cells that change, on articles from a note to a book.

#![expect(clippy::unwrap_used, reason = "a bench, where a panic is the report")]

mod support;

use divan::{Bencher, black_box};
use factdesk::app::key::Key;
use factdesk::app::layout::Size;
use factdesk::app::listing::Listing;
use factdesk::app::settings::Settings;
use factdesk::app::{Action, Model, Motion, Outcome, update};
use factdesk::review::{Tally, Verdict};
use factdesk::term::frame::Frame;
use factdesk::view::{self, grid::Grid};
use support::{SIZES, model, now};

/// Does `action` over and over.
fn key(bencher: Bencher<'_, '_>, bytes: usize, action: &Action) {
    let mut model = model(bytes);
    let now = now();
    bencher.bench_local(|| update(&mut model, black_box(action.clone()), &now));
}

#[divan::bench(args = SIZES)]
fn next_claim(bencher: Bencher<'_, '_>, bytes: usize) {
    key(bencher, bytes, &Action::Move(Motion::Next));
}

#[divan::bench(args = SIZES)]
fn page_down(bencher: Bencher<'_, '_>, bytes: usize) {
    key(bencher, bytes, &Action::Move(Motion::PageDown));
}

#[divan::bench(args = SIZES)]
fn mark(bencher: Bencher<'_, '_>, bytes: usize) {
    key(bencher, bytes, &Action::Mark(Verdict::Verified));
}

/// A mark and its undoing.
#[divan::bench(args = SIZES)]
fn undo(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut model = model(bytes);
    let now = now();
    bencher.bench_local(|| {
        update(&mut model, Action::Mark(Verdict::Disputed), &now);
        update(&mut model, black_box(Action::Undo), &now)
    });
}

#[divan::bench(args = SIZES)]
fn frame(bencher: Bencher<'_, '_>, bytes: usize) {
    let model = model(bytes);
    let mut grid = Grid::new(model.size);
    bencher.bench_local(|| {
        grid.clear();
        view::draw(black_box(&model), &mut grid)
    });
}

/// The frame with a claim's full card beside the article.
#[divan::bench(args = SIZES)]
fn frame_with_card(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut model = model(bytes);
    update(&mut model, Action::Open, &now());
    assert_eq!(model.panels.len(), 1);
    let mut grid = Grid::new(model.size);
    bencher.bench_local(|| {
        grid.clear();
        view::draw(black_box(&model), &mut grid)
    });
}

/// A key on the home screen with so many sessions, and the frame after it.
#[divan::bench(args = [10, 1_000])]
fn home(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = Model::new(Size::new(160, 48), Settings::default());
    let listing = |n: usize| Listing {
        name: format!("wall-{n}"),
        path: format!("/s/wall-{n}.factdesk.json").into(),
        title: format!("Harbour wall {n}"),
        tally: Tally { unchecked: n % 3, verified: 4, ..Tally::default() },
        ..Listing::default()
    };
    let listed = (0..sessions).map(listing).collect();
    update(&mut model, Action::Came(Outcome::Listed(listed)), &now());
    let mut grid = Grid::new(model.size);
    let mut motions = [Motion::Next, Motion::Next, Motion::Previous].into_iter().cycle();
    bencher.bench_local(|| {
        update(&mut model, Action::Move(motions.next().unwrap_or(Motion::First)), &now());
        grid.clear();
        view::draw(black_box(&model), &mut grid)
    });
}

/// The next claim or the one before in turn, and the bytes of its frame.
#[divan::bench(args = SIZES)]
fn bytes(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut model = model(bytes);
    let mut frame = Frame::default();
    let mut motions = [Motion::PageDown, Motion::PageUp].into_iter().cycle();
    bencher.bench_local(|| {
        update(&mut model, Action::Move(motions.next().unwrap_or(Motion::First)), &now());
        frame.of(&model).map(<[u8]>::len).ok()
    });
}

fn parsed(key: &str) -> Key {
    key.parse().unwrap()
}

/// A key in a panel that another key opened, and the frame after it.
#[divan::bench(args = ["?", "f", ":", "E", "e", "s", "w", "enter"])]
fn panel(bencher: Bencher<'_, '_>, key: &str) {
    let mut model = model(3_000);
    let mut press = |key: &str| {
        let scope = model.scope();
        if let Some(action) = model.keymap.action(scope, parsed(key)) {
            update(&mut model, action, &now());
        }
    };
    press(key);
    let mut grid = Grid::new(model.size);
    let mut keys = ["down", "up"].into_iter().cycle();
    bencher.bench_local(|| {
        let scope = model.scope();
        let key = parsed(keys.next().unwrap_or_default());
        if let Some(action) = model.keymap.action(scope, key) {
            update(&mut model, action, &now());
        }
        grid.clear();
        view::draw(black_box(&model), &mut grid)
    });
}

fn main() {
    divan::main();
}
