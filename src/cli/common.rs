//! The flags that every command has, and what stands in for them when they are not given.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;

use super::config::Config;
use super::failure::Failure;
use super::place;
use crate::review::Policy;
use crate::store::{self, Folder};

/// Who works, and where the sessions are.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Common {
    /// The folder of saved sessions; else `FACTDESK_SESSIONS`, else the platform's data folder.
    #[arg(long, value_name = "DIR", global = true)]
    sessions: Option<PathBuf>,
    /// Who marks; else `FACTDESK_REVIEWER`, else the settings file, else git's user.name, else the login name.
    #[arg(long, value_name = "NAME", global = true)]
    reviewer: Option<String>,
    /// The settings file; else `FACTDESK_CONFIG`, else config.toml in the platform's folder for settings.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

impl Common {
    /// The folder of saved sessions.
    ///
    /// # Errors
    /// When none is named and the platform has no place for it.
    pub(super) fn folder(&self) -> Result<Folder, Failure> {
        let named = self.sessions.clone().or_else(|| place::told("FACTDESK_SESSIONS").map(PathBuf::from));
        let none = || Failure::usage("there is no home folder to keep sessions in; name one with --sessions DIR");
        // Settings that are wrong are told by what needs them.
        let policy = self.config().ok().and_then(|config| config.policy).unwrap_or_default();
        let folder = |path| Folder::at(path).indexed(place::cache()).judged_by(policy);
        named.or_else(place::sessions).map(folder).ok_or_else(none)
    }

    /// The folder of sessions for what only reads them: one that is named has to be there.
    pub(super) fn folder_that_is_there(&self) -> Result<Folder, Failure> {
        match &self.sessions {
            Some(path) if !path.is_dir() => {
                Err(Failure::failed("there is no such folder; name another with --sessions").about(path))
            }
            _ => self.folder(),
        }
    }

    /// Passes a settings file that is there, also for a command that needs no settings: a wrong name is never taken in silence.
    ///
    /// # Errors
    /// When `--config` names a file that is not there.
    pub(super) fn named_settings(&self) -> Result<(), Failure> {
        match &self.config {
            Some(path) if !path.exists() => Err(Config::missing(path)),
            _ => Ok(()),
        }
    }

    /// What the settings file says.
    ///
    /// # Errors
    /// When a line of it is wrong, or it can't be read.
    pub(super) fn config(&self) -> Result<Config, Failure> {
        Config::read(self.config.as_deref())
    }

    /// What is asked of a claim of the session at `path`: by the file beside it, else by the settings.
    ///
    /// # Errors
    /// When one of these is wrong, or can't be read.
    pub(super) fn policy(&self, path: &Path) -> Result<Policy, Failure> {
        if let Some(policy) = store::policy(path)? {
            return Ok(policy);
        }
        Ok(self.config()?.policy.map(|policy| (*policy).clone()).unwrap_or_default())
    }

    /// The reviewer's name, on one line; `reviewer` when nothing tells it.
    ///
    /// # Errors
    /// When only the settings file could tell it and a line of it is wrong.
    pub(super) fn reviewer(&self) -> Result<Arc<str>, Failure> {
        let told = self.named().is_some();
        let config = if told { Config::default() } else { self.config()? };
        Ok(self.reviewer_or(config.reviewer.as_deref()))
    }

    /// The name that is given for this run; an empty one, as of a variable that is not set, is none.
    fn named(&self) -> Option<String> {
        let given = self.reviewer.clone().filter(|name| !name.trim().is_empty());
        given.or_else(|| text("FACTDESK_REVIEWER"))
    }

    /// The reviewer's name where the settings file says `settled`.
    pub(super) fn reviewer_or(&self, settled: Option<&str>) -> Arc<str> {
        let settled = || settled.filter(|name| !name.trim().is_empty()).map(str::to_owned);
        let named = self.named().or_else(settled);
        let login = || ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(text);
        let name = named.or_else(git_user).or_else(login).unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { "reviewer".into() } else { name.into() }
    }
}

fn text(variable: &str) -> Option<String> {
    place::told(variable)?.into_string().ok()
}

/// What git calls the user, when there is a git.
fn git_user() -> Option<String> {
    let asked = Command::new("git").args(["config", "user.name"]).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let name = String::from_utf8(asked.ok()?.stdout).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}
