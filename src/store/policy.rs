//! The policy that lies beside a session: what its newsroom asks of a claim before it is settled.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use foldhash::fast::RandomState;
use xxhash_rust::xxh3::xxh3_64;

use super::StoreError;
use super::sides::{POLICY, Sides};
use crate::review::Policy;
use crate::review::policy::in_plain_words;

/// The file, beside the sessions, with the policy of all that have none of their own.
const USUAL: &str = "policy.toml";

/// The policy in `NAME.policy.toml` beside the session at `path`, else in `policy.toml` of its folder; none when neither is there.
///
/// # Errors
/// When one is there and can't be read, or a line of it is wrong; the message names file, line and what is known.
pub fn policy(path: &Path) -> Result<Option<Policy>, StoreError> {
    match in_file(&Sides::of(path).policy())? {
        Some(own) => Ok(Some(own)),
        None => in_file(&path.with_file_name(USUAL)),
    }
}

/// The policy in `file`; none when it is not there.
fn in_file(file: &Path) -> Result<Option<Policy>, StoreError> {
    match fs::read_to_string(file) {
        Ok(text) => parse(&text).map(Some).map_err(|says| StoreError::Policy { path: file.to_owned(), says }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io(file, "the policy can't be read", error)),
    }
}

/// What is asked of the claims of each session of a folder.
#[derive(Debug)]
pub(super) struct FolderPolicies {
    folder: PathBuf,
    /// What is asked where nothing else is said: by the folder's own file, else by the settings.
    usual: Policy,
    /// The sessions that have a file of their own, by name.
    own: HashSet<String, RandomState>,
}

impl FolderPolicies {
    /// Those of the sessions in `folder`, `settings` being what the settings ask for. A file that is wrong asks for nothing: see
    /// [`Self::troubles`].
    pub(super) fn of(folder: &Path, settings: &Policy) -> Self {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let own = entries.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(POLICY).map(str::to_owned));
        let usual = in_file(&folder.join(USUAL)).ok().flatten().unwrap_or_else(|| settings.clone());
        Self { folder: folder.to_owned(), usual, own: own.collect() }
    }

    /// That of the session called `name`.
    pub(super) fn of_session(&self, name: &str) -> Policy {
        let own = || in_file(&self.file_of(name)).ok().flatten();
        self.own.contains(name).then(own).flatten().unwrap_or_else(|| self.usual.clone())
    }

    /// What is wrong with its files, in the order of their names.
    pub(super) fn troubles(&self) -> Vec<StoreError> {
        let mut files: Vec<PathBuf> = self.own.iter().map(|name| self.file_of(name)).collect();
        files.push(self.folder.join(USUAL));
        files.sort();
        files.iter().filter_map(|file| in_file(file).err()).collect()
    }

    fn file_of(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}{POLICY}"))
    }
}

/// A number that tells a policy from others; 0 for none.
pub(super) fn fingerprint(policy: &Policy) -> u64 {
    if policy.is_none() { 0 } else { xxh3_64(&serde_json::to_vec(policy).unwrap_or_default()).max(1) }
}

fn parse(text: &str) -> Result<Policy, String> {
    toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        format!("line {line}: {}", in_plain_words(error.message()))
    })
}
