//! How fast proposals come: `propose::claims` on generated news prose, in bytes a second.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::propose;
use support::{SIZES, prose};

#[divan::bench(args = SIZES)]
fn claims(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    bencher
        .counter(BytesCount::new(article.text().len()))
        .bench(|| propose::claims(divan::black_box(&article), propose::THRESHOLD));
}

fn main() {
    divan::main();
}
