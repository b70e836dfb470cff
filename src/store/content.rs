//! A session file's content, read with care: only regular files, never more than a session may have.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::format::LARGEST;
use super::{StoreError, save};

/// Bytes at the beginning of a session file that hold its title, source and checksums.
const HEAD: usize = 8192;

/// Bytes of a file that are read at once.
pub(super) const PIECE: usize = 1 << 17;

/// What tells one content from another: its length and its SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    bytes: u64,
    hash: [u8; 32],
}

/// Takes the seal of everything that is read or written through it.
pub(super) struct Sealing<T> {
    inner: T,
    bytes: u64,
    hash: Sha256,
}

impl<T> Sealing<T> {
    pub(super) fn new(inner: T) -> Self {
        Self { inner, bytes: 0, hash: Sha256::new() }
    }

    /// The seal of what went through.
    pub(super) fn seal(self) -> Seal {
        Seal { bytes: self.bytes, hash: self.hash.finalize().into() }
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
    StoreError::io(path, if missing { "there is no such file" } else { "it can't be read" }, error)
}
