//! Bringing an article's next draft into its session, told in words and counts.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::common::Common;
use super::failure::Failure;
use super::fated::FatedDraft;
use super::look::LookArgs;
use super::progress::Progress;
use super::{out, weights};
use crate::intake::IntakeError;
use crate::propose::next_draft::{self, NotBroughtIn};
use crate::review::field::{Mark, Reading};
use crate::review::{Article, Carried, Change, Claim, NextDraft, Session};
use crate::store;
use crate::term::desk;
use crate::term::import::{self, ImportError};
use crate::text::gate;

/// Columns of words that are told beside something else.
const WORDS: usize = 60;

/// How a draft is brought in.
pub(super) struct How<'a> {
    /// Only say what would be done.
    pub(super) dry_run: bool,
    /// Bring it in even when it is another article.
    pub(super) force: bool,
    /// Answer as JSON.
    pub(super) json: bool,
    /// The article's language, when it was told.
    pub(super) language: Option<&'a str>,
}

/// The article at `path`; a file with nothing in it is a draft from which everything was taken out.
///
/// # Errors
/// When there is no such file, or nothing can be read in it.
pub(super) fn read(path: &Path, language: Option<&str>) -> Result<Article, Failure> {
    let _progress = Progress::reading(path);
    quietly(path, language)
}

/// [`read`], with nothing said about it.
///
/// # Errors
/// As [`read`].
pub(super) fn quietly(path: &Path, language: Option<&str>) -> Result<Article, Failure> {
    match import::article(path, language) {
        Ok(taken) => Ok(taken.article),
        Err(ImportError::Unreadable(_, IntakeError::Empty)) => Ok(Article::new("", "", Vec::new())?),
        Err(error) => Err(error.into()),
    }
}

/// Brings the article at `file` into the session called `named`.
///
/// # Errors
/// When either can't be read, the draft is the same or, unless forced, empty or another article, or the session can't be written.
pub(super) fn run(
    named: &Path,
    file: &Path,
    how: &How<'_>,
    (look, common): (&LookArgs, &Common),
) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&named.to_string_lossy())?;
    let article = read(file, how.language)?;
    let (threshold, weights) = (look.threshold(&common.config()?), weights::in_force()?);
    let (desk, by) = (desk::here(), common.reviewer()?);
    let plan = |session: &mut Session| {
        next_draft::plan(session, article.clone(), how.force, (threshold, &weights)).map_err(|error| {
            let anyway = matches!(error, NotBroughtIn::Empty | NotBroughtIn::Unrelated(_));
            let out = if anyway { "; --force brings it in all the same" } else { "" };
            Failure::failed(format!("{error}; nothing was brought in{out}")).about(file)
        })
    };
    if how.dry_run {
        let mut session = store::read(&path)?.session;
        let planned = plan(&mut session)?;
        answer(&session, &planned, how).print()?;
        out::say("nothing was written");
        return Ok(ExitCode::SUCCESS);
    }
    let progress = Progress::of(&format!("bringing in {}", file.display()));
    let answer = store::amend(&path, &desk, |session| -> Result<DraftAnswer, Failure> {
        let planned = plan(session)?;
        let answer = answer(session, &planned, how);
        session.commit(planned.edit, &by, &(desk.now)())?;
        Ok(answer)
    })?;
    drop(progress);
    answer.print()?;
    Ok(ExitCode::SUCCESS)
}

/// What a draft comes to, as it is asked for.
enum DraftAnswer {
    Lines(String),
    Json(Option<FatedDraft>),
}

impl DraftAnswer {
    fn print(&self) -> Result<(), out::PrintError> {
        match self {
            Self::Lines(lines) => out::lines(lines),
            Self::Json(fated) => out::json(fated),
        }
    }
}

fn answer(session: &Session, planned: &NextDraft, how: &How<'_>) -> DraftAnswer {
    if how.json {
        DraftAnswer::Json(FatedDraft::of(session, planned))
    } else {
        DraftAnswer::Lines(told(session, planned))
    }
}

