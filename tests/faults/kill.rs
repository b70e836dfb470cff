//! `kill -9` at any moment: nothing that was called saved is lost, and the file is sound.

use std::io::{BufRead as _, BufReader};
use std::sync::mpsc;
use std::time::Duration;

use super::{Scene, acknowledged, count, victim};

pub(super) fn a_killed_process_loses_no_mark_that_was_called_saved() {
    let scene = Scene::new();
    let kills = count("FAULT_KILLS", 100);
    let mut total = 0;
    for round in 0..kills {
        let said = killed(&scene, "save 1000000", 1 + round % 4, round);
        total = scene.sound(acknowledged(&said), &format!("kill {round}")).history().len();
    }
    assert!(total >= kills, "too little was saved to prove anything: {total}");
    let mut last = victim::<&str>(&[], "save 1", &scene.path());
    assert!(last.output().unwrap().status.success());
    assert!(scene.leftovers().is_empty(), "what the killed left was not swept up: {:?}", scene.leftovers());
}

pub(super) fn a_killed_process_leaves_the_draft_before_or_the_one_behind_whole() {
    let scene = Scene::new();
    let kills = count("FAULT_KILLS", 40).min(40);
    for round in 0..kills {
        let said = killed(&scene, "redraft 1000000", 1 + round % 2, round);
        let session = scene.sound(acknowledged(&said), &format!("kill {round}"));
        assert!(session.drafts.iter().all(|past| past.article.is_some()), "kill {round}: a draft can't be rebuilt");
        let (draft, text) = (session.article.draft, session.article.text());
        assert!(
            draft == 1 || text.contains(&format!("for the {draft}th time")),
            "kill {round}: {draft} is another text"
        );
    }
}

/// What a victim said until it was killed: some saves after its start, at a moment that is another one each round.
fn killed(scene: &Scene, what: &str, saves: usize, round: usize) -> String {
    let mut child = victim::<&str>(&[], what, &scene.path()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (tell, told) = mpsc::channel();
    let reader = std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(tell.send(line))));
    let mut said: Vec<String> = Vec::new();
    while said.iter().filter(|line| line.starts_with("saved")).count() < saves {
        said.push(told.recv().unwrap());
    }
    said.extend(told.recv_timeout(Duration::from_micros((round as u64 * 1709) % 16_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    said.extend(told.try_iter());
    said.join("\n")
}
