//! Who is at work: what a lock, a merge and a backup must know of the process.

use crate::review::Stamp;

/// The process that works on a session. The shell makes one; the store has no clock and asks no system for its name.
#[derive(Clone, Debug)]
pub struct Workplace {
    /// The process id.
    pub pid: u32,
    /// The name of the machine.
    pub host: String,
    /// When the process started.
    pub since: Stamp,
    /// The clock.
    pub now: fn() -> Stamp,
    /// Seconds that local time is ahead of UTC.
    pub ahead: i32,
}

impl Workplace {
    /// What the lock file says about its holder: `pid host since version`.
    pub(super) fn line(&self) -> String {
        let host: String = self.host.split_whitespace().collect();
        format!("{} {host} {} {}\n", self.pid, self.since, env!("CARGO_PKG_VERSION"))
    }
}

/// A lock file's line in words, by the clocks of `desk`: `pid 4711 on desk3 since 15:02`, with the day when it is another one.
pub(super) fn holder(line: &str, desk: &Workplace) -> String {
    let mut words = line.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(pid), Some(host), Some(since)) => {
            let (since, now) = (Stamp::from(since).local(desk.ahead), (desk.now)().local(desk.ahead));
            let same_day = now.split_once(' ').and_then(|(today, _)| since.strip_prefix(today));
            format!("pid {pid} on {host} since {}", same_day.map_or(since.as_str(), str::trim_start))
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
        let noon = || Stamp::from("2026-11-23T15:00:00Z");
        let desk = Workplace { pid: 4711, host: "desk 3".to_owned(), since, now: noon, ahead: 3600 };
        let told = |line: &str| holder(line, &desk);
        assert_eq!(told(&desk.line()), "pid 4711 on desk3 since 15:02");
        assert_eq!(told("4711 desk3 2026-11-21T23:30:00Z"), "pid 4711 on desk3 since 2026-11-22 00:30");
        assert_eq!(told("4711 desk3 yesterday"), "pid 4711 on desk3 since yesterday");
        assert_eq!(told(""), "another program");
    }
}
