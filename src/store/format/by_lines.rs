//! Reads a session file as it is laid out, a few hundred claims at a time, so that no more of it than that lies in memory.
//!
//! It only knows files that stand as [`super::write()`] wrote them. For any other it gives up without a word, and the file is
//! read whole, which also says what is wrong with it.

use std::borrow::Cow;
use std::io::BufRead;
use std::sync::Arc;

use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::batches::{self, Batch};
use super::shaped::{Shaped, mended};
use super::twice;
use crate::review::wire::{self, ArticleShape, ClaimShape, FORMAT, PastShape, PlaceShape, VERSION};
use crate::review::{Article, Claims, Evidence, Extra, History, LastPlace, Session, SignOff, Texts, rebuilt};

/// Bytes of a file that are best read at once.
pub const PIECE: usize = 1 << 15;

/// Bytes of claims or edits that are understood at once. With a piece more, it stays below what the system's allocator
/// takes from the system and gives back each time.
const BATCH: usize = 1 << 16;

/// A file of fewer bytes is understood sooner than a thread for it would be.
const ALONE: u64 = 1 << 18;

/// What stands before the claims.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinesHead<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u64,
    #[serde(borrow, default)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    article: ArticleShape<'a>,
    #[serde(default)]
    drafts: Vec<PastShape>,
    #[serde(default)]
    evidence: Vec<Evidence>,
    #[serde(default)]
    signed: Vec<SignOff>,
    #[serde(borrow, default)]
    gone: Vec<ClaimShape<'a>>,
    /// None yet.
    claims: [IgnoredAny; 0],
}

/// What stands behind the history.
#[derive(Deserialize)]
struct Tail {
    place: PlaceShape,
    #[serde(flatten)]
    extra: Extra,
}

/// What is told while a session file is read.
#[derive(Debug)]
pub enum ReadingStage<'a> {
    /// Its article is there: it stands first.
    Article(&'a Article),
    /// So much of the file is read, from 0 to 100.
    Share(u8),
}

/// The session in `file` of `size` bytes; `None` when it is not laid out as this version writes, or not sound.
pub(super) fn read(size: u64, file: &mut dyn BufRead, tell: &mut dyn FnMut(ReadingStage<'_>)) -> Option<Shaped> {
    let mut lines = FileLines { file, line: Vec::new(), done: 0, size, tell };
    let mut head = lines.head()?;
    head.extend_from_slice(b"]}");
    let LinesHead { format, version, id, article, drafts, evidence, signed, gone, claims: [] } =
        serde_json::from_slice(&head).ok()?;
    // A field that is known and stands there twice is not of that shape.
    if !article.is_known() || !drafts.is_empty() || !evidence.is_empty() || !signed.is_empty() || !gone.is_empty() {
        twice::check(&head).ok()?;
    }
    if version != VERSION || format != FORMAT {
        return None;
    }
    let (id, stated) = (id.into_owned(), article.sha256.to_string());
    let article = article.into_article().ok()?;
    let (drafts, told) = rebuilt(&article, drafts);
    let texts = Texts { now: &article, past: &drafts };
    let gone = wire::apart(texts, gone).ok()?;
    drop(head);
    (lines.tell)(ReadingStage::Article(&article));
    let (claims, history, tail) = lines.rest(texts)?;
    twice::check(&tail).ok()?;
    let Tail { place, extra } = serde_json::from_slice(&tail).ok()?;
    // A part that stands in the file twice must not pass as an unknown field.
    let known = ["format", "version", "id", "article", "drafts", "evidence", "signed", "gone", "claims", "history"];
    if extra.iter().any(|(key, _)| known.contains(&key.as_str())) {
        return None;
    }
    if gone
        .iter()
        .enumerate()
        .any(|(at, one)| claims.by_id(&one.id).is_some() || gone.iter().skip(at + 1).any(|other| other.id == one.id))
    {
        return None;
    }
    let mut session = Session::resumed(id, article, claims, history);
    session.drafts = Arc::new(drafts);
    session.set_apart(gone);
    session.evidence = Arc::new(evidence);
    session.signed = Arc::new(signed);
    session.place = LastPlace::from(place);
    session.extra = extra;
    let mut notices = told;
    notices.extend(session.mend());
    notices.extend(mended(&stated, &session.article));
    Some((session, notices))
}

/// The lines of a file.
struct FileLines<'a> {
    file: &'a mut dyn BufRead,
    line: Vec<u8>,
    /// Bytes that were read.
    done: u64,
    size: u64,
    tell: &'a mut dyn FnMut(ReadingStage<'_>),
}

impl FileLines<'_> {
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
            let begin = head.len();
            self.done += self.file.read_until(b'\n', &mut head).ok()? as u64;
            match head.get(begin..)? {
                b"" => return None,
                b"  \"claims\": [\n" => return Some(head),
                _ => {}
            }
        }
    }

    /// Claims and history, and what stands behind them as an object.
    fn rest(&mut self, texts: Texts<'_>) -> Option<(Claims, History, Vec<u8>)> {
        let helpers = if self.size < ALONE { 0 } else { batches::helpers() };
        batches::understood(texts, helpers, |send| self.lists(send))
    }

    /// Hands over the claims and the history, and answers with what stands behind them as an object.
    fn lists(&mut self, send: &mut dyn FnMut(Batch) -> Option<()>) -> Option<Vec<u8>> {
        self.list(|list| send(Batch::Claims(list)))?;
        if self.next()? == b"  \"history\": [\n" {
            self.list(|list| send(Batch::Entries(list)))?;
        } else if self.line != b"  \"history\": [],\n" {
            return None;
        }
        let mut tail = b"{".to_vec();
        while self.next().is_some() {
            tail.extend_from_slice(&self.line);
        }
        Some(tail)
    }

    /// Hands over the members of a list in batches, each a list of its own, and reads on to behind the list.
    fn list(&mut self, mut send: impl FnMut(Vec<u8>) -> Option<()>) -> Option<()> {
        // No line break is inside a string, and nothing inside a member stands as far left as these.
        const END: &[u8] = b"\n  ]";
        const NEXT: &[u8] = b",\n    {";
        let most = BATCH + PIECE;
        let mut batch = Vec::with_capacity(usize::try_from(self.size).unwrap_or(most).min(most));
        batch.push(b'[');
        loop {
            let seen = batch.len().saturating_sub(NEXT.len());
            let piece = self.file.fill_buf().ok()?;
            let read = piece.len();
            batch.extend_from_slice(piece);
            let end = memmem::find(batch.get(seen..)?, END).map(|at| seen + at);
            let unread = end.map_or(0, |end| batch.len() - end - 1);
            self.file.consume(read.checked_sub(unread)?);
            self.done += (read - unread) as u64;
            if let Some(end) = end {
                batch.truncate(end);
                batch.push(b']');
                send(batch)?;
                return (self.next()? == b"  ],\n").then_some(());
            }
            if read == 0 {
                return None;
            }
            if batch.len() > BATCH
                && let Some(whole) = memmem::rfind(batch.get(seen..)?, NEXT).map(|at| seen + at)
            {
                let mut rest = Vec::with_capacity(most);
                rest.push(b'[');
                rest.extend_from_slice(batch.get(whole + 1..)?);
                batch.truncate(whole);
                batch.push(b']');
                send(std::mem::replace(&mut batch, rest))?;
                let share = self.done.saturating_mul(100) / self.size.max(1);
                (self.tell)(ReadingStage::Share(u8::try_from(share).unwrap_or(100)));
            }
        }
    }
}
