//! `factdesk lint`: what an article says against itself, the calendar or arithmetic.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use super::progress::Progress;
use crate::lint::{self, Certainty, KINDS, LintFinding};
use crate::review::{Article, Span};
use crate::store;
use crate::term::import;

/// Say where an article contradicts itself, the calendar or arithmetic.
#[derive(Debug, Args)]
#[command(after_long_help = kinds())]
pub(super) struct Lint {
    /// The article or session: a path, a session's name, or - for an article on stdin.
    path: PathBuf,
    /// As JSON: a list of code, says, weight and spans (code points with their words).
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

#[derive(Serialize)]
struct LintRow<'a> {
    code: &'static str,
    says: &'a str,
    weight: Certainty,
    spans: Vec<FindingPlace<'a>>,
}

#[derive(Serialize)]
struct FindingPlace<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
}

pub(super) fn run(asked: &Lint, common: &Common) -> Result<ExitCode, Failure> {
    let reading = Progress::reading(&asked.path);
    let article = article(asked, common)?;
    drop(reading);
    let progress = Progress::of(&format!("reading {} against itself", asked.path.display()));
    let found = lint::findings(&article);
    drop(progress);
    if asked.json {
        let told: Vec<LintRow<'_>> = found.iter().map(|finding| told(&article, finding)).collect();
        out::json(&told)?;
    } else {
        out::lines(&report(&article, &found))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The article at the path: a session's, where it is one or names one.
fn article(asked: &Lint, common: &Common) -> Result<Article, Failure> {
    let (path, stdin) = (&asked.path, asked.path.as_os_str() == "-");
    let session = if stdin {
        None
    } else if path.exists() {
        store::is_session(path).then(|| path.clone())
    } else {
        let name = path.to_str().filter(|name| !name.contains(['/', '\\']));
        name.and_then(|name| common.folder().ok()?.find(name).ok())
    };
    match session {
        Some(session) => Ok(store::read(&session)?.session.article),
        None => Ok(import::article(path, asked.lang.as_deref())?.article),
    }
}

fn told<'a>(article: &'a Article, finding: &'a LintFinding) -> LintRow<'a> {
    let place = |span: &Span| FindingPlace {
        start: article.code_point(span.start),
        end: article.code_point(span.end),
        exact: article.words(*span),
    };
    LintRow {
        code: finding.kind.code(),
        says: &finding.says,
        weight: finding.weight,
        spans: finding.spans.iter().map(place).collect(),
    }
}

fn report(article: &Article, found: &[LintFinding]) -> String {
    let mut text = String::new();
    for finding in found {
        let weight = if finding.weight == Certainty::Error { "error" } else { "doubt" };
        let _ = writeln!(text, "{weight}  {:<11}  {}", finding.kind.code(), finding.says);
        let places: Vec<String> = finding.spans.iter().map(|span| format!("\"{}\"", article.words(*span))).collect();
        let _ = writeln!(text, "       {}", places.join(" … "));
    }
    if found.is_empty() {
        text.push_str("nothing contradicts itself, as far as the text alone shows\n");
    }
    text
}

/// The kinds of findings, for the help.
fn kinds() -> String {
    let mut text = String::from("Kinds:\n");
    for row in KINDS {
        let _ = writeln!(text, "  {:<11}  {} ({})", row.code, row.about, row.example);
    }
    text
}
