//! Files that results may be written to.

use std::path::Path;

use super::failure::Failure;
use crate::review::Session;
use crate::term::export::{self as target, TargetError};

/// Refuses what must not be written over, as wrong usage.
pub(super) fn free(path: &Path) -> Result<(), Failure> {
    target::free(path).map_err(told)
}

/// Refuses what the session was made of, as wrong usage.
pub(super) fn spares(path: &Path, session: &Session) -> Result<(), Failure> {
    target::spares(path, session).map_err(told)
}

fn told(error: TargetError) -> Failure {
    match error {
        TargetError::Folder(_) | TargetError::Session(_) | TargetError::Draft(_) | TargetError::Evidence(_) => {
            Failure::usage(error.to_string())
        }
        TargetError::NoFolder(_) | TargetError::Open(..) | TargetError::Refused(_) => error.into(),
    }
}
