//! When something happened, as the session file writes it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A moment in RFC 3339, UTC, to the second: `2026-11-23T09:41:07Z`. Kept as text, so any file's stamp survives as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(Arc<str>);

impl Stamp {
    /// The stamp as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing says when.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its day, `2026-11-23`; empty when the stamp is no stamp.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or_default()
    }

    /// So many seconds earlier; the empty stamp when this is no stamp.
    #[must_use]
    pub fn earlier(&self, seconds: i64) -> Self {
        let moment = self.0.parse::<jiff::Timestamp>();
        let back = |moment: jiff::Timestamp| jiff::Timestamp::from_second(moment.as_second() - seconds);
        moment.and_then(back).map_or_else(|_| Self::default(), |moment| Self::from(moment.to_string().as_str()))
    }

    /// Seconds since 1970; `None` when it is no stamp.
    pub fn seconds(&self) -> Option<i64> {
        self.0.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
    }

    /// Day and time where the clocks are `ahead` seconds ahead of UTC, `2026-11-23 10:41`; as it stands when it is no stamp.
    pub fn local(&self, ahead: i32) -> String {
        let zone = jiff::tz::Offset::from_seconds(ahead).unwrap_or(jiff::tz::Offset::UTC);
        match self.0.parse::<jiff::Timestamp>() {
            Ok(moment) => zone.to_datetime(moment).strftime("%Y-%m-%d %H:%M").to_string(),
            Err(_) => self.0.to_string(),
        }
    }
}

impl From<&str> for Stamp {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}
