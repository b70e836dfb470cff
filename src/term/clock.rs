//! Stamps and ids: the only file that asks what time it is.

use std::time::Instant;

use crate::review::Stamp;

/// Now, in UTC, to the second.
#[expect(clippy::disallowed_methods, reason = "this is the one lawful place")]
pub fn now() -> Stamp {
    let now = jiff::Timestamp::now();
    let whole = now.round(jiff::Unit::Second).unwrap_or(now);
    Stamp::from(whole.to_string().as_str())
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
    jiff::tz::TimeZone::system().to_offset(jiff::Timestamp::now()).seconds()
}
