//! The comments of a Word document: the answers of whoever was sent the article.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::BackError;
use super::item::{Item, Quote, Says};
use super::parts::{Node, walk};

/// Bytes of an unpacked part that are read at most.
const LARGEST: u64 = 64 << 20;

/// Characters of the text around a comment's words that are kept to place it.
const CONTEXT: usize = 64;

/// How paragraphs of our own comments begin, apart from the first.
const LABELS: [&str; 8] = ["states: ", "says: ", "note: ", "source: ", "correction: ", "asked: ", "answer: ", "tags: "];

/// What `comments.xml` holds.
#[derive(Default)]
struct Comment {
    id: String,
    by: String,
    paragraphs: Vec<String>,
}

/// The text of the document as it was before tracked changes, and where in it the comments sit, in bytes.
#[derive(Default)]
struct Body {
    text: String,
    ranges: HashMap<String, (usize, usize)>,
}

/// A comment each. Of our own comments only what somebody wrote below is taken in.
pub(super) fn items(bytes: &[u8]) -> Result<Vec<Item>, BackError> {
    let broken = |error: String| BackError::Broken("Word document", error);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let mut part = |name: &str| -> Result<Option<String>, BackError> {
        let Ok(file) = archive.by_name(name) else { return Ok(None) };
        let mut text = String::new();
        file.take(LARGEST).read_to_string(&mut text).map_err(|error| broken(error.to_string()))?;
        Ok(Some(text))
    };
    let document = part("word/document.xml")?.ok_or(BackError::Unknown)?;
    let Some(comments) = part("word/comments.xml")? else { return Ok(Vec::new()) };
    let body = body(&document).map_err(broken)?;
    let comments = comments_of(&comments).map_err(broken)?;
    Ok(comments.into_iter().enumerate().map(|(index, comment)| item(index + 1, comment, &body)).collect())
}

fn item(number: usize, comment: Comment, body: &Body) -> Item {
    let own = comment.paragraphs.first().is_some_and(|first| is_head(first));
    let ours = |index: usize, words: &str| own && (index == 0 || LABELS.iter().any(|label| words.starts_with(label)));
    let said: Vec<&str> = comment
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(index, words)| !words.trim().is_empty() && !ours(*index, words))
        .map(|(_, words)| words.trim())
        .collect();
    let said = said.join("\n");
    Item {
        name: format!("comment {number}"),
        quote: body.ranges.get(&comment.id).map(|range| quote(&body.text, *range)).unwrap_or_default(),
        says: Says { remark: (!said.is_empty()).then_some(said), ..Says::default() },
        echoes: own,
        by: Some(comment.by).filter(|by| !own && !by.trim().is_empty()),
        ..Item::default()
    }
}

/// `8 ✗ disputed`: how our own comments begin.
fn is_head(words: &str) -> bool {
    let mut parts = words.split(' ');
    let number =
        parts.next().is_some_and(|number| !number.is_empty() && number.bytes().all(|one| one.is_ascii_digit()));
    number
        && parts.next().is_some_and(|glyph| ["✓", "✗", "?", "○", "•", "–"].contains(&glyph))
        && parts.next().is_some()
}

fn quote(text: &str, (start, end): (usize, usize)) -> Quote {
    let before = text.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(start, |(at, _)| at);
    let after = text.get(end..).unwrap_or_default();
    Quote {
        exact: text.get(start..end).unwrap_or_default().to_owned(),
        prefix: before.get(from..).unwrap_or_default().to_owned(),
        suffix: after.chars().take(CONTEXT).collect(),
        start: None,
    }
}

fn body(xml: &str) -> Result<Body, String> {
    let mut body = Body::default();
    let mut starts: HashMap<String, usize> = HashMap::new();
    let (mut added, mut words) = (0_usize, false);
    walk(xml, |node| match node {
        Node::Open("ins" | "moveTo", _) => added += 1,
        Node::Close("ins" | "moveTo") => added = added.saturating_sub(1),
        Node::Open("t" | "delText", _) => words = added == 0,
        Node::Close("t" | "delText") => words = false,
        Node::Open("tab" | "br" | "cr", _) if added == 0 => body.text.push(' '),
        Node::Close("p") => body.text.push('\n'),
        Node::Open("commentRangeStart", element) => {
            starts.insert(element.value("w:id"), body.text.len());
        }
        Node::Open("commentRangeEnd", element) => {
            let id = element.value("w:id");
            if let Some(start) = starts.get(&id) {
                body.ranges.insert(id, (*start, body.text.len()));
            }
        }
        Node::Text(text) if words => body.text.push_str(text),
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    })?;
    Ok(body)
}

fn comments_of(xml: &str) -> Result<Vec<Comment>, String> {
    let mut found: Vec<Comment> = Vec::new();
    let (mut paragraph, mut words) = (String::new(), false);
    walk(xml, |node| match node {
        Node::Open("comment", element) => {
            found.push(Comment { id: element.value("w:id"), by: element.value("w:author"), paragraphs: Vec::new() });
        }
        Node::Open("t", _) => words = true,
        Node::Close("t") => words = false,
        Node::Open("br" | "cr", _) => paragraph.push('\n'),
        Node::Open("tab", _) => paragraph.push('\t'),
        Node::Close("p") => {
            let done = std::mem::take(&mut paragraph);
            if let Some(comment) = found.last_mut() {
                comment.paragraphs.push(done);
            }
        }
        Node::Text(text) if words => paragraph.push_str(text),
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    })?;
    Ok(found)
}
