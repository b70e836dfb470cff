//! `factdesk memory`: what was checked before.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::app::otherwise::{OtherWords, otherwise};
use crate::store::{self, PastChecks, SimilarClaim};
use crate::text::{gate::clean, plural, quoted};

/// Tell what was found out earlier about a statement, in all saved sessions, or add checks that others have published.
#[derive(Debug, Args)]
pub(super) struct Remember {
    /// The statement; - for one a line on stdin.
    #[arg(required_unless_present_any = ["add", "leave_out", "take_in"])]
    statement: Option<String>,
    /// Adds published checks: a file with ClaimReview (JSON, JSON-LD), a Data Commons feed, or a table with a heading row.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["statement", "json"])]
    add: Option<PathBuf>,
    /// Leaves a session out of it, wherever it is asked.
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["statement", "json", "add"])]
    leave_out: Option<String>,
    /// Takes a session in again that was left out.
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["statement", "json", "add", "leave_out"])]
    take_in: Option<String>,
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
    /// Where the two do not say the same; left out where they are the same words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differs: Vec<String>,
}

impl<'a> AlikeLine<'a> {
    /// What was checked, as against `statement`.
    fn of(statement: &str, alike: &'a SimilarClaim) -> Self {
        let SimilarClaim { session, title, claim, number, words, verdict, by, at, source, likeness } = alike;
        let likeness = (likeness * 100.0).round() / 100.0;
        Self {
            session,
            title,
            claim,
            number,
            words,
            verdict,
            by,
            at: at.as_str(),
            source,
            likeness,
            differs: differences(statement, words),
        }
    }
}

/// Where a statement and what was checked do not say the same, in words.
fn differences(statement: &str, checked: &str) -> Vec<String> {
    otherwise(statement, checked).unwrap_or_default().iter().map(OtherWords::told).collect()
}

pub(super) fn run(asked: &Remember, common: &Common) -> Result<ExitCode, Failure> {
    if let Some(path) = &asked.add {
        return add(path, common);
    }
    if let Some(name) = asked.leave_out.as_ref().or(asked.take_in.as_ref()) {
        let path = common.folder()?.find(name)?;
        PastChecks::leave_out(&path, asked.leave_out.is_some())?;
        let word = if asked.leave_out.is_some() { "left out of" } else { "part of" };
        out::say(&format!("it is {word} what is remembered: {}", path.display()));
        return Ok(ExitCode::SUCCESS);
    }
    let mut memory = PastChecks::of(common.folder()?)?;
    let statements = match asked.statement.as_deref() {
        Some("-") => std::io::read_to_string(std::io::stdin())?,
        told => told.unwrap_or_default().to_owned(),
    };
    let alike = |statement| (statement, memory.alike(&[statement], ""));
    let found: Vec<(&str, Vec<SimilarClaim>)> = statements.lines().map(alike).collect();
    if asked.json {
        let lines: Vec<Vec<AlikeLine<'_>>> =
            found.iter().map(|(said, all)| all.iter().map(|one| AlikeLine::of(said, one)).collect()).collect();
        out::json(&lines)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for (said, alike) in found.iter().flat_map(|(said, all)| all.iter().map(move |one| (said, one))) {
        let SimilarClaim { session, number, words, verdict, by, at, source, .. } = alike;
        let _ = writeln!(text, "{verdict}  {}  {}  {}", at.day(), clean(by), quoted(&clean(words)));
        let differs = differences(said, words);
        if !differs.is_empty() {
            let _ = writeln!(text, "    not the same words: {}", clean(&differs.join("; ")));
        }
        let place = if session.is_empty() { "published".to_owned() } else { format!("{} {number}", clean(session)) };
        let _ = writeln!(text, "    {place}  {}", clean(source));
    }
    out::lines(&text)?;
    if found.iter().all(|(_, alike)| alike.is_empty()) {
        out::say("nothing like it was checked in the saved sessions");
    }
    Ok(ExitCode::SUCCESS)
}

/// Adds the published checks of a file.
fn add(path: &Path, common: &Common) -> Result<ExitCode, Failure> {
    let told = |why: String| Failure::from(std::io::Error::other(format!("{why}: {}", path.display())));
    let bytes = std::fs::read(path).map_err(|error| told(error.to_string()))?;
    let (checks, passed_over) = store::checks(&bytes).map_err(told)?;
    let (count, new) = (checks.len(), PastChecks::add(&common.folder()?, checks)?);
    let checks = plural(count, "published check");
    out::say(&format!("{checks}, {new} of {} new: {}", if count == 1 { "it" } else { "them" }, path.display()));
    match passed_over {
        0 => {}
        1 => out::say("1 without a claim or a rating was passed over"),
        many => out::say(&format!("{many} without a claim or a rating were passed over")),
    }
    Ok(ExitCode::SUCCESS)
}
