//! Does what the model asks for, with the disk.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::event::Event;
use super::export::{self, Exporter};
use super::{browser, clock, import};
use crate::app::home::Listing;
use crate::app::settings::Settings;
use crate::app::{Effect, Model, Opened, Outcome};
use crate::intake::{self, Taken};
use crate::propose::{self, Weights};
use crate::review::{Session, sha256};
use crate::store::{self, Access, Folder, Keeper, Report, StoreError};

/// The session on the desk and the folder it lives in.
pub(super) struct Performer {
    folder: Folder,
    who: store::Desk,
    keeper: Option<Keeper>,
    inbox: Sender<Event>,
    exporter: Exporter,
    threshold: f64,
    weights: Arc<Weights>,
}

impl Performer {
    pub(super) fn new(folder: Folder, who: store::Desk, settings: &Settings, inbox: Sender<Event>) -> Self {
        let weights = Arc::clone(&settings.weights);
        let exporter = Exporter::new(inbox.clone());
        Self { folder, who, keeper: None, inbox, exporter, threshold: settings.threshold, weights }
    }

    /// The session that is open.
    pub(super) const fn keeper(&self) -> Option<&Keeper> {
        self.keeper.as_ref()
    }

    /// Does `effect`; what came of it, if it is known at once. `Copy`, `Exit` and `Suspend` are the shell's own.
    pub(super) fn perform(&mut self, effect: Effect, model: &Model) -> Option<Outcome> {
        match effect {
            Effect::Save(generation) => {
                if let (Some(keeper), Some(desk)) = (&self.keeper, model.desk()) {
                    keeper.save(&desk.session, generation);
                }
                None
            }
            Effect::Adopt(line) => {
                self.keeper.as_ref().inspect(|keeper| keeper.adopt(line));
                None
            }
            Effect::Look => {
                self.keeper.as_ref().inspect(|keeper| keeper.look());
                None
            }
            Effect::Unlock => self.unlock(),
            Effect::List => Some(self.list()),
            Effect::OpenSession(path) => Some(self.opened(Self::session, &path)),
            Effect::OpenFile(path) => Some(self.opened(Self::file, &path)),
            Effect::Close => self.close().err().map(|error| Outcome::Refused(error.to_string())),
            Effect::Rename(path, name) => Some(match self.folder.rename(&path, &name, &self.who) {
                Ok(_) => self.list(),
                Err(error) => Outcome::Refused(error.to_string()),
            }),
            Effect::Trash(path) => Some(match self.folder.trash(&path, &self.who) {
                Ok(_) => self.list(),
                Err(error) => Outcome::Refused(error.to_string()),
            }),
            Effect::OpenLink(link) => Some(match browser::open(&link) {
                Ok(()) => Outcome::Done(format!("opened {link}")),
                Err(error) => Outcome::Refused(format!("{link}: no browser could be started: {error}")),
            }),
            Effect::Preview(sight) => {
                model.desk().inspect(|desk| self.exporter.preview(&desk.session, *sight));
                None
            }
            Effect::Write(writing) => {
                model.desk().inspect(|desk| self.exporter.write(&desk.session, *writing));
                None
            }
            Effect::Propose(wanted) => {
                model.desk().map(|desk| Outcome::Proposed(export::proposed(&desk.session.article, &desk.name, &wanted)))
            }
            Effect::Copy(_) | Effect::Suspend | Effect::Exit => None,
        }
    }

    /// Opens a session file.
    pub(super) fn session(&mut self, path: &Path) -> Result<Opened, OpenError> {
        self.close()?;
        let (keeper, opened) = Keeper::open(path, &self.who, self.tell())?;
        let name = name_of(keeper.path());
        self.keeper = Some(keeper);
        let read_only = match opened.access {
            Access::ReadWrite => None,
            Access::ReadOnly(reason) => Some(reason),
        };
        Ok(Opened { session: opened.session, name, read_only, notices: opened.notices, drafts: opened.drafts })
    }