/// What became of a claim in a draft in which it has the words `now`; nothing where it has them still and nobody is asked about it.
fn fate(text: &mut String, session: &Session, claim: &Claim, after: &Claim, now: &str) {
    let Some(fate) = after.fate() else { return };
    // What nobody has answered yet is told since the draft of the verdict.
    let was = if fate.was.is_empty() { session.exact(claim) } else { &fate.was };
    let other = fate.is_other_words();
    if other && was == now && fate.said_by.is_none() && !fate.leans_elsewhere() {
        return;
    }
    let _ = writeln!(text, "{:<8} {:<5} {was}", fate.is.as_str(), claim.number.to_string());
    if other {
        let _ = writeln!(text, "{:<8} {:<5} {now}", "", "");
    }
    for was in fate.told_sayers(after.speaker.as_deref()).into_iter().chain(fate.told_leaning()).chain(fate.told_had())
    {
        let _ = writeln!(text, "{:<8} {:<5} {was}", "", "");
    }
}

/// A claim that has words of an earlier draft again: what was said of them, and what was said of those between.
fn back(text: &mut String, session: &Session, claim: &Claim, after: &Claim, now: &str) {
    let _ = writeln!(text, "{:<8} {:<5} {now}", "back", claim.number.to_string());
    for Mark { verdict, by, at } in after.readings().iter().map(Reading::mark) {
        let _ = writeln!(text, "{:<8} {:<5} {verdict} by {by}, {}, stands again", "", "", at.day());
    }
    if let Some(settled) = &after.record.settled {
        let _ = writeln!(text, "{:<8} {:<5} settled as {}, stands again", "", "", settled.told());
    }
    let between = claim.readings().iter().map(Reading::mark).collect::<Vec<_>>();
    for Mark { verdict, by, at } in between {
        let words = gate::fit(session.words_of(claim), WORDS);
        let _ = writeln!(text, "{:<8} {:<5} was {verdict} by {by}, {}, on “{words}”", "", "", at.day());
    }
}

/// The corrections of a claim that the draft took over, and those that it came without.
fn corrections(text: &mut String, claim: &Claim, after: &Claim, draft: u32) {
    let was = |id: &str| claim.record.corrections.iter().find(|one| one.id == id);
    for correction in &after.record.corrections {
        let taken = was(&correction.id).is_some_and(|was| was.status != correction.status);
        let label = match (taken, correction.is_ignored() && correction.passed_by == draft) {
            (_, true) => "correction not taken over",
            (true, false) => "correction taken over",
            (false, false) => continue,
        };
        let _ = writeln!(text, "{:<8} {:<5} {label}: {}", "", claim.number.to_string(), correction.text);
    }
}

/// A line for every claim whose words are not as they were, for every correction that was settled or passed by, and the counts.
fn told(session: &Session, planned: &NextDraft) -> String {
    let mut text = String::new();
    let Change::Draft(carry) = &planned.edit.change else { return text };
    let texts = session.texts();
    let now = texts.or_now(carry.draft.after);
    for carried in &carry.claims {
        let Carried::Led(lead) = carried else { continue };
        let Some(claim) = session.any_claim(&lead.id) else { continue };
        let Some(after) = lead.after(claim) else { continue };
        if planned.back.contains(&claim.id) {
            back(&mut text, session, claim, &after, now.words(after.span));
        } else {
            fate(&mut text, session, claim, &after, now.words(after.span));
        }
        corrections(&mut text, claim, &after, carry.draft.after);
    }
    for carried in &carry.claims {
        if let Carried::Came(claim) = carried {
            let is = claim.fate().map_or("new", |fate| fate.is.as_str());
            let _ = writeln!(text, "{is:<8} {:<5} {}", "", now.words(claim.span));
        }
    }
    let _ = writeln!(text, "draft {}: {}", carry.draft.after, planned.fates);
    text
}
