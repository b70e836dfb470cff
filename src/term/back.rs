//! What others have written, in a file or pasted, read for the session on the desk on a thread of its own.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use crate::app::{Action, Homecoming, Outcome};
use crate::export::back::{self, ImportHand};
use crate::intake::{self, Hint};
use crate::review::{Article, Session};

/// Bytes of a file that are read at most.
const LARGEST: u64 = 64 << 20;

/// Why there is nothing to take in. Each names the file.
#[derive(Debug, thiserror::Error)]
pub enum BackFileError {
    /// There is none.
    #[error("there is no such file: {0}")]
    Missing(String),
    /// It is a folder.
    #[error("that is a folder; name a file in it: {0}")]
    Folder(String),
    /// The system refused.
    #[error("it can't be read: {1}: {0}")]
    Io(String, std::io::Error),
    /// It is too large.
    #[error("it is larger than 64 MB: {0}")]
    Large(String),
}

/// The bytes of the file at `path`; `-` is what is handed in.
///
/// # Errors
/// When there is no such file, it can't be read, or it is too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, BackFileError> {
    let name = path.display().to_string();
    if name == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
        return match read {
            Err(error) => Err(BackFileError::Io("the input".to_owned(), error)),
            Ok(_) if bytes.len() as u64 > LARGEST => Err(BackFileError::Large("the input".to_owned())),
            Ok(_) => Ok(bytes),
        };
    }
    if path.is_dir() {
        return Err(BackFileError::Folder(name));
    }
    if !path.is_file() {
        return Err(BackFileError::Missing(name));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(BackFileError::Io(name, error));
    }
    if bytes.len() as u64 > LARGEST { Err(BackFileError::Large(name)) } else { Ok(bytes) }
}

/// A document of a word processor, or a PDF, read as an article is.
///
/// # Errors
/// Why it can't be read.
pub fn document(bytes: &[u8]) -> Result<Article, String> {
    // Nobody asks in which language it is.
    let hint = Hint { name: "", language: Some("en") };
    intake::read(bytes, &hint).map(|taken| taken.article).map_err(|error| error.to_string())
}

/// Tells `inbox` what comes `from` there comes to over `session`; nothing is changed.
pub(super) fn read(from: Homecoming, session: Session, hand: ImportHand, inbox: Sender<Event>) {
    thread::spawn(move || {
        let (name, read) = match &from {
            Homecoming::File(path) => (path.display().to_string(), bytes(path)),
            Homecoming::Pasted(text) => (from.name(), Ok(text.clone().into_bytes())),
        };
        let outcome = match read {
            Err(error) => Outcome::Refused(error.to_string()),
            Ok(bytes) => match back::read(&bytes, &session, &hand, document) {
                Ok(back) => Outcome::CameBack(from, hand.writer, Box::new(back)),
                Err(error) => Outcome::Refused(format!("{error}: {name}")),
            },
        };
        // The shell may have ended already.
        drop(inbox.send(Event::Action(Action::Came(outcome))));
    });
}
