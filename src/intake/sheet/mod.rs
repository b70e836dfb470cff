//! Style sheets: which elements of a document have their words raised, struck out or hidden, by the rules that are sure to hold on a screen.

mod declared;
mod selector;

use std::collections::HashMap;

use cssparser::{AtRuleParser, CowRcStr, ParseError, Parser, ParserState, QualifiedRuleParser, StyleSheetParser};
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
        let (own, own_important) = own.map(|own| declared::both(&mut Parser::new(own))).unwrap_or_default();
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
        if self.bytes <= MOST {
            let mut input = Parser::new(sheet);
            StyleSheetParser::new(&mut input, &mut RuleReader(self)).for_each(drop);
        }
    }

    fn declare(&mut self, selectors: &[Selector], declared: Declared, important: bool) {
        for selector in selectors.iter().filter(|_| declared.tells()) {
            self.order += 1;
            let rule = SheetRule { declared, important, order: self.order, selector: selector.clone() };
            self.rules.entry(rule.selector.key()).or_default().push(rule);
        }
    }
}

/// Takes the rules that are of use out of a sheet.
struct RuleReader<'r>(&'r mut SheetRules);

impl<'i> QualifiedRuleParser<'i> for RuleReader<'_> {
    type Prelude = Vec<Selector>;
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<Vec<Selector>, ParseError<()>> {
        Ok(input.parse_comma_separated_ignoring_errors(Selector::read))
    }

    fn parse_block(
        &mut self,
        selectors: Vec<Selector>,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), ParseError<()>> {
        let (plain, important) = declared::both(input);
        self.0.declare(&selectors, plain, false);
        self.0.declare(&selectors, important, true);
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for RuleReader<'_> {
    type Prelude = ();
    type AtRule = ();
    type Error = ();

    /// Only groups for all screens are gone into.
    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Result<(), ParseError<()>> {
        let begin = input.position();
        while input.next().is_ok() {}
        let holds = name.eq_ignore_ascii_case("media") && is_for_screens(input.slice_from(begin));
        holds.then_some(()).ok_or_else(ParseError::unexpected_token)
    }

    fn parse_block(&mut self, (): (), _: &ParserState, input: &mut Parser<'i>) -> Result<(), ParseError<()>> {
        StyleSheetParser::new(input, self).for_each(drop);
        Ok(())
    }
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
            ".b::after{content:'}'} .a{vertical-align:super}",
            ".a{content:'/*;{'; vertical-align:super}",
            ".a{vertical-align:super; i{color:red} }",
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
