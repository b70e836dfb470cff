//! Prints a session as its file has it, and remembers how it printed the claims and edits that have not changed since.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Serializer;

use super::kept::Kept;
use super::lines::Lines;
use crate::review::wire::{ArticleShape, ClaimShape, EntryShape, FORMAT, PlaceShape, VERSION};
use crate::review::{Claim, Entry, Session};

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 17;

/// Prints one session again and again: what shares its claims and edits with the last time is copied and not made anew.
#[derive(Debug, Default)]
pub struct Printer {
    /// The article that what is remembered belongs to: it holds offsets into it, and words of it.
    text: Option<Arc<str>>,
    claims: Kept<Claim>,
    edits: Kept<Arc<Entry>>,
}

impl Printer {
    /// Writes a session: two spaces a level, LF, a final newline.
    ///
    /// # Errors
    /// When `out` can't be written.
    pub fn write(&mut self, session: &Session, out: &mut dyn Write) -> io::Result<()> {
        let text = session.article.shared_text();
        if self.text.as_ref().is_none_or(|known| !Arc::ptr_eq(known, &text)) {
            *self = Self { text: Some(text), ..Self::default() };
        }
        print(session, out, Some(self))
    }
}

/// Writes a session as [`Printer::write`] does, and remembers nothing.
///
/// # Errors
/// When `out` can't be written.
pub(super) fn once(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    print(session, out, None)
}

/// The shapes hold strings, numbers, lists and maps with text keys only: they always are JSON, so every error is `out`'s.
fn print(session: &Session, out: &mut dyn Write, printer: Option<&mut Printer>) -> io::Result<()> {
    let article = &session.article;
    let place = PlaceShape { claim: session.place.claim.clone(), extra: session.place.extra.clone() };
    let (claims, edits) = printer.map(|printer| (&mut printer.claims, &mut printer.edits)).unzip();
    let mut file = MemberWriter { out: BufWriter::with_capacity(BUFFER, out), any: false };
    file.member("format", FORMAT)?;
    file.member("version", &VERSION)?;
    file.member("id", &session.id)?;
    file.member("article", &ArticleShape::from(article))?;
    if !session.drafts.is_empty() {
        file.member("drafts", &session.drafts.iter().map(|past| &*past.shape).collect::<Vec<_>>())?;
    }
    if !session.evidence.is_empty() {
        file.member("evidence", &*session.evidence)?;
    }
    if !session.signed.is_empty() {
        file.member("signed", &*session.signed)?;
    }
    if !session.apart().is_empty() {
        file.member(
            "gone",
            &session.apart().iter().map(|claim| ClaimShape::apart(session, claim)).collect::<Vec<_>>(),
        )?;
    }
    file.list("claims", session.claims().shelves(), claims, |claim| ClaimShape::of(article, claim))?;
    file.list("history", session.history().shelves(), edits, |entry| EntryShape::of(session.texts(), entry))?;
    file.member("place", &place)?;
    for (key, value) in session.extra.iter() {
        file.member(key, value)?;
    }
    file.end()
}

/// Writes the members of a session's object, one after the other.
struct MemberWriter<'a> {
    out: BufWriter<&'a mut dyn Write>,
    /// True when there was one already.
    any: bool,
}

impl MemberWriter<'_> {
    fn key(&mut self, key: &str) -> io::Result<()> {
        self.out.write_all(if self.any { b",\n  " } else { b"{\n  " })?;
        self.any = true;
        serde_json::to_writer(&mut self.out, key)?;
        self.out.write_all(b": ")
    }

    fn member<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> io::Result<()> {
        self.key(key)?;
        Ok(value.serialize(&mut Serializer::with_formatter(&mut self.out, Lines::of_member(key)))?)
    }

    /// A list whose members stand on `shelves`.
    fn list<'s, T: 's, S: Serialize>(
        &mut self,
        key: &str,
        shelves: impl Iterator<Item = &'s Arc<Vec<T>>>,
        kept: Option<&mut Kept<T>>,
        shape: impl Fn(&'s T) -> S,
    ) -> io::Result<()> {
        self.key(key)?;
        let mut turn = kept.map(Kept::turn);
        let mut before: &[u8] = b"[";
        for shelf in shelves {
            self.out.write_all(before)?;
            before = b",";
            let print = |out: &mut dyn Write| items(out, key, shelf.iter().map(&shape));
            match &mut turn {
                Some(turn) => turn.write(shelf, &mut self.out, print)?,
                None => print(&mut self.out)?,
            }
        }
        self.out.write_all(if before == b"[" { b"[]" } else { b"\n  ]" })
    }

    fn end(mut self) -> io::Result<()> {
        self.out.write_all(b"\n}\n")?;
        self.out.flush()
    }
}

/// Some members of the session's list `key`, each on lines of its own.
fn items<S: Serialize>(out: &mut dyn Write, key: &str, items: impl Iterator<Item = S>) -> io::Result<()> {
    let mut before: &[u8] = b"\n    ";
    for item in items {
        out.write_all(before)?;
        before = b",\n    ";
        item.serialize(&mut Serializer::with_formatter(&mut *out, Lines::of_item(key)))?;
    }
    Ok(())
}
