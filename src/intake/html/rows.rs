//! Walks a page and gives its text row by row, each with what the page says about it.

use dom_query::{Document, NodeId, NodeRef};

use super::listed::ListElement;
use super::measure::Measures;
use super::row::{PageRows, RowPlace, TextRow, TitleSign};
use super::setting::{self, ElementSetting};
use super::traits::Traits;
use super::walk::{WalkStep, walk};
use super::{blocks, inline, joints};
use crate::intake::grid::{CellReach, TableGrid};
use crate::intake::lines::tidy;
use crate::intake::lists::OpenLists;
use crate::intake::{formula, furniture, wrap};
use crate::review::BlockKind;

/// Bytes of bold words that head a text, and are none themselves, at most.
const HEADING: usize = 120;

/// An element being read.
#[derive(Clone)]
struct Level {
    kind: BlockKind,
    setting: ElementSetting,
    apart: Option<NodeId>,
    within: Within,
    /// A table of figures, whose rows are rows of the text.
    data: bool,
    /// Whether its end ends a row.
    block: bool,
    list: ListElement,
    place: RowPlace,
}

/// What an element is, or stands in.
#[derive(Clone, Copy, Default)]
struct Within {
    /// A link.
    link: bool,
    /// What says that it is the article's title.
    title: TitleSign,
    /// A part that the page hides, or shows only over the article.
    veil: bool,
    set: Typesetting,
}

/// How words are set on the page.
#[derive(Clone, Copy, Default)]
struct Typesetting {
    /// In bold or large letters.
    strong: bool,
    /// In an element that is a line of its own, such as a paragraph.
    line: bool,
}

/// Rows as they are read.
struct RowReader {
    rows: Vec<TextRow>,
    parents: Vec<usize>,
    line: String,
    linked: usize,
    /// Bytes of the line in bold or large letters, and in others.
    strong: (usize, usize),
    breaks: usize,
    /// A picture stands at the beginning of the line.
    pictured: bool,
    struck: Option<String>,
    marks: (char, char),
    /// The columns of the table that is read.
    grid: TableGrid,
    lists: OpenLists,
    levels: Vec<Level>,
}

/// True for the words over a table's columns: they head its rows, and say nothing by themselves.
fn is_head_row(row: &NodeRef<'_>) -> bool {
    let cells = || row.children_it(false).filter(NodeRef::is_element);
    cells().count() > 1 && cells().all(|cell| cell.has_name("th"))
}

/// The rows of `page`, those that it hides among them.
pub(super) fn rows(page: &Document, measures: &Measures) -> PageRows {
    let root = page.root();
    let language = page.select_single("html").attr("lang").map(|lang| lang.to_lowercase()).unwrap_or_default();
    let ground = Level {
        kind: BlockKind::Paragraph,
        setting: ElementSetting::Open,
        apart: None,
        within: Within::default(),
        data: false,
        block: true,
        list: ListElement::None,
        place: RowPlace { home: 0, article: None, group: None },
    };
    let mut reader = RowReader {
        rows: Vec::new(),
        parents: vec![0],
        line: String::new(),
        linked: 0,
        strong: (0, 0),
        breaks: 0,
        pictured: false,
        struck: None,
        marks: inline::marks(&language),
        grid: TableGrid::default(),
        lists: OpenLists::default(),
        levels: vec![ground],
    };
    walk(&root, |step| match step {
        WalkStep::Enter(node) => reader.enter(&node, measures),
        WalkStep::Leave(node) => {
            reader.leave(&node);
            true
        }
    });
    reader.flush();
    PageRows { rows: reader.rows, parents: reader.parents }
}

