//! `factdesk evidence --add`: files become evidence of a session, each known by its SHA-256; nothing is copied.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::common::Common;
use super::failure::Failure;
use super::out;
use super::progress::Progress;
use crate::review::FileAccess;
use crate::store;
use crate::term::{self, desk};

/// Adds the files that `paths` name to the evidence of the session, `confidential` where that is asked for.
pub(super) fn run(session: &Path, paths: &[PathBuf], confidential: bool, common: &Common) -> Result<ExitCode, Failure> {
    if paths.is_empty() {
        return Err(Failure::usage("which files? factdesk evidence --add SESSION PATH…"));
    }
    let desk = desk::here();
    let path =
        if session.is_file() { session.to_owned() } else { common.folder()?.find(&session.to_string_lossy())? };
    let by = common.reviewer()?;
    let (files, mut said) = term::evidence::files(paths);
    let progress = Progress::of("reckoning checksums");
    let (entries, unread) = term::evidence::entries(&path, &files);
    drop(progress);
    said.extend(unread);
    for notice in &said {
        out::say(notice);
    }
    if entries.is_empty() {
        return Err(Failure::failed("none of the files can be read; nothing was added"));
    }
    let added = store::amend(&path, &desk, |session| -> Result<Vec<String>, Failure> {
        let (mut edits, mut lines, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        let now = (desk.now)();
        let asked = if confidential { FileAccess::Confidential } else { FileAccess::Open };
        for entry in entries {
            let held = session.evidence.iter().find(|held| held.sha256 == entry.sha256);
            if !seen.insert(entry.sha256.clone()) || held.is_some() {
                let there = held.unwrap_or(&entry);
                lines.push(format!("{}  {} is there already", there.id, there.path));
            } else {
                lines.push(format!("{}  {}  {}", entry.id, entry.sha256, entry.path));
            }
            let wanted = asked.max(FileAccess::of(Some(held.unwrap_or(&entry))));
            edits.extend(session.listing(entry, wanted, &by, &now));
        }
        session.commit_all(edits, &by, &now).map_err(|error| Failure::failed(error.to_string()))?;
        Ok(lines)
    })?;
    out::lines(&(added.join("\n") + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
