//! A line on stderr while a command works for long: only on a terminal, and gone before anything else is said.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::text::gate::{fit, width};

/// Work that is done sooner shows no line.
const PATIENCE: Duration = Duration::from_millis(250);

/// The seconds in the line are counted on so often.
const TICK: Duration = Duration::from_secs(1);

/// Columns of the line at most, so that no usual terminal wraps it.
const WIDEST: usize = 70;

/// Shows what is being done until it is dropped.
#[derive(Default)]
pub(super) struct Progress {
    /// Dropped to end the thread.
    running: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to do `what`, a few words such as `exporting bridge`.
    pub(super) fn of(what: &str) -> Self {
        if io::stderr().is_terminal() { Self::on(io::stderr(), what, PATIENCE) } else { Self::default() }
    }

    /// Begins to read the article at `path`; says nothing about stdin, which may be somebody typing.
    pub(super) fn reading(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::default() } else { Self::of(&format!("reading {}", path.display())) }
    }

    fn on(mut out: impl Write + Send + 'static, what: &str, patience: Duration) -> Self {
        let what = fit(what, WIDEST - 12).into_owned();
        let (running, ended) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut wait = patience;
            let mut seconds = 0;
            let mut shown = 0;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = if seconds == 0 { format!("{what} …") } else { format!("{what} … {seconds} s") };
                shown = width(&line);
                // A terminal that has gone away misses nothing.
                let _ = write!(out, "\r{line}").and_then(|()| out.flush());
                seconds += 1;
                wait = TICK;
            }
            if shown > 0 {
                let _ = write!(out, "\r{}\r", " ".repeat(shown)).and_then(|()| out.flush());
            }
        });
        Self { running: Some(running), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.running.take());
        if let Some(thread) = self.thread.take() {
            // Without its line there is nothing to clear.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands on what is written, piece by piece.
    struct Wire(Sender<String>);

    impl Write for Wire {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.send(String::from_utf8_lossy(bytes).into_owned()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_work_is_named_and_its_line_is_gone_afterwards() {
        let (wire, written) = mpsc::channel();
        let progress = Progress::on(Wire(wire), "exporting br\u{1b}idge", Duration::ZERO);
        let mut seen = String::new();
        while !seen.contains('…') {
            seen.push_str(&written.recv().unwrap());
        }
        assert_eq!(seen, "\rexporting br␛idge …");
        drop(progress);
        let rest: String = written.iter().collect();
        assert!(rest.ends_with("\r                   \r"), "{rest:?}");
    }

    #[test]
    fn short_work_says_nothing() {
        let (wire, written) = mpsc::channel();
        drop(Progress::on(Wire(wire), "exporting", 60 * TICK));
        assert_eq!(written.iter().collect::<String>(), "");
    }
}
