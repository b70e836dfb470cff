//! The flags that every command has, and what stands in for them when they are not given.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;
use directories::ProjectDirs;

use super::failure::Failure;
use crate::store::Folder;

/// Who works, and where the sessions are.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Common {
    /// The folder of saved sessions; else `FACTDESK_SESSIONS`, else the platform's data folder.
    #[arg(long, value_name = "DIR", global = true)]
    sessions: Option<PathBuf>,
    /// Who marks; else `FACTDESK_REVIEWER`, else git's user.name, else the login name.
    #[arg(long, value_name = "NAME", global = true)]
    reviewer: Option<String>,
}

impl Common {
    /// The folder of saved sessions.
    ///
    /// # Errors
    /// When none is named and the platform has no place for it.
    pub(super) fn folder(&self) -> Result<Folder, Failure> {
        let named = self.sessions.clone().or_else(|| set("FACTDESK_SESSIONS").map(PathBuf::from));
        let place = || ProjectDirs::from("", "", "factdesk").map(|dirs| dirs.data_dir().join("sessions"));
        let none = || Failure::usage("there is no home folder to keep sessions in; name one with --sessions DIR");
        named.or_else(place).map(Folder::at).ok_or_else(none)
    }

    /// The reviewer's name, on one line; `reviewer` when nothing tells it.
    pub(super) fn reviewer(&self) -> Arc<str> {
        let named = self.reviewer.clone().or_else(|| text("FACTDESK_REVIEWER"));
        let login = || ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(text);
        let name = named.or_else(git_user).or_else(login).unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { "reviewer".into() } else { name.into() }
    }
}

fn set(variable: &str) -> Option<std::ffi::OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}

fn text(variable: &str) -> Option<String> {
    set(variable)?.into_string().ok()
}

/// What git calls the user, when there is a git.
fn git_user() -> Option<String> {
    let asked = Command::new("git").args(["config", "user.name"]).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let name = String::from_utf8(asked.ok()?.stdout).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}
