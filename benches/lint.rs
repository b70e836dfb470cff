//! How fast an article is held against itself, beside its import and proposals, in bytes a second: lint should take less than a third of
//! what the two take. On generated news prose full of figures, and on a text of your own, whose path `LINT_TEXT` has.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::intake::{self, Hint};
use factdesk::{lint, propose};
use support::{SIZES, prose};

/// The text of your own; generated prose without one.
fn own_text() -> Vec<u8> {
    let own = std::env::var_os("LINT_TEXT").map(std::fs::read).and_then(Result::ok);
    own.unwrap_or_else(|| prose(3_000).text().into())
}

#[divan::bench]
fn findings_of_your_own(bencher: Bencher<'_, '_>) {
    let text = own_text();
    let article = intake::read(&text, &Hint::default()).map_or_else(|_| prose(3_000), |read| read.article);
    bencher.counter(BytesCount::new(article.text().len())).bench(|| lint::findings(divan::black_box(&article)));
}

#[divan::bench]
fn import_and_proposals_of_your_own(bencher: Bencher<'_, '_>) {
    let text = own_text();
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let read = intake::read(divan::black_box(&text), &Hint::default()).ok()?;
        Some(propose::claims(&read.article, propose::THRESHOLD))
    });
}

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
