//! The store under fire: killed, starved of disk, lied to by the system, and written by several at once.
//!
//! Each test runs this binary again as its victim, which is why it has a `main` of its own: a test harness would make
//! system calls among those that are made to fail. What needs a tool that is not there says so on stderr and passes.
//! `tests/faults/sabotage` shows that every one of them fails against a build that is broken on purpose.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

mod banner;
mod desks;
mod disk;
mod hostile;
mod inject;
mod kill;
mod marks;
mod merges;
mod order;
mod patience;
#[path = "../support/pty.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]
mod pty;
mod screen;
mod terminal;
mod victim;
mod writers;

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use factdesk::review::Session;
use factdesk::store::{self, format, save};

/// A name and what it runs.
type Test = (&'static str, fn());

const TESTS: [Test; 16] = [
    ("kill", kill::a_killed_process_loses_no_mark_that_was_called_saved),
    ("draft", kill::a_killed_process_leaves_the_draft_before_or_the_one_behind_whole),
    ("merges", merges::a_killed_merge_loses_nothing_of_either_copy),
    ("inject", inject::no_failing_call_costs_a_mark_or_the_file),
    ("order", order::nothing_is_called_saved_before_file_and_folder_are_synced),
    ("disk", disk::trouble_with_the_disk_is_told_and_outlived),
    ("disk merges", disk::a_merge_into_a_full_or_closed_folder_changes_nothing_and_is_told),
    ("writers", writers::two_that_mark_beside_an_open_workbench_lose_nothing),
    ("marks", marks::marks_from_two_shells_come_into_an_open_workbench),
    ("desks", desks::two_workbenches_and_two_scripts_give_every_claim_four_readings),
    ("screen", screen::a_killed_workbench_loses_no_mark_that_its_screen_called_saved),
    ("banner", banner::a_full_disk_is_on_the_screen_and_leaving_asks),
    ("ends", terminal::the_terminal_comes_back_after_every_end),
    ("vanished", terminal::a_vanished_terminal_ends_it_even_where_hangups_are_ignored),
    ("stopped", terminal::it_stops_and_goes_on),
    ("panic", terminal::a_panic_gives_the_terminal_back_and_keeps_what_was_typed),
];

/// What asks how much of the processor its children took, so that no other test may have children beside it.
const ALONE: [Test; 2] = [
    ("gate", hostile::nothing_hostile_panics_hangs_or_acts),
    ("real", hostile::nothing_hostile_reaches_a_real_terminal),
];

/// Tests at once: most of a test's time is waiting for the disk and for processes to end. Each has a folder of its own.
const LANES: usize = 2;

/// Runs the tests whose names hold one of the arguments, or all; one that panics fails the whole when its lane's neighbour is done.
fn main() {
    if victim::suffers() {
        return;
    }
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let asked = |(name, _): &Test| wanted.is_empty() || wanted.iter().any(|wanted| name.contains(wanted.as_str()));
    let next = AtomicUsize::new(0);
    std::thread::scope(|lanes| {
        for _ in 0..LANES {
            lanes.spawn(|| {
                while let Some(test) = TESTS.iter().filter(|test| asked(test)).nth(next.fetch_add(1, Ordering::Relaxed))
                {
                    run(test);
                }
            });
        }
    });
    ALONE.iter().filter(|test| asked(test)).for_each(run);
}

fn run(&(name, test): &Test) {
    tell(&format!("test {name} ..."));
    test();
    tell(&format!("test {name} ... ok"));
}

fn tell(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

#[expect(clippy::disallowed_methods, reason = "an input for a test, no session")]
fn put(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}

/// A folder with the session that is about to be maltreated.
struct Scene {
    folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let scene = Self { folder: tempfile::tempdir().unwrap() };
        save::whole(&scene.path(), &format::print(&victim::session())).unwrap();
        scene
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("ferry.factdesk.json")
    }

    /// The session as it lies there; whatever happened, it must be sound and hold what was called saved.
    fn sound(&self, acknowledged: usize, after: &str) -> Session {
        let read = store::read(&self.path());
        let session = read.map(|loaded| loaded.session).map_err(|error| format!("after {after}: {error}")).unwrap();
        let kept = session.history().len();
        assert!(kept >= acknowledged, "after {after}: {acknowledged} marks were called saved, {kept} are there");
        session
    }

    /// Temporary files that were left beside the session.
    fn leftovers(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder.path()).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with(".ferry"))
            .collect()
    }
}

/// This test binary as a victim that does `what` to the session at `path`; started by `by`, if that is given.
fn victim<S: AsRef<OsStr>>(by: &[S], what: &str, path: &Path) -> Command {
    let own = std::env::current_exe().unwrap();
    let mut command = match by.split_first() {
        Some((tool, rest)) => {
            let mut command = Command::new(tool);
            command.args(rest).arg(own);
            command
        }
        None => Command::new(own),
    };
    command
        .env("FAULT", what)
        .env("FAULT_PATH", path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The highest mark that a victim said was saved.
fn acknowledged(said: &str) -> usize {
    said.lines().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).max().unwrap_or(0)
}

/// True when `tool` runs with `args` here; else says loudly what is not tested.
fn have(tool: &str, args: &[&str]) -> bool {
    let there = Command::new(tool).args(args).output().is_ok_and(|output| output.status.success());
    if !there {
        let _ = writeln!(io::stderr(), "\nNOT TESTED: {tool} {} does not run here\n", args.join(" "));
    }
    there
}

/// A number from the environment, so that a release can be tested harder than a push.
fn count(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}
