//! `factdesk mark`: a verdict from the command line, also while the session is open in a workbench.

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::common::Common;
use super::failure::Failure;
use super::{out, pick};
use crate::review::{Change, Claim, Edit, Mark as Given, Session, Source, Stamp, Swap, Verdict};
use crate::store;
use crate::term::desk;

/// Mark a claim of a session.
#[derive(Debug, Args)]
pub(super) struct Mark {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The claim: its number, its id, or the beginning of it.
    claim: String,
    /// What checking it came to.
    verdict: Wanted,
    /// Put this in place of its note.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    note: Option<String>,
    /// Add a source with this link.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Wanted {
    /// It holds.
    Verified,
    /// It does not hold, or not as it stands.
    Disputed,
    /// Looked at, could not be settled.
    Unknown,
    /// Take the verdict back: unchecked.
    None,
}

impl Wanted {
    const fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Verified => Some(Verdict::Verified),
            Self::Disputed => Some(Verdict::Disputed),
            Self::Unknown => Some(Verdict::Unknown),
            Self::None => None,
        }
    }
}

pub(super) fn run(asked: &Mark, common: &Common) -> Result<ExitCode, Failure> {
    if let Some(url) = &asked.source
        && !["http://", "https://"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme))
    {
        return Err(Failure::usage(format!(
            "{url:?} is no link; --source takes one that begins with http:// or https://"
        )));
    }
    let desk = desk::here();
    let path = common.folder()?.find(&asked.session)?;
    let by = common.reviewer()?;
    let done = store::amend(&path, &desk, |session| -> Result<String, Failure> {
        let claim = pick::claim(session, &asked.claim).map_err(|failure| failure.about(&path))?.clone();
        let at = (desk.now)();
        for change in changes(&claim, asked, &by, &at) {
            session.commit(Edit::of(claim.id.clone(), change), &by, &at)?;
        }
        Ok(line(session, &claim))
    })?;
    out::lines(&done)?;
    Ok(ExitCode::SUCCESS)
}

fn changes(claim: &Claim, asked: &Mark, by: &Arc<str>, at: &Stamp) -> Vec<Change> {
    let mut changes = Vec::new();
    let given = asked.verdict.verdict().map(|verdict| Given { verdict, by: Arc::clone(by), at: at.clone() });
    if claim.dismissed && given.is_some() {
        // A verdict says that there was something to check after all.
        changes.push(Change::Dismissed(Swap::new(true, false)));
    }
    if claim.mark != given {
        changes.push(Change::Verdict(Swap::new(claim.mark.clone(), given)));
    }
    if let Some(note) = asked.note.as_ref().filter(|note| **note != claim.record.note) {
        changes.push(Change::Note(Swap::new(claim.record.note.clone(), note.clone())));
    }
    if let Some(url) = &asked.source {
        let old = &claim.record.sources;
        let new = Source {
            id: Source::fresh_id(old),
            url: url.clone(),
            checked_at: at.day().to_owned(),
            ..Source::default()
        };
        changes.push(Change::Sources(Swap::new(old.clone(), old.iter().cloned().chain([new]).collect())));
    }
    changes
}

/// `k3f9a2c1  disputed  8  The repair cost …`, as it now is.
pub(super) fn line(session: &Session, claim: &Claim) -> String {
    let now = session.claims().by_id(&claim.id).unwrap_or(claim);
    let number = pick::number(session, claim);
    format!("{number}  {}  {}  {}\n", claim.id, now.status().word(), pick::first_words(session, now))
}
