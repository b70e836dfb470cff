//! A Word document as text: its paragraphs, with what was deleted and put in, and its comments with the words they stand at.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use super::super::back::{Node, walk};
use super::lines::{gap, line, underline};
use crate::text::quoted;

/// Characters of the words that a comment stands at.
const WORDS: usize = 70;

/// The largest part that is read, in bytes: a preview of more is of no use.
const LARGEST: u64 = 64 << 20;

/// A document's words.
pub(super) struct DocumentText {
    /// Its paragraphs; `[-gone-]`, `{+new+}` and `[3]` behind the words that comment 3 stands at.
    pub(super) text: String,
    /// Its comments.
    pub(super) comments: Vec<CommentText>,
}

/// A comment.
pub(super) struct CommentText {
    id: String,
    author: String,
    /// The words it stands at.
    words: String,
    lines: Vec<String>,
}

impl CommentText {
    /// The number that a comment of ours begins with.
    pub(super) fn number(&self) -> &str {
        self.lines.first().and_then(|line| line.split(' ').next()).unwrap_or_default()
    }
}

impl DocumentText {
    /// The comments, then the text.
    pub(super) fn told(&self) -> String {
        let mut told = format!("Comments ({})", self.comments.len());
        underline(&mut told, "─");
        for comment in &self.comments {
            let cut = comment.words.char_indices().nth(WORDS).map_or(comment.words.len(), |(at, _)| at);
            let (words, rest) = comment.words.split_at_checked(cut).unwrap_or((&comment.words, ""));
            let more = if rest.is_empty() { "" } else { "…" };
            gap(&mut told);
            let words = quoted(&format!("{}{more}", words.trim_end()));
            let _ = writeln!(told, "[{}] {} on {words}", comment.id, comment.author);
            for line in &comment.lines {
                let _ = writeln!(told, "    {}", line.replace('\n', "\n    "));
            }
        }
        gap(&mut told);
        told.push_str("The text");
        underline(&mut told, "─");
        told.push('\n');
        told + &self.text
    }
}

/// The document that `bytes` hold; `None` when they hold none.
pub(super) fn read(bytes: &[u8]) -> Option<DocumentText> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let body = part("word/document.xml")?;
    let mut comments = part("word/comments.xml").map(|xml| comments(&xml)).unwrap_or_default();
    let mut reading = DocumentReading { text: String::new(), open: Vec::new(), is_text: false, inserted: false };
    walk(&body, |node| reading.meet(&node, &mut comments)).ok()?;
    line(&mut reading.text);
    Some(DocumentText { text: reading.text, comments })
}

fn comments(xml: &str) -> Vec<CommentText> {
    let mut found: Vec<CommentText> = Vec::new();
    let mut is_text = false;
    // A part that can't be read to its end has the comments before it.
    let _ = walk(xml, |node| match node {
        Node::Open("comment", element) => found.push(CommentText {
            id: element.value("w:id"),
            author: element.value("w:author"),
            words: String::new(),
            lines: Vec::new(),
        }),
        Node::Open("p", _) => found.iter_mut().next_back().into_iter().for_each(|last| last.lines.push(String::new())),
        Node::Open("t", _) => is_text = true,
        Node::Close("t") => is_text = false,
        Node::Open("br", _) => say(&mut found, "\n"),
        Node::Text(words) if is_text => say(&mut found, words),
        Node::Open(..) | Node::Close(_) | Node::Text(_) => {}
    });
    found
}

fn say(found: &mut [CommentText], words: &str) {
    if let Some(line) = found.last_mut().and_then(|last| last.lines.last_mut()) {
        line.push_str(words);
    }
}

/// A document's body on its way into text.
struct DocumentReading {
    text: String,
    /// The comments whose words it is in, by id.
    open: Vec<String>,
    is_text: bool,
    /// True in words that a tracked change puts in: no comment of ours stands at those.
    inserted: bool,
}

impl DocumentReading {
    fn meet(&mut self, node: &Node<'_>, comments: &mut [CommentText]) {
        match node {
            Node::Open("p", _) => {
                gap(&mut self.text);
                self.said(" ", comments);
            }
            Node::Open("pStyle", element) => match element.value("w:val").as_str() {
                "ListParagraph" => {
                    // Items stand one below the other.
                    self.text.truncate(self.text.trim_end().len());
                    line(&mut self.text);
                    self.text.push_str("  • ");
                }
                "Title" | "Heading1" if !self.text.is_empty() => self.text.push('\n'),
                _ => {}
            },
            Node::Open("t" | "delText", _) => self.is_text = true,
            Node::Close("t" | "delText") => self.is_text = false,
            Node::Open("del", _) => self.text.push_str("[-"),
            Node::Close("del") => self.text.push_str("-]"),
            Node::Open("ins", _) => {
                self.inserted = true;
                self.text.push_str("{+");
            }
            Node::Close("ins") => {
                self.inserted = false;
                self.text.push_str("+}");
            }
            Node::Open("br", _) => self.text.push('\n'),
            Node::Open("tab", _) => self.text.push('\t'),
            Node::Open("commentRangeStart", element) => self.open.push(element.value("w:id")),
            Node::Open("commentRangeEnd", element) => {
                let id = element.value("w:id");
                self.open.retain(|open| *open != id);
                let _ = write!(self.text, " [{id}]");
            }
            Node::Text(words) if self.is_text => {
                self.text.push_str(words);
                self.said(words, comments);
            }
            Node::Open(..) | Node::Close(_) | Node::Text(_) => {}
        }
    }

    /// Gives `words` to the comments that stand at them.
    fn said(&self, words: &str, comments: &mut [CommentText]) {
        if self.inserted || self.open.is_empty() {
            return;
        }
        let at = |comment: &&mut CommentText| self.open.contains(&comment.id);
        comments.iter_mut().filter(at).for_each(|comment| comment.words.push_str(words));
    }
}
