//! Git's settings for merging sessions: the two lines that have it call this program.

use std::env;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::failure::Failure;
use super::out;
use crate::store;

/// The line of `.gitattributes`.
const ATTRIBUTE: &str = "*.factdesk.json merge=factdesk";

/// The settings of a repository: what the driver is called, and how git calls it.
const NAME: [&str; 2] = ["merge.factdesk.name", "copies of a factdesk session"];
const DRIVER: &str = "merge.factdesk.driver";

/// Writes git's two settings into the repository of the current folder, where they are not there yet.
///
/// # Errors
/// When there is no git or no repository, or something can't be written.
pub(super) fn install() -> Result<ExitCode, Failure> {
    let root = PathBuf::from(git(&["rev-parse", "--show-toplevel"])?);
    let call = format!("{} merge --driver --path=%P %A %B %O", program());
    let mut told = attribute(&root.join(".gitattributes"))?;
    for [key, value] in [NAME, [DRIVER, &call]] {
        let there = git(&["config", "--local", "--get", key]).ok();
        if there.as_deref() == Some(value) {
            let _ = writeln!(told, "as it was   git config {key}");
            continue;
        }
        git(&["config", "--local", key, value])?;
        let _ = writeln!(told, "written     git config {key} \"{value}\"");
    }
    out::lines(&told)?;
    out::say("commit .gitattributes for everybody; each clone needs factdesk merge --install once");
    Ok(ExitCode::SUCCESS)
}

/// Sees to the line in the file of attributes at `path`; what was done, in a line.
fn attribute(path: &Path) -> Result<String, Failure> {
    let failed = |error: io::Error| Failure::failed(format!("it can't be read: {error}")).about(path);
    let mut text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        other => other.map_err(failed)?,
    };
    if text.lines().any(|line| line.split_whitespace().eq(ATTRIBUTE.split_whitespace())) {
        return Ok(format!("as it was   {}\n", path.display()));
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(ATTRIBUTE);
    text.push('\n');
    store::save::shared(path, text.as_bytes())?;
    Ok(format!("written     {}: {ATTRIBUTE}\n", path.display()))
}

/// This program as git's shell is to call it: by its name where that leads here, else by its path.
fn program() -> String {
    let name = env!("CARGO_PKG_NAME");
    let Ok(own) = env::current_exe() else { return name.to_owned() };
    let real = |path: &Path| fs::canonicalize(path).ok();
    let search = env::var_os("PATH").unwrap_or_default();
    let first = env::split_paths(&search).map(|folder| folder.join(name)).find(|path| path.is_file());
    if first.as_deref().and_then(real).is_some_and(|found| Some(found) == real(&own)) {
        return name.to_owned();
    }
    // Git gives the line to a shell, on Windows too.
    format!("'{}'", own.display().to_string().replace('\\', "/").replace('\'', r"'\''"))
}

/// What git answers, without the line's end.
///
/// # Errors
/// With what it says when it refuses, or that there is none.
fn git<S: AsRef<OsStr>>(args: &[S]) -> Result<String, Failure> {
    let asked = Command::new("git").args(args).output();
    let output = asked.map_err(|error| Failure::failed(format!("git can't be started: {error}")))?;
    if !output.status.success() {
        let says = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::failed(format!("git refused: {}", says.trim())));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}
