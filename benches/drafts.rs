//! What bringing a draft in costs: finding the fates of a session's claims, and the edit that gives them.

#![expect(clippy::unwrap_used, reason = "a bench, where a panic is the report")]

mod support;

use divan::{Bencher, black_box};
use factdesk::app::update;
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{Article, Claims, Session};
use factdesk::view::{self, grid::Grid};
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

/// What a reviewer waits for at a new draft: the plan, the edit, and the first frame with the panel of what changed.
#[divan::bench]
fn until_the_panel_stands(bencher: Bencher<'_, '_>) {
    let (session, next) = drafts();
    let weights = Weights::default();
    let model = || {
        let mut model = support::model(100);
        support::lay(&mut model, session.clone());
        model
    };
    bencher.with_inputs(|| (model(), session.clone(), next.clone())).bench_local_values(
        |(mut model, mut session, next)| {
            let plan = propose::next_draft::plan(&mut session, black_box(next), true, (THRESHOLD, &weights)).unwrap();
            session.commit(plan.edit, &"anna".into(), &now()).unwrap();
            support::lay(&mut model, session);
            let scope = model.scope();
            let action = model.keymap.action(scope, "T".parse().unwrap()).unwrap();
            update(&mut model, action, &now());
            let mut grid = Grid::new(model.size);
            view::draw(&model, &mut grid)
        },
    );
}

/// The frame alone, the panel being open.
#[divan::bench]
fn panel_frame(bencher: Bencher<'_, '_>) {
    let (mut session, next) = drafts();
    let plan = propose::next_draft::plan(&mut session, next, true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &"anna".into(), &now()).unwrap();
    let mut model = support::model(100);
    support::lay(&mut model, session);
    let action = model.keymap.action(model.scope(), "T".parse().unwrap()).unwrap();
    update(&mut model, action, &now());
    let mut grid = Grid::new(model.size);
    bencher.bench_local(|| {
        grid.clear();
        view::draw(black_box(&model), &mut grid)
    });
}

fn main() {
    divan::main();
}
