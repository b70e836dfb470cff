//! The reviewer's settings file: where it lies, what it says, and which line is wrong.

mod file;
mod show;
mod values;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::place;

pub(super) use show::{Show, run};
pub(super) use values::Config;

impl Config {
    /// Reads the settings file: `named`, else the one that `FACTDESK_CONFIG` names, else the one in the platform's folder for
    /// settings. Only the last may be missing.
    ///
    /// # Errors
    /// When it can't be read or a line of it is wrong; the message names file, line, key and the way out.
    pub(super) fn read(named: Option<&Path>) -> Result<Self, Failure> {
        let told = named.map(Path::to_path_buf).or_else(|| place::told("FACTDESK_CONFIG").map(PathBuf::from));
        let may_miss = told.is_none();
        let Some(path) = told.or_else(|| place::settings().map(|folder| folder.join("config.toml"))) else {
            return Ok(Self::default());
        };
        match fs::read(&path) {
            Ok(bytes) => match Self::from_bytes(&bytes) {
                Ok(config) => Ok(Self { path: Some((path, true)), ..config }),
                Err(Wrong::Line(line, says)) => Err(Failure::failed(format!("{}:{line}: {says}", path.display()))),
                Err(Wrong::Whole(says)) => Err(Failure::failed(says).about(&path)),
            },
            Err(error) if may_miss && error.kind() == io::ErrorKind::NotFound => {
                Ok(Self { path: Some((path, false)), ..Self::default() })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Self::missing(&path)),
            Err(error) => Err(Failure::failed(format!(
                "the settings can't be read: {error}; name another file with --config FILE"
            ))
            .about(&path)),
        }
    }

    /// Says that the settings file at `path` is not there.
    pub(super) fn missing(path: &Path) -> Failure {
        Failure::usage("there is no such settings file; name another with --config FILE").about(path)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Wrong> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = line_of(bytes, error.valid_up_to());
            Wrong::Line(line, "this is no UTF-8; save the settings as UTF-8 text".to_owned())
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        file::parse(text).map_err(|file::Mistake { at, says }| match at {
            Some(at) => Wrong::Line(line_of(text.as_bytes(), at), says),
            None => Wrong::Whole(says),
        })
    }
}

/// What is wrong with a settings file.
enum Wrong {
    /// A line of it, from 1.
    Line(usize, String),
    /// All of it.
    Whole(String),
}

/// The line, from 1, that byte `at` stands in.
fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
