//! The folder of saved sessions: what is in it, under which names, and moving a session out of the way.

pub mod copies;
mod listed;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::combine::{self, Combined, CopyFile};
use super::index::{SearchResults, SessionIndex, Summary};
use super::policy::FolderPolicies;
use super::sides::{ENDING, Sides, private_folder};
use super::{StoreError, Workplace, content, lock, name, on_disk};
pub use listed::ListedSession;
use listed::{listed, sorted, unread};

use crate::review::{Policy, Session, Stamp};
use crate::text::parallel;

/// The folder, beside the sessions, to which deleted ones go.
const TRASH: &str = "trash";

/// The share of its runs of three words from which a text is clearly an earlier state of another: with a word in every sentence
/// edited two drafts share a third and more, two articles about one thing a twentieth.
const CLEARLY: f64 = 0.2;

/// What a look through a folder finds.
#[derive(Debug)]
pub struct FolderListing {
    /// Its sessions, the one that was worked on last first.
    pub sessions: Vec<ListedSession>,
    /// What is wrong with the policies in it: sessions are counted as if these were not there.
    pub policy_troubles: Vec<StoreError>,
}

/// The folder in which sessions are saved. It need not be there: it is made at the first write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    /// Where its index is kept.
    cache: Option<PathBuf>,
    /// What the settings ask of a claim.
    policy: Arc<Policy>,
}

