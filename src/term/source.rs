//! The file that the open session's article came from: watched, so that it is said when it holds a draft that the session does not
//! know.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use super::import;
use crate::app::{Action, Outcome};
use crate::review::Session;
use crate::store::Watch;

/// The file under watch.
pub(super) struct SourceFile {
    inbox: Sender<Event>,
    /// Its path; empty while there is none.
    path: String,
    watch: Option<Watch>,
}

impl SourceFile {
    /// None yet; what is seen is sent to `inbox`.
    pub(super) const fn new(inbox: Sender<Event>) -> Self {
        Self { inbox, path: String::new(), watch: None }
    }

    /// Watches the file of the draft that stands in `session`, and looks at it once when that is another than before.
    pub(super) fn follow(&mut self, session: &Session) {
        let source = &session.article.provenance.source;
        if *source == self.path {
            return;
        }
        self.path.clone_from(source);
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

    /// Tells, from a thread, when the file holds another draft than any that `session` knows.
    pub(super) fn look(&self, session: &Session) {
        let (source, inbox) = (session.article.provenance.source.clone(), self.inbox.clone());
        let known: Vec<String> = session.files().map(str::to_owned).collect();
        if known.is_empty() || !is_file(&source) {
            return;
        }
        thread::spawn(move || {
            if let Ok(checksum) = import::checksum(Path::new(&source))
                && !known.contains(&checksum)
            {
                let _ = inbox.send(Event::Action(Action::Came(Outcome::Newer(source, checksum))));
            }
        });
    }
}

/// False for what was read from a pipe.
fn is_file(source: &str) -> bool {
    !source.is_empty() && source != "-"
}
