//! `factdesk copy`: a session for somebody else, whole or blind.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::Keeps;
use crate::store;

/// Copy a session for a second reader; factdesk merge brings their work back.
#[derive(Debug, Args)]
pub(super) struct Copied {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The copy's file; else NAME-blind or NAME-copy beside the session.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The claims without verdicts, readings, notes, corrections, queries, tags and history.
    #[arg(long)]
    blind: bool,
    /// Without the sources too; each of them says which way it points.
    #[arg(long, requires = "blind")]
    no_sources: bool,
    /// Without the claims that were added by hand.
    #[arg(long, requires = "blind")]
    proposed_only: bool,
}

pub(super) fn run(asked: &Copied, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let keeps = Keeps { sources: !asked.no_sources, added: !asked.proposed_only };
    let (target, copy) = store::copy(&path, asked.output.as_deref(), asked.blind.then_some(keeps))?;
    out::lines(&format!("{}\n", target.display()))?;
    let back = format!("factdesk merge {} {}", path.display(), target.display());
    out::say(&format!("{} claims to check; {back} brings the work back", copy.claims().tally().total()));
    Ok(ExitCode::SUCCESS)
}