    /// Opens the session on the desk anew, for writing.
    fn unlock(&mut self) -> Option<Outcome> {
        let path = self.keeper.as_ref()?.path().to_owned();
        Some(match Keeper::open(&path, &self.who, self.tell()) {
            Err(error) => Outcome::Refused(error.to_string()),
            Ok((_, store::Opened { access: Access::ReadOnly(reason), .. })) => {
                Outcome::Refused(format!("still read-only: {reason}"))
            }
            Ok((keeper, store::Opened { session, notices, drafts, .. })) => {
                self.keeper = Some(keeper);
                let name = name_of(&path);
                Outcome::Unlocked(Box::new(Opened { session, name, read_only: None, notices, drafts }))
            }
        })
    }

    /// Opens a file: a session, or an article, whose session is resumed when there is one of the same text.
    pub(super) fn file(&mut self, path: &Path) -> Result<Opened, OpenError> {
        if store::is_session(path) {
            return self.session(path);
        }
        let content = import::file(path)?;
        // The same bytes need not be read as an article again.
        if let Some(found) = self.folder.with_file(&sha256(&content))? {
            drop(content);
            return self.session(&found);
        }
        let taken = import::bytes(&content, &path.display().to_string(), None)?;
        self.article(taken, false)
    }

    /// Resumes the session of an article, or starts one; always starts one when `afresh`.
    pub(super) fn article(&mut self, taken: Taken, afresh: bool) -> Result<Opened, OpenError> {
        let article = taken.article;
        if !afresh && let Some(path) = self.folder.with_text(&article.sha256())? {
            return self.session(&path);
        }
        let proposed = propose::claims_by(&article, self.threshold, &self.weights);
        let claims = intake::attach(&proposed, &article, &taken.remarks);
        let session = Session::new(clock::session_id(), article, claims);
        self.close()?;
        let (keeper, path) = Keeper::create(&self.folder, &session, &self.who, self.tell())?;
        self.keeper = Some(keeper);
        Ok(Opened { session, name: name_of(&path), read_only: None, notices: taken.notices, drafts: Vec::new() })
    }

    /// Writes what is to be written and lets the session go.
    ///
    /// # Errors
    /// When the last save failed.
    pub(super) fn close(&mut self) -> Result<(), StoreError> {
        self.exporter.finish();
        self.keeper.take().map_or(Ok(()), Keeper::close)
    }

    /// Every saved session, for the home screen.
    pub(super) fn list(&self) -> Outcome {
        match self.folder.list() {
            Ok(listed) => Outcome::Listed(listed.into_iter().map(listing).collect()),
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }

    fn opened(&mut self, open: impl Fn(&mut Self, &Path) -> Result<Opened, OpenError>, path: &Path) -> Outcome {
        match open(self, path) {
            Ok(opened) => Outcome::Opened(Box::new(opened)),
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }

    fn tell(&self) -> store::Tell {
        let inbox = self.inbox.clone();
        // The shell may have ended already; then nobody needs to know.
        Box::new(move |report| drop(inbox.send(Event::Report(report))))
    }
}

/// Why a file could not be put on the desk.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The session file or its folder.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The article.
    #[error(transparent)]
    Import(#[from] import::ImportError),
}

/// What a report of the keeper means to the model.
pub(super) fn outcome(report: Report) -> Option<Outcome> {
    match report {
        Report::Saving => None,
        Report::Saved { generation } => Some(Outcome::Saved(generation)),
        Report::Failed { generation, reason, .. } => Some(Outcome::SaveFailed(generation, reason)),
        Report::Changed(change) => Some(Outcome::Merged {
            session: Box::new(change.session),
            generation: change.generation,
            line: change.line,
            notice: change.notices.join(" · "),
        }),
        Report::Notice(text) => Some(Outcome::Done(text)),
    }
}

/// The name of a session from its file's.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(".factdesk.json").map_or(name.clone(), str::to_owned)
}

fn listing(listed: store::Listed) -> Listing {
    let store::Listed { name, path, title, tally, last, trouble } = listed;
    Listing { name, path, title, tally, last, trouble }
}
