//! Text that should be plain and may hold markup.

use dom_query::Document;

use crate::intake::lines::tidy;

/// `text` without tags and character references, its blanks tidied: what publishers put into attributes and JSON is not always plain.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return tidy(text).into_owned();
    }
    let spaced = text.replace("</p>", "</p> ").replace("<br", " <br");
    let page = Document::fragment(spaced.as_str());
    tidy(&page.text()).into_owned()
}
