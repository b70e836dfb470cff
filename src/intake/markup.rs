//! Mark-up that holds an article and nothing else, as against a page: the body of a wire item, a chapter, a mail, a post.
//!
//! Elements of HTML and of NITF are told apart by name only, for they share most names with the same meaning.

use std::collections::HashMap;

use super::compose::{Composer, Hand, Place};
use super::draft::Draft;
use super::notes;
use super::tree::{At, ROOT, Step, Tree};
use super::wrap;
use crate::review::{AnnotationKind, BlockKind};

/// Reads a text of HTML.
pub(super) fn html(text: &str) -> Draft<'static> {
    noted(&mut Tree::html(text), ROOT, &HashMap::new())
}

/// Reads what is in `from`, with its notes; `elsewhere` are notes that the file keeps outside the text, by their ids.
pub(super) fn noted(tree: &mut Tree, from: At, elsewhere: &HashMap<String, String>) -> Draft<'static> {
    let lifted = notes::lift(tree, elsewhere);
    let mut draft = read(tree, from);
    notes::put_back(&mut draft, &lifted);
    draft
}

/// Reads what is in `from`.
pub(super) fn read(tree: &Tree, from: At) -> Draft<'static> {
    let mut setter = Setter {
        tree,
        out: Composer::default(),
        kinds: Vec::new(),
        breaks: 0,
        raised: 0,
        links: Vec::new(),
        pre: 0,
        layouts: HashMap::new(),
    };
    tree.walk(from, |step| match step {
        Step::Enter(at, name) => setter.enter(at, name),
        Step::Leave(at, name) => {
            setter.leave(at, name);
            true
        }
        Step::Words(words) => {
            setter.words(words);
            true
        }
    });
    setter.out.finish()
}

/// What an element is to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    /// Not read.
    Shut,
    /// A block of this kind, down to its innermost paragraphs.
    Block(BlockKind),
    /// A block that says nothing about its kind.
    Plain,
    Row,
    Cell,
    Break,
    Link,
    Raised,
    /// A quotation inside a line: browsers set its marks.
    Marks,
    Lines,
    /// Part of a line.
    Inline,
}

