//! Signals and a vanished terminal, watched by threads that block and never tick.

use super::event::Event;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::os::fd::AsFd;
    use std::sync::mpsc::Sender;
    use std::thread;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
    use signal_hook::iterator::Signals;

    use super::Event;

    /// The controlling terminal, whatever stdin is.
    const TERMINAL: &str = "/dev/tty";

    /// True when there is a controlling terminal to read keys from.
    pub(in super::super) fn has_terminal() -> bool {
        std::fs::File::open(TERMINAL).is_ok()
    }

    /// Starts the threads that tell of signals and of hang-up; they end with the process.
    pub(in super::super) fn watch(inbox: Sender<Event>) -> io::Result<()> {
        // SIGXFSZ is only caught: a file over the limit then is a failed write, not the end.
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGWINCH, SIGXFSZ])?;
        let outbox = inbox.clone();
        thread::spawn(move || {
            for signal in signals.forever() {
                let event = match signal {
                    SIGCONT => Event::Continue,
                    SIGWINCH => Event::Resized,
                    SIGXFSZ => continue,
                    SIGHUP => Event::HangUp,
                    other => Event::Stop(other),
                };
                if outbox.send(event).is_err() {
                    return;
                }
            }
        });
        thread::spawn(move || {
            // An article may come in on stdin; the keys then come from the controlling terminal.
            let own = std::fs::File::open(TERMINAL);
            let stdin = rustix::stdio::stdin();
            let terminal = own.as_ref().map_or(stdin, AsFd::as_fd);
            // No event is asked for, so only hang-up and errors wake it; an interrupted wait begins again.
            loop {
                let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
                match poll(&mut watched, None) {
                    Err(rustix::io::Errno::INTR) => {}
                    Ok(_) | Err(_) => break,
                }
            }
            let _ = inbox.send(Event::HangUp);
        });
        Ok(())
    }

    /// Stops the process as `ctrl-z` would, until somebody sends it on.
    pub(in super::super) fn suspend() {
        let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
    }
}

#[cfg(unix)]
pub(super) use unix::{has_terminal, suspend, watch};

/// Without signals there is nothing to watch.
#[cfg(not(unix))]
pub(super) fn watch(inbox: std::sync::mpsc::Sender<Event>) -> std::io::Result<()> {
    drop(inbox);
    Ok(())
}

/// Without a controlling terminal keys come on stdin or not at all.
#[cfg(not(unix))]
pub(super) fn has_terminal() -> bool {
    false
}

/// Without job control there is nothing to do.
#[cfg(not(unix))]
pub(super) fn suspend() {}
