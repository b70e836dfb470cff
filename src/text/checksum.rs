//! SHA-256 of texts and files, in lower-case hex.

use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes`, in lower-case hex.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hashing = Hashing::default();
    hashing.take(bytes);
    hashing.hex()
}

/// SHA-256 of what is handed over piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Takes the next piece.
    pub fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum of all of them, in lower-case hex.
    pub fn hex(self) -> String {
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        let hash = self.0.finalize();
        hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
    }
}

/// The checksum of a text, once somebody has asked for it.
#[derive(Clone, Debug, Default)]
pub struct Checksum(Arc<OnceLock<String>>);

impl Checksum {
    /// The checksum of `text`, which must be the same at every call.
    pub fn of(&self, text: &str) -> &str {
        self.0.get_or_init(|| sha256(text.as_bytes()))
    }
}

impl PartialEq for Checksum {
    /// It follows from the text, which is compared itself.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
