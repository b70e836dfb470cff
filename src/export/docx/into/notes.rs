//! The comments that a document has, and ours beside them: as comments of their own, or as replies in a thread.

use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::super::super::back::{Node, walk};
use super::super::super::card;
use super::super::super::xml::lawful;
use super::super::comments::is_against_itself;
use super::anatomy::value;
use super::events::placed;
use super::ink::content;
use super::splice::{SpliceOrder, Splices};
use crate::review::{Span, Status};

/// The namespaces of the names that threads go by.
const PARAGRAPHS: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const THREADS: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
const VERSIONS: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// A comment that is there.
#[derive(Debug, Default)]
pub(super) struct TheirComment {
    /// Its id.
    pub(super) id: String,
    /// Who wrote it.
    pub(super) by: String,
    /// When, as it is written there; empty when it is not.
    pub(super) date: String,
    /// Its words, each run of blanks as one.
    pub(super) words: String,
    /// All of it.
    at: Span,
    /// The start tag of its last paragraph.
    last: Span,
    /// The name of that paragraph; empty when it has none.
    name: String,
}

/// A comment of ours.
pub(super) struct OurComment {
    /// Its id.
    pub(super) id: u64,
    /// Who is named.
    pub(super) author: String,
    /// When, as an XML Schema dateTime.
    pub(super) date: Option<String>,
    /// What it says, a paragraph each.
    pub(super) lines: Vec<String>,
    /// The place of the comment that it replies to, among theirs.
    pub(super) replies_to: Option<usize>,
    /// The place of an earlier one of ours about the same claim, among theirs: this one stands instead of it.
    pub(super) replaces: Option<usize>,
}

impl TheirComment {
    /// True when it is one of ours: a card, or what the text says against itself.
    pub(super) fn is_ours(&self) -> bool {
        self.number().is_some() || is_against_itself(&self.words)
    }

    /// The number of the claim that it is about, if it is a card of ours.
    pub(super) fn number(&self) -> Option<&str> {
        let mut words = self.words.split(' ');
        let (number, glyph) = (words.next()?, words.next()?);
        Status::ALL.iter().any(|status| card::glyph(*status) == glyph).then_some(number)
    }
}

/// The parts that hold comments.
#[derive(Debug, Default)]
pub(super) struct CommentParts {
    /// The comments; empty when there is no such part.
    xml: String,
    /// Their threads; empty when there is no such part.
    threads: String,
    /// What is there, in order.
    pub(super) theirs: Vec<TheirComment>,
}

impl CommentParts {
    /// Reads the parts.
    ///
    /// # Errors
    /// When the comments are no sound XML: what the parser says.
    pub(super) fn of(xml: String, threads: String) -> Result<Self, String> {
        let theirs = theirs(&xml)?;
        Ok(Self { xml, threads, theirs })
    }

    /// Both parts with `ours`, in the namespace `namespace`; the second is `None` where nobody replies. `None` when a part ends in no element.
    pub(super) fn with(mut self, ours: &[OurComment], namespace: &str) -> Option<(String, Option<String>)> {
        let (mut splices, mut written, mut pairs) = (Splices::default(), String::new(), String::new());
        let (mut number, mut named) = (0x3F00_0000_u32, 0_usize);
        let mut fresh = |held: &str| loop {
            number += 1;
            let name = format!("{number:08X}");
            if !held.contains(&name) {
                return name;
            }
        };
        for one in ours {
            if let Some(earlier) = one.replaces.and_then(|index| self.theirs.get(index)) {
                let name = Some(earlier.name.as_str()).filter(|name| !name.is_empty());
                splices.replace(earlier.at.start, earlier.at.len(), comment(one, namespace, name));
                continue;
            }
            let parent = one.replies_to.and_then(|index| self.theirs.get_mut(index));
            let own = parent.is_some().then(|| fresh(&self.xml));
            written.push_str(&comment(one, namespace, own.as_deref()));
            let (Some(parent), Some(own)) = (parent, own) else { continue };
            if parent.name.is_empty() && !parent.last.is_empty() {
                parent.name = fresh(&self.xml);
                let closing = if parent.last.of(&self.xml).ends_with("/>") { 2 } else { 1 };
                let named = format!(" {}", paragraph_name(&parent.name));
                splices.put(parent.last.end - closing, SpliceOrder::Opens, named);
            }
            named += 1;
            // A thread has one floor: what replies to a reply replies to what that replied to.
            let root = parent_in(&self.threads, &parent.name).unwrap_or_else(|| parent.name.clone());
            if !self.threads.contains(&root) && !pairs.contains(&format!("\"{root}\" w15:done")) {
                pairs.push_str(&thread(&root, None));
            }
            pairs.push_str(&thread(&own, Some(&root)));
        }
        let comments = if self.xml.is_empty() {
            format!("{DECLARED}<w:comments xmlns:w=\"{namespace}\">{written}</w:comments>")
        } else {
            inside(&splices.applied(&self.xml)?, &written)?
        };
        let threads = match (named, self.threads.is_empty()) {
            (0, _) => None,
            (_, true) => Some(format!("{DECLARED}<w15:commentsEx xmlns:w15=\"{THREADS}\">{pairs}</w15:commentsEx>")),
            (_, false) => Some(inside(&self.threads, &pairs)?),
        };
        Some((comments, threads))
    }
}

