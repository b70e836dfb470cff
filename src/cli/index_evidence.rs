//! The process that reads and indexes much evidence for the program: no command for people.

use std::process::ExitCode;

use super::failure::Failure;
use crate::term::evidence::indexer;

pub(super) fn run() -> Result<ExitCode, Failure> {
    indexer::answer()?;
    Ok(ExitCode::SUCCESS)
}
