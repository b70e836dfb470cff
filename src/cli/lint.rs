//! `factdesk lint`: what an article says against itself, the calendar or arithmetic.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::language::language;
use super::out;
use super::progress::Progress;
use crate::advice::{self, Advice};
use crate::lint::{self, Certainty, KINDS};
use crate::review::{Article, Span, Waived};
use crate::store;
use crate::term::import;

/// Say where an article contradicts itself, the calendar or arithmetic.
#[derive(Debug, Args)]
#[command(after_long_help = kinds())]
pub(super) struct Lint {
    /// The article or session: a path, a session's name, or - for an article on stdin.
    path: PathBuf,
    /// As JSON: a list of code, says, weight (error or doubt), spans (code points with their words) and, of a session, `put_away` where a
    /// reviewer has looked at it.
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct LintRow<'a> {
    code: &'static str,
    says: &'a str,
    weight: Certainty,
    spans: Vec<FindingPlace<'a>>,
    /// A reviewer has put it away; only of a session.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    put_away: bool,
}

#[derive(Serialize)]
struct FindingPlace<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
}

pub(super) fn run(asked: &Lint, common: &Common) -> Result<ExitCode, Failure> {
    let reading = Progress::reading(&asked.path);
    let (article, waived) = article(asked, common)?;
    drop(reading);
    let progress = Progress::of(&format!("reading {} against itself", asked.path.display()));
    let found = advice::of(&article);
    drop(progress);
    if asked.json {
        let told: Vec<LintRow<'_>> = found.iter().map(|advice| told(&article, &waived, advice)).collect();
        out::json(&told)?;
    } else {
        out::lines(&report(&article, &waived, &found))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The article at the path, a session's, where it is one or names one, and what its reviewers have put away.
fn article(asked: &Lint, common: &Common) -> Result<(Article, Waived), Failure> {
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
        Some(session) => {
            let session = store::read(&session)?.session;
            let waived = session.waived().clone();
            Ok((session.article, waived))
        }
        None => Ok((import::article(path, asked.lang.as_deref())?.article, Waived::default())),
    }
}

fn told<'a>(article: &'a Article, waived: &Waived, advice: &'a Advice) -> LintRow<'a> {
    let place = |span: &Span| FindingPlace {
        start: article.code_point(span.start),
        end: article.code_point(span.end),
        exact: article.words(*span),
    };
    LintRow {
        code: advice.code,
        says: &advice.says,
        weight: advice.weight,
        spans: advice.spans.iter().map(place).collect(),
        put_away: advice.is_waived(waived),
    }
}

/// What is open, in article order, and behind it what was put away.
fn report(article: &Article, waived: &Waived, found: &[Advice]) -> String {
    let mut text = String::new();
    let (away, open): (Vec<&Advice>, Vec<&Advice>) = found.iter().partition(|advice| advice.is_waived(waived));
    for advice in open.iter().chain(&away) {
        let sort = if advice.is_waived(waived) { "away " } else { advice.weight.name() };
        let _ = writeln!(text, "{sort}  {:<11}  {}", advice.code, advice.says);
        let places: Vec<String> = advice.spans.iter().map(|span| format!("\"{}\"", article.words(*span))).collect();
        let _ = writeln!(text, "       {}", places.join(" … "));
    }
    if found.is_empty() {
        let _ = writeln!(text, "{}", lint::nothing_found(article));
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
