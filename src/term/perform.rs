//! Does what the model asks for, with the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::back;
use super::browser;
use super::clock;
use super::copies;
use super::event::Event;
use super::evidence::{EvidencePlace, Searcher};
use super::export::{self, Exporter};
use super::listings::Listings;
use super::memory::{self, Rememberer};
use super::opened::Ready;
use super::opener::{Opener, Request, Ticket, name_of};
use super::paths;
use super::source::SourceFile;
use crate::app::at_hand::Seek;
use crate::app::settings::Settings;
use crate::app::{Effect, Homecoming, Model, Opened, Outcome};
use crate::export::back::ImportHand;
use crate::review::{Article, ClaimId, Session};
use crate::store::{self, Access, Folder, Keeper, Report, StoreError};

/// The session on the desk and the folder it lives in.
pub(super) struct Performer {
    opener: Opener,
    keeper: Option<Keeper>,
    exporter: Exporter,
    memory: Rememberer,
    /// The claim at which a session is opened that is opened for its sake.
    place: Option<ClaimId>,
    /// What is being opened.
    ticket: Option<Ticket>,
    /// How many openings there have been.
    openings: u64,
    /// Lists the saved sessions.
    listings: Listings,
    /// Reads and searches the evidence of the session that is open.
    searcher: Option<Searcher>,
    /// The article that it was read for.
    article: (String, usize),
    /// The file that the article came from.
    source: SourceFile,
}

impl Performer {
    pub(super) fn new(folder: Folder, who: store::Workplace, settings: &Settings, inbox: Sender<Event>) -> Self {
        let exporter = Exporter::new(inbox.clone());
        let listings = Listings::new(folder.clone(), inbox.clone());
        let memory = Rememberer::new(folder.clone(), inbox.clone());
        let (threshold, weights) = (settings.threshold, Arc::clone(&settings.weights));
        let source = SourceFile::new(inbox.clone());
        let opener = Opener { folder, who, inbox, threshold, weights, piped: Arc::default() };
        let article = (String::new(), 0);
        Self {
            opener,
            keeper: None,
            exporter,
            memory,
            place: None,
            ticket: None,
            openings: 0,
            listings,
            searcher: None,
            article,
            source,
        }
    }

    /// The session that is open.
    pub(super) const fn keeper(&self) -> Option<&Keeper> {
        self.keeper.as_ref()
    }

    /// Does `effect`; what came of it, if it is known at once. `Copy`, `Exit`, `Redraw` and `Suspend` are the shell's own.
    pub(super) fn perform(&mut self, effect: Effect, model: &Model) -> Option<Outcome> {
        match effect {
            Effect::Save(generation) => {
                model.desk().inspect(|desk| self.source.follow(&desk.session));
                let both = self.keeper.as_ref().zip(model.desk());
                both.inspect(|(keeper, desk)| keeper.save(&desk.session, generation)).and(None)
            }
            Effect::Adopt(line) => self.keeper.as_ref().inspect(|keeper| keeper.adopt(line)).and(None),
            Effect::Look => {
                self.look(model);
                None
            }
            Effect::Unlock => self.unlock(),
            Effect::List => Some(self.list()),
            Effect::OpenSession(path) => self.open(Request::Session(path)),
            Effect::OpenMarked(path) => self.open(Request::Marked(path)),
            Effect::OpenAt(path, claim) => self.open_at(path, claim),
            Effect::OpenAnew(path) => self.open(Request::Anew(path)),
            Effect::ReadDraft(path, anyway) => {
                self.opener.read_draft(paths::at_home(&path), anyway);
                None
            }
            Effect::ReadBack(from, writer) => self.read_back(from, writer, model),
            Effect::SearchAll(words) => {
                memory::search(words, self.opener.folder.clone(), self.opener.inbox.clone());
                None
            }
            Effect::Complete(typed) => {
                paths::complete(typed, self.opener.inbox.clone());
                None
            }
            Effect::Recall(recall) => {
                self.memory.ask(recall);
                None
            }
            Effect::WrittenDown(session) => {
                self.memory.gather(session);
                None
            }
            Effect::OpenFile(path) => self.open(Request::File(paths::at_home(&path))),
            Effect::Abandon => self.ticket.take().and(None),
            Effect::Close => self.leave(),
            Effect::Rename(path, name) => Some(self.renamed(&path, &name)),
            Effect::BlindCopy(_) | Effect::SaveCopy(_) => self.copied(effect, model),
            Effect::Trash(path) => Some(self.trashed(&path)),
            Effect::Gather(path, copies) => Some(self.gather(&path, &copies)),
            Effect::OpenLink(link) => Some(shown(&link)),
            Effect::ShowFile(path) => Some(self.shown(&path)),
            Effect::Seek(seek) => {
                self.seek(*seek, model);
                None
            }
            Effect::Preview(_) | Effect::Write(_) | Effect::Propose(_) => self.export(effect, model),
            Effect::Advise(article) => {
                super::advice::find(*article, self.opener.inbox.clone());
                None
            }
            Effect::Copy(_) | Effect::Suspend | Effect::Redraw | Effect::Exit => None,
        }
    }

