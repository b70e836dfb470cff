//! How much text every element of a page holds, and of what kind: containers are judged by that before they are judged by their names.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};
use foldhash::fast::RandomState;

use super::blocks;
use super::walk::{WalkStep, walk};

/// What one element holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ElementMeasure {
    /// Bytes of text.
    pub(super) bytes: usize,
    /// Bytes of it in links.
    pub(super) linked: usize,
    /// Bytes of it in paragraphs that read like running text.
    pub(super) prose: usize,
    /// First-level headings.
    pub(super) titles: usize,
    /// Rows and cells of tables, and the bytes of the fullest cell.
    cells: (usize, usize, usize),
    /// Tables inside.
    tables: usize,
}

/// An element as it is being measured.
#[derive(Default)]
struct OpenElement {
    inside: ElementMeasure,
    /// Bytes of the element's own line: text that no block inside it holds, and how much of that is linked.
    own: (usize, usize),
    linked: bool,
}

/// Bytes of a line from which it is running text rather than a label, if most of it is no link.
const LINE: usize = 80;
/// A cell with more text than this is no figure of a table but a column of the page.
const CELL: usize = 600;

/// Rows that a cell is counted in at most.
const MOST_ROWS: usize = 20;

/// The measures of all elements of a page.
pub(super) struct Measures {
    known: HashMap<NodeId, ElementMeasure, RandomState>,
    /// The whole page's.
    pub(super) page: ElementMeasure,
}

impl Measures {
    /// Measures `page`.
    pub(super) fn of(page: &Document) -> Self {
        let mut known = HashMap::with_hasher(RandomState::default());
        let mut open = vec![OpenElement::default()];
        walk(&page.root(), |step| match step {
            WalkStep::Enter(node) if node.is_text() => {
                if let Some(top) = open.last_mut() {
                    let size = node.text().trim().len();
                    let linked = if top.linked { size } else { 0 };
                    top.inside.bytes += size;
                    top.inside.linked += linked;
                    top.own = (top.own.0 + size, top.own.1 + linked);
                }
                false
            }
            WalkStep::Enter(node) => enter(&node, &mut open),
            WalkStep::Leave(node) => {
                leave(&node, &mut open, &mut known);
                true
            }
        });
        Self { known, page: open.first().map(|page| page.inside).unwrap_or_default() }
    }

    /// What `node` holds.
    pub(super) fn get(&self, node: &NodeRef<'_>) -> ElementMeasure {
        self.known.get(&node.id).copied().unwrap_or_default()
    }

    /// How much of the page's running text an element holds, in percent; of all its text where there is no running text.
    pub(super) fn share(&self, measure: &ElementMeasure) -> usize {
        let part = |part: usize, whole: usize| (part * 100).checked_div(whole);
        part(measure.prose, self.page.prose).or(part(measure.bytes, self.page.bytes)).unwrap_or(0)
    }

    /// True when a table holds figures, not the columns of a page's layout.
    pub(super) fn is_data(&self, table: &NodeRef<'_>) -> bool {
        let measure = self.get(table);
        let (rows, cells, fullest) = measure.cells;
        measure.tables == 0 && rows >= 2 && cells >= rows * 2 && fullest <= CELL
    }
}

fn enter(node: &NodeRef<'_>, open: &mut Vec<OpenElement>) -> bool {
    let Some(name) = node.node_name() else { return false };
    if matches!(name.as_ref(), "script" | "style" | "noscript" | "template") {
        return false;
    }
    let linked = name.as_ref() == "a" || open.last().is_some_and(|top| top.linked);
    open.push(OpenElement { linked, ..OpenElement::default() });
    true
}

fn leave(node: &NodeRef<'_>, open: &mut Vec<OpenElement>, known: &mut HashMap<NodeId, ElementMeasure, RandomState>) {
    let Some(mut done) = open.pop() else { return };
    let name = node.node_name().unwrap_or_default();
    let block = blocks::block(&name).is_some() || matches!(name.as_ref(), "td" | "th");
    if block && done.own.0 >= LINE && done.own.1 * 2 < done.own.0 {
        done.inside.prose += done.own.0;
    }
    let inside = done.inside;
    known.insert(node.id, inside);
    let Some(outer) = open.last_mut() else { return };
    let sum = &mut outer.inside;
    sum.bytes += inside.bytes;
    sum.linked += inside.linked;
    sum.prose += inside.prose;
    sum.titles += inside.titles + usize::from(name.as_ref() == "h1");
    sum.tables += inside.tables + usize::from(name.as_ref() == "table");
    if name.as_ref() != "table" {
        let (rows, cells, fullest) = inside.cells;
        let cell = matches!(name.as_ref(), "td" | "th");
        sum.cells.0 += rows + usize::from(name.as_ref() == "tr");
        // A cell that reaches into the rows below stands in each of them.
        let rows_spanned = || node.attr("rowspan").and_then(|told| told.parse::<usize>().ok()).unwrap_or(1);
        sum.cells.1 += cells + if cell { rows_spanned().clamp(1, MOST_ROWS) } else { 0 };
        sum.cells.2 = sum.cells.2.max(fullest).max(if cell { inside.bytes } else { 0 });
    }
    if !block {
        outer.own = (outer.own.0 + done.own.0, outer.own.1 + done.own.1);
    }
}
