//! `factdesk train`: weights that follow a desk's own marks.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{out, weights};
use crate::propose::Weights;
use crate::propose::worth::{Example, TrainingResult, fit, reasons};
use crate::store;
use crate::text::plural;

/// Points that a reader notices; smaller changes are not told.
const NOTICED: f64 = 0.05;

/// Learn from finished sessions what is worth checking: what was marked counts more, what was dismissed counts less.
///
/// Articles opened from then on are weighed so; sessions keep the claims that they have. Learning anew takes the place of
/// what was learnt before, so name every session that should count.
#[derive(Debug, Args)]
pub(super) struct Train {
    /// The sessions: paths, names, or the beginnings of names.
    #[arg(required_unless_present = "reset", conflicts_with = "reset", value_name = "SESSION")]
    learn_from: Vec<String>,
    /// Go back to the built-in weights.
    #[arg(long)]
    reset: bool,
}

pub(super) fn run(asked: &Train, common: &Common) -> Result<ExitCode, Failure> {
    let path = weights::file()?;
    if asked.reset {
        let removed = weights::remove(&path)?;
        out::lines(if removed { "the built-in weights count again\n" } else { "nothing had been learnt\n" })?;
        return Ok(ExitCode::SUCCESS);
    }
    let (seen, examples) = examples(asked, common)?;
    let learnt = fit(&examples)?;
    let mut lines = String::new();
    let sessions = plural(seen, "session");
    let _ = writeln!(lines, "{sessions}: {} marked claims, {} dismissed", learnt.marked, learnt.dismissed);
    if learnt.after < learnt.before {
        let _ = writeln!(lines, "nothing better was found than the built-in weights; nothing was written");
        out::lines(&lines)?;
        return Ok(ExitCode::SUCCESS);
    }
    tell(&learnt, &mut lines);
    weights::keep(&learnt.weights, &path)?;
    let _ = writeln!(lines, "written to {}; factdesk train --reset undoes it", path.display());
    out::lines(&lines)?;
    Ok(ExitCode::SUCCESS)
}

/// How many sessions were named, each counted once, and what was dealt with in them.
fn examples(asked: &Train, common: &Common) -> Result<(usize, Vec<Example>), Failure> {
    let folder = common.folder()?;
    let mut seen = BTreeSet::new();
    let mut examples = Vec::new();
    for name in &asked.learn_from {
        let path = folder.find(name)?;
        if seen.insert(fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
            examples.extend(Example::of_session(&store::read(&path)?.session));
        }
    }
    Ok((seen.len(), examples))
}

/// What changed against the built-in weights, the greatest change first, and what it is good for.
fn tell(learnt: &TrainingResult, lines: &mut String) {
    let built_in = Weights::default();
    let points = built_in.points().zip(learnt.weights.points());
    let named = reasons().iter().zip(points).map(|(row, ((_, from), (_, to)))| (row.says, from, to, way(from, to)));
    let (from, to) = (built_in.bias(), learnt.weights.bias());
    let start = ("every sentence", from, to, if to > from { "starts higher" } else { "starts lower" });
    let mut changes: Vec<_> = named.chain([start]).filter(|(_, from, to, _)| (to - from).abs() >= NOTICED).collect();
    changes.sort_by(|a, b| (b.2 - b.1).abs().total_cmp(&(a.2 - a.1).abs()));
    for (says, from, to, way) in &changes {
        let _ = writeln!(lines, "{from:>+6.2} → {to:>+5.2}  {says}: {way}");
    }
    if changes.is_empty() {
        let _ = writeln!(lines, "the built-in weights already fit; nothing to speak of has changed");
    }
    let percent = |share: f64| 100.0 * share;
    let (before, after) = (percent(learnt.before), percent(learnt.after));
    let _ =
        writeln!(lines, "a marked claim scores above a dismissed one in {after:.0} % of cases ({before:.0} % before)");
}

/// What a change of points from `from` to `to` means.
fn way(from: f64, to: f64) -> &'static str {
    match (from + to >= 0.0, to > from) {
        (true, true) => "counts more for a check",
        (true, false) => "counts less for a check",
        (false, true) => "counts less against a check",
        (false, false) => "counts more against a check",
    }
}