impl Folder {
    /// The folder at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), cache: None, policy: Arc::default() }
    }

    /// The same folder, with its index kept in the folder `cache`, where there is a place for it.
    #[must_use]
    pub fn indexed(self, cache: Option<PathBuf>) -> Self {
        Self { cache, ..self }
    }

    /// The same folder, of whose claims the settings ask what `policy` says.
    #[must_use]
    pub fn judged_by(self, policy: Arc<Policy>) -> Self {
        Self { policy, ..self }
    }

    /// What is asked of the claims of each of its sessions.
    pub(super) fn policies(&self) -> FolderPolicies {
        FolderPolicies::of(&self.path, &self.policy)
    }

    /// Where its index is kept, and what else may be deleted at any time; `None` when there is no place for it.
    pub fn cache(&self) -> Option<&Path> {
        self.cache.as_deref()
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Every session in it, the one that was worked on last first. One that can't be read is listed with its trouble; copies that
    /// sync programs make are listed with the session that they are of.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn list(&self) -> Result<FolderListing, StoreError> {
        let (files, policies) = (self.files()?, self.policies());
        let mut index = self.index();
        let troubled = index.renew(files, &policies);
        let mut dated = self.lines(&index);
        dated.extend(troubled.into_iter().map(|(name, path, trouble)| unread(name, path, trouble)));
        Ok(FolderListing { sessions: self.with_copies(sorted(dated)), policy_troubles: policies.troubles() })
    }

    /// The sessions as the index has them, in the same order, without a look at the folder; `None` when it has none.
    pub fn remembered(&self) -> Option<Vec<ListedSession>> {
        if let Some(glance) = SessionIndex::glance(&self.path, self.cache.as_deref()) {
            let listed = |(name, line): (String, Summary)| {
                let path = self.path_of(&name);
                listed(name, path, line)
            };
            return Some(glance.into_iter().map(listed).collect());
        }
        let index = self.index();
        (!index.is_empty()).then(|| sorted(self.lines(&index)))
    }

    /// The sessions that hold every one of `words` whatever their case, the one that fits best first, at most `most`; and those that
    /// can't be read, as [`Self::list`] has them.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn search(&self, words: &[String], most: usize) -> Result<(SearchResults, Vec<ListedSession>), StoreError> {
        let policies = self.policies();
        // One core reads what was written, another looks which of it still holds.
        let read = || SessionIndex::texts(&self.path, self.cache.as_deref());
        let (texts, looked) = parallel::both(read, || {
            let (files, mut index) = (self.files()?, self.index());
            let troubled = index.renew(files.clone(), &policies);
            Ok::<_, StoreError>((files, index, troubled))
        });
        let (files, index, mut troubled) = looked?;
        let mut index = index.with_texts(texts);
        if index.lets_go() {
            troubled = index.renew(files, &policies);
        }
        let troubled = troubled.into_iter().map(|(name, path, trouble)| unread(name, path, trouble).1).collect();
        Ok((index.search(words, most), troubled))
    }

    /// Its index, as it was written last.
    pub(super) fn index(&self) -> SessionIndex {
        SessionIndex::read(&self.path, self.cache.as_deref())
    }

    fn lines(&self, index: &SessionIndex) -> Vec<(Stamp, ListedSession)> {
        let line = |(name, line): (&str, &Summary)| {
            (line.dated.clone(), listed(name.to_owned(), self.path_of(name), line.clone()))
        };
        index.lines().map(line).collect()
    }

    /// Puts the copies among `listed`, and those that are not, to the sessions that they are of.
    fn with_copies(&self, mut listed: Vec<ListedSession>) -> Vec<ListedSession> {
        for (name, copy) in copies::all_in(&self.path) {
            listed.retain(|other| other.path != copy);
            if let Some(session) = listed.iter_mut().find(|listed| listed.name == name) {
                session.copies.push(copy);
            }
        }
        listed
    }

    /// The session file that `asked` means: a path, a name, or the beginning of exactly one name (in any case).
    ///
    /// # Errors
    /// When there is none, or several names begin so; then they are named.
    pub fn find(&self, asked: &str) -> Result<PathBuf, StoreError> {
        let path = Path::new(asked);
        let spelled_out =
            path.components().count() > 1 || path.has_root() || path.extension().is_some_and(|end| end == "json");
        if spelled_out && path.exists() {
            return Ok(path.to_owned());
        }
        let files = self.files()?;
        let bare = asked.strip_suffix(ENDING).unwrap_or(asked);
        if let Some((_, path)) = files.iter().find(|(name, _)| name == bare) {
            return Ok(path.clone());
        }
        let lower = bare.to_lowercase();
        let mut begun: Vec<(String, PathBuf)> =
            files.into_iter().filter(|(name, _)| !bare.is_empty() && name.to_lowercase().starts_with(&lower)).collect();
        if begun.len() > 1 {
            begun.retain(|(_, path)| !copies::is_one(path));
        }
        let mut begins = begun.into_iter();
        match (begins.next(), begins.next()) {
            (Some((_, path)), None) => Ok(path),
            (Some(one), Some(other)) => {
                let mut names: Vec<String> = [one, other].into_iter().chain(begins).map(|(name, _)| name).collect();
                names.sort();
                Err(StoreError::Ambiguous { asked: asked.to_owned(), names })
            }
            (None, _) if path.is_file() => Ok(path.to_owned()),
            (None, _) => Err(StoreError::NoSession { asked: asked.to_owned(), folder: self.path.clone() }),
        }
    }

    /// A free name for a session over an article of this title: safe on every file system, at most 100 bytes.
    pub fn name_for(&self, title: &str) -> String {
        let taken: Vec<String> =
            self.files().unwrap_or_default().into_iter().map(|(name, _)| name.to_lowercase()).collect();
        name::make(title, |name| taken.iter().any(|other| *other == name.to_lowercase()))
    }

    /// The file of a session called `name`.
    pub fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(format!("{name}{ENDING}"))
    }

    /// A session over an article whose text has this SHA-256 (lower-case hex): the one worked on last.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn with_text(&self, sha256: &str) -> Result<Option<PathBuf>, StoreError> {
        self.stating("sha256", sha256)
    }

    /// A session whose article was read from a file with this SHA-256 (lower-case hex): the one worked on last.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn with_file(&self, sha256: &str) -> Result<Option<PathBuf>, StoreError> {
        self.stating("file_sha256", sha256)
    }

    /// The sessions of which an article may be the next draft, the one worked on last first: those whose article came from the file
    /// at `source`, has this title, or shares much of its text with `text`. Looks at the beginning of each file, and in the index.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn of_article(&self, source: &str, title: &str, text: &str) -> Result<Vec<ListedSession>, StoreError> {
        // As the file has a text: escaped.
        let told = |text: &str| serde_json::to_string(text).unwrap_or_default().trim_matches('"').to_owned();
        let (source, title) = (told(source), told(title));
        let meant = |head: &[u8]| {
            (source != "-" && states(head, "source", &source)) || (!title.is_empty() && states(head, "title", &title))
        };
        let files = self.files()?;
        let mut index = self.index();
        index.renew(files, &self.policies());
        let alike = index.sharing_text(text, CLEARLY);
        let mut listed = self.with_copies(sorted(self.lines(&index)));
        listed.retain(|one| {
            alike.contains(&one.name.as_str()) || content::head(&one.path).is_ok_and(|head| meant(&head))
        });
        // What was made from this very file comes before what merely reads like it, and what has been worked on before what has not.
        let is_made = |head: &[u8]| source != "-" && states(head, "source", &source);
        let made = |one: &ListedSession| content::head(&one.path).is_ok_and(|head| is_made(&head));
        listed.sort_by_cached_key(|one| (!made(one), one.tally.settled() == 0));
        Ok(listed)
    }

    /// The session worked on last of those whose article states `checksum` under `key`. Looks at the beginning of each file;
    /// only where several state it are they read.
    fn stating(&self, key: &str, checksum: &str) -> Result<Option<PathBuf>, StoreError> {
        let mut found: Vec<PathBuf> = self.files()?.into_iter().map(|(_, path)| path).collect();
        found.retain(|path| content::head(path).is_ok_and(|head| states(&head, key, checksum)));
        if found.len() > 1 {
            found.retain(|path| !copies::is_one(path));
            let dated = |path: &PathBuf| on_disk::read(path).ok().map(|loaded| dated(&loaded.session));
            return Ok(found.into_iter().filter_map(|path| Some((dated(&path)?, path))).max().map(|(_, path)| path));
        }
        Ok(found.pop())
    }

    /// Gives the session at `path` another name in its folder; its side files go along. Answers with its new path.
    ///
    /// # Errors
    /// When the name is unsafe or taken, or somebody has the session open.
    pub fn rename(&self, path: &Path, new_name: &str, desk: &Workplace) -> Result<PathBuf, StoreError> {
        name::check(new_name)?;
        let target = path.with_file_name(format!("{new_name}{ENDING}"));
        let lower = |path: &Path| path.file_name().map(OsStr::to_ascii_lowercase);
        let changes_case = lower(&target) == lower(path);
        if target == path {
            return Ok(target);
        }
        if fs::symlink_metadata(&target).is_ok() && !changes_case {
            return Err(StoreError::Taken { path: target });
        }
        relocate(path, &target, desk)?;
        Ok(target)
    }

    /// Moves the session at `path` with its side files to the folder `trash/` beside it. Answers with its path there.
    ///
    /// # Errors
    /// When somebody has the session open, or the system refuses.
    pub fn trash(&self, path: &Path, desk: &Workplace) -> Result<PathBuf, StoreError> {
        let trash = path.with_file_name(TRASH);
        private_folder(&trash)?;
        let name = Sides::of(path).name().to_owned();
        let target = (1..=u32::MAX)
            .map(|n| trash.join(if n == 1 { format!("{name}{ENDING}") } else { format!("{name}-{n}{ENDING}") }))
            .find(|target| fs::symlink_metadata(target).is_err())
            .unwrap_or_else(|| trash.join(&name));
        relocate(path, &target, desk)?;
        Ok(target)
    }

    /// Takes `copies` of the session at `path` in, one after the other, and moves each to the trash once all of it is in the
    /// session. One that can't be taken in or moved stays where it is and keeps no other out; that is told.
    ///
    /// # Errors
    /// When none of them can, with what the first is wrong by.
    pub fn gather(&self, path: &Path, copies: &[PathBuf], desk: &Workplace) -> Result<Combined, StoreError> {
        let mut all: Option<Combined> = None;
        let mut left: Vec<StoreError> = Vec::new();
        for copy in copies {
            let made = all.as_ref().filter(|all| all.news).map(|all| &all.session);
            let one = CopyFile::read(copy).and_then(|file| combine::next_into_session(path, &file, None, made, desk));
            let moved = one.and_then(|one| self.trash(copy, desk).map(|_| one));
            match (moved, all.take()) {
                (Ok(one), Some(before)) => all = Some(before.and(one)),
                (Ok(one), None) => all = Some(one),
                (Err(error), before) => {
                    all = before;
                    left.push(error);
                }
            }
        }
        let Some(mut all) = all else {
            let missing = || StoreError::NoSession { asked: path.display().to_string(), folder: self.path.clone() };
            return Err(left.into_iter().next().unwrap_or_else(missing));
        };
        all.left = left.iter().map(ToString::to_string).collect();
        Ok(all)
    }

    /// Names and paths of the session files.
    pub(super) fn files(&self) -> Result<Vec<(String, PathBuf)>, StoreError> {
        let entries = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => {
                other.map_err(|error| StoreError::io(&self.path, "the folder of sessions can't be read", error))?
            }
        };
        let named = |path: PathBuf| {
            let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?.to_owned();
            // What a sync program or an editor is at work on begins so.
            (!name.is_empty() && !name.starts_with(['.', '~'])).then_some((name, path))
        };
        Ok(entries.flatten().filter_map(|entry| named(entry.path())).collect())
    }

    /// Makes the folder, for its owner only, with what leads to it.
    pub(super) fn ensure(&self) -> Result<(), StoreError> {
        if let Some(parent) =
            self.path.parent().filter(|parent| parent.components().any(|part| part != Component::CurDir))
        {
            fs::create_dir_all(parent).map_err(|error| StoreError::io(parent, "the folder can't be made", error))?;
        }
        private_folder(&self.path)
    }
}

