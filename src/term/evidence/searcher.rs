//! The evidence of the open session, read and searched on a thread of its own: no key waits for it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::catalogue::{self, Catalogue};
use super::{FoundFile as File, read};
use crate::app::at_hand::{CitedSource, Found, Gathered, HeldQuote, Seek};
use crate::app::{Action, Outcome};
use crate::evidence::{self, AskedQuote, Citation, EvidenceFolder, Inquiry, Material, QuotedPart, Statements};
use crate::propose;
use crate::review::{Article, Evidence};
use crate::term::clock;
use crate::term::event::Event;
use crate::text::{Span, parallel};

/// Passages that are shown for a claim.
const SHOWN: usize = 30;
/// Files that are read before it is looked whether anybody still waits for them.
const PORTION: usize = 16;
/// From one word about the progress to the next.
const PATIENCE: Duration = Duration::from_millis(150);
/// From one look at whether the files are as they were to the next.
const AGAIN: Duration = Duration::from_secs(2);
/// Bytes of text that quotes are held against: the files with the best passages, then recordings.
const HEARD: usize = 4 << 20;

/// What is to be read.
pub(in crate::term) struct EvidencePlace {
    /// The session's file.
    pub(in crate::term) session: PathBuf,
    /// The evidence that it lists.
    pub(in crate::term) listed: Arc<Vec<Evidence>>,
    /// Its article.
    pub(in crate::term) article: Article,
}

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
        let worker = Worker { inbox, over: Arc::clone(&over), shelf: None };
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

/// Everything that was read.
struct IndexedFolder {
    place: Box<EvidencePlace>,
    /// The files with size and time of each, to see what has changed.
    seen: Vec<FileStamp>,
    folder: EvidenceFolder,
    stated: Statements,
    /// What each of the writer's notes names.
    notes: Vec<Vec<Citation>>,
    /// The article's quotes.
    quotes: Vec<Span>,
}

type FileStamp = (PathBuf, u64, Option<std::time::SystemTime>);

struct Worker {
    inbox: Sender<Event>,
    over: Arc<AtomicBool>,
    shelf: Option<IndexedFolder>,
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
            let mut since = Vec::new();
            if let Some(shelf) = self.shelf.take_if(|shelf| {
                since = if look && place.is_none() { changes(shelf) } else { Vec::new() };
                !since.is_empty()
            }) {
                place = Some(shelf.place);
            }
            if let Some(place) = place {
                self.shelf = None;
                self.gather(place, since);
            }
            if let (Some(seek), Some(shelf)) = (seek, &self.shelf) {
                let found = shelf.found(*seek);
                self.tell(Outcome::Found(Box::new(found)));
            }
            if self.is_over() {
                return;
            }
        }
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

    /// Reads and indexes what lies at `place`; `since`: what has become of its files since it was last read, a sentence each.
    fn gather(&mut self, place: Box<EvidencePlace>, since: Vec<String>) {
        let Catalogue { files, said } = catalogue::of_session(&place.session, &place.listed);
        let mut said: Vec<String> = since.into_iter().chain(said).collect();
        if files.is_empty() && said.is_empty() && place.article.annotations().is_empty() {
            return;
        }
        let seen = files.iter().map(|file| seen(file.path.clone())).collect();
        let (mut materials, mut kept): (Vec<Arc<Material>>, Vec<(String, Evidence)>) = (Vec::new(), Vec::new());
        let mut told: Option<Instant> = None;
        for (at, portion) in files.chunks(PORTION).enumerate() {
            if self.is_over() {
                return;
            }
            if told.is_none_or(|told| told.elapsed() > PATIENCE) {
                told = Some(clock::instant());
                let gathered = Gathered { read: at * PORTION, of: files.len(), ..Gathered::default() };
                self.tell(Outcome::Gathered(Box::new(gathered)));
            }
            for (file, read) in portion.iter().zip(parallel::map_each(portion, read)) {
                materials.extend(read.materials.into_iter().map(Arc::new));
                said.extend(read.said);
                if let Some((sha256, bytes)) = read.known {
                    let entry = catalogue::entry(&place.session, file, sha256, bytes);
                    said.extend(catalogue::changed(&place.listed, &entry));
                    kept.push((file.name.clone(), with_id(&place.listed, entry)));
                }
            }
        }
        let gathered = Gathered { read: files.len(), of: files.len(), done: true, files: kept, said };
        match shelved(place, seen, materials) {
            Ok(shelf) => self.shelf = Some(shelf),
            Err(error) => return self.tell(Outcome::Refused(error.to_string())),
        }
        self.tell(Outcome::Gathered(Box::new(gathered)));
    }
}

/// The entry as the session lists it, where it does.
fn with_id(listed: &[Evidence], entry: Evidence) -> Evidence {
    listed.iter().find(|held| held.sha256 == entry.sha256).cloned().unwrap_or(entry)
}

fn seen(path: PathBuf) -> FileStamp {
    let about = std::fs::metadata(&path).ok();
    let (size, time) = about.map_or((0, None), |about| (about.len(), about.modified().ok()));
    (path, size, time)
}

