//! What a key costs on the desk, from the action to the cells that change, on articles from a note to a book.

#![expect(clippy::unwrap_used, reason = "a bench, where a panic is the report")]

mod support;

use divan::{Bencher, black_box};
use factdesk::app::key::Key;
use factdesk::app::{Action, Motion, update};
use factdesk::review::Verdict;
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