fn role(name: &str) -> Role {
    match name {
        "head" | "script" | "style" | "template" | "noscript" | "nav" | "svg" | "object" | "iframe" | "select"
        | "button" | "del" | "s" | "strike" | "rt" | "rp" | "media-metadata" | "media-object" | "media-reference"
        | "body.end" | "note" => Role::Shut,
        "h1" | "hl1" => Role::Block(BlockKind::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" | "hl2" | "hl3" | "hl4" => Role::Block(BlockKind::Heading),
        "blockquote" | "bq" => Role::Block(BlockKind::Quote),
        "li" => Role::Block(BlockKind::ListItem),
        "figcaption" | "caption" | "media-caption" | "media-producer" => Role::Block(BlockKind::Caption),
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure" | "ul" | "ol"
        | "dl" | "dt" | "dd" | "table" | "address" | "details" | "summary" | "form" | "fieldset" | "body" | "hr"
        | "block" | "media" | "body.content" | "center" | "credit" | "datasource" => Role::Plain,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "br" => Role::Break,
        "a" => Role::Link,
        "sup" => Role::Raised,
        "q" => Role::Marks,
        "pre" => Role::Lines,
        _ => Role::Inline,
    }
}

/// What a class says of a block, in the words that word processors and newsrooms use.
fn told(tree: &Tree, at: At) -> Option<BlockKind> {
    let is = |classes: &[&str]| classes.iter().any(|class| tree.has_class(at, class));
    let cited = tree.attribute(at, "type") == Some("cite");
    let answered =
        ["gmail_quote", "gmail_signature", "moz-signature", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote"];
    let outlook = matches!(
        tree.attribute(at, "id"),
        Some("divRplyFwdMsg" | "appendonsend" | "Signature" | "mail-editor-reference-message-container")
    );
    if cited || outlook || is(&answered) {
        Some(BlockKind::Furniture)
    } else if is(&["title", "headline", "MsoTitle"]) {
        Some(BlockKind::Headline)
    } else if is(&["subtitle", "dek", "standfirst", "subheadline", "MsoSubtitle"]) {
        Some(BlockKind::Dek)
    } else if is(&["MsoQuote"]) {
        Some(BlockKind::Quote)
    } else if is(&["MsoCaption"]) {
        Some(BlockKind::Caption)
    } else {
        None
    }
}

struct Setter<'t> {
    tree: &'t Tree,
    out: Composer,
    /// What the open elements make of the text in them.
    kinds: Vec<(At, BlockKind)>,
    breaks: usize,
    raised: usize,
    pre: usize,
    links: Vec<(At, Place)>,
    /// Tables that were looked at: whether they only lay out.
    layouts: HashMap<At, bool>,
}

impl Setter<'_> {
    /// Opens an element; false to pass it by.
    fn enter(&mut self, at: At, name: &str) -> bool {
        let hidden =
            self.tree.attribute(at, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
        if hidden || self.tree.attribute(at, "hidden").is_some() {
            return false;
        }
        let role = self.role(at, name);
        match &role {
            Role::Shut => return false,
            Role::Block(_) | Role::Plain | Role::Lines => self.end(),
            Role::Row => {
                self.end();
                self.out.open_row();
            }
            Role::Cell => {
                self.breaks = 0;
                self.out.cell();
            }
            Role::Break => self.breaks += 1,
            Role::Link => self.links.push((at, self.out.next())),
            Role::Raised => self.raised += 1,
            Role::Marks => self.out.words("“"),
            Role::Inline => {}
        }
        self.pre += usize::from(role == Role::Lines);
        let told = if matches!(role, Role::Plain | Role::Block(_) | Role::Inline) { told(self.tree, at) } else { None };
        match (told, role) {
            (Some(kind), _) | (None, Role::Block(kind)) => self.kinds.push((at, kind)),
            (None, _) => {}
        }
        true
    }

    /// The role of an element; a table that only lays out a mail is no table.
    fn role(&mut self, at: At, name: &str) -> Role {
        let role = role(name);
        if matches!(role, Role::Row | Role::Cell) && !self.out.in_row() {
            let mut table = at;
            while table != ROOT && self.tree.name(table) != "table" {
                table = self.tree.parent(table);
            }
            if role == Role::Cell || *self.layouts.entry(table).or_insert_with(|| is_layout(self.tree, table)) {
                return Role::Plain;
            }
        }
        role
    }

    fn leave(&mut self, at: At, name: &str) {
        match role(name) {
            Role::Row if self.out.in_row() => {
                self.out.close_row();
                self.breaks = 0;
            }
            Role::Block(_) | Role::Plain | Role::Row => self.end(),
            Role::Cell if !self.out.in_row() => self.end(),
            Role::Lines => {
                self.end();
                self.pre = self.pre.saturating_sub(1);
            }
            Role::Link => self.link(at),
            Role::Raised => self.raised = self.raised.saturating_sub(1),
            Role::Marks => self.out.words("”"),
            Role::Shut | Role::Cell | Role::Break | Role::Inline => {}
        }
        self.kinds.retain(|(open, _)| *open != at);
    }

    fn words(&mut self, words: &str) {
        if self.pre > 0 {
            for (index, line) in words.split('\n').enumerate() {
                self.breaks += usize::from(index > 0);
                self.run(line);
            }
        } else {
            self.run(words);
        }
    }

    fn run(&mut self, words: &str) {
        let begins = words.trim_start();
        if begins.is_empty() {
            self.out.words(words);
            return;
        }
        // A double break parts paragraphs; so does a single one after a full stop, or before a note at the end.
        let ended = self.breaks == 1 && (wrap::ends_sentence(self.out.so_far()) || begins.starts_with('['));
        if self.breaks > 1 || ended {
            self.end();
        } else if self.breaks == 1 {
            self.out.words(" ");
        }
        self.breaks = 0;
        if self.raised > 0 { self.out.raised(words) } else { self.out.words(words) }
    }

    /// Keeps where a link leads.
    fn link(&mut self, at: At) {
        let Some((_, from)) = self.links.pop_if(|(open, _)| *open == at) else { return };
        let to = self.tree.attribute(at, "href").unwrap_or_default();
        let led = (to.starts_with("https://") || to.starts_with("http://")) && from != self.out.next();
        if led {
            self.out.note(AnnotationKind::Link, from, to.to_owned(), Hand::default());
        }
    }

    /// Ends the piece with what the open elements make of it.
    fn end(&mut self) {
        self.breaks = 0;
        let furniture = self.kinds.iter().any(|(_, kind)| *kind == BlockKind::Furniture);
        let quote = self.kinds.iter().any(|(_, kind)| *kind == BlockKind::Quote);
        let kind = match self.kinds.last() {
            _ if furniture => Some(BlockKind::Furniture),
            _ if quote => Some(BlockKind::Quote),
            last => last.map(|(_, kind)| kind.clone()),
        };
        if let Some(kind) = kind {
            self.out.kind(kind);
        }
        self.out.flush();
        self.out.unkind();
    }
}

/// Bytes of a cell that holds paragraphs rather than a value.
const PARAGRAPHS: usize = 300;

/// True for a table that lays out a text: one column, tables in tables, or paragraphs in a cell.
fn is_layout(tree: &Tree, table: At) -> bool {
    if tree.attribute(table, "role") == Some("presentation") || !tree.all(table, "table").is_empty() {
        return true;
    }
    let (mut most, mut cells) = (0_usize, 0_usize);
    tree.walk(table, |step| {
        match step {
            Step::Enter(_, "tr") => cells = 0,
            Step::Enter(_, "td" | "th") => {
                cells += 1;
                most = most.max(cells);
            }
            Step::Enter(..) | Step::Leave(..) | Step::Words(_) => {}
        }
        true
    });
    most <= 1
        || tree
            .all(table, "td")
            .into_iter()
            .any(|cell| tree.all(cell, "p").len() > 1 && tree.words(cell).len() > PARAGRAPHS)
}
