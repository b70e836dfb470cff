//! `factdesk evidence --confidential`: which files of a session's evidence no export gives away unless asked.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::Evidence;
use crate::store;
use crate::term::desk;

/// Holds the files that `named` names back, or gives them free.
pub(super) fn run(session: &Path, named: &[PathBuf], confidential: bool, common: &Common) -> Result<ExitCode, Failure> {
    if named.is_empty() {
        let asked = if confidential { "--confidential" } else { "--confidential=no" };
        return Err(Failure::usage(format!("which files? factdesk evidence {asked} SESSION FILE…")));
    }
    let path =
        if session.is_file() { session.to_owned() } else { common.folder()?.find(&session.to_string_lossy())? };
    let lines = store::amend(&path, &desk::here(), |session| -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        for name in named {
            let evidence = Arc::make_mut(&mut session.evidence);
            let mut meant = evidence.iter_mut().filter(|held| is_meant(held, name, &path)).peekable();
            if meant.peek().is_none() {
                let way_out = "factdesk evidence --add --confidential SESSION FILE adds it so";
                return Err(Failure::failed(format!(
                    "the session lists no such file of evidence: {}; {way_out}",
                    name.display()
                )));
            }
            for held in meant {
                held.confidential = confidential;
                let word = if confidential { "confidential" } else { "open" };
                lines.push(format!("{}  {word}  {}", held.id, held.path));
            }
        }
        Ok(lines)
    })?;
    out::lines(&(lines.join("\n") + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// True for a file that is named by its id, its path as the session writes it or as it lies on the disk, or its name alone.
fn is_meant(held: &Evidence, name: &Path, session: &Path) -> bool {
    let beside = session.parent().unwrap_or(Path::new("")).join(&held.path);
    let same_place = || matches!((beside.canonicalize(), name.canonicalize()), (Ok(one), Ok(other)) if one == other);
    let told = name.to_string_lossy();
    told == held.id || told == held.path || told == held.file_name() || same_place()
}
