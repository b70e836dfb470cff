//! `factdesk evidence`: for each statement of an article the passages of the evidence that carry or contradict it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::progress::Progress;
use super::{attach, out, subject, withhold};
use crate::app::otherwise::OtherWords;
use crate::evidence::{
    self, Agrees, Citation, Comparison, EvidenceFolder, Excerpt, IndexError, Inquiry, Noted, QuotedPart, Statement,
};
use crate::propose;
use crate::review::Article;
use crate::store;
use crate::term;
use crate::term::evidence::FoundFile;
use crate::text::Span;
use crate::text::gate::clean_lines;
use crate::text::parallel;

/// Find the passages of the evidence that carry or contradict what an article says.
#[derive(Debug, Args)]
pub(super) struct EvidenceArgs {
    /// The article, or a session.
    article: PathBuf,
    /// Files and folders of evidence; none: those of the session.
    paths: Vec<PathBuf>,
    /// Add the files to the session's evidence, by their checksums, and search nothing.
    #[arg(long)]
    add: bool,
    /// Hold these files of the session's evidence back from exports, by path or id, or notes of the writer's by id, and search nothing;
    /// =no takes that back. With --add, the files that are added.
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", require_equals = true)]
    confidential: Option<Withheld>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Whether files are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Withheld {
    /// No export gives them away unless asked.
    Yes,
    /// They are open.
    No,
}

/// Passages that are given for a statement.
const SHOWN: usize = 10;

#[derive(Serialize)]
struct ClaimEvidence<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
    notes: Vec<NoteShape<'a>>,
    passages: Vec<PassageShape>,
}

/// A source that a note of the writer's names.
#[derive(Serialize)]
struct NoteShape<'a> {
    /// The name of its annotation, by which it is held back.
    #[serde(skip_serializing_if = "str::is_empty")]
    id: &'a str,
    text: &'a str,
    kind: &'static str,
    title: Option<&'a str>,
    url: Option<&'a str>,
    locator: Option<&'a str>,
    person: Option<&'a str>,
    date: Option<&'a str>,
    file: Option<&'a str>,
    confidential: bool,
}

#[derive(Serialize)]
struct PassageShape {
    file: String,
    start: usize,
    end: usize,
    exact: String,
    locator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    score: f32,
    covered: f32,
    /// It says all that the statement does: else that a figure agrees bears nothing out.
    whole: bool,
    compares: Vec<ComparisonShape>,
}

/// What both say, side by side.
#[derive(Serialize)]
struct ComparisonShape {
    kind: &'static str,
    claim: String,
    source: String,
    agrees: serde_json::Value,
}

