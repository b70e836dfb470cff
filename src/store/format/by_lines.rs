//! Reads a session file as it is laid out, a few hundred claims at a time, so that no more of it than that lies in memory.
//!
//! It only knows files that stand as [`super::write()`] wrote them. For any other it gives up without a word, and the file is
//! read whole, which also says what is wrong with it.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use serde::Deserialize;

use super::{FORMAT, Shaped, VERSION, mended, twice};
use crate::review::wire::{ClaimShape, EntryShape, PlaceShape, SessionShape, Unknown, WireError};
use crate::review::{Article, Claim, Claims, Entry, Extra, History, Place, Session, Whys};

/// Bytes of claims or edits that are understood at once.
const BATCH: usize = 1 << 18;

/// Batches that wait while one is understood.
const WAITING: usize = 2;

/// What stands behind the history.
#[derive(Deserialize)]
struct Tail {
    place: PlaceShape,
    #[serde(flatten)]
    extra: Unknown,
}

/// What is told while a session file is read.
#[derive(Debug)]
pub enum Reading<'a> {
    /// Its article is there: it stands first.
    Article(&'a Article),
    /// So much of the file is read, from 0 to 100.
    Share(u8),
}

/// The session in `file` of `size` bytes; `None` when it is not laid out as this version writes, or not sound.
pub(super) fn read(size: u64, file: &mut dyn BufRead, tell: &mut dyn FnMut(Reading<'_>)) -> Option<Shaped> {
    let mut lines = Lines { file, line: Vec::new(), done: 0, size, tell };
    let mut head = lines.head()?;
    head.extend_from_slice(b"]}");
    twice::check(&head).ok()?;
    let shape: SessionShape<'_> = serde_json::from_slice(&head).ok()?;
    if shape.version != VERSION || shape.format != FORMAT || !shape.extra.is_empty() {
        return None;
    }
    let stated = shape.article.sha256.to_string();
    let mut session = shape.into_session().ok()?;
    drop(head);
    (lines.tell)(Reading::Article(&session.article));
    let (claims, history, tail) = lines.rest(&session.article)?;
    twice::check(&tail).ok()?;
    let Tail { place, extra } = serde_json::from_slice(&tail).ok()?;
    // A part that stands in the file twice must not pass as an unknown field.
    let known = ["format", "version", "id", "article", "claims", "history"];
    if known.iter().any(|key| extra.contains_key(*key)) {
        return None;
    }
    session = Session::resumed(session.id, session.article, claims, history);
    session.place = Place::from(place);
    session.extra = Extra::new(extra);
    let notices = mended(&stated, &session.article).into_iter().collect();
    Some((session, notices))
}

/// What a batch holds.
enum Batch {
    Claims(Vec<u8>),
    Entries(Vec<u8>),
}

/// The lines of a file.
struct Lines<'a> {
    file: &'a mut dyn BufRead,
    line: Vec<u8>,
    /// Bytes that were read.
    done: u64,
    size: u64,
    tell: &'a mut dyn FnMut(Reading<'_>),
}

impl Lines<'_> {
    /// Reads a line; `None` at the end.
    fn next(&mut self) -> Option<&[u8]> {
        self.line.clear();
        let read = self.file.read_until(b'\n', &mut self.line).ok()?;
        self.done += read as u64;
        (read > 0).then_some(self.line.as_slice())
    }

    /// Everything up to and with the line that opens the claims.
    fn head(&mut self) -> Option<Vec<u8>> {
        let mut head = Vec::new();
        loop {
            let line = self.next()?;
            head.extend_from_slice(line);
            if line == b"  \"claims\": [\n" {
                return Some(head);
            }
        }
    }

    /// Claims and history, understood on a second thread while this one reads on, and what stands behind them as an object.
    fn rest(&mut self, article: &Article) -> Option<(Claims, History, Vec<u8>)> {
        thread::scope(|scope| {
            let (batches, waiting) = sync_channel(WAITING);
            let understood = scope.spawn(move || understand(article, &waiting));
            let send = |batch| batches.send(batch).ok();
            self.list(b"  ],\n", |list| send(Batch::Claims(list)))?;
            if self.next()? == b"  \"history\": [\n" {
                self.list(b"  ],\n", |list| send(Batch::Entries(list)))?;
            } else if self.line != b"  \"history\": [],\n" {
                return None;
            }
            let mut tail = b"{".to_vec();
            while self.next().is_some() {
                tail.extend_from_slice(&self.line);
            }
            drop(batches);
            let (claims, history) = understood.join().ok()??;
            Some((claims, history, tail))
        })
    }

    /// Hands over the members of a list in batches, each a list of its own, until the line `end`.
    fn list(&mut self, end: &[u8], mut send: impl FnMut(Vec<u8>) -> Option<()>) -> Option<()> {
        let mut batch = vec![b'['];
        loop {
            let line = self.next()?;
            if line == end {
                // The last member has no comma behind it.
                let members = batch.strip_suffix(b"\n").filter(|members| !members.ends_with(b","))?;
                return send([members, b"]"].concat());
            }
            batch.extend_from_slice(line);
            // A member ends on a line of its own depth; nothing inside it stands that far left.
            let whole = line.starts_with(b"    }") || (line.starts_with(b"    {") && line.len() > 6);
            if whole && batch.len() > BATCH && batch.ends_with(b",\n") {
                batch.truncate(batch.len() - 2);
                batch.push(b']');
                send(std::mem::replace(&mut batch, vec![b'[']))?;
                let share = self.done.saturating_mul(100) / self.size.max(1);
                (self.tell)(Reading::Share(u8::try_from(share).unwrap_or(100)));
            }
        }
    }
}

/// What the batches hold; `None` when one is not sound.
fn understand(article: &Article, batches: &Receiver<Batch>) -> Option<(Claims, History)> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut history = History::default();
    let mut whys = Whys::default();
    for batch in batches {
        match batch {
            Batch::Claims(list) => {
                let had = claims.len();
                let shapes: Vec<ClaimShape<'_>> = sound(&list)?;
                // A quarter more at a time: twice as much would be a second book.
                if claims.capacity() - had < shapes.len() {
                    claims.reserve_exact(shapes.len().max(had / 4));
                }
                let read = shapes.into_iter().map(|shape| shape.into_claim(article, &mut whys));
                claims.extend(read.collect::<Result<Vec<_>, WireError>>().ok()?);
            }
            Batch::Entries(list) => {
                let shapes: Vec<EntryShape> = sound(&list)?;
                let read: Result<Vec<Entry>, _> = shapes.into_iter().map(|shape| shape.into_entry(article)).collect();
                history.extend(read.ok()?);
            }
        }
    }
    let count = claims.len();
    let claims: Claims = claims.into_iter().collect();
    (claims.len() == count).then_some((claims, history))
}

fn sound<'a, T: Deserialize<'a>>(list: &'a [u8]) -> Option<T> {
    twice::check(list).ok()?;
    serde_json::from_slice(list).ok()
}
