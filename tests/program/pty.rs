//! The real program on a real terminal: mark, leave, come back; resize, kill, hang up.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, where a panic is the report")]

use std::process::Command;

use crate::support::pty::Terminal;

/// A saved state on the screen and so many claims settled.
pub(crate) fn settled(count: usize) -> impl Fn(&str) -> bool {
    move |screen: &str| {
        let top = screen.lines().next().unwrap_or_default();
        let progress = format!(" {count}/");
        top.contains(&progress) && top.trim_end().ends_with("saved")
    }
}

#[test]
fn a_first_run_marks_the_sample_and_the_second_resumes_it() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Terminal::start(home.path(), &[], 120, 40);
    first.sees("Harbour tunnel opens");
    first.send("v");
    first.wait("one mark, saved", settled(1));
    first.send("d");
    first.wait("two marks, saved", settled(2));
    first.send("q");
    first.sees("1 saved session");
    first.send("q");
    assert_eq!(first.ends(), 0);

    let mut second = Terminal::start(home.path(), &[], 120, 40);
    second.sees("1 saved session");
    second.send("\r");
    second.wait("two marks", settled(2));
    second.send("z");
    second.wait("one mark after undo", settled(1));
    second.send("\u{3}");
    assert_eq!(second.ends(), 0);
}

#[test]
fn a_session_deleted_while_its_row_is_chosen_is_said_to_be_gone() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Terminal::start(home.path(), &[], 120, 40);
    first.sees("Harbour tunnel opens");
    first.send("v");
    first.wait("one mark, saved", settled(1));
    first.send("\u{3}");
    assert_eq!(first.ends(), 0);
    // The list comes from memory first and then from a look at the folder: a session that memory has not seen tells that the look is
    // over.
    let folder = home.path().join("sessions");
    let files =
        || std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    let session = files().next().unwrap();
    std::fs::copy(&session, folder.join("another.factdesk.json")).unwrap();
    let mut second = Terminal::start(home.path(), &[], 120, 40);
    second.sees("2 saved sessions");
    files().for_each(|path| std::fs::remove_file(path).unwrap());
    second.send("\r");
    second.sees("such file:");
    second.send("q");
    assert_eq!(second.ends(), 0);
}

#[test]
fn the_list_of_sessions_follows_what_others_do_in_the_folder() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Terminal::start(home.path(), &[], 120, 40);
    first.sees("Harbour tunnel opens");
    first.send("v");
    first.wait("one mark, saved", settled(1));
    first.send("q");
    first.sees("1 saved session");
    let folder = home.path().join("sessions");
    let session = std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path()).find(|path| path.is_file());
    let session = session.unwrap();
    // The terminal has the focus again.
    std::fs::copy(&session, folder.join("another.factdesk.json")).unwrap();
    first.send("\u{1b}[I");
    first.sees("2 saved sessions");
    // Sorting looks, too.
    std::fs::rename(folder.join("another.factdesk.json"), folder.join("renamed.factdesk.json")).unwrap();
    first.send("s");
    first.sees("renamed");
    // What is gone is listed no longer once that was noticed.
    std::fs::remove_file(folder.join("renamed.factdesk.json")).unwrap();
    std::fs::remove_file(&session).unwrap();
    first.send("\r");
    first.sees("there is no such file: ");
    first.sees("nothing saved yet");
    first.send("q");
    assert_eq!(first.ends(), 0);
}

#[test]
fn a_copy_is_saved_elsewhere_as_the_session_stands() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 120, 40);
    run.sees("Harbour tunnel opens");
    run.send("v");
    run.wait("one mark, saved", settled(1));
    run.send(":save-copy\r");
    run.sees("save a copy as");
    run.send("elsewhere.factdesk.json\r");
    run.sees("a copy as it stands here");
    let copy = std::fs::read_to_string(home.path().join("elsewhere.factdesk.json")).unwrap();
    assert!(copy.contains("\"verified\""), "{copy}");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}

#[test]
fn nothing_that_was_called_saved_is_lost_when_the_program_is_killed() {
    let home = tempfile::tempdir().unwrap();
    for round in 1..=4 {
        let mut run = Terminal::start(home.path(), &[], 100, 30);
        if round > 1 {
            run.sees("saved session");
            run.send("\r");
        }
        run.wait("what was saved before", settled(round - 1));
        run.send("v");
        run.wait("the new mark", settled(round));
        run.kill();
    }
}

