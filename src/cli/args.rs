//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::common::Common;
use super::look::LookArgs;
use super::{
    assign, check, claims, compare, completions, config, copy, diff, drafts, evidence, export, formats, import, keys,
    lint, list, mark, memory, merge, new, note, open, quotes, redraft, restore, search, sentences, sign_off, train,
};
use crate::term::evidence::indexer;
use crate::term::pdf;

/// Version and what the build knows of itself: `0.1.0 (0a1b2c3d4 2026-11-23)`.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("FACTDESK_BUILT"));

/// A fact-check workbench for the terminal.
#[derive(Debug, Parser)]
#[command(version = VERSION, about)]
pub(super) struct Args {
    /// An article, a session file, or - for an article on stdin; without it, the saved sessions.
    pub(super) path: Option<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Open(open::Open),
    New(new::NewSessions),
    List(list::List),
    Search(search::SearchWords),
    Memory(memory::Remember),
    Sentences(sentences::Sentences),
    Redraft(redraft::Redrafting),
    Drafts(drafts::PastDrafts),
    Diff(diff::DraftDiff),
    Claims(claims::ClaimsArgs),
    Lint(lint::Lint),
    Evidence(evidence::EvidenceArgs),
    Quotes(quotes::Quotes),
    Mark(mark::MarkArgs),
    Note(note::NoteArgs),
    Assign(assign::Assign),
    Check(check::Check),
    SignOff(sign_off::SignOffArgs),
    Copy(copy::Copied),
    Export(export::Export),
    Import(import::Import),
    Merge(merge::Merge),
    Compare(compare::Compare),
    /// Print the JSON Schema of the session file.
    Schema,
    Restore(restore::Restore),
    Train(train::Train),
    Keys(keys::Keys),
    Completions(completions::Completions),
    /// Print the manual page; factdesk man | man -l - shows it.
    Man,
    Config(config::Show),
    Formats(formats::Formats),
    /// The words of the PDF on stdin, for the program itself.
    #[command(name = pdf::COMMAND, hide = true)]
    ReadPdf,
    /// Read and index what stdin names, for the program itself.
    #[command(name = indexer::COMMAND, hide = true)]
    IndexEvidence,
}
