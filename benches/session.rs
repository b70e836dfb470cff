//! What a session costs: proposing its claims, writing it, reading it, finding a word in it; with the memory that takes.

mod support;

use std::io::BufReader;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use factdesk::app::editor::Typing;
use factdesk::app::{Action, update};
use factdesk::export::{self, Format, Options};
use factdesk::store::format;
use support::{SIZES, model, now, session};

#[global_allocator]
static ALLOCATED: AllocProfiler = AllocProfiler::system();

/// A session as its file, handed to whoever writes it, a piece at a time.
#[divan::bench(args = SIZES)]
fn write(bencher: Bencher<'_, '_>, bytes: usize) {
    let session = session(bytes);
    let size = format::print(&session).len();
    bencher.counter(BytesCount::new(size)).bench_local(|| format::write(black_box(&session), &mut std::io::sink()));
}

/// A file as its session.
#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, bytes: usize) {
    let file = format::print(&session(bytes));
    let size = u64::try_from(file.len()).unwrap_or(u64::MAX);
    bencher.counter(BytesCount::new(file.len())).bench_local(|| {
        format::read(size, &mut BufReader::with_capacity(format::PIECE, black_box(file.as_slice())), &mut |_| {})
    });
}

/// A word that stands nowhere, looked for everywhere.
#[divan::bench(args = SIZES)]
fn search(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut model = model(bytes);
    let now = now();
    bencher.bench_local(|| {
        update(&mut model, Action::Search, &now);
        update(&mut model, Action::Type(Typing::Insert("quixotry".to_owned())), &now);
        update(&mut model, black_box(Action::Accept), &now)
    });
}

/// The formats that hold most of a session.
const FORMATS: [Format; 5] = [Format::Html, Format::Csv, Format::Json, Format::Docx, Format::Annotations];

/// A session of a megabyte of text in each of them.
#[divan::bench(args = FORMATS)]
fn export(bencher: Bencher<'_, '_>, to: Format) {
    let session = session(1_000_000);
    bencher.bench_local(|| export::export(black_box(&session), to, &Options::default()));
}

fn main() {
    divan::main();
}
