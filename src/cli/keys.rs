//! `factdesk keys`: the key table.

use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::out;

/// List every key, what it does, and the name by which the settings file gives it another.
#[derive(Debug, Args)]
pub(super) struct Keys {
    /// As Markdown tables, as the README has them.
    #[arg(long)]
    markdown: bool,
}

pub(super) fn run(asked: &Keys, common: &Common) -> Result<ExitCode, Failure> {
    let keymap = common.config()?.keymap();
    let text = if asked.markdown { keymap.markdown() } else { keymap.plain() };
    out::text(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
