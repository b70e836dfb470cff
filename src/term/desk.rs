//! The process as others see it: what a lock says about its holder.

use std::sync::OnceLock;

use super::clock;
use crate::review::Stamp;
use crate::store::Workplace;

/// This process, on this machine, with the real clock.
pub fn here() -> Workplace {
    static SINCE: OnceLock<Stamp> = OnceLock::new();
    Workplace {
        pid: std::process::id(),
        host: gethostname::gethostname().to_string_lossy().into_owned(),
        since: SINCE.get_or_init(clock::now).clone(),
        now: clock::now,
        ahead: clock::ahead(),
    }
}
