//! `factdesk import`: what others have written beside an export, back into its session.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::out;
use super::progress::Progress;
use crate::export::back::{self, Back, ImportHand};
use crate::store;
use crate::term::{self, desk};

/// Take annotations, edited tables, comments and answers of others back into a session.
///
/// Prints what each row, annotation, comment or answer comes to, from what to what. What comes in is put beside what the session says
/// and never in its place; what can't be taken in is told, keeps nothing else out, and makes the command fail unless --anyway is
/// given.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// W3C annotations, a Hypothesis export, a table (CSV or XLSX), json or jsonl from factdesk export, a Word or OpenDocument text with
    /// comments, or answered questions as a document (DOCX, ODT, RTF, PDF), a mail or a text; - reads it from the input.
    file: PathBuf,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// Succeed though something can't be taken in.
    #[arg(long)]
    anyway: bool,
    /// Who wrote in the file, where it does not say so itself. A verdict that nobody is named for is not taken in.
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
}

pub(super) fn run(asked: &Import, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let bytes = term::back::bytes(&asked.file)?;
    let desk = desk::here();
    let hand = ImportHand { by: common.reviewer()?, at: (desk.now)(), writer: asked.from.clone() };
    let read = |session: &_| {
        let read = back::read(&bytes, session, &hand, term::back::document);
        read.map_err(|error| Failure::from(error).about(&asked.file))
    };
    let progress = Progress::of(&format!("placing what {} says", asked.file.display()));
    let session = store::read(&path)?.session;
    let expected = read(&session)?;
    drop(progress);
    if asked.dry_run {
        out::lines(&expected.account(&session))?;
        out::say("nothing was written");
        return finished(&expected, asked.anyway, "nothing is in the session yet");
    }
    if expected.edits.is_empty() {
        out::lines(&expected.account(&session))?;
        return finished(&expected, asked.anyway, "all else is in the session");
    }
    // Read once more under the lock: somebody may have marked since.
    let progress = Progress::of(&format!("writing {}", path.display()));
    let (done, account) = store::amend(&path, &desk, |session| -> Result<(Back, String), Failure> {
        let back = read(session)?;
        let account = back.account(session);
        // One step for the undo, as at the desk.
        session.commit_all(back.edits.iter().cloned(), &hand.by, &hand.at)?;
        Ok((back, account))
    })?;
    drop(progress);
    out::lines(&account)?;
    finished(&done, asked.anyway, "all else is in the session")
}

/// Fails when something was left out, all or part of it, unless that was to be expected; `rest` says where all else is.
fn finished(back: &Back, anyway: bool, rest: &str) -> Result<ExitCode, Failure> {
    let (left, part) = (back.left_out(), back.in_part());
    if left + part == 0 || anyway {
        return Ok(ExitCode::SUCCESS);
    }
    let are = if left == 1 { "is" } else { "are" };
    let left = (left > 0).then(|| format!("{left} can't be taken in and {are} left out"));
    let part = (part > 0).then(|| format!("{part} can be taken in only in part"));
    let said: Vec<String> = left.into_iter().chain(part).collect();
    Err(Failure::failed(format!("{}; {rest}", said.join(", "))))
}
