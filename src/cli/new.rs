//! `factdesk new`: a session for each article, without a screen.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::language::language;
use super::look::LookArgs;
use super::progress::Progress;
use super::{out, weights};
use crate::propose::{self, Weights};
use crate::review::Session;
use crate::store::{Folder, Keeper};
use crate::term::{clock, desk, import};
use crate::text::parallel;

/// Make a session for each article, without a screen.
#[derive(Debug, Args)]
pub(super) struct NewSessions {
    /// The articles; - for one on stdin. An article that has a session keeps it.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// As JSON: a list with a line an article.
    #[arg(long)]
    json: bool,
    /// The articles' language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<String>,
}

/// What became of an article.
#[derive(Serialize)]
struct Begun {
    /// The article, as it was named.
    article: String,
    /// Its session's file.
    path: String,
    title: String,
    /// How many claims the session holds.
    claims: usize,
    /// False when there was a session over the same text already.
    made: bool,
    /// What a reviewer should know about the reading.
    notices: Vec<String>,
}

/// What every session is made with.
struct Maker<'a> {
    folder: Folder,
    threshold: f64,
    weights: Weights,
    language: Option<&'a str>,
}

pub(super) fn run(asked: &NewSessions, look: &LookArgs, common: &Common) -> Result<ExitCode, Failure> {
    let (folder, threshold) = (common.folder()?, look.threshold(&common.config()?));
    let maker = Maker { folder, threshold, weights: weights::in_force()?, language: asked.lang.as_deref() };
    let (mut begun, mut code) = (Vec::new(), ExitCode::SUCCESS);
    for path in &asked.paths {
        match maker.begin(path) {
            Ok(one) if asked.json => begun.push(one),
            Ok(one) => told(&one)?,
            // One that can't be read is said; the others are made all the same.
            Err(failure) => code = failure.report(),
        }
    }
    if asked.json {
        out::json(&begun)?;
    }
    Ok(code)
}

fn told(one: &Begun) -> Result<(), Failure> {
    one.notices.iter().for_each(|notice| out::say(&format!("{}: {notice}", one.article)));
    if !one.made {
        out::say(&format!(
            "there is a session over this text already; factdesk open --new starts another: {}",
            one.article
        ));
    }
    Ok(out::lines(&format!("{}\n", one.path))?)
}

impl Maker<'_> {
    fn begin(&self, path: &Path) -> Result<Begun, Failure> {
        let reading = Progress::reading(path);
        let taken = parallel::beside(propose::prepare, || import::article(path, self.language))?;
        drop(reading);
        let (article, name) = (taken.article, path.display().to_string());
        let brought = article.brought();
        let begun = |path: &Path, title: String, claims: usize, made: bool| Begun {
            article: name.clone(),
            path: path.display().to_string(),
            title,
            claims,
            made,
            notices: taken.notices.iter().cloned().chain(brought.clone()).collect(),
        };
        if let Some(held) = self.folder.with_text(&article.sha256())? {
            let session = crate::store::read(&held)?.session;
            return Ok(begun(&held, session.article.title.clone(), session.claims().len(), false));
        }
        let meant = self.folder.of_article(&article.provenance.source, &article.title, article.text())?;
        let progress = Progress::of(&format!("weighing the sentences of {name}"));
        let claims = propose::claims_by(&article, self.threshold, &self.weights);
        drop(progress);
        let (title, count) = (article.title.clone(), claims.len());
        let session = Session::new(clock::session_id(), article, claims);
        let (keeper, file) = Keeper::create(&self.folder, &session, &desk::here(), Box::new(|_| ()))?;
        keeper.close()?;
        let mut begun = begun(&file, title, count, true);
        begun.notices.extend(meant.first().map(|held| {
            let name = &held.name;
            format!("it reads like another draft of {name}; factdesk redraft {name} FILE brings it in there, this is a session of its own")
        }));
        Ok(begun)
    }
}
