//! Looks for what contradicts itself in an article, on a thread of its own, so that no key waits for it.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use crate::advice;
use crate::app::{Action, Outcome};
use crate::review::Article;

/// Begins to look; what there is to say about `article` comes into `inbox`.
pub(super) fn find(article: Article, inbox: Sender<Event>) {
    thread::spawn(move || {
        let all = advice::of(&article).into();
        // The shell may have ended already; then nobody needs to know.
        drop(inbox.send(Event::Action(Action::Came(Outcome::Advised(Box::new(article), all)))));
    });
}
