//! Two copies of a session with many claims and many edits of their own: reading both files, and merging what they hold. The second is to
//! take at most three times as long as the first.
#![expect(clippy::unwrap_used, reason = "a bench fails loudly")]

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use factdesk::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Edit, Origin, Session, Span, Stamp, Verdict, field, marking,
    merge,
};
use factdesk::store::format;

/// Claims of the article.
const CLAIMS: usize = 100_000;

/// Edits of each copy's own.
const EDITS: usize = 10_000;

fn main() {
    divan::main();
}

/// Both files read.
#[divan::bench(sample_count = 8, sample_size = 1)]
fn read_two(bencher: Bencher<'_, '_>) {
    let files = copies().map(|copy| format::print(&copy));
    bencher.bench_local(|| files.each_ref().map(|file| format::parse(black_box(file)).unwrap()));
}

/// What they hold brought together.
#[divan::bench(sample_count = 8, sample_size = 1)]
fn merge_two(bencher: Bencher<'_, '_>) {
    let [ours, theirs] = copies();
    bencher.bench_local(|| merge(black_box(&ours), black_box(&theirs)).unwrap());
}

/// A session and what two readers made of it apart: marks and notes, on the same claims now and then.
fn copies() -> [Session; 2] {
    let base = session();
    [("anna", 7), ("bea", 11)].map(|(by, stride)| {
        let mut copy = base.clone();
        let by: Arc<str> = by.into();
        for n in 0..EDITS {
            let at = Stamp::from(format!("2026-11-23T{:02}:{:02}:{:02}Z", n / 3600, n / 60 % 60, n % 60).as_str());
            let claim = copy.claims().get(n * stride % CLAIMS).unwrap().clone();
            let edits = if n % 4 == 0 {
                let change =
                    Change::of(&claim, &field::NOTE, |claim| claim.record.note = format!("{by} has seen it ({n})."));
                vec![Edit::of(claim.id.clone(), change.unwrap())]
            } else {
                let verdict = if n % 3 == 0 { Verdict::Disputed } else { Verdict::Verified };
                marking(&claim, Some(verdict), &by, &at)
            };
            copy.commit_all(edits, &by, &at).unwrap();
        }
        copy
    })
}

fn session() -> Session {
    let (mut text, mut blocks, mut claims) = (String::new(), Vec::new(), Vec::new());
    for n in 0..CLAIMS {
        let start = text.len();
        let _ = write!(text, "The harbour wall of pier {n} cost {} million crowns, the mayor said on Monday.", n % 97);
        let span = Span::new(start, text.len());
        blocks.push(Block::new(BlockKind::Paragraph, span));
        claims.push(Claim::new(ClaimId::from(format!("k{n:07}").as_str()), span, Origin::Proposed));
        text.push_str("\n\n");
    }
    let article = Article::new("Harbour wall", text, blocks).unwrap();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims.into_iter().collect())
}
