//! `factdesk check`: is a session sound, and is every claim settled.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::list::{self, Counts};
use super::{out, pick};
use crate::advice;
use crate::lint::Certainty;
use crate::review::{Breach, Claim, Policy, Session, Status};
use crate::store::{self, Loaded, copies};
use crate::term;

/// The exit code when something is left to do.
const UNSETTLED: u8 = 10;

/// Check a session: exit 0 when every claim is settled, 10 when some are not, 1 when the file is not sound.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// Mind what contradicts itself, too, as the policy's contradictions = true does: exit 10 while an error that factdesk lint
    /// finds is neither mended nor put away.
    #[arg(long)]
    lint: bool,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct CheckReport<'a> {
    path: String,
    sound: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
    #[serde(flatten)]
    found: Option<FindingShape<'a>>,
}

#[derive(Serialize)]
struct FindingShape<'a> {
    title: &'a str,
    version: u64,
    #[serde(flatten)]
    counts: Counts,
    unsettled: Vec<OpenClaim<'a>>,
    /// What contradicts itself and nobody has put away; only where that is minded.
    #[serde(skip_serializing_if = "Option::is_none")]
    contradictions: Option<Vec<String>>,
    notices: &'a [String],
}

/// A claim that is not settled.
#[derive(Serialize)]
struct OpenClaim<'a> {
    number: String,
    id: &'a str,
    exact: &'a str,
    /// The fields that two copies of the session differ in.
    conflicts: Vec<&'a str>,
    /// Why it is not settled, a few words each.
    breaches: Vec<String>,
}

pub(super) fn run(asked: &Check, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let loaded = match store::read(&path) {
        Ok(loaded) => loaded,
        Err(error) if asked.json => {
            let trouble = Some(error.to_string());
            out::json(&CheckReport { path: path.display().to_string(), sound: false, trouble, found: None })?;
            return Ok(ExitCode::FAILURE);
        }
        Err(error) => return Err(error.into()),
    };
    let Loaded { session, version, notices } = &loaded;
    let notices = &[notices.as_slice(), &term::evidence::amiss(&path, &session.evidence), &beside(&path)].concat();
    let policy = common.policy(&path)?;
    let unsettled = unsettled(session, &policy);
    let contradictions = (asked.lint || policy.contradictions).then(|| contradictions(session));
    let agrees = contradictions.as_ref().is_none_or(Vec::is_empty);
    let code = if unsettled.is_empty() && agrees { ExitCode::SUCCESS } else { ExitCode::from(UNSETTLED) };
    if asked.json {
        let counts = Counts::from(session.claims().tally()).with_settled(policy.tally(session).settled());
        let found = Some(FindingShape {
            title: &session.article.title,
            version: *version,
            counts,
            unsettled,
            contradictions,
            notices,
        });
        out::json(&CheckReport { path: path.display().to_string(), sound: true, trouble: None, found })?;
        return Ok(code);
    }
    let newer = loaded.newer().then(|| format!("version {version} of its format is newer than this program knows"));
    for notice in notices.iter().chain(&newer).chain(&open_to_others(&path)) {
        out::say(&format!("{}: {notice}", path.display()));
    }
    out::lines(&report(session, &policy, &unsettled))?;
    let bare =
        session.claims().iter().filter(|claim| claim.is_unsourced() && claim.status() == Status::Verified).count();
    if policy.is_none() && bare > 0 {
        out::say(&format!("{bare} verified without a source; a policy can ask for one, see factdesk config"));
    }
    for says in contradictions.iter().flatten() {
        out::lines(&format!("      contradicts itself: {says}\n"))?;
    }
    Ok(code)
}

fn unsettled<'a>(session: &'a Session, policy: &Policy) -> Vec<OpenClaim<'a>> {
    let open = |claim| {
        let breaches = policy.breaches(claim, session);
        (!breaches.is_empty()).then(|| shape(session, claim, &breaches))
    };
    session.claims().iter().filter_map(open).collect()
}

/// The errors that nobody has put away, a sentence each; a doubt holds nothing up.
fn contradictions(session: &Session) -> Vec<String> {
    let errors = advice::open(session).into_iter().filter(|advice| advice.weight == Certainty::Error);
    errors.map(|advice| advice.says).collect()
}

fn shape<'a>(session: &'a Session, claim: &'a Claim, breaches: &[Breach]) -> OpenClaim<'a> {
    let conflicts = claim.record.conflicts.iter().map(|conflict| conflict.field.as_str()).collect();
    let breaches = breaches.iter().map(ToString::to_string).collect();
    OpenClaim {
        number: claim.number.to_string(),
        id: claim.id.as_str(),
        exact: session.exact(claim),
        conflicts,
        breaches,
    }
}

fn report(session: &Session, policy: &Policy, unsettled: &[OpenClaim<'_>]) -> String {
    let tally = session.claims().tally();
    let counts = list::counts_of(tally, policy.tally(session).settled());
    let mut text = format!("{}  {}\n", counts.trim_start(), session.article.title);
    for open in unsettled {
        let words = session.claims().by_id(&open.id.into()).map(|claim| pick::first_words(session, claim));
        let why = open.breaches.join("; ");
        let _ = writeln!(text, "{:>4}  {}  {why}: {}", open.number, open.id, words.unwrap_or_default());
    }
    text
}

/// What copies beside the session may hold that it does not, a sentence each.
pub(super) fn beside(path: &Path) -> Vec<String> {
    let told = |copy: &PathBuf| {
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        format!(
            "a copy lies beside it, and what was done there is not in it; factdesk merge SESSION takes it in: {name}"
        )
    };
    copies::beside(path).iter().map(told).collect()
}

/// A warning when others on this machine can read the session.
#[cfg(unix)]
fn open_to_others(path: &Path) -> Option<String> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then(|| format!("others on this machine may read it (mode {mode:o}); chmod 600 keeps it yours"))
}

/// Elsewhere permissions are no numbers; the folder's owner sees to them.
#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<String> {
    None
}
