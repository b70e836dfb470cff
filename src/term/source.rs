//! The file that the open session's article came from: watched, so that it is said when it holds a draft that the session does not
//! know.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, SystemTime};

use super::event::Event;
use super::import;
use crate::app::{Action, Outcome};
use crate::review::Session;
use crate::store::{OriginFile, Watch};

/// The file under watch.
pub(super) struct SourceFile {
    inbox: Sender<Event>,
    /// Its path; empty while there is none.
    path: String,
    watch: Option<Watch>,
    /// True once it was told that the file holds another draft.
    is_told: Arc<AtomicBool>,
}

impl SourceFile {
    /// None yet; what is seen is sent to `inbox`.
    pub(super) fn new(inbox: Sender<Event>) -> Self {
        Self { inbox, path: String::new(), watch: None, is_told: Arc::new(AtomicBool::new(false)) }
    }

    /// Watches the file of the draft that stands in `session`, and looks at it once when that is another than before.
    pub(super) fn follow(&mut self, session: &Session) {
        let source = &session.article.provenance.source;
        if *source == self.path {
            return;
        }
        self.path.clone_from(source);
        self.is_told = Arc::default();
        let inbox = self.inbox.clone();
        // As when the terminal gets the focus: everything on disk is looked at.
        let heard = move || inbox.send(Event::Action(Action::Focus)).is_ok();
        self.watch = is_file(source).then(|| Watch::start(Path::new(source), heard));
        self.look(session);
    }

    /// No session is open any more.
    pub(super) fn let_go(&mut self) {
        self.path.clear();
        self.watch = None;
    }

    /// Tells, from a thread, when the file holds another draft than any that `session` knows, and when it did and does no longer.
    pub(super) fn look(&self, session: &Session) {
        let (source, inbox) = (session.article.provenance.source.clone(), self.inbox.clone());
        let known: Vec<String> = session.files().map(str::to_owned).collect();
        if known.is_empty() || !is_file(&source) {
            return;
        }
        let is_told = Arc::clone(&self.is_told);
        thread::spawn(move || {
            // An empty file is one that somebody is about to write anew.
            if fs::metadata(&source).is_ok_and(|about| about.len() == 0) {
                return;
            }
            let Ok(checksum) = import::checksum(Path::new(&source)) else { return };
            let is_other = !known.contains(&checksum);
            if is_told.swap(is_other, Ordering::Relaxed) || is_other {
                let _ = inbox.send(Event::Action(Action::Came(Outcome::Newer(source, checksum))));
            }
        });
    }
}

/// True where a file holds another draft than any that its session knows. One that was not written since it was read is not read again.
pub(super) fn is_newer(origin: &OriginFile) -> bool {
    if origin.known.is_empty() || !is_file(&origin.path) {
        return false;
    }
    let about = fs::metadata(&origin.path).ok().filter(|about| about.is_file() && about.len() > 0);
    let written = about.and_then(|about| about.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok());
    let since = |written: Duration| {
        origin.read_at.seconds().is_none_or(|read| u64::try_from(read).is_ok_and(|read| read <= written.as_secs()))
    };
    let checksum = || import::checksum(Path::new(&origin.path)).ok();
    written.is_some_and(since) && checksum().is_some_and(|checksum| !origin.known.contains(&checksum))
}

/// False for what was read from a pipe.
fn is_file(source: &str) -> bool {
    !source.is_empty() && source != "-"
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_file_is_newer_when_it_was_written_since_and_holds_what_no_draft_was_read_from() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        File::create(&path).unwrap().write_all(b"The ferry is late.").unwrap();
        let known = import::checksum(&path).unwrap();
        let of = |read_at: &str, known: &[&str]| OriginFile {
            path: path.to_string_lossy().into_owned(),
            read_at: read_at.into(),
            known: known.iter().map(|one| (*one).to_owned()).collect(),
        };
        let (before, later) = ("2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z");
        assert!(is_newer(&of(before, &["0f"])));
        assert!(!is_newer(&of(before, &["0f", &known])), "a draft was read from it");
        assert!(!is_newer(&of(later, &["0f"])), "it was read since");
        assert!(!is_newer(&OriginFile { path: "-".to_owned(), ..of(before, &["0f"]) }));
        File::create(&path).unwrap();
        assert!(!is_newer(&of(before, &["0f"])), "somebody is about to write it");
    }
}
