//! Style sheets: which elements of a document have their words raised, struck out or hidden, by the rules that are sure to hold on a screen.

mod declared;
mod selector;

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::tree::{ROOT, Tree, TreeIndex, TreeStep};
use declared::Declared;
use selector::Selector;

pub(super) use declared::WordLook;
pub(super) use selector::StyledElement;

/// Bytes of style sheets that are read.
const MOST: usize = 4 << 20;

/// One rule that changes what is read.
#[derive(Debug)]
struct SheetRule {
    selector: Selector,
    declared: Declared,
    important: bool,
    /// How many rules stand before it.
    order: usize,
}

/// The rules that change what is read, by what the element itself is called in their selectors: `sup`, `.c3`, `#n`.
#[derive(Debug, Default)]
pub(super) struct SheetRules {
    rules: HashMap<String, Vec<SheetRule>, RandomState>,
    order: usize,
    bytes: usize,
}

impl SheetRules {
    /// The rules of the style sheets in a document, and of those that it links to as far as `linked` has them.
    pub(super) fn of(tree: &Tree, mut linked: impl FnMut(&str) -> Option<String>) -> Self {
        let mut rules = Self::default();
        let media = |at: TreeIndex| tree.attribute(at, "media").unwrap_or_default();
        tree.walk(ROOT, |step| {
            match step {
                TreeStep::Enter(at, "style") => rules.read_for(&tree.raw_words(at), media(at)),
                TreeStep::Enter(at, "link") if is_sheet(tree.attribute(at, "rel")) => {
                    let sheet = tree.attribute(at, "href").and_then(&mut linked);
                    if let Some(sheet) = sheet {
                        rules.read_for(&sheet, media(at));
                    }
                }
                TreeStep::Enter(..) | TreeStep::Leave(..) | TreeStep::Words(_) => {}
            }
            true
        });
        rules
    }

    /// What an element does to its words: by the rules, and by the style on itself.
    pub(super) fn look(&self, element: &impl StyledElement, own: Option<&str>) -> WordLook {
        if self.rules.is_empty() && own.is_none() {
            return WordLook::default();
        }
        let mut told: Vec<&SheetRule> = Vec::new();
        if !self.rules.is_empty() {
            element.each_key(&mut |key| {
                let rules = self.rules.get(key).into_iter().flatten();
                told.extend(rules.filter(|rule| rule.selector.matches(element)));
            });
        }
        told.sort_by_key(|rule| (rule.important, rule.selector.weight(), rule.order));
        let (own, own_important) = own.map(declared::both).unwrap_or_default();
        let mut all = Declared::default();
        for rule in told.iter().filter(|rule| !rule.important) {
            all.over(rule.declared);
        }
        all.over(own);
        for rule in told.iter().filter(|rule| rule.important) {
            all.over(rule.declared);
        }
        all.over(own_important);
        all.look()
    }

    /// Reads a sheet for these media.
    pub(super) fn read_for(&mut self, sheet: &str, media: &str) {
        if is_for_screens(media) {
            self.read(sheet);
        }
    }

    /// Reads a sheet; groups of rules for other media, for some screens alone, or under conditions are passed by.
    fn read(&mut self, sheet: &str) {
        self.bytes += sheet.len();
        if self.bytes > MOST {
            return;
        }
        let bare = without_comments(sheet);
        let mut rest = bare.as_str();
        // Whether each open group holds.
        let mut groups: Vec<bool> = Vec::new();
        while let Some(at) = rest.find(['{', '}', ';']) {
            let (before, after) = rest.split_at(at);
            let (sign, after) = after.split_at(1);
            rest = after;
            match sign {
                "{" => {
                    let holds = groups.last().copied().unwrap_or(true);
                    if let Some(group) = before.trim().strip_prefix('@') {
                        groups.push(holds && group.strip_prefix("media").is_some_and(is_for_screens));
                        continue;
                    }
                    let (block, behind) = block(rest);
                    rest = behind;
                    if holds {
                        self.declare(before, block);
                    }
                }
                "}" => drop(groups.pop()),
                _ => {}
            }
        }
    }

    fn declare(&mut self, selectors: &str, block: &str) {
        let (plain, important) = declared::both(block);
        for (declared, important) in [(plain, false), (important, true)] {
            if !declared.tells() {
                continue;
            }
            for selector in selectors.split(',').filter_map(Selector::read) {
                self.order += 1;
                let rule = SheetRule { declared, important, order: self.order, selector };
                self.rules.entry(rule.selector.key()).or_default().push(rule);
            }
        }
    }
}

