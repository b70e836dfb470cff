//! `factdesk evidence --add`: files become evidence of a session, each known by its SHA-256; nothing is copied.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::common::Common;
use super::failure::Failure;
use super::out;
use super::progress::Progress;
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
        let mut lines = Vec::new();
        for mut entry in entries {
            let evidence = Arc::make_mut(&mut session.evidence);
            if let Some(held) = evidence.iter_mut().find(|held| held.sha256 == entry.sha256) {
                held.confidential |= confidential;
                lines.push(format!("{}  {} is there already", held.id, held.path));
                continue;
            }
            entry.confidential |= confidential;
            (entry.added_at, entry.by) = ((desk.now)(), by.to_string());
            lines.push(format!("{}  {}  {}", entry.id, entry.sha256, entry.path));
            evidence.push(entry);
        }
        Ok(lines)
    })?;
    out::lines(&(added.join("\n") + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
