//! Stamps of a session that are times indeed.

use std::borrow::Cow;

use crate::review::Stamp;

/// `stamp` as an XML Schema dateTime in UTC; `None` when it is no time.
pub(super) fn moment(stamp: &Stamp) -> Option<String> {
    let time: jiff::Timestamp = stamp.as_str().parse().ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// `stamp` as people read it, to the minute; what is no time as it stands.
pub(super) fn told(stamp: &Stamp) -> Cow<'_, str> {
    match stamp.as_str().parse::<jiff::Timestamp>() {
        Ok(time) => time.strftime("%Y-%m-%d %H:%M UTC").to_string().into(),
        Err(_) => stamp.as_str().into(),
    }
}

/// `text` when it begins with a calendar day, that day.
pub(super) fn day(text: &str) -> Option<String> {
    let day: jiff::civil::Date = text.get(..10)?.parse().ok()?;
    Some(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::{day, moment, told};
    use crate::review::Stamp;

    #[test]
    fn only_times_are_times() {
        assert_eq!(moment(&Stamp::from("2026-11-23T10:41:07+01:00")).as_deref(), Some("2026-11-23T09:41:07Z"));
        assert_eq!(moment(&Stamp::from("yesterday")), None);
        assert_eq!(told(&Stamp::from("2026-11-23T10:41:07+01:00")), "2026-11-23 09:41 UTC");
        assert_eq!(told(&Stamp::from("yesterday")), "yesterday");
        assert_eq!(day("2026-11-23T09:41:07Z").as_deref(), Some("2026-11-23"));
        assert_eq!(day("23 November 2026"), None);
        assert_eq!(day("2026-11-ä"), None);
    }
}
