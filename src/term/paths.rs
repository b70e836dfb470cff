//! Paths as a reviewer types them: the home folder by its sign, completion on a thread of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;

use directories::BaseDirs;

use super::event::Event;
use crate::app::completion::{Completion, split};
use crate::app::{Action, Outcome};

/// Entries of a folder that are looked at; nobody chooses among more.
const MOST: usize = 20_000;

/// A path as a shell would read it: `~` is the home folder.
pub(super) fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), BaseDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// Begins to look what `typed` may go on with; that comes into `inbox`. A folder that can't be read has nothing.
pub(super) fn complete(typed: String, inbox: Sender<Event>) {
    thread::spawn(move || {
        let (folder, _) = split(&typed);
        let folder = if folder.is_empty() { PathBuf::from(".") } else { at_home(Path::new(folder)) };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST);
        // A name that is no text can't be typed either.
        let names = entries.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path().is_dir())));
        let completion = Completion::new(&typed, names);
        // The shell may have ended already; then nobody needs to know.
        drop(inbox.send(Event::Action(Action::Came(Outcome::Completed(completion)))));
    });
}
