//! `factdesk import`: what others have written beside an export, back into its session.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::out;
use super::progress::Progress;
use crate::export::back::{self, Back, ImportHand, ImportOutcome};
use crate::store;
use crate::term::desk;

/// Bytes of a file that are read at most.
const LARGEST: u64 = 64 << 20;

/// Take annotations, edited tables, comments and answers of others back into a session.
///
/// Prints what each row, annotation, comment or answer comes to, from what to what. What comes in is put beside what the session says
/// and never in its place; what can't be taken in is told, keeps nothing else out, and makes the command fail unless --anyway is
/// given.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// W3C annotations, a Hypothesis export, a table (CSV or XLSX), json or jsonl from factdesk export, a Word document with comments,
    /// or answered questions as a Word document, a mail or a text.
    file: PathBuf,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// Succeed though something can't be taken in.
    #[arg(long, conflicts_with = "dry_run")]
    anyway: bool,
    /// Who wrote in the file, where it does not say so itself.
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
}

pub(super) fn run(asked: &Import, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let bytes = bytes(&asked.file)?;
    let desk = desk::here();
    let hand = ImportHand { by: common.reviewer()?, at: (desk.now)(), writer: asked.from.clone() };
    let read =
        |session: &_| back::read(&bytes, session, &hand).map_err(|error| Failure::from(error).about(&asked.file));
    let progress = Progress::of(&format!("placing what {} says", asked.file.display()));
    let expected = read(&store::read(&path)?.session)?;
    drop(progress);
    if asked.dry_run {
        out::lines(&report(&expected))?;
        out::say("nothing was written");
        return Ok(ExitCode::SUCCESS);
    }
    if expected.edits.is_empty() {
        out::lines(&report(&expected))?;
        return finished(&expected, asked.anyway);
    }
    // Read once more under the lock: somebody may have marked since.
    let progress = Progress::of(&format!("writing {}", path.display()));
    let done = store::amend(&path, &desk, |session| -> Result<Back, Failure> {
        let back = read(session)?;
        for edit in &back.edits {
            session.commit(edit.clone(), &hand.by, &hand.at)?;
        }
        Ok(back)
    })?;
    drop(progress);
    out::lines(&report(&done))?;
    finished(&done, asked.anyway)
}

/// Fails when something was left out, unless that was to be expected.
fn finished(back: &Back, anyway: bool) -> Result<ExitCode, Failure> {
    let left = back.told.iter().filter(|told| matches!(told.outcome, ImportOutcome::Left(_))).count();
    if left == 0 || anyway {
        return Ok(ExitCode::SUCCESS);
    }
    Err(Failure::failed(format!("{left} can't be taken in and are left out; all else is in the session")))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |why: String| Failure::failed(why).about(path);
    if !path.is_file() {
        return Err(failed("there is no such file".to_owned()));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| failed(format!("it can't be read: {error}")))?;
    if bytes.len() as u64 > LARGEST {
        return Err(failed("it is larger than 64 MB".to_owned()));
    }
    Ok(bytes)
}

/// A line each, with the lines of what changes below it, and how many there are of each sort.
fn report(back: &Back) -> String {
    let mut text = String::new();
    let (mut changed, mut added, mut same, mut left) = (0, 0, 0, 0);
    for told in &back.told {
        let (what, lines, kept): (String, &[String], &[String]) = match &told.outcome {
            ImportOutcome::Same => {
                same += 1;
                ("as it was".to_owned(), &[], &[])
            }
            ImportOutcome::Changed(lines, kept) => {
                changed += 1;
                ("changes".to_owned(), lines, kept)
            }
            ImportOutcome::Added(lines, kept) => {
                added += 1;
                ("a new claim".to_owned(), lines, kept)
            }
            ImportOutcome::Left(why) => {
                left += 1;
                (format!("left out: {}", why.replace('\n', " ")), &[], &[])
            }
        };
        let claim = told.claim.map_or_else(|| "–".to_owned(), |number| format!("claim {number}"));
        let _ = writeln!(text, "{:<14} {claim:<10} {what}", told.item);
        for line in lines {
            let _ = writeln!(text, "{:>28}{}", "", line.replace('\n', " "));
        }
        for line in kept {
            let _ = writeln!(text, "{:>28}not taken: {}", "", line.replace('\n', " "));
        }
    }
    let _ = writeln!(text, "{changed} changed, {added} added, {same} as they were, {left} left out");
    text
}
