//! The commands: one file each; arguments in, exit code out.

mod args;
mod claims;
mod failure;
mod out;
mod sentences;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return failure::usage(&error),
    };
    match dispatch(args) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

fn dispatch(args: Args) -> Result<ExitCode, Failure> {
    match args.command {
        Some(Command::Claims(asked)) => claims::run(&asked),
        Some(Command::Sentences(asked)) => sentences::run(&asked),
        None => Err(Failure::usage("the workbench is not built yet; try factdesk claims PATH")),
    }
}
