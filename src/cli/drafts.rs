//! `factdesk drafts`: the drafts that a session has seen.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::Session;
use crate::store;

/// List the drafts of a session, the one that stands marked.
#[derive(Debug, Args)]
pub(super) struct PastDrafts {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct DraftRow<'a> {
    draft: u32,
    stands: bool,
    title: &'a str,
    source: &'a str,
    imported_at: &'a str,
    by: Option<String>,
    sha256: &'a str,
    readable: bool,
}

pub(super) fn run(asked: &PastDrafts, common: &Common) -> Result<ExitCode, Failure> {
    let session = store::read(&common.folder()?.find(&asked.session)?)?.session;
    let sha256 = session.article.sha256();
    let lines = lines(&session, &sha256);
    if asked.json {
        out::json(&lines)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for line in lines {
        let stands = if line.stands { "stands" } else { "" };
        let by = line.by.map(|by| format!("  brought in by {by}")).unwrap_or_default();
        let lost = if line.readable { "" } else { "  can't be rebuilt" };
        let at = line.imported_at;
        let _ = writeln!(text, "{:>3}  {stands:<6}  {at:<20}  {}  {}{by}{lost}", line.draft, line.title, line.source);
    }
    out::lines(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn lines<'a>(session: &'a Session, sha256: &'a str) -> Vec<DraftRow<'a>> {
    // Who brought a draft in first: nobody that which stood before the first of all.
    let by = |n: u32| {
        let mut carries = session.history().iter().filter_map(|entry| Some((entry, entry.edit.change.draft()?)));
        let (first, carry) = carries.find(|(_, carry)| [carry.draft.before, carry.draft.after].contains(&n))?;
        (carry.draft.after == n).then(|| first.by.to_string())
    };
    let mut lines: Vec<DraftRow<'a>> = session
        .drafts
        .iter()
        .map(|past| DraftRow {
            draft: past.n(),
            stands: false,
            title: &past.shape.title,
            source: &past.shape.source,
            imported_at: past.shape.imported_at.as_str(),
            by: by(past.n()),
            sha256: &past.shape.sha256,
            readable: past.article.is_some(),
        })
        .collect();
    let article = &session.article;
    lines.push(DraftRow {
        draft: article.draft,
        stands: true,
        title: &article.title,
        source: &article.provenance.source,
        imported_at: article.provenance.imported_at.as_str(),
        by: by(article.draft),
        sha256,
        readable: true,
    });
    lines.sort_by_key(|line| line.draft);
    lines
}
