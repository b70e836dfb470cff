//! Mark-up that holds an article and nothing else, as against a page: the body of a wire item, a chapter, a mail, a post.
//!
//! Elements of HTML and of NITF are told apart by name only, for they share most names with the same meaning.

mod role;

use std::collections::HashMap;

use super::compose::Composer;
use super::draft::ArticleDraft;
use super::draft::{Authorship, PiecePlace};
use super::formula;
use super::grid::CellReach;
use super::lists::{OpenList, OpenLists};
use super::notes;
use super::sheet::{SheetRules, TreeElement};
use super::tree::{ROOT, Tree, TreeIndex, TreeStep};
use super::wrap;
use crate::review::{AnnotationKind, BlockKind};
use role::{TagRole, kind_by_class, role};

/// How a text is read.
#[derive(Debug, Default)]
pub(super) struct MarkupReading {
    /// Notes that the file keeps outside the text, by their ids.
    pub(super) elsewhere: HashMap<String, String>,
    /// What its style sheets say.
    pub(super) sheet: SheetRules,
    /// Its outermost quotation is its text, as in a mail that hands something on.
    pub(super) handed: bool,
}

/// Reads a text of HTML.
pub(super) fn html(text: &str) -> ArticleDraft<'static> {
    noted(&mut Tree::html(text), ROOT, HashMap::new())
}

/// Reads a text of HTML that hands something on: its outermost quotation is its text.
pub(super) fn handed_on(text: &str) -> ArticleDraft<'static> {
    let mut tree = Tree::html(text);
    let sheet = SheetRules::of(&tree, |_| None);
    set(&mut tree, ROOT, &MarkupReading { sheet, handed: true, ..MarkupReading::default() })
}

/// Reads what is in `from`, with its notes; `elsewhere` are notes that the file keeps outside the text, by their ids.
pub(super) fn noted(tree: &mut Tree, from: TreeIndex, elsewhere: HashMap<String, String>) -> ArticleDraft<'static> {
    let sheet = SheetRules::of(tree, |_| None);
    set(tree, from, &MarkupReading { elsewhere, sheet, handed: false })
}

/// Reads what is in `from`, with its notes, as `reading` says.
pub(super) fn set(tree: &mut Tree, from: TreeIndex, reading: &MarkupReading) -> ArticleDraft<'static> {
    let sheet = &reading.sheet;
    let lifted = notes::lift(tree, &reading.elsewhere, |tree, at| note(tree, at, sheet));
    let mut draft = drafted(Setter { handed: reading.handed, ..Setter::new(tree, sheet) }, from);
    notes::put_back(&mut draft, &lifted);
    draft
}

/// What the note that is in `from` says, under the document's style sheet.
pub(super) fn note(tree: &Tree, from: TreeIndex, sheet: &SheetRules) -> String {
    let draft = drafted(Setter { note: Some(from), ..Setter::new(tree, sheet) }, from);
    draft.pieces.iter().map(|piece| piece.text.as_ref()).collect::<Vec<_>>().join(" ")
}

fn drafted(mut setter: Setter<'_>, from: TreeIndex) -> ArticleDraft<'static> {
    setter.tree.walk(from, |step| match step {
        TreeStep::Enter(at, name) => setter.enter(at, name),
        TreeStep::Leave(at, name) => {
            setter.leave(at, name);
            true
        }
        TreeStep::Words(words) => {
            setter.words(words);
            true
        }
    });
    setter.out.finish()
}

/// True for an element in which a mail program sets another mail.
fn is_quotation(tree: &Tree, at: TreeIndex) -> bool {
    let quotes = ["gmail_quote", "yahoo_quoted", "protonmail_quote"];
    tree.attribute(at, "type") == Some("cite") || quotes.iter().any(|class| tree.has_class(at, class))
}

struct Setter<'t> {
    tree: &'t Tree,
    /// The next quotation is what the text hands on.
    handed: bool,
    /// The note that is read, without its way back.
    note: Option<TreeIndex>,
    out: Composer,
    /// What the open elements make of the text in them.
    kinds: Vec<(TreeIndex, BlockKind)>,
    breaks: usize,
    raised: usize,
    pre: usize,
    links: Vec<(TreeIndex, PiecePlace)>,
    /// Tables that were looked at: whether they only lay out.
    layouts: HashMap<TreeIndex, bool>,
    /// What its style sheets do to its words.
    sheet: &'t SheetRules,
    /// Elements that their style raises.
    looks: Vec<TreeIndex>,
    /// Lists that are open.
    lists: OpenLists,
}

