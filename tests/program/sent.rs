//! What a terminal sends to the real program: pastes, the mouse, and answers to what nobody asked.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, where a panic is the report")]

use crate::pty::settled;
use crate::support::pty::Terminal;

#[test]
fn a_paste_goes_into_the_note_and_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.send("\u{1b}[200~vvvq\u{1b}[201~");
    run.send("e");
    run.sees("Note · claim");
    run.send("\u{1b}[200~pasted \u{1b}]0;title\u{7}words\u{1b}[201~");
    run.sees("pasted");
    run.send("\u{13}");
    run.sees("note kept");
    run.wait("no claim was marked by the paste", settled(0));
    let raw = String::from_utf8_lossy(&run.raw).into_owned();
    assert!(!raw.contains("\u{1b}]0;"), "the paste reached the terminal");
}

/// What a terminal sends for the mouse in a cell, counted from 0: 0 the button, 32 a drag, 64 and 65 the wheel.
fn mouse(code: u8, x: u16, y: u16, up: bool) -> String {
    format!("\u{1b}[<{code};{};{}{}", x + 1, y + 1, if up { 'm' } else { 'M' })
}

/// The column of the divider.
fn divider(screen: &str) -> u16 {
    let rule = screen.lines().nth(1).unwrap_or_default();
    rule.chars().position(|c| c == '┬').unwrap_or_default().try_into().unwrap()
}

#[test]
fn the_mouse_selects_scrolls_and_drags_and_the_divider_stays_for_the_next_run() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 120, 30);
    run.sees("1 · unchecked");
    let usual = divider(&run.screen());
    run.send(&(mouse(0, 90, 4, false) + &mouse(0, 90, 4, true)));
    run.sees("3 · unchecked");
    let before = run.screen().lines().nth(2).map(str::to_owned);
    run.send(&mouse(65, 20, 10, false));
    run.wait("another first row", |screen| screen.lines().nth(2).map(str::to_owned) != before);
    run.send(&(mouse(0, usual, 12, false) + &mouse(32, 50, 12, false) + &mouse(0, 50, 12, true)));
    run.wait("the divider in column 50", |screen| divider(screen) == 50);
    run.send(&(mouse(0, 10, 8, false) + &mouse(32, 25, 8, false) + &mouse(0, 25, 8, true)));
    run.sees("take them");
    run.send("a");
    run.sees("claimed");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let raw = String::from_utf8_lossy(&run.raw).into_owned();
    assert!(
        raw.contains("\u{1b}[?1002h") && raw.contains("\u{1b}[?1006l\u{1b}[?1002l") && !raw.contains("?1003h"),
        "only what is needed, and given back"
    );

    let mut again = Terminal::start(home.path(), &["--mouse=false"], 120, 30);
    again.sees("1 saved session");
    again.send("\r");
    again.wait("the divider where it was", |screen| divider(screen) == 50);
    assert!(!String::from_utf8_lossy(&again.raw).contains("?1002h"), "the mouse is left alone");
}

#[test]
fn a_megabyte_with_escape_sequences_is_pasted_into_a_note_and_nothing_of_it_acts_or_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.send("e");
    run.sees("Note · claim");
    let piece = "v d \u{1b}]0;title\u{7} \u{1b}[31mred \u{9b}2J é東京 👩‍👩‍👧 \u{202e}back :q\n";
    let text = piece.repeat((1 << 20) / piece.len() + 1) + "THE END";
    run.send(&format!("\u{1b}[200~{}\u{1b}[201~", text.replace('\n', "\r")));
    run.sees("THE END");
    run.send("!");
    run.sees("THE END!");
    run.send("\u{13}");
    run.sees("note kept");
    run.wait("no claim was marked by the paste", settled(0));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let raw = String::from_utf8_lossy(&run.raw).into_owned();
    for acting in ["\u{1b}]0;", "\u{1b}[31m", "\u{9b}", "\u{202e}"] {
        assert!(!raw.contains(acting), "{acting:?} reached the terminal");
    }
    let path = std::fs::read_dir(home.path().join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    let path = path.into_iter().find(|path| path.to_string_lossy().ends_with(".factdesk.json")).unwrap();
    let session = factdesk::store::format::parse(&std::fs::read(path).unwrap()).unwrap().session;
    assert!(session.claims().iter().any(|claim| claim.record.note == format!("{text}!")), "every character is kept");
}

#[test]
fn a_late_answer_of_the_terminal_is_no_command() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::run(home.path(), &[env!("CARGO_BIN_EXE_factdesk")], 100, 30);
    run.sees("Harbour tunnel opens");
    run.send("vk");
    run.sees("✓ 1");
    run.send("\u{1b}]11;rgb:1a1a/1b1b/cccc\u{1b}\\\u{1b}]10;rgb:d0d0/d0d0/d0d0\u{7}\u{1b}[>0;276;0c");
    // The next key finds the desk as it was: no form is open, and the verdict stands.
    run.send("?");
    run.sees("Selects the next claim");
    run.send("q");
    run.sees("✓ 1");
}

#[test]
fn an_answer_that_comes_letter_by_letter_opens_nothing_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::run(home.path(), &[env!("CARGO_BIN_EXE_factdesk")], 100, 30);
    run.sees("Harbour tunnel opens");
    run.send("vk");
    run.sees("✓ 1");
    // The escape by itself, and the rest as a slow line brings it.
    for letter in "\u{1b}]11;rgb:dddd/vdxu/dddd\u{1b}\\".chars() {
        run.send(&letter.to_string());
        run.waits_at_most(std::time::Duration::from_millis(30));
    }
    // A report of the mouse from beyond the screen is nothing either.
    run.send("\u{1b}[<0;0;0M?");
    run.sees("Selects the next claim");
    run.send("q");
    run.sees("✓ 1  ✗ 0");
}

#[test]
fn a_paste_whose_end_never_comes_ends_with_a_pause_and_can_be_left_at_once() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel opens");
    run.send("\u{1b}[200~vdx");
    run.sees("a paste does nothing here");
    run.send("v");
    run.sees("✓ 1  ✗ 0");
    // What comes of it after all is the paste's, and so is its end.
    run.send("uuddd");
    run.sees("a paste does nothing here");
    run.send("more\u{1b}[201~v");
    run.sees("✓ 2  ✗ 0");
    run.send("\u{1b}[200~vvv");
    run.waits_at_most(std::time::Duration::from_millis(100));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}
