//! Where the program lies, for what it does in a process of its own: the same program once more.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The program itself, once it runs as such; a test does everything in its own process.
static PROGRAM: OnceLock<Option<PathBuf>> = OnceLock::new();

/// Says that this process is the program, which may be started once more.
pub fn is_program() {
    PROGRAM.get_or_init(|| std::env::current_exe().ok());
}

/// The program's file; `None` where this process is not the program, or the system doesn't tell.
pub(super) fn program() -> Option<&'static Path> {
    PROGRAM.get()?.as_deref()
}
