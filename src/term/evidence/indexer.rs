//! Much evidence that is new is read and indexed by a process of its own: the memory that takes is given back when it ends.
//!
//! That process has no session open and writes to the cache folder alone. It gets its order as JSON on stdin and says on stdout how many
//! files are done, a number a line. What it did not do is done by whoever asked.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde::{Deserialize, Serialize};

use super::FoundFile;
use super::kept::kept;
use crate::term::itself;

/// The command by which the program asks itself.
pub const COMMAND: &str = "index-evidence";

/// What is to be read and indexed.
#[derive(Debug, Serialize, Deserialize)]
struct IndexOrder {
    /// The cache folder.
    cache: PathBuf,
    /// The folder of the evidence.
    place: PathBuf,
    /// Its language (BCP 47); empty when unknown.
    language: String,
    /// Its files.
    files: Vec<FoundFile>,
}

/// Has `files` of the evidence in `place` kept in the folder `cache` by another process, where there can be one. `tell` is told how many
/// are done, and says whether anybody still waits.
pub(super) fn elsewhere(
    cache: &Path,
    (place, language): (&Path, &str),
    files: &[FoundFile],
    tell: &mut dyn FnMut(usize) -> bool,
) {
    let (cache, place) = (cache.to_owned(), place.to_owned());
    let order = IndexOrder { cache, place, language: language.to_owned(), files: files.to_vec() };
    // A name that is no text can't be told to it.
    let Ok(order) = serde_json::to_vec(&order) else { return };
    let Some(mut child) = itself::program().and_then(begun) else { return };
    let sent = child.stdin.take().map(|mut stdin| stdin.write_all(&order));
    let said = child.stdout.take().filter(|_| sent.is_some_and(|sent| sent.is_ok()));
    let lines = said.into_iter().flat_map(|said| BufReader::new(said).lines()).map_while(Result::ok);
    let gone_on = lines.map_while(|line| line.parse().ok()).all(tell);
    if !gone_on {
        let _ = child.kill();
    }
    // Its end is all that is left to wait for.
    let _ = child.wait();
}

fn begun(program: &Path) -> Option<Child> {
    let mut asked = Command::new(program);
    asked.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    asked.spawn().ok()
}

/// What the process that was asked does.
///
/// # Errors
/// When stdin fails or holds no order, or nothing can be kept.
pub fn answer() -> io::Result<()> {
    let mut order = Vec::new();
    io::stdin().lock().read_to_end(&mut order)?;
    let IndexOrder { cache, place, language, files } = serde_json::from_slice(&order)?;
    let mut out = io::stdout().lock();
    // Where nobody listens any more nobody waits either.
    let mut tell = |done: usize| writeln!(out, "{done}").and_then(|()| out.flush()).is_ok();
    kept(&cache, (&place, &language), &files, &mut tell).map(drop).map_err(io::Error::other)
}
