//! `factdesk note`: a claim's note from the command line.

use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{mark, out, pick};
use crate::review::{Change, Edit, field};
use crate::store;
use crate::term::desk;

/// Write a claim's note.
#[derive(Debug, Args)]
pub(super) struct NoteArgs {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The claim: its number, its id, or the beginning of it.
    claim: String,
    /// The note; it takes the place of the one that is there, and an empty one removes it.
    #[arg(allow_hyphen_values = true)]
    text: String,
}

pub(super) fn run(asked: &NoteArgs, common: &Common) -> Result<ExitCode, Failure> {
    let desk = desk::here();
    let path = common.folder()?.find(&asked.session)?;
    let by = common.reviewer()?;
    let done = store::amend(&path, &desk, |session| -> Result<String, Failure> {
        let claim = pick::claim(session, &asked.claim).map_err(|failure| failure.about(&path))?.clone();
        if let Some(change) = Change::of(&claim, &field::NOTE, |claim| claim.record.note.clone_from(&asked.text)) {
            session.commit(Edit::of(claim.id.clone(), change), &by, &(desk.now)())?;
        }
        Ok(mark::line(session, &claim))
    })?;
    out::lines(&done)?;
    Ok(ExitCode::SUCCESS)
}
