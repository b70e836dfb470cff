//! Looks for earlier claims like the selected one, on a thread of its own that keeps the memory from one question to the next.

use std::sync::mpsc::{self, Sender};
use std::thread;

use super::event::Event;
use crate::app::listing::FoundPlace;
use crate::app::memory::{Earlier, Recall};
use crate::app::{Action, Outcome};
use crate::review::{ClaimId, Source};
use crate::store::{Folder, PastChecks, SearchResult, SimilarClaim};

/// The memory of the saved sessions. Its thread begins with the first question and ends with it.
#[derive(Debug)]
pub(super) struct Rememberer {
    folder: Folder,
    inbox: Sender<Event>,
    asks: Option<Sender<Recall>>,
}

impl Rememberer {
    pub(super) const fn new(folder: Folder, inbox: Sender<Event>) -> Self {
        Self { folder, inbox, asks: None }
    }

    /// Asks; the answer comes as an event, but for a question that another has overtaken.
    pub(super) fn ask(&mut self, recall: Recall) {
        let (folder, inbox) = (&self.folder, &self.inbox);
        let asks = self.asks.get_or_insert_with(|| {
            let (asks, questions) = mpsc::channel::<Recall>();
            let (folder, inbox) = (folder.clone(), inbox.clone());
            thread::spawn(move || {
                let Ok(mut memory) = PastChecks::of(folder.clone()) else { return };
                while let Ok(mut recall) = questions.recv() {
                    while let Ok(later) = questions.try_recv() {
                        recall = later;
                    }
                    let texts: Vec<&str> = recall.texts.iter().map(String::as_str).collect();
                    let found = memory.alike(&texts, &recall.session);
                    let found = found.into_iter().map(|alike| earlier(&folder, alike)).collect();
                    let outcome = Outcome::Recalled(Box::new(recall), found);
                    // The shell may have ended already; then nobody needs to know.
                    if inbox.send(Event::Action(Action::Came(outcome))).is_err() {
                        return;
                    }
                }
            });
            asks
        });
        // A thread that could not read the folder answers nothing: there is nothing to remember.
        let _ = asks.send(recall);
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
        let found = folder.search(&each).map(|(found, _)| found).unwrap_or_default();
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
