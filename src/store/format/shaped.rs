//! A session as it comes out of its file, with what is to be said of it.

use crate::review::{Article, Session};

/// A session with what a reviewer should know about its file, a sentence each.
pub(super) type Shaped = (Session, Vec<String>);

/// A notice when the article's text is not the one its checksum was taken of.
pub(super) fn mended(stated: &str, article: &Article) -> Option<String> {
    let wrong = !stated.is_empty() && stated != article.sha256();
    wrong.then(|| {
        "the article's text does not fit its checksum: it was mended by hand; the claims were placed by their words"
            .to_owned()
    })
}
