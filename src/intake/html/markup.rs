//! Text that should be plain and may hold markup.

use dom_query::{Document, NodeRef};

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

/// The pieces of text in an element, each tidied; what stands in one of them may touch what stands in the next and is apart on the page.
pub(super) fn pieces(node: &NodeRef<'_>) -> Vec<String> {
    let shut = |piece: &NodeRef<'_>| piece.parent().is_some_and(|own| own.has_name("script") || own.has_name("style"));
    let texts = node.descendants_it().filter(|piece| piece.is_text() && !shut(piece));
    texts.map(|piece| plain(&piece.text())).filter(|piece| !piece.is_empty()).collect()
}
