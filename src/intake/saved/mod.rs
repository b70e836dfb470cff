//! Pages as browsers and tools save them: SingleFile, monolith, MHTML's page, Safari's web archive, an export of Google Docs.

pub(super) mod webarchive;

use std::collections::HashMap;

use super::draft::ArticleDraft;
use super::sheet::SheetRules;
use super::tree::Tree;
use super::{html, markup, notes};

/// Reads a page, whoever saved it.
pub(super) fn page(text: &str) -> ArticleDraft<'static> {
    if is_docs_export(text) {
        return markup::html(text);
    }
    let mut draft = if notes::are_likely(text) && !html::nesting::is_too_deep(text) {
        let mut tree = Tree::html(text);
        let rules = SheetRules::of(&tree, |_| None);
        let lifted = notes::lift(&mut tree, &HashMap::new(), |tree, at| markup::note(tree, at, &rules));
        let mut draft = if lifted.is_empty() { html::read(text) } else { html::read(&tree.to_html()) };
        notes::put_back(&mut draft, &lifted);
        draft
    } else {
        html::read(text)
    };
    if let Some((link, day)) = saved_from(text) {
        draft.notices.push(match &day {
            Some(day) => format!("The page was saved from {link} on {day}."),
            None => format!("The page was saved from {link}."),
        });
        draft.url = draft.url.or(Some(link));
    }
    draft
}

/// True for the page that Google Docs exports: a document and nothing of a page.
fn is_docs_export(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default();
    let body = memchr::memmem::find(text.as_bytes(), b"doc-content\"").is_some();
    body && (head.contains("content-type") || head.contains("lst-kix") || head.contains("googleusercontent"))
}

/// Bytes at a page's beginning in which tools say where they had it from.
const HEAD: usize = 4096;

/// Where SingleFile or monolith had the page from, and when.
fn saved_from(text: &str) -> Option<(String, Option<String>)> {
    let head = text.get(..text.floor_char_boundary(HEAD))?;
    let words = |rest: &str, end: &[char]| rest.split(end).next().unwrap_or_default().trim().to_owned();
    if let Some((_, rest)) = head.split_once("Page saved with SingleFile") {
        let link = words(rest.split_once("url:")?.1.trim_start(), &['\n', '\r', ' ']);
        let day = rest.split_once("saved date:").map(|(_, day)| words(day, &['\n', '\r', '(']));
        return link.starts_with("http").then_some((link, day));
    }
    let (_, rest) = head.split_once("<!-- Saved from ")?;
    let comment = rest.split_once("-->")?.0;
    comment.contains("monolith").then_some(())?;
    let (link, rest) = comment.split_once(" at ")?;
    let day = words(rest, &[' ']);
    link.starts_with("http").then(|| (link.trim().to_owned(), Some(day).filter(|day| !day.is_empty())))
}
