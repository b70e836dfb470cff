//! `factdesk merge`: copies of one session brought together, by hand and for git.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{git, list, out};
use crate::review::Session;
use crate::store::{self, Combined, CopyFile, StoreError, copies};
use crate::term::desk;
use crate::term::export::is_same;

/// The exit code when something is left to settle, as `check` has it.
const UNSETTLED: u8 = 10;

/// Bring copies of one session together, or settle a file with git's conflict marks.
///
/// Nothing of either copy is lost: what both changed differently stands on the claim in two versions until somebody settles it
/// (exit code 10), and what was there before becomes a backup. No third file is needed: what both histories share is the base.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// Our copy, which takes the other in: a path, a session's name, or the beginning of one. Alone: a
    /// file with git's conflict marks, or a session beside which copies of a sync program lie.
    #[arg(required_unless_present = "install")]
    ours: Option<String>,
    /// The copy that comes in: a path or a session's name, as ours.
    theirs: Option<PathBuf>,
    /// What both came of, where somebody knows; it decides what no history tells.
    base: Option<PathBuf>,
    /// Write the result to this new file and leave OURS as it is.
    #[arg(short, long, value_name = "FILE", conflicts_with = "driver")]
    output: Option<PathBuf>,
    /// Only say what would come in.
    #[arg(long)]
    dry_run: bool,
    /// As git's merge driver: the files are git's %A %B %O, the result goes to %A, and what is in two versions is no failure.
    #[arg(long, requires = "theirs", conflicts_with = "dry_run")]
    driver: bool,
    /// With --driver: the path where git will put the result, %P.
    #[arg(long, value_name = "PATH", requires = "driver")]
    path: Option<PathBuf>,
    /// Have git merge the sessions of this repository by this command from now on, and say what was written.
    #[arg(long, conflicts_with_all = ["ours", "theirs", "base", "output", "driver", "dry_run"])]
    install: bool,
}

pub(super) fn run(asked: &Merge, common: &Common) -> Result<ExitCode, Failure> {
    let Some(ours) = &asked.ours else { return git::install() };
    if asked.driver {
        return driver(Path::new(ours), asked);
    }
    let path = common.folder()?.find(ours)?;
    let combined = match &asked.theirs {
        Some(theirs) => taken_in(&path, &other(&path, theirs, common)?, asked)?,
        None => by_itself(&path, asked, common)?,
    };
    out::lines(&report(&combined, asked.output.as_ref().unwrap_or(&path)))?;
    if asked.dry_run {
        out::say("nothing was written");
    }
    let conflicts = combined.clashes.iter().filter(|clash| clash.is_conflict()).count();
    Ok(match (combined.left.is_empty(), conflicts) {
        (false, _) => ExitCode::FAILURE,
        (true, 0) => ExitCode::SUCCESS,
        (true, _) => ExitCode::from(UNSETTLED),
    })
}

/// The copy that `theirs` names.
fn other(ours: &Path, theirs: &Path, common: &Common) -> Result<PathBuf, Failure> {
    let is_bare = theirs.components().count() == 1 && theirs.extension().is_none();
    let named = match common.folder()?.find(&theirs.to_string_lossy()) {
        _ if theirs.is_file() => theirs.to_owned(),
        Ok(named) => named,
        Err(error) if is_bare => return Err(error.into()),
        // What is spelled out as a file is looked for as one.
        Err(_) => theirs.to_owned(),
    };
    if is_same(&named, ours) {
        return Err(Failure::usage("that is OURS itself; name the copy that is to come in").about(&named));
    }
    Ok(named)
}

fn taken_in(path: &Path, theirs: &Path, asked: &Merge) -> Result<Combined, Failure> {
    let copy = CopyFile::read(theirs)?;
    let base = asked.base.as_deref().map(|base| CopyFile::read(base).map(|base| base.session)).transpose()?;
    if asked.output.is_none() && !asked.dry_run {
        return Ok(store::into_session(path, &copy, base.as_ref(), &desk::here())?);
    }
    let combined = Combined::of(&CopyFile::read(path)?.session, &copy, base.as_ref())?;
    write_aside(&combined.session, asked)?;
    Ok(combined)
}

/// The two sides of a file with conflict marks; else the copies that lie beside it.
fn by_itself(path: &Path, asked: &Merge, common: &Common) -> Result<Combined, Failure> {
    let aside = asked.output.is_some() || asked.dry_run;
    if let Err(StoreError::Marked { .. }) = store::read(path) {
        if !aside {
            return Ok(store::from_marks(path, &desk::here())?);
        }
        let combined = store::sides_of(path)?;
        write_aside(&combined.session, asked)?;
        return Ok(combined);
    }
    let copies = copies::beside(path);
    if copies.is_empty() {
        let words = "it has no conflict marks and no copies beside it; name the copy that is to come in: factdesk merge OURS THEIRS";
        return Err(Failure::usage(words).about(path));
    }
    if aside {
        let words = "name one of its copies: factdesk merge OURS THEIRS does one at a time with -o and --dry-run";
        return Err(Failure::usage(words).about(path));
    }
    let combined = common.folder()?.gather(path, &copies, &desk::here())?;
    for copy in copies.iter().filter(|copy| !copy.exists()) {
        out::say(&format!("moved to the trash folder beside it: {}", copy.display()));
    }
    Ok(combined)
}

/// Writes the result where `-o` says.
fn write_aside(session: &Session, asked: &Merge) -> Result<(), Failure> {
    let Some(target) = asked.output.as_deref().filter(|_| !asked.dry_run) else { return Ok(()) };
    if target.symlink_metadata().is_ok() {
        return Err(StoreError::Taken { path: target.to_owned() }.into());
    }
    Ok(store::save::whole(target, &store::format::print(session))?)
}

/// What git asks for. A file that can't be merged is left as git has it: ours, and a conflict in git's own list.
fn driver(ours: &Path, asked: &Merge) -> Result<ExitCode, Failure> {
    let Some(theirs) = &asked.theirs else { return Err(Failure::usage("--driver needs two files")) };
    let place = asked.path.as_deref();
    let merged = CopyFile::read(theirs).and_then(|copy| {
        // Two that were added under one name came of nothing; git then gives an empty file.
        let base = asked.base.as_deref().and_then(|base| CopyFile::read(base).ok()).map(|base| base.session);
        store::for_git(ours, &copy, base.as_ref(), place, &desk::here())
    });
    let name = place.unwrap_or(ours).display();
    let combined = merged.map_err(|error| {
        Failure::failed(format!(
            "it can't be merged: {error}. Ours stays in the file; take theirs with git checkout --theirs, or settle it and git add: {name}"
        ))
    })?;
    for line in combined.told() {
        out::say(&format!("{name}: {line}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// What came in, what is to be settled, and how far the session now is.
fn report(combined: &Combined, path: &Path) -> String {
    let mut text = String::new();
    for line in combined.told() {
        let _ = writeln!(text, "{line}");
    }
    let counts = list::counts(combined.session.claims().tally());
    let _ = writeln!(text, "{}  {}", counts.trim_start(), path.display());
    text
}
