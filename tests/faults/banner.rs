//! A full disk as the reviewer sees it: a banner with the reason, a question on leaving, and work that goes on.

use factdesk::store;

use super::pty::Terminal;
use super::{Scene, have, marks};

pub(super) fn a_full_disk_is_on_the_screen_and_leaving_asks() {
    if !have("unshare", &["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return;
    }
    let scene = Scene::new();
    marks::lay(&scene);
    let desk = scene.folder.path().join("desk");
    std::fs::create_dir(&desk).unwrap();
    let script = "mount -t tmpfs -o size=600k tmpfs desk && cp ferry.factdesk.json desk/ && exec \"$0\" desk/ferry.factdesk.json";
    let command = ["unshare", "-rm", "sh", "-c", script, env!("CARGO_BIN_EXE_factdesk")];
    let mut run = Terminal::run(scene.folder.path(), &command, 120, 30);
    run.sees("○ 40");
    run.send("v");
    run.wait("a mark, saved", |screen| screen.contains("✓ 1") && top(screen).ends_with("saved"));
    // The same folder as the program sees it.
    let inside = std::path::PathBuf::from(format!("/proc/{}/root{}", run.pid(), desk.display()));
    let ballast = inside.join("ballast");
    let mut block = 1 << 16;
    let mut file = std::fs::File::create(&ballast).unwrap();
    while block > 0 {
        if std::io::Write::write_all(&mut file, &vec![0; block]).is_err() {
            block /= 2;
        }
    }
    drop(file);
    // Another key between: a key that comes again at once is one that is held down.
    run.send("\u{c}v");
    run.sees("NOT SAVED: ");
    run.sees("No space left on device");
    let file = inside.join("ferry.factdesk.json");
    assert_eq!(store::read(&file).unwrap().session.history().len(), 1, "the file is not as it was");
    run.send("q");
    run.sees("will be lost");
    run.send("n");
    // At the next mark it is tried again, and everything is there.
    std::fs::remove_file(&ballast).unwrap();
    run.send("\u{c}v");
    run.wait("three marks, saved", |screen| screen.contains("✓ 3") && top(screen).ends_with("  saved"));
    assert!(!run.screen().contains("NOT SAVED"), "{}", run.screen());
    assert_eq!(store::read(&file).unwrap().session.history().len(), 3);
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}

fn top(screen: &str) -> &str {
    screen.lines().next().unwrap_or_default().trim_end()
}
