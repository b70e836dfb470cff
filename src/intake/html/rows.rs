//! Walks a page and gives its visible text row by row, each with what the page says about it. No recursion, whatever the depth.

use dom_query::{Document, NodeId, NodeRef};
use std::collections::HashMap;

use super::setting::{self, Setting};
use crate::intake::lines::tidy;
use crate::review::BlockKind;

/// A row of visible text.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its words, tidied.
    pub(super) text: String,
    /// What its element makes of it.
    pub(super) kind: BlockKind,
    /// What its surroundings are to the page.
    pub(super) setting: Setting,
    /// The element that sets it apart from the article, if one does.
    pub(super) apart: Option<NodeId>,
    /// How much of it is links, in percent of bytes.
    pub(super) linked: usize,
    /// True for the page's first-level headings.
    pub(super) title: bool,
}

/// An element being read.
#[derive(Clone)]
struct Level {
    kind: BlockKind,
    setting: Setting,
    apart: Option<NodeId>,
    linked: bool,
    title: bool,
}

/// Rows as they are read.
struct Reader {
    rows: Vec<Row>,
    line: String,
    linked: usize,
    breaks: usize,
    levels: Vec<Level>,
}

/// The visible rows of `page`.
pub(super) fn rows(page: &Document) -> Vec<Row> {
    let sizes = Sizes::of(page);
    let ground = Level { kind: BlockKind::Paragraph, setting: Setting::Open, apart: None, linked: false, title: false };
    let mut reader = Reader { rows: Vec::new(), line: String::new(), linked: 0, breaks: 0, levels: vec![ground] };
    walk(&page.root(), |step| match step {
        Step::Enter(node) => reader.enter(&node, &sizes),
        Step::Leave(node) => {
            reader.leave(&node);
            true
        }
    });
    reader.flush();
    reader.rows
}

/// One step of a walk over the tree.
enum Step<'a> {
    /// A node, before what is in it.
    Enter(NodeRef<'a>),
    /// An element, after what is in it.
    Leave(NodeRef<'a>),
}

/// Visits every node in order; `visit` says of an entered node whether to go into it.
fn walk<'a>(root: &NodeRef<'a>, mut visit: impl FnMut(Step<'a>) -> bool) {
    let mut here = root.first_child();
    let mut depth = 0_usize;
    while let Some(node) = here {
        let inside = visit(Step::Enter(node));
        if inside && let Some(child) = node.first_child() {
            depth += 1;
            here = Some(child);
            continue;
        }
        if inside {
            visit(Step::Leave(node));
        }
        let mut done = node;
        here = loop {
            if let Some(next) = done.next_sibling() {
                break Some(next);
            }
            let Some(parent) = done.parent().filter(|_| depth > 0) else { break None };
            depth -= 1;
            visit(Step::Leave(parent));
            done = parent;
        };
    }
}

/// How much text each element holds.
struct Sizes {
    bytes: HashMap<NodeId, usize>,
    total: usize,
}

impl Sizes {
    fn of(page: &Document) -> Self {
        let mut bytes: HashMap<NodeId, usize> = HashMap::new();
        let mut open = vec![0_usize];
        walk(&page.root(), |step| {
            match step {
                Step::Enter(node) if node.is_text() => {
                    if let Some(size) = open.last_mut() {
                        *size += node.text().trim().len();
                    }
                    return false;
                }
                Step::Enter(node) => {
                    if node
                        .node_name()
                        .is_none_or(|name| matches!(name.as_ref(), "script" | "style" | "noscript" | "template"))
                    {
                        return false;
                    }
                    open.push(0);
                }
                Step::Leave(node) => {
                    let size = open.pop().unwrap_or(0);
                    bytes.insert(node.id, size);
                    if let Some(outer) = open.last_mut() {
                        *outer += size;
                    }
                }
            }
            true
        });
        Self { bytes, total: open.first().copied().unwrap_or(0) }
    }

    /// How much of the page's text `node` holds, in percent.
    fn share(&self, node: &NodeRef<'_>) -> usize {
        (self.bytes.get(&node.id).copied().unwrap_or(0) * 100).checked_div(self.total).unwrap_or(0)
    }
}

impl Reader {
    /// Reads a text, or opens an element; true to go into it.
    fn enter(&mut self, node: &NodeRef<'_>, sizes: &Sizes) -> bool {
        if node.is_text() {
            self.read(node);
            return false;
        }
        let Some(name) = node.node_name() else { return false };
        let name = name.as_ref();
        if name == "br" {
            self.breaks += 1;
            self.line.push(' ');
            return false;
        }
        if matches!(name, "td" | "th") {
            self.line.push(' ');
        }
        let own = setting::setting(node, name, sizes.share(node));
        let outer = self.levels.last().cloned();
        let block = setting::block(name);
        if own == Setting::Shut {
            if block.is_some() || name == "nav" {
                self.flush();
            }
            return false;
        }
        if block.is_some() {
            self.flush();
        }
        let mut level = outer.unwrap_or(Level {
            kind: BlockKind::Paragraph,
            setting: own,
            apart: None,
            linked: false,
            title: false,
        });
        if own == Setting::Body {
            (level.setting, level.apart) = (Setting::Open, None);
        } else if own != Setting::Open && level.setting != Setting::Apart {
            level.setting = own;
            level.apart = (own == Setting::Apart).then_some(node.id);
        }
        if let Some(kind) = block {
            // A paragraph inside a list item or quotation stays one.
            if kind != BlockKind::Paragraph || matches!(name, "article" | "main" | "table") {
                level.kind = kind;
            }
        }
        level.linked |= name == "a";
        level.title |= name == "h1";
        self.levels.push(level);
        true
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        if node.node_name().is_some_and(|name| setting::block(&name).is_some()) {
            self.flush();
        }
        if self.levels.len() > 1 {
            self.levels.pop();
        }
    }

    fn read(&mut self, node: &NodeRef<'_>) {
        let text = node.text();
        if text.trim().is_empty() {
            if !self.line.is_empty() {
                self.line.push(' ');
            }
            return;
        }
        // A double break parts paragraphs; so does a single one after a full stop.
        if self.breaks > 1 || (self.breaks == 1 && crate::intake::wrap::ends_sentence(self.line.trim_end())) {
            self.flush();
        }
        self.breaks = 0;
        if self.levels.last().is_some_and(|level| level.linked) {
            self.linked += text.trim().len();
        }
        self.line.push_str(&text);
    }

    /// Ends the row.
    fn flush(&mut self) {
        self.breaks = 0;
        let line = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        let Some(level) = self.levels.last() else { return };
        let text = tidy(&line).into_owned();
        if text.is_empty() {
            return;
        }
        let linked = (linked * 100).checked_div(text.len()).unwrap_or(0).min(100);
        let kind = if level.setting == Setting::Caption { BlockKind::Caption } else { level.kind.clone() };
        self.rows.push(Row { text, kind, setting: level.setting, apart: level.apart, linked, title: level.title });
    }
}
