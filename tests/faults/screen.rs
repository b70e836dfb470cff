//! The workbench killed at any moment while keys arrive: what its screen called saved is in the file.

use factdesk::review::Status;

use super::pty::Terminal;
use super::{Scene, count, marks, tell};

pub(super) fn a_killed_workbench_loses_no_mark_that_its_screen_called_saved() {
    let scene = Scene::new();
    marks::lay(&scene);
    let (mut called, mut kept) = (0, 0);
    for round in 0..count("FAULT_SCREEN_KILLS", 15) {
        let mut run = Terminal::start(scene.folder.path(), &["ferry.factdesk.json"], 120, 30);
        run.wait("what was kept before", |screen| saved(screen) == Some(kept));
        // Another mark, or taking one back when all are marked, so that there is always something to save.
        let keys = if kept + 4 > marks::CLAIMS { "gcjcjcjcjcjcjcjcjcjcjcjc[" } else { "vvv" };
        run.send(keys);
        run.waits_at_most(std::time::Duration::from_micros((round as u64 * 7919) % 90_000));
        run.kill();
        run.ends();

        let screen = saved(&run.screen());
        let there = scene.sound(0, &format!("kill {round}"));
        kept = marks::CLAIMS - there.claims().tally().of(Status::Unchecked);
        if let Some(screen) = screen {
            // Keys that came after what the screen shows may have been saved as well.
            let between = if keys == "vvv" { screen..=screen + 3 } else { 0..=screen };
            assert!(between.contains(&kept), "kill {round}: the screen called {screen} saved, {kept} are there");
            called += 1;
        }
    }
    assert!(called > 0, "no screen called anything saved, so nothing was proved");
    tell(&format!("  {called} screens called their marks saved"));
}

/// How many claims the screen shows as settled, when it says that all is saved.
fn saved(screen: &str) -> Option<usize> {
    let top = screen.lines().next()?.trim_end();
    let settled = top.split_whitespace().find_map(|word| word.strip_suffix("/40")?.parse().ok());
    settled.filter(|_| top.ends_with("saved"))
}
