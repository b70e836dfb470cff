//! Which elements are blocks of text, and which stand inside a line.

use crate::review::BlockKind;

/// What a block element makes of its text; `None` for elements inside a line.
pub(super) fn block(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dd" | "dt" => Some(BlockKind::ListItem),
        "blockquote" | "q-block" => Some(BlockKind::Quote),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        "address" | "article" | "aside" | "body" | "center" | "details" | "div" | "dl" | "fieldset" | "figure"
        | "dialog" | "footer" | "form" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "menu" | "nav"
        | "noscript" | "ol" | "p" | "pre" | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr"
        | "ul" => Some(BlockKind::Paragraph),
        _ => None,
    }
}
