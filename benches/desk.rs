//! What a key costs on the desk, from the action to the cells that change, on articles from a note to a book.

mod support;

use divan::{Bencher, black_box};
use factdesk::app::{Action, Motion, update};
use factdesk::review::Verdict;
use factdesk::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::{SIZES, model, now};

const AREA: Rect = Rect::new(0, 0, 160, 48);

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
    let mut buffer = Buffer::empty(AREA);
    bencher.bench_local(|| {
        buffer.reset();
        view::draw(black_box(&model), &mut buffer)
    });
}

#[divan::bench(args = SIZES)]
fn difference(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut model = model(bytes);
    let (mut before, mut after) = (Buffer::empty(AREA), Buffer::empty(AREA));
    view::draw(&model, &mut before);
    update(&mut model, Action::Move(Motion::Next), &now());
    view::draw(&model, &mut after);
    bencher.bench_local(|| before.diff(black_box(&after)).len());
}

fn main() {
    divan::main();
}
