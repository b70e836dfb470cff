//! A story in ANS, the schema of Arc XP (versions 0.5 to 0.10).

use serde_json::Value;

use super::value::{escaped, text};
use crate::intake::draft::ArticleDraft;
use crate::intake::head::ItemHead;
use crate::intake::markup;

/// True when an object is a story.
pub(crate) fn is_story(item: &Value) -> bool {
    item.get("content_elements").is_some_and(Value::is_array)
}

/// Reads a story.
pub(crate) fn read(story: &Value) -> ArticleDraft<'static> {
    let mut html = String::new();
    elements(story.get("content_elements"), &mut html, 0);
    let names = story.get("credits").and_then(|credits| credits.get("by")).and_then(Value::as_array);
    let names: Vec<String> = names.into_iter().flatten().filter_map(|one| text(one, &["name"])).collect();
    let date = ["display_date", "publish_date", "first_publish_date", "last_updated_date", "created_date"];
    let head = ItemHead {
        headline: text(story, &["headlines", "basic"]),
        dek: text(story, &["subheadlines", "basic"]).or_else(|| text(story, &["description", "basic"])),
        author: (!names.is_empty()).then(|| names.join(", ")),
        date: date.iter().find_map(|key| text(story, &[key])),
        language: text(story, &["language"]),
        url: text(story, &["canonical_url"]),
        slug: text(story, &["slug"]),
        note: text(story, &["planning", "internal_note"]),
        ..ItemHead::default()
    };
    head.over(markup::html(&html))
}

/// Adds an element.
fn wrapped(html: &mut String, tag: &str, inner: &str) {
    for part in ["<", tag, ">", inner, "</", tag, ">\n"] {
        html.push_str(part);
    }
}

/// Stories hold elements in elements; deeper than this nobody looks.
const DEEPEST: usize = 8;

/// Writes elements as HTML. Texts in ANS are HTML already; captions are not.
fn elements(list: Option<&Value>, html: &mut String, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for element in list.and_then(Value::as_array).into_iter().flatten() {
        let content = text(element, &["content"]).unwrap_or_default();
        let mut wrap = |tag: &str, inner: &str| wrapped(html, tag, inner);
        match element.get("type").and_then(Value::as_str).unwrap_or_default() {
            "text" | "raw_html" | "endorsement" | "numeric_rating" => wrap("p", &content),
            "header" => wrap("h2", &content),
            "list" => {
                listed(element, html, depth);
            }
            "quote" => {
                html.push_str("<blockquote>");
                elements(element.get("content_elements"), html, depth + 1);
                if !content.is_empty() {
                    wrapped(html, "p", &content);
                }
                if let Some(citation) = text(element, &["citation", "content"]) {
                    wrapped(html, "p", &citation);
                }
                html.push_str("</blockquote>");
            }
            "table" => table(element, html),
            "image" | "video" => caption(element, html),
            "gallery" | "element_group" => {
                caption(element, html);
                elements(element.get("content_elements"), html, depth + 1);
            }
            "correction" => wrap("p", &text(element, &["text"]).unwrap_or(content)),
            // Links to other stories, embedded posts, dividers are not the article's words.
            _ => {}
        }
    }
}

/// Writes a list, which may hold others.
fn listed(element: &Value, html: &mut String, depth: usize) {
    let numbered = element.get("list_type").and_then(Value::as_str) == Some("ordered");
    let tag = if numbered { "ol" } else { "ul" };
    html.push_str(if numbered { "<ol>" } else { "<ul>" });
    for item in element.get("items").and_then(Value::as_array).into_iter().flatten() {
        match (text(item, &["content"]), item.get("items")) {
            (Some(content), _) => wrapped(html, "li", &content),
            (None, Some(_)) if depth < DEEPEST => listed(item, html, depth + 1),
            (None, _) => {}
        }
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn table(element: &Value, html: &mut String) {
    html.push_str("<table>");
    let mut row = |cells: Option<&Value>| {
        let cells: Vec<String> = cells
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|cell| format!("<td>{}</td>", text(cell, &["content"]).unwrap_or_default()))
            .collect();
        wrapped(html, "tr", &cells.concat());
    };
    row(element.get("header"));
    for cells in element.get("rows").and_then(Value::as_array).into_iter().flatten() {
        row(Some(cells));
    }
    html.push_str("</table>");
}

fn caption(element: &Value, html: &mut String) {
    if let Some(caption) = text(element, &["caption"]) {
        wrapped(html, "figcaption", &escaped(&caption));
    }
}
