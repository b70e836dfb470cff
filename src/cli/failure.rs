//! How a command fails: what is wrong on stderr, and the exit code.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::out;
use crate::text::gate::clean_lines;

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

    /// It can't be done: exit code 1.
    pub(super) fn failed(message: impl Into<String>) -> Self {
        Self { code: 1, message: message.into() }
    }

    /// The same, naming the file it is about.
    #[must_use]
    pub(super) fn about(self, path: &Path) -> Self {
        Self { message: format!("{}: {}", self.message, path.display()), ..self }
    }

    /// Writes the message to stderr and gives the exit code.
    pub(super) fn report(&self) -> ExitCode {
        out::say(&self.message);
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
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    // Plain, for a mistake repeats what was typed, and that may come from anywhere.
    let _ = write!(io::stderr(), "{}", clean_lines(&error.render().to_string()));
    ExitCode::from(2)
}
