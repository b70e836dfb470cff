//! Who is at work: what a lock, a merge and a backup must know of the process.

use crate::review::Stamp;

/// The process that works on a session. The shell makes one; the store has no clock and asks no system for its name.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The process id.
    pub pid: u32,
    /// The name of the machine.
    pub host: String,
    /// When the process started.
    pub since: Stamp,
    /// The clock.
    pub now: fn() -> Stamp,
}

impl Desk {
    /// What the lock file says about its holder: `pid host since version`.
    pub(super) fn line(&self) -> String {
        let host: String = self.host.split_whitespace().collect();
        format!("{} {host} {} {}\n", self.pid, self.since, env!("CARGO_PKG_VERSION"))
    }
}

/// A lock file's line in words: `pid 4711 on desk3 since 14:02 UTC`.
pub(super) fn holder(line: &str) -> String {
    let mut words = line.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(pid), Some(host), Some(since)) => {
            let clock = since.get(11..16).unwrap_or(since);
            format!("pid {pid} on {host} since {clock} UTC")
        }
        _ => "another program".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holder_of_a_lock_is_named_in_words() {
        let since = Stamp::from("2026-11-23T14:02:07Z");
        let desk = Desk { pid: 4711, host: "desk 3".to_owned(), since: since.clone(), now: Stamp::default };
        assert_eq!(holder(&desk.line()), "pid 4711 on desk3 since 14:02 UTC");
        assert_eq!(holder(""), "another program");
    }
}
