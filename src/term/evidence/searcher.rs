//! The evidence of the open session, read and searched on a thread of its own: no key waits for it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::catalogue::{self, Catalogue};
use super::changes::{FileChange, changes, seen};
use super::indexed::{EvidencePlace, IndexedFolder, shelved};
use super::indexer;
use super::kept::{in_memory, is_much, is_much_new, kept};
use super::{FoundFile as File, PORTION, read};
use crate::app::at_hand::{Gathered, Seek};
use crate::app::{Action, Outcome};
use crate::evidence::{EvidenceFolder, IndexError};
use crate::review::Evidence;
use crate::store::{self, EvidenceShelf};
use crate::term::clock;
use crate::term::event::Event;
use crate::text::parallel;

/// From one word about the progress to the next.
const PATIENCE: Duration = Duration::from_millis(150);
/// From one look at whether the files are as they were to the next.
const AGAIN: Duration = Duration::from_secs(2);

enum Job {
    Gather(Box<EvidencePlace>),
    /// Read anew if a file is not as it was.
    Look,
    Seek(Box<Seek>),
}

/// The thread that reads and searches; it ends when this is dropped.
pub(in crate::term) struct Searcher {
    jobs: Sender<Job>,
    over: Arc<AtomicBool>,
}

impl Drop for Searcher {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
    }
}

impl Searcher {
    /// Begins to read what lies at `place`; what comes of it goes to `inbox`. Without a thread to be had nothing comes.
    pub(in crate::term) fn begin(place: EvidencePlace, inbox: Sender<Event>) -> Self {
        let (jobs, orders) = mpsc::channel();
        let over = Arc::new(AtomicBool::new(false));
        let worker = Worker { inbox, over: Arc::clone(&over), shelf: None, bare: None };
        let _ = thread::Builder::new().name("evidence".to_owned()).spawn(move || worker.run(&orders));
        let made = Self { jobs, over };
        made.ask(Job::Gather(Box::new(place)));
        made
    }

    /// Reads what lies at `place` instead.
    pub(in crate::term) fn gather(&self, place: EvidencePlace) {
        self.ask(Job::Gather(Box::new(place)));
    }

    /// Reads everything anew if a file has changed, come or gone.
    pub(in crate::term) fn look(&self) {
        self.ask(Job::Look);
    }

    /// Looks for passages.
    pub(in crate::term) fn seek(&self, seek: Seek) {
        self.ask(Job::Seek(Box::new(seek)));
    }

    fn ask(&self, job: Job) {
        // Where the thread is gone nobody waits either.
        drop(self.jobs.send(job));
    }
}

struct Worker {
    inbox: Sender<Event>,
    over: Arc<AtomicBool>,
    shelf: Option<IndexedFolder>,
    /// Where there was nothing to read when it was last looked at.
    bare: Option<Box<EvidencePlace>>,
}

