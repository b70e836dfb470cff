//! `factdesk sign-off`: somebody says that they have looked at a session as it stands.

use std::process::ExitCode;

use clap::Args;

use super::check;
use super::common::Common;
use super::failure::Failure;
use super::{list, out};
use crate::review::Session;
use crate::store;
use crate::term::desk;

/// Sign a session off: say that you have looked at it as it stands.
///
/// Who, when, of which draft and on which SHA-256 of all claims is kept in the session and told in the reports. What was done since is told
/// by factdesk export --since last.
#[derive(Debug, Args)]
pub(super) struct SignOffArgs {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// What there is to say about it.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    note: Option<String>,
    /// Only list who has signed it off, and what was done since.
    #[arg(long, conflicts_with = "note")]
    list: bool,
}

pub(super) fn run(asked: &SignOffArgs, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    if asked.list {
        let session = store::read(&path)?.session;
        if session.signed.is_empty() {
            out::say("nobody has signed it off yet");
        }
        out::lines(&told(&session))?;
        return Ok(ExitCode::SUCCESS);
    }
    let desk = desk::here();
    let by = common.reviewer()?;
    let policy = common.policy(&path)?;
    let note = asked.note.as_deref().unwrap_or_default().trim();
    let lines = store::amend(&path, &desk, |session| -> Result<String, Failure> {
        let signed = session.sign_off(&by, &(desk.now)(), note);
        let counts = list::counts_of(session.claims().tally(), policy.tally(session).settled());
        Ok(format!("{}\n{}  {}\n", session.told_of(&signed), signed.sha256, counts.trim_start()))
    })?;
    out::lines(&lines)?;
    for notice in check::beside(&path) {
        out::say(&notice);
    }
    Ok(ExitCode::SUCCESS)
}

/// Every sign-off, a line each.
fn told(session: &Session) -> String {
    session.signed.iter().fold(String::new(), |told, signed| told + &session.told_of(signed) + "\n")
}