impl RowReader {
    /// Reads a text, or opens an element; true to go into it.
    fn enter(&mut self, node: &NodeRef<'_>, measures: &Measures) -> bool {
        if node.is_text() {
            self.read(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return false };
        let name = name.as_ref();
        let traits = Traits::of(node);
        if self.is_read_at_once(node, name, &traits) {
            return false;
        }
        let measure = measures.get(node);
        let own = setting::setting(name, &traits, &measure, measures.share(&measure));
        let within_line = blocks::block(name).is_none();
        let shut = own == ElementSetting::Shut || (within_line && traits.is_for_screen_readers());
        if shut || traits.is_for_screen_readers() {
            if !within_line {
                self.flush();
            }
            return false;
        }
        let Some(outer) = self.levels.last().cloned() else { return false };
        let mut level = Level { list: ListElement::None, ..outer };
        self.open_block(node, name, within_line, &traits, &mut level);
        if own == ElementSetting::Body {
            (level.setting, level.apart) = (ElementSetting::Open, None);
        } else if own != ElementSetting::Open && level.setting != ElementSetting::Apart {
            level.setting = own;
            level.apart = (own == ElementSetting::Apart).then_some(node.id);
        }
        if name == "table" {
            level.data = measures.is_data(node);
            self.grid = TableGrid::default();
            level.place.group = level.place.group.filter(|_| level.data).or_else(|| level.data.then_some(node.id));
        }
        level.within.link |= name == "a";
        level.within.set.strong |= traits.is_strong(name);
        let title = if traits.is_named_title() { TitleSign::Class } else { TitleSign::None };
        level.within.title = level.within.title.max(if name == "h1" { TitleSign::Heading } else { title });
        level.within.veil |= traits.is_hidden() || name == "noscript" || traits.is_dialog(name);
        self.levels.push(level);
        true
    }

    /// Ends the row before a block, and says of the block what it is.
    fn open_block(&mut self, node: &NodeRef<'_>, name: &str, within_line: bool, traits: &Traits, level: &mut Level) {
        if matches!(name, "td" | "th") && level.data {
            self.open_cell(node);
            level.block = false;
            return;
        }
        let cell = matches!(name, "td" | "th");
        // Inside a line only a credit stands apart, before the words that it does not belong to.
        let first = self.line.trim().is_empty();
        let source = name == "cite" && level.kind == BlockKind::Quote;
        let credit = within_line && first && (traits.is_credit() || source);
        let heading = level.kind == BlockKind::Heading;
        let kicker = heading && first && traits.is_kicker() && node.next_sibling().is_some();
        if within_line && !first && joints::stands_apart(node, heading) {
            self.push_raw(" ");
        }
        let in_table = level.data && !matches!(name, "tr" | "caption");
        level.block = !(within_line || in_table) || credit || cell || kicker;
        if credit || kicker {
            level.setting = ElementSetting::Fact;
        }
        if kicker {
            level.kind = BlockKind::Paragraph;
            level.within.title = TitleSign::None;
        }
        if !level.block {
            if !within_line {
                self.push_raw(" ");
            }
            return;
        }
        self.flush();
        level.list = ListElement::begin(&mut self.lists, node, name);
        self.open_table_part(name);
        let Some(kind) = blocks::block(name) else { return };
        // A paragraph inside a list item or quotation stays one.
        if kind != BlockKind::Paragraph || matches!(name, "article" | "main" | "table") {
            level.kind = kind;
        }
        if name == "tr" && level.data && is_head_row(node) {
            level.kind = BlockKind::Heading;
        }
        let line = matches!(
            name,
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd" | "pre" | "tr" | "figcaption"
        );
        let inner =
            matches!(name, "ul" | "ol" | "dl" | "tbody" | "thead" | "tfoot" | "table" | "blockquote" | "caption");
        level.within.set.line |= line && name != "tr";
        if matches!(name, "ul" | "ol" | "dl") {
            level.place.group = level.place.group.or(Some(node.id));
        }
        if !line && !inner {
            let home = self.parents.len();
            self.parents.push(level.place.home);
            level.place.home = home;
        }
        if name == "article" {
            level.place.article = level.place.article.or(Some(node.id));
        }
    }

    /// A table's row, or another part of it, begins.
    fn open_table_part(&mut self, name: &str) {
        match name {
            "tr" => self.grid.open_row(),
            "thead" | "tbody" | "tfoot" => self.grid.part(),
            _ => {}
        }
    }

    /// A cell of a table of figures begins; one without words keeps its place.
    fn open_cell(&mut self, node: &NodeRef<'_>) {
        let reach = CellReach::told(node.attr("colspan").as_deref(), node.attr("rowspan").as_deref());
        let before = self.grid.open_cell(reach, &self.line);
        self.push_raw(&before);
        self.grid.begun(self.line.len());
    }

    /// Reads elements that are words of their line as they stand, or no words at all; true when that was all.
    fn is_read_at_once(&mut self, node: &NodeRef<'_>, name: &str, traits: &Traits) -> bool {
        match name {
            "br" => {
                self.breaks += 1;
                self.push_raw(" ");
                return true;
            }
            "img" | "picture" => {
                self.pictured |= self.line.trim().is_empty();
                return name == "img";
            }
            "math" => {
                let line = inline::mathematics(node);
                let line = formula::behind(&line, &self.line);
                self.read(&line);
                return true;
            }
            "button" => {
                // A button between words is one of them, with an explanation behind it; one by itself is the page's.
                let words = |node: Option<NodeRef<'_>>| {
                    node.is_some_and(|node| node.is_text() && !node.text().trim().is_empty())
                };
                return !words(node.prev_sibling()) && !words(node.next_sibling());
            }
            "q" => self.read(&self.marks.0.to_string()),
            _ => {}
        }
        if traits.is_struck(name) {
            let words = tidy(&node.text()).into_owned();
            self.struck.get_or_insert(words);
            return true;
        }
        if matches!(name, "sup" | "sub") {
            let text = node.text();
            let note = name == "sup" && inline::is_note_mark(node);
            if !note && text.trim().len() > 12 {
                return false;
            }
            if !note {
                let line = std::mem::take(&mut self.line);
                let set = if name == "sup" { inline::raised(&text, &line) } else { inline::lowered(&text, &line) };
                self.line = line;
                self.read(&set);
            }
            return true;
        }
        false
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        if node.has_name("q") {
            self.read(&self.marks.1.to_string());
        }
        if node.has_name("tr") && self.levels.last().is_some_and(|level| level.data) {
            match self.grid.close_row(&self.line) {
                Some(behind) => self.push_raw(&behind),
                None => self.line.clear(),
            }
        }
        if self.levels.last().is_some_and(|level| level.block) {
            self.flush();
        }
        if let Some(level) = self.levels.last() {
            level.list.end(&mut self.lists);
        }
        if self.levels.len() > 1 {
            self.levels.pop();
        }
    }

