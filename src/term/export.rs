//! Exports: where one may be written, and the workbench's previews and files, on threads of their own so that no key waits.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use super::event::Event;
use super::import;
use super::original;
use super::paths::at_home;
use crate::app::exporting::{Preview, Sight, Wanted, Writing};
use crate::app::{Action, Outcome};
use crate::export::{self, Format};
use crate::review::{Article, Session};
use crate::store::{StoreError, save};
use crate::text::plural;

/// Bytes at the start of a file that tell whether it is a session, sound or not.
const START: u64 = 4096;

/// How the file of a session ends.
const SESSION: &str = ".factdesk.json";

/// The hidden folder beside sessions.
const HIDDEN: &str = ".factdesk";

/// Why nothing may be written there. Each names the file and the way out.
#[derive(Debug, thiserror::Error)]
pub enum TargetError {
    /// A folder.
    #[error("that is a folder; name a file in it: {0}")]
    Folder(String),
    /// The folder is missing.
    #[error("its folder is not there; make it, or name another file: {0}")]
    NoFolder(String),
    /// The system refused.
    #[error("{0}; name another file")]
    Refused(#[from] StoreError),
    /// A session, or what belongs to one.
    #[error("that is a session file, never overwritten; name another: {0}")]
    Session(String),
    /// A draft of the session's article.
    #[error("that is the writer's own draft; name another file: {0}")]
    Draft(String),
    /// What the session has as evidence.
    #[error("that is evidence of this session; name another file: {0}")]
    Evidence(String),
    /// Somebody has it open in a word processor, which would write over it or lose what is written.
    #[error("{0}: it is open elsewhere, as {1} beside it says; close it there, or name another file")]
    Open(String, String),
}

/// Passes a file that an export may be written to, links followed.
///
/// # Errors
/// When it is a folder, lies in none, is or once was a session, or is open in a word processor.
pub fn free(target: &Path) -> Result<(), TargetError> {
    let name = target.display().to_string();
    if target.is_dir() {
        return Err(TargetError::Folder(name));
    }
    if target.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(TargetError::NoFolder(name));
    }
    let real = save::resolved(target).unwrap_or_else(|_| target.to_owned());
    if [target, &real].into_iter().any(belongs_to_a_session) || begins_like_a_session(&real) {
        return Err(TargetError::Session(name));
    }
    match owner(&real) {
        Some(owner) => Err(TargetError::Open(name, owner)),
        None => Ok(()),
    }
}

/// Passes a file that holds nothing the session was made of: no draft of its article and none of its evidence, by their words or their place.
///
/// # Errors
/// When it does.
pub fn spares(target: &Path, session: &Session) -> Result<(), TargetError> {
    if !target.is_file() {
        return Ok(());
    }
    let name = || target.display().to_string();
    let held = import::checksum(target).ok();
    let is_held = |known: &str| held.as_deref() == Some(known);
    let source = Path::new(&session.article.provenance.source);
    if session.files().any(is_held) || source.is_file() && is_same(source, target) {
        return Err(TargetError::Draft(name()));
    }
    if session.evidence.iter().any(|file| is_held(&file.sha256)) {
        return Err(TargetError::Evidence(name()));
    }
    Ok(())
}

/// The name of the file that a word processor or a spreadsheet keeps beside a document while it is open: Word's has two of the
/// document's own letters less.
fn owner(target: &Path) -> Option<String> {
    let name = target.file_name()?.to_str()?;
    let shortened = name.char_indices().nth(2).and_then(|(at, _)| name.get(at..)).unwrap_or_default();
    let names = [format!("~${name}"), format!("~${shortened}"), format!(".~lock.{name}#")];
    names.into_iter().find(|owner| target.exists() && target.with_file_name(owner).is_file())
}

/// True when both names lead to one file, links followed.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| save::resolved(path).unwrap_or_else(|_| path.to_owned());
    let real = [real(one), real(other)].map(|path| fs::canonicalize(&path).unwrap_or(path));
    matches!(&real, [one, other] if one == other)
}

/// Writes `bytes` to a file that [`free`] has passed, whole or not at all. It is a file like any other: its mode is the umask's.
///
/// # Errors
/// When the system refuses; the file is then as it was.
pub fn write(target: &Path, bytes: &[u8]) -> Result<(), TargetError> {
    Ok(save::shared(target, bytes)?)
}

/// True for a name that only sessions have, and for what lies in the hidden folder beside them.
fn belongs_to_a_session(path: &Path) -> bool {
    let named = path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().ends_with(SESSION));
    named || path.parent().is_some_and(|folder| folder.components().any(|part| part.as_os_str() == HIDDEN))
}

fn begins_like_a_session(target: &Path) -> bool {
    // A pipe would be waited for.
    if !target.is_file() {
        return false;
    }
    let mut start = Vec::new();
    let read = File::open(target).and_then(|file| file.take(START).read_to_end(&mut start));
    read.is_ok() && String::from_utf8_lossy(&start).contains("\"factdesk-session\"")
}

