//! Where the platform keeps this program's files: settings, what it remembers, sessions.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

/// What an environment variable says, when it says something.
pub(super) fn told(variable: &str) -> Option<OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}

/// The folder for settings; `None` when the platform has no place for it.
pub(super) fn settings() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.config_dir().to_owned())
}

/// The file of what the program remembers from run to run.
pub(super) fn state() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("state.json"))
}

/// The folder for what can be made anew.
pub(super) fn cache() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.cache_dir().to_owned())
}

/// The folder of saved sessions when none is named.
pub(super) fn sessions() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.data_dir().join("sessions"))
}

fn dirs() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "factdesk")
}
