//! Annotations as the Hypothesis API or its export gives them.

use serde_json::Value;

use super::super::as_of::AS_OF;
use super::annotations::quote;
use super::echo_label;
use super::item::{Body, Content, ImportItem, ItemForm};
use super::voice::Voice;

/// How the web service begins the name of an account; exports of ours have a reader's bare name there.
const ACCOUNT: &str = "acct:";

/// The annotations in `value`: what a search answers (`rows`), what the client exports (`annotations`), or a list. `session` is this
/// session's name on the web.
pub(super) fn items(value: &Value, session: &str) -> Option<Vec<ImportItem>> {
    let list = ["rows", "annotations"].into_iter().find_map(|name| value.get(name)).unwrap_or(value).as_array()?;
    let known = |one: &Value| one.get("uri").is_some() || one.get("target").is_some();
    if !list.is_empty() && !list.iter().any(known) {
        return None;
    }
    let as_of = value.get(AS_OF).and_then(Value::as_str).map(str::to_owned);
    let items = list.iter().enumerate().map(|(index, one)| {
        if known(one) {
            return item(index + 1, one, session);
        }
        // One that is none keeps the others not out.
        let why = "it is no annotation: it has no target".to_owned();
        ImportItem::new(format!("annotation {}", index + 1), "Hypothesis", Content::Unread(why))
    });
    Some(items.map(|item| ImportItem { as_of: as_of.clone(), ..item }).collect())
}

fn item(number: usize, value: &Value, session: &str) -> ImportItem {
    let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let words = |name: &str| -> Vec<String> {
        let list = value.get(name).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (text, tags) = (word("text").trim(), words("tags"));
    let ours = word("id").rsplit_once('#').filter(|(of, _)| *of == session);
    // Ours begin with their verdict, of whatever name, and have it as their first tag.
    let tagged = |line: &str| tags.first().is_some_and(|tag| line == format!("**{tag}**"));
    let headed = text.lines().next().is_some_and(|line| echo_label::is_head(ItemForm::Markdown, line) || tagged(line));
    let content = if ours.is_some() || headed {
        Content::Card(ItemForm::Markdown, text.to_owned(), Some(tags))
    } else {
        let remark = Some(Body::new("commenting", text)).filter(|_| !text.is_empty());
        Content::Bodies(remark.into_iter().chain(tags.iter().map(|tag| Body::new("tagging", tag))).collect(), false)
    };
    let display = value.get("user_info").and_then(|about| about.get("display_name")).and_then(Value::as_str);
    let by = display.filter(|name| !name.trim().is_empty()).map_or_else(|| name(word("user")), str::to_owned);
    // An account that a card of ours lies in is of who wrote in it; the name beside it may still be of who marked the claim.
    let account = Some(word("user")).filter(|user| ours.is_some() && user.starts_with(ACCOUNT)).map(name);
    let by = Some(by).filter(|by| !by.is_empty());
    let at = Some(word("updated")).filter(|at| !at.is_empty()).map(str::to_owned);
    let signed = by.clone().filter(|_| ours.is_some() && account.is_none());
    let signed = signed.map(|by| Voice { by: Some(by), at: at.clone(), from: "Hypothesis" });
    ImportItem {
        key: word("id").to_owned(),
        replies_to: words("references").pop(),
        quote: value.get("target").map(quote).unwrap_or_default(),
        // Whose name stands on a row of ours is who marked it, not who wrote in it.
        at: at.filter(|_| ours.is_none() || account.is_some()),
        by: account.or_else(|| by.filter(|_| ours.is_none())),
        signed,
        may_add: ours.is_none(),
        id: ours.map(|(_, id)| id.to_owned()),
        ..ImportItem::new(format!("annotation {number}"), "Hypothesis", content)
    }
}

/// `anna` of `acct:anna@example.org`.
fn name(user: &str) -> String {
    let name = user.trim_start_matches(ACCOUNT);
    name.split_once('@').map_or(name, |(name, _)| name).to_owned()
}