#[test]
fn an_article_is_opened_by_its_path_and_resumed_by_the_same_path() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ferry.txt");
    let text = "Ferry fares rise\n\nFares on the night ferry rose by 12 percent in May 2024, the operator said.\n\nThe ferry carried 310,000 passengers in 2023.\n";
    write(&path, text);
    let mut run = Terminal::start(home.path(), &["ferry.txt"], 80, 24);
    run.sees("Ferry fares rise");
    run.send("u");
    run.wait("a mark", settled(1));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let mut again = Terminal::start(home.path(), &["ferry.txt"], 80, 24);
    again.wait("the mark", settled(1));
}

#[test]
fn a_report_is_written_beside_the_article_and_never_over_a_session() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("drafts")).unwrap();
    write(&home.path().join("drafts/ferry.txt"), "Ferry fares rise\n\nFares rose by 12 percent in May 2024.\n");
    let mut run = Terminal::start(home.path(), &["drafts/ferry.txt"], 100, 30);
    run.sees("Ferry fares rise");
    run.send("E");
    run.sees("Fact-check: Ferry fares rise");
    run.send("\r");
    run.sees("write to  drafts/ferry-fares-rise.report.html");
    run.send("\r");
    run.sees("written: drafts/ferry-fares-rise.report.html");
    let report = std::fs::read_to_string(home.path().join("drafts/ferry-fares-rise.report.html")).unwrap();
    assert!(report.contains("<title>Fact-check: Ferry fares rise</title>"), "{report}");
    run.send("E\r");
    run.sees("write to");
    run.send("\r");
    run.sees("is there already");
    run.send("n\r");
    run.sees("write to");
    run.send("\u{15}sessions/ferry-fares-rise.factdesk.json\r");
    run.sees("never overwritten; name another");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}

#[expect(clippy::disallowed_methods, reason = "an article, not a session")]
fn write(path: &std::path::Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_terminal_shrunk_to_nothing_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.resize(10, 3);
    run.sees("too small");
    run.resize(60, 20);
    run.sees("Harbour tunnel");
    run.send("v");
    run.sees("✓ 1");
}

#[test]
fn no_key_is_lost_that_comes_with_a_resize() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("─ 1 · ");
    for turn in 0..20 {
        run.resize(100 - turn % 2, 30);
        run.send("j");
        run.sees(&format!("─ {} · ", turn + 2));
    }
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_the_session() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("QUIT", 131), ("HUP", 129)] {
        let home = tempfile::tempdir().unwrap();
        let mut run = Terminal::start(home.path(), &[], 100, 30);
        run.sees("Harbour tunnel");
        run.send("v");
        run.wait("a mark", settled(1));
        run.send("eHalf a thoug");
        run.sees("Half a thoug");
        assert!(Command::new("kill").args([format!("-{name}"), run.pid().to_string()]).status().unwrap().success());
        assert_eq!(run.ends(), code, "SIG{name}");
        let raw = String::from_utf8_lossy(&run.raw).into_owned();
        for mode in ["\u{1b}[?1049l", "\u{1b}[?25h", "\u{1b}[?2004l", "\u{1b}[?1004l"] {
            assert!(raw.contains(mode), "SIG{name} left {mode:?} undone");
        }
        offers(home.path(), "Half a thoug");
    }
}

#[test]
fn a_vanished_terminal_ends_the_program_and_keeps_the_session() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.send("v");
    run.wait("a mark", settled(1));
    run.send("eHalf a thoug");
    run.sees("Half a thoug");
    run.vanish();
    run.ends();
    let mut again = offers(home.path(), "Half a thoug");
    again.wait("the mark", settled(1));
}

/// The only session, opened again: it offers the text that was typed and not kept.
fn offers(home: &std::path::Path, words: &str) -> Terminal {
    let mut again = Terminal::start(home, &[], 100, 30);
    again.sees("1 saved session");
    again.send("\r");
    again.sees("Typed and not kept");
    again.sees(words);
    again
}

