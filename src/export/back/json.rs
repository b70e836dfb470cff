//! Our own `json` and `jsonl` exports: claims as the session file has them, whole.

use serde_json::{Map, Value};

use super::super::as_of::AS_OF;
use super::annotations::quote_of_anchor;
use super::item::{Content, ImportItem, Quote};
use super::told::BackError;
use crate::review::Session;
use crate::review::wire::FORMAT;

/// The claims in `value`, a `json` export; `None` when it is none.
///
/// # Errors
/// When it is of another article.
pub(super) fn document(value: &Value, session: &Session) -> Result<Option<Vec<ImportItem>>, BackError> {
    let Some(claims) = value.get("claims").and_then(Value::as_array) else { return Ok(None) };
    let named = value.get("session").or_else(|| value.get("id")).and_then(Value::as_str).unwrap_or_default();
    let own = named == session.id;
    let is_session = value.get("format").and_then(Value::as_str) == Some(FORMAT);
    // An export of another copy of this session may be of a draft that is not here yet: each claim is found by itself.
    if let Some(article) = value.get("article").filter(|_| is_session || !own) {
        let text = article.get("text").and_then(Value::as_str);
        let mut drafts = session.drafts.iter().filter_map(|past| past.article.as_ref());
        let is_ours = |text: &str| text == session.article.text() || drafts.any(|past| past.text() == text);
        if !text.is_none_or(is_ours) {
            if is_session && own {
                return Err(BackError::SessionCopy);
            }
            let theirs = article.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
            let ours = session.article.title.clone();
            return Err(if ours == theirs {
                BackError::OtherText(ours)
            } else {
                BackError::OtherArticle { ours, theirs }
            });
        }
    }
    let as_of = value.get(AS_OF).and_then(Value::as_str).map(str::to_owned);
    let items = claims.iter().enumerate().map(|(index, claim)| {
        let left = || unread(format!("claim {}", index + 1), "it is no claim as factdesk export writes it");
        item(index + 1, claim, own).unwrap_or_else(left)
    });
    Ok(Some(items.map(|item| ImportItem { as_of: as_of.clone(), ..item }).collect()))
}

/// The claims of a `jsonl` export, one a line; `None` when no line is one. A line that is none keeps the others in.
pub(super) fn lines(text: &str, session: &Session) -> Option<Vec<ImportItem>> {
    let (mut items, mut found) = (Vec::new(), false);
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let read = serde_json::from_str::<Value>(line).ok().and_then(|value| {
            let own = value.get("session").and_then(Value::as_str) == Some(&session.id);
            item(index + 1, &value, own)
        });
        found |= read.is_some();
        let left =
            || unread(format!("line {}", index + 1), "it is no claim as factdesk export writes it, or was cut short");
        items.push(read.unwrap_or_else(left));
    }
    found.then_some(items)
}

/// What can't be read, and why.
fn unread(name: String, why: &str) -> ImportItem {
    ImportItem::new(name, "export", Content::Unread(why.to_owned()))
}

fn item(number: usize, claim: &Value, own: bool) -> Option<ImportItem> {
    let record: Map<String, Value> = claim.as_object()?.clone();
    let quote: Quote = quote_of_anchor(claim.get("anchor")?);
    let text = |name: &str| claim.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(ImportItem {
        id: text("id"),
        quote,
        // Whose name stands on a claim of ours is who marked it, not who wrote in it.
        by: text("marked_by").filter(|_| !own),
        at: text("marked_at").filter(|_| !own),
        may_add: true,
        ..ImportItem::new(format!("claim {number}"), "export", Content::Record(record, Vec::new(), own))
    })
}
