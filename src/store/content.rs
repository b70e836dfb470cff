//! A session file's content, read with care: only regular files, never more than a session may have.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3Default;

use super::error::MISSING;
use super::format::LARGEST;
use super::{StoreError, save};

/// Bytes at the beginning of a session file that hold its title, source and checksums.
const HEAD: usize = 8192;

/// Bytes of a file that are read at once.
pub(super) const PIECE: usize = 1 << 17;

/// What tells one content from another: its length and 128 bits of a hash over all of it.
///
/// Two contents that differ by accident never have one seal. It is no guard against forgery and need not be: who can write
/// the file can write into it what they like. It lives in memory only, and is taken of every byte that is read or written,
/// which is why it must cost less than the writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    bytes: u64,
    hash: u128,
}

/// Takes the seal of everything that is read or written through it.
pub(super) struct Sealing<T> {
    inner: T,
    bytes: u64,
    hash: Xxh3Default,
}

impl<T> Sealing<T> {
    pub(super) fn new(inner: T) -> Self {
        Self { inner, bytes: 0, hash: Xxh3Default::new() }
    }

    /// The seal of what went through.
    pub(super) fn seal(self) -> Seal {
        Seal { bytes: self.bytes, hash: self.hash.digest128() }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.hash.update(bytes);
    }
}

impl<R: Read> Read for Sealing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.take(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(buffer)?;
        self.take(buffer.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl Seal {
    /// The seal of `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut sealing = Sealing::new(io::sink());
        sealing.take(bytes);
        sealing.seal()
    }

    /// The seal of a regular file, read a piece at a time.
    pub(super) fn of_file(path: &Path) -> Result<Self, StoreError> {
        let (file, _) = open(path)?;
        let mut sealing = Sealing::new(file);
        let mut piece = vec![0; PIECE];
        while sealing.read(&mut piece).map_err(|error| failed(path, error))? > 0 {}
        Ok(sealing.seal())
    }
}

/// A regular file to be read, and how many bytes it has.
pub(super) fn open(path: &Path) -> Result<(fs::File, u64), StoreError> {
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let about = fs::metadata(path).map_err(|error| failed(path, error))?;
    save::regular(path, &about)?;
    let file = fs::File::open(path).map_err(|error| failed(path, error))?;
    Ok((file, about.len()))
}

/// The bytes of a regular file, as many as a session may have and one more, so that a larger one is told.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let (file, size) = open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(LARGEST)).unwrap_or_default() + 1);
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| failed(path, error))?;
    Ok(bytes)
}

/// The beginning of a regular file: of a session, all that stands before its article's text.
pub(super) fn head(path: &Path) -> Result<Vec<u8>, StoreError> {
    let (file, _) = open(path)?;
    let mut head = Vec::with_capacity(HEAD);
    file.take(HEAD as u64).read_to_end(&mut head).map_err(|error| failed(path, error))?;
    Ok(head)
}

fn failed(path: &Path, error: io::Error) -> StoreError {
    let missing = error.kind() == io::ErrorKind::NotFound;
    StoreError::io(path, if missing { MISSING } else { "it can't be read" }, error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::scribble;

    #[test]
    fn a_seal_is_the_same_however_the_bytes_come_and_another_for_every_other_byte() {
        let mut text = "The ferry crossed the sound 14 times a day. ".repeat(20_000);
        let seal = Seal::of(text.as_bytes());
        for pieces in [1, 7, 64, 4096, PIECE, PIECE + 1] {
            let mut sealing = Sealing::new(io::sink());
            for piece in text.as_bytes().chunks(pieces) {
                sealing.write_all(piece).unwrap();
            }
            assert_eq!(sealing.seal(), seal, "in pieces of {pieces}");
        }
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.json");
        scribble(&path, &text);
        assert_eq!(Seal::of_file(&path).unwrap(), seal);
        for at in [0, 1, PIECE - 1, PIECE, text.len() / 2, text.len() - 1] {
            text.replace_range(at..=at, "~");
            scribble(&path, &text);
            assert_ne!(Seal::of_file(&path).unwrap(), seal, "byte {at}");
        }
        text.push('~');
        assert_ne!(Seal::of(text.as_bytes()), Seal::of(&text.as_bytes()[..text.len() - 1]));
    }
}