/// How a part begins.
const DECLARED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The attributes that name a paragraph, declared where they stand; who does not know them may pass over them.
fn paragraph_name(name: &str) -> String {
    format!("xmlns:w14=\"{PARAGRAPHS}\" xmlns:mc=\"{VERSIONS}\" mc:Ignorable=\"w14\" w14:paraId=\"{name}\"")
}

fn thread(own: &str, parent: Option<&str>) -> String {
    let parent = parent.map(|parent| format!(" w15:paraIdParent=\"{parent}\"")).unwrap_or_default();
    format!("<w15:commentEx xmlns:w15=\"{THREADS}\" w15:paraId=\"{own}\"{parent} w15:done=\"0\"/>")
}

/// The name that a thread's list gives as what `name` replies to.
fn parent_in(threads: &str, name: &str) -> Option<String> {
    let entry = threads.split('<').find(|entry| entry.contains(&format!("paraId=\"{name}\"")))?;
    let parent = entry.split_once("paraIdParent=\"")?.1.split_once('"')?.0;
    (!parent.is_empty()).then(|| parent.to_owned())
}

fn comment(one: &OurComment, namespace: &str, name: Option<&str>) -> String {
    let author = lawful(&one.author);
    let initials: String = author.split_whitespace().filter_map(|name| name.chars().next()).take(3).collect();
    let date = one.date.as_ref().map(|date| format!(" w:date=\"{date}\"")).unwrap_or_default();
    let mut xml = format!(
        "<w:comment xmlns:w=\"{namespace}\" w:id=\"{}\" w:author=\"{}\"{date} w:initials=\"{}\">",
        one.id,
        escape(author.as_ref()),
        escape(initials.as_str())
    );
    for (index, line) in one.lines.iter().enumerate() {
        let last = index + 1 == one.lines.len();
        let named = name.filter(|_| last).map(|name| format!(" {}", paragraph_name(name))).unwrap_or_default();
        let _ = write!(xml, "<w:p{named}><w:r>{}</w:r></w:p>", content(line));
    }
    xml + "</w:comment>"
}

/// `xml` with `more` before the end of its outermost element.
pub(super) fn inside(xml: &str, more: &str) -> Option<String> {
    let mut splices = Splices::default();
    let body = xml.trim_end();
    if let Some(at) = body.rfind("</") {
        splices.put(at, SpliceOrder::Behind, more);
    } else {
        // An empty outermost element is opened for it.
        let at = body.strip_suffix("/>")?.len();
        let name = body.get(body.rfind('<')? + 1..at)?.split_whitespace().next()?;
        splices.replace(at, 2, format!(">{more}</{name}>"));
    }
    splices.applied(xml)
}

fn theirs(xml: &str) -> Result<Vec<TheirComment>, String> {
    let mut found: Vec<TheirComment> = Vec::new();
    let mut words = false;
    placed(xml, |event, at| match event {
        Event::Start(tag) | Event::Empty(tag) => {
            let attribute =
                |local: &str| value(&tag, |name| name.rsplit(':').next() == Some(local)).unwrap_or_default();
            match tag.local_name().as_ref() {
                "comment" => {
                    let (id, by, date) = (attribute("id"), attribute("author"), attribute("date"));
                    found.push(TheirComment { id, by, date, at, ..TheirComment::default() });
                }
                "p" => {
                    if let Some(comment) = found.last_mut() {
                        (comment.last, comment.name) = (at, attribute("paraId"));
                        comment.words.push(' ');
                    }
                }
                local => words = local == "t",
            }
        }
        Event::End(tag) => match (tag.local_name().as_ref(), found.last_mut()) {
            ("t", _) => words = false,
            ("comment", Some(comment)) => comment.at.end = at.end,
            _ => {}
        },
        Event::Text(text) if words => {
            if let Some(comment) = found.last_mut() {
                comment.words.push_str(&text.xml10_content());
            }
        }
        Event::GeneralRef(reference) if words => {
            let known = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content());
            let character = reference.resolve_char_ref().ok().flatten().map(String::from);
            if let (Some(comment), Some(sign)) = (found.last_mut(), character.or(known.map(str::to_owned))) {
                comment.words.push_str(&sign);
            }
        }
        Event::Text(_)
        | Event::GeneralRef(_)
        | Event::CData(_)
        | Event::Comment(_)
        | Event::Decl(_)
        | Event::PI(_)
        | Event::DocType(_)
        | Event::Eof => {}
    })?;
    for comment in &mut found {
        comment.words = squeezed(&comment.words);
    }
    Ok(found)
}

/// The words that each comment sits on, without blanks, by its id.
pub(super) fn anchored(document: &str) -> HashMap<String, String> {
    let (mut open, mut done, mut words) = (HashMap::<String, String>::new(), HashMap::new(), false);
    let read = walk(document, |node| match node {
        Node::Open("commentRangeStart", element) => drop(open.insert(element.value("w:id"), String::new())),
        Node::Open("commentRangeEnd", element) => {
            let id = element.value("w:id");
            done.extend(open.remove(&id).map(|held| (id, held)));
        }
        Node::Open("t", _) => words = true,
        Node::Close("t") => words = false,
        Node::Text(text) if words => open.values_mut().for_each(|held| held.push_str(&bare(text))),
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    });
    if read.is_ok() { done } else { HashMap::new() }
}

/// `words` without blanks.
pub(super) fn bare(words: &str) -> String {
    words.split_whitespace().collect()
}

/// `words` with each run of blanks as one.
pub(super) fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
