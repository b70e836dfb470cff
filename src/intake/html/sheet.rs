//! What a page's own style sheets do to words inside its lines: those that are raised, struck out or hidden are given the elements that say so.

use dom_query::{Document, NodeRef};

use super::blocks;
use super::walk::{WalkStep, walk};
use crate::intake::sheet::{SheetRules, StyledElement};

/// An element of a page, as style sheets see it.
struct PageElement<'a>(NodeRef<'a>);

impl StyledElement for PageElement<'_> {
    fn is(&self, name: &str) -> bool {
        self.0.has_name(name)
    }

    fn has_class(&self, class: &str) -> bool {
        self.0.attr("class").is_some_and(|all| all.split_whitespace().any(|own| own == class))
    }

    fn has_id(&self, id: &str) -> bool {
        self.0.attr("id").is_some_and(|own| &*own == id)
    }

    fn outer(&self) -> Option<Self> {
        self.0.parent().filter(NodeRef::is_element).map(Self)
    }

    fn each_key(&self, visit: &mut dyn FnMut(&str)) {
        if let Some(name) = self.0.node_name() {
            visit(&name);
        }
        if let Some(classes) = self.0.attr("class") {
            classes.split_whitespace().for_each(|class| visit(&format!(".{class}")));
        }
        if let Some(id) = self.0.attr("id") {
            visit(&format!("#{id}"));
        }
    }
}

/// What is to become of an element.
enum LineTurn {
    Raised,
    /// Struck out, or not shown: no words of the line.
    Gone,
}

/// Turns what the page's own sheets and styles do to words inside a line into elements. Whole blocks are left as they are: a script may
/// show what a sheet hides.
pub(super) fn apply(page: &Document) {
    let mut rules = SheetRules::default();
    for style in page.select("style").nodes() {
        rules.read_for(&style.text(), &style.attr("media").unwrap_or_default());
    }
    let mut turns: Vec<(NodeRef<'_>, LineTurn)> = Vec::new();
    walk(&page.root(), |step| {
        let WalkStep::Enter(node) = step else { return true };
        let Some(name) = node.node_name() else { return false };
        if matches!(name.as_ref(), "head" | "script" | "style" | "svg" | "math" | "template") {
            return false;
        }
        let within_line = blocks::block(&name).is_none() && !matches!(name.as_ref(), "html" | "body" | "td" | "th");
        let own = node.attr("style");
        let look = rules.look(&PageElement(node), own.as_deref());
        if (look.struck || (look.hidden && is_between_words(&node))) && within_line {
            turns.push((node, LineTurn::Gone));
            return false;
        }
        if look.raised && within_line && !matches!(name.as_ref(), "sup" | "sub" | "img" | "button" | "input") {
            turns.push((node, LineTurn::Raised));
        }
        true
    });
    for (node, turn) in turns {
        match turn {
            LineTurn::Gone => node.rename("del"),
            // A link stays one: it may lead to a note.
            LineTurn::Raised if node.has_name("a") => node.set_html(format!("<sup>{}</sup>", node.inner_html())),
            LineTurn::Raised => node.rename("sup"),
        }
    }
}

/// True where words of the same line stand beside an element.
fn is_between_words(node: &NodeRef<'_>) -> bool {
    let words =
        |beside: Option<NodeRef<'_>>| beside.is_some_and(|beside| beside.is_text() && !beside.text().trim().is_empty());
    words(node.prev_sibling()) || words(node.next_sibling())
}
