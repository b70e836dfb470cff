//! `factdesk`, `factdesk PATH` and `factdesk open`: the workbench.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::common::Common;
use super::failure::Failure;
use super::weights;
use crate::app::settings::{Colours, Ground, Settings};
use crate::propose::THRESHOLD;
use crate::store;
use crate::term::{self, Ending, Errand, Start, clock, desk, import};

/// Open an article or a session.
#[derive(Debug, Args)]
pub(super) struct Open {
    /// An article, a session file or a session's name; - for an article on stdin.
    path: PathBuf,
    /// Start a new session even when there is one over the same text.
    #[arg(long)]
    new: bool,
}

impl Open {
    /// Opens `path`, resuming its session.
    pub(super) const fn resumed(path: PathBuf) -> Self {
        Self { path, new: false }
    }
}

/// How the workbench looks and behaves.
#[derive(Debug, Args)]
#[command(next_help_heading = "The workbench")]
pub(super) struct Look {
    /// Stay on a claim after marking it, instead of going to the next unchecked one.
    #[arg(long, global = true)]
    stay: bool,
    /// What the terminal's background is like; else `COLORFGBG` tells, else it is taken for dark.
    #[arg(long, value_name = "GROUND", global = true)]
    theme: Option<Theme>,
    /// Draw with ASCII characters only.
    #[arg(long, global = true)]
    ascii: bool,
    /// Propose the sentences of an article that score at least this, from 0 to 1; 0.5 unless told. Sessions keep their claims.
    #[arg(long, value_name = "N", global = true, value_parser = between_0_and_1)]
    pub(super) threshold: Option<f64>,
}

fn between_0_and_1(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|number| (0.0..=1.0).contains(number)).ok_or("a threshold is a number between 0 and 1")
}

/// What the background is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Theme {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

pub(super) fn run(asked: Option<&Open>, look: &Look, common: &Common) -> Result<ExitCode, Failure> {
    let folder = common.folder()?;
    let errand = match asked {
        None => Errand::Home(Box::new(term::sample()?)),
        Some(Open { path, new }) if path.as_os_str() == "-" || (*new && !store::is_session(path)) => {
            Errand::Article(Box::new(import::article(path, None)?), *new)
        }
        // A name that is no file may be a session's.
        Some(Open { path, .. }) if !path.exists() && is_name(path) => match folder.find(&path.to_string_lossy()) {
            Ok(found) => Errand::File(found),
            Err(_) => Errand::File(path.clone()),
        },
        Some(Open { path, .. }) => Errand::File(path.clone()),
    };
    let start = Start { folder, who: desk::here(), settings: settings(look, common)?, errand };
    match term::run(start)? {
        Ending::Left => Ok(ExitCode::SUCCESS),
        // As a shell tells it: 128 and the signal's number.
        Ending::Signal(signal) => Ok(ExitCode::from(u8::try_from(128 + signal).unwrap_or(1))),
    }
}

fn is_name(path: &Path) -> bool {
    path.components().count() == 1
}

fn settings(look: &Look, common: &Common) -> Result<Settings, Failure> {
    let told = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let many = told("COLORTERM").is_some() || told("TERM").is_some_and(|term| many_colours(&term));
    let colours = match (told("NO_COLOR"), many) {
        (Some(_), _) => Colours::None,
        (None, true) => Colours::Many,
        (None, false) => Colours::Sixteen,
    };
    // Some terminals say "foreground;background" with numbers of the sixteen colours; 7 and 15 are white.
    let white = || told("COLORFGBG").is_some_and(|pair| matches!(pair.rsplit(';').next(), Some("7" | "15")));
    let light = look.theme.map_or_else(white, |theme| theme == Theme::Light);
    Ok(Settings {
        reviewer: common.reviewer(),
        advance: !look.stay,
        colours,
        ground: if light { Ground::Light } else { Ground::Dark },
        ascii: look.ascii,
        ahead: clock::ahead(),
        threshold: look.threshold.unwrap_or(THRESHOLD),
        weights: Arc::new(weights::in_force()?),
    })
}

/// True for terminals known by name to have 256 colours or more.
fn many_colours(term: &str) -> bool {
    ["256color", "direct", "kitty", "alacritty", "ghostty", "wezterm", "foot"].iter().any(|name| term.contains(name))
}
