//! `factdesk`, `factdesk PATH` and `factdesk open`: the workbench.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::look::LookArgs;
use super::place;
use crate::store::{self, StoreError};
use crate::term::{self, Ending, Errand, Start, State, TermError, desk, import};

/// Open an article or a session.
#[derive(Debug, Args)]
pub(super) struct Open {
    /// An article, a session file or a session's name; - for an article on stdin.
    path: PathBuf,
    /// Start a new session even when there is one over the same text.
    #[arg(long)]
    new: bool,
}

impl Open {
    /// Opens `path`, resuming its session.
    pub(super) const fn resumed(path: PathBuf) -> Self {
        Self { path, new: false }
    }
}

pub(super) fn run(asked: Option<&Open>, look: &LookArgs, common: &Common) -> Result<ExitCode, Failure> {
    let folder = common.folder()?;
    let config = common.config()?;
    let errand = match asked {
        None => Errand::Home(Box::new(term::sample()?)),
        Some(Open { path, new }) if path.as_os_str() == "-" || (*new && !store::is_session(path)) => {
            Errand::Article(Box::new(import::article(path, None)?), *new)
        }
        // A name that is no file may be a session's.
        Some(Open { path, .. }) if !path.exists() && is_name(path) => match folder.find(&path.to_string_lossy()) {
            Ok(found) => Errand::File(found),
            Err(_) => Errand::File(path.clone()),
        },
        Some(Open { path, .. }) => Errand::File(path.clone()),
    };
    let mut settings = look.settings(common, &config)?;
    let state = place::state().map(State::at);
    settings.share = state.as_ref().and_then(State::share);
    let file = if let Errand::File(path) = &errand { Some(path.clone()) } else { None };
    let start = Start { folder, who: desk::here(), settings, keymap: config.keymap(), state, errand };
    match term::run(start).map_err(|error| instead(error, file.as_deref()))? {
        Ending::Left => Ok(ExitCode::SUCCESS),
        // As a shell tells it: 128 and the signal's number.
        Ending::Signal(signal) => Ok(ExitCode::from(u8::try_from(128 + signal).unwrap_or(1))),
    }
}

/// Where there is no terminal that could ask, the way that needs none.
fn instead(error: TermError, file: Option<&Path>) -> Failure {
    let marked = matches!(error, TermError::NoTerminal).then(|| store::read(file?).err()).flatten();
    match marked {
        Some(marked @ StoreError::Marked { .. }) => marked.into(),
        Some(_) | None => error.into(),
    }
}

fn is_name(path: &Path) -> bool {
    path.components().count() == 1
}
