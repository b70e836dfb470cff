//! A Word document that comes back: its comments with their threads, or the questions with answers typed between them.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

use super::super::docx::comments::beyond_ours;
use super::super::docx::{NOBODY, OWN_AS_OF};
use super::echo_label;
use super::item::{Body, Content, ImportItem, ItemForm, Quote};
use super::line::Line;
use super::parts::{Element, Node, walk};
use super::told::BackError;
use super::voice::Voice;

/// Bytes of an unpacked part that are read at most.
const LARGEST: u64 = 64 << 20;

/// Characters of the text around a comment's words that are kept to place it.
const CONTEXT: usize = 64;

/// What `comments.xml` holds.
#[derive(Default)]
pub(super) struct Comment {
    pub(super) id: String,
    pub(super) by: String,
    pub(super) at: String,
    /// The name of its last paragraph, by which threads are told.
    pub(super) last: String,
    pub(super) paragraphs: Vec<String>,
}

/// The text of the document as it was before tracked changes, and where in it the comments sit, in bytes.
#[derive(Default)]
pub(super) struct ParagraphText {
    pub(super) words: String,
    /// The paragraphs as they read with all changes taken.
    pub(super) paragraphs: Vec<Line>,
    pub(super) ranges: HashMap<String, (usize, usize)>,
}

/// What a document holds for us.
pub(super) struct WordDocument {
    /// A comment each.
    pub(super) comments: Vec<ImportItem>,
    /// Its paragraphs, as they read with all changes taken.
    pub(super) paragraphs: Vec<String>,
    /// The same, with who put words into them and which comments begin there.
    pub(super) lines: Vec<Line>,
    /// The text of its footnotes and end notes.
    pub(super) notes: String,
    /// As of which edit of a session it was made, if it says so.
    pub(super) as_of: Option<String>,
    /// Who saved it last, and when.
    pub(super) voice: Voice,
}

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<WordDocument, BackError> {
    let broken = |error: String| BackError::Broken("Word document", error);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let mut part = |name: &str| -> Result<Option<String>, BackError> {
        let Ok(file) = archive.by_name(name) else { return Ok(None) };
        let mut text = String::new();
        file.take(LARGEST).read_to_string(&mut text).map_err(|error| broken(error.to_string()))?;
        Ok(Some(text))
    };
    let document = part("word/document.xml")?.ok_or(BackError::Unknown)?;
    let comments = part("word/comments.xml")?.unwrap_or_default();
    let threads = part("word/commentsExtended.xml")?.unwrap_or_default();
    let core = part("docProps/core.xml")?.unwrap_or_default();
    let notes = [part("word/footnotes.xml")?, part("word/endnotes.xml")?];
    let as_of = as_of(&part("docProps/custom.xml")?.unwrap_or_default());
    let notes = notes.iter().flatten().filter_map(|xml| text(xml).ok()).flat_map(|notes| notes.paragraphs);
    let notes = notes.map(|line| line.words).collect::<Vec<_>>().join("\n");
    let text = text(&document).map_err(broken)?;
    let comments = comments_of(&comments).map_err(broken)?;
    let parents = parents(&threads, &comments).map_err(broken)?;
    let items = comments.iter().enumerate().filter_map(|(index, comment)| {
        let item = commented((index + 1, comment), &parents, &text, "Word comment")?;
        Some(ImportItem { as_of: as_of.clone(), ..item })
    });
    let (comments, voice) = (items.collect(), saved(&core, ["lastModifiedBy", "modified"]).map_err(broken)?);
    let paragraphs = text.paragraphs.iter().map(|line| line.words.clone()).collect();
    Ok(WordDocument { comments, paragraphs, lines: text.paragraphs, notes, as_of, voice })
}

/// A comment as what it says, come with `from`; `None` for one of ours on the text itself that nobody wrote in.
pub(super) fn commented(
    (number, comment): (usize, &Comment),
    parents: &HashMap<String, String>,
    text: &ParagraphText,
    from: &'static str,
) -> Option<ImportItem> {
    let mut item = item((number, comment), parents, text, from);
    // What we said of the text itself is no news; what stands below it in our comment is somebody's.
    if let Some(beyond) = beyond_ours(&comment.paragraphs) {
        let said = beyond.join("\n");
        item.content = Content::Bodies(vec![Body::new("commenting", said.trim())], false);
        (item.by, item.at) = (None, None);
        if said.trim().is_empty() {
            return None;
        }
    }
    Some(item)
}

fn item(
    (number, comment): (usize, &Comment),
    parents: &HashMap<String, String>,
    text: &ParagraphText,
    from: &'static str,
) -> ImportItem {
    let headed = comment.paragraphs.first().is_some_and(|first| echo_label::is_head(ItemForm::Word, first));
    // Somebody may have written over its head.
    let own = headed || comment.by == NOBODY;
    let said = comment.paragraphs.join("\n");
    let content = if own {
        Content::Card(ItemForm::Word, said, None)
    } else {
        Content::Bodies(vec![Body::new("commenting", said.trim())], false)
    };
    let by = Some(comment.by.clone()).filter(|by| !by.trim().is_empty());
    let at = Some(comment.at.clone()).filter(|at| !at.is_empty());
    let signed = by.clone().filter(|by| own && by != NOBODY).map(|by| Voice { by: Some(by), at: at.clone(), from });
    ImportItem {
        key: comment.id.clone(),
        replies_to: parents.get(&comment.id).cloned(),
        quote: text.ranges.get(&comment.id).map(|range| quote(&text.words, *range)).unwrap_or_default(),
        by: by.filter(|_| !own),
        at: at.filter(|_| !own),
        signed,
        ..ImportItem::new(format!("comment {number}"), from, content)
    }
}

