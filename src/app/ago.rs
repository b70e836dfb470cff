//! How long ago something was, as people say it.

use crate::review::Stamp;

/// How long before `now` it was at `then`: `5 min ago`, `yesterday`; past a month the day itself. Where either is no stamp, as it
/// stands, in a clock that is `ahead` seconds ahead of UTC.
pub fn ago(then: &Stamp, now: &Stamp, ahead: i32) -> String {
    let (Some(at), Some(here)) = (then.seconds(), now.seconds()) else { return then.local(ahead) };
    let day = |seconds: i64| (seconds + i64::from(ahead)).div_euclid(24 * 3600);
    let days = day(here) - day(at);
    match here - at {
        // Clocks of two machines differ by a little.
        -120..60 => "just now".to_owned(),
        ..-120 => then.local(ahead).get(..10).unwrap_or_default().to_owned(),
        60..3_600 => format!("{} min ago", (here - at) / 60),
        _ if days == 0 => format!("{} h ago", (here - at) / 3_600),
        _ if days == 1 => "yesterday".to_owned(),
        _ if days < 32 => format!("{days} days ago"),
        _ => then.local(ahead).get(..10).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_as_people_tell_it() {
        let told = |then: &str| ago(&then.into(), &"2026-11-29T10:00:00Z".into(), 3600);
        assert_eq!(told("2026-11-29T09:59:30Z"), "just now");
        assert_eq!(told("2026-11-29T09:12:00Z"), "48 min ago");
        assert_eq!(told("2026-11-29T00:12:00Z"), "9 h ago");
        assert_eq!(told("2026-11-28T22:12:00Z"), "yesterday");
        assert_eq!(told("2026-11-20T22:12:00Z"), "9 days ago");
        assert_eq!(told("2026-08-20T22:12:00Z"), "2026-08-20");
        assert_eq!(told("2026-12-20T22:12:00Z"), "2026-12-20");
        assert_eq!(told("long ago"), "long ago");
    }
}