/// What stands in a block of declarations, and what comes behind its end. Blocks in it are passed by.
fn block(rest: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    let mut own = rest.len();
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => {
                own = own.min(at);
                depth += 1;
            }
            b'}' if depth == 0 => {
                let inside = rest.get(..own.min(at)).unwrap_or_default();
                return (inside, rest.get(at + 1..).unwrap_or_default());
            }
            b'}' => depth -= 1,
            _ => {}
        }
    }
    (rest.get(..own).unwrap_or_default(), "")
}

/// A sheet without its comments, and without the marks that once hid it from browsers.
fn without_comments(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    bare.push_str(rest);
    bare.replace("<!--", "").replace("-->", "")
}

/// True for media among which is every screen.
fn is_for_screens(media: &str) -> bool {
    let all = |query: &str| {
        let query = query.trim();
        ["", "all", "screen", "only screen"].iter().any(|known| query.eq_ignore_ascii_case(known))
    };
    media.split(',').any(all)
}

/// True for a link to a style sheet that holds without being chosen.
fn is_sheet(rel: Option<&str>) -> bool {
    let is = |name: &str| rel.unwrap_or_default().split_whitespace().any(|one| one.eq_ignore_ascii_case(name));
    is("stylesheet") && !is("alternate")
}

/// An element of a tree, as style sheets see it.
#[derive(Clone, Copy)]
pub(super) struct TreeElement<'t> {
    /// Its tree.
    pub(super) tree: &'t Tree,
    /// Its place there.
    pub(super) at: TreeIndex,
}

impl StyledElement for TreeElement<'_> {
    fn is(&self, name: &str) -> bool {
        self.tree.name(self.at) == name
    }

    fn has_class(&self, class: &str) -> bool {
        self.tree.attribute(self.at, "class").is_some_and(|all| all.split_whitespace().any(|own| own == class))
    }

    fn has_id(&self, id: &str) -> bool {
        self.tree.attribute(self.at, "id") == Some(id)
    }

    fn outer(&self) -> Option<Self> {
        (self.at != ROOT).then(|| Self { at: self.tree.parent(self.at), ..*self })
    }

    fn each_key(&self, visit: &mut dyn FnMut(&str)) {
        visit(self.tree.name(self.at));
        let classes = self.tree.attribute(self.at, "class").unwrap_or_default().split_whitespace();
        classes.for_each(|class| visit(&format!(".{class}")));
        self.tree.attribute(self.at, "id").into_iter().for_each(|id| visit(&format!("#{id}")));
    }
}

#[cfg(test)]
mod tests {
    use super::{SheetRules, TreeElement, WordLook};
    use crate::intake::tree::{ROOT, Tree};

    /// What the element `i` of a page does to its words.
    fn look(sheet: &str, page: &str) -> WordLook {
        let tree = Tree::html(page);
        let mut rules = SheetRules::default();
        rules.read(sheet);
        let at = tree.first(ROOT, "i").unwrap();
        rules.look(&TreeElement { tree: &tree, at }, tree.attribute(at, "style"))
    }

    const PAGE: &str = "<div class='box'><p id='p'><i class='a b'>x</i></p></div>";

    #[test]
    fn what_is_sure_of_a_style_sheet_is_heeded() {
        for sheet in [
            ".a{vertical-align:super}",
            "i { vertical-align : SUPER }",
            "/* .z{} */ p > i.b, .z{ color:red; vertical-align:super; }",
            ".box .a{font-size:70%;vertical-align:top}",
            "#p .a{position:relative;top:-0.4em;font-size:.7em}",
            "@charset 'utf-8'; @import 'x.css'; @media screen, print { .a{vertical-align:super} }",
            ".a{vertical-align:baseline} i.a{vertical-align:super}",
            ".a{vertical-align:super!important} #p .a.b{vertical-align:baseline}",
            "@font-face{font-family:x} .a{vertical-align:super}",
        ] {
            assert!(look(sheet, PAGE).raised, "{sheet}");
        }
        for sheet in [
            "@media print{.a{vertical-align:super}}",
            "@media (max-width:600px){.a{vertical-align:super}}",
            "@supports (x:y){@media screen{.a{vertical-align:super}}}",
            "/* .a{vertical-align:super} */",
            ".a:hover{vertical-align:super}",
            ".a{vertical-align:super} i.a{vertical-align:baseline}",
            ".a{vertical-align:top} .b{vertical-align:middle}",
            ".c .a, p + i, .a.c{vertical-align:super}",
            "*{vertical-align:super}",
        ] {
            assert!(!look(sheet, PAGE).raised, "{sheet}");
        }
        assert!(look(".b{text-decoration:line-through red}", PAGE).struck);
        assert!(look(".b{display:none}", PAGE).hidden);
        assert!(!look(".b{display:none}", "<i class='b' style='display:inline'>x</i>").hidden);
        assert!(look(".b{display:none!important}", "<i class='b' style='display:inline'>x</i>").hidden);
    }
}
