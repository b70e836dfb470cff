//! `factdesk note`: a claim's note from the command line.

use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{mark, out, pick};
use crate::store;
use crate::term::desk;

/// Write a claim's note.
#[derive(Debug, Args)]
pub(super) struct NoteArgs {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The claim: its number, its id, or the beginning of it.
    claim: String,
    /// The note; it takes the place of the one that is there, and an empty one removes it. Another's stays as a remark of theirs.
    #[arg(allow_hyphen_values = true)]
    text: String,
}

pub(super) fn run(asked: &NoteArgs, common: &Common) -> Result<ExitCode, Failure> {
    let desk = desk::here();
    let path = common.folder()?.find(&asked.session)?;
    let by = common.reviewer()?;
    let done = store::amend(&path, &desk, |session| -> Result<String, Failure> {
        let claim = pick::claim(session, &asked.claim).map_err(|failure| failure.about(&path))?.clone();
        let edits = session.noting(&claim, &asked.text, &by);
        mark::tell_kept(&claim, &edits);
        session.commit_all(edits, &by, &(desk.now)())?;
        Ok(mark::line(session, &claim))
    })?;
    out::lines(&done)?;
    Ok(ExitCode::SUCCESS)
}
