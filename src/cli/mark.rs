//! `factdesk mark`: a verdict from the command line, also while the session is open in a workbench.

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::common::Common;
use super::failure::Failure;
use super::{out, pick};
use crate::advice::stated;
use crate::review::{Change, Claim, Edit, Session, Source, Stamp, Verdict, field, marking, told};
use crate::store;
use crate::term::desk;
use crate::text::link;

/// Mark a claim of a session.
#[derive(Debug, Args)]
pub(super) struct MarkArgs {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The claim: its number, its id, or the beginning of it.
    claim: String,
    /// What checking it came to.
    verdict: WantedMark,
    /// Put this in place of its note; another's stays as a remark of theirs.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    note: Option<String>,
    /// Add a source with this link.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum WantedMark {
    /// It holds.
    Verified,
    /// It does not hold, or not as it stands.
    Disputed,
    /// Looked at, could not be settled.
    Unknown,
    /// Take the verdict back: unchecked.
    None,
}

impl WantedMark {
    const fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Verified => Some(Verdict::Verified),
            Self::Disputed => Some(Verdict::Disputed),
            Self::Unknown => Some(Verdict::Unknown),
            Self::None => None,
        }
    }
}

pub(super) fn run(asked: &MarkArgs, common: &Common) -> Result<ExitCode, Failure> {
    if let Some(url) = &asked.source
        && !link::is_web(url)
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
        let marks = asked.verdict.verdict().is_some() || claim.reading_by(&by).is_some();
        if let Some(readers) = told::readers(&claim).filter(|_| !marks) {
            out::say(&format!("{readers}, {by} has not: nothing is taken back"));
        }
        let before = session.history().len();
        session.commit_all(stated::letting_go(session, edits(session, &claim, asked, (&by, &at))), &by, &at)?;
        if stated::was_let_go(session, before) {
            out::say(&format!("claim {}: what it states has another figure, and is let go", claim.number));
        }
        Ok(line(session, &claim))
    })?;
    out::lines(&done)?;
    Ok(ExitCode::SUCCESS)
}

fn edits(session: &Session, claim: &Claim, asked: &MarkArgs, (by, at): (&Arc<str>, &Stamp)) -> Vec<Edit> {
    let mut edits = marking(claim, asked.verdict.verdict(), by, at);
    let note = asked.note.as_ref().map(|note| session.noting(claim, note, by)).unwrap_or_default();
    tell_kept(claim, &note);
    let held = |url: &&String| claim.record.sources.iter().any(|source| source.url == **url);
    if let Some(url) = asked.source.as_ref().filter(held) {
        out::say(&format!("claim {} has this source already: {url}", claim.number));
    }
    let source = asked.source.as_ref().filter(|url| !held(url)).and_then(|url| {
        Change::of(claim, &field::SOURCES, |claim| {
            let (id, checked_at) = (Source::fresh_id(&claim.record.sources), at.day().to_owned());
            claim.record.sources.push(Source { id, url: url.clone(), checked_at, ..Source::default() });
        })
    });
    edits.extend(note);
    edits.extend(source.map(|change| Edit::of(claim.id.clone(), change)));
    edits
}

/// Says that `edits`, which write the note of `claim`, keep another's as a remark, if they do.
pub(super) fn tell_kept(claim: &Claim, edits: &[Edit]) {
    let keeps = |edit: &Edit| matches!(&edit.change, Change::Field(changed, _) if *changed == &field::REMARKS);
    if edits.iter().any(keeps) {
        out::say(&format!("claim {}: its note was another's, and stays as a remark of theirs", claim.number));
    }
}

/// `k3f9a2c1  disputed  8  The repair cost …`, as it now is.
pub(super) fn line(session: &Session, claim: &Claim) -> String {
    let now = session.claims().by_id(&claim.id).unwrap_or(claim);
    format!("{}  {}  {}  {}\n", now.number, claim.id, now.status().word(), pick::first_words(session, now))
}
