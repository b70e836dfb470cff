//! Opens sessions and articles on a thread of its own, so that the screen is there before all of a long file is.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use super::event::Event;
use super::listings::listing;
use super::opened::{OpenError, Ready};
use super::{clock, import};
use crate::app::opening::Opening;
use crate::app::{Opened, Outcome};
use crate::intake::{self, Taken};
use crate::propose::{self, Stage, Weights};
use crate::review::{Article, Fates, Session};
use crate::store::{self, Access, Folder, Keeper, ReadingStage};
use crate::text::parallel;

/// What is done sooner needs no progress shown.
pub(super) const PATIENCE: Duration = Duration::from_millis(250);

/// The article of a shorter session is not worth a frame of its own, for the rest is there at once. In bytes.
const SHORT: usize = 200_000;

/// Unless, on a busy machine, the rest takes longer than this.
const AT_ONCE: Duration = Duration::from_millis(15);

/// What is to be opened.
#[derive(Debug)]
pub(super) enum Request {
    /// The session at this path.
    Session(PathBuf),
    /// The session at this path, once the two sides that git's conflict marks part in it are one.
    Marked(PathBuf),
    /// The file at this path: a session, or an article, whose session is resumed when there is one of the same text.
    File(PathBuf),
    /// The article at this path, in a new session.
    Anew(PathBuf),
    /// An article that was read already; a new session even when one exists when true.
    Article(Box<Taken>, bool),
}

/// Everything that opening needs.
#[derive(Clone, Debug)]
pub(super) struct Opener {
    pub(super) folder: Folder,
    pub(super) who: store::Workplace,
    pub(super) inbox: Sender<Event>,
    pub(super) threshold: f64,
    pub(super) weights: Arc<Weights>,
    /// The article that came on stdin, which can't be read again.
    pub(super) piped: Arc<OnceLock<Taken>>,
}

/// An opening under way. Dropped, it is stopped as soon as it can be.
#[derive(Debug)]
pub(super) struct Ticket {
    number: u64,
    stopped: Arc<AtomicBool>,
}

impl Ticket {
    /// True when what is reported belongs to this opening.
    pub(super) const fn is(&self, number: u64) -> bool {
        self.number == number
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
    }
}

impl Opener {
    /// Begins to open what is asked for. It reports as the opening with this `number`, in the end with [`Event::Ready`].
    pub(super) fn begin(&self, request: Request, number: u64) -> Ticket {
        let stopped = Arc::new(AtomicBool::new(false));
        let errand = OpenRequest {
            opener: self.clone(),
            number,
            stopped: Arc::clone(&stopped),
            since: clock::instant(),
            told: None,
            held: None,
        };
        thread::spawn(move || errand.run(request));
        Ticket { number, stopped }
    }

    /// Reads the article that may be the next draft, on a thread of its own.
    pub(super) fn read_draft(&self, path: PathBuf, anyway: bool) {
        let (inbox, opener) = (self.inbox.clone(), self.clone());
        thread::spawn(move || {
            let outcome = match opener.taken(&path) {
                Ok(taken) => Outcome::Draft(Box::new(taken.article), anyway),
                Err(error) => Outcome::Refused(error.to_string()),
            };
            let _ = inbox.send(Event::Action(crate::app::Action::Came(outcome)));
        });
    }

    /// The article at `path`, or the one that came on stdin; the keyboard is never read for one.
    fn taken(&self, path: &Path) -> Result<Taken, import::ImportError> {
        if !is_pipe(path) {
            return import::article(path, None);
        }
        let piped = self.piped.get().cloned();
        piped.ok_or_else(|| import::ImportError::NotAFile("-".to_owned(), "the input of a pipe"))
    }

    /// Where the keeper's reports go.
    pub(super) fn tell(&self) -> store::Tell {
        let inbox = self.inbox.clone();
        // The shell may have ended already; then nobody needs to know.
        Box::new(move |report| drop(inbox.send(Event::Report(report))))
    }
}

