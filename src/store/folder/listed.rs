//! A saved session as a list shows it, and the order of the list.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::index::{OriginFile, Summary};
use crate::review::{Stamp, Tally};

/// One saved session, as a list shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListedSession {
    /// Its name.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// The article's title; empty when it can't be read.
    pub title: String,
    /// How many claims are in each state.
    pub tally: Tally,
    /// The same where a verdict that is less than the policy asks for counts as none.
    pub standing: Tally,
    /// How many questions and rights of reply wait for an answer.
    pub owed: usize,
    /// Which draft it is, from 1; 0 when it can't be read.
    pub draft: u32,
    /// The name of the file that it was read from; empty for text from a pipe.
    pub source: String,
    /// Where that file lies, and what of it is known.
    pub origin: OriginFile,
    /// Who marked claims, the one who marked last first.
    pub reviewers: Vec<String>,
    /// Who is named to check claims that are open, by name, each with how many of them.
    pub assigned: Vec<(String, usize)>,
    /// When something was last done; `None` when nothing was, or when it can't be read.
    pub last: Option<Stamp>,
    /// When something was last done, or it was begun; empty when it can't be read.
    pub dated: Stamp,
    /// Why it can't be read.
    pub trouble: Option<String>,
    /// Copies of it that lie beside it, as sync programs make them.
    pub copies: Vec<PathBuf>,
}

pub(super) fn listed(name: String, path: PathBuf, line: Summary) -> ListedSession {
    let Summary { title, tally, standing, owed, draft, source, origin, reviewers, assigned, last, dated, .. } = line;
    let standing = standing.unwrap_or(tally);
    let of = ListedSession { name, path, title, tally, standing, owed, ..ListedSession::default() };
    ListedSession { draft, source, origin, reviewers, assigned, last, dated, ..of }
}

/// One that can't be read.
pub(super) fn unread(name: String, path: PathBuf, trouble: String) -> (Stamp, ListedSession) {
    let at = touched(&path).unwrap_or_default();
    (at, ListedSession { name, path, trouble: Some(trouble), ..ListedSession::default() })
}

/// The one that was worked on last first.
pub(super) fn sorted(mut dated: Vec<(Stamp, ListedSession)>) -> Vec<ListedSession> {
    dated.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.name.cmp(&other.name)));
    dated.into_iter().map(|(_, listed)| listed).collect()
}

/// When the file system says a file was last written.
fn touched(path: &Path) -> Option<Stamp> {
    let at = jiff::Timestamp::try_from(fs::metadata(path).ok()?.modified().ok()?).ok()?;
    Some(Stamp::from(at.round(jiff::Unit::Second).ok()?.to_string().as_str()))
}
