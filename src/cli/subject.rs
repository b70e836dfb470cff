//! What a command is about: an article, or the article of a session.

use std::path::{Path, PathBuf};

use super::common::Common;
use super::failure::Failure;
use super::progress::Progress;
use crate::review::Article;
use crate::store;
use crate::term::import;

/// The file of the session at `asked`: a path, a name or the beginning of one.
///
/// # Errors
/// When it is none.
pub(super) fn session(asked: &Path, common: &Common) -> Result<PathBuf, Failure> {
    if asked.is_file() && !store::is_session(asked) {
        return Err(Failure::usage(
            "which files? factdesk evidence ARTICLE PATH…; only a session has evidence of its own",
        ));
    }
    if asked.is_file() { Ok(asked.to_owned()) } else { Ok(common.folder()?.find(&asked.to_string_lossy())?) }
}

/// The article at `asked`: that of a session where `asked` is one, by path, name or the beginning of one.
///
/// # Errors
/// When it is neither, or can't be read.
pub(super) fn article(asked: &Path, common: &Common) -> Result<Article, Failure> {
    let is_file = asked.as_os_str() == "-" || asked.is_file();
    if is_file && !store::is_session(asked) {
        let reading = Progress::reading(asked);
        let article = import::article(asked, None)?.article;
        drop(reading);
        return Ok(article);
    }
    let path = if is_file { asked.to_owned() } else { common.folder()?.find(&asked.to_string_lossy())? };
    Ok(store::read(&path)?.session.article)
}
