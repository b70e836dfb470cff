//! `factdesk memory`: what was checked before.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::store::{Alike, PastChecks};
use crate::text::gate::clean;

/// Tell what was found out earlier about a statement, in all saved sessions.
#[derive(Debug, Args)]
pub(super) struct Remember {
    /// The statement; - for one a line on stdin.
    statement: String,
    /// As JSON: for each statement a list.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct AlikeLine<'a> {
    session: &'a str,
    title: &'a str,
    claim: &'a str,
    number: &'a str,
    words: &'a str,
    verdict: &'a str,
    by: &'a str,
    at: &'a str,
    source: &'a str,
    likeness: f64,
}

impl<'a> From<&'a Alike> for AlikeLine<'a> {
    fn from(alike: &'a Alike) -> Self {
        let Alike { session, title, claim, number, words, verdict, by, at, source, likeness } = alike;
        let likeness = (likeness * 100.0).round() / 100.0;
        Self { session, title, claim, number, words, verdict, by, at: at.as_str(), source, likeness }
    }
}

pub(super) fn run(asked: &Remember, common: &Common) -> Result<ExitCode, Failure> {
    let mut memory = PastChecks::of(common.folder()?)?;
    let statements =
        if asked.statement == "-" { std::io::read_to_string(std::io::stdin())? } else { asked.statement.clone() };
    let found: Vec<Vec<Alike>> = statements.lines().map(|statement| memory.alike(&[statement], "")).collect();
    if asked.json {
        let lines: Vec<Vec<AlikeLine<'_>>> =
            found.iter().map(|all| all.iter().map(AlikeLine::from).collect()).collect();
        out::json(&lines)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for Alike { session, number, words, verdict, by, at, source, .. } in found.iter().flatten() {
        let _ = writeln!(text, "{verdict}  {}  {}  “{}”", at.day(), clean(by), clean(words));
        let _ = writeln!(text, "    {} {number}  {}", clean(session), clean(source));
    }
    out::lines(&text)?;
    if found.iter().all(Vec::is_empty) {
        out::say("nothing like it was checked in the saved sessions");
    }
    Ok(ExitCode::SUCCESS)
}
