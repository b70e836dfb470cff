//! ninjs, the news item of the IPTC in JSON, versions 1 to 3.

use serde_json::Value;

use super::{body, filled};
use crate::intake::draft::ArticleDraft;
use crate::intake::head::ItemHead;

/// True when an object is a ninjs item.
pub(crate) fn is_item(item: &Value) -> bool {
    let has = |key: &str| item.get(key).is_some();
    let texts = ["body_html", "body_text", "body_xhtml", "bodies"].iter().any(|key| has(key));
    let named = ["uri", "guid", "headline", "headlines", "slugline", "pubstatus", "versioncreated"];
    texts && named.iter().any(|key| has(key))
}

/// Reads an item.
pub(crate) fn read(item: &Value) -> ArticleDraft<'static> {
    let text = |key: &str| filled(item.get(key).and_then(Value::as_str));
    let html = ["body_html", "body_xhtml"].iter().find_map(|key| text(key)).or_else(|| listed(item, "bodies", true));
    let body = match html {
        Some(html) => crate::intake::markup::html(&html),
        None => body(&text("body_text").or_else(|| listed(item, "bodies", false)).unwrap_or_default()),
    };
    let names: Vec<String> = authors(item);
    let byline = text("byline").filter(|byline| byline != "null").or_else(|| text("by"));
    let head = ItemHead {
        headline: text("headline").or_else(|| listed(item, "headlines", false)).or_else(|| text("title")),
        dek: text("description_text").or_else(|| listed(item, "descriptions", false)),
        summary: None,
        byline: byline.clone(),
        author: if byline.is_none() && !names.is_empty() { Some(names.join(", ")) } else { None },
        dateline: text("dateline").or_else(|| text("located")),
        date: ["versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated"]
            .iter()
            .find_map(|key| text(key)),
        language: text("language"),
        url: text("uri").or_else(|| text("guid")).filter(|uri| uri.starts_with("http")),
        slug: text("slugline").or_else(|| text("slug")),
        embargo: text("embargoed").or_else(|| text("embargoedreason")),
        note: text("ednote").or_else(|| text("edNote")),
    };
    head.over(body)
}

/// The main text of a list of texts by role, as versions 2 and 3 have them; with `marked`, only one that is HTML.
fn listed(item: &Value, key: &str, marked: bool) -> Option<String> {
    let all = item.get(key)?.as_array()?;
    let is_html = |one: &Value| {
        let named = ["contenttype", "contentType", "mimetype"].iter().find_map(|key| one.get(key)?.as_str());
        named.is_some_and(|named| named.contains("html"))
    };
    let fits = all.iter().filter(|one| !marked || is_html(one));
    let main = |one: &&Value| one.get("role").and_then(Value::as_str).is_none_or(|role| role.contains("main"));
    let found = fits.clone().find(main).or_else(|| fits.clone().next())?;
    filled(found.get("value").and_then(Value::as_str))
}

fn authors(item: &Value) -> Vec<String> {
    let lists = ["authors", "people", "contributors"].iter().filter_map(|key| item.get(key)?.as_array());
    let named = |person: &Value| {
        let roles = person.get("roles").and_then(|roles| roles.get(0));
        let role =
            person.get("role").or_else(|| person.get("rel")).or(roles).and_then(Value::as_str).unwrap_or("author");
        let wrote = ["author", "writer", "byline", "creator"].iter().any(|wanted| role.contains(wanted));
        filled(person.get("name").and_then(Value::as_str)).filter(|_| wrote)
    };
    lists.flatten().filter_map(named).collect()
}