/// The workbench's exports under way.
pub(super) struct Exporter {
    inbox: Sender<Event>,
    at_work: Vec<JoinHandle<()>>,
}

impl Exporter {
    /// Nothing under way; what comes of it goes to `inbox`.
    pub(super) const fn new(inbox: Sender<Event>) -> Self {
        Self { inbox, at_work: Vec::new() }
    }

    /// Makes a preview of `session`.
    pub(super) fn preview(&self, session: &Session, sight: Sight) {
        let (session, inbox) = (session.clone(), self.inbox.clone());
        thread::spawn(move || {
            let text = shown(&session, &sight.wanted);
            let preview = text.map(|text| Arc::new(Preview::new(text, sight.width)));
            tell(&inbox, Outcome::Previewed(Box::new(sight), preview));
        });
    }

    /// Writes an export of `session`, whole or not at all.
    pub(super) fn write(&mut self, session: &Session, writing: Writing) {
        let (session, inbox) = (session.clone(), self.inbox.clone());
        self.at_work.retain(|thread| !thread.is_finished());
        self.at_work.push(thread::spawn(move || tell(&inbox, written(&session, writing))));
    }

    /// Waits for the files that are being written.
    pub(super) fn finish(&mut self) {
        for thread in self.at_work.drain(..) {
            // A thread that panicked has told nobody; the panic was reported.
            let _ = thread.join();
        }
    }
}

/// What the file will say: of what goes into the writer's own document that document.
fn shown(session: &Session, wanted: &Wanted) -> Result<String, String> {
    let Wanted { format, options, into } = wanted;
    let original = into.as_deref().filter(|path| format.goes_into(path));
    if let Some(original) = original.filter(|path| path.is_file()) {
        let filled = original::filled(session, *format, options, original).map_err(|error| error.to_string())?;
        if *format == Format::CriticMarkup {
            return Ok(String::from_utf8_lossy(&filled.bytes).into_owned());
        }
        if let Some(text) = export::preview_filled(session, options, &filled) {
            return Ok(text);
        }
    }
    let text = export::preview(session, *format, options).map_err(|error| error.to_string())?;
    let gone = original.filter(|path| !path.is_file()).map(|path| format!("{}.\n\n", is_gone(path)));
    Ok(gone.unwrap_or_default() + &text)
}

/// That the writer's own document is not where it was.
fn is_gone(path: &Path) -> String {
    format!("{} is not there, so it is a document of its own", path.display())
}

fn tell(inbox: &Sender<Event>, outcome: Outcome) {
    // The shell may have ended already; then nobody needs to know.
    drop(inbox.send(Event::Action(Action::Came(outcome))));
}

fn written(session: &Session, writing: Writing) -> Outcome {
    let path = at_home(&writing.path);
    if let Err(error) = free(&path).and_then(|()| spares(&path, session)) {
        return Outcome::Refused(error.to_string());
    }
    if !writing.over && fs::symlink_metadata(&path).is_ok() {
        return Outcome::Taken(Box::new(writing));
    }
    let (bytes, more) = match made(session, &writing.wanted, &path) {
        Ok(made) => made,
        Err(why) => return Outcome::Refused(why),
    };
    let options = &writing.wanted.options;
    match write(&path, &bytes) {
        Ok(()) => {
            let left = if options.confidential { 0 } else { export::confidential_sources(session) };
            let told = format!("written: {}{}{more}", path.display(), left_out(left));
            Outcome::Written(Box::new(writing.wanted), told)
        }
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

/// The bytes of what is wanted, and what is to be told of it.
fn made(session: &Session, wanted: &Wanted, target: &Path) -> Result<(Vec<u8>, String), String> {
    let Wanted { format, options, into } = wanted;
    let original = into.as_deref().filter(|path| format.goes_into(path));
    if let Some(original) = original.filter(|path| path.is_file()) {
        if is_same(original, target) {
            return Err(TargetError::Draft(target.display().to_string()).to_string());
        }
        let filled = original::filled(session, *format, options, original).map_err(|error| error.to_string())?;
        let notices: Vec<String> = filled.notices.iter().map(|notice| format!(" · {notice}")).collect();
        return Ok((
            filled.bytes,
            format!(" · {} in the writer's document{}", plural(filled.comments, "comment"), notices.concat()),
        ));
    }
    let bytes = export::export(session, *format, options).map_err(|error| error.to_string())?;
    let gone = original.map(|path| format!(" · {}", is_gone(path)));
    Ok((bytes, gone.unwrap_or_default()))
}

fn left_out(sources: usize) -> String {
    match sources {
        0 => String::new(),
        1 => " · 1 confidential source left out".to_owned(),
        many => format!(" · {many} confidential sources left out"),
    }
}

/// The file proposed for an export of the session called `name`: beside the article where that is, else in the current folder.
pub(super) fn proposed(article: &Article, name: &str, wanted: &Wanted) -> PathBuf {
    let source = Path::new(&article.provenance.source);
    let folder = source.parent().filter(|_| source.is_file()).unwrap_or(Path::new(""));
    folder.join(format!("{name}.{}.{}", wanted.format.word(), wanted.format.ending()))
}
