//! A moment as people type it: a day, a time of today, or how long ago it was.

use crate::review::Stamp;

/// Seconds of a day.
const DAY: i64 = 24 * 3600;

/// The moment that `typed` means at `now`, for clocks `ahead` seconds ahead of UTC: `2026-11-30`, `2026-11-30 14:30`, `14:30`,
/// `today`, `yesterday`, `90 min`, `1h`, `3 days`, `2w`. `None` for anything else.
pub fn read(typed: &str, now: &Stamp, ahead: i32) -> Option<Stamp> {
    let typed = typed.trim().to_lowercase();
    let today = now.local(ahead).get(..10)?.to_owned();
    match typed.as_str() {
        "today" => return local(&today, "00:00", ahead),
        "yesterday" => return local(now.earlier(DAY).local(ahead).get(..10)?, "00:00", ahead),
        _ => {}
    }
    if let Some(ago) = seconds(&typed) {
        return Some(now.earlier(ago)).filter(|moment| moment.seconds().is_some());
    }
    match typed.split_once([' ', 't']) {
        Some((day, time)) => local(day, time, ahead),
        None if typed.contains(':') => local(&today, &typed, ahead),
        None => local(&typed, "00:00", ahead),
    }
}

/// How long ago it was, in seconds: a number and a unit of time.
fn seconds(typed: &str) -> Option<i64> {
    let typed = typed.strip_suffix("ago").unwrap_or(typed).trim_end();
    let end = typed.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = typed.split_at_checked(end)?;
    let unit = match unit.trim() {
        "m" | "min" | "mins" | "minute" | "minutes" => 60,
        "h" | "hour" | "hours" => 3600,
        "d" | "day" | "days" => DAY,
        "w" | "week" | "weeks" => 7 * DAY,
        _ => return None,
    };
    // Further back than anybody was.
    number.parse::<i64>().ok()?.checked_mul(unit).filter(|ago| *ago < 10_000 * DAY)
}

/// `time` of `day` where the clocks are `ahead`.
fn local(day: &str, time: &str, ahead: i32) -> Option<Stamp> {
    if day.len() != "2026-11-30".len() || time.len() != "14:30".len() {
        return None;
    }
    let moment = Stamp::from(format!("{day}T{time}:00Z").as_str()).earlier(ahead.into());
    moment.seconds().is_some().then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_and_spans_are_read_and_nothing_else() {
        let read = |typed: &str| {
            let found = read(typed, &"2026-11-30T09:30:00Z".into(), 3600);
            found.map(|stamp| stamp.to_string()).unwrap_or_default()
        };
        assert_eq!(read("2026-11-28"), "2026-11-27T23:00:00Z");
        assert_eq!(read("2026-11-28 14:30"), "2026-11-28T13:30:00Z");
        assert_eq!(read("08:15"), "2026-11-30T07:15:00Z");
        assert_eq!(read("today"), "2026-11-29T23:00:00Z");
        assert_eq!(read("Yesterday"), "2026-11-28T23:00:00Z");
        assert_eq!(read("1h"), "2026-11-30T08:30:00Z");
        assert_eq!(read("90 min ago"), "2026-11-30T08:00:00Z");
        assert_eq!(read("2 days"), "2026-11-28T09:30:00Z");
        for none in ["", "2026-13-40", "h", "12", "1 fortnight", "99:99", "99999999999999999999h", "2026-11"] {
            assert_eq!(read(none), "", "{none:?}");
        }
    }
}
