//! W3C Web Annotations: a collection, a page, a list, or a single one.

use serde_json::Value;

use super::item::{Item, Quote, Says};

/// The annotations in `value`; `None` when there is nothing of that model in it.
pub(super) fn items(value: &Value) -> Option<Vec<Item>> {
    let list = match (kind(value), value) {
        ("Annotation", _) => std::slice::from_ref(value),
        ("AnnotationCollection", _) => value.get("first")?.get("items")?.as_array()?,
        ("AnnotationPage", _) => value.get("items")?.as_array()?,
        (_, Value::Array(list)) if list.iter().any(|one| kind(one) == "Annotation") => list,
        _ => return None,
    };
    Some(list.iter().enumerate().map(|(index, one)| item(index + 1, one)).collect())
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

fn item(number: usize, value: &Value) -> Item {
    let id = value.get("id").and_then(Value::as_str).and_then(|id| id.rsplit_once('#'));
    let creator = value.get("creator").or_else(|| value.get("dcterms:creator"));
    let by = creator.and_then(|creator| creator.get("name").unwrap_or(creator).as_str());
    Item {
        name: format!("annotation {number}"),
        id: id.map(|(_, id)| id.to_owned()),
        quote: value.get("target").map(quote).unwrap_or_default(),
        says: says(value),
        by: by.map(str::to_owned),
        may_add: true,
        echoes: false,
    }
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

/// A value, or the values of a list, or nothing.
fn listed(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::Array(list)) => list.as_slice().iter(),
        Some(one) => std::slice::from_ref(one).iter(),
        None => [].iter(),
    }
}

/// What the bodies say. A body without a purpose has the annotation's motivation.
fn says(annotation: &Value) -> Says {
    let mut says = Says::default();
    let motivation = annotation.get("motivation").and_then(Value::as_str).unwrap_or("commenting");
    if let Some(text) = annotation.get("bodyValue").and_then(Value::as_str) {
        says.remark = Some(text.to_owned());
    }
    for body in listed(annotation.get("body")) {
        let purpose = body.get("purpose").and_then(Value::as_str).unwrap_or(motivation);
        let Some(text) = body.get("value").and_then(Value::as_str) else {
            says.links.extend(link(body));
            continue;
        };
        let text = text.to_owned();
        match purpose {
            "assessing" | "classifying" => says.verdict = Some(text),
            "commenting" => says.note = Some(text),
            "describing" => says.statement = Some(text),
            "questioning" => says.question = Some(text),
            "replying" => says.answer = Some(text),
            // A right of reply, which is told and not asked back.
            "identifying" => {}
            "editing" => says.correction = Some(text),
            "tagging" => says.tags.get_or_insert_default().push(text),
            "linking" => says.links.push((String::new(), text)),
            _ => says.remark = Some(text),
        }
    }
    says
}

/// The address of a body that is a resource, with its label.
fn link(body: &Value) -> Option<(String, String)> {
    let source = body.get("source").unwrap_or(body);
    let url = source.as_str().or_else(|| source.get("id")?.as_str())?;
    let label = source.get("label").and_then(Value::as_str).unwrap_or_default();
    Some((url.to_owned(), label.to_owned()))
}
