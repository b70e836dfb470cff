//! Stamps and ids: the only file that asks what time it is.

use std::fs;
use std::time::Instant;

use crate::review::Stamp;

/// Now, in UTC, to the second that has begun.
#[expect(clippy::disallowed_methods, reason = "this is the one lawful place")]
pub fn now() -> Stamp {
    stamp(jiff::Timestamp::now())
}

/// The second that has begun at `moment`: a stamp that lies ahead would make what happens next look older.
fn stamp(moment: jiff::Timestamp) -> Stamp {
    let second = jiff::Timestamp::from_second(moment.as_second()).unwrap_or(moment);
    Stamp::from(second.to_string().as_str())
}

/// This moment, for deadlines.
#[expect(clippy::disallowed_methods, reason = "this is the one lawful place")]
pub(super) fn instant() -> Instant {
    Instant::now()
}

/// A new session id: a UUID of version 7, so that ids sort by time.
pub fn session_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Seconds that local time is ahead of UTC now.
#[expect(clippy::disallowed_methods, reason = "this is the one lawful place")]
pub fn ahead() -> i32 {
    let zone = zone_file().unwrap_or_else(jiff::tz::TimeZone::system);
    zone.to_offset(jiff::Timestamp::now()).seconds()
}

/// This machine's time zone, from the file that has it. By its name it would be looked for in the whole folder of time zones, sixty
/// folders that nobody needs before the first frame. `None` where the environment names one, or there is no such file.
fn zone_file() -> Option<jiff::tz::TimeZone> {
    if std::env::var_os("TZ").is_some() {
        return None;
    }
    jiff::tz::TimeZone::tzif("local", &fs::read("/etc/localtime").ok()?).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_stamp_is_never_ahead_of_the_clock() {
        for within in ["00", "49", "50", "999999999"] {
            let moment: jiff::Timestamp = format!("2026-11-23T09:30:04.{within}Z").parse().unwrap();
            assert_eq!(super::stamp(moment).to_string(), "2026-11-23T09:30:04Z", "{within}");
        }
    }

    #[test]
    fn local_time_is_as_the_system_has_it() {
        let system = jiff::tz::TimeZone::system();
        for second in [0, 1_000_000_000, 1_753_000_000, 1_795_000_000, 4_000_000_000] {
            let then = jiff::Timestamp::from_second(second).unwrap();
            let zone = super::zone_file().unwrap_or_else(|| system.clone());
            assert_eq!(zone.to_offset(then), system.to_offset(then), "{then}");
        }
    }
}
