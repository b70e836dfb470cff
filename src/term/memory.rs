//! Looks for earlier claims like the selected one, and gathers what earlier sessions wrote down, on a thread of its own that keeps the memory from one question to the next.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::event::Event;
use crate::app::listing::FoundPlace;
use crate::app::memory::{Earlier, Recall};
use crate::app::offered::{PastSource, PastWords};
use crate::app::{Action, Outcome};
use crate::review::{ClaimId, Source};
use crate::store::{Folder, PastChecks, SearchResult, SimilarClaim, WrittenDown};

/// What the memory is asked.
enum MemoryQuestion {
    /// What was found out about a claim.
    Recall(Arc<Recall>),
    /// What sessions other than the one called so wrote down.
    WrittenDown(String),
}

/// The memory of the saved sessions. Its thread begins with the first question and ends with it.
#[derive(Debug)]
pub(super) struct Rememberer {
    folder: Folder,
    inbox: Sender<Event>,
    asks: Option<Sender<MemoryQuestion>>,
}

impl Rememberer {
    pub(super) const fn new(folder: Folder, inbox: Sender<Event>) -> Self {
        Self { folder, inbox, asks: None }
    }

    /// Asks about a claim; the answer comes as an event, but for a question that another has overtaken.
    pub(super) fn ask(&mut self, recall: Arc<Recall>) {
        self.put(MemoryQuestion::Recall(recall));
    }

    /// Asks what sessions but the one called `session` wrote down.
    pub(super) fn gather(&mut self, session: String) {
        self.put(MemoryQuestion::WrittenDown(session));
    }

    fn put(&mut self, question: MemoryQuestion) {
        let (folder, inbox) = (&self.folder, &self.inbox);
        let asks = self.asks.get_or_insert_with(|| {
            let (asks, questions) = mpsc::channel();
            let (folder, inbox) = (folder.clone(), inbox.clone());
            thread::spawn(move || answer(&folder, &questions, &inbox));
            asks
        });
        // A thread that could not read the folder answers nothing: there is nothing to remember.
        let _ = asks.send(question);
    }
}

/// Answers questions until nobody asks any more.
fn answer(folder: &Folder, questions: &Receiver<MemoryQuestion>, inbox: &Sender<Event>) {
    let Ok(mut memory) = PastChecks::of(folder.clone()) else { return };
    while let Ok(first) = questions.recv() {
        // What is asked about a claim is overtaken by the next claim.
        let (mut recall, mut gather) = (None, None);
        for question in std::iter::once(first).chain(questions.try_iter()) {
            match question {
                MemoryQuestion::Recall(about) => recall = Some(about),
                MemoryQuestion::WrittenDown(session) => gather = Some(session),
            }
        }
        let recalled = recall.map(|recall| {
            let texts: Vec<&str> = recall.texts.iter().map(String::as_str).collect();
            let found = memory.alike(&texts, &recall.session);
            let recall = Box::new(Arc::unwrap_or_clone(recall));
            Outcome::Recalled(recall, found.into_iter().map(|alike| earlier(folder, alike)).collect())
        });
        let gathered = gather.map(|session| {
            let WrittenDown { sources, people } = memory.written_down(&session);
            let sources = sources.into_iter().map(|(title, url)| PastSource { title, url }).collect();
            Outcome::WrittenDown(session, Box::new(PastWords { sources, people }))
        });
        for outcome in recalled.into_iter().chain(gathered) {
            // The shell may have ended already; then nobody needs to know.
            if inbox.send(Event::Action(Action::Came(outcome))).is_err() {
                return;
            }
        }
    }
}

fn earlier(folder: &Folder, alike: SimilarClaim) -> Earlier {
    let path = (!alike.session.is_empty()).then(|| folder.path_of(&alike.session));
    let source = match &path {
        Some(path) => alike.first_source(path),
        None => Some(Source { title: alike.by.clone(), url: alike.source.clone(), ..Source::default() }),
    };
    let SimilarClaim { title, claim, number, words, verdict, by, at, source: told, .. } = alike;
    Earlier { path, title, claim: ClaimId::from(claim.as_str()), number, words, verdict, by, at, told, source }
}

/// Begins to look which sessions hold `words`; what is found comes into `inbox`.
pub(super) fn search(words: String, folder: Folder, inbox: Sender<Event>) {
    thread::spawn(move || {
        let each: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let found = folder.search(&each, usize::MAX).map(|(found, _)| found.best).unwrap_or_default();
        let place = |result: &SearchResult| {
            let place = result.places.first()?;
            let claim = place.claim.as_ref().map(|(id, _)| ClaimId::from(id.as_str()));
            let text = format!("{}  {}", place.part.word(), place.text);
            Some(FoundPlace { path: folder.path_of(&result.name), claim, text })
        };
        let places = found.iter().filter_map(place).collect();
        // The shell may have ended already; then nobody needs to know.
        drop(inbox.send(Event::Action(Action::Came(Outcome::Searched(words, places)))));
    });
}