    /// Looks what others have done meanwhile: to what is open, else in the folder.
    fn look(&mut self, model: &Model) {
        self.searcher.as_ref().inspect(|searcher| searcher.look());
        self.keeper.as_ref().inspect(|keeper| keeper.look());
        model.desk().inspect(|desk| self.source.look(&desk.session));
        if self.keeper.is_none() && self.ticket.is_none() {
            self.listings.look_through();
        }
    }

    /// Reads what others have written in a file, for the session on the desk.
    fn read_back(&self, from: Homecoming, writer: Option<String>, model: &Model) -> Option<Outcome> {
        let hand = ImportHand { by: model.settings.reviewer.clone(), at: clock::now(), writer };
        let inbox = self.opener.inbox.clone();
        let from = match from {
            Homecoming::File(path) => Homecoming::File(paths::at_home(&path)),
            pasted @ Homecoming::Pasted(_) => pasted,
        };
        model.desk().map(|desk| back::read(from, desk.session.clone(), hand, inbox)).and(None)
    }

    fn copied(&self, effect: Effect, model: &Model) -> Option<Outcome> {
        copies::made(effect, model, self.keeper.as_ref().map(Keeper::path))
    }

    /// Takes copies of a session in.
    fn gather(&self, path: &Path, copies: &[PathBuf]) -> Outcome {
        match self.opener.folder.gather(path, copies, &self.opener.who) {
            Ok(combined) => Outcome::Done(told(&combined)),
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }

    /// Begins to open the session at `path`, at a claim.
    fn open_at(&mut self, path: PathBuf, claim: ClaimId) -> Option<Outcome> {
        let refused = self.open(Request::Session(path));
        self.place = Some(claim);
        refused
    }

    /// Begins to open something; what is open is let go first.
    pub(super) fn open(&mut self, request: Request) -> Option<Outcome> {
        if let Err(error) = self.close() {
            return Some(Outcome::Refused(error.to_string()));
        }
        self.openings += 1;
        self.place = None;
        self.ticket = Some(self.opener.begin(request, self.openings));
        None
    }

    /// True while something is opened.
    pub(super) const fn is_opening(&self) -> bool {
        self.ticket.is_some()
    }

    /// True when what is reported is about what is being opened now, and not about an opening that was stopped.
    pub(super) fn awaits(&self, number: u64) -> bool {
        self.ticket.as_ref().is_some_and(|ticket| ticket.is(number))
    }

    /// Takes what was opened.
    pub(super) fn take(&mut self, (keeper, mut opened): Ready) -> Opened {
        if let Some(claim) = self.place.take() {
            opened.session.place.claim = Some(claim);
        }
        self.ticket = None;
        self.keeper = Some(keeper);
        let place = self.place(&opened.session);
        self.searcher = place.map(|place| Searcher::begin(place, self.opener.inbox.clone()));
        self.article = identity(&opened.session.article);
        self.source.follow(&opened.session);
        opened
    }

    /// Opens a file of evidence in its own program.
    fn shown(&self, path: &str) -> Outcome {
        let home = self.keeper.as_ref().and_then(|keeper| keeper.path().parent()).unwrap_or(Path::new(""));
        // A whole path begins with no dash, which the program might take for an option.
        let whole = match home.join(path).canonicalize() {
            Ok(whole) => whole,
            Err(error) => return Outcome::Refused(format!("it can't be opened: {error}: {path}")),
        };
        match browser::open(&whole) {
            Ok(()) => Outcome::Done(format!("opened {path}")),
            Err(error) => Outcome::Refused(format!("no program could be started: {error}: {path}")),
        }
    }

    /// Where the evidence of the open session lies.
    fn place(&self, session: &Session) -> Option<EvidencePlace> {
        let path = self.keeper.as_ref()?.path().to_owned();
        Some(EvidencePlace {
            session: path,
            listed: Arc::clone(&session.evidence),
            article: session.article.clone(),
            cache: self.opener.folder.cache().map(Path::to_owned),
        })
    }

    /// Looks for passages; after another article has come onto the desk all is read anew.
    fn seek(&mut self, seek: Seek, model: &Model) {
        let (Some(searcher), Some(desk)) = (&self.searcher, model.desk()) else { return };
        let now = identity(&desk.session.article);
        if now != self.article
            && let Some(place) = self.place(&desk.session)
        {
            searcher.gather(place);
            self.article = now;
        }
        searcher.seek(seek);
    }

    /// Nothing is being opened any more.
    pub(super) fn give_up(&mut self) {
        self.ticket = None;
    }

    /// The saved sessions once one of them was moved, or why it could not be.
    fn relisted(&mut self, moved: Result<PathBuf, StoreError>) -> Outcome {
        moved.map_or_else(|error| Outcome::Refused(error.to_string()), |_| self.list())
    }

    fn renamed(&mut self, path: &Path, name: &str) -> Outcome {
        let moved = self.opener.folder.rename(path, name, &self.opener.who);
        self.relisted(moved)
    }

    fn trashed(&mut self, path: &Path) -> Outcome {
        let moved = self.opener.folder.trash(path, &self.opener.who);
        self.relisted(moved)
    }

    /// Does what the export picker asks for.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all else is done by its caller")]
    fn export(&mut self, effect: Effect, model: &Model) -> Option<Outcome> {
        match effect {
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
            _ => None,
        }
    }

    /// Opens the session on the desk anew, for writing.
    fn unlock(&mut self) -> Option<Outcome> {
        let path = self.keeper.as_ref()?.path().to_owned();
        Some(match Keeper::open(&path, &self.opener.who, self.opener.tell()) {
            Err(error) => Outcome::Refused(error.to_string()),
            Ok((_, store::OpenedFile { access: Access::ReadOnly(reason), .. })) => {
                Outcome::Refused(format!("still read-only: {reason}"))
            }
            Ok((keeper, store::OpenedFile { session, notices, drafts, .. })) => {
                self.keeper = Some(keeper);
                let name = name_of(&path);
                Outcome::Unlocked(Box::new(Opened { session, name, read_only: None, notices, drafts, policy: None }))
            }
        })
    }

    /// Writes what is to be written and lets the session go.
    ///
    /// # Errors
    /// When the last save failed.
    pub(super) fn close(&mut self) -> Result<(), StoreError> {
        self.exporter.finish();
        self.searcher = None;
        self.source.let_go();
        self.keeper.take().map_or(Ok(()), Keeper::close)
    }

    /// Closes the session; of one that lies elsewhere than those that are listed next it is said where.
    fn leave(&mut self) -> Option<Outcome> {
        let path = self.keeper.as_ref().map(|keeper| keeper.path().to_owned());
        if let Err(error) = self.close() {
            return Some(Outcome::Refused(error.to_string()));
        }
        let path = path?;
        let real = |path: &Path| path.canonicalize().ok();
        let listed = path.parent().and_then(real) == real(self.opener.folder.path());
        (!listed).then(|| Outcome::Done(format!("not among these, kept where it lies: {}", path.display())))
    }

    /// Every saved session, for the home screen, as it was when last looked at.
    pub(super) fn list(&mut self) -> Outcome {
        self.listings.list()
    }

    /// Takes in that everything so far is on the screen: what can wait for that begins.
    pub(super) fn drawn(&mut self) {
        self.listings.drawn();
    }

    /// True when the listing of this number is the last that was asked for, and nothing was opened since.
    pub(super) const fn awaits_list(&self, number: u64) -> bool {
        self.listings.awaits(number) && self.keeper.is_none() && self.ticket.is_none()
    }
}

/// A link in the reviewer's browser, or why it is not there.
fn shown(link: &str) -> Outcome {
    match browser::open(link) {
        Ok(()) => Outcome::Done(format!("opened {link}")),
        Err(error) => Outcome::Refused(format!("no browser could be started: {error}: {link}")),
    }
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

/// Tells one article from another; its checksum is reckoned once.
fn identity(article: &Article) -> (String, usize) {
    (article.sha256(), article.annotations().len())
}

/// What came in with copies that were taken in.
fn told(combined: &store::Combined) -> String {
    let mut told = combined.told();
    told.push("the copies are in the trash".to_owned());
    told.join(" · ")
}