#[test]
fn a_kill_costs_a_second_of_typing_at_most() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.send("eHalf a thoug");
    run.sees("Half a thoug");
    let hidden = home.path().join("sessions/.factdesk");
    let written = || {
        let names = std::fs::read_dir(&hidden).unwrap().map(|entry| entry.unwrap().path());
        let drafts: Vec<_> = names.filter(|path| path.to_string_lossy().ends_with(".draft.json")).collect();
        // One may be gone since the names were read.
        drafts.iter().any(|path| std::fs::read_to_string(path).is_ok_and(|text| text.contains("Half a thoug")))
    };
    until("the text lies beside the session", written);
    run.kill();
    let mut again = offers(home.path(), "Half a thoug");
    again.send("yht\u{13}");
    again.sees("note kept");
    until("nothing lies beside the session any more", || !written());
}

/// Waits for something that no screen shows.
fn until(what: &str, holds: impl Fn() -> bool) {
    let patience = std::time::Duration::from_millis(10);
    for _ in 0..2000 {
        if holds() {
            return;
        }
        std::thread::park_timeout(patience);
    }
    panic!("it never came that {what}");
}

#[test]
fn a_second_window_follows_the_first_and_takes_over_when_that_is_gone() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Terminal::start(home.path(), &[], 100, 30);
    first.sees("Harbour tunnel");
    let mut second = Terminal::start(home.path(), &[], 100, 30);
    second.sees("1 saved session");
    second.send("\r");
    second.sees("read-only");
    second.sees(&format!("pid {}", first.pid()));
    second.send("v");
    second.sees("nothing can be changed here");
    // What the first window saves comes without a key.
    first.send("v");
    second.sees("✓ 1");
    second.send("L");
    second.sees("still read-only");
    first.kill();
    second.send("L");
    second.sees("may write now");
    second.send("]v");
    second.wait("both marks, saved", settled(2));
}

#[test]
fn a_terminal_shrunk_to_one_cell_while_a_note_is_written_comes_back_with_it() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees("Harbour tunnel");
    run.send("e");
    run.sees("Note · claim");
    run.send("half a thought");
    run.sees("half a thought");
    run.resize(1, 1);
    run.wait("one letter", |screen| screen.trim() == "t");
    run.resize(100, 30);
    run.sees("half a thought");
}

#[test]
fn keys_typed_while_a_long_article_is_opened_count_when_it_is_there() {
    let home = tempfile::tempdir().unwrap();
    let line = "Fares on the night ferry rose by 12 percent in May 2024, the operator said.";
    write(&home.path().join("book.txt"), &format!("Ferry fares rise\n\n{}", format!("{line}\n\n").repeat(6_000)));
    let mut first = Terminal::start(home.path(), &["book.txt"], 100, 30);
    first.send("vd");
    first.wait("two marks", settled(2));
    first.send("\u{3}");
    assert_eq!(first.ends(), 0);
    let mut again = Terminal::start(home.path(), &["book.txt"], 100, 30);
    again.send("u");
    again.wait("a third mark", settled(3));
}

