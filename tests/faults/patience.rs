//! Runs of the program that must end soon: how much of the processor each of them may take.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::put;

/// Processor time that no run may take.
const MOST: Duration = Duration::from_secs(2);

/// How many times longer than for plain prose a build without optimisation may take for anything of that size.
const TIMES: u32 = 4;

/// Nothing waits so long, however loaded the machine is: what takes more stands still.
const STUCK: Duration = Duration::from_mins(2);

/// How long a run of this build may take.
///
/// Processor time is counted, and not the clock's: other programs on the machine must not decide whether a test fails.
pub(super) struct Patience {
    most: Duration,
    /// What took longest, and how long.
    pub(super) longest: (Duration, String),
}

impl Patience {
    /// Two seconds. Of a build without optimisation four times what it takes to propose the claims of a megabyte of plain
    /// prose, if that is more: nothing hostile has as many bytes in this test by far.
    pub(super) fn with_this_build(home: &Path) -> Self {
        let mut patience = Self { most: STUCK, longest: (Duration::ZERO, String::new()) };
        if cfg!(debug_assertions) {
            let sentence = "The ferry crossed the sound 14 times a day in 2019, the operator said on Monday. ";
            put(&home.join("prose.txt"), format!("{}\n\n", sentence.repeat(5)).repeat(2_500).as_bytes());
            patience.runs("plain prose", home, &["claims", "prose.txt"]);
        }
        patience.most = MOST.max(TIMES * patience.longest.0);
        patience.longest = (Duration::ZERO, String::new());
        patience
    }

    /// Runs the program in `home`.
    pub(super) fn runs(&mut self, name: &str, home: &Path, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdesk"));
        command.args(args).current_dir(home).env("FACTDESK_SESSIONS", home.join("sessions"));
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let what = format!("{name}: {args:?}");
        self.holds(&what, || {
            let pid = child.id().to_string();
            let (tell, told) = mpsc::channel();
            std::thread::spawn(move || tell.send(child.wait_with_output()));
            let ended = told.recv_timeout(STUCK);
            if ended.is_err() {
                Command::new("kill").args(["-KILL", &pid]).status().unwrap();
            }
            ended.map_err(|_| format!("{what} stands still")).unwrap().unwrap()
        })
    }

    /// Does `work`, in which processes are started and waited for.
    pub(super) fn holds<T>(&mut self, what: &str, work: impl FnOnce() -> T) -> T {
        let before = taken();
        let done = work();
        let took = taken().saturating_sub(before);
        assert!(took <= self.most, "{what} took {took:?} of the processor, and {:?} is the most", self.most);
        if took > self.longest.0 {
            self.longest = (took, what.to_owned());
        }
        done
    }

    /// What the report should say.
    pub(super) fn told(&self) -> String {
        format!("at most {:?} of the processor a run, of {:?}: {}", self.longest.0, self.most, self.longest.1)
    }
}

/// Processor time of all processes that this one has waited for, to a hundredth of a second.
fn taken() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let ticks = fields.split_whitespace().skip(13).take(2).map(|field| field.parse::<u64>().unwrap());
    Duration::from_millis(10 * ticks.sum::<u64>())
}
