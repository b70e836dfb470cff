//! What the program remembers from run to run beside the sessions: where the divider was left.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::store::save;

/// The file of what is remembered.
#[derive(Debug)]
pub struct State {
    path: PathBuf,
    held: StateFile,
}

/// What the file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct StateFile {
    /// The article's share of the width, in thousandths.
    share: Option<u16>,
}

impl State {
    /// What is remembered at `path`; nothing when there is no such file or it says nothing of use.
    pub fn at(path: PathBuf) -> Self {
        let read = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { path, held: read.unwrap_or_default() }
    }

    /// The article's share of the width, in thousandths, when the divider was ever moved.
    pub const fn share(&self) -> Option<u16> {
        self.held.share
    }

    /// Remembers the article's share. Where that can't be written the next run begins as this one: nobody needs to know.
    pub fn keep(&mut self, share: Option<u16>) {
        if self.held.share != share {
            self.held.share = share;
            let _ = written(&self.path, self.held);
        }
    }
}

fn written(path: &Path, held: StateFile) -> Option<()> {
    fs::create_dir_all(path.parent()?).ok()?;
    let mut text = serde_json::to_string(&held).ok()?;
    text.push('\n');
    save::whole(path, text.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_remembered_and_a_broken_file_is_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/state.json");
        State::at(path.clone()).keep(Some(420));
        assert_eq!(State::at(path.clone()).share(), Some(420));
        save::whole(&path, b"{").unwrap();
        assert_eq!(State::at(path).share(), None);
    }
}
