//! `factdesk diff`: what differs between two drafts of a session, block by block.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::PastDraft;
use crate::review::redraft::{BlockDiff, blocks};
use crate::store;
use crate::text::word_diff::{Op, Run};

/// Show what differs between two drafts of a session, word by word: [-gone-] and {+new+}; a sentence that stands elsewhere is told as moved.
#[derive(Debug, Args)]
pub(super) struct DraftDiff {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The earlier draft; else the one before the draft that stands.
    from: Option<u32>,
    /// The later draft; else the one that stands.
    to: Option<u32>,
    /// As JSON: a list of blocks, each a list of runs.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct DiffPart {
    #[serde(rename = "is")]
    op: &'static str,
    text: String,
    /// Left out unless it is a sentence that goes here and comes elsewhere, or the other way round.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    moved: bool,
}

pub(super) fn run(asked: &DraftDiff, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let session = store::read(&path)?.session;
    let now = session.article.draft;
    let others = || session.drafts.iter().map(PastDraft::n);
    // Where the first stands again, the next is the one that was taken back.
    let pair = || {
        let before = others().filter(|n| *n < now).max().map(|before| (before, now));
        before.or_else(|| others().filter(|n| *n > now).min().map(|after| (now, after)))
    };
    let alone = || {
        Failure::failed("the session has one draft only; factdesk redraft SESSION FILE brings in the next").about(&path)
    };
    let (from, to) = match asked.from {
        Some(from) => (from, asked.to.unwrap_or(now)),
        None => pair().ok_or_else(alone)?,
    };
    let draft = |n: u32| {
        let none = || Failure::failed(format!("there is no draft {n} to read; see factdesk drafts")).about(&path);
        session.texts().of(n).ok_or_else(none)
    };
    let (earlier, later) = (draft(from)?, draft(to)?);
    let changed = blocks(earlier.text(), later.text());
    if asked.json {
        let part = |run: &'_ Run| DiffPart { op: word(run.op), text: run.text.clone(), moved: run.moved };
        let parts = |block: &BlockDiff| block.runs.iter().map(part).collect::<Vec<_>>();
        out::json(&changed.iter().map(parts).collect::<Vec<_>>())?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for block in &changed {
        for run in &block.runs {
            let (words, moved, blanks) = run.parts();
            let _ = match run.op {
                Op::Equal => write!(text, "{words}"),
                Op::Delete => write!(text, "[-{words}-]{moved}{blanks}"),
                Op::Insert => write!(text, "{{+{words}+}}{moved}{blanks}"),
            };
        }
        text.push_str("\n\n");
    }
    out::lines(&text)?;
    let count = match changed.len() {
        1 => "1 block differs".to_owned(),
        count => format!("{count} blocks differ"),
    };
    out::say(&format!("draft {from} to draft {to}: {count}"));
    Ok(ExitCode::SUCCESS)
}

const fn word(op: Op) -> &'static str {
    match op {
        Op::Equal => "same",
        Op::Delete => "gone",
        Op::Insert => "new",
    }
}
