//! What the elements of HTML and NITF are to a text, by their names and classes.

use crate::intake::tree::{Tree, TreeIndex};
use crate::review::BlockKind;

/// What an element is to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TagRole {
    /// Not read.
    Shut,
    /// A block of this kind, down to its innermost paragraphs.
    Block(BlockKind),
    /// A block that says nothing about its kind.
    Plain,
    Row,
    Cell,
    Break,
    Link,
    Raised,
    /// The figure below a fraction's line.
    Below,
    /// A fraction, which does not run into the figure before it.
    Fraction,
    /// A quotation inside a line: browsers set its marks.
    Marks,
    Lines,
    /// Part of a line.
    Inline,
}

/// The role of an element by its name.
pub(super) fn role(name: &str) -> TagRole {
    match name {
        "head" | "script" | "style" | "template" | "noscript" | "nav" | "svg" | "object" | "iframe" | "select"
        | "button" | "del" | "s" | "strike" | "rt" | "rp" | "media-metadata" | "media-object" | "media-reference"
        | "body.end" | "note" | "frac-sep" => TagRole::Shut,
        "h1" | "hl1" => TagRole::Block(BlockKind::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" | "hl2" | "hl3" | "hl4" => TagRole::Block(BlockKind::Heading),
        "blockquote" | "bq" => TagRole::Block(BlockKind::Quote),
        "li" => TagRole::Block(BlockKind::ListItem),
        "figcaption" | "caption" | "media-caption" | "media-producer" => TagRole::Block(BlockKind::Caption),
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure" | "ul" | "ol"
        | "menu" | "dir" | "dl" | "dt" | "dd" | "table" | "address" | "details" | "summary" | "form" | "fieldset"
        | "body" | "hr" | "block" | "media" | "body.content" | "center" | "credit" | "datasource" => TagRole::Plain,
        "tr" => TagRole::Row,
        "td" | "th" => TagRole::Cell,
        "br" => TagRole::Break,
        "a" => TagRole::Link,
        "sup" => TagRole::Raised,
        "frac" => TagRole::Fraction,
        "frac-den" => TagRole::Below,
        "q" => TagRole::Marks,
        "pre" => TagRole::Lines,
        _ => TagRole::Inline,
    }
}

/// What a class says of a block, in the words that word processors and newsrooms use.
pub(super) fn kind_by_class(tree: &Tree, at: TreeIndex) -> Option<BlockKind> {
    let is = |classes: &[&str]| classes.iter().any(|class| tree.has_class(at, class));
    let cited = tree.attribute(at, "type") == Some("cite");
    let answered =
        ["gmail_quote", "gmail_signature", "moz-signature", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote"];
    let outlook = matches!(
        tree.attribute(at, "id"),
        Some("divRplyFwdMsg" | "appendonsend" | "Signature" | "mail-editor-reference-message-container")
    );
    if cited || outlook || is(&answered) {
        Some(BlockKind::Furniture)
    } else if is(&["title", "headline", "MsoTitle"]) {
        Some(BlockKind::Headline)
    } else if is(&["subtitle", "dek", "standfirst", "subheadline", "MsoSubtitle"]) {
        Some(BlockKind::Dek)
    } else if is(&["MsoQuote"]) {
        Some(BlockKind::Quote)
    } else if is(&["MsoCaption"]) {
        Some(BlockKind::Caption)
    } else {
        None
    }
}
