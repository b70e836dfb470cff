//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{claims, sentences};

/// A fact-check workbench for the terminal.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    /// An article, a session file, or - for an article on stdin; without it, the saved sessions.
    pub(super) path: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Claims(claims::Claims),
    Sentences(sentences::Sentences),
}
