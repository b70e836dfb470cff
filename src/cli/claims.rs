//! `factdesk claims`: the proposals of an article, without a screen.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::look::Look;
use super::progress::Progress;
use super::{out, weights};
use crate::propose;
use crate::review::Status;
use crate::review::wire::{ArticleShape, ClaimShape};
use crate::term::import;

/// List the claims that an article makes.
#[derive(Debug, Args)]
pub(super) struct Claims {
    /// The article; - for stdin.
    path: PathBuf,
    /// Every sentence, however little it is worth checking.
    #[arg(long)]
    all: bool,
    /// As JSON, in the session file's shapes.
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    article: ArticleShape<'a>,
    claims: Vec<ClaimShape<'a>>,
}

pub(super) fn run(asked: &Claims, look: &Look, common: &Common) -> Result<ExitCode, Failure> {
    if asked.all && look.threshold.is_some() {
        return Err(Failure::usage("--all lists every sentence, whatever its score; leave out --threshold"));
    }
    let weights = weights::in_force()?;
    let reading = Progress::reading(&asked.path);
    let article = import::article(&asked.path, asked.lang.as_deref())?.article;
    drop(reading);
    let progress = Progress::of(&format!("weighing the sentences of {}", asked.path.display()));
    let claims = if asked.all {
        propose::claims_from(&article, propose::candidates_by(&article, &weights))
    } else {
        propose::claims_by(&article, look.threshold(&common.config()?), &weights)
    };
    drop(progress);
    if asked.json {
        let shapes = claims.iter().map(|claim| ClaimShape::of(&article, claim)).collect();
        out::json(&Answer { article: (&article).into(), claims: shapes })?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut lines = String::new();
    for (index, claim) in claims.iter().enumerate() {
        let score = claim.proposal.as_ref().map_or(0.0, |proposal| proposal.score);
        let speaker = claim.speaker.as_ref().map_or("–", |speaker| speaker.name.as_str());
        let words = article.words(claim.span);
        let _ = writeln!(lines, "{:>4}  {score:.2}  {speaker}: {words}", index + 1);
    }
    let unchecked = claims.tally().of(Status::Unchecked);
    let _ = writeln!(lines, "{unchecked} claims");
    out::lines(&lines)?;
    Ok(ExitCode::SUCCESS)
}
