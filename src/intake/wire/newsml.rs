//! NewsML-G2 and its forerunner NewsML 1: an envelope with facts, and the text inline as XHTML, NITF or words.

use std::collections::HashMap;

use super::{body, broken, filled, nitf};
use crate::intake::draft::ArticleDraft;
use crate::intake::head::ItemHead;
use crate::intake::markup;
use crate::intake::taken::IntakeError;
use crate::intake::tree::{ROOT, Tree, TreeIndex};

/// Reads NewsML-G2: the first item of the message that holds a text.
///
/// # Errors
/// When it is no sound XML, or holds no text but links to one.
pub(crate) fn g2(text: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    const FORMAT: &str = "NewsML-G2";
    let mut tree = Tree::xml(text).map_err(|why| broken(FORMAT, &why))?;
    let items = tree.all(ROOT, "newsitem");
    let content = |at: &TreeIndex| tree.first(*at, "inlinexml").or_else(|| tree.first(*at, "inlinedata"));
    let texts: Vec<(TreeIndex, TreeIndex)> = items.iter().filter_map(|at| Some((*at, content(at)?))).collect();
    let Some((item, inline)) = texts.first().copied() else {
        return Err(IntakeError::Broken {
            format: FORMAT,
            why: "no text is in it, only links to where it is; ask the agency for the item with its text".to_owned(),
        });
    };
    let head = g2_head(&tree, item);
    tree.unescape_again();
    let text = inside(&mut tree, inline);
    let mut draft = head.over(text);
    if texts.len() > 1 {
        draft.notices.push(format!("The message holds {} texts; the first was read.", texts.len()));
    }
    Ok(draft)
}

fn g2_head(tree: &Tree, item: TreeIndex) -> ItemHead {
    let meta = tree.first(item, "contentmeta").unwrap_or(item);
    let stated = |name: &str| tree.fact(meta, name).or_else(|| tree.fact(item, name));
    let summary = tree.all(meta, "description").into_iter();
    let mut summary = summary.filter(|at| tree.attribute(*at, "role").is_none_or(|role| role.ends_with("summary")));
    let language = tree.all(meta, "language").into_iter().find_map(|at| filled(tree.attribute(at, "tag")));
    let author = tree.first(meta, "creator").and_then(|at| tree.fact(at, "name"));
    ItemHead {
        headline: tree.fact(meta, "headline"),
        dek: summary.find_map(|at| Some(tree.words(at)).filter(|words| !words.is_empty())),
        summary: None,
        byline: tree.fact(meta, "by"),
        author: tree.fact(meta, "by").is_none().then_some(author).flatten(),
        dateline: tree.fact(meta, "dateline"),
        date: stated("versioncreated").or_else(|| stated("contentcreated")),
        language: language.or_else(|| filled(tree.attribute(item, "lang"))),
        url: None,
        slug: tree.fact(meta, "slugline"),
        embargo: stated("embargoed"),
        note: stated("ednote"),
    }
}

/// Reads NewsML 1: the longest text of the package.
///
/// # Errors
/// When it is no sound XML, or holds no text.
pub(crate) fn one(text: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    const FORMAT: &str = "NewsML";
    let mut tree = Tree::xml(text).map_err(|why| broken(FORMAT, &why))?;
    let contents = tree.all(ROOT, "datacontent").into_iter();
    let Some(content) = contents.max_by_key(|at| tree.words(*at).len()) else {
        return Err(IntakeError::Broken {
            format: FORMAT,
            why: "no text is in it; ask the agency for the item with its text".to_owned(),
        });
    };
    let language = tree.all(ROOT, "language").into_iter().find_map(|at| filled(tree.attribute(at, "formalname")));
    let item = tree.first(ROOT, "newsitem").unwrap_or(ROOT);
    let head = ItemHead {
        headline: tree.fact(ROOT, "headline"),
        dek: tree.fact(ROOT, "subheadline"),
        byline: tree.fact(ROOT, "byline"),
        dateline: tree.fact(ROOT, "dateline"),
        date: tree.fact(ROOT, "thisrevisioncreated").or_else(|| tree.fact(ROOT, "firstcreated")),
        language: language.or_else(|| filled(tree.attribute(item, "lang"))),
        slug: tree.fact(ROOT, "slugline"),
        embargo: tree.fact(ROOT, "statuswillchange"),
        ..ItemHead::default()
    };
    Ok(head.over(inside(&mut tree, content)))
}

/// What stands inline: a NITF or XHTML document, mark-up that was escaped, or words.
fn inside(tree: &mut Tree, inline: TreeIndex) -> ArticleDraft<'static> {
    if let Some(nitf) = tree.first(inline, "nitf").or_else(|| tree.first(inline, "body.content")) {
        return nitf::item(tree, nitf);
    }
    let marked = ["p", "html", "body", "div", "h1"].iter().any(|name| tree.first(inline, name).is_some());
    if marked {
        return markup::noted(tree, tree.first(inline, "body").unwrap_or(inline), HashMap::new());
    }
    body(&tree.raw_words(inline))
}
