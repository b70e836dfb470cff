//! `factdesk claims`: the proposals of an article, without a screen.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::language::language;
use super::look::LookArgs;
use super::progress::Progress;
use super::{out, weights};
use crate::propose::{self, ScoredSentence};
use crate::review::wire::{ArticleShape, ClaimShape};
use crate::review::{Article, Span, Stamp};
use crate::term::import;
use crate::text::gate::clean_lines;
use crate::text::{parallel, plural};

/// List the claims that an article makes.
#[derive(Debug, Args)]
pub(super) struct ClaimsArgs {
    /// The article; - for stdin.
    path: PathBuf,
    /// Every sentence, however little it is worth checking.
    #[arg(long)]
    all: bool,
    /// As JSON, in the session file's shapes.
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct ClaimsReport<'a> {
    article: ArticleShape<'a>,
    claims: Vec<ClaimShape<'a>>,
    /// What the writer said about the words.
    remarks: Vec<RemarkShape<'a>>,
    /// The tracked changes, all counted as accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<RemarkShape<'a>>,
}

/// An annotation or a tracked change: what it says, and the code points of `article.text` it is about.
#[derive(Serialize)]
struct RemarkShape<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    at: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> RemarkShape<'a> {
    fn of(article: &Article, span: Span, kind: &'a str, by: Option<&'a str>, at: &'a Stamp, text: &'a str) -> Self {
        let (start, end) = (article.code_point(span.start), article.code_point(span.end));
        Self { kind, by, at: at.as_str(), start, end, text }
    }
}

pub(super) fn run(asked: &ClaimsArgs, look: &LookArgs, common: &Common) -> Result<ExitCode, Failure> {
    if asked.all && look.threshold.is_some() {
        return Err(Failure::usage("--all lists every sentence, whatever its score; leave out --threshold"));
    }
    let weights = weights::in_force()?;
    let reading = Progress::reading(&asked.path);
    let read = || import::article(&asked.path, asked.lang.as_deref());
    let article = parallel::beside(propose::prepare, read)?.article;
    drop(reading);
    let progress = Progress::of(&format!("weighing the sentences of {}", asked.path.display()));
    let threshold = if asked.all { None } else { Some(look.threshold(&common.config()?)) };
    if asked.json {
        let claims = match threshold {
            None => propose::claims_from(&article, propose::candidates_by(&article, &weights)),
            Some(threshold) => propose::claims_by(&article, threshold, &weights),
        };
        drop(progress);
        let shapes = claims.iter().map(|claim| ClaimShape::of(&article, claim)).collect();
        let remarks = article.annotations().iter();
        let remarks = remarks
            .map(|one| RemarkShape::of(&article, one.span, one.kind.as_str(), one.by.as_deref(), &one.at, &one.text));
        let changes = article.changes().iter();
        let changes = changes
            .map(|one| RemarkShape::of(&article, one.span, one.kind.as_str(), one.by.as_deref(), &one.at, &one.text));
        let (remarks, changes) = (remarks.collect(), changes.collect());
        out::json(&ClaimsReport { article: (&article).into(), claims: shapes, remarks, changes })?;
        return Ok(ExitCode::SUCCESS);
    }
    let listed = propose::listed_by(&article, threshold, &weights);
    drop(progress);
    let pages: Vec<(usize, &[ScoredSentence])> = listed.chunks(PAGE).enumerate().collect();
    for page in parallel::map(&pages, |(page, listed)| lines(&article, page * PAGE, listed)) {
        out::text(page.as_bytes())?;
    }
    out::lines(&format!("{}\n", plural(listed.len(), "claim")))?;
    Ok(ExitCode::SUCCESS)
}

/// Claims that are put in lines at a time, on whatever core.
const PAGE: usize = 16;

/// A line, fit to be shown, for each of `listed`, before which so many others are listed.
fn lines(article: &Article, before: usize, listed: &[ScoredSentence]) -> String {
    let mut lines = String::new();
    for (number, ScoredSentence { span, score, speaker }) in (before + 1..).zip(listed) {
        let speaker = speaker.as_ref().map_or("–", |speaker| speaker.name.as_str());
        let words = article.words(*span);
        let _ = writeln!(lines, "{number:>4}  {score:.2}  {speaker}: {words}");
    }
    match clean_lines(&lines) {
        Cow::Borrowed(_) => lines,
        Cow::Owned(clean) => clean,
    }
}
