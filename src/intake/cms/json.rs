//! Articles in other JSON that has a public shape: schema.org's articles, and the posts of WordPress's interface.

use serde_json::Value;

use super::value::text;
use crate::intake::draft::ArticleDraft;
use crate::intake::head::ItemHead;
use crate::intake::{markup, plain};

/// The schema.org article in an object or list, if there is one with its text.
pub(crate) fn article(value: &Value) -> Option<&Value> {
    let graph = value.get("@graph").and_then(Value::as_array).or_else(|| value.as_array());
    let has = |item: &&Value| text(item, &["articleBody"]).is_some();
    std::iter::once(value).chain(graph.into_iter().flatten()).find(has)
}

/// Reads a schema.org article.
pub(crate) fn schema(item: &Value) -> ArticleDraft<'static> {
    let body = text(item, &["articleBody"]).unwrap_or_default();
    let body = if body.contains("</") { markup::html(&body) } else { plain::read(&body).into_owned() };
    let author = text(item, &["author", "name"])
        .or_else(|| item.get("author")?.as_array()?.iter().find_map(|author| text(author, &["name"])));
    let head = ItemHead {
        headline: text(item, &["headline"]).or_else(|| text(item, &["name"])),
        dek: text(item, &["alternativeHeadline"]),
        author: author.or_else(|| text(item, &["author"])),
        date: text(item, &["datePublished"]),
        language: text(item, &["inLanguage"]),
        url: text(item, &["url"])
            .or_else(|| text(item, &["mainEntityOfPage"]))
            .or_else(|| text(item, &["mainEntityOfPage", "@id"])),
        ..ItemHead::default()
    };
    head.over(body)
}

/// True when an object is a post of WordPress's interface.
pub(crate) fn is_post(item: &Value) -> bool {
    text(item, &["content", "rendered"]).is_some()
}

/// Reads a post of WordPress's interface.
pub(crate) fn post(item: &Value) -> ArticleDraft<'static> {
    let rendered = |key: &str| text(item, &[key, "rendered"]);
    let plain = |html: String| {
        let draft = markup::html(&html);
        draft.pieces.first().map(|piece| piece.text.clone().into_owned()).unwrap_or_default()
    };
    let head = ItemHead {
        headline: rendered("title").map(plain),
        date: text(item, &["date_gmt"]).or_else(|| text(item, &["date"])),
        url: text(item, &["link"]),
        slug: text(item, &["slug"]),
        ..ItemHead::default()
    };
    head.over(markup::html(&rendered("content").unwrap_or_default()))
}
