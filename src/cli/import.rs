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
use crate::export::back::{self, Back, Hand, Outcome};
use crate::store;
use crate::term::desk;

/// Bytes of a file that are read at most.
const LARGEST: u64 = 64 << 20;

/// Take annotations, an edited table, or the comments of a Word document back into a session.
///
/// Prints what each row, annotation or comment comes to. When one can't be taken in, nothing is written unless --anyway is
/// given.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// W3C annotations, a Hypothesis export, a table from factdesk export --to csv, or a Word document.
    file: PathBuf,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// Take in what can be taken in, and leave the rest.
    #[arg(long, conflicts_with = "dry_run")]
    anyway: bool,
}

pub(super) fn run(asked: &Import, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let bytes = bytes(&asked.file)?;
    let desk = desk::here();
    let hand = Hand { by: common.reviewer()?, at: (desk.now)() };
    let read =
        |session: &_| back::read(&bytes, session, &hand).map_err(|error| Failure::from(error).about(&asked.file));
    let progress = Progress::of(&format!("placing what {} says", asked.file.display()));
    let expected = read(&store::read(&path)?.session)?;
    drop(progress);
    let left = expected.told.iter().filter(|told| matches!(told.outcome, Outcome::Left(_))).count();
    if asked.dry_run || (left > 0 && !asked.anyway) {
        out::lines(&report(&expected))?;
        if asked.dry_run {
            out::say("nothing was written");
            return Ok(ExitCode::SUCCESS);
        }
        return Err(Failure::failed(format!(
            "{left} can't be taken in, so nothing was written; --anyway takes in the rest"
        )));
    }
    if expected.edits.is_empty() {
        out::lines(&report(&expected))?;
        return Ok(ExitCode::SUCCESS);
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
    Ok(ExitCode::SUCCESS)
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

/// A line each, and how many there are of each sort.
fn report(back: &Back) -> String {
    let mut text = String::new();
    let (mut changed, mut added, mut same, mut left) = (0, 0, 0, 0);
    for told in &back.told {
        let what = match &told.outcome {
            Outcome::Same => {
                same += 1;
                "as it was".to_owned()
            }
            Outcome::Changed(fields) => {
                changed += 1;
                format!("changes {}", fields.join(", "))
            }
            Outcome::Added => {
                added += 1;
                "a new claim".to_owned()
            }
            Outcome::Left(why) => {
                left += 1;
                format!("left out: {}", why.replace('\n', " "))
            }
        };
        let claim = told.claim.map_or_else(|| "–".to_owned(), |number| format!("claim {number}"));
        let _ = writeln!(text, "{:<14} {claim:<10} {what}", told.item);
    }
    let _ = writeln!(text, "{changed} changed, {added} added, {same} as they were, {left} left out");
    text
}
