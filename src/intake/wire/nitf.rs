//! NITF, the News Industry Text Format (IPTC, versions 2 to 3.6).

use std::collections::HashMap;

use super::{broken, filled};
use crate::intake::draft::{ArticleDraft, DraftPiece};
use crate::intake::head::ItemHead;
use crate::intake::markup;
use crate::intake::taken::IntakeError;
use crate::intake::tree::{ROOT, Tree, TreeIndex};
use crate::review::BlockKind;

/// Reads a NITF document.
///
/// # Errors
/// When it is no sound XML.
pub(crate) fn read(text: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    let mut tree = Tree::xml(text).map_err(|why| broken("NITF", &why))?;
    Ok(item(&mut tree, ROOT))
}

/// Reads the NITF within `from`, which may be a part of something else.
pub(super) fn item(tree: &mut Tree, from: TreeIndex) -> ArticleDraft<'static> {
    let head = head(tree, from);
    // A note to editors may hold a body of its own.
    let bodies = tree.all(from, "body.content");
    let own = bodies.iter().copied().find(|at| tree.name(tree.parent(*at)) == "body");
    let body = own.or_else(|| bodies.first().copied()).or_else(|| tree.first(from, "body")).unwrap_or(from);
    let ends = tree.all(from, "tagline").into_iter().filter_map(|at| filled(Some(&tree.words(at)))).collect::<Vec<_>>();
    let mut draft = head.over(markup::noted(tree, body, HashMap::new()));
    // Who wrote, edited and may be asked: for the reader of the wire.
    draft.pieces.extend(ends.into_iter().map(|text| DraftPiece::new(BlockKind::Furniture, text)));
    draft
}

fn head(tree: &Tree, from: TreeIndex) -> ItemHead {
    let attribute = |element: &str, name: &str| {
        let at = tree.all(from, element).into_iter();
        at.filter_map(|at| filled(tree.attribute(at, name))).find(|value| value.chars().any(|c| c.is_ascii_digit()))
    };
    let hedline = tree.first(from, "hedline").unwrap_or(from);
    let byline = tree.first(from, "byline").map(|at| byline(tree, at));
    ItemHead {
        headline: tree.fact(hedline, "hl1").or_else(|| tree.fact(from, "title")),
        dek: tree.first(from, "hedline").and_then(|at| tree.fact(at, "hl2")),
        summary: tree.first(from, "body.head").and_then(|at| tree.fact(at, "abstract")),
        byline,
        dateline: tree.fact(from, "dateline"),
        date: attribute("date.issue", "norm").or_else(|| attribute("story.date", "norm")),
        language: tree.first(from, "nitf").and_then(|at| filled(tree.attribute(at, "lang"))),
        url: attribute("pubdata", "ex-ref"),
        slug: tree.first(from, "doc-id").and_then(|_| attribute("du-key", "key")),
        embargo: embargo(tree, from),
        note: tree.all(from, "ed-msg").into_iter().find_map(|at| filled(tree.attribute(at, "info"))),
        ..ItemHead::default()
    }
}

/// The byline without the author's office.
fn byline(tree: &Tree, at: TreeIndex) -> String {
    let whole = tree.words(at);
    let office = tree.fact(at, "byttl").unwrap_or_default();
    whole.strip_suffix(office.as_str()).map_or(whole.clone(), |name| name.trim().to_owned())
}

/// A release later than the issue is an embargo.
fn embargo(tree: &Tree, from: TreeIndex) -> Option<String> {
    let norm = |element: &str| tree.first(from, element).and_then(|at| filled(tree.attribute(at, "norm")));
    let (issued, released) = (norm("date.issue")?, norm("date.release")?);
    (released.get(..13) > issued.get(..13) && released.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| format!("not to be published before {}", crate::intake::head::iso(&released)))
}
