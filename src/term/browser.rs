//! Hands a link to the reviewer's browser, or a file to its own program: one argument, no shell.

use std::ffi::OsStr;
use std::io;
use std::process::{Command, Stdio};

/// The program that opens links, with what stands before the link.
#[cfg(target_os = "macos")]
const OPENER: (&str, &[&str]) = ("open", &[]);
#[cfg(target_os = "windows")]
const OPENER: (&str, &[&str]) = ("rundll32", &["url.dll,FileProtocolHandler"]);
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
const OPENER: (&str, &[&str]) = ("xdg-open", &[]);

/// Opens `link`, which the caller has found to be http or https, or the whole path of a document. Does not wait for the program.
///
/// # Errors
/// When the program that opens links is not there.
pub(super) fn open(link: impl AsRef<OsStr>) -> io::Result<()> {
    let (program, before) = OPENER;
    let quiet = Stdio::null;
    let mut child =
        Command::new(program).args(before).arg(link).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn()?;
    // Somebody has to take note of its end, or it stays in the process table.
    std::thread::spawn(move || child.wait());
    Ok(())
}
