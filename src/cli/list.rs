//! `factdesk list`: the saved sessions.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::review::{Stamp, Tally};
use crate::store::{FolderListing, ListedSession};
use crate::text::gate::clean;

/// List the saved sessions, the one worked on last first.
#[derive(Debug, Args)]
pub(super) struct List {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// The counts of a session, as JSON has them here and in `check`.
#[derive(Serialize)]
pub(super) struct Counts {
    total: usize,
    settled: usize,
    verified: usize,
    disputed: usize,
    unknown: usize,
    unchecked: usize,
    differs: usize,
    other: usize,
    dismissed: usize,
    conflicts: usize,
}

impl Counts {
    /// The same, where only so many of the verdicts settle their claims.
    pub(super) fn with_settled(self, settled: usize) -> Self {
        Self { settled, ..self }
    }
}

impl From<&Tally> for Counts {
    fn from(tally: &Tally) -> Self {
        let Tally {
            verified,
            disputed,
            unknown,
            unchecked,
            differs,
            other,
            dismissed,
            conflicts,
            pending: _,
            fresh: _,
            contradicted: _,
        } = *tally;
        Self {
            total: tally.total(),
            settled: tally.settled(),
            verified,
            disputed,
            unknown,
            unchecked,
            differs,
            other,
            dismissed,
            conflicts,
        }
    }
}

/// The counts for people: `14/31  ✓9 ✗3 ?2 ○17 –1`, with `≠2` behind them where readers differ.
pub(super) fn counts(tally: &Tally) -> String {
    counts_of(tally, tally.settled())
}

/// The counts where so many of the verdicts settle their claims.
pub(super) fn counts_of(tally: &Tally, settled: usize) -> String {
    let progress = format!("{settled}/{}", tally.total());
    let Tally { verified, disputed, unknown, unchecked, differs, other, dismissed, .. } = *tally;
    let apart = if differs > 0 { format!(" ≠{differs}") } else { String::new() };
    let strange = if other > 0 { format!(" •{other}") } else { String::new() };
    format!("{progress:>7}  ✓{verified} ✗{disputed} ?{unknown} ○{unchecked} –{dismissed}{apart}{strange}")
}

#[derive(Serialize)]
struct ListRow<'a> {
    name: &'a str,
    path: String,
    title: &'a str,
    #[serde(flatten)]
    counts: Counts,
    owed: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<u32>,
    source: &'a str,
    reviewers: &'a [String],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    assigned: BTreeMap<&'a str, usize>,
    last: Option<&'a Stamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<&'a str>,
    copies: Vec<String>,
}

impl<'a> From<&'a ListedSession> for ListRow<'a> {
    fn from(listed: &'a ListedSession) -> Self {
        let ListedSession { name, path, title, tally, standing, owed, draft, source, .. } = listed;
        let ListedSession { reviewers, assigned, last, trouble, copies, .. } = listed;
        let (last, trouble) = (last.as_ref(), trouble.as_deref());
        let copies = copies.iter().map(|copy| copy.display().to_string()).collect();
        Self {
            name,
            path: path.display().to_string(),
            title,
            counts: Counts::from(tally).with_settled(standing.settled()),
            owed: *owed,
            draft: (*draft > 0).then_some(*draft),
            source,
            reviewers,
            assigned: assigned.iter().map(|(name, count)| (name.as_str(), *count)).collect(),
            last,
            trouble,
            copies,
        }
    }
}

pub(super) fn run(asked: &List, common: &Common) -> Result<ExitCode, Failure> {
    let folder = common.folder_that_is_there()?;
    let FolderListing { sessions, policy_troubles } = folder.list()?;
    for trouble in policy_troubles {
        out::say(&format!("left out of the counts: {trouble}"));
    }
    if asked.json {
        out::json(&sessions.iter().map(ListRow::from).collect::<Vec<_>>())?;
        return Ok(ExitCode::SUCCESS);
    }
    if sessions.is_empty() {
        out::say(&format!("there are no sessions in {}; begin one with factdesk PATH", folder.path().display()));
    }
    let widest = sessions.iter().map(|listed| clean(&listed.name).width()).max().unwrap_or_default();
    let mut text = String::new();
    for listed in &sessions {
        let name = clean(&listed.name);
        let pad = " ".repeat(widest - name.width());
        let _ = match &listed.trouble {
            Some(trouble) => writeln!(text, "{name}{pad}  can't be read: {}", clean(trouble)),
            None => writeln!(
                text,
                "{name}{pad}  {}  {}  {}",
                counts_of(&listed.tally, listed.standing.settled()),
                day(listed),
                clean(&listed.title)
            ),
        };
        for copy in &listed.copies {
            let file = copy.file_name().unwrap_or_default().to_string_lossy();
            let _ = writeln!(text, "{:widest$}    copy: {}", "", clean(&file));
        }
    }
    out::lines(&text)?;
    if let Some(session) = sessions.iter().find(|listed| !listed.copies.is_empty()) {
        out::say(&format!("factdesk merge {} takes its copies in and moves them to the trash", clean(&session.name)));
    }
    Ok(ExitCode::SUCCESS)
}

/// When it was last worked on, to the minute: `2026-11-23 09:41`.
fn day(listed: &ListedSession) -> String {
    let stamp = listed.last.as_ref().map(Stamp::as_str).unwrap_or_default();
    let minute = stamp.get(..16).map(|minute| minute.replace('T', " "));
    minute.unwrap_or_else(|| format!("{:16}", "not begun"))
}
