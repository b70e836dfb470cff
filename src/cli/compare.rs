//! `factdesk compare`: readers side by side, how far they agree, and where they differ.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::{out, pick};
use crate::review::agreement::Alike;
use crate::review::field::Because;
use crate::review::{ComparedUnit, Session, SideBySide, TwoReaders};
use crate::store::CopyFile;

/// Set the readers of a session side by side: agreement (percent, Cohen's kappa, Krippendorff's alpha) and where they differ.
///
/// Of several copies of one session, and of sessions over several articles, all readings count together.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// Sessions or copies: paths, names, or the beginnings of names.
    #[arg(required = true, value_name = "SESSION")]
    checks: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct ReaderFigures<'a> {
    readers: Vec<ReaderCount<'a>>,
    claims: usize,
    #[serde(flatten)]
    agreement: Agreement,
    alpha: Option<f64>,
    pairs: Vec<ReaderPair<'a>>,
    kinds: Vec<ClaimKind>,
    differences: Vec<DifferingClaim<'a>>,
}

#[derive(Serialize)]
struct ReaderCount<'a> {
    name: &'a str,
    read: usize,
}

/// Claims that two or more have read, those on which they came to the same, and how many that is of 100.
#[derive(Serialize)]
struct Agreement {
    compared: usize,
    agreed: usize,
    percent: Option<f64>,
}

impl From<Alike> for Agreement {
    fn from(alike: Alike) -> Self {
        Self { compared: alike.compared, agreed: alike.agreed, percent: alike.percent() }
    }
}

#[derive(Serialize)]
struct ReaderPair<'a> {
    readers: [&'a str; 2],
    #[serde(flatten)]
    agreement: Agreement,
    kappa: Option<f64>,
}

#[derive(Serialize)]
struct ClaimKind {
    group: &'static str,
    name: String,
    #[serde(flatten)]
    agreement: Agreement,
}

#[derive(Serialize)]
struct DifferingClaim<'a> {
    title: &'a str,
    number: String,
    id: &'a str,
    exact: &'a str,
    readings: Vec<Given<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settled: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct Given<'a> {
    by: &'a str,
    verdict: &'a str,
}

pub(super) fn run(asked: &Compare, common: &Common) -> Result<ExitCode, Failure> {
    let folder = common.folder()?;
    let mut files: Vec<(String, Session)> = Vec::new();
    for session in &asked.checks {
        let path = folder.find(session)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, CopyFile::read(&path)?.session));
    }
    let sessions: Vec<(&str, &Session)> = files.iter().map(|(name, session)| (name.as_str(), session)).collect();
    let side_by_side = SideBySide::of(&sessions);
    let found = comparison(&side_by_side);
    if asked.json {
        out::json(&found)?;
    } else {
        out::lines(&told(&found, &side_by_side))?;
    }
    if found.agreement.compared == 0 {
        out::say("no claim was read by two; factdesk copy SESSION --blind gives one to a second reader");
    }
    Ok(ExitCode::SUCCESS)
}

fn comparison<'a>(side_by_side: &'a SideBySide<'_>) -> ReaderFigures<'a> {
    let names = &side_by_side.readers;
    let pair = |pair: TwoReaders<'a>| {
        let TwoReaders { names, alike, kappa } = pair;
        ReaderPair { readers: names, agreement: alike.into(), kappa }
    };
    let readers = names.iter().zip(side_by_side.read());
    ReaderFigures {
        readers: readers.map(|(name, read)| ReaderCount { name, read }).collect(),
        claims: side_by_side.units.len(),
        agreement: side_by_side.alike().into(),
        alpha: side_by_side.alpha(),
        pairs: side_by_side.pairs().into_iter().map(pair).collect(),
        kinds: side_by_side
            .kinds()
            .into_iter()
            .map(|(group, name, alike)| ClaimKind { group, name, agreement: alike.into() })
            .collect(),
        differences: side_by_side
            .units
            .iter()
            .filter(|unit| unit.differs())
            .map(|unit| difference(unit, names))
            .collect(),
    }
}

fn difference<'a>(unit: &'a ComparedUnit<'_>, names: &'a [String]) -> DifferingClaim<'a> {
    let given = names.iter().zip(&unit.verdicts);
    let settled = unit.claim.record.settled.as_deref();
    DifferingClaim {
        title: &unit.session.article.title,
        number: unit.claim.number.to_string(),
        id: unit.claim.id.as_str(),
        exact: unit.session.exact(unit.claim),
        readings: given.filter_map(|(by, verdict)| Some(Given { by, verdict: verdict.as_ref()?.as_str() })).collect(),
        settled: settled.map(|settled| settled.verdict.as_str()),
        because: settled.and_then(|settled| settled.because.as_ref()).map(Because::as_str),
    }
}

fn told(found: &ReaderFigures<'_>, side_by_side: &SideBySide<'_>) -> String {
    let mut text = String::new();
    let figure = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}"));
    for ReaderCount { name, read } in &found.readers {
        let _ = writeln!(text, "{read:>5} read by {name}");
    }
    let _ = writeln!(text, "{}", alike(&found.agreement));
    let _ = writeln!(text, "      Krippendorff's α {}", figure(found.alpha));
    for pair in &found.pairs {
        let [one, other] = pair.readers;
        let _ = writeln!(text, "\n{one} and {other}\n{}", alike(&pair.agreement));
        let _ = writeln!(text, "      Cohen's κ {}", figure(pair.kappa));
    }
    if !found.kinds.is_empty() {
        text.push_str("\nby kind of claim\n");
    }
    for kind in &found.kinds {
        let _ = writeln!(text, "{}  {} {}", alike(&kind.agreement), kind.group, kind.name);
    }
    if !found.differences.is_empty() {
        text.push_str("\nwhere they differ\n");
    }
    let units = side_by_side.units.iter().filter(|unit| unit.differs());
    for (one, unit) in found.differences.iter().zip(units) {
        let each: Vec<String> = one.readings.iter().map(|given| format!("{} {}", given.by, given.verdict)).collect();
        let settled = one.settled.map_or_else(String::new, |verdict| format!(", settled {verdict}"));
        let because = one.because.map_or_else(String::new, |because| format!(" ({because})"));
        let words = pick::first_words(unit.session, unit.claim);
        let _ = writeln!(text, "{:>5}  {}{settled}{because}: {words}", one.number, each.join(", "));
    }
    text
}

/// `24 of 28 alike (85.7 %)`.
fn alike(agreement: &Agreement) -> String {
    let Agreement { compared, agreed, percent } = agreement;
    let percent = percent.map_or_else(String::new, |percent| format!(" ({percent:.1} %)"));
    format!("{agreed:>5} of {compared} alike{percent}")
}
