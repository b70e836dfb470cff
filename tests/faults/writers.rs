//! Several processes that write one session: every mark of each is there in the end.

use std::collections::HashMap;

use factdesk::store::Keeper;

use super::victim::{desk, work};
use super::{Scene, count, victim};

pub(super) fn two_that_mark_beside_an_open_workbench_lose_nothing() {
    let scene = Scene::new();
    let (keeper, opened) = Keeper::open(&scene.path(), &desk(), Box::new(drop)).unwrap();
    let mut session = opened.session;
    let children: Vec<_> =
        ["pavel", "jo"].map(|by| victim::<&str>(&[], &format!("amend {by}"), &scene.path()).spawn().unwrap()).into();
    for generation in 1..=10 {
        work(&mut session, "anna");
        keeper.save(&session, generation);
    }
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    keeper.close().unwrap();
    let there = scene.sound(0, "two writers");
    let mut marks: HashMap<&str, usize> = HashMap::new();
    for entry in there.history().iter() {
        *marks.entry(&entry.by).or_default() += 1;
    }
    let each = count("FAULT_MARKS", 60);
    assert_eq!(["anna", "jo", "pavel"].map(|by| marks.get(by).copied().unwrap_or(0)), [10, each, each]);
}
