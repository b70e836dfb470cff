//! `factdesk evidence --confidential`: which files of a session's evidence, and which notes of the writer's, no export gives away.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::{Edit, Evidence, FileAccess, Session, Stamp};
use crate::store;
use crate::term::desk;
use crate::text::gate;

/// Columns of a note that are told.
const TOLD: usize = 80;

/// Holds the files and notes that `named` names back, or gives them free.
pub(super) fn run(session: &Path, named: &[PathBuf], confidential: bool, common: &Common) -> Result<ExitCode, Failure> {
    if named.is_empty() {
        let asked = if confidential { "--confidential" } else { "--confidential=no" };
        return Err(Failure::usage(format!("which files or notes? factdesk evidence {asked} SESSION FILE…")));
    }
    let (desk, by) = (desk::here(), common.reviewer()?);
    let path =
        if session.is_file() { session.to_owned() } else { common.folder()?.find(&session.to_string_lossy())? };
    let lines = store::amend(&path, &desk, |session| -> Result<Vec<String>, Failure> {
        let (mut edits, mut lines) = (Vec::new(), Vec::new());
        let now = (desk.now)();
        for name in named {
            let (done, told) = meant(session, (name, &path), confidential, (&by, &now))?;
            edits.extend(done);
            lines.extend(told);
        }
        session.commit_all(edits, &by, &now).map_err(|error| Failure::failed(error.to_string()))?;
        Ok(lines)
    })?;
    out::lines(&(lines.join("\n") + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The edits that hold back what `name` means, or give it free, and a line for each thing that it means.
fn meant(
    session: &Session,
    (name, path): (&Path, &Path),
    confidential: bool,
    (by, now): (&str, &Stamp),
) -> Result<(Vec<Edit>, Vec<String>), Failure> {
    let word = if confidential { "confidential" } else { "open" };
    let wanted = if confidential { FileAccess::Confidential } else { FileAccess::Open };
    let files = session.evidence.iter().filter(|held| is_meant(held, name, path));
    let files = files.map(|held| {
        let line = format!("{}  {word}  {}", held.id, held.path);
        (session.listing(held.clone(), wanted, by, now), line)
    });
    let told = name.to_string_lossy();
    let notes = session.article.annotations().iter().filter(|note| note.id == told);
    let notes = notes.map(|note| {
        (session.withholding(&note.id, confidential), format!("{}  {word}  {}", note.id, gate::fit(&note.text, TOLD)))
    });
    let (edits, lines): (Vec<Option<Edit>>, Vec<String>) = files.chain(notes).unzip();
    if lines.is_empty() {
        let way_out = "factdesk evidence --add --confidential SESSION FILE adds it so";
        return Err(Failure::failed(format!(
            "the session lists no such file of evidence, and has no such note: {}; {way_out}",
            name.display()
        )));
    }
    Ok((edits.into_iter().flatten().collect(), lines))
}

/// True for a file that is named by its id, its path as the session writes it or as it lies on the disk, or its name alone.
fn is_meant(held: &Evidence, name: &Path, session: &Path) -> bool {
    let beside = session.parent().unwrap_or(Path::new("")).join(&held.path);
    let same_place = || matches!((beside.canonicalize(), name.canonicalize()), (Ok(one), Ok(other)) if one == other);
    let told = name.to_string_lossy();
    told == held.id || told == held.path || told == held.file_name() || same_place()
}
