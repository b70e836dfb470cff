//! The commands: one file each; arguments in, exit code out.

mod args;
mod assign;
mod attach;
mod bring;
mod check;
mod check_files;
mod claims;
mod common;
mod compare;
mod completions;
mod config;
mod copy;
mod diff;
mod drafts;
mod evidence;
mod export;
mod failure;
mod fated;
mod formats;
mod git;
mod import;
mod index_evidence;
mod keys;
mod language;
mod lint;
mod list;
mod look;
mod man;
mod mark;
mod memory;
mod merge;
mod new;
mod note;
mod open;
mod out;
mod pick;
mod place;
mod progress;
mod quotes;
mod read_pdf;
mod redraft;
mod restore;
mod schema;
mod search;
mod sentences;
mod sign_off;
mod subject;
mod target;
mod train;
mod weights;
mod withhold;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use failure::Failure;

use crate::term::itself;

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    itself::is_program();
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
    let Args { path, common, look, command } = args;
    if let (Some(path), Some(_)) = (&path, &command) {
        return Err(Failure::usage(format!("{} stands before a command; name it after the command", path.display())));
    }
    common.named_settings()?;
    match command {
        Some(Command::New(asked)) => new::run(&asked, &look, &common),
        Some(Command::List(asked)) => list::run(&asked, &common),
        Some(Command::Memory(asked)) => memory::run(&asked, &common),
        Some(Command::Search(asked)) => search::run(&asked, &common),
        Some(Command::Mark(asked)) => mark::run(&asked, &common),
        Some(Command::Note(asked)) => note::run(&asked, &common),
        Some(Command::Copy(asked)) => copy::run(&asked, &common),
        Some(Command::Assign(asked)) => assign::run(&asked, &common),
        Some(Command::Check(asked)) => check::run(&asked, &common),
        Some(Command::SignOff(asked)) => sign_off::run(&asked, &common),
        Some(Command::Restore(asked)) => restore::run(&asked, &common),
        Some(Command::Export(asked)) => export::run(&asked, &common),
        Some(Command::Import(asked)) => import::run(&asked, &common),
        Some(Command::Compare(asked)) => compare::run(&asked, &common),
        Some(Command::Merge(asked)) => merge::run(&asked, &common),
        Some(Command::Schema) => schema::run(),
        Some(Command::Claims(asked)) => claims::run(&asked, &look, &common),
        Some(Command::Lint(asked)) => lint::run(&asked, &common),
        Some(Command::Train(asked)) => train::run(&asked, &common),
        Some(Command::Sentences(asked)) => sentences::run(&asked),
        Some(Command::Redraft(asked)) => redraft::run(&asked, &look, &common),
        Some(Command::Drafts(asked)) => drafts::run(&asked, &common),
        Some(Command::Diff(asked)) => diff::run(&asked, &common),
        Some(Command::Evidence(asked)) => evidence::run(&asked, &common),
        Some(Command::Quotes(asked)) => quotes::run(&asked, &common),
        Some(Command::Keys(asked)) => keys::run(&asked, &common),
        Some(Command::Completions(asked)) => completions::run(&asked, Args::command()),
        Some(Command::Man) => man::run(Args::command()),
        Some(Command::Config(_)) => config::run(&look, &common),
        Some(Command::Formats(asked)) => formats::run(&asked),
        Some(Command::ReadPdf) => read_pdf::run(),
        Some(Command::IndexEvidence) => index_evidence::run(),
        Some(Command::Open(asked)) => open::run(Some(&asked), &look, &common),
        None => open::run(path.map(open::Open::resumed).as_ref(), &look, &common),
    }
}
