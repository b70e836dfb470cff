//! `factdesk schema`: the JSON Schema of the session file.

use std::process::ExitCode;

use super::failure::Failure;
use super::out;
use crate::review::wire::SCHEMA;

pub(super) fn run() -> Result<ExitCode, Failure> {
    out::text(SCHEMA.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
