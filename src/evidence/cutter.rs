//! How the search engine cuts a passage into terms, and how it tells how far it is.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::terms::{Term, Terms};

/// Bytes of text that may wait for the engine.
const WAITING: usize = 8 * 1024 * 1024;
/// How long a text waits at most before it is handed over all the same: an engine that fails says so then.
const PATIENCE: Duration = Duration::from_secs(20);

/// Cuts texts into terms for the engine.
#[derive(Clone)]
pub(super) struct TermCutter {
    terms: Terms,
    queue: Arc<Queue>,
}

/// Bytes of text that were handed over to the engine and that it has not cut yet.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<usize>,
    shrunk: Condvar,
}

impl Queue {
    /// Waits until there is room, and takes it.
    pub(super) fn enter(&self, bytes: usize) {
        let held = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |waiting: &mut usize| *waiting > WAITING;
        let (mut waiting, _) =
            self.shrunk.wait_timeout_while(held, PATIENCE, full).unwrap_or_else(PoisonError::into_inner);
        *waiting += bytes;
    }

    fn leave(&self, bytes: usize) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let was = *waiting;
        *waiting = was.saturating_sub(bytes);
        if was > WAITING && *waiting <= WAITING {
            self.shrunk.notify_all();
        }
    }
}

impl TermCutter {
    pub(super) fn new(terms: Terms) -> Self {
        Self { terms, queue: Arc::default() }
    }

    /// What waits for it.
    pub(super) fn queue(&self) -> Arc<Queue> {
        Arc::clone(&self.queue)
    }
}

impl Tokenizer for TermCutter {
    type TokenStream<'a> = CutTerms;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> CutTerms {
        self.queue.leave(text.len());
        CutTerms { rest: self.terms.cut(text).into_iter(), token: Token::default() }
    }
}

/// The terms of a text, one after the other.
pub(super) struct CutTerms {
    rest: std::vec::IntoIter<Term>,
    token: Token,
}

impl TokenStream for CutTerms {
    fn advance(&mut self) -> bool {
        let Some(Term { form, span }) = self.rest.next() else { return false };
        self.token.position = self.token.position.wrapping_add(1);
        (self.token.offset_from, self.token.offset_to, self.token.text) = (span.start, span.end, form);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
