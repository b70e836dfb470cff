//! `factdesk restore`: the backups of a session, and going back to one.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{list, out, pick};
use crate::review::{Claim, EntryId, History, Session};
use crate::store::backup::{self, Backup, BackupReason};
use crate::store::{self, Folder, StoreError};
use crate::term::desk;
use crate::text::plural;

/// List the backups of a session, or go back to one.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The backup to go back to: its number in the list, or its time. What is there now becomes a backup itself.
    backup: Option<String>,
    /// Show every difference and go back to nothing.
    #[arg(long, requires = "backup")]
    show: bool,
}

pub(super) fn run(asked: &Restore, common: &Common) -> Result<ExitCode, Failure> {
    let path = find(&common.folder()?, &asked.session)?;
    let backups = backup::list(&path)?;
    let present = store::read(&path).ok().map(|loaded| loaded.session);
    let Some(wanted) = &asked.backup else {
        if backups.is_empty() {
            out::say(&format!("it has no backups yet: {}", path.display()));
        }
        out::lines(&table(&backups, present.as_ref()))?;
        return Ok(ExitCode::SUCCESS);
    };
    let backup =
        chosen(&backups, wanted).ok_or_else(|| StoreError::NoBackup { path: path.clone(), asked: wanted.clone() })?;
    if asked.show {
        let held = store::read(&backup.path)?.session;
        out::lines(&differences(present.as_ref(), &held))?;
        return Ok(ExitCode::SUCCESS);
    }
    let session = backup::restore(&path, backup, &desk::here())?;
    out::lines(&format!("{}  {}\n", list::counts(session.claims().tally()).trim_start(), path.display()))?;
    out::say(&format!("went back to {}; what was there is now a backup too", backup.at));
    Ok(ExitCode::SUCCESS)
}

/// The session's path; a file that is gone is still found by its name while it has backups.
fn find(folder: &Folder, asked: &str) -> Result<PathBuf, Failure> {
    folder.find(asked).or_else(|error| {
        let path = folder.path_of(asked);
        let known = !asked.contains(['/', '\\']) && backup::list(&path).is_ok_and(|backups| !backups.is_empty());
        if known { Ok(path) } else { Err(error.into()) }
    })
}

fn chosen<'a>(backups: &'a [Backup], wanted: &str) -> Option<&'a Backup> {
    let numbered = || wanted.parse::<usize>().ok()?.checked_sub(1).and_then(|index| backups.get(index));
    backups.iter().find(|backup| backup.at.as_str() == wanted).or_else(numbered)
}

fn table(backups: &[Backup], present: Option<&Session>) -> String {
    // What each came to next, the newest first: the file as it is now stands before all backups.
    let mut later: Vec<History> = present.map(|session| session.history().clone()).into_iter().collect();
    let mut text = String::new();
    for (index, backup) in backups.iter().enumerate() {
        let _ = write!(text, "{:>3}  {}  {:8}", index + 1, backup.at, backup.why.word());
        let _ = match store::read(&backup.path) {
            Ok(loaded) => {
                let held = &loaded.session;
                let differs = present.map_or_else(String::new, |present| differing(present, held));
                let why =
                    reason(backup, held.history(), later.last()).map_or_else(String::new, |why| format!("  {why}"));
                later.push(held.history().clone());
                writeln!(text, "{}  {differs}{why}", list::counts(held.claims().tally()))
            }
            Err(StoreError::Marked { .. }) => writeln!(text, "  the file with git's conflict marks"),
            Err(error) => writeln!(text, "can't be read: {}", why(&error)),
        };
    }
    text
}

/// What its word does not say: before whose copy came in. Those made the entries that were in the file next, and that somebody had
/// made by then, but not here.
fn reason(backup: &Backup, held: &History, next: Option<&History>) -> Option<String> {
    match backup.why {
        BackupReason::Came => return Some("a copy as it came in".to_owned()),
        BackupReason::Merge => {}
        BackupReason::Run | BackupReason::Marked | BackupReason::Migrate | BackupReason::Restore => return None,
    }
    let here: HashSet<&EntryId> = held.iter().map(|entry| &entry.id).collect();
    let came = next.into_iter().flat_map(History::iter).filter(|entry| !here.contains(&entry.id));
    let mut people: Vec<&str> = Vec::new();
    for entry in came.filter(|entry| entry.at <= backup.at && !entry.by.is_empty()) {
        if !people.contains(&&*entry.by) {
            people.push(&entry.by);
        }
    }
    Some(match people.split_last() {
        None => "before another copy came in".to_owned(),
        Some((one, [])) => format!("before {one}'s copy came in"),
        Some((last, others)) => format!("before a copy by {} and {last} came in", others.join(", ")),
    })
}

fn why(error: &StoreError) -> String {
    if let StoreError::Format { error, .. } = error { error.to_string() } else { error.to_string() }
}

fn differing(present: &Session, held: &Session) -> String {
    match pairs(present, held).len() {
        0 => "as the file is now".to_owned(),
        1 => "1 claim differs".to_owned(),
        several => format!("{several} claims differ"),
    }
}

/// Every claim that the two have differently, as each has it.
fn pairs<'a>(present: &'a Session, held: &'a Session) -> Vec<(Option<&'a Claim>, Option<&'a Claim>)> {
    let changed = present.claims().iter().map(|claim| (Some(claim), held.claims().by_id(&claim.id)));
    let gone = held.claims().iter().filter(|claim| present.claims().by_id(&claim.id).is_none());
    changed.filter(|(is, was)| is != was).chain(gone.map(|claim| (None, Some(claim)))).collect()
}

fn differences(present: Option<&Session>, held: &Session) -> String {
    let Some(present) = present else { return "the file can't be read, so every claim differs\n".to_owned() };
    let mut text = String::new();
    for (is, was) in pairs(present, held) {
        let Some(claim) = is.or(was) else { continue };
        let session = if is.is_some() { present } else { held };
        let _ = writeln!(text, "{}  {}", claim.id, pick::first_words(session, claim));
        let _ = writeln!(text, "    now     {}", told(is));
        let _ = writeln!(text, "    backup  {}", told(was));
    }
    text
}

fn told(claim: Option<&Claim>) -> String {
    let Some(claim) = claim else { return "not there".to_owned() };
    let mut told = claim.status().word().to_owned();
    if !claim.record.note.is_empty() {
        let _ = write!(told, ", note {:?}", claim.record.note);
    }
    if !claim.record.sources.is_empty() {
        let _ = write!(told, ", {}", plural(claim.record.sources.len(), "source"));
    }
    told
}
