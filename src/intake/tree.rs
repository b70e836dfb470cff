//! A marked-up text as a tree: what HTML and XML readers share. No recursion, whatever the depth.

use dom_query::Document;

use super::formula::FormulaReader;
use super::xml::{self, Met};

/// A node's place in its tree.
pub(super) type TreeIndex = usize;

/// What a node is.
#[derive(Debug)]
enum What {
    /// An element: its name in lower case without prefix, and its attributes, without prefixes, too.
    Element(String, Vec<(String, String)>),
    /// Words.
    Words(String),
}

#[derive(Debug)]
struct TreeNode {
    what: What,
    parent: TreeIndex,
    first: Option<TreeIndex>,
    last: Option<TreeIndex>,
    next: Option<TreeIndex>,
}

/// A tree; its root is an element without a name.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<TreeNode>,
}

/// One step of a walk.
pub(super) enum TreeStep<'a> {
    /// An element begins.
    Enter(TreeIndex, &'a str),
    /// An element ends.
    Leave(TreeIndex, &'a str),
    /// Words.
    Words(&'a str),
}

/// The root of every tree.
pub(super) const ROOT: TreeIndex = 0;

impl Tree {
    fn new() -> Self {
        let what = What::Element(String::new(), Vec::new());
        Self { nodes: vec![TreeNode { what, parent: ROOT, first: None, last: None, next: None }] }
    }

    /// The tree of a web page or a piece of one.
    pub(super) fn html(text: &str) -> Self {
        let page = Document::from(text);
        let mut tree = Self::new();
        let root = page.root();
        let (mut here, mut into) = (root.first_child(), ROOT);
        let mut depth = 0_usize;
        while let Some(node) = here {
            let made = if node.is_text() {
                tree.push(into, What::Words(node.text().to_string()));
                None
            } else {
                let local = |name: &str| name.rsplit(':').next().unwrap_or_default().to_lowercase();
                let attributes = node
                    .attrs()
                    .into_iter()
                    .map(|attribute| (local(&attribute.name.local), attribute.value.to_string()));
                node.node_name().map(|name| tree.push(into, What::Element(local(&name), attributes.collect())))
            };
            if let (Some(made), Some(child)) = (made, node.first_child()) {
                (here, into) = (Some(child), made);
                depth += 1;
                continue;
            }
            let mut done = node;
            here = loop {
                if let Some(next) = done.next_sibling() {
                    break Some(next);
                }
                let Some(parent) = done.parent().filter(|_| depth > 0) else { break None };
                depth -= 1;
                into = tree.parent(into);
                done = parent;
            };
        }
        tree
    }

    /// The tree of an XML text.
    ///
    /// # Errors
    /// When it is no sound XML: what the parser says.
    pub(super) fn xml(text: &str) -> Result<Self, String> {
        let mut tree = Self::new();
        let mut into = ROOT;
        xml::meet(text, |met| match met {
            Met::Open(start) => {
                let mut all = start.attributes();
                let attributes = all.with_checks(false).flatten().map(|attribute| {
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap_or_default().into_owned();
                    (attribute.key.local_name().as_ref().to_lowercase(), value)
                });
                let attributes = attributes.collect();
                into = tree.push(into, What::Element(xml::local(&start).to_lowercase(), attributes));
            }
            Met::Close(_) => into = tree.parent(into),
            Met::Words(words) => {
                tree.push(into, What::Words(words));
            }
        })?;
        Ok(tree)
    }

    fn push(&mut self, parent: TreeIndex, what: What) -> TreeIndex {
        // A parser hands over words in parts, a reference by itself.
        let last = self.nodes.get(parent).and_then(|parent| parent.last);
        if let (What::Words(more), Some(last)) = (&what, last)
            && let Some(TreeNode { what: What::Words(words), .. }) = self.nodes.get_mut(last)
        {
            words.push_str(more);
            return last;
        }
        let at = self.nodes.len();
        self.nodes.push(TreeNode { what, parent, first: None, last: None, next: None });
        let last = self.nodes.get_mut(parent).and_then(|parent| {
            parent.first.get_or_insert(at);
            parent.last.replace(at)
        });
        if let Some(last) = last.and_then(|last| self.nodes.get_mut(last)) {
            last.next = Some(at);
        }
        at
    }

    /// The node above.
    pub(super) fn parent(&self, at: TreeIndex) -> TreeIndex {
        self.nodes.get(at).map_or(ROOT, |node| node.parent)
    }

    /// The element's name; empty for words and the root.
    pub(super) fn name(&self, at: TreeIndex) -> &str {
        match self.nodes.get(at).map(|node| &node.what) {
            Some(What::Element(name, _)) => name,
            Some(What::Words(_)) | None => "",
        }
    }

    /// An attribute's value, by its lower-case name without prefix.
    pub(super) fn attribute(&self, at: TreeIndex, name: &str) -> Option<&str> {
        let Some(What::Element(_, attributes)) = self.nodes.get(at).map(|node| &node.what) else { return None };
        attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Sets an attribute that the element has.
    pub(super) fn set_attribute(&mut self, at: TreeIndex, name: &str, to: String) {
        let Some(What::Element(_, attributes)) = self.nodes.get_mut(at).map(|node| &mut node.what) else { return };
        if let Some((_, value)) = attributes.iter_mut().find(|(own, _)| own == name) {
            *value = to;
        }
    }

    /// The next element beside this one.
    pub(super) fn next_element(&self, at: TreeIndex) -> Option<TreeIndex> {
        let next = |at: &TreeIndex| self.nodes.get(*at).and_then(|node| node.next);
        std::iter::successors(next(&at), next).find(|at| !self.name(*at).is_empty())
    }

    /// True when one of the element's classes is `class`.
    pub(super) fn has_class(&self, at: TreeIndex, class: &str) -> bool {
        self.attribute(at, "class").is_some_and(|all| all.split_whitespace().any(|own| own.eq_ignore_ascii_case(class)))
    }

    /// Every step in order from `from` on, which is entered and left, too; `visit` says of an entered element whether to go into it.
    pub(super) fn walk<'a>(&'a self, from: TreeIndex, mut visit: impl FnMut(TreeStep<'a>) -> bool) {
        let mut here = Some(from);
        while let Some(at) = here {
            let Some(node) = self.nodes.get(at) else { return };
            let inside = match &node.what {
                What::Element(name, _) => visit(TreeStep::Enter(at, name)),
                What::Words(words) => {
                    visit(TreeStep::Words(words));
                    false
                }
            };
            if let (true, Some(child)) = (inside, node.first) {
                here = Some(child);
                continue;
            }
            if inside {
                visit(TreeStep::Leave(at, self.name(at)));
            }
            let mut done = at;
            here = loop {
                if done == from {
                    break None;
                }
                if let Some(next) = self.nodes.get(done).and_then(|node| node.next) {
                    break Some(next);
                }
                done = self.parent(done);
                visit(TreeStep::Leave(done, self.name(done)));
            };
        }
    }

    /// The elements of this name within `from`, in order, those inside one another included.
    pub(super) fn all(&self, from: TreeIndex, name: &str) -> Vec<TreeIndex> {
        let mut found = Vec::new();
        self.walk(from, |step| {
            if let TreeStep::Enter(at, own) = step
                && own == name
                && at != from
            {
                found.push(at);
            }
            true
        });
        found
    }

    /// The first element of this name within `from`.
    pub(super) fn first(&self, from: TreeIndex, name: &str) -> Option<TreeIndex> {
        self.all(from, name).into_iter().next()
    }

    /// The words within `at`, blanks folded.
    pub(super) fn words(&self, at: TreeIndex) -> String {
        let mut words = String::new();
        self.walk(at, |step| {
            match step {
                TreeStep::Words(text) => words.push_str(text),
                // Words of two paragraphs do not run together.
                TreeStep::Leave(_, "p" | "div" | "li" | "br" | "td") => words.push(' '),
                TreeStep::Enter(..) | TreeStep::Leave(..) => {}
            }
            true
        });
        super::lines::tidy(&words).into_owned()
    }

    /// The formula that an element of `MathML` is, in one line; where it has no words, what the file says instead of it.
    pub(super) fn formula(&self, at: TreeIndex) -> String {
        let mut reader = FormulaReader::default();
        self.walk(at, |step| {
            match step {
                TreeStep::Enter(at, name) => reader.open(name, |key| self.attribute(at, key).map(str::to_owned)),
                TreeStep::Words(words) => reader.words(words),
                TreeStep::Leave(..) => drop(reader.close()),
            }
            true
        });
        let line = reader.line();
        if line.is_empty() { self.attribute(at, "alttext").unwrap_or_default().to_owned() } else { line }
    }

    /// The words within `at` as they stand, line breaks and all.
    pub(super) fn raw_words(&self, at: TreeIndex) -> String {
        let mut words = String::new();
        self.walk(at, |step| {
            if let TreeStep::Words(text) = step {
                words.push_str(text);
            }
            true
        });
        words
    }

    /// Reads character references that a sender escaped twice (`&amp;#39;`): no newsroom prints them.
    pub(super) fn unescape_again(&mut self) {
        // Inline data is a text of its own, mark-up and all.
        let data: Vec<bool> = self.nodes.iter().map(|node| self.name(node.parent) == "inlinedata").collect();
        for (node, _) in self.nodes.iter_mut().zip(data).filter(|(_, data)| !data) {
            if let What::Words(words) = &mut node.what
                && ["&#", "&quot;", "&amp;", "&apos;", "</"].iter().any(|sign| words.contains(sign))
                && let Ok(read) = quick_xml::escape::unescape(words)
            {
                *words = untagged(&read.replace("<endash>-</endash>", "–"));
            }
        }
    }

    /// The words of the first element of this name that has some.
    pub(super) fn fact(&self, from: TreeIndex, name: &str) -> Option<String> {
        self.all(from, name).into_iter().map(|at| self.words(at)).find(|words| !words.is_empty())
    }

    /// True when nothing but a few blanks stands beside the node.
    pub(super) fn is_alone(&self, at: TreeIndex) -> bool {
        let mut here = self.nodes.get(self.parent(at)).and_then(|parent| parent.first);
        for _ in 0..FEW {
            let Some(sibling) = here else { return true };
            let Some(node) = self.nodes.get(sibling) else { return true };
            let blank = matches!(&node.what, What::Words(words) if words.trim().is_empty());
            if sibling != at && !blank {
                return false;
            }
            here = node.next;
        }
        here.is_none()
    }

    /// Puts words in the place of a node and what is in it; empty words take it out.
    pub(super) fn replace(&mut self, at: TreeIndex, words: String) {
        if let Some(node) = self.nodes.get_mut(at) {
            (node.what, node.first, node.last) = (What::Words(words), None, None);
        }
    }

    /// The tree as HTML, for a reader that wants the text.
    pub(super) fn to_html(&self) -> String {
        let mut html = String::new();
        let mut raw = false;
        self.walk(ROOT, |step| {
            match step {
                TreeStep::Enter(_, "") | TreeStep::Leave(_, "") => {}
                TreeStep::Enter(at, name) => {
                    raw = matches!(name, "script" | "style");
                    self.open_tag(&mut html, at, name);
                }
                TreeStep::Leave(_, name) if VOID.contains(&name) => {}
                TreeStep::Leave(_, name) => {
                    raw = false;
                    html.push_str("</");
                    html.push_str(name);
                    html.push('>');
                }
                TreeStep::Words(words) if raw => html.push_str(words),
                TreeStep::Words(words) => escape(&mut html, words),
            }
            true
        });
        html
    }

    fn open_tag(&self, html: &mut String, at: TreeIndex, name: &str) {
        html.push('<');
        html.push_str(name);
        if let Some(What::Element(_, attributes)) = self.nodes.get(at).map(|node| &node.what) {
            for (name, value) in attributes {
                html.push(' ');
                html.push_str(name);
                html.push_str("=\"");
                escape(html, value);
                html.push('"');
            }
        }
        html.push('>');
    }
}

/// Words without the tags that were escaped twice with them.
fn untagged(words: &str) -> String {
    let (mut bare, mut rest) = (String::with_capacity(words.len()), words);
    while let Some((before, after)) = rest.split_once('<') {
        bare.push_str(before);
        let tag = after.split_once('>').filter(|(tag, _)| {
            let name = tag.trim_matches('/');
            (1..=12).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        rest = if let Some((_, behind)) = tag {
            behind
        } else {
            bare.push('<');
            after
        };
    }
    bare + rest
}

/// Nodes that are looked at before one is said not to be alone.
const FEW: usize = 5;

/// Elements of HTML that have no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

fn escape(html: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
