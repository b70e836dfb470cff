//! Files that results may be written to.

use std::path::Path;

use super::failure::Failure;
use crate::term::export::{self as target, TargetError};

/// Refuses what must not be written over, as wrong usage.
pub(super) fn free(path: &Path) -> Result<(), Failure> {
    target::free(path).map_err(|error| match error {
        TargetError::Folder(_) | TargetError::Session(_) => Failure::usage(error.to_string()),
        TargetError::NoFolder(_) | TargetError::Open(..) | TargetError::Refused(_) => error.into(),
    })
}
