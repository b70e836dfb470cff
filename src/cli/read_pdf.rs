//! The process that reads a PDF for the program: no command for people.

use std::process::ExitCode;

use super::failure::Failure;
use crate::term::pdf;

pub(super) fn run() -> Result<ExitCode, Failure> {
    pdf::answer()?;
    Ok(ExitCode::SUCCESS)
}