    fn push_raw(&mut self, words: &str) {
        self.line.push_str(words);
    }

    fn read(&mut self, text: &str) {
        if text.trim().is_empty() {
            if !self.line.is_empty() {
                self.line.push(' ');
            }
            return;
        }
        let within = self.levels.last().map(|level| level.within).unwrap_or_default();
        if self.breaks > 0 && self.is_ended(within.set) {
            let headed = self.is_headed(within.set);
            self.flush();
            if let Some(row) = self.rows.last_mut().filter(|row| headed && row.kind == BlockKind::Paragraph) {
                row.kind = BlockKind::Heading;
            }
        }
        self.breaks = 0;
        let bytes = text.trim().len();
        self.linked += if within.link { bytes } else { 0 };
        *(if within.set.strong { &mut self.strong.0 } else { &mut self.strong.1 }) += bytes;
        // A soft hyphen says where a word may break, and is no part of it.
        if text.contains('\u{ad}') {
            self.line.push_str(&text.replace('\u{ad}', ""));
        } else {
            self.line.push_str(text);
        }
    }

    /// True when the breaks behind the line end it: two part paragraphs; one does after a full stop or a picture's words, and where a page
    /// has no paragraphs, behind a byline and behind bold words before others.
    fn is_ended(&self, next: Typesetting) -> bool {
        let line = self.line.trim();
        let signed = || !next.line && furniture::byline(&tidy(line)).is_some();
        self.breaks > 1 || self.pictured || wrap::ends_sentence(line) || self.is_headed(next) || signed()
    }

    /// True for bold words before others, which head them in a page that has no paragraphs.
    fn is_headed(&self, next: Typesetting) -> bool {
        let bold = self.strong.0 > 0 && self.strong.1 == 0 && !next.strong;
        bold && !next.line && self.line.len() < HEADING && !wrap::ends_sentence(self.line.trim())
    }

    /// Ends the row.
    fn flush(&mut self) {
        self.breaks = 0;
        self.pictured = false;
        let line = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        let strong = std::mem::take(&mut self.strong);
        let Some(level) = self.levels.last() else { return };
        let text = tidy(&line).into_owned();
        if text.trim_matches(['|', ' ']).is_empty() {
            return;
        }
        let linked = (linked * 100).checked_div(text.len()).unwrap_or(0).min(100);
        let kind = if level.setting == ElementSetting::Caption { BlockKind::Caption } else { level.kind.clone() };
        self.rows.push(TextRow {
            text,
            kind,
            item: self.lists.place(),
            setting: level.setting,
            apart: level.apart,
            linked,
            strong: strong.0 > 0 && strong.1 == 0,
            bears: level.within.title,
            place: level.place,
            veiled: level.within.veil,
            struck: self.struck.take(),
            at: self.rows.len(),
        });
    }
}