fn quote(text: &str, (start, end): (usize, usize)) -> Quote {
    let before = text.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let after = text.get(end..).unwrap_or_default();
    Quote {
        exact: text.get(start..end).unwrap_or_default().to_owned(),
        prefix: before.get(from..).unwrap_or_default().to_owned(),
        suffix: after.chars().take(CONTEXT).collect(),
        start: None,
    }
}

fn text(xml: &str) -> Result<ParagraphText, String> {
    let mut text = ParagraphText::default();
    let mut starts: HashMap<String, usize> = HashMap::new();
    let (mut added, mut gone, mut words, mut paragraph) = (0_usize, false, false, Line::default());
    let mut inserter: Option<Rc<Voice>> = None;
    walk(xml, |node| match node {
        Node::Open(name @ ("ins" | "moveTo"), element) => {
            added += 1;
            inserter = (name == "ins").then(|| Rc::new(signed(&element)));
        }
        Node::Close("ins" | "moveTo") => added = added.saturating_sub(1),
        Node::Open(name @ ("t" | "delText"), _) => (words, gone) = (true, name == "delText"),
        Node::Close("t" | "delText") => words = false,
        Node::Open("tab" | "br" | "cr", _) => {
            paragraph.words.push(' ');
            if added == 0 {
                text.words.push(' ');
            }
        }
        Node::Close("p") => {
            text.words.push('\n');
            text.paragraphs.push(std::mem::take(&mut paragraph));
        }
        Node::Open("commentRangeStart", element) => {
            paragraph.comments.push(element.value("w:id"));
            starts.insert(element.value("w:id"), text.words.len());
        }
        // One on a place without words.
        Node::Open("commentReference", element) if !starts.contains_key(&element.value("w:id")) => {
            paragraph.comments.push(element.value("w:id"));
        }
        Node::Open("commentRangeEnd", element) => {
            let id = element.value("w:id");
            if let Some(start) = starts.get(&id) {
                text.ranges.insert(id, (*start, text.words.len()));
            }
        }
        Node::Text(run) if words => {
            if added == 0 {
                text.words.push_str(run);
            }
            if !gone {
                paragraph.words.push_str(run);
            }
            if let Some(voice) = inserter.as_ref().filter(|_| added > 0 && !gone) {
                put(&mut paragraph, voice, run);
            }
        }
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    })?;
    Ok(text)
}

/// Who made a change, and when.
fn signed(element: &Element<'_>) -> Voice {
    let said = |name: &str| Some(element.value(name)).filter(|text| !text.trim().is_empty());
    Voice { by: said("w:author"), at: said("w:date"), from: "Word document" }
}

/// Notes that `voice` put `words` into a paragraph. Of several who did only the words of the first are told.
fn put(paragraph: &mut Line, voice: &Rc<Voice>, words: &str) {
    match &mut paragraph.put {
        Some((first, put)) if first.by == voice.by => put.push_str(words),
        None if voice.by.is_some() => paragraph.put = Some((Rc::clone(voice), words.to_owned())),
        Some(_) | None => {}
    }
}

fn comments_of(xml: &str) -> Result<Vec<Comment>, String> {
    let mut found: Vec<Comment> = Vec::new();
    let (mut paragraph, mut words) = (String::new(), false);
    walk(xml, |node| match node {
        Node::Open("comment", element) => found.push(Comment {
            id: element.value("w:id"),
            by: element.value("w:author"),
            at: element.value("w:date"),
            ..Comment::default()
        }),
        Node::Open("p", element) => {
            if let Some(comment) = found.last_mut() {
                comment.last = element.value("w14:paraId");
            }
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

/// For each comment that replies to another the id of that one.
fn parents(xml: &str, comments: &[Comment]) -> Result<HashMap<String, String>, String> {
    // A paragraph without a name is in no thread, and no name is nobody's parent.
    let named = comments.iter().filter(|comment| !comment.last.is_empty());
    let by_paragraph: HashMap<&str, &str> = named.map(|comment| (comment.last.as_str(), comment.id.as_str())).collect();
    let mut parents = HashMap::new();
    walk(xml, |node| {
        if let Node::Open("commentEx", element) = node {
            let id = |name: &str| by_paragraph.get(element.value(name).as_str()).map(|id| (*id).to_owned());
            if let (Some(own), Some(parent)) = (id("w15:paraId"), id("w15:paraIdParent")) {
                parents.insert(own, parent);
            }
        }
    })?;
    Ok(parents)
}

/// As of which edit of a session it was made, by the property that exports give it. What can't be read says nothing.
fn as_of(xml: &str) -> Option<String> {
    let (mut ours, mut said) = (false, None);
    let read = walk(xml, |node| match node {
        Node::Open("property", element) => ours = element.value("name") == OWN_AS_OF,
        Node::Text(words) if ours && !words.trim().is_empty() => said = Some(words.trim().to_owned()),
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    });
    said.filter(|_| read.is_ok())
}

/// Who saved the document last, and when, as the elements of these names say.
pub(super) fn saved(xml: &str, [who, when]: [&str; 2]) -> Result<Voice, String> {
    let (mut by, mut at, mut open) = (String::new(), String::new(), String::new());
    walk(xml, |node| match node {
        Node::Open(name, _) => name.clone_into(&mut open),
        Node::Close(_) => open.clear(),
        Node::Text(words) if open == who => by.push_str(words),
        Node::Text(words) if open == when => at.push_str(words),
        Node::Text(_) => {}
    })?;
    let said = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    Ok(Voice { by: said(by), at: said(at), from: "Word document" })
}
