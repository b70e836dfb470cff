//! `factdesk redraft`: what became of an article's sentences in its next draft.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::bring;
use super::common::Common;
use super::failure::Failure;
use super::language::language;
use super::look::LookArgs;
use super::out;
use super::progress::Progress;
use crate::propose;
use crate::propose::list_marks;
use crate::review::redraft::{self, Cut, Fate, Successor};
use crate::review::{Article, Span, UNRELATED};
use crate::store;
use crate::text::parallel;

/// Bring an article's next draft into its session, or tell what became of each sentence of one draft in another.
#[derive(Debug, Args)]
pub(super) struct Redrafting {
    /// The session that gets the draft, or the earlier draft itself.
    old: PathBuf,
    /// The later draft.
    new: PathBuf,
    /// Of a session: only say what would become of its claims.
    #[arg(long)]
    dry_run: bool,
    /// Of a session: bring it in though it has no words, or is another article.
    #[arg(long)]
    force: bool,
    /// As JSON: a list of start, end (code points), exact, fate, spans and score; of a session its claims with their fates and words.
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct SentencePlace<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
}

impl<'a> SentencePlace<'a> {
    fn of(article: &'a Article, span: Span) -> Self {
        Self { start: article.code_point(span.start), end: article.code_point(span.end), exact: article.words(span) }
    }
}

#[derive(Serialize)]
struct FateRow<'a> {
    #[serde(flatten)]
    place: SentencePlace<'a>,
    fate: &'static str,
    spans: Vec<SentencePlace<'a>>,
    score: f64,
}

pub(super) fn run(asked: &Redrafting, look: &LookArgs, common: &Common) -> Result<ExitCode, Failure> {
    if store::is_session(&asked.old) || !asked.old.exists() {
        let how = bring::How {
            dry_run: asked.dry_run,
            force: asked.force,
            json: asked.json,
            language: asked.lang.as_deref(),
        };
        return bring::run(&asked.old, &asked.new, &how, (look, common));
    }
    if asked.dry_run || asked.force {
        return Err(Failure::usage(
            "--dry-run and --force are for a session that gets the draft; of two articles nothing is written",
        ));
    }
    let progress = Progress::of(&format!("reading {} and {}", asked.old.display(), asked.new.display()));
    let (ours, theirs) = parallel::both(|| cut(&asked.old, asked), || cut(&asked.new, asked));
    let ((old, ours), (new, theirs)) = (ours?, theirs?);
    drop(progress);
    let progress = Progress::of(&format!("comparing {} with {}", asked.new.display(), asked.old.display()));
    let (our_marks, their_marks) = (list_marks(&old, &ours), list_marks(&new, &theirs));
    let redraft = redraft::Redraft::of(
        Cut { text: old.text(), sentences: &ours, marks: &our_marks, language: &old.language },
        Cut { text: new.text(), sentences: &theirs, marks: &their_marks, language: &new.language },
    );
    drop(progress);
    let lines =
        ours.iter().zip(redraft.successors()).map(|(span, successor)| line(&old, &new, &theirs, *span, successor));
    if asked.json {
        out::json_list(lines)?;
    } else {
        out::lines(&told(lines))?;
    }
    if redraft.kept() < UNRELATED && !theirs.is_empty() {
        out::say(&format!(
            "hardly a sentence of {} is in it; is it a draft of the same article? {}",
            asked.old.display(),
            asked.new.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The article at `path`, and its sentences.
fn cut(path: &Path, asked: &Redrafting) -> Result<(Article, Vec<Span>), Failure> {
    let article = bring::quietly(path, asked.lang.as_deref())?;
    let sentences = propose::sentences(&article).into_iter().map(|sentence| sentence.span).collect();
    Ok((article, sentences))
}

fn line<'a>(old: &'a Article, new: &'a Article, sentences: &[Span], span: Span, successor: &Successor) -> FateRow<'a> {
    let to = successor.to.iter().filter_map(|at| sentences.get(*at));
    let fate = match successor.fate {
        Fate::Same => "same",
        Fate::Moved => "moved",
        Fate::Gone => "gone",
        Fate::Changed | Fate::Split | Fate::Merged | Fate::Other(_) => "changed",
    };
    let score = (f64::from(successor.score) * 100.0).round() / 100.0;
    FateRow {
        place: SentencePlace::of(old, span),
        fate,
        spans: to.map(|span| SentencePlace::of(new, *span)).collect(),
        score,
    }
}

/// The lines to be read: each sentence with its fate, and under it the new words where they differ.
fn told<'a>(lines: impl Iterator<Item = FateRow<'a>>) -> String {
    let mut text = String::new();
    for line in lines {
        let _ = writeln!(text, "{:<8} {}", line.fate, line.place.exact);
        if line.fate == "changed" {
            for span in line.spans {
                let _ = writeln!(text, "{:<8} {}", "", span.exact);
            }
        }
    }
    text
}
