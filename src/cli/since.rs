//! Since when a report tells what changed: a draft, a day, or the reviewer's sign-off.

/// Since when it is told what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SinceWhen {
    /// Since a draft, from 1.
    Draft(u32),
    /// From a day on, or from a moment.
    From(String),
    /// Since the reviewer signed off.
    Last,
}

/// Reads `--since`.
pub(super) fn since(text: &str) -> Result<SinceWhen, String> {
    let text = text.trim();
    if let Ok(draft) = text.parse() {
        return Ok(SinceWhen::Draft(draft));
    }
    if text.eq_ignore_ascii_case("last") {
        return Ok(SinceWhen::Last);
    }
    if text.parse::<jiff::civil::Date>().is_ok() && text.len() == "2026-11-28".len() {
        return Ok(SinceWhen::From(text.to_owned()));
    }
    let moment = text.parse::<jiff::Timestamp>().map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    moment
        .map(SinceWhen::From)
        .map_err(|_| "that is no draft's number, no day such as 2026-11-28, and not last".to_owned())
}