/// When a session was last worked on, or begun.
fn dated(session: &Session) -> Stamp {
    let begun = || session.article.provenance.imported_at.clone();
    session.history().last().map_or_else(begun, |entry| entry.at.clone())
}

/// True when the beginning of a session file says `"key": "value"`. In a text the quotes would have backslashes.
fn states(head: &[u8], key: &str, value: &str) -> bool {
    [": ", ":"]
        .iter()
        .any(|colon| memchr::memmem::find(head, format!("\"{key}\"{colon}\"{value}\"").as_bytes()).is_some())
}

/// Moves a session with its side files and backups; nobody may have it open.
fn relocate(from: &Path, to: &Path, desk: &Workplace) -> Result<(), StoreError> {
    let (old, new) = (Sides::of(from), Sides::of(to));
    old.ensure()?;
    new.ensure()?;
    let held = match lock::desk(&old, desk)? {
        lock::LockAnswer::Theirs(holder) => return Err(StoreError::Open { path: from.to_owned(), holder }),
        lock::LockAnswer::Ours(held) => Some(held),
        lock::LockAnswer::Unknown => None,
    };
    let moved = |error| StoreError::io(from, "it can't be moved", error);
    fs::rename(from, to).map_err(moved)?;
    let sides = |of: &Sides| [of.draft(), of.forgotten(), of.policy(), of.evidence()];
    for (old, new) in sides(&old).into_iter().zip(sides(&new)) {
        // What lies under the new name already is another session's or somebody's: it stays.
        if old.exists() && !new.exists() {
            fs::rename(old, new).map_err(moved)?;
        }
    }
    super::backup::relocate(&old, &new)?;
    super::save::sync_folder(to).map_err(moved)?;
    super::save::sync_folder(from).map_err(moved)?;
    drop(held);
    Ok(())
}

#[cfg(test)]
mod tests;