impl<'t> Setter<'t> {
    fn new(tree: &'t Tree, sheet: &'t SheetRules) -> Self {
        Self {
            tree,
            handed: false,
            note: None,
            out: Composer::default(),
            kinds: Vec::new(),
            breaks: 0,
            raised: 0,
            links: Vec::new(),
            pre: 0,
            layouts: HashMap::new(),
            sheet,
            looks: Vec::new(),
            lists: OpenLists::default(),
        }
    }

    /// Opens an element; false to pass it by.
    fn enter(&mut self, at: TreeIndex, name: &str) -> bool {
        let look = self.sheet.look(&TreeElement { tree: self.tree, at }, self.tree.attribute(at, "style"));
        // A page may keep its notes out of sight until they are asked for.
        if look.struck || (look.hidden && self.note != Some(at)) {
            self.out.leave_out(&self.tree.words(at));
            return false;
        }
        if self.tree.attribute(at, "hidden").is_some() && self.note != Some(at) {
            return false;
        }
        if name == "math" {
            let line = self.tree.formula(at);
            let line = formula::behind(&line, self.out.so_far());
            self.run(&line);
            return false;
        }
        if self.note.is_some() && name == "a" && notes::is_way_back(self.tree, at) {
            return false;
        }
        let role = self.role(at, name);
        if role == TagRole::Shut {
            return false;
        }
        self.open(at, &role);
        self.list(at, name);
        match name {
            "table" => self.out.open_table(),
            "thead" | "tbody" | "tfoot" => self.out.table_part(),
            _ => {}
        }
        self.pre += usize::from(role == TagRole::Lines);
        let raised = look.raised || (role == TagRole::Link && notes::is_told_mark(self.tree, at));
        if raised && role != TagRole::Raised {
            self.looks.push(at);
            self.raised += 1;
        }
        let told = if matches!(role, TagRole::Plain | TagRole::Block(_) | TagRole::Inline) {
            kind_by_class(self.tree, at)
        } else {
            None
        };
        let quoted = told == Some(BlockKind::Furniture) && is_quotation(self.tree, at);
        if quoted && std::mem::take(&mut self.handed) {
            return true;
        }
        match (told, role) {
            (Some(kind), _) | (None, TagRole::Block(kind)) => self.kinds.push((at, kind)),
            (None, _) => {}
        }
        true
    }

    /// Does what the beginning of an element of this role does.
    fn open(&mut self, at: TreeIndex, role: &TagRole) {
        match role {
            TagRole::Block(_) | TagRole::Plain | TagRole::Lines => self.end(),
            TagRole::Row => {
                self.end();
                self.out.open_row();
            }
            TagRole::Cell => {
                self.breaks = 0;
                let told = |key: &str| self.tree.attribute(at, key);
                self.out.cell(CellReach::told(told("colspan"), told("rowspan")));
            }
            TagRole::Break => self.breaks += 1,
            TagRole::Link => self.links.push((at, self.out.next())),
            TagRole::Raised => self.raised += 1,
            TagRole::Fraction if self.out.so_far().ends_with(char::is_numeric) => self.out.words(" "),
            // Its line stands there even where the file does not write it.
            TagRole::Below => self.out.words("/"),
            TagRole::Marks => self.out.words("“"),
            TagRole::Shut | TagRole::Fraction | TagRole::Inline => {}
        }
    }