/// What has become of the files of the shelf since they were read: which of them changed, came or went, a sentence each.
fn changes(shelf: &IndexedFolder) -> Vec<String> {
    let Catalogue { files, .. } = catalogue::of_session(&shelf.place.session, &shelf.place.listed);
    let now: HashMap<PathBuf, FileStamp> =
        files.iter().map(|File { path, .. }| (path.clone(), seen(path.clone()))).collect();
    let known: HashSet<&PathBuf> = shelf.seen.iter().map(|(path, ..)| path).collect();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let told = |stamp: &FileStamp| match now.get(&stamp.0) {
        None => Some(format!("{} is not there any more", name(&stamp.0))),
        Some(now) => (now != stamp).then(|| format!("{} has changed and was read anew", name(&stamp.0))),
    };
    let new = files.iter().filter(|file| !known.contains(&file.path));
    let new = new.map(|file| format!("{} has come", name(&file.path)));
    shelf.seen.iter().filter_map(told).chain(new).collect()
}

fn shelved(
    place: Box<EvidencePlace>,
    seen: Vec<FileStamp>,
    materials: Vec<Arc<Material>>,
) -> Result<IndexedFolder, evidence::IndexError> {
    let language = place.article.language.split('-').next().unwrap_or_default().to_owned();
    let folder = EvidenceFolder::new(materials, &language)?;
    let stated = evidence::statements(&place.article);
    let texts: Vec<&str> = stated.notes.iter().map(|note| note.text.as_str()).collect();
    let notes = evidence::citations(&texts, folder.materials(), &language);
    let quotes = propose::quotes(&place.article).into_iter().map(|quote| quote.words).collect();
    Ok(IndexedFolder { place, seen, folder, stated, notes, quotes })
}

impl IndexedFolder {
    /// What there is for `seek`.
    fn found(&self, seek: Seek) -> Found {
        let about = if seek.claim.is_some() { self.stated.about(seek.span) } else { Vec::new() };
        let cited: Vec<CitedSource> = about.iter().flat_map(|note| self.cited(*note)).collect();
        let leans = seek.claim.as_ref().and_then(|_| self.stated.leaning(seek.span));
        let borrowed = leans.filter(|_| cited.is_empty()).map(|held| evidence::borrowed(&held.notes, &self.notes));
        let borrowed = borrowed.unwrap_or_default();
        let article = &self.place.article;
        let parts = self
            .quotes
            .iter()
            .filter_map(|quote| Some(QuotedPart { span: within(*quote, seek.span)?, whole: article.words(*quote) }));
        let parts: Vec<QuotedPart<'_>> = parts.collect();
        let quotes: Vec<Span> = parts.iter().map(|part| part.span).collect();
        let asked = Inquiry {
            words: &seek.words,
            before: leans.map_or("", |held| held.words.as_str()),
            quotes: parts,
            notes: cited.iter().map(|cited| &cited.citation).chain(&borrowed).collect(),
        };
        let (excerpts, trouble) = match self.folder.excerpts(&asked, SHOWN) {
            // What only lies at a place that a note names says nothing by itself.
            Ok(mut excerpts) => {
                excerpts.retain(|excerpt| excerpt.covered > 0.0);
                (excerpts, None)
            }
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let quotes = self.held(&seek, &quotes, excerpts.iter().map(|excerpt| &excerpt.material));
        Found { seek, excerpts, cited, quotes, trouble }
    }

    fn cited(&self, note: usize) -> Vec<CitedSource> {
        let annotation = self.stated.notes.get(note).map(|noted| noted.id.clone()).unwrap_or_default();
        let told = |citation: &Citation| {
            let file = citation.file.and_then(|file| self.folder.materials().get(file));
            CitedSource {
                annotation: annotation.clone(),
                citation: citation.clone(),
                file: file.map(|material| material.name.clone()),
            }
        };
        self.notes.get(note).map(|citations| citations.iter().map(told).collect()).unwrap_or_default()
    }

    /// Each quote against the files with the best passages, and against recordings.
    fn held<'a>(
        &'a self,
        seek: &Seek,
        quotes: &[Span],
        best: impl Iterator<Item = &'a Arc<Material>>,
    ) -> Vec<HeldQuote> {
        let by = Some(seek.speaker.as_str()).filter(|name| !name.is_empty());
        let words: Vec<AskedQuote<'_>> =
            quotes.iter().map(|quote| AskedQuote { words: quote.of(&seek.words), by }).collect();
        if words.is_empty() || self.folder.materials().is_empty() {
            return Vec::new();
        }
        let spoken = self.folder.materials().iter().filter(|material| material.is_recording());
        let mut heard: Vec<Arc<Material>> = Vec::new();
        let (mut bytes, mut passed): (usize, Vec<&Arc<Material>>) = (0, Vec::new());
        for material in best.chain(spoken) {
            let known = |held: &&Arc<Material>| Arc::ptr_eq(held, material);
            if heard.iter().any(|held| known(&held)) || passed.iter().any(known) {
                continue;
            }
            // A shorter one behind a long one may still have room.
            if bytes + material.text.len() > HEARD {
                passed.push(material);
                continue;
            }
            bytes += material.text.len();
            heard.push(Arc::clone(material));
        }
        let left_out = passed.len();
        let checked = evidence::check(&words, &self.place.article.language, &heard);
        let held = words.iter().zip(checked).map(|(quote, checked)| {
            let material = checked.said.and_then(|said| heard.get(said.material)).map(Arc::clone);
            HeldQuote { quote: quote.words.to_owned(), checked, material, left_out }
        });
        held.collect()
    }
}

/// What of a quote lies in a claim, in bytes of the claim.
fn within(quote: Span, claim: Span) -> Option<Span> {
    let (start, end) = (quote.start.max(claim.start), quote.end.min(claim.end));
    (start < end).then(|| Span::new(start - claim.start, end - claim.start))
}
