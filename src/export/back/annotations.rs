//! W3C Web Annotations: a collection, a page, a list, or a single one.

use serde_json::Value;

use super::super::annotations::RECORD;
use super::item::{Body, Content, ImportItem, Quote, UNREAD};
use super::voice::Voice;

/// The annotations in `value`; `None` when there is nothing of that model in it. `session` is this session's name on the web: what
/// has it in its id is an annotation of ours.
pub(super) fn items(value: &Value, session: &str) -> Option<Vec<ImportItem>> {
    let list = match (kind(value), value) {
        ("Annotation", _) => std::slice::from_ref(value),
        ("AnnotationCollection", _) => {
            let page = value.get("first").or_else(|| value.get("items"))?;
            page.get("items").unwrap_or(page).as_array()?
        }
        ("AnnotationPage", _) => value.get("items")?.as_array()?,
        (_, Value::Array(list)) if list.iter().any(|one| kind(one) == "Annotation") => list,
        _ => return None,
    };
    Some(list.iter().enumerate().map(|(index, one)| item(index + 1, one, session)).collect())
}

/// The `type`, which may be one word or a list with it.
fn kind(value: &Value) -> &str {
    match value.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| kind.starts_with("Annotation")).unwrap_or_default()
        }
        _ => "",
    }
}

fn item(number: usize, value: &Value, session: &str) -> ImportItem {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let ours = text("id").and_then(|id| id.rsplit_once('#'));
    let own = ours.is_some_and(|(of, _)| of == session);
    let record = value.get(RECORD).and_then(Value::as_object).cloned();
    let bodies = bodies(value);
    let by = creator(value);
    let at = text("created").or_else(|| text("modified")).map(str::to_owned);
    let signed = by.clone().filter(|_| own).map(|by| Voice { by: Some(by), at: at.clone(), from: "annotation" });
    let content = match record {
        Some(record) => Content::Record(record, bodies, own),
        None => Content::Bodies(bodies, own),
    };
    ImportItem {
        key: text("id").unwrap_or_default().to_owned(),
        id: ours.map(|(_, id)| id.to_owned()),
        quote: value.get("target").map(quote).unwrap_or_default(),
        // A target that is no more than an address may be another annotation, which is replied to.
        replies_to: text("target").map(str::to_owned),
        // Whose name stands on one of ours is who marked it, not who wrote in it.
        by: by.filter(|_| !own),
        at: at.filter(|_| !own),
        signed,
        may_add: true,
        ..ImportItem::new(format!("annotation {number}"), "annotation", content)
    }
}

/// Who made it: a name, or whatever else tells one person from another; several in a row.
fn creator(value: &Value) -> Option<String> {
    let creator = ["creator", "dcterms:creator"].into_iter().find_map(|name| value.get(name))?;
    let name = |one: &Value| {
        let named = ["name", "nickname", "id"].into_iter().find_map(|name| one.get(name)?.as_str());
        let by = named.or_else(|| one.as_str())?.trim();
        (!by.is_empty()).then(|| by.to_owned())
    };
    let names: Vec<String> = listed(Some(creator)).filter_map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The first quote and position among a target's selectors, refinements included.
pub(super) fn quote(target: &Value) -> Quote {
    let mut quote = Quote::default();
    let mut waiting: Vec<&Value> = listed(Some(target)).collect();
    while let Some(value) = waiting.pop() {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        match value.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") if quote.exact.is_empty() => {
                (quote.exact, quote.prefix, quote.suffix) = (text("exact"), text("prefix"), text("suffix"));
            }
            Some("TextPositionSelector") if quote.start.is_none() => {
                quote.start = value.get("start").and_then(Value::as_u64).and_then(|start| usize::try_from(start).ok());
            }
            _ => {}
        }
        waiting.extend(listed(value.get("selector")).chain(listed(value.get("refinedBy"))));
    }
    quote
}

/// The quote in a claim's anchor, as the session file has it.
pub(super) fn quote_of_anchor(anchor: &Value) -> Quote {
    let text = |name: &str| anchor.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let start = anchor.get("start").and_then(Value::as_u64).and_then(|start| usize::try_from(start).ok());
    Quote { exact: text("exact"), prefix: text("prefix"), suffix: text("suffix"), start }
}

/// A value, or the values of a list, or nothing.
fn listed(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::Array(list)) => list.as_slice().iter(),
        Some(one) => std::slice::from_ref(one).iter(),
        None => [].iter(),
    }
}

/// The bodies. One without a purpose has the annotation's motivation.
fn bodies(annotation: &Value) -> Vec<Body> {
    let motivation = listed(annotation.get("motivation")).find_map(Value::as_str).unwrap_or("commenting");
    let plain = annotation.get("bodyValue").and_then(Value::as_str).map(|text| Body::new("commenting", text));
    // A choice or a list of bodies holds bodies.
    let several =
        |body: &Value| body.get("items").and_then(Value::as_array).cloned().unwrap_or_else(|| vec![body.clone()]);
    let all: Vec<Value> = listed(annotation.get("body")).flat_map(several).collect();
    let bodies = all.iter().map(|body| {
        let purpose = listed(body.get("purpose")).find_map(Value::as_str).unwrap_or(motivation);
        let by = creator(body);
        if let Some(words) = body.as_str() {
            // A body that is no more than a word is the address of what is said.
            return Body { by, ..Body::new("linking", words) };
        }
        let Some(words) = body.get("value").and_then(texts) else {
            return match link(body) {
                Some((url, title)) => Body { title, by, ..Body::new("linking", url) },
                None => Body { by, ..Body::new(UNREAD, body.to_string()) },
            };
        };
        let html = body.get("format").and_then(Value::as_str) == Some("text/html");
        Body { by, ..Body::new(purpose, if html { plain_of(&words) } else { words }) }
    });
    plain.into_iter().chain(bodies).collect()
}

/// The words of a value: in one text, in several, or in several languages, a line each.
fn texts(value: &Value) -> Option<String> {
    let lines: Vec<&str> = match value {
        Value::String(words) => return Some(words.clone()),
        Value::Array(list) => list.iter().map(Value::as_str).collect::<Option<_>>()?,
        Value::Object(languages) => languages.values().map(Value::as_str).collect::<Option<_>>()?,
        Value::Null | Value::Bool(_) | Value::Number(_) => return None,
    };
    Some(lines.join("\n"))
}

/// The words of a piece of HTML, a line for a paragraph.
fn plain_of(html: &str) -> String {
    let parted = ["</p>", "</div>", "</li>", "<br>", "<br/>", "<br />"]
        .into_iter()
        .fold(html.to_owned(), |html, end| html.replace(end, &format!("\n{end}")));
    let page = dom_query::Document::fragment(parted);
    page.select("script, style").remove();
    let text = page.text().to_string();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The address of a body that is a resource, with its label.
fn link(body: &Value) -> Option<(String, String)> {
    let source = body.get("source").unwrap_or(body);
    let url = source.as_str().or_else(|| source.get("id")?.as_str())?;
    let label = source.get("label").and_then(Value::as_str).unwrap_or_default();
    Some((url.to_owned(), label.to_owned()))
}
