//! How the workbench looks and behaves: the command line before the environment before the settings file before what is usual.

use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::common::Common;
use super::config::Config;
use super::failure::Failure;
use super::{place, weights};
use crate::app::settings::{self, Colours, Settings, Theme};
use crate::propose::THRESHOLD;
use crate::term::clock;

/// How the workbench looks and behaves.
#[derive(Debug, Args)]
#[command(next_help_heading = "The workbench")]
pub(super) struct LookArgs {
    /// Stay on a claim after marking it, instead of going to the next unchecked one.
    #[arg(long, global = true, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    stay: Option<bool>,
    /// The colours; else the settings file tells, else `COLORFGBG` tells dark from light, else it is dark.
    #[arg(long, value_name = "THEME", global = true, value_parser = themes())]
    theme: Option<Theme>,
    /// Draw with ASCII characters only.
    #[arg(long, global = true, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    ascii: Option<bool>,
    /// Take the mouse, to select, scroll and drag; --mouse=false leaves it to the terminal.
    #[arg(long, global = true, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    mouse: Option<bool>,
    /// Tell what was found out earlier about statements like the selected claim; --memory=off does not look.
    #[arg(long, value_name = "on|off", global = true, value_parser = PossibleValuesParser::new(["on", "off"]))]
    memory: Option<String>,
    /// Propose the sentences of an article that score at least this, from 0 to 1; 0.5 unless told. Sessions keep their claims.
    #[arg(long, value_name = "N", global = true, value_parser = between_0_and_1)]
    pub(super) threshold: Option<f64>,
}

fn between_0_and_1(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|number| (0.0..=1.0).contains(number)).ok_or("a threshold is a number between 0 and 1")
}

fn themes() -> impl TypedValueParser<Value = Theme> {
    let named = |name: String| Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(Theme::Dark);
    PossibleValuesParser::new(Theme::ALL.map(Theme::name)).map(named)
}

impl LookArgs {
    /// The score from which sentences are proposed.
    pub(super) fn threshold(&self, config: &Config) -> f64 {
        self.threshold.or(config.threshold).unwrap_or(THRESHOLD)
    }

    /// Everything that counts in this run.
    ///
    /// # Errors
    /// When trained weights can't be read.
    pub(super) fn settings(&self, common: &Common, config: &Config) -> Result<Settings, Failure> {
        Ok(Settings {
            reviewer: common.reviewer_or(config.reviewer.as_deref()),
            advance: self.stay.map_or(config.advance.unwrap_or(true), |stay| !stay),
            threshold: self.threshold(config),
            policy: config.policy.clone().unwrap_or_default(),
            weights: Arc::new(weights::in_force()?),
            look: settings::Look {
                theme: self.theme.or(config.theme).unwrap_or_else(usual_theme),
                colours: colours(),
                coloured_lines: coloured_lines(),
                ascii: self.ascii.or(config.ascii).unwrap_or(false),
            },
            mouse: self.mouse.or(config.mouse).unwrap_or(true),
            memory: self.memory.as_ref().map_or(config.memory.unwrap_or(true), |told| told == "on"),
            share: None,
            ahead: clock::ahead(),
        })
    }
}

fn told(name: &str) -> Option<String> {
    place::told(name).and_then(|value| value.into_string().ok())
}

/// Some terminals say "foreground;background" with numbers of the sixteen colours; 7 and 15 are white.
fn usual_theme() -> Theme {
    let white = told("COLORFGBG").is_some_and(|pair| matches!(pair.rsplit(';').next(), Some("7" | "15")));
    if white { Theme::Light } else { Theme::Dark }
}

fn colours() -> Colours {
    let many = told("COLORTERM").is_some() || told("TERM").is_some_and(|term| many_colours(&term));
    match (told("NO_COLOR"), many) {
        (Some(_), _) => Colours::None,
        (None, true) => Colours::Many,
        (None, false) => Colours::Sixteen,
    }
}

/// Terminals that tell by their name that they have all there is.
const CAPABLE: [&str; 5] = ["kitty", "alacritty", "ghostty", "wezterm", "foot"];

/// True for terminals known by name to have 256 colours or more.
fn many_colours(term: &str) -> bool {
    term.contains("256color") || term.contains("direct") || CAPABLE.iter().any(|name| term.contains(name))
}

/// True for terminals that colour the line under words by itself: those with colours of three parts do. Terminal on macOS has 256
/// colours only, reads `58;5;244` as "blink", and is left alone.
fn coloured_lines() -> bool {
    let parts = told("COLORTERM").is_some_and(|said| matches!(said.as_str(), "truecolor" | "24bit"));
    parts || told("TERM").is_some_and(|term| CAPABLE.iter().any(|name| term.contains(name)))
}
