//! `factdesk config`: the settings in force, as the settings file would have them.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::Config;
use crate::app::bindings;
use crate::app::keymap::Keymap;
use crate::app::settings::Settings;
use crate::cli::common::Common;
use crate::cli::failure::Failure;
use crate::cli::look::LookArgs;
use crate::cli::out;

/// Print where the settings file lies and the settings in force.
#[derive(Debug, Args)]
pub(in crate::cli) struct Show {}

pub(in crate::cli) fn run(look: &LookArgs, common: &Common) -> Result<ExitCode, Failure> {
    let config = common.config()?;
    let settings = look.settings(common, &config)?;
    out::lines(&lines(&config, &settings))?;
    Ok(ExitCode::SUCCESS)
}

/// The settings as TOML, the file they come from in a comment above them.
fn lines(config: &Config, settings: &Settings) -> String {
    let mut lines = match &config.path {
        Some((path, true)) => format!("# {}\n", path.display()),
        Some((path, false)) => format!("# {} is not there yet; this is what counts without it\n", path.display()),
        None => "# there is no home folder for a settings file; name one with --config FILE\n".to_owned(),
    };
    let text = |words: &str| toml::Value::String(words.to_owned()).to_string();
    let Settings { reviewer, advance, threshold, look, mouse, memory, .. } = settings;
    let _ = writeln!(lines, "theme = {}", text(look.theme.name()));
    let _ = writeln!(lines, "threshold = {threshold:?}\nadvance = {advance}\nreviewer = {}", text(reviewer));
    let _ = writeln!(lines, "ascii = {}\nmouse = {mouse}\nmemory = {memory}", look.ascii);
    if !settings.policy.is_none() {
        let _ = write!(lines, "\n[policy]\n{}", toml::to_string(&*settings.policy).unwrap_or_default());
    }
    let (usual, keymap) = (Keymap::standard(), config.keymap());
    for scope in usual.scopes().iter().copied() {
        let rows = bindings().filter(|row| row.scope == scope);
        let mut changed = rows.filter(|row| keymap.keys(row) != usual.keys(row)).peekable();
        if changed.peek().is_some() {
            let _ = writeln!(lines, "\n[keys.{}]", scope.setting());
        }
        for row in changed {
            let _ = writeln!(lines, "{} = {}", row.name(), text(&keymap.listed(row, " ")));
        }
    }
    lines
}
