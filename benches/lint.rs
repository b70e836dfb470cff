//! How fast an article is held against itself, beside its import and proposals, on generated news prose full of figures, in bytes a
//! second: lint should take less than a third of what the two take.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::intake::{self, Hint};
use factdesk::{lint, propose};
use support::{SIZES, prose};

#[divan::bench(args = SIZES)]
fn findings(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    bencher.counter(BytesCount::new(article.text().len())).bench(|| lint::findings(divan::black_box(&article)));
}

/// What lint's time is set beside: from bytes to the article and its proposals.
#[divan::bench(args = SIZES)]
fn import_and_proposals(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    let text = article.text().as_bytes();
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let read = intake::read(divan::black_box(text), &Hint::default()).ok()?;
        Some(propose::claims(&read.article, propose::THRESHOLD))
    });
}

fn main() {
    divan::main();
}