#[test]
fn a_link_reaches_the_browser_as_one_argument_and_no_shell_reads_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let bin = home.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    // Renamed when it is whole, so that no half of it is read.
    let script = "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >\"$HOME/part\" && mv \"$HOME/part\" \"$HOME/opened\"\n";
    for opener in ["xdg-open", "open"] {
        write(&bin.join(opener), script);
        std::fs::set_permissions(bin.join(opener), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let link = "https://example.org/?a=$(id>$HOME/bad)&b=`id>$HOME/bad`;id>$HOME/bad|id>$HOME/bad'\"<>*~#-o";
    write(&home.path().join("ferry.txt"), "Ferry fares rise\n\nFares rose by 12 percent in May 2024.\n");
    let path = format!("PATH={}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let program = ["env", &path, env!("CARGO_BIN_EXE_factdesk"), "ferry.txt"];
    let mut run = Terminal::run(home.path(), &program, 120, 40);
    run.sees("Ferry fares rise");
    run.send("s\t");
    run.sees("A new source");
    run.send(&format!("Minutes\t{link}\u{13}"));
    run.sees("Minutes");
    run.send("o");
    run.sees("Open in the browser?");
    run.send("y");
    until("the browser", || home.path().join("opened").exists());
    assert_eq!(std::fs::read_to_string(home.path().join("opened")).unwrap(), format!("1\n{link}\n"));
    assert!(!home.path().join("bad").exists(), "a shell has read the link");
}

#[test]
fn a_terminal_that_may_blink_instead_is_never_asked_for_coloured_lines() {
    let program = env!("CARGO_BIN_EXE_factdesk");
    for (words, asked) in [(vec![program], true), (vec!["env", "-u", "COLORTERM", program], false)] {
        let home = tempfile::tempdir().unwrap();
        let mut run = Terminal::run(home.path(), &words, 100, 30);
        run.sees("Harbour tunnel opens");
        assert_eq!(String::from_utf8_lossy(&run.raw).contains(";58;5;"), asked);
    }
}

#[test]
fn an_article_on_stdin_that_may_be_a_next_draft_is_asked_about_by_words() {
    let home = tempfile::tempdir().unwrap();
    write(
        &home.path().join("a.md"),
        "# Ferry plan\n\nThe ferry carries 300 people. The quay cost 12 million crowns.\n",
    );
    write(
        &home.path().join("b.md"),
        "# Ferry plan\n\nThe ferry carries 320 people. The quay cost 12 million crowns.\n",
    );
    let mut run = Terminal::start(home.path(), &["a.md"], 100, 30);
    run.sees("✓ 0");
    run.send("v");
    run.wait("one mark, saved", settled(1));
    run.send("\u{3}");
    run.ends();
    let command = "cat b.md | \"$0\" -";
    let mut run = Terminal::run(home.path(), &["sh", "-c", command, env!("CARGO_BIN_EXE_factdesk")], 100, 30);
    run.sees("What came on stdin reads otherwise");
    // The saved sessions lie behind the question.
    run.sees("1 saved session");
    run.send("y");
    run.sees("draft 2");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}

/// An article about a ferry for so many people.
fn plan(people: u32) -> String {
    format!("# Ferry plan\n\nThe ferry carries {people} people. The quay cost 12 million crowns.\n")
}

/// A folder with an article, `a.md`, and its session, which is closed again.
fn begun_and_left() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    write(&home.path().join("a.md"), &plan(300));
    let mut run = Terminal::start(home.path(), &["a.md"], 100, 30);
    run.sees("✓ 0");
    run.send("q");
    run.sees("1 saved session");
    run.send("q");
    assert_eq!(run.ends(), 0);
    home
}

/// Waits until the home screen says `words` by itself, without a key.
fn home_says(home: &tempfile::TempDir, words: &str) {
    let mut run = Terminal::start(home.path(), &[], 100, 30);
    run.sees(words);
    run.send("q");
    assert_eq!(run.ends(), 0);
}

#[test]
fn the_home_screen_says_whose_article_has_another_draft_in_its_file() {
    let home = begun_and_left();
    write(&home.path().join("a.md"), &plan(320));
    home_says(&home, "newer file");
}

#[test]
fn a_session_that_lies_elsewhere_is_left_with_a_word_where_it_is() {
    let home = begun_and_left();
    let elsewhere = home.path().join("shared");
    std::fs::create_dir(&elsewhere).unwrap();
    let session = std::fs::read_dir(home.path().join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    let session = session.filter(|path| path.is_file()).find(|path| path.extension().is_some_and(|end| end == "json"));
    std::fs::copy(session.unwrap(), elsewhere.join("ferry.factdesk.json")).unwrap();
    let mut run = Terminal::start(home.path(), &["shared/ferry.factdesk.json"], 100, 30);
    run.sees("✓ 0");
    run.send("q");
    run.sees("not among these, kept where it lies: ");
    run.sees("ferry.factdesk.json");
    run.send("q");
    assert_eq!(run.ends(), 0);
}

#[test]
fn the_home_screen_says_which_policy_its_counts_lack() {
    let home = begun_and_left();
    write(&home.path().join("sessions/policy.toml"), "sources = 1\nreading = 2\n");
    home_says(&home, "left out of the counts: line 2: unknown field");
}

/// Marks all claims of an article, edits its file, and goes through what the draft changed, also after a restart.
#[test]
fn a_new_draft_flags_what_changed_and_can_be_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ferry.txt");
    let first = "Ferry fares rise\n\nFares on the night ferry rose by 12 percent in May 2024, the operator said.\n\nThe ferry carried 310,000 passengers in 2023.\n\nThe council paid 4 million crowns for the new quay.\n";
    write(&path, first);
    let mut run = Terminal::start(home.path(), &["ferry.txt"], 120, 32);
    run.sees("Ferry fares rise");
    for count in 1..=4 {
        run.send("v");
        run.sees(&format!("✓ {count}"));
        // A key held down would mark once only.
        run.send("k");
        run.send("j");
    }
    run.wait("saved", |screen| screen.contains("saved"));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let second = first.replace("12 percent", "14 percent").replace("310,000", "about 310,000");
    write(&path, &second.replace("The council paid 4 million crowns for the new quay.\n", ""));
    let mut run = Terminal::start(home.path(), &["ferry.txt"], 120, 32);
    run.sees("draft 2 of Ferry fares rise (4 of 4 settled)?");
    run.send("y");
    run.sees("draft 2: 1 same · 2 changed · 1 gone");
    run.send("T");
    run.sees("changed in draft 2");
    run.sees("was verified by");
    run.sees("12 percent");
    run.sees("14 percent");
    run.send("y");
    run.sees("about 310,000");
    run.send("r");
    run.sees("stands nowhere in this draft");
    run.send("a");
    run.sees("pick the words");
    run.send(")\r");
    run.sees("put on these words");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
    let mut again = Terminal::start(home.path(), &["ferry.txt"], 120, 32);
    again.sees("draft 2");
    again.sees("✓ 2");
    for said in ["undone: put on other words", "undone: ", "undone: "] {
        again.send("z");
        again.sees(said);
        again.send("j");
    }
    again.send("z");
    again.sees("draft 1 stands");
    again.sees("✓ 4");
    again.send("B");
    again.sees("next draft  ferry.txt");
    again.send("\r");
    again.sees("draft 2: 1 same · 2 changed · 1 gone");
    again.sees("✓ 1");
    again.send("\u{3}");
    assert_eq!(again.ends(), 0);
}

#[test]
fn evidence_that_changes_while_the_desk_is_open_is_read_anew_and_that_is_said() {
    let home = tempfile::tempdir().unwrap();
    write(&home.path().join("pier.txt"), "The pier\n\nThe pier cost 4.2 million crowns in 2019, the council says.\n");
    let mut first = Terminal::start(home.path(), &["pier.txt"], 120, 40);
    first.sees("4.2 million");
    first.send("v");
    first.wait("one mark, saved", settled(1));
    first.send("\u{3}");
    assert_eq!(first.ends(), 0);
    let folder = home.path().join("sessions/the-pier.evidence");
    std::fs::create_dir(&folder).unwrap();
    let report = folder.join("report.txt");
    write(&report, "Report\n\nThe pier cost 2.4 million crowns in 2019, the council says.\n");
    let mut run = Terminal::start(home.path(), &["pier.txt"], 120, 40);
    run.wait("what differs", |screen| screen.contains("source 2.4 million crowns") && screen.contains("differs"));
    write(&report, "Report\n\nThe pier cost 4.2 million crowns in 2019 and no more, the council says.\n");
    run.sees("report.txt has changed and was read anew");
    run.wait("the new passage", |screen| screen.contains("no more") && !screen.contains("differs"));
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}

#[test]
fn a_folder_of_evidence_that_comes_while_the_desk_is_open_is_read_when_it_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    write(&home.path().join("pier.txt"), "The pier\n\nThe pier cost 4.2 million crowns in 2019, the council says.\n");
    let mut run = Terminal::start(home.path(), &["pier.txt"], 120, 40);
    run.sees("4.2 million");
    run.send("v");
    run.wait("one mark, saved", settled(1));
    run.send("i");
    run.sees("No evidence is at hand");
    let folder = home.path().join("sessions/the-pier.evidence");
    std::fs::create_dir(&folder).unwrap();
    write(&folder.join("report.txt"), "Report\n\nThe pier cost 2.4 million crowns in 2019, the council says.\n");
    run.send("\u{1b}");
    run.wait("the panel closed", |screen| !screen.contains("No evidence is at hand"));
    run.send("i");
    run.sees("source 2.4 million crowns");
    run.send("\u{3}");
    assert_eq!(run.ends(), 0);
}
