//! The text of a page of ours, as a browser shows it.

use dom_query::{Document, NodeRef};

use super::lines::{gap, line, underline};

/// Elements that nobody sees as text.
const UNSEEN: [&str; 4] = ["head", "style", "svg", "caption"];

/// The words of `page`, with its headings, lists and rows.
pub(in crate::export) fn text(page: &str) -> String {
    let document = Document::from(page);
    let mut reading = PageReading { text: String::new(), depth: 0, keeps_lines: false };
    reading.node(&document.root());
    line(&mut reading.text);
    reading.text
}

/// A page on its way into text.
struct PageReading {
    text: String,
    /// How many lists it is in.
    depth: usize,
    /// True in words whose line breaks a browser keeps.
    keeps_lines: bool,
}

impl PageReading {
    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            return self.words(&node.text());
        }
        let name = node.node_name().unwrap_or_default();
        let class = node.attr("class").unwrap_or_default();
        let is = |wanted: &str| class.split(' ').any(|one| one == wanted);
        if UNSEEN.contains(&&*name) || is("unseen") {
            return;
        }
        let kept = self.keeps_lines;
        self.keeps_lines = kept || &*name == "blockquote" || is("said");
        self.element(node, &name, &class);
        self.keeps_lines = kept;
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, class: &str) {
        let is = |wanted: &str| class.split(' ').any(|one| one == wanted);
        match name {
            "h1" => self.heading(node, "═"),
            "h2" => self.heading(node, "─"),
            "h3" | "p" | "article" | "blockquote" | "table" | "section" => {
                gap(&mut self.text);
                self.inside(node);
                line(&mut self.text);
            }
            "ul" | "ol" => {
                self.depth += 1;
                self.inside(node);
                self.depth -= 1;
            }
            "li" => {
                line(&mut self.text);
                self.text.push_str(&"  ".repeat(self.depth.saturating_sub(1)));
                self.text.push_str("• ");
                self.inside(node);
            }
            "dl" if is("facts") => self.inside(node),
            "dl" => {
                gap(&mut self.text);
                self.inside(node);
            }
            "div" | "tr" | "dt" => {
                line(&mut self.text);
                self.inside(node);
            }
            "dd" | "td" | "th" => {
                let apart = if self.text.ends_with([' ', '\n']) { "" } else { " " };
                self.pushed(apart, node, " ");
            }
            "a" if is("chip") => self.pushed("[", node, "] "),
            "q" => self.pushed("“", node, "”"),
            "del" => self.pushed("[-", node, "-]"),
            "ins" => self.pushed("{+", node, "+}"),
            _ => self.inside(node),
        }
    }

    fn inside(&mut self, node: &NodeRef<'_>) {
        node.children_it(false).for_each(|child| self.node(&child));
    }

    fn pushed(&mut self, before: &str, node: &NodeRef<'_>, after: &str) {
        self.text.push_str(before);
        self.inside(node);
        self.text.push_str(after);
    }

    fn heading(&mut self, node: &NodeRef<'_>, with: &str) {
        gap(&mut self.text);
        self.inside(node);
        underline(&mut self.text, with);
    }

    /// Words; what only parts elements in the page's source is a blank, and none at the beginning of a line.
    fn words(&mut self, words: &str) {
        if words.trim().is_empty() && words.contains('\n') {
            return;
        }
        let broken = !self.keeps_lines && words.contains('\n');
        let flat = if broken { words.split('\n').map(str::trim).collect::<Vec<_>>().join(" ") } else { String::new() };
        let words = if broken { flat.as_str() } else { words };
        let fresh = self.text.is_empty() || self.text.ends_with(['\n', ' ']);
        let words = if fresh { words.trim_start_matches([' ', '\n']) } else { words };
        self.text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_page_reads_as_a_browser_shows_it() {
        let page = "<!doctype html><html><head><title>T</title><style>p{}</style></head><body>\n<h1>Fact &amp; check</h1>\n\
            <h3>Must change <span>(1)</span></h3>\n<ul>\n<li><span>✗</span> <a href=\"#x\"><span class=\"unseen\">claim </span>8</a> \
            <q>Nine.</q><ul>\n<li>better: Ten.</li>\n</ul></li>\n</ul>\n<p class=\"paragraph\"><a class=\"chip disputed\">8 ✗</a>\
            <mark>Nine.</mark></p><p>Was <del>nine</del><ins>ten</ins></p></body></html>";
        let wanted = "Fact & check\n════════════\n\nMust change (1)\n• ✗ 8 “Nine.”\n  • better: Ten.\n\n[8 ✗] Nine.\n\nWas [-nine-]{+ten+}\n";
        assert_eq!(text(page), wanted);
    }
}
