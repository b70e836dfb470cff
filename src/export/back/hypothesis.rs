//! Annotations as the Hypothesis API or its export gives them.

use serde_json::Value;

use super::annotations::quote;
use super::item::{Item, Says};
use crate::review::Verdict;

/// The annotations in `value`: what a search answers (`rows`), what the client exports (`annotations`), or a list.
pub(super) fn items(value: &Value) -> Option<Vec<Item>> {
    let list = ["rows", "annotations"].into_iter().find_map(|name| value.get(name)).unwrap_or(value).as_array()?;
    let known = |one: &Value| one.get("uri").is_some() || one.get("target").is_some();
    if !list.iter().all(known) {
        return None;
    }
    Some(list.iter().enumerate().map(|(index, one)| item(index + 1, one)).collect())
}

fn item(number: usize, value: &Value) -> Item {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let text = value.get("text").and_then(Value::as_str).unwrap_or_default().trim();
    let tags: Vec<&str> =
        value.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let verdict = tags.iter().find(|tag| Verdict::KNOWN.iter().any(|known| known.as_str() == **tag));
    let own = id.rsplit_once('#').map(|(_, id)| id.to_owned());
    let says = Says {
        verdict: verdict.map(|&word| word.to_owned()),
        // The text of our own export says in Markdown what the claim says already.
        remark: (own.is_none() && !text.is_empty()).then(|| text.to_owned()),
        ..Says::default()
    };
    Item {
        name: format!("annotation {number}"),
        quote: value.get("target").map(quote).unwrap_or_default(),
        says,
        by: value.get("user").and_then(Value::as_str).map(name).filter(|by| !by.is_empty()),
        may_add: own.is_none(),
        echoes: false,
        id: own,
    }
}

/// `anna` of `acct:anna@example.org`.
fn name(user: &str) -> String {
    let name = user.trim_start_matches("acct:");
    name.split_once('@').map_or(name, |(name, _)| name).to_owned()
}