/// One opening, on its thread.
struct OpenRequest {
    opener: Opener,
    number: u64,
    stopped: Arc<AtomicBool>,
    since: Instant,
    /// What was last told.
    told: Option<Opening>,
    /// A short article, and since when it is there.
    held: Option<(Article, Instant)>,
}

/// An opened session, with a notice where the article that was asked for, `is_it`, is another of its drafts than the one that stands.
fn telling_draft((keeper, mut opened): Ready, path: &Path, is_it: impl Fn(&Article) -> bool) -> Ready {
    let texts = opened.session.texts();
    let earlier = texts.past.iter().filter_map(|past| past.article.as_ref()).find(|article| is_it(article));
    if let Some(earlier) = earlier.filter(|_| !is_it(texts.now)) {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let (n, now) = (earlier.draft, texts.now.draft);
        opened.notices.push(format!("{file} is draft {n} of this article; draft {now} stands here"));
    }
    (keeper, opened)
}

impl OpenRequest {
    fn run(mut self, request: Request) {
        let ready = match request {
            Request::Session(path) => self.session(&path),
            Request::Marked(path) => self.marked(&path),
            Request::File(path) => self.file(&path),
            Request::Anew(path) => {
                self.opener.taken(&path).map_err(OpenError::from).and_then(|taken| self.article(taken, true))
            }
            Request::Article(taken, false) if is_pipe(Path::new(&taken.article.provenance.source)) => {
                self.meant(Path::new("-"), *taken)
            }
            Request::Article(taken, afresh) => self.article(*taken, afresh),
        };
        // The shell may have ended already; then the session is let go.
        let _ = self.opener.inbox.send(Event::Ready(self.number, ready.map(Box::new)));
    }

    fn session(&mut self, path: &Path) -> Result<Ready, OpenError> {
        let name = name_of(path);
        let (who, tell) = (self.opener.who.clone(), self.opener.tell());
        let (keeper, opened) = Keeper::open_telling(path, &who, tell, &mut |reading| match reading {
            ReadingStage::Article(article) => self.ahead(article),
            ReadingStage::Share(percent) => {
                if let Some((article, _)) = self.held.take_if(|(_, since)| clock::instant() >= *since + AT_ONCE) {
                    self.send(Outcome::Ahead(Box::new(article)));
                }
                self.tell(&name, "reading", Some(percent));
            }
        })?;
        let read_only = match opened.access {
            Access::ReadWrite => None,
            Access::ReadOnly(reason) => Some(reason),
        };
        let name = name_of(keeper.path());
        let store::OpenedFile { session, mut notices, drafts, .. } = opened;
        // A session under a broken policy opens all the same; what is wrong is said.
        let policy = store::policy(keeper.path()).unwrap_or_else(|error| {
            notices.push(error.to_string());
            None
        });
        let opened = Opened { session, name, read_only, notices, drafts, policy };
        Ok((keeper, opened))
    }

    fn marked(&mut self, path: &Path) -> Result<Ready, OpenError> {
        let combined = store::from_marks(path, &self.opener.who)?;
        let (keeper, mut opened) = self.session(path)?;
        opened.notices.extend(combined.told());
        Ok((keeper, opened))
    }

    fn file(&mut self, path: &Path) -> Result<Ready, OpenError> {
        if store::is_session(path) {
            return self.session(path);
        }
        // The same bytes need not be read as an article again, unless it is a chapter that is asked for.
        let whole = intake::chapter(&path.to_string_lossy()).is_none();
        let checksum = import::checksum(path)?;
        if whole && let Some(found) = self.opener.folder.with_file(&checksum)? {
            let ready = self.session(&found)?;
            let is_it = |article: &Article| article.provenance.file_sha256.as_ref() == Some(&checksum);
            return Ok(telling_draft(ready, path, is_it));
        }
        let content = import::file(path)?;
        self.tell(&name_of(path), "reading", None);
        let read = || import::handed_in(&content, &path.display().to_string(), None);
        let taken = parallel::beside(propose::prepare, read)?;
        drop(content);
        self.meant(path, taken)
    }