pub(super) fn run(asked: &EvidenceArgs, common: &Common) -> Result<ExitCode, Failure> {
    let confidential = asked.confidential.map(|held| held == Withheld::Yes);
    if asked.add {
        return attach::run(&asked.article, &asked.paths, confidential == Some(true), common);
    }
    if let Some(confidential) = confidential {
        return withhold::run(&asked.article, &asked.paths, confidential, common);
    }
    let article = subject::article(&asked.article, common)?;
    let language = article.primary_language();
    let AskedFiles { files, said, place } = files(asked, common)?;
    let progress = Progress::of("reading the evidence");
    let (folder, more) = folder(&files, place.as_deref(), language)?;
    drop(progress);
    for notice in said.iter().chain(&more) {
        out::say(notice);
    }
    if folder.heads().is_empty() {
        return Err(Failure::failed("none of the evidence can be read; there is nothing to search in"));
    }
    let stated = evidence::statements(&article);
    let notes = evidence::citations(&stated.notes, folder.heads(), language);
    let quotes: Vec<Span> = propose::quotes(&article).into_iter().map(|quote| quote.words).collect();
    let list: Vec<&Statement> = stated.list.iter().collect();
    let notes = WriterNotes { noted: &stated.notes, cited: &notes };
    let rows = parallel::map(&list, |statement| row(&article, &folder, statement, notes, &quotes));
    let rows = rows.into_iter().collect::<Result<Vec<_>, _>>()?;
    if asked.json {
        out::json(&rows)?;
    } else {
        out::lines(&clean_lines(&told(&rows)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that are asked about.
struct AskedFiles {
    files: Vec<FoundFile>,
    /// What is to be said of others.
    said: Vec<String>,
    /// The folder that they are the evidence of, where it is one.
    place: Option<PathBuf>,
}

fn files(asked: &EvidenceArgs, common: &Common) -> Result<AskedFiles, Failure> {
    if !asked.paths.is_empty() {
        let (files, said) = term::evidence::files(&asked.paths);
        let one = <&[PathBuf; 1]>::try_from(asked.paths.as_slice()).ok();
        let place = one.map(|[one]| one.clone()).filter(|one| one.is_dir());
        return Ok(AskedFiles { files, said, place });
    }
    let path = subject::session(&asked.article, common)?;
    let listed = store::read(&path)?.session.evidence;
    let held = term::evidence::of_session(&path, &listed);
    let mut said = held.said;
    for amiss in term::evidence::amiss(&path, &listed) {
        if !said.contains(&amiss) {
            said.push(amiss);
        }
    }
    Ok(AskedFiles { files: held.files, said, place: Some(store::evidence_folder(&path)) })
}

/// The folder that `files` make, and what is to be said of them. What is much of it, in one `place`, is kept.
fn folder(files: &[FoundFile], place: Option<&Path>, language: &str) -> Result<(EvidenceFolder, Vec<String>), Failure> {
    let mut said = Vec::new();
    let cache = super::place::cache().filter(|_| term::evidence::is_much(files));
    if let (Some(cache), Some(place)) = (cache, place) {
        match term::evidence::kept(&cache, (place, language), files, &mut |_| true) {
            Ok(Some(kept)) => return Ok((kept.folder, kept.said)),
            Ok(None) => {}
            Err(error) => said.push(term::evidence::in_memory(&error)),
        }
    }
    let (materials, unread) = term::evidence::materials(files);
    said.extend(unread);
    let folder = EvidenceFolder::new(materials.into_iter().map(Arc::new).collect(), language)?;
    Ok((folder, said))
}

/// The writer's notes, each with the sources that it names.
#[derive(Clone, Copy)]
struct WriterNotes<'a> {
    noted: &'a [Noted],
    cited: &'a [Vec<Citation>],
}

impl<'a> WriterNotes<'a> {
    /// The sources of the note at this place, each with the name of its annotation.
    fn of(self, at: usize) -> impl Iterator<Item = (&'a str, &'a Citation)> {
        let id = self.noted.get(at).map_or("", |noted| noted.id.as_str());
        self.cited.get(at).into_iter().flatten().map(move |citation| (id, citation))
    }
}

/// A statement with the writer's notes and the passages for it.
fn row<'a>(
    article: &'a Article,
    folder: &'a EvidenceFolder,
    statement: &'a Statement,
    notes: WriterNotes<'a>,
    quotes: &[Span],
) -> Result<ClaimEvidence<'a>, IndexError> {
    let cited: Vec<(&str, &Citation)> = statement.notes.iter().flat_map(|note| notes.of(*note)).collect();
    let words = statement.words.as_str();
    let quoted = quotes.iter().filter(|quote| statement.span.overlaps(**quote)).filter_map(|quote| {
        let inside = Span::new(quote.start.max(statement.span.start), quote.end.min(statement.span.end));
        let told = article.words(inside).trim();
        let at = words.find(told)?;
        Some(QuotedPart { span: Span::new(at, at + told.len()), whole: article.words(*quote) })
    });
    let leans = statement.leans.as_ref();
    let borrowed = leans.map(|held| evidence::borrowed(&held.notes, notes.cited)).unwrap_or_default();
    let asked = Inquiry {
        words,
        before: leans.map_or("", |held| held.words.as_str()),
        quotes: quoted.collect(),
        notes: cited.iter().map(|(_, citation)| *citation).chain(&borrowed).collect(),
    };
    let shown = folder.excerpts(&asked, SHOWN)?;
    Ok(ClaimEvidence {
        start: article.code_point(statement.span.start),
        end: article.code_point(statement.span.end),
        exact: article.words(statement.span),
        notes: cited.iter().map(|(id, citation)| note(folder, id, citation)).collect(),
        passages: shown.into_iter().map(|excerpt| passage(folder, excerpt)).collect(),
    })
}

fn note<'a>(folder: &'a EvidenceFolder, id: &'a str, citation: &'a Citation) -> NoteShape<'a> {
    let file = citation.file.and_then(|file| folder.heads().get(file));
    NoteShape {
        id,
        text: &citation.text,
        kind: citation.kind.as_str(),
        title: citation.title.as_deref(),
        url: citation.url.as_deref(),
        locator: citation.locator.as_deref(),
        person: citation.person.as_deref(),
        date: citation.date.as_deref(),
        file: file.map(|material| material.name.as_str()),
        confidential: citation.confidential,
    }
}

fn compare(comparison: Comparison) -> ComparisonShape {
    let agrees = match comparison.agrees {
        Agrees::Yes => true.into(),
        Agrees::Near => "near".into(),
        Agrees::No => false.into(),
        Agrees::Open => serde_json::Value::Null,
    };
    ComparisonShape { kind: comparison.kind.as_str(), claim: comparison.claim, source: comparison.source, agrees }
}

fn passage(folder: &EvidenceFolder, excerpt: Excerpt) -> PassageShape {
    let exact = excerpt.exact().to_owned();
    let start = folder.code_point(&excerpt);
    PassageShape {
        file: excerpt.material.name.clone(),
        start,
        end: start + exact.chars().count(),
        locator: excerpt.locator().map(|at| at.to_string()).unwrap_or_default(),
        speaker: excerpt.speaker().map(str::to_owned),
        score: excerpt.score,
        covered: excerpt.covered,
        whole: excerpt.whole,
        compares: excerpt.compares.into_iter().map(compare).collect(),
        exact,
    }
}

/// The rows as lines: a statement, and below it the passages with their places.
fn told(rows: &[ClaimEvidence<'_>]) -> String {
    let mut lines = String::new();
    for row in rows {
        let _ = writeln!(lines, "{}", row.exact);
        for note in &row.notes {
            let file = note.file.map(|file| format!(" → {file}")).unwrap_or_default();
            let withheld = if note.confidential { " (confidential)" } else { "" };
            let id = if note.id.is_empty() { String::new() } else { format!(" {}", note.id) };
            let _ = writeln!(lines, "   note{id}: {}{file}{withheld}", note.text);
        }
        for passage in row.passages.iter().take(3) {
            let _ = writeln!(lines, "   {} · {}", passage.file, passage.locator);
            let _ = writeln!(lines, "      {}", passage.exact);
            for compare in &passage.compares {
                let how = match compare.agrees.as_bool() {
                    Some(true) => "the same",
                    Some(false) => "differs",
                    None if compare.agrees.is_null() => {
                        let turned = OtherWords { here: compare.claim.clone(), there: compare.source.clone() };
                        let _ = writeln!(lines, "      {}", turned.told());
                        continue;
                    }
                    None => "near",
                };
                let _ = writeln!(lines, "      claim {} · source {}: {how}", compare.claim, compare.source);
            }
        }
        lines.push('\n');
    }
    lines
}
