//! How fast an article is imported and its proposals come, on generated news prose, in bytes a second.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::intake::{self, Hint};
use factdesk::propose;
use support::{SIZES, prose};

#[divan::bench(args = SIZES)]
fn claims(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    bencher
        .counter(BytesCount::new(article.text().len()))
        .bench(|| propose::claims(divan::black_box(&article), propose::THRESHOLD));
}

/// What `factdesk claims` lists: no reasons in words, no ids.
#[divan::bench(args = SIZES)]
fn listed(bencher: Bencher<'_, '_>, bytes: usize) {
    let (article, weights) = (prose(bytes), propose::Weights::default());
    bencher
        .counter(BytesCount::new(article.text().len()))
        .bench(|| propose::listed_by(divan::black_box(&article), Some(propose::THRESHOLD), &weights));
}

/// From bytes to the article.
#[divan::bench(args = SIZES)]
fn import(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    let text = article.text().as_bytes();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| intake::read(divan::black_box(text), &Hint::default()).is_ok());
}

fn main() {
    divan::main();
}
