//! How a command fails: what is wrong on stderr, and the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

/// A command that could not be done.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// Wrong usage: exit code 2.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { code: 2, message: message.into() }
    }

    /// Writes the message to stderr and gives the exit code.
    pub(super) fn report(&self) -> ExitCode {
        // A closed stderr leaves nobody to tell.
        let _ = writeln!(io::stderr(), "factdesk: {}", self.message);
        ExitCode::from(self.code)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { code: 1, message: error.to_string() }
    }
}

/// Shows clap's message where it belongs: help and version on stdout, mistakes on stderr with exit code 2.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}
