//! `factdesk completions`: what a shell needs to complete our commands.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::failure::Failure;
use super::out;

/// Print completions for a shell.
///
/// For bash: factdesk completions bash > ~/.local/share/bash-completion/completions/factdesk
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell.
    shell: Shell,
}

pub(super) fn run(asked: &Completions, mut command: Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, "factdesk", &mut script);
    out::text(&script)?;
    Ok(ExitCode::SUCCESS)
}
