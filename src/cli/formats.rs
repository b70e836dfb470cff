//! `factdesk formats`: what is read, and what each format carries, from one table.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::failure::Failure;
use super::out;
use crate::intake::FORMATS;

/// List the formats that are read, and what each carries.
#[derive(Debug, Args)]
pub(super) struct Formats {
    /// As a table in Markdown.
    #[arg(long)]
    markdown: bool,
    /// As JSON.
    #[arg(long, conflicts_with = "markdown")]
    json: bool,
}

pub(super) fn run(asked: &Formats) -> Result<ExitCode, Failure> {
    if asked.json {
        out::json(&FORMATS)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    if asked.markdown {
        text.push_str("| format | files | what comes along |\n|---|---|---|\n");
        for format in &FORMATS {
            let _ = writeln!(text, "| {} | {} | {} |", format.name, format.endings, format.carries);
        }
    } else {
        for format in &FORMATS {
            let _ = writeln!(text, "{:<30}  {:<24}  {}", format.name, format.endings, format.carries);
        }
    }
    out::lines(&text)?;
    Ok(ExitCode::SUCCESS)
}
