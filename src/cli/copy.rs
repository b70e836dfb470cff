//! `factdesk copy`: a session for somebody else, whole or blind.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::export;
use crate::review::Keeps;
use crate::store;
use crate::text::plural;

/// Copy a session for a second reader; factdesk merge brings their work back.
#[derive(Debug, Args)]
pub(super) struct Copied {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The copy's file; else NAME-blind or NAME-copy beside the session.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The claims without verdicts, dismissals, readings, notes, corrections, queries, tags and history.
    #[arg(long)]
    blind: bool,
    #[command(flatten)]
    choice: BlindChoice,
}

/// What a blind copy has.
#[derive(Clone, Copy, Debug, Args)]
struct BlindChoice {
    /// Without the sources too; each of them says which way it points.
    #[arg(long, requires = "blind")]
    no_sources: bool,
    /// Without the claims that were added by hand.
    #[arg(long, requires = "blind")]
    proposed_only: bool,
    /// With what was dismissed as dismissed, so that it need not be looked at again; else that is a reading like any verdict.
    #[arg(long, requires = "blind")]
    keep_dismissed: bool,
}

pub(super) fn run(asked: &Copied, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    let BlindChoice { no_sources, proposed_only, keep_dismissed } = asked.choice;
    let keeps = Keeps { sources: !no_sources, added: !proposed_only, dismissed: keep_dismissed };
    let (target, copy) = store::copy(&path, asked.output.as_deref(), asked.blind.then_some(keeps))?;
    out::lines(&format!("{}\n", target.display()))?;
    let back = format!("factdesk merge {} {}", path.display(), target.display());
    out::say(&format!("{} to check; {back} brings the work back", plural(copy.claims().tally().total(), "claim")));
    let way_out = if asked.blind { "; --blind --no-sources leaves sources out" } else { "" };
    match export::confidential_sources(&copy) {
        0 => {}
        1 => out::say(&format!("1 source in it is confidential{way_out}")),
        many => out::say(&format!("{many} sources in it are confidential{way_out}")),
    }
    Ok(ExitCode::SUCCESS)
}