impl Worker {
    fn run(mut self, orders: &Receiver<Job>) {
        loop {
            // Where there is no evidence nothing is looked at again, and nothing wakes.
            let first = if self.shelf.is_some() {
                orders.recv_timeout(AGAIN)
            } else {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            let first = match first {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => Job::Look,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let (mut place, mut look, mut seek) = (None, false, None);
            // Of several questions the latest counts; whoever asked the others has gone on.
            for job in std::iter::once(first).chain(std::iter::from_fn(|| orders.try_recv().ok())) {
                match job {
                    Job::Gather(wanted) => place = Some(wanted),
                    Job::Look => look = true,
                    Job::Seek(wanted) => seek = Some(wanted),
                }
            }
            let since = match &self.shelf {
                Some(shelf) if look && place.is_none() => {
                    changes(&shelf.place.session, &shelf.place.listed, &shelf.seen)
                }
                _ => Vec::new(),
            };
            // What lies in the cache may be deleted at any time, and others add to it.
            let is_gone = |shelf: &IndexedFolder| shelf.kept.as_ref().is_some_and(|kept| !kept.is_there());
            if place.is_none() {
                let stale = self.shelf.take_if(|shelf| !since.is_empty() || is_gone(shelf));
                place = stale.map(|shelf| shelf.place).or_else(|| if look { self.bare.take() } else { None });
            }
            if let Some(place) = place {
                (self.shelf, self.bare) = (None, None);
                self.gather(place, &since);
            }
            if let Some(seek) = seek {
                self.seek(*seek);
            }
            if self.is_over() {
                return;
            }
        }
    }

    /// Looks for passages. A kept index that breaks the engine is made anew.
    fn seek(&mut self, seek: Seek) {
        let Some(shelf) = &self.shelf else { return };
        if let Ok(found) = panic::catch_unwind(AssertUnwindSafe(|| shelf.found(seek))) {
            return self.tell(Outcome::Found(Box::new(found)));
        }
        let Some(shelf) = self.shelf.take() else { return };
        let (place, cache) = (shelf.place, shelf.kept.is_some());
        if let Some(cache) = place.cache.as_deref().filter(|_| cache) {
            EvidenceShelf::forget(cache, &store::evidence_folder(&place.session), place.article.primary_language());
            return self.gather(place, &[]);
        }
        self.tell(Outcome::Refused("the search engine broke down over the evidence".to_owned()));
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    fn tell(&self, outcome: Outcome) {
        if !self.is_over() {
            // The shell may have ended already; then nobody needs to know.
            drop(self.inbox.send(Event::Action(Action::Came(outcome))));
        }
    }

    /// Reads and indexes what lies at `place`; `since`: what has become of its files since it was last read.
    fn gather(&mut self, place: Box<EvidencePlace>, since: &[FileChange]) {
        let Catalogue { files, said } = catalogue::of_session(&place.session, &place.listed);
        // Of a file that changed under the reader's hands nothing else is to be said.
        let told = |said: &String| since.iter().any(|change| said.ends_with(&change.name));
        let mut said: Vec<String> =
            since.iter().map(FileChange::says).chain(said.into_iter().filter(|said| !told(said))).collect();
        if files.is_empty() && said.is_empty() && place.article.annotations().is_empty() {
            self.bare = Some(place);
            return;
        }
        let seen = files.iter().map(|file| seen(file.path.clone())).collect();
        let mut read = match self.kept(&place, &files, &mut said) {
            Some(read) => read,
            None => match self.held(&place, &files) {
                Some(read) => read,
                None => return,
            },
        };
        said.append(&mut read.said);
        let mut entries = Vec::with_capacity(read.known.len());
        for (file, (sha256, bytes)) in read.known {
            let entry = catalogue::entry(&place.session, file, sha256, bytes);
            said.extend(catalogue::changed(&place.listed, &entry).filter(|said| !told(said)));
            entries.push((file.name.clone(), with_id(&place.listed, entry)));
        }
        let gathered = Gathered { read: files.len(), of: files.len(), done: true, files: entries, said };
        match read.folder {
            Ok(folder) => self.shelf = Some(shelved(place, seen, folder, read.kept)),
            Err(error) => return self.tell(Outcome::Refused(error.to_string())),
        }
        self.tell(Outcome::Gathered(Box::new(gathered)));
    }

    /// Tells how many files are read, now and then; false where nobody waits for it any more.
    fn progress(&self, told: &mut Option<Instant>, read: usize, of: usize) -> bool {
        if told.is_none_or(|told| told.elapsed() > PATIENCE) {
            *told = Some(clock::instant());
            self.tell(Outcome::Gathered(Box::new(Gathered { read, of, ..Gathered::default() })));
        }
        !self.is_over()
    }

    /// Much evidence as the cache keeps it; `None` where it is little, where nothing can be kept, or where nobody waits.
    fn kept<'f>(&self, place: &EvidencePlace, files: &'f [File], said: &mut Vec<String>) -> Option<ReadFiles<'f>> {
        let cache = place.cache.as_deref().filter(|_| is_much(files))?;
        let (mut told, at) = (None, store::evidence_folder(&place.session));
        let mut tell = |read: usize| self.progress(&mut told, read, files.len());
        let language = place.article.primary_language();
        // Whatever breaks the engine over a broken index costs that index alone.
        let made = panic::catch_unwind(AssertUnwindSafe(|| {
            if is_much_new(cache, (&at, language), files)? {
                indexer::elsewhere(cache, (&at, language), files, &mut tell);
            }
            kept(cache, (&at, language), files, &mut tell)
        }));
        let made = if let Ok(made) = made {
            made.map_err(|error| error.to_string())
        } else {
            EvidenceShelf::forget(cache, &at, language);
            Err("the search engine broke down over it".to_owned())
        };
        match made {
            Ok(made) => {
                let made = made?;
                let mut at = files.iter();
                let known = made.files.into_iter().filter_map(|(name, kept)| {
                    let file = at.find(|file| file.name == name)?;
                    Some((file, (kept.sha256, kept.bytes)))
                });
                let known = known.collect();
                Some(ReadFiles { folder: Ok(made.folder), kept: Some(made.shelf), known, said: made.said })
            }
            Err(why) => {
                said.push(in_memory(&why));
                None
            }
        }
    }

    /// The files as they are read now and held in memory; `None` where nobody waits for them any more.
    fn held<'f>(&self, place: &EvidencePlace, files: &'f [File]) -> Option<ReadFiles<'f>> {
        let (mut materials, mut said, mut known) = (Vec::new(), Vec::new(), Vec::new());
        let mut told: Option<Instant> = None;
        for (at, portion) in files.chunks(PORTION).enumerate() {
            if !self.progress(&mut told, at * PORTION, files.len()) {
                return None;
            }
            for (file, read) in portion.iter().zip(parallel::map_each(portion, read)) {
                materials.extend(read.materials.into_iter().map(Arc::new));
                said.extend(read.said);
                known.extend(read.known.map(|known| (file, known)));
            }
        }
        let folder = EvidenceFolder::new(materials, place.article.primary_language());
        Some(ReadFiles { folder, kept: None, known, said })
    }
}

/// What came of the files.
struct ReadFiles<'f> {
    folder: Result<EvidenceFolder, IndexError>,
    /// Where they are kept.
    kept: Option<EvidenceShelf>,
    /// Of each that could be read its SHA-256 and its size in bytes.
    known: Vec<(&'f File, (String, u64))>,
    /// What is to be said, a sentence each.
    said: Vec<String>,
}

/// The entry as the session lists it, where it does. A file that has changed since it was held back is held back.
fn with_id(listed: &[Evidence], mut entry: Evidence) -> Evidence {
    if let Some(held) = listed.iter().find(|held| held.sha256 == entry.sha256) {
        return held.clone();
    }
    entry.confidential |= listed.iter().any(|held| held.path == entry.path && held.confidential);
    entry
}
