//! What a command is about: an article, or the article of a session.

use std::path::Path;

use super::common::Common;
use super::failure::Failure;
use super::progress::Progress;
use crate::review::Article;
use crate::store;
use crate::term::import;

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