    /// Opens the article, or tells which sessions it may be the next draft of.
    fn meant(&mut self, path: &Path, taken: Taken) -> Result<Ready, OpenError> {
        if self.opener.folder.with_text(&taken.article.sha256())?.is_none() {
            let Article { provenance, title, .. } = &taken.article;
            let meant = self.opener.folder.of_article(&provenance.source, title, taken.article.text())?;
            if !meant.is_empty() {
                if is_pipe(path) {
                    let _ = self.opener.piped.set(taken);
                }
                return Err(OpenError::Meant(path.to_owned(), meant.into_iter().map(listing).collect()));
            }
        }
        self.article(taken, false)
    }

    fn article(&mut self, taken: Taken, afresh: bool) -> Result<Ready, OpenError> {
        let (article, mut notices) = (taken.article, taken.notices);
        notices.extend(article.brought());
        if !afresh && let Some(path) = self.opener.folder.with_text(&article.sha256())? {
            let (keeper, mut opened) = self.session(&path)?;
            let news = opened.session.new_notes(&article);
            if opened.session.article.text() == article.text() && news != [0, 0] {
                opened.notices.push(format!("the file has {}; bring it in as the next draft", told_news(news)));
            }
            return Ok((keeper, opened));
        }
        let name = article.title.clone();
        let (threshold, weights) = (self.opener.threshold, Arc::clone(&self.opener.weights));
        let proposed = propose::claims_telling(&article, threshold, &weights, &mut |stage| {
            self.tell(&name, words(stage), None);
            !self.is_stopped()
        });
        let proposed = proposed.ok_or(OpenError::Stopped)?;
        let session = Session::new(clock::session_id(), article, proposed);
        if self.is_stopped() {
            return Err(OpenError::Stopped);
        }
        let Opener { folder, who, .. } = &self.opener;
        let (keeper, path) = Keeper::create(folder, &session, who, self.opener.tell())?;
        let name = name_of(&path);
        Ok((keeper, Opened { session, name, read_only: None, notices, drafts: Vec::new(), policy: None }))
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Hands over an article that can be shown while its claims are still read, or holds it until they are late.
    fn ahead(&mut self, article: &Article) {
        if article.text().len() > SHORT {
            self.send(Outcome::Ahead(Box::new(article.clone())));
        } else {
            self.held = Some((article.clone(), clock::instant()));
        }
    }

    /// Tells how far it is, once it takes longer than a glance, and only what is news.
    fn tell(&mut self, name: &str, doing: &'static str, percent: Option<u8>) {
        if clock::instant().duration_since(self.since) < PATIENCE {
            return;
        }
        let opening = Opening { name: name.to_owned(), doing, percent };
        if self.told.as_ref() != Some(&opening) {
            self.send(Outcome::Opening(opening.clone()));
            self.told = Some(opening);
        }
    }

    fn send(&self, outcome: Outcome) {
        let _ = self.opener.inbox.send(Event::Told(self.number, Box::new(outcome)));
    }
}

/// True for what stands for an article on stdin.
fn is_pipe(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What the writer said about words that are the same, in words: `2 notes new`.
fn told_news([notes, tracked]: [usize; 2]) -> String {
    let fates = Fates { notes, tracked, ..Fates::default() };
    fates.to_string()
}

/// What is being done, in a word before the name.
const fn words(stage: Stage) -> &'static str {
    match stage {
        Stage::Sentences => "cutting the sentences of",
        Stage::Weighing => "finding what is worth checking in",
    }
}

/// The name of a session from its file's, or of a file.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(".factdesk.json").map_or(name.clone(), str::to_owned)
}
