//! Copies of a session: a blind one for a second reader, and one of what stands on the desk, whatever became of its own file.

use std::path::{Path, PathBuf};

use super::paths;
use crate::app::{Effect, Model, Outcome};
use crate::export;
use crate::review::Keeps;
use crate::store;

/// Makes the copy that `effect` asks for; `own` is the file of the session on the desk.
#[expect(clippy::wildcard_enum_match_arm, reason = "all else is done by its caller")]
pub(super) fn made(effect: Effect, model: &Model, own: Option<&Path>) -> Option<Outcome> {
    match effect {
        Effect::BlindCopy(path) => blind(path, model, own),
        Effect::SaveCopy(path) => saved(&paths::at_home(&path), model, own),
        _ => None,
    }
}

/// A blind copy of the session at `path`, or of the one on the desk.
fn blind(path: Option<PathBuf>, model: &Model, own: Option<&Path>) -> Option<Outcome> {
    let keeps = Some(Keeps { sources: true, added: true, dismissed: false });
    let made = match path {
        Some(path) => store::copy(&path, None, keeps),
        None => store::copy_of(&model.desk()?.session, own?, None, keeps),
    };
    Some(match made {
        Ok((path, copy)) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let secret = match export::confidential_sources(&copy) {
                0 => String::new(),
                1 => "; 1 source in it is confidential".to_owned(),
                many => format!("; {many} sources in it are confidential"),
            };
            Outcome::Done(format!("{name} is for a second reader: the claims without what they came to{secret}"))
        }
        Err(error) => Outcome::Refused(error.to_string()),
    })
}

fn saved(target: &Path, model: &Model, own: Option<&Path>) -> Option<Outcome> {
    let written = store::copy_of(&model.desk()?.session, own?, Some(target), None);
    Some(match written {
        Ok((path, _)) => Outcome::Done(format!("a copy as it stands here: {}", path.display())),
        Err(error) => Outcome::Refused(error.to_string()),
    })
}
