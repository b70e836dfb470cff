//! `factdesk keys`: the key table.

use std::process::ExitCode;

use clap::Args;

use super::failure::Failure;
use super::out;
use crate::app::keymap;

/// List every key and what it does.
#[derive(Debug, Args)]
pub(super) struct Keys {
    /// As Markdown tables, as the README has them.
    #[arg(long)]
    markdown: bool,
}

pub(super) fn run(asked: &Keys) -> Result<ExitCode, Failure> {
    let text = if asked.markdown { keymap::markdown() } else { keymap::plain() };
    out::text(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
