//! What the system says of a file that another writing would change.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Files written so shortly before they were read may be written again without the system's telling another time: some file
/// systems count in two seconds.
const COARSE: Duration = Duration::from_secs(2);

/// Length, time of writing and, where the system has one, number of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct Footprint {
    bytes: u64,
    /// Whole seconds since 1970; before that, none.
    seconds: u64,
    nanoseconds: u32,
    number: u64,
}

impl Footprint {
    /// Of the file at `path`; `None` when there is none, or it is no regular one.
    pub(in crate::store) fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let written = since(about.modified().ok()?);
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&about);
        #[cfg(not(unix))]
        let number = 0;
        Some(Self { bytes: about.len(), seconds: written.as_secs(), nanoseconds: written.subsec_nanos(), number })
    }

    /// True when the file was written well before the moment `then`, so that a later writing shows.
    pub(in crate::store) fn is_settled(&self, then: SystemTime) -> bool {
        Duration::new(self.seconds, self.nanoseconds) + COARSE < since(then)
    }
}

fn since(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
}