    /// The role of an element; a table that only lays out a mail is no table.
    fn role(&mut self, at: TreeIndex, name: &str) -> TagRole {
        let role = role(name);
        if matches!(role, TagRole::Row | TagRole::Cell) && !self.out.in_row() {
            let mut table = at;
            while table != ROOT && self.tree.name(table) != "table" {
                table = self.tree.parent(table);
            }
            if role == TagRole::Cell || *self.layouts.entry(table).or_insert_with(|| is_layout(self.tree, table)) {
                return TagRole::Plain;
            }
        }
        role
    }

    fn leave(&mut self, at: TreeIndex, name: &str) {
        match role(name) {
            TagRole::Row if self.out.in_row() => {
                self.out.close_row();
                self.breaks = 0;
            }
            TagRole::Block(_) | TagRole::Plain | TagRole::Row => self.end(),
            TagRole::Cell if !self.out.in_row() => self.end(),
            TagRole::Lines => {
                self.end();
                self.pre = self.pre.saturating_sub(1);
            }
            TagRole::Link => self.link(at),
            TagRole::Raised => self.raised = self.raised.saturating_sub(1),
            TagRole::Marks => self.out.words("”"),
            TagRole::Shut | TagRole::Cell | TagRole::Break | TagRole::Fraction | TagRole::Below | TagRole::Inline => {}
        }
        self.kinds.retain(|(open, _)| *open != at);
        match name {
            "li" => self.lists.end(),
            "ol" | "ul" | "menu" | "dir" => self.lists.close(),
            _ => {}
        }
        if self.looks.pop_if(|open| *open == at).is_some() {
            self.raised = self.raised.saturating_sub(1);
        }
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
    fn link(&mut self, at: TreeIndex) {
        let Some((_, from)) = self.links.pop_if(|(open, _)| *open == at) else { return };
        let to = self.tree.attribute(at, "href").unwrap_or_default();
        let led = (to.starts_with("https://") || to.starts_with("http://")) && from != self.out.next();
        if led {
            self.out.note(AnnotationKind::Link, from, to.to_owned(), Authorship::default());
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
        if !self.out.is_empty() && !self.out.in_row() {
            self.out.item(self.lists.place());
        }
        self.out.flush();
        self.out.unkind();
    }

    /// Begins the list, or the item of one, that an element is.
    fn list(&mut self, at: TreeIndex, name: &str) {
        let told = |key: &str| self.tree.attribute(at, key).map(str::to_owned);
        let own = || self.tree.all(at, "li").into_iter().filter(|item| self.tree.parent(*item) == at).count();
        if let Some(list) = OpenList::of_element(name, told, own) {
            self.lists.open(list);
        } else if name == "li" {
            self.lists.begin(told("value").and_then(|value| value.trim().parse().ok()));
        }
    }
}

/// Bytes of a cell that holds paragraphs rather than a value.
const PARAGRAPHS: usize = 300;

/// True for a table that lays out a text: one column, tables in tables, or paragraphs in a cell.
fn is_layout(tree: &Tree, table: TreeIndex) -> bool {
    if tree.attribute(table, "role") == Some("presentation") || !tree.all(table, "table").is_empty() {
        return true;
    }
    let (mut most, mut cells) = (0_usize, 0_usize);
    tree.walk(table, |step| {
        match step {
            TreeStep::Enter(_, "tr") => cells = 0,
            TreeStep::Enter(_, "td" | "th") => {
                cells += 1;
                most = most.max(cells);
            }
            TreeStep::Enter(..) | TreeStep::Leave(..) | TreeStep::Words(_) => {}
        }
        true
    });
    most <= 1
        || tree
            .all(table, "td")
            .into_iter()
            .any(|cell| tree.all(cell, "p").len() > 1 && tree.words(cell).len() > PARAGRAPHS)
}
