//! What bringing a draft in costs: finding the fates of a session's claims, and the edit that gives them.

#![expect(clippy::unwrap_used, reason = "a bench, where a panic is the report")]

mod support;

use divan::{Bencher, black_box};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Article, Claims, Session};
use support::{now, session};

/// Bytes of an article with about a thousand claims.
const LONG: usize = 100_000;

/// A session of which every sentence is a claim, and its next draft, in which one word in fifty is another.
fn drafts() -> (Session, Article) {
    let article = session(LONG).article;
    let claims: Claims = propose::claims(&article, 0.0);
    let words: Vec<String> = article.text().split(' ').map(str::to_owned).collect();
    let changed = words.iter().enumerate().map(|(at, word)| if at % 50 == 49 { "otherwise" } else { word.as_str() });
    let text = changed.collect::<Vec<_>>().join(" ");
    let next =
        factdesk::intake::read(text.as_bytes(), &factdesk::intake::Hint { name: "next.txt", language: Some("en") });
    (Session::new("bench", article, claims), next.unwrap().article)
}

/// From the draft's article to the session with every claim's fate: proposing, comparing, planning, doing.
#[divan::bench]
fn bring_in(bencher: Bencher<'_, '_>) {
    let (session, next) = drafts();
    let weights = Weights::default();
    bencher.with_inputs(|| (session.clone(), next.clone())).bench_local_values(|(mut session, next)| {
        let plan = propose::next_draft::plan(&mut session, black_box(next), true, (THRESHOLD, &weights)).unwrap();
        session.commit(plan.edit, &"anna".into(), &now()).unwrap();
        session
    });
}

/// The edit alone: every claim led to its new place.
#[divan::bench]
fn commit(bencher: Bencher<'_, '_>) {
    let (mut session, next) = drafts();
    let plan = propose::next_draft::plan(&mut session, next, true, (THRESHOLD, &Weights::default())).unwrap();
    bencher.with_inputs(|| (session.clone(), plan.edit.clone())).bench_local_values(|(mut session, edit)| {
        session.commit(edit, &"anna".into(), &now()).unwrap();
        session
    });
}

fn main() {
    divan::main();
}
