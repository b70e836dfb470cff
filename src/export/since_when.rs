//! Since when a report tells what changed: a draft, a day, or a sign-off.

use jiff::Timestamp;
use jiff::civil::Date;

/// Since when it is told what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SinceWhen {
    /// Since a draft, from 1.
    Draft(u32),
    /// From a moment on, an RFC 3339 stamp in UTC or the beginning of one: `2026-11-28`.
    From(String),
    /// Since this reviewer signed off last.
    SignedOff(String),
}

impl SinceWhen {
    /// Reads the number of a draft, a day, a moment of RFC 3339, or `last`, which is when `reviewer` signed off last.
    ///
    /// # Errors
    /// With what it takes, where it is none of these.
    pub fn read(text: &str, reviewer: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Ok(draft) = text.parse() {
            return Ok(Self::Draft(draft));
        }
        if text.eq_ignore_ascii_case("last") {
            return Ok(Self::SignedOff(reviewer.to_owned()));
        }
        if text.parse::<Date>().is_ok() && text.len() == "2026-11-28".len() {
            return Ok(Self::From(text.to_owned()));
        }
        let moment = text.parse::<Timestamp>().map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        moment
            .map(Self::From)
            .map_err(|_| "that is no draft's number, no day such as 2026-11-28, and not last".to_owned())
    }

    /// What [`read`](Self::read) takes for it.
    pub fn typed(&self) -> String {
        match self {
            Self::Draft(draft) => draft.to_string(),
            Self::From(moment) => moment.clone(),
            Self::SignedOff(_) => "last".to_owned(),
        }
    }
}
