//! The terminal comes back, whatever ends the program or stops it for a while; and text under entry is kept.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::pty::Terminal;
use super::{Scene, marks, tell};

/// Starts the workbench from a shell that stays, so that what is left of the terminal can be looked at.
fn started(scene: &Scene, by: &str) -> (Terminal, String) {
    let home = scene.folder.path();
    let script = format!("{by} \"$0\" ferry.factdesk.json; echo ended with $?; read wait");
    let mut run = Terminal::run(home, &["sh", "-c", &script, env!("CARGO_BIN_EXE_factdesk")], 120, 30);
    let before = run.termios();
    run.sees("○ 40");
    run.send("eHalf a thoug");
    run.sees("Half a thoug");
    (run, before)
}

/// The program itself, below the shell.
fn pid_below(shell: u32) -> String {
    std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap().trim().to_owned()
}

fn signal(name: &str, pid: &str) {
    assert!(Command::new("kill").args([format!("-{name}").as_str(), pid]).status().unwrap().success());
}

#[track_caller]
fn is_as_before(run: &Terminal, before: &str, after: &str) {
    assert_eq!(run.modes(), [false; 5], "after {after}: alternate screen, hidden cursor, paste, mouse, focus");
    assert_eq!(run.termios(), before, "after {after} the terminal's own modes are other ones");
}

/// The session, opened again: it offers what was being typed.
fn offers(home: &Path, after: &str) {
    let mut again = Terminal::start(home, &["ferry.factdesk.json"], 120, 30);
    again.wait(&format!("the text after {after}"), |screen| {
        screen.contains("Typed and not kept") && screen.contains("Half a thoug")
    });
    again.send("n\u{3}");
    again.ends();
}

pub(super) fn the_terminal_comes_back_after_every_end() {
    let scene = Scene::new();
    marks::lay(&scene);
    let home = scene.folder.path();
    for (name, code) in [("TERM", 143), ("INT", 130), ("QUIT", 131), ("HUP", 129)] {
        let (mut run, before) = started(&scene, "");
        signal(name, &pid_below(run.pid()));
        run.sees(&format!("ended with {code}"));
        is_as_before(&run, &before, name);
        offers(home, name);
    }
    let (mut run, before) = started(&scene, "");
    run.send("\u{3}");
    run.sees("ended with 0");
    is_as_before(&run, &before, "quitting");
    offers(home, "quitting");
}

pub(super) fn a_vanished_terminal_ends_it_even_where_hangups_are_ignored() {
    let scene = Scene::new();
    marks::lay(&scene);
    for ignored in [false, true] {
        let script = format!("{} exec \"$0\" ferry.factdesk.json", if ignored { "trap '' HUP;" } else { "" });
        let command = ["sh", "-c", &script, env!("CARGO_BIN_EXE_factdesk")];
        let mut run = Terminal::run(scene.folder.path(), &command, 120, 30);
        run.sees("○ 40");
        run.send("eHalf a thoug");
        run.sees("Half a thoug");
        run.vanish();
        let begun = now();
        run.ends();
        tell(&format!("  gone after {:?} (hang-ups ignored: {ignored})", begun.elapsed()));
        offers(scene.folder.path(), "a hang-up");
    }
}

#[expect(clippy::disallowed_methods, reason = "a figure for the reader of the report, no test hangs on it")]
fn now() -> Instant {
    Instant::now()
}

pub(super) fn it_stops_and_goes_on() {
    let scene = Scene::new();
    marks::lay(&scene);
    let mut run = Terminal::run(scene.folder.path(), &["bash", "--norc", "--noprofile", "-i"], 120, 30);
    // Written so that the echo of the line is not yet the prompt, before which the shell sets its modes.
    run.send("PS1=ready'> '\r");
    run.sees("ready> ");
    let before = run.termios();
    run.send(&format!("{} ferry.factdesk.json\r", env!("CARGO_BIN_EXE_factdesk")));
    run.sees("○ 40");
    for _ in 0..2 {
        run.send("\u{1a}");
        run.wait("the shell", |screen| screen.contains("Stopped") && !screen.contains("○ 40"));
        // The shell sets its own modes for editing lines, in its own time; what it was given must be what it had.
        settles(&mut run, &before);
        assert_eq!(run.termios(), before, "ctrl-z left other modes behind");
        assert!(!run.modes()[0] && !run.modes()[1], "ctrl-z left the screen or hid the cursor");
        run.send("clear; fg\r");
        run.sees("factdesk  Ferry");
        run.send("j");
        run.sees("○ 40");
    }
    run.send("\u{3}");
    settles(&mut run, &before);
    assert_eq!(run.termios(), before);
}

/// Waits until the terminal has the modes `before`, or for long enough.
fn settles(run: &mut Terminal, before: &str) {
    for _ in 0..200 {
        if run.termios() == before && !run.modes()[0] && !run.modes()[1] {
            return;
        }
        run.waits_at_most(Duration::from_millis(50));
    }
}

pub(super) fn a_panic_gives_the_terminal_back_and_keeps_what_was_typed() {
    if !cfg!(sabotage = "panic-key") {
        tell("  NOT TESTED: needs a build with FACTDESK_SABOTAGE=panic-key");
        return;
    }
    let scene = Scene::new();
    marks::lay(&scene);
    let (mut run, before) = started(&scene, "");
    // F12
    run.send("\u{1b}[24~");
    run.sees("ended with 101");
    is_as_before(&run, &before, "a panic");
    assert!(run.screen().contains("panicked"), "{}", run.screen());
    offers(scene.folder.path(), "a panic");
}
